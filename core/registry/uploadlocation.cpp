#include "core/registry/uploadlocation.h"

#include "core/registry/location.h"

#include <QRegularExpression>

namespace dip {

Result<QUrl> uploadLocation(const QUrl &request, QByteArrayView location, const QUrl &base)
{
    auto url = resolveLocation(request, location);
    if (!url)
        return url;
    url->setFragment({});
    url->setUserInfo({});
    const bool isOurs = url->host() == base.host() && url->scheme() == base.scheme();
    if (isOurs && url->port() < 0)
        url->setPort(base.port());
    return url;
}

QUrl withDigest(const QUrl &location, const Digest &digest)
{
    // By hand, as QUrlQuery might write the registry's own query, which may be signed, in another way.
    QUrl url = location;
    const QString query = location.query(QUrl::FullyEncoded);
    const QString argument =
        QStringLiteral("digest=") + QString::fromLatin1(QUrl::toPercentEncoding(digest.toString()));
    url.setQuery(query.isEmpty() ? argument : query + u'&' + argument, QUrl::StrictMode);
    return url;
}

std::optional<qint64> parseUploadRange(QByteArrayView range, qint64 expected)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(?:bytes[= ]\\s*)?\\d+-(-?\\d+)\\s*$"));
    const auto match = pattern.match(QString::fromLatin1(range));
    bool isNumber = false;
    const qint64 last = match.captured(1).toLongLong(&isNumber);
    if (!match.hasMatch() || !isNumber || last < -1)
        return {};
    if (last == 0)
        return expected == 1 ? 1 : 0;
    return last + 1;
}

} // namespace dip
