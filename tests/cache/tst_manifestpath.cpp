#include "core/cache/manifestpath.h"
#include "tests/support/sampleimages.h"

#include <QtTest>

using namespace dip;

class TestManifestPath final : public QObject
{
    Q_OBJECT

private slots:
    void thereAndBack_data();
    void thereAndBack();
    void refusedByWindows_data();
    void refusedByWindows();
    void noName_data();
    void noName();
    void escapedNamesNeverMeet();
};

static const QString someHex = QString(64, u'a');

void TestManifestPath::thereAndBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("escaped");
    const auto row = [](const QString &name, const QString &plain, const QString &escaped) {
        QTest::newRow(qPrintable(name)) << name << plain << escaped;
    };
    row(QStringLiteral("nginx:1.25"), QStringLiteral("manifests/nginx/1.25"),
        QStringLiteral("manifests/+nginx/+1.25+"));
    row(QStringLiteral("a/b/c:v1"), QStringLiteral("manifests/a/b/c/v1"),
        QStringLiteral("manifests/+a/+b/+c/+v1+"));
    row(QStringLiteral("a:V1"), QStringLiteral("manifests/a/V1"), QStringLiteral("manifests/+a/+v1+01"));
    row(QStringLiteral("a:xxxxxxxxX"), QStringLiteral("manifests/a/xxxxxxxxX"),
        QStringLiteral("manifests/+a/+xxxxxxxxx+0001"));
    row(QStringLiteral("a:v1."), QStringLiteral("manifests/a/v1."), QStringLiteral("manifests/+a/+v1.+"));
    row(QStringLiteral("a@sha256:") + someHex, QStringLiteral("manifests/a/sha256+") + someHex,
        QStringLiteral("manifests/+a/+sha256+") + someHex);
    row(QStringLiteral("a:sha256-") + someHex, QStringLiteral("manifests/a/sha256-") + someHex,
        QStringLiteral("manifests/+a/+sha256-") + someHex + u'+');
}

void TestManifestPath::thereAndBack()
{
    QFETCH(QString, plain);
    QFETCH(QString, escaped);
    QFETCH(QString, name);
    const ImageName image = test::imageName(name);
    QCOMPARE(manifestpath::plain(image), plain);
    QCOMPARE(manifestpath::escaped(image), escaped);
    for (const QString &path :
         {plain, escaped, manifestpath::pending(plain), manifestpath::pending(escaped)}) {
        const auto back = manifestpath::nameOf(path);
        QVERIFY2(back, qPrintable(path));
        QCOMPARE(back->toString(), name);
    }
    QVERIFY(manifestpath::isPortable(escaped));
    QVERIFY(manifestpath::isPending(manifestpath::pending(plain)) && !manifestpath::isPending(plain));
}

void TestManifestPath::refusedByWindows_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("portable");
    for (const char *good : {"a:1", "a:V1", "console:1", "a:nul1", "com:1", "a/com10:1", "a.con:1"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char *bad : {"con:1", "a/con:1", "con/a:1", "con.b:1", "a:NUL", "a:nul", "a:aux.txt", "a:1.",
                            "a/lpt9:x", "com1:x"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
}

void TestManifestPath::refusedByWindows()
{
    QFETCH(QString, name);
    QTEST(manifestpath::isPortable(manifestpath::plain(test::imageName(name))), "portable");
    QVERIFY(manifestpath::isPortable(manifestpath::escaped(test::imageName(name))));
}

void TestManifestPath::noName_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"", "index.json", "manifests", "manifests/", "manifests/a", "manifests/a/",
                             "manifests/A/b", "manifests/a/.b", "manifests/a/b.QxYzAb+", "manifests/+a/b",
                             "manifests/+a/+b", "manifests/../a/b", "manifests//a/b"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestManifestPath::noName()
{
    QFETCH(QString, path);
    QVERIFY(!manifestpath::nameOf(path));
}

void TestManifestPath::escapedNamesNeverMeet()
{
    QSet<QString> paths;
    const QList<const char *> names{"a:v1",    "a:V1",     "a/v1:x",     "a/v1:X", "a/b:c",
                                    "a/b/c:d", "a:sha256", "a:sha256-1", "con:1",  "con.1:1"};
    for (const char *name : names)
        paths.insert(manifestpath::escaped(test::imageName(QString::fromLatin1(name))).toLower());
    QCOMPARE(paths.size(), names.size());
    for (const QString &path : std::as_const(paths)) // none is a folder of another
        QVERIFY(
            std::ranges::none_of(paths, [&](const QString &other) { return other.startsWith(path + u'/'); }));
}

QTEST_GUILESS_MAIN(TestManifestPath)
#include "tst_manifestpath.moc"
