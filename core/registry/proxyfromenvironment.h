#pragma once

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QProcessEnvironment>
#include <QUrl>

namespace dip {

/// The proxy for a URL by HTTPS_PROXY, HTTP_PROXY and NO_PROXY, upper case before lower, as Go's programs
/// (docker, skopeo) read them: NO_PROXY holds host suffixes, IP addresses, CIDR blocks, each with an optional
/// port, or "*". Loopback never goes through a proxy.
class ProxyFromEnvironment final : public QNetworkProxyFactory
{
public:
    explicit ProxyFromEnvironment(const QProcessEnvironment &environment);

    [[nodiscard]] QNetworkProxy proxyFor(const QUrl &url) const; ///< type NoProxy: straight
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    struct Exception
    {
        QString host;                         ///< a suffix
        std::pair<QHostAddress, int> block{}; ///< or addresses
        bool subdomainsOnly = false;
        int port = -1;
        [[nodiscard]] bool covers(const QString &host, int port) const;
    };
    void addException(QString text);

    QUrl m_https;
    QUrl m_http;
    bool m_never = false;
    QList<Exception> m_exceptions;
};

} // namespace dip
