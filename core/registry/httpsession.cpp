#include "core/registry/httpsession.h"

#include <map>

#include "core/base/log.h"
#include "core/registry/httpexchange.h"
#include "core/registry/lineexchange.h"
#include "core/registry/location.h"
#include "core/registry/proxyfromenvironment.h"
#include "core/registry/tlssettings.h"

#include <QHttpHeaders>
#include <QNetworkAccessManager>
#include <QSet>

namespace dip {

namespace {

constexpr int maxRedirects = 10;
constexpr std::size_t mostLines = 4;

bool hasBody(const HttpRequest &request)
{
    return request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
}

/// Bodies of blobs, which go over a line of our own: QNetworkAccessManager hands them from one thread to
/// another in pieces of 16 KiB, and that costs more than all else of a transfer. It carries all the rest, and
/// everything that goes by a proxy.
bool isBulk(const HttpRequest &request)
{
    return request.device || request.onBody;
}

bool isRedirect(const HttpResponse &response)
{
    static const QSet<int> statuses{301, 302, 303, 307, 308};
    return statuses.contains(response.status) && !response.headers.value("Location").isEmpty();
}

QString originOf(const QUrl &url)
{
    return url.host() + u':' + QString::number(effectivePort(url));
}

/// All headers of a request but Host; those that would break a line are left out.
QHttpHeaders lineHeaders(const HttpRequest &request, const HttpHeaders &given)
{
    QHttpHeaders headers;
    for (const auto &[name, value] : given.all())
        headers.append(name, value);
    headers.append(QHttpHeaders::WellKnownHeader::UserAgent, "docker-image-pusher/" PROJECT_VERSION);
    // Compressed on the way, a blob would not have its size, nor a resumed one its bytes; Qt also unpacks by
    // itself.
    headers.append(QHttpHeaders::WellKnownHeader::AcceptEncoding, "identity");
    if (hasBody(request)) {
        if (!headers.contains(QHttpHeaders::WellKnownHeader::ContentType))
            headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/octet-stream");
        const auto length = request.device ? request.device->size() : request.body.size();
        headers.replaceOrAppend(QHttpHeaders::WellKnownHeader::ContentLength, QByteArray::number(length));
    }
    return headers;
}

} // namespace

struct HttpSession::Private
{
    Private(const RegistrySettings &given, std::stop_token stopToken)
        : settings(given)
        , stop(std::move(stopToken))
        , pinned(given.pinnedCertificate ? QByteArray::fromHex(given.pinnedCertificate->hex().toLatin1())
                                         : QByteArray())
        , tls(given.certificateFolders, pinned.isEmpty() ? QString() : originOf(given.address.url()))
        , proxies(given.environment)
    {
        manager.setProxyFactory(new ProxyFromEnvironment(settings.environment)); // takes it over
        manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }

    HttpLine &lineTo(const QUrl &url);
    Result<HttpResponse> exchangeOverLine(const HttpRequest &request, const QUrl &url,
                                          const HttpHeaders &headers, HttpRoute &route);
    QNetworkRequest lineRequest(const HttpRequest &request, const QUrl &url, const HttpHeaders &headers);
    Result<HttpResponse> exchange(const HttpRequest &request, const QUrl &url, const HttpHeaders &headers);
    Result<QUrl> redirectTarget(const HttpResponse &response, QSet<QUrl> &seen) const;

