#include "app/cli/language.h"

#include <QLocale>

namespace dip::cli {

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QString chooseLanguage(const QStringList &wanted)
{
    for (const QString &name : wanted) {
        const QLocale locale(name);
        if (locale.language() == QLocale::Chinese)
            return QStringLiteral("zh_CN");
        if (locale.language() == QLocale::English || locale.language() == QLocale::C)
            break;
    }
    return QStringLiteral("en");
}

QString languageOption(const QStringList &arguments)
{
    static const QString option = QStringLiteral("--lang");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString value;
        if (arguments[i] == option)
            value = arguments.value(i + 1);
        else if (arguments[i].startsWith(option + u'='))
            value = arguments[i].sliced(option.size() + 1);
        if (languages().contains(value))
            return value;
    }
    return {};
}

std::unique_ptr<QTranslator> translation(const QString &language)
{
    auto translator = std::make_unique<QTranslator>();
    // The translation of English holds the plural forms alone.
    if (!translator->load(QStringLiteral(":/i18n/docker-image-pusher_") + language))
        return nullptr;
    return translator;
}

} // namespace dip::cli
