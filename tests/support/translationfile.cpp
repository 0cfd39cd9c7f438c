#include "tests/support/translationfile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QXmlStreamReader>

namespace dip::test {

namespace {

TranslatedMessage readMessage(QXmlStreamReader &xml)
{
    TranslatedMessage message;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            QString text;
            while (!(xml.readNext() == QXmlStreamReader::EndElement &&
                     xml.name() == QLatin1String("translation"))) {
                if (xml.isStartElement())
                    message.translations.append(xml.readElementText());
                else if (xml.isCharacters())
                    text += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations = {text};
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

} // namespace

QList<TranslatedMessage> readTranslations(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<TranslatedMessage> messages;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("message"))
            messages.append(readMessage(xml));
    }
    return messages;
}

QString updatedTranslations(const QString &lupdate, const QString &fileName, const QString &sourceFolder,
                            const QString &folder)
{
    const QString top = QStringLiteral(SOURCE_DIR);
    const QString copy = QDir(folder).filePath(fileName);
    if (!QFile::copy(top + QStringLiteral("/translations/") + fileName, copy))
        return {};
    // Without the include path lupdate would not find the headers, and so not the classes' full names.
    QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-locations"),
                          QStringLiteral("none"),    QStringLiteral("-no-obsolete"),
                          QStringLiteral("-I"),      top};
    if (fileName.endsWith(QLatin1String("_en.ts")))
        arguments.append(QStringLiteral("-pluralonly"));
    arguments += {top + u'/' + sourceFolder, QStringLiteral("-ts"), copy};
    return QProcess::execute(lupdate, arguments) == 0 ? copy : QString();
}

QStringList untranslated(const QList<TranslatedMessage> &messages)
{
    QStringList open;
    for (const TranslatedMessage &message : messages) {
        if (!message.isFinished || message.translations.contains(QString()))
            open.append(message.source);
    }
    return open;
}

QStringList withOtherPlaceholders(const QList<TranslatedMessage> &messages)
{
    const QStringList placeholders{QStringLiteral("%1"), QStringLiteral("%2"), QStringLiteral("%3"),
                                   QStringLiteral("%4"), QStringLiteral("%5"), QStringLiteral("%n")};
    QStringList wrong;
    for (const TranslatedMessage &message : messages) {
        for (const QString &text : message.translations) {
            if (!std::ranges::all_of(placeholders, [&](const QString &placeholder) {
                    return text.contains(placeholder) == message.source.contains(placeholder);
                }))
                wrong.append(message.source + QStringLiteral(" → ") + text);
        }
    }
    return wrong;
}

} // namespace dip::test
