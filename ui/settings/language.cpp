#include "ui/settings/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace dip::ui {

Language::~Language()
{
    if (QCoreApplication::instance()) {
        QCoreApplication::removeTranslator(&m_texts);
        QCoreApplication::removeTranslator(&m_qtTexts);
    }
}

void Language::use(const QString &choice)
{
    const QLocale wanted = choice.isEmpty() ? QLocale::system() : QLocale(choice);
    const bool chinese = wanted.language() == QLocale::Chinese;
    const QString name = chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    QLocale::setDefault(choice.isEmpty() && wanted.language() == QLocale::English ? wanted : QLocale(name));

    // Before the widgets hear of the new texts, Qt's own must be there.
    QCoreApplication::removeTranslator(&m_qtTexts);
    if (chinese &&
        m_qtTexts.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
    QCoreApplication::removeTranslator(&m_texts);
    if (m_texts.load(QStringLiteral(":/i18n/docker-image-pusher-gui_") + name))
        QCoreApplication::installTranslator(&m_texts);
}

} // namespace dip::ui
