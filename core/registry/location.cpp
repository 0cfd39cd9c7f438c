#include "core/registry/location.h"

namespace dip {

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && effectivePort(a) == effectivePort(b);
}

Result<QUrl> resolveLocation(const QUrl &base, QByteArrayView location)
{
    if (location.isEmpty())
        return fail(ErrorCode::ProtocolViolation,
                    QStringLiteral("an answer without the Location that it needs"), urlForPeople(base));
    QUrl url = base.resolved(QUrl::fromEncoded(location.toByteArray()));
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("a Location that is no HTTP address"),
                    urlForPeople(base));
    if (base.scheme() != u"https" || url.scheme() == u"https")
        return url;
    if (url.host() != base.host())
        return fail(ErrorCode::ProtocolViolation,
                    QStringLiteral("led from https to plain HTTP at %1").arg(url.host()), urlForPeople(base));
    if (effectivePort(url) == 80)
        url.setPort(base.port());
    url.setScheme(QStringLiteral("https"));
    return url;
}

QString urlForPeople(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace dip
