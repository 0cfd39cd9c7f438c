#include "core/registry/proxyfromenvironment.h"

#include "core/base/log.h"
#include "core/registry/location.h"

namespace dip {

namespace {

QString variable(const QProcessEnvironment &environment, const QString &name)
{
    const auto upper = environment.value(name.toUpper());
    return upper.isEmpty() ? environment.value(name.toLower()) : upper;
}

QUrl parseProxy(const QString &text)
{
    if (text.isEmpty())
        return {};
    QUrl url(text.contains(QLatin1String("://")) ? text : QLatin1String("http://") + text);
    static const QStringList known{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("socks5"),
                                   QStringLiteral("socks5h")};
    if (!url.isValid() || url.host().isEmpty() || !known.contains(url.scheme())) {
        qCWarning(logHttp) << "a proxy from the environment cannot be understood and is not used";
        return {};
    }
    if (url.scheme() == u"https")
        qCWarning(logHttp) << "the proxy" << url.host()
                           << "is asked in plain HTTP: TLS to the proxy itself is unknown here";
    return url;
}

bool isLoopback(const QString &host)
{
    const QHostAddress address(host);
    return host == u"localhost" || (!address.isNull() && address.isLoopback());
}

QNetworkProxy makeProxy(const QUrl &proxy, bool forHttps)
{
    // Plain HTTP is asked of the proxy as such; all else goes through a tunnel.
    const bool socks = proxy.scheme().startsWith(u"socks5");
    const auto type = socks      ? QNetworkProxy::Socks5Proxy
                      : forHttps ? QNetworkProxy::HttpProxy
                                 : QNetworkProxy::HttpCachingProxy;
    const int port = socks ? 1080 : proxy.scheme() == u"https" ? 443 : 80;
    return {type, proxy.host(), quint16(proxy.port(port)), proxy.userName(QUrl::FullyDecoded),
            proxy.password(QUrl::FullyDecoded)};
}

} // namespace

ProxyFromEnvironment::ProxyFromEnvironment(const QProcessEnvironment &environment)
    : m_https(parseProxy(variable(environment, QStringLiteral("HTTPS_PROXY"))))
{
    // Under CGI, HTTP_PROXY is a header of somebody's request.
    if (!environment.contains(QStringLiteral("REQUEST_METHOD")))
        m_http = parseProxy(variable(environment, QStringLiteral("HTTP_PROXY")));
    const auto exceptions = variable(environment, QStringLiteral("NO_PROXY"));
    for (const auto &text : exceptions.split(u',', Qt::SkipEmptyParts))
        addException(text.trimmed().toLower());
}

void ProxyFromEnvironment::addException(QString text)
{
    if (text == u"*")
        m_never = true;
    Exception exception;
    exception.block = QHostAddress::parseSubnet(text);
    if (!text.contains(u'/') || exception.block.first.isNull()) {
        const QUrl url(QLatin1String("//") +
                       (text.count(u':') > 1 && !text.startsWith(u'[') ? u'[' + text + u']' : text));
        exception.port = url.port();
        exception.host = exception.port < 0 ? text : text.first(text.lastIndexOf(u':'));
        if (exception.host.startsWith(u'[') && exception.host.endsWith(u']'))
            exception.host = exception.host.sliced(1, exception.host.size() - 2);
        const QHostAddress address(exception.host);
        exception.block = {address, address.protocol() == QAbstractSocket::IPv6Protocol ? 128 : 32};
    }
    if (exception.host.startsWith(u"*."))
        exception.host.remove(0, 1);
    if (exception.host.startsWith(u'.')) {
        exception.subdomainsOnly = true;
        exception.host.remove(0, 1);
    }
    if (!exception.host.isEmpty() || !exception.block.first.isNull())
        m_exceptions.append(exception);
}

bool ProxyFromEnvironment::Exception::covers(const QString &name, int atPort) const
{
    if (port >= 0 && port != atPort)
        return false;
    if (!block.first.isNull()) {
        const QHostAddress address(name);
        return !address.isNull() && address.isInSubnet(block);
    }
    return name.endsWith(u'.' + host) || (!subdomainsOnly && name == host);
}

QNetworkProxy ProxyFromEnvironment::proxyFor(const QUrl &url) const
{
    const bool https = url.scheme() == u"https";
    const auto &proxy = https ? m_https : m_http;
    const auto host = url.host();
    if (proxy.isEmpty() || m_never || isLoopback(host))
        return QNetworkProxy::NoProxy;
    for (const auto &exception : m_exceptions) {
        if (exception.covers(host, effectivePort(url)))
            return QNetworkProxy::NoProxy;
    }
    return makeProxy(proxy, https);
}

QList<QNetworkProxy> ProxyFromEnvironment::queryProxy(const QNetworkProxyQuery &query)
{
    return {proxyFor(query.url())};
}

} // namespace dip
