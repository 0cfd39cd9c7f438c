#include "core/registry/location.h"
#include "core/registry/registryaddress.h"
#include "core/registry/tokenrealm.h"

#include <QTest>

using namespace dip;

/// Addresses: what a user may write, where a Location leads, which token servers are taken.
class TestRegistryAddress final : public QObject
{
    Q_OBJECT

private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url"); // empty: refused
        QTest::addColumn<QString>("key");
        const auto row = [](const char *text, const char *url, const char *key = "") {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(url)
                                << QString::fromLatin1(key);
        };
        row("harbor.cn", "https://harbor.cn", "harbor.cn");
        row("harbor.cn:8443", "https://harbor.cn:8443", "harbor.cn:8443");
        row("https://harbor.cn:8443", "https://harbor.cn:8443", "harbor.cn:8443");
        row("https://harbor.cn/", "https://harbor.cn", "harbor.cn");
        row(" HTTPS://Harbor.CN ", "https://harbor.cn", "harbor.cn");
        row("http://localhost:5000", "http://localhost:5000", "localhost:5000");
        row("localhost:5000", "https://localhost:5000", "localhost:5000");
        row("[::1]:5000", "https://[::1]:5000", "[::1]:5000");
        row("192.168.1.5", "https://192.168.1.5", "192.168.1.5");
        row("docker.io", "https://registry-1.docker.io", "https://index.docker.io/v1/");
        row("index.docker.io", "https://registry-1.docker.io", "https://index.docker.io/v1/");
        row("https://registry-1.docker.io", "https://registry-1.docker.io", "https://index.docker.io/v1/");
        row("", "");
        row("https://", "");
        row("ftp://harbor.cn", "");
        row("harbor.cn/project", "");
        row("https://harbor.cn/v2/", "");
        row("https://user:secret@harbor.cn", "");
        row("user@harbor.cn", "");
        row("https://harbor.cn?x=1", "");
        row("https://harbor.cn#x", "");
        row("harbor.cn:99999", "");
        row("harbor.cn:0", "");
        row("harbor cn", "");
    }

    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        QFETCH(QString, key);
        const auto address = RegistryAddress::parse(text);
        QCOMPARE(address ? address->url().toString() : QString(), url);
        if (!address) {
            QCOMPARE(errorCodeName(address.error().code), errorCodeName(ErrorCode::InvalidArgument));
            QVERIFY(!address.error().where.contains(u"secret"));
            return;
        }
        QCOMPARE(address->credentialsKey(), key);
        QCOMPARE(address->isPlainHttp(), url.startsWith(u"http:"));
        QCOMPARE(address->isDockerHub(), key.startsWith(u"https:"));
        QCOMPARE(address->hostAndPort(), url.section(u'/', 2));
    }

    void locations_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("expected"); // empty: refused
        const auto row = [](const char *name, const char *base, const char *location, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(base) << QByteArray(location)
                                << QString::fromLatin1(expected);
        };
        row("relative", "https://r.cn/v2/a/blobs/x", "/v2/a?_state=1%2F2", "https://r.cn/v2/a?_state=1%2F2");
        row("beside", "https://r.cn/v2/a/blobs/x", "y", "https://r.cn/v2/a/blobs/y");
        row("absolute", "https://r.cn/v2/", "https://s.cn/x?sig=%2B", "https://s.cn/x?sig=%2B");
        row("upgrade", "http://r.cn/v2/", "https://r.cn/x", "https://r.cn/x");
        row("http all along", "http://r.cn/v2/", "http://s.cn/x", "http://s.cn/x");
        row("back to http", "https://r.cn/v2/", "http://r.cn/x", "https://r.cn/x");
        row("back to http, port kept", "https://r.cn:8443/v2/", "http://r.cn/x", "https://r.cn:8443/x");
        row("back to http, port 80", "https://r.cn/v2/", "http://r.cn:80/x", "https://r.cn/x");
        row("back to http, own port", "https://r.cn:8443/v2/", "http://r.cn:8443/x", "https://r.cn:8443/x");
        row("http elsewhere", "https://r.cn/v2/", "http://s.cn/x", "");
        row("other scheme", "https://r.cn/v2/", "ftp://r.cn/x", "");
        row("file", "https://r.cn/v2/", "file:///etc/passwd", "");
        row("none", "https://r.cn/v2/", "", "");
    }

    void locations()
    {
        QFETCH(QString, base);
        QFETCH(QByteArray, location);
        QFETCH(QString, expected);
        const auto url = resolveLocation(QUrl(base), location);
        QCOMPARE(url ? QString::fromLatin1(url->toEncoded()) : QString(), expected);
        if (!url)
            QCOMPARE(errorCodeName(url.error().code), errorCodeName(ErrorCode::ProtocolViolation));
    }

    void origins_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("itself") << QStringLiteral("https://r.cn/x") << true;
        QTest::newRow("port written") << QStringLiteral("https://r.cn:443/x") << true;
        QTest::newRow("case") << QStringLiteral("https://R.CN/x") << true;
        QTest::newRow("port") << QStringLiteral("https://r.cn:8443/x") << false;
        QTest::newRow("scheme") << QStringLiteral("http://r.cn/x") << false;
        QTest::newRow("scheme on that port") << QStringLiteral("http://r.cn:443/x") << false;
        QTest::newRow("subdomain") << QStringLiteral("https://a.r.cn/x") << false;
    }

    void origins()
    {
        QFETCH(QString, other);
        QFETCH(bool, same);
        QCOMPARE(sameOrigin(QUrl(QStringLiteral("https://r.cn/v2/")), QUrl(other)), same);
    }

    void realms_data()
    {
        QTest::addColumn<QString>("realm");
        QTest::addColumn<QString>("registry");
        QTest::addColumn<QString>("registryAddress"); // what its name resolves to
        QTest::addColumn<bool>("fine");
        const auto row = [](const char *name, const char *realm, const char *registry, const char *address,
                            bool fine) {
            QTest::newRow(name) << QString::fromLatin1(realm) << QString::fromLatin1(registry)
                                << QString::fromLatin1(address) << fine;
        };
        row("docker hub", "https://auth.docker.io/token", "https://registry-1.docker.io", "44.0.0.1", true);
        row("same host", "https://r.cn/service/token", "https://r.cn", "44.0.0.1", true);
        row("downgrade", "http://r.cn/service/token", "https://r.cn", "44.0.0.1", false);
        row("plain all along", "http://auth.lan/token", "http://r.lan:5000", "192.168.1.2", true);
        row("upgrade", "https://auth.lan/token", "http://r.lan:5000", "192.168.1.2", true);
        row("loopback", "https://127.0.0.1/token", "https://r.cn", "44.0.0.1", false);
        row("loopback by name", "https://localhost:8080/token", "https://r.cn", "44.0.0.1", false);
        row("loopback mapped", "https://[::ffff:127.0.0.1]/token", "https://r.cn", "44.0.0.1", false);
        row("loopback from there", "http://127.0.0.1:1/token", "http://127.0.0.1:5000", "", true);
        row("loopback from localhost", "http://127.0.0.1:1/token", "http://localhost:5000", "", true);
        row("any", "https://0.0.0.0/token", "https://r.cn", "44.0.0.1", false);
        row("private", "https://10.0.0.5/token", "https://r.cn", "44.0.0.1", false);
        row("private from there", "https://10.0.0.5/token", "https://r.lan", "10.0.0.4", true);
        row("private from an address there", "https://10.0.0.5/token", "https://192.168.0.1", "", true);
        row("metadata service", "https://169.254.169.254/token", "https://r.lan", "10.0.0.4", false);
        row("unique local", "https://[fd00::1]/token", "https://r.cn", "44.0.0.1", false);
        row("loopback from private", "https://127.0.0.1/token", "https://10.0.0.4", "", false);
        row("no address", "token", "https://r.cn", "44.0.0.1", false);
        row("file", "file:///token", "https://r.cn", "44.0.0.1", false);
    }

    void realms()
    {
        QFETCH(QString, realm);
        QFETCH(QString, registry);
        QFETCH(QString, registryAddress);
        QFETCH(bool, fine);
        const auto own = [&] {
            return Result<QList<QHostAddress>>({QHostAddress(registryAddress)});
        };
        const auto result = checkRealm(QUrl(realm), QUrl(registry), own);
        QCOMPARE(result.has_value(), fine);
        if (!fine)
            QCOMPARE(errorCodeName(result.error().code), errorCodeName(ErrorCode::ProtocolViolation));
    }
};

QTEST_GUILESS_MAIN(TestRegistryAddress)
#include "tst_registryaddress.moc"
