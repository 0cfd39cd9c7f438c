#include "core/image/reference.h"

#include <QtTest>

using namespace dip;

class TestReference final : public QObject
{
    Q_OBJECT

private slots:
    void repositories_data();
    void repositories();
    void references_data();
    void references();
    void imageNames_data();
    void imageNames();
    void qualifiedNames_data();
    void qualifiedNames();
    void namesOrder();
};

static const QString someDigest =
    QStringLiteral("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

void TestReference::repositories_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    for (const char *good :
         {"a", "0", "library/nginx", "a.b", "a_b", "a__b", "a-b", "a---b", "a/b/c/d", "con", "a1.b2_c3"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    QTest::newRow("255 characters") << QString(255, u'a') << true;
    QTest::newRow("256 characters") << QString(256, u'a') << false;
    QTest::newRow("empty") << QString() << false;
    for (const char *bad : {"A",     "a/B", "/a",  "a/",  "a//b", ".",     "..",  "a/../b", "../a",
                            "a/./b", ".a",  "a.",  "_a",  "a_",   "a___b", "-a",  "a-",     "a..b",
                            "a.-b",  "a b", "a:b", "a@b", "a\\b", "a\n",   "a+b", "a%2fb",  "\u00e9"})
        QTest::newRow(bad) << QString::fromUtf8(bad) << false;
    QTest::newRow("NUL inside") << QString(QStringLiteral("a") + QChar(0) + u'b') << false;
    QTest::newRow("newline after") << QStringLiteral("abc\n") << false;
}

void TestReference::repositories()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto name = RepositoryName::parse(text);
    QCOMPARE(name.has_value(), valid);
    if (valid)
        QCOMPARE(name->toString(), text);
    else
        QCOMPARE(name.error().code, ErrorCode::InvalidArgument);
}

void TestReference::references_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    for (const char *good : {"latest", "v1", "1.25", "_x", "A", "a.", "a-", "NUL", "v1.0_rc-2", "sha256-abc"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    QTest::newRow("128 characters") << QString(128, u't') << true;
    QTest::newRow("129 characters") << QString(129, u't') << false;
    QTest::newRow("digest") << someDigest << true;
    QTest::newRow("empty") << QString() << false;
    for (const char *bad : {".", "..", ".a", "-a", "a/b", "a b", "a+b", "a@b", "a\n", "sha256:123",
                            "sha512:abc", "a:b", "\u00fc"})
        QTest::newRow(bad) << QString::fromUtf8(bad) << false;
}

void TestReference::references()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto reference = Reference::parse(text);
    QCOMPARE(reference.has_value(), valid);
    if (!valid) {
        QCOMPARE(reference.error().code, ErrorCode::InvalidArgument);
        return;
    }
    QCOMPARE(reference->toString(), text);
    QCOMPARE(reference->isDigest(), text == someDigest);
    if (reference->isDigest())
        QVERIFY(*reference == Reference::fromDigest(*reference->digest()));
}

void TestReference::imageNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // empty: invalid
    QTest::addColumn<QString>("key");
    const auto row = [](const QString &text, const QString &shown, const QString &key) {
        QTest::newRow(qPrintable(text)) << text << shown << key;
    };
    row(QStringLiteral("nginx"), QStringLiteral("nginx:latest"), QStringLiteral("nginx/latest"));
    row(QStringLiteral("a/b:1.0"), QStringLiteral("a/b:1.0"), QStringLiteral("a/b/1.0"));
    row(QStringLiteral("a@") + someDigest, QStringLiteral("a@") + someDigest,
        QStringLiteral("a/") + someDigest);
    row(QStringLiteral("a:tag@") + someDigest, QStringLiteral("a@") + someDigest,
        QStringLiteral("a/") + someDigest);
    for (const char16_t *bad : {u"", u":tag", u"a:", u"a@", u"a@tag/x", u"A:1", u"a:b:c", u"a/b:c/d"})
        row(QString(bad), {}, {});
}

void TestReference::imageNames()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const auto name = ImageName::parse(text);
    QCOMPARE(name.has_value(), !shown.isEmpty());
    if (!name) {
        QCOMPARE(name.error().code, ErrorCode::InvalidArgument);
        return;
    }
    QCOMPARE(name->toString(), shown);
    QTEST(name->indexKey(), "key");
}

void TestReference::qualifiedNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("shown"); // empty: invalid
    const auto row = [](const char16_t *text, const char16_t *host, const char16_t *shown) {
        QTest::newRow(qPrintable(QString(text))) << QString(text) << QString(host) << QString(shown);
    };
    row(u"nginx", u"", u"nginx:latest");
    row(u"library/nginx:1.25", u"", u"library/nginx:1.25");
    row(u"docker.io/library/nginx:1.25", u"docker.io", u"library/nginx:1.25");
    row(u"harbor.cn:8443/prod/web:2.1", u"harbor.cn:8443", u"prod/web:2.1");
    row(u"localhost/a", u"localhost", u"a:latest");
    row(u"localhost:5000/a/b", u"localhost:5000", u"a/b:latest");
    row(u"[::1]:5000/a:1", u"[::1]:5000", u"a:1");
    row(u"host.example/", u"", u"");
    row(u"host.example/A", u"", u"");
}

void TestReference::qualifiedNames()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const auto name = QualifiedName::parse(text);
    QCOMPARE(name.has_value(), !shown.isEmpty());
    if (!name) {
        QCOMPARE(name.error().code, ErrorCode::InvalidArgument);
        return;
    }
    QTEST(name->host, "host");
    QCOMPARE(name->name.toString(), shown);
}

void TestReference::namesOrder()
{
    QList<ImageName> names;
    for (const char16_t *text : {u"b:1", u"a:2", u"a:1", u"a/b:1"})
        names.append(*ImageName::parse(text));
    std::ranges::sort(names);
    QStringList shown;
    for (const ImageName &name : std::as_const(names))
        shown.append(name.toString());
    QCOMPARE(shown, QStringList({QStringLiteral("a:1"), QStringLiteral("a:2"), QStringLiteral("a/b:1"),
                                 QStringLiteral("b:1")}));
}

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
