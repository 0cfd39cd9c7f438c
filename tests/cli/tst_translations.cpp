#include "app/cli/language.h"

#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/translationfile.h"

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
QString translationFile(const QString &language)
{
    return QStringLiteral("docker-image-pusher_%1.ts").arg(language);
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
    const QString copy = dip::test::updatedTranslations(QStringLiteral(LUPDATE), translationFile(language),
                                                        QStringLiteral("app/cli"), folder.path());
    QVERIFY2(!copy.isEmpty(), "lupdate failed");
    const auto messages = dip::test::readTranslations(copy);
    QVERIFY(messages.size() > 10);
    QCOMPARE(dip::test::untranslated(messages), QStringList());
    const auto kept =
        dip::test::readTranslations(QStringLiteral(SOURCE_DIR "/translations/") + translationFile(language));
    QCOMPARE(kept.size(), messages.size()); // none is left over either
}

void TestTranslations::placeholdersAgree()
{
    const auto messages = dip::test::readTranslations(QStringLiteral(SOURCE_DIR "/translations/") +
                                                      translationFile(QStringLiteral("zh_CN")));
    QVERIFY(!messages.isEmpty());
    QCOMPARE(dip::test::withOtherPlaceholders(messages), QStringList());
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
