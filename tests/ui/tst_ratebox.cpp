#include "tests/ui/support/windowfixture.h"
#include "ui/views/sidebar.h"
#include "ui/widgets/ratebox.h"

#include <QtTest>

using namespace dip;
using namespace dip::test;

/// A speed limit is shown as it is, however low, and other settings leave it alone.
class TestRateBox final : public QObject
{
    Q_OBJECT

private slots:
    void takesBytes_data();
    void takesBytes();
    void settingsShowALowLimit();
};

void TestRateBox::takesBytes_data()
{
    QTest::addColumn<qint64>("given");
    QTest::addColumn<qint64>("kept");
    QTest::newRow("none") << qint64(0) << qint64(0);
    QTest::newRow("below the unit") << qint64(1) << qint64(1000);
    QTest::newRow("low") << qint64(60'000) << qint64(60'000);
    QTest::newRow("high") << qint64(125'000'000) << qint64(125'000'000);
}

void TestRateBox::takesBytes()
{
    QFETCH(qint64, given);
    QFETCH(qint64, kept);
    ui::RateBox box;
    box.setBytesPerSecond(given);
    QCOMPARE(box.bytesPerSecond(), kept);
    QCOMPARE(box.text() == box.specialValueText(), given == 0);
}

void TestRateBox::settingsShowALowLimit()
{
    WindowFixture fixture;
    ui::AppSettings settings = fixture.workspace().settings();
    settings.rateLimit = 60'000;
    fixture.workspace().change(settings);
    fixture.window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Settings);
    auto *box = fixture.find<ui::RateBox>(QStringLiteral("rateLimit"));
    QVERIFY(box);
    QCOMPARE(box->bytesPerSecond(), 60'000);
    QVERIFY(fixture.press(QStringLiteral("notifyDone")));
    QCOMPARE(fixture.workspace().settings().rateLimit, 60'000);
    box->setValue(250);
    QCOMPARE(fixture.workspace().settings().rateLimit, 250'000);
}

QTEST_MAIN(TestRateBox)
#include "tst_ratebox.moc"
