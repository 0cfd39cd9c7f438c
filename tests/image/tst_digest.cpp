#include "core/image/digest.h"

#include <QtTest>

using namespace dip;

class TestDigest final : public QObject
{
    Q_OBJECT

private slots:
    void invalid_data();
    void invalid();
    void textAndBack();
    void valuesCompare();
};

static const QString emptyHex =
    QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

void TestDigest::invalid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QString &text, ErrorCode code = ErrorCode::ManifestInvalid) {
        QTest::newRow(name) << text << int(code);
    };
    const QString prefix = QStringLiteral("sha256:");
    row("empty", {});
    row("hex alone", emptyHex);
    row("prefix alone", prefix);
    row("63 digits", prefix + emptyHex.chopped(1));
    row("65 digits", prefix + emptyHex + u'0');
    row("capitals", prefix + emptyHex.toUpper());
    row("no hex digit", prefix + emptyHex.chopped(1) + u'g');
    row("white space", prefix + emptyHex.chopped(1) + u' ');
    row("full-width digit", prefix + emptyHex.chopped(1) + QChar(0xff11));
    row("prefix in capitals", QStringLiteral("SHA256:") + emptyHex);
    row("path", prefix + QStringLiteral("../../etc/passwd"));
    row("other algorithm", QStringLiteral("sha512:") + emptyHex + emptyHex, ErrorCode::Unsupported);
    row("unknown algorithm", QStringLiteral("md5:d41d8cd98f00b204e9800998ecf8427e"));
}

void TestDigest::invalid()
{
    QFETCH(QString, text);
    const auto digest = Digest::parse(text);
    QVERIFY(!digest);
    QTEST(int(digest.error().code), "code");
}

void TestDigest::textAndBack()
{
    const auto digest = Digest::parse(QString(QStringLiteral("sha256:") + emptyHex));
    QVERIFY(digest);
    QCOMPARE(digest->hex(), emptyHex);
    QCOMPARE(digest->toString(), QStringLiteral("sha256:") + emptyHex);
    QCOMPARE(digest->shortHex(), QStringLiteral("e3b0c44298fc"));
    QVERIFY(*digest == Digest::of({}));
    QVERIFY(*digest == Digest::fromSum(Sha256::of({})));
}

void TestDigest::valuesCompare()
{
    const Digest a = Digest::of("a");
    const Digest b = Digest::of("b");
    QVERIFY(a != b);
    QVERIFY((a < b) == (a.hex() < b.hex()));
    QSet<Digest> set{a, b, Digest::of("a")};
    QCOMPARE(set.size(), 2);
}

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
