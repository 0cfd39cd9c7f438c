#include "core/registry/authorizedsession.h"

#include "core/base/log.h"
#include "core/registry/location.h"
#include "core/registry/registryshared.h"
#include "core/registry/tokenfetcher.h"

#include <QIODevice>

namespace dip {

/*
    send ──▶ what does the registry ask for? ──(unknown)──▶ GET /v2/, once for all threads
      │                  │ nothing (perhaps remembered from an earlier run), Basic, Bearer
      │                  ▼
      │        Authorization: none, Basic, or a token of these scopes from the cache or the token server
      ▼                  │
    request ◀────────────┘
      │ 401: learn its challenge, drop the token
      ▼
    request again, where that gives another Authorization ──▶ 401 again: AuthRequired, AuthFailed or Denied
*/
struct AuthorizedSession::Private
{
    Private(std::shared_ptr<Registry> given, std::stop_token stopToken)
        : registry(std::move(given))
        , stop(std::move(stopToken))
        , http(registry->settings(), stop)
        , tokens(http, registry->settings(), stop)
    {}

    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] QUrl resolve(const QUrl &url) const;
    Result<SignIn> findSignIn();
    Result<HttpResponse> probe();
    Result<QByteArray> authorization(const Scopes &scopes);
    Result<HttpResponse> sendOnce(HttpRequest request, const QByteArray &authorization);
    void learnFrom(const HttpResponse &refusal, const Scopes &scopes, const QByteArray &used);
    [[nodiscard]] bool isRefusal(const HttpResponse &response) const;
    [[nodiscard]] Error refused(const HttpResponse &response, const Scopes &scopes) const;
    void passWarningsOn(const HttpResponse &response) const;

    const std::shared_ptr<Registry> registry;
    const std::stop_token stop;
    HttpSession http;
    TokenFetcher tokens;
    std::function<void(const QString &)> onWarning;
};

namespace {

QString tokenKey(const Challenge &challenge, Scopes scopes)
{
    scopes.sort();
    return challenge.realm() + u'\n' + challenge.service() + u'\n' + scopes.join(u' ');
}

HttpRequest pingOf(const QUrl &base, const RegistrySettings &settings)
{
    return {.method = "GET",
            .url = base.resolved(QUrl(QStringLiteral("/v2/"))),
            .describeTls = true,
            .idleTimeout = settings.idleTimeout};
}

/// The text of a Warning header (RFC 7234, 5.5) as registries use it: 299 - "…".
std::optional<QString> warningText(const QByteArray &header)
{
    const auto first = header.indexOf('"');
    const auto last = header.lastIndexOf('"');
    if (!header.startsWith("299 ") || first < 0 || last <= first + 1)
        return {};
    return QString::fromUtf8(header.sliced(first + 1, last - first - 1))
        .replace(QLatin1String("\\\""), QLatin1String("\""))
        .simplified();
}

} // namespace

Scopes pullScope(const RepositoryName &repository)
{
    return {QStringLiteral("repository:%1:pull").arg(repository.toString())};
}

Scopes pushScope(const RepositoryName &repository, const QList<RepositoryName> &mountFrom)
{
    Scopes scopes{QStringLiteral("repository:%1:pull,push").arg(repository.toString())};
    for (const auto &source : mountFrom) {
        if (source != repository)
            scopes += pullScope(source);
    }
    return scopes;
}

Scopes deleteScope(const RepositoryName &repository)
{
    return {QStringLiteral("repository:%1:pull,push,delete").arg(repository.toString())};
}

QUrl AuthorizedSession::Private::baseUrl() const
{
    QUrl url = registry->settings().address.url();
    if (registry->shared().plainHttp)
        url.setScheme(QStringLiteral("http"));
    return url;
}

/// A registry behind a proxy may name itself by http or without its port (registry-protocol, fact 2).
QUrl AuthorizedSession::Private::resolve(const QUrl &url) const
{
    const auto base = baseUrl();
    QUrl absolute = base.resolved(url);
    if (absolute.host() != base.host() || base.scheme() != u"https")
        return absolute;
    if (absolute.port() < 0 || (absolute.scheme() == u"http" && absolute.port() == 80))
        absolute.setPort(base.port());
    absolute.setScheme(base.scheme());
    return absolute;
}

Result<HttpResponse> AuthorizedSession::Private::probe()
{
    const auto &settings = registry->settings();
    auto response = http.send(pingOf(baseUrl(), settings));
    const bool mayBePlain = !response && response.error().code == ErrorCode::TlsFailed && settings.skipTls &&
                            baseUrl().scheme() == u"https";
    if (!mayBePlain)
        return response;
    auto plainUrl = baseUrl();
    plainUrl.setScheme(QStringLiteral("http"));
    auto plain = http.send(pingOf(plainUrl, settings));
    // A server of TLS answers 400 here.
    if (!plain || (plain->status != 200 && plain->status != 401))
        return response;
    registry->shared().plainHttp = true;
    qCWarning(logAuth).noquote() << registry->host() << "speaks no TLS and is talked to in plain HTTP";
    return plain;
}

