#include "app/cli/displaywidth.h"
#include "app/cli/table.h"

#include <QtTest>

using namespace dip::cli;

class TestTable final : public QObject
{
    Q_OBJECT

private slots:
    void widthsAreThoseOfTheTerminal_data();
    void widthsAreThoseOfTheTerminal();
    void elidedKeepsBothEnds_data();
    void elidedKeepsBothEnds();
    void wrappedLosesNothing_data();
    void wrappedLosesNothing();
    void tableFits_data();
    void tableFits();
    void columnsAreAligned();
};

void TestTable::widthsAreThoseOfTheTerminal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("latin") << "image" << 5;
    QTest::newRow("chinese") << "镜像" << 4;
    QTest::newRow("mixed") << "拉取 image：" << 12;
    QTest::newRow("combining") << QStringLiteral("e\u0301") << 1;
    QTest::newRow("emoji") << QStringLiteral("\U0001F600") << 2;
    QTest::newRow("korean") << "한국" << 4;
    QTest::newRow("marks") << "✓↑…" << 3;
    QTest::newRow("empty") << "" << 0;
}

void TestTable::widthsAreThoseOfTheTerminal()
{
    QFETCH(QString, text);
    QTEST(displayWidth(text), "width");
}

void TestTable::elidedKeepsBothEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("elidedText");
    QTest::newRow("fits") << "short" << 5 << "short";
    QTest::newRow("latin") << "abcdefgh" << 5 << "ab…gh";
    QTest::newRow("wide") << "一二三四五" << 5 << "一…五";
    QTest::newRow("one column") << "abc" << 1 << "…";
    QTest::newRow("none") << "abc" << 0 << "";
}

void TestTable::elidedKeepsBothEnds()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QTEST(elided(text, width), "elidedText");
    QVERIFY(displayWidth(elided(text, width)) <= std::max(width, 0));
}

void TestTable::wrappedLosesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("words") << "Pull an image from a registry into the cache" << 12;
    QTest::newRow("long word") << "harbor.example.com/project/department/application:2.1.0-rc1" << 16;
    QTest::newRow("chinese") << "从注册表拉取镜像并缓存，然后推送到另一个注册表。" << 11;
    QTest::newRow("mixed") << "进度显示方式：auto、bar、plain、json 或 none（默认：auto）" << 20;
    QTest::newRow("narrower than a character") << "镜像" << 1;
}

void TestTable::wrappedLosesNothing()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    const QStringList lines = wrapped(text, width);
    for (const QString &line : lines) {
        QVERIFY2(displayWidth(line) <= std::max(2, width), qPrintable(line));
        QVERIFY2(!line.startsWith(u'，') && !line.startsWith(u'。') && !line.startsWith(u'、'),
                 qPrintable(line));
    }
    QCOMPARE(lines.join(QString()).remove(u' '), QString(text).remove(u' '));
}

void TestTable::tableFits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("width");
    QTest::newRow("short") << "a:1" << 80;
    QTest::newRow("long")
        << "harbor.example.com/department/sub/project/very-long-application-name-indeed:2.1.0-20260501.3"
        << 80;
    QTest::newRow("chinese") << QStringLiteral("镜像").repeated(40) << 80;
    QTest::newRow("narrow") << "harbor.example.com/department/application:2.1.0" << 60;
}

void TestTable::tableFits()
{
    QFETCH(QString, name);
    QFETCH(int, width);
    Table table({{QStringLiteral("镜像")},
                 {QStringLiteral("平台")},
                 {QStringLiteral("摘要")},
                 {QStringLiteral("大小"), Align::Right},
                 {QStringLiteral("上次使用")}});
    table.addRow({name, QStringLiteral("amd64 arm64 ppc64le s390x"), QString(12, u'a'),
                  QStringLiteral("1.9 GB"), QStringLiteral("2026-05-01")});
    QString joined;
    for (const QString &line : table.text(width).split(u'\n')) {
        QVERIFY2(displayWidth(line) <= width, qPrintable(line));
        joined += line.trimmed();
    }
    for (const QChar character : name)
        QVERIFY(joined.contains(character));
}

void TestTable::columnsAreAligned()
{
    Table table({{QStringLiteral("镜像")}, {QStringLiteral("大小"), Align::Right}});
    table.addRow({QStringLiteral("a:1"), QStringLiteral("1 B")});
    table.addRow({QStringLiteral("库/bb:2"), QStringLiteral("100 MB")});
    QCOMPARE(table.text(80), QStringLiteral("镜像       大小\n"
                                            "a:1         1 B\n"
                                            "库/bb:2  100 MB\n"));
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
