#include "core/base/sha256.h"

#include <QtTest>

using namespace dip;

class TestSha256 final : public QObject
{
    Q_OBJECT

private slots:
    void knownSums_data();
    void knownSums();
    void piecesAddUp();
    void movedObjectGoesOn();
};

static QByteArray hex(const Sha256::Sum &sum)
{
    return QByteArray(reinterpret_cast<const char *>(sum.data()), qsizetype(sum.size())).toHex();
}

/// Examples of FIPS 180-4.
void TestSha256::knownSums_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("sum");
    QTest::newRow("empty") << QByteArray()
                           << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray(
                                       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million a") << QByteArray(1'000'000, 'a')
                                 << QByteArray(
                                        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestSha256::knownSums()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, sum);
    QCOMPARE(hex(Sha256::of(input)), sum);
}

void TestSha256::piecesAddUp()
{
    const QByteArray all(100'001, 'x');
    Sha256 hash;
    for (qsizetype at = 0, step = 1; at < all.size(); at += step, step = step * 3 + 1)
        hash.add(QByteArrayView(all).sliced(at, std::min(step, all.size() - at)));
    QCOMPARE(hex(hash.finish()), hex(Sha256::of(all)));
}

void TestSha256::movedObjectGoesOn()
{
    Sha256 first;
    first.add("ab");
    Sha256 second(std::move(first));
    second.add("c");
    QCOMPARE(hex(second.finish()), hex(Sha256::of("abc")));
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