Result<SignIn> AuthorizedSession::Private::findSignIn()
{
    auto response = probe();
    if (!response)
        return failure(response);
    if (const auto location = response->headers.value("Location");
        response->status / 100 == 3 && !location.isEmpty()) {
        const auto target = response->url.resolved(QUrl::fromEncoded(location));
        if (!sameOrigin(target, response->url))
            return fail(ErrorCode::ProtocolViolation,
                        QStringLiteral("this address only leads to %1; name that one instead")
                            .arg(urlForPeople(target)),
                        registry->host());
    }
    SignIn found;
    if (response->status == 401)
        found.challenge = chooseChallenge(parseChallenges(response->headers.values("WWW-Authenticate")));
    // What a registry in trouble says about this is not to be remembered.
    if (response->status < 500 && response->status != 429) {
        registry->shared().signIn.learn(found);
        const bool asksNothing = response->isSuccess();
        registry->shared().memory.learn([=](auto &traits) { traits.asksNothing = asksNothing; });
    }
    return found;
}

Result<QByteArray> AuthorizedSession::Private::authorization(const Scopes &scopes)
{
    auto &shared = registry->shared();
    const auto signIn = shared.signIn.known();
    if (!signIn || !signIn->challenge)
        return QByteArray();
    const auto &challenge = *signIn->challenge;
    if (challenge.isBasic())
        return basicAuthorization(registry->settings().credentials);
    auto token = shared.tokens.obtain(
        tokenKey(challenge, scopes), [&] { return tokens.fetch(challenge, baseUrl(), scopes); }, stop);
    if (!token)
        return failure(token);
    return "Bearer " + *token;
}

Result<HttpResponse> AuthorizedSession::Private::sendOnce(HttpRequest request,
                                                          const QByteArray &authorization)
{
    request.headers.removeAll("Authorization");
    if (!authorization.isEmpty())
        request.headers.add("Authorization", authorization);
    if (request.device && !request.device->seek(0))
        return fail(ErrorCode::DiskFailed, request.device->errorString());
    auto response = http.send(request);
    if (response)
        passWarningsOn(*response);
    return response;
}

bool AuthorizedSession::Private::isRefusal(const HttpResponse &response) const
{
    return response.status == 401 && sameOrigin(response.url, baseUrl());
}

void AuthorizedSession::Private::learnFrom(const HttpResponse &refusal, const Scopes &scopes,
                                           const QByteArray &used)
{
    const auto challenge = chooseChallenge(parseChallenges(refusal.headers.values("WWW-Authenticate")));
    if (!challenge)
        return;
    auto &shared = registry->shared();
    shared.signIn.learn({challenge});
    shared.memory.learn([](auto &traits) { traits.asksNothing = false; });
    if (challenge->isBearer() && used.startsWith("Bearer "))
        shared.tokens.drop(tokenKey(*challenge, scopes), QByteArrayView(used).sliced(7));
}

Error AuthorizedSession::Private::refused(const HttpResponse &response, const Scopes &scopes) const
{
    auto error = errorFromResponse(response, registry->host());
    const auto challenge = chooseChallenge(parseChallenges(response.headers.values("WWW-Authenticate")));
    // The token server has taken the credentials, so it is not they that the registry refuses.
    const bool isKnown =
        challenge && challenge->isBearer() && !scopes.isEmpty() && challenge->error() != u"invalid_token";
    if (registry->settings().credentials.isEmpty())
        error.code = ErrorCode::AuthRequired;
    else
        error.code = isKnown ? ErrorCode::Denied : ErrorCode::AuthFailed;
    return error;
}

void AuthorizedSession::Private::passWarningsOn(const HttpResponse &response) const
{
    if (!onWarning)
        return;
    for (const auto &header : response.headers.values("Warning")) {
        if (const auto text = warningText(header))
            onWarning(*text);
    }
}

AuthorizedSession::AuthorizedSession(std::shared_ptr<Registry> registry, std::stop_token stop)
    : d(std::make_unique<Private>(std::move(registry), std::move(stop)))
{}

AuthorizedSession::~AuthorizedSession() = default;

Result<HttpResponse> AuthorizedSession::send(const HttpRequest &request, const Scopes &scopes)
{
    auto signIn = d->registry->shared().signIn.obtain([this] { return d->findSignIn(); }, d->stop);
    if (!signIn)
        return failure(signIn);
    HttpRequest line = request;
    line.url = d->resolve(request.url);
    if (!sameOrigin(line.url, baseUrl()))
        return d->sendOnce(std::move(line), {});
    auto authorization = d->authorization(scopes);
    if (!authorization)
        return failure(authorization);
    auto response = d->sendOnce(line, *authorization);
    if (!response || !d->isRefusal(*response))
        return response;
    d->learnFrom(*response, scopes, *authorization);
    auto renewed = d->authorization(scopes);
    if (!renewed)
        return failure(renewed);
    if (*renewed != *authorization) {
        response = d->sendOnce(std::move(line), *renewed);
        if (!response || !d->isRefusal(*response))
            return response;
    }
    return std::unexpected(d->refused(*response, scopes));
}

Result<HttpResponse> AuthorizedSession::probe()
{
    return d->probe();
}

void AuthorizedSession::setWarningHandler(std::function<void(const QString &)> handler)
{
    d->onWarning = std::move(handler);
}

const RegistrySettings &AuthorizedSession::settings() const
{
    return d->registry->settings();
}

const std::stop_token &AuthorizedSession::stopToken() const
{
    return d->stop;
}

QUrl AuthorizedSession::baseUrl() const
{
    return d->baseUrl();
}

} // namespace dip
