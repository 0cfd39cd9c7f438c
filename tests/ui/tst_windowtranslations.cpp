#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/translationfile.h"
#include "ui/settings/language.h"

using namespace dip::test;

/// The window's texts: zh_CN is complete at all times, and so are the plural forms of English.
class TestWindowTranslations final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsMissing_data();
    void nothingIsMissing();
    void placeholdersAgree();
    void qtSpeaksChineseToo();
};

namespace {
QString translationFile(const QString &language)
{
    return QStringLiteral("docker-image-pusher-gui_%1.ts").arg(language);
}
} // namespace

void TestWindowTranslations::nothingIsMissing_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("zh_CN") << "zh_CN";
    QTest::newRow("en") << "en";
}

void TestWindowTranslations::nothingIsMissing()
{
    QFETCH(QString, language);
    const QTemporaryDir folder;
    const QString copy = updatedTranslations(QStringLiteral(LUPDATE), translationFile(language),
                                             QStringLiteral("ui"), folder.path());
    QVERIFY2(!copy.isEmpty(), "lupdate failed");
    const auto messages = readTranslations(copy);
    QVERIFY(messages.size() > 10);
    QCOMPARE(untranslated(messages), QStringList());
    const auto kept =
        readTranslations(QStringLiteral(SOURCE_DIR "/translations/") + translationFile(language));
    QCOMPARE(kept.size(), messages.size()); // none is left over either
}

void TestWindowTranslations::placeholdersAgree()
{
    const auto messages = readTranslations(QStringLiteral(SOURCE_DIR "/translations/") +
                                           translationFile(QStringLiteral("zh_CN")));
    QVERIFY(!messages.isEmpty());
    QCOMPARE(withOtherPlaceholders(messages), QStringList());
}

/// In dialogs that are Qt's own.
void TestWindowTranslations::qtSpeaksChineseToo()
{
    dip::ui::Language language;
    language.use(QStringLiteral("zh_CN"));
    QCOMPARE(QCoreApplication::translate("QFileDialog", "Look in:"), QStringLiteral("查找范围："));
}

QTEST_GUILESS_MAIN(TestWindowTranslations)
#include "tst_windowtranslations.moc"
