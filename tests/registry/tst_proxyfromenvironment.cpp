#include "core/registry/proxyfromenvironment.h"

#include <QTest>

using namespace dip;

class TestProxyFromEnvironment final : public QObject
{
    Q_OBJECT

private slots:
    void proxies_data()
    {
        QTest::addColumn<QStringList>("environment");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expected"); // "type user:password@host:port", empty: straight
        const auto row = [](const char *name, const QStringList &environment, const char *url,
                            const char *expected) {
            QTest::newRow(name) << environment << QString::fromLatin1(url) << QString::fromLatin1(expected);
        };
        const auto https = QStringLiteral("HTTPS_PROXY=http://p.cn:3128");
        const auto no = [&https](const char *value) {
            return QStringList{https, QLatin1String("NO_PROXY=") + QLatin1String(value)};
        };
        row("none", {}, "https://r.cn", "");
        row("https", {https}, "https://r.cn", "http p.cn:3128");
        row("http is another variable", {https}, "http://r.cn", "");
        row("http", {QStringLiteral("HTTP_PROXY=p.cn")}, "http://r.cn", "caching p.cn:80");
        row("lower case", {QStringLiteral("https_proxy=http://p.cn:1")}, "https://r.cn", "http p.cn:1");
        row("upper case first", {https, QStringLiteral("https_proxy=http://q.cn:1")}, "https://r.cn",
            "http p.cn:3128");
        row("empty upper case", {QStringLiteral("HTTPS_PROXY="), QStringLiteral("https_proxy=http://q.cn:1")},
            "https://r.cn", "http q.cn:1");
        row("CGI", {QStringLiteral("HTTP_PROXY=p.cn"), QStringLiteral("REQUEST_METHOD=GET")}, "http://r.cn",
            "");
        row("credentials", {QStringLiteral("HTTPS_PROXY=http://us%40er:p%3Aw@p.cn:3128")}, "https://r.cn",
            "http us@er:p:w@p.cn:3128");
        row("socks", {QStringLiteral("HTTPS_PROXY=socks5://p.cn")}, "https://r.cn", "socks p.cn:1080");
        row("unknown scheme", {QStringLiteral("HTTPS_PROXY=ftp://p.cn")}, "https://r.cn", "");
        row("localhost", {https}, "https://localhost:5000", "");
        row("loopback", {https}, "https://127.1.2.3", "");
        row("loopback 6", {https}, "https://[::1]:5000", "");
        row("all", no("*"), "https://r.cn", "");
        row("host", no("a.cn, r.cn"), "https://r.cn", "");
        row("subdomain", no("r.cn"), "https://a.r.cn", "");
        row("not a part of a name", no("r.cn"), "https://xr.cn", "http p.cn:3128");
        row("leading dot, subdomain", no(".r.cn"), "https://a.r.cn", "");
        row("leading dot, itself", no(".r.cn"), "https://r.cn", "http p.cn:3128");
        row("star and dot", no("*.r.cn"), "https://a.r.cn", "");
        row("case", no("R.CN"), "https://r.cn", "");
        row("port", no("r.cn:8443"), "https://r.cn:8443", "");
        row("other port", no("r.cn:8443"), "https://r.cn", "http p.cn:3128");
        row("default port", no("r.cn:443"), "https://r.cn", "");
        row("address", no("10.1.2.3"), "https://10.1.2.3:8443", "");
        row("other address", no("10.1.2.3"), "https://10.1.2.4", "http p.cn:3128");
        row("address and port", no("10.1.2.3:443"), "https://10.1.2.3:8443", "http p.cn:3128");
        row("block", no("10.0.0.0/8"), "https://10.200.2.3", "");
        row("outside the block", no("10.0.0.0/8"), "https://11.0.0.1", "http p.cn:3128");
        row("address 6", no("fd00::5"), "https://[fd00::5]:5000", "");
        row("address 6 and port", no("[fd00::5]:5000"), "https://[fd00::5]:5000", "");
        row("block 6", no("fd00::/8"), "https://[fd00::5]", "");
        row("empty elements", no(",, ,"), "https://r.cn", "http p.cn:3128");
        row("lower case exceptions", {https, QStringLiteral("no_proxy=r.cn")}, "https://r.cn", "");
    }

    void proxies()
    {
        QFETCH(QStringList, environment);
        QFETCH(QString, url);
        QFETCH(QString, expected);
        QProcessEnvironment variables;
        for (const auto &variable : environment)
            variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        const auto proxy = ProxyFromEnvironment(variables).proxyFor(QUrl(url));
        QCOMPARE(describe(proxy), expected);
        QCOMPARE(proxy.type() == QNetworkProxy::NoProxy, expected.isEmpty());
    }

private:
    static QString describe(const QNetworkProxy &proxy)
    {
        const auto user = proxy.user().isEmpty() ? QString() : proxy.user() + u':' + proxy.password() + u'@';
        const auto place = user + proxy.hostName() + u':' + QString::number(proxy.port());
        switch (proxy.type()) {
        case QNetworkProxy::HttpProxy:
            return QStringLiteral("http ") + place;
        case QNetworkProxy::HttpCachingProxy:
            return QStringLiteral("caching ") + place;
        case QNetworkProxy::Socks5Proxy:
            return QStringLiteral("socks ") + place;
        default:
            return {};
        }
    }
};

QTEST_GUILESS_MAIN(TestProxyFromEnvironment)
#include "tst_proxyfromenvironment.moc"
