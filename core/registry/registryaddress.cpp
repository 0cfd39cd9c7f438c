#include "core/registry/registryaddress.h"

#include <QSet>

namespace dip {

namespace {

constexpr QLatin1StringView dockerHubHost("registry-1.docker.io");

bool isDockerHubName(const QString &host)
{
    static const QSet<QString> names{QStringLiteral("docker.io"),
                                     QStringLiteral("index.docker.io"),
                                     QStringLiteral("registry-1.docker.io"),
                                     QStringLiteral("registry.docker.io"),
                                     QStringLiteral("hub.docker.com"),
                                     QStringLiteral("registry.hub.docker.com")};
    return names.contains(host);
}

bool isBare(const QUrl &url)
{
    return (url.path().isEmpty() || url.path() == u"/") && url.userInfo().isEmpty() && !url.hasQuery() &&
           !url.hasFragment();
}

} // namespace

Result<RegistryAddress> RegistryAddress::parse(QStringView text)
{
    const auto trimmed = text.trimmed().toString();
    const auto full = trimmed.contains(QLatin1String("://")) ? trimmed : QLatin1String("https://") + trimmed;
    QUrl url(full, QUrl::StrictMode);
    const auto scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("not the address of a registry"), trimmed);
    if (scheme != u"https" && scheme != u"http")
        return fail(ErrorCode::InvalidArgument, QStringLiteral("a registry is reached by https or http"),
                    trimmed);
    if (!isBare(url))
        // The text may hold a password, so it is not repeated.
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("a registry's address has no path, user or query"), url.host());
    url.setPath({});
    if (isDockerHubName(url.host()))
        url.setHost(dockerHubHost);
    return RegistryAddress(url);
}

QString RegistryAddress::hostAndPort() const
{
    return m_url.authority();
}

bool RegistryAddress::isPlainHttp() const
{
    return m_url.scheme() == u"http";
}

bool RegistryAddress::isDockerHub() const
{
    return m_url.host() == dockerHubHost;
}

QString RegistryAddress::credentialsKey() const
{
    return isDockerHub() ? QStringLiteral("https://index.docker.io/v1/") : hostAndPort();
}

} // namespace dip
