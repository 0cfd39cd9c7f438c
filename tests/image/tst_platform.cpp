#include "core/image/platform.h"

#include <QtTest>

using namespace dip;

class TestPlatform final : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void serves_data();
    void serves();
    void hostIsLinux();
};

void TestPlatform::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    for (const char *good :
         {"linux/amd64", "linux/arm64/v8", "linux/arm/v7", "windows/amd64", "linux/ppc64le", "linux/386"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char *bad : {"", "linux", "linux/", "/amd64", "linux/arm/", "linux/arm/v7/x", "Linux/amd64",
                            "linux amd64", "linux/amd64\n", "linux//v8", "../..", "linux/x86-64"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
}

void TestPlatform::parses()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto platform = Platform::parse(text);
    QCOMPARE(platform.has_value(), valid);
    if (valid)
        QCOMPARE(platform->toString(), text);
    else
        QCOMPARE(platform.error().code, ErrorCode::InvalidArgument);
}

void TestPlatform::serves_data()
{
    QTest::addColumn<QString>("offered");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *offered, const char *wanted, bool expected) {
        QTest::addRow("%s for %s", offered, wanted)
            << QString::fromLatin1(offered) << QString::fromLatin1(wanted) << expected;
    };
    row("linux/amd64", "linux/amd64", true);
    row("linux/amd64", "linux/arm64", false);
    row("windows/amd64", "linux/amd64", false);
    row("linux/arm64/v8", "linux/arm64", true);
    row("linux/arm64", "linux/arm64/v8", true);
    row("linux/arm64/v9", "linux/arm64/v8", false);
    row("linux/arm/v6", "linux/arm", true);
    row("linux/arm/v6", "linux/arm/v7", false);
    row("linux/arm", "linux/arm/v7", false);
}

void TestPlatform::serves()
{
    QFETCH(QString, offered);
    QFETCH(QString, wanted);
    const auto from = Platform::parse(offered);
    const auto to = Platform::parse(wanted);
    QVERIFY(from && to);
    QTEST(from->serves(*to), "expected");
}

void TestPlatform::hostIsLinux()
{
    const Platform host = Platform::host();
    QCOMPARE(host.os, QStringLiteral("linux"));
    QVERIFY(!host.architecture.isEmpty() && host.architecture != QLatin1String("x86_64"));
    QVERIFY(host.serves(host));
    QVERIFY(Platform::parse(host.toString()));
    QVERIFY(Platform().isEmpty() && !host.isEmpty());
}

QTEST_GUILESS_MAIN(TestPlatform)
#include "tst_platform.moc"
