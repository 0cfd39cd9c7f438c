#include "core/registry/tokenfetcher.h"

#include "core/base/log.h"
#include "core/registry/hostlookup.h"
#include "core/registry/tokenrealm.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace dip {

namespace {

constexpr qint64 maxAnswer = 1024 * 1024;
constexpr qint64 defaultLifetime = 60;

/// name=value&name=value, encoded so that also "+" means itself.
class Form final
{
public:
    void add(const QByteArray &name, const QString &value)
    {
        if (!m_text.isEmpty())
            m_text += '&';
        m_text += name + '=' + QUrl::toPercentEncoding(value);
    }
    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    QByteArray m_text;
};

qint64 lifetimeOf(const QJsonObject &answer)
{
    const auto named = answer.value(u"expires_in").toInteger(0);
    const auto lifetime = named > 0 ? named : defaultLifetime;
    // A token that was made for somebody earlier is younger for us. Clocks that differ by more are not
    // believed.
    const auto issued = QDateTime::fromString(answer.value(u"issued_at").toString(), Qt::ISODate);
    const auto age = issued.isValid() ? issued.secsTo(QDateTime::currentDateTimeUtc()) : 0;
    return age > 0 && age < lifetime ? lifetime - age : lifetime;
}

Result<TokenCache::Token> parseToken(const HttpResponse &response)
{
    const auto answer = QJsonDocument::fromJson(response.body).object();
    auto token = answer.value(u"token").toString();
    if (token.isEmpty())
        token = answer.value(u"access_token").toString();
    const auto value = token.toLatin1();
    // It becomes a header: a line's end in it would begin another one.
    if (value.isEmpty() || std::ranges::any_of(value, [](char c) { return c <= ' ' || c == 127; }))
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("the token server gave no token"),
                    response.url.authority());
    return TokenCache::Token{value, lifetimeOf(answer)};
}

} // namespace

QByteArray basicAuthorization(const Credentials &credentials)
{
    if (credentials.username.isEmpty())
        return {};
    const auto &secret = credentials.password.isEmpty() ? credentials.identityToken : credentials.password;
    return "Basic " + (credentials.username + u':' + secret).toUtf8().toBase64();
}

Result<TokenCache::Token> TokenFetcher::fetch(const Challenge &challenge, const QUrl &registry,
                                              const QStringList &scopes)
{
    const auto own = [&] {
        return lookUpHost(registry.host(), m_stop);
    };
    if (auto fine = checkRealm(QUrl(challenge.realm()), registry, own); !fine)
        return failure(fine);
    std::optional<Result<HttpResponse>> response;
    if (!m_settings.credentials.identityToken.isEmpty()) {
        response = askByRefreshToken(challenge, scopes);
        // Not all token servers have the OAuth2 way.
        if (*response && (response->value().status == 404 || response->value().status == 405))
            response.reset();
    }
    if (!response)
        response = askByPassword(challenge, scopes);
    if (!*response)
        return failure(*response);
    if (!response->value().isSuccess())
        return std::unexpected(refusal(response->value()));
    qCDebug(logAuth).noquote() << "token from" << response->value().url.host() << "for" << scopes.join(u' ');
    return parseToken(response->value());
}

Result<HttpResponse> TokenFetcher::askByPassword(const Challenge &challenge, const QStringList &scopes)
{
    const auto authorization = basicAuthorization(m_settings.credentials);
    QUrl url(challenge.realm());
    Form query;
    if (!challenge.service().isEmpty())
        query.add("service", challenge.service());
    for (const auto &scope : scopes)
        query.add("scope", scope);
    if (!authorization.isEmpty())
        query.add("account", m_settings.credentials.username);
    auto text = url.query(QUrl::FullyEncoded).toLatin1();
    if (!text.isEmpty() && !query.text().isEmpty())
        text += '&';
    url.setQuery(QString::fromLatin1(text + query.text()));

    HttpRequest request{
        .method = "GET", .url = url, .idleTimeout = m_settings.idleTimeout, .bodyLimit = maxAnswer};
    request.headers.add("Accept", "application/json");
    if (!authorization.isEmpty())
        request.headers.add("Authorization", authorization);
    return m_http.send(request);
}

Result<HttpResponse> TokenFetcher::askByRefreshToken(const Challenge &challenge, const QStringList &scopes)
{
    Form form;
    form.add("grant_type", QStringLiteral("refresh_token"));
    form.add("service", challenge.service());
    form.add("client_id", QStringLiteral("docker-image-pusher"));
    form.add("scope", scopes.join(u' '));
    form.add("refresh_token", m_settings.credentials.identityToken);
    HttpRequest request{.method = "POST",
                        .url = QUrl(challenge.realm()),
                        .body = form.text(),
                        .idleTimeout = m_settings.idleTimeout,
                        .bodyLimit = maxAnswer};
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.headers.add("Accept", "application/json");
    return m_http.send(request);
}

Error TokenFetcher::refusal(const HttpResponse &response) const
{
    auto error = errorFromResponse(response, response.url.authority());
    const bool isSignedIn = !m_settings.credentials.isEmpty();
    if (response.status == 401)
        error.code = isSignedIn ? ErrorCode::AuthFailed : ErrorCode::AuthRequired;
    else if (response.status == 400 && error.detail.contains(QLatin1String("invalid_grant")))
        error.code = ErrorCode::AuthFailed; // RFC 6749, 5.2
    return error;
}

} // namespace dip
