#include "app/cli/sizes.h"

#include <QtTest>

using namespace dip::cli;

class TestSizes final : public QObject
{
    Q_OBJECT

private slots:
    void sizesAreWritten_data();
    void sizesAreWritten();
    void sizesAreRead_data();
    void sizesAreRead();
    void timesAreRead_data();
    void timesAreRead();
    void timesAreWritten_data();
    void timesAreWritten();
};

void TestSizes::sizesAreWritten_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << "0 B";
    QTest::newRow("below a thousand") << qint64(999) << "999 B";
    QTest::newRow("a thousand") << qint64(1000) << "1.0 kB";
    QTest::newRow("rounds up a unit") << qint64(999'950) << "1.0 MB";
    QTest::newRow("three digits") << qint64(820'400'000) << "820 MB";
    QTest::newRow("gigabytes") << qint64(1'234'000'000) << "1.2 GB";
    QTest::newRow("large") << qint64(99'960'000'000'000) << "100 TB";
}

void TestSizes::sizesAreWritten()
{
    QFETCH(qint64, bytes);
    QTEST(sizeText(bytes), "text");
}

void TestSizes::sizesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); // 0: refused
    QTest::newRow("plain") << "800" << qint64(800);
    QTest::newRow("k") << "512k" << qint64(512'000);
    QTest::newRow("K") << "512K" << qint64(512'000);
    QTest::newRow("M") << "20M" << qint64(20'000'000);
    QTest::newRow("fraction") << "1.5G" << qint64(1'500'000'000);
    QTest::newRow("with B") << "20MB" << qint64(20'000'000);
    QTest::newRow("with rate") << "20MB/s" << qint64(20'000'000);
    QTest::newRow("binary") << "64MiB" << qint64(67'108'864);
    QTest::newRow("space") << "20 MB" << qint64(20'000'000);
    QTest::newRow("zero") << "0" << qint64(0);
    QTest::newRow("negative") << "-5M" << qint64(0);
    QTest::newRow("word") << "fast" << qint64(0);
    QTest::newRow("empty") << "" << qint64(0);
    QTest::newRow("no number") << "M" << qint64(0);
    QTest::newRow("too large") << "999999999999999P" << qint64(0);
    QTest::newRow("behind") << "20Mx" << qint64(0);
}

void TestSizes::sizesAreRead()
{
    QFETCH(QString, text);
    QTEST(parseSize(text).value_or(0), "bytes");
}

void TestSizes::timesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: refused
    QTest::newRow("s") << "90s" << qint64(90);
    QTest::newRow("m") << "45m" << qint64(2700);
    QTest::newRow("h") << "12h" << qint64(43'200);
    QTest::newRow("d") << "30d" << qint64(2'592'000);
    QTest::newRow("w") << "2w" << qint64(1'209'600);
    QTest::newRow("no unit") << "30" << qint64(-1);
    QTest::newRow("other unit") << "3y" << qint64(-1);
    QTest::newRow("negative") << "-3d" << qint64(-1);
    QTest::newRow("empty") << "" << qint64(-1);
    QTest::newRow("too long") << "99999999w" << qint64(-1);
}

void TestSizes::timesAreRead()
{
    QFETCH(QString, text);
    const auto time = parseDuration(text);
    QTEST(time ? qint64(time->count()) : -1, "seconds");
}

void TestSizes::timesAreWritten_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << 42 << "0.04 s";
    QTest::newRow("seconds") << 12'440 << "12.4 s";
    QTest::newRow("minutes") << 185'000 << "3 min 5 s";
    QTest::newRow("hours") << 7'800'000 << "2 h 10 min";
    QTest::newRow("days") << 3 * 86'400'000 + 7'200'000 << "3 d 2 h";
}

void TestSizes::timesAreWritten()
{
    QFETCH(int, ms);
    QTEST(durationText(std::chrono::milliseconds(ms)), "text");
}

QTEST_GUILESS_MAIN(TestSizes)
#include "tst_sizes.moc"
