#include "app/cli/language.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace dip::cli;

/// zh_CN is complete at all times, and the plural forms of English are too.
class TestTranslations final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsMissing_data();
    void nothingIsMissing();
    void placeholdersAgree();
    void languageIsChosen_data();
    void languageIsChosen();
};

namespace {

struct Message
{
    QString source;
    QStringList translations;
    bool isFinished = true;
};

QString translationFile(const QString &language)
{
    return QStringLiteral(SOURCE_DIR "/translations/docker-image-pusher_%1.ts").arg(language);
}

Message readMessage(QXmlStreamReader &xml)
{
    Message message;
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

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("message"))
            messages.append(readMessage(xml));
    }
    return messages;
}

/// The file as lupdate makes it of the sources of today.
QString updatedCopy(const QString &language, const QTemporaryDir &folder)
{
    const QString copy = folder.filePath(QFileInfo(translationFile(language)).fileName());
    if (!QFile::copy(translationFile(language), copy))
        return {};
    QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-no-obsolete")};
    if (language == QLatin1String("en"))
        arguments.append(QStringLiteral("-pluralonly"));
    for (const char *part : {"app", "ui"}) {
        if (const QString path = QStringLiteral(SOURCE_DIR "/") + QLatin1String(part);
            QFileInfo::exists(path))
            arguments.append(path);
    }
    return QProcess::execute(QStringLiteral(LUPDATE), arguments + QStringList{QStringLiteral("-ts"), copy}) ==
                   0
               ? copy
               : QString();
}

} // namespace

void TestTranslations::nothingIsMissing_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : languages())
        QTest::newRow(qPrintable(language)) << language;
}

void TestTranslations::nothingIsMissing()
{
    QFETCH(QString, language);
    const QTemporaryDir folder;
    const QString copy = updatedCopy(language, folder);
    QVERIFY2(!copy.isEmpty(), "lupdate failed");
    const QList<Message> messages = readMessages(copy);
    QVERIFY(messages.size() > 10);
    QStringList open;
    for (const Message &message : messages) {
        if (!message.isFinished || message.translations.contains(QString()))
            open.append(message.source);
    }
    QVERIFY2(open.isEmpty(),
             qPrintable(QStringLiteral("not translated: ") + open.join(QLatin1String(" | "))));
    QCOMPARE(readMessages(translationFile(language)).size(), messages.size()); // none is left over either
}

void TestTranslations::placeholdersAgree()
{
    const QStringList placeholders{QStringLiteral("%1"), QStringLiteral("%2"), QStringLiteral("%3"),
                                   QStringLiteral("%4"), QStringLiteral("%n")};
    for (const Message &message : readMessages(translationFile(QStringLiteral("zh_CN")))) {
        for (const QString &placeholder : placeholders) {
            for (const QString &text : message.translations)
                QVERIFY2(text.contains(placeholder) == message.source.contains(placeholder),
                         qPrintable(message.source + u'\n' + text));
        }
    }
}

void TestTranslations::languageIsChosen_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("language");
    const auto list = [](const char *names) {
        return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
    };
    QTest::newRow("chinese") << list("zh-CN zh-Hans-CN zh") << "zh_CN";
    QTest::newRow("taiwan") << list("zh-TW") << "zh_CN";
    QTest::newRow("english") << list("en-US en") << "en";
    QTest::newRow("english first") << list("en-GB zh-CN") << "en";
    QTest::newRow("unknown first") << list("fr-FR zh-CN") << "zh_CN";
    QTest::newRow("unknown") << list("fr-FR") << "en";
    QTest::newRow("C") << list("C") << "en";
    QTest::newRow("none") << QStringList() << "en";
}

void TestTranslations::languageIsChosen()
{
    QFETCH(QStringList, wanted);
    QTEST(chooseLanguage(wanted), "language");
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