    const RegistrySettings settings;
    const std::stop_token stop;
    const QByteArray pinned; ///< fingerprint of the registry's own certificate; empty: any trusted one
    TlsSettings tls;
    const ProxyFromEnvironment proxies;
    QSet<QString> tlsHosts;            ///< those that have spoken TLS with us
    std::map<QString, HttpLine> lines; ///< by origin
    QNetworkAccessManager manager;
};

HttpLine &HttpSession::Private::lineTo(const QUrl &url)
{
    const auto origin = QStringLiteral("%1://%2:%3").arg(url.scheme(), url.host()).arg(effectivePort(url));
    const auto known = lines.find(origin);
    if (known != lines.end())
        return known->second;
    // A registry's storage may have many hosts; the line to the registry itself is worth the most.
    if (lines.size() >= mostLines)
        lines.clear();
    const bool isTls = url.scheme() == u"https";
    return lines.try_emplace(origin, url, isTls ? tls.configurationFor(url) : QSslConfiguration())
        .first->second;
}

Result<HttpResponse> HttpSession::Private::exchangeOverLine(const HttpRequest &request, const QUrl &url,
                                                            const HttpHeaders &headers, HttpRoute &route)
{
    const QHttpHeaders all = lineHeaders(request, headers);
    HttpHeaders written;
    for (qsizetype i = 0; i < all.size(); ++i)
        written.add(QByteArray(all.nameAt(i).data(), all.nameAt(i).size()), all.valueAt(i).toByteArray());
    return LineExchange(lineTo(url), request, url, written, route).run(stop);
}

QNetworkRequest HttpSession::Private::lineRequest(const HttpRequest &request, const QUrl &url,
                                                  const HttpHeaders &headers)
{
    QNetworkRequest line(url);
    line.setHeaders(lineHeaders(request, headers));
    line.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    line.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    line.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    line.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    line.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    line.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (url.scheme() == u"https")
        line.setSslConfiguration(tls.configurationFor(url));
    return line;
}

Result<HttpResponse> HttpSession::Private::exchange(const HttpRequest &request, const QUrl &url,
                                                    const HttpHeaders &headers)
{
    const bool isOwn = originOf(url) == originOf(settings.address.url());
    HttpRoute route{settings.skipTls && url.host() == settings.address.url().host(),
                    isOwn ? pinned : QByteArray(), proxies.proxyFor(url).type() != QNetworkProxy::NoProxy,
                    tlsHosts.contains(url.authority())};
    QElapsedTimer time;
    time.start();
    auto response = isBulk(request) && !route.byProxy
                        ? exchangeOverLine(request, url, headers, route)
                        : HttpExchange(manager, request, lineRequest(request, url, headers), route).run(stop);
    if (route.hasSpokenTls)
        tlsHosts.insert(url.authority());
    const auto what = QString::fromLatin1(request.method) + u' ' + urlForPeople(url);
    if (response)
        qCDebug(logHttp).noquote() << what << response->status << time.elapsed() << "ms";
    else if (response.error().code != ErrorCode::Cancelled)
        qCInfo(logHttp).noquote() << what << errorCodeName(response.error().code) << response.error().detail;
    return response;
}

Result<QUrl> HttpSession::Private::redirectTarget(const HttpResponse &response, QSet<QUrl> &seen) const
{
    auto target = resolveLocation(response.url, response.headers.value("Location"));
    if (!target)
        return target;
    if (seen.contains(*target) || seen.size() > maxRedirects)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("redirected in a circle or too often"),
                    urlForPeople(response.url));
    seen.insert(*target);
    return target;
}

HttpSession::HttpSession(const RegistrySettings &settings, std::stop_token stop)
    : d(std::make_unique<Private>(settings, std::move(stop)))
{}

HttpSession::~HttpSession() = default;

Result<HttpResponse> HttpSession::send(const HttpRequest &request)
{
    QUrl url = request.url;
    HttpHeaders headers = request.headers;
    QSet<QUrl> seen{url};
    for (;;) {
        if (d->stop.stop_requested())
            return fail(ErrorCode::Cancelled, {});
        auto response = d->exchange(request, url, headers);
        if (!response || !request.followRedirects || !isRedirect(*response))
            return response;
        auto target = d->redirectTarget(*response, seen);
        if (!target)
            return failure(target);
        // Once another host was on the way, its word does not bring the Authorization back.
        if (!sameOrigin(url, *target))
            headers.removeAll("Authorization");
        url = *target;
    }
}

} // namespace dip
