#include "core/registry/uploadlocation.h"

#include <QTest>

using namespace dip;

Q_DECLARE_METATYPE(std::optional<qint64>)

class TestUploadLocation final : public QObject
{
    Q_OBJECT

private slots:
    /// registry-protocol, facts 1 and 2.
    void resolvesLocations_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("expected");
        const QString https = QStringLiteral("https://harbor.cn:8443");
        const QString path = QStringLiteral("/v2/a/blobs/uploads/1?_state=x%2B%3D");
        const QByteArray p = path.toLatin1();
        QTest::newRow("relative") << https << p << https + path;
        QTest::newRow("relative to the path")
            << https << QByteArray("1?s=2") << https + QStringLiteral("/v2/a/blobs/uploads/1?s=2");
        QTest::newRow("absolute") << https << "https://harbor.cn:8443" + p << https + path;
        QTest::newRow("other host") << https << "https://store.cn" + p
                                    << QStringLiteral("https://store.cn") + path;
        QTest::newRow("other host and port")
            << https << "https://store.cn:9" + p << QStringLiteral("https://store.cn:9") + path;
        QTest::newRow("without scheme")
            << https << "//store.cn" + p << QStringLiteral("https://store.cn") + path;
        QTest::newRow("without the port, behind a proxy") << https << "https://harbor.cn" + p << https + path;
        QTest::newRow("another port of ours")
            << https << "https://harbor.cn:9000" + p << QStringLiteral("https://harbor.cn:9000") + path;
        QTest::newRow("downgraded") << https << "http://harbor.cn" + p << https + path;
        QTest::newRow("downgraded, port kept") << https << "http://harbor.cn:8443" + p << https + path;
        QTest::newRow("downgraded, default port")
            << QStringLiteral("https://harbor.cn") << "http://harbor.cn" + p
            << QStringLiteral("https://harbor.cn") + path;
        QTest::newRow("in another case") << https << "https://HARBOR.CN" + p << https + path;
        QTest::newRow("plain registry without port")
            << QStringLiteral("http://localhost:5000") << "http://localhost" + p
            << QStringLiteral("http://localhost:5000") + path;
        QTest::newRow("user and fragment")
            << https << "https://u:p@harbor.cn:8443" + p + "#f" << https + path;
        QTest::newRow("downgraded to another host") << https << "http://store.cn" + p << QString();
        QTest::newRow("no HTTP") << https << QByteArray("ftp://harbor.cn/x") << QString();
        QTest::newRow("none") << https << QByteArray() << QString();
    }

    void resolvesLocations()
    {
        QFETCH(QString, base);
        QFETCH(QByteArray, location);
        QFETCH(QString, expected);
        const auto url =
            uploadLocation(QUrl(base + QStringLiteral("/v2/a/blobs/uploads/")), location, QUrl(base));
        if (expected.isEmpty()) {
            QVERIFY(!url);
            QCOMPARE(url.error().code, ErrorCode::ProtocolViolation);
        } else {
            QVERIFY(url);
            QCOMPARE(url->toString(QUrl::FullyEncoded), expected);
        }
    }

    void appendsTheDigest_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("first argument") << QByteArray("https://a/u/1") << QByteArray("https://a/u/1?");
        QTest::newRow("further argument") << QByteArray("https://a/u/1?_state=a%2Fb%3D%3D&x")
                                          << QByteArray("https://a/u/1?_state=a%2Fb%3D%3D&x&");
        QTest::newRow("plus and space stay")
            << QByteArray("https://a/u/1?s=a+b%20c%2B") << QByteArray("https://a/u/1?s=a+b%20c%2B&");
    }

    void appendsTheDigest()
    {
        QFETCH(QByteArray, location);
        QFETCH(QByteArray, beginning);
        const Digest digest = Digest::of("x");
        QCOMPARE(withDigest(QUrl::fromEncoded(location), digest).toEncoded(),
                 beginning + "digest=sha256%3A" + digest.hex().toLatin1());
    }

    /// registry-protocol, facts 6 and 8.
    void readsRanges_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<qint64>("expected");
        QTest::addColumn<std::optional<qint64>>("held");
        using Held = std::optional<qint64>;
        QTest::newRow("inclusive") << QByteArray("0-999") << qint64(1000) << Held(1000);
        QTest::newRow("with unit") << QByteArray("bytes=0-999") << qint64(1000) << Held(1000);
        QTest::newRow("with unit and space") << QByteArray("bytes 0-999") << qint64(1000) << Held(1000);
        QTest::newRow("nothing yet") << QByteArray("0-0") << qint64(1000) << Held(0);
        QTest::newRow("one byte") << QByteArray("0-0") << qint64(1) << Held(1);
        QTest::newRow("minus one") << QByteArray("0--1") << qint64(1000) << Held(0);
        QTest::newRow("large") << QByteArray("0-21474836479") << qint64(1) << Held(21'474'836'480);
        QTest::newRow("only the last piece") << QByteArray("500-999") << qint64(1000) << Held(1000);
        QTest::newRow("none") << QByteArray() << qint64(1000) << Held();
        QTest::newRow("nonsense") << QByteArray("all") << qint64(1000) << Held();
        QTest::newRow("too large a number") << QByteArray("0-99999999999999999999") << qint64(1000) << Held();
        QTest::newRow("too negative") << QByteArray("0--2") << qint64(1000) << Held();
    }

    void readsRanges()
    {
        QFETCH(QByteArray, range);
        QFETCH(qint64, expected);
        QFETCH(std::optional<qint64>, held);
        QCOMPARE(parseUploadRange(range, expected), held);
    }
};

QTEST_GUILESS_MAIN(TestUploadLocation)
#include "tst_uploadlocation.moc"
