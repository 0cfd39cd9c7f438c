#pragma once

#include "core/registry/challenge.h"
#include "core/registry/httpsession.h"
#include "core/registry/tokencache.h"

namespace dip {

/// Gets tokens from the token server that a registry names (Docker distribution, Token Authentication and
/// OAuth2 Token Authentication). For one thread; all must outlive this.
class TokenFetcher final
{
public:
    TokenFetcher(HttpSession &http, const RegistrySettings &settings, const std::stop_token &stop)
        : m_http(http), m_settings(settings), m_stop(stop)
    {}
    Q_DISABLE_COPY_MOVE(TokenFetcher)

    /// AuthRequired, AuthFailed, Denied and all that HttpSession::send fails by; `where` is the token server.
    [[nodiscard]] Result<TokenCache::Token> fetch(const Challenge &challenge, const QUrl &registry,
                                                  const QStringList &scopes);

private:
    [[nodiscard]] Result<HttpResponse> askByPassword(const Challenge &challenge, const QStringList &scopes);
    [[nodiscard]] Result<HttpResponse> askByRefreshToken(const Challenge &challenge,
                                                         const QStringList &scopes);
    [[nodiscard]] Error refusal(const HttpResponse &response) const;

    HttpSession &m_http;
    const RegistrySettings &m_settings;
    const std::stop_token &m_stop;
};

/// "Basic …" of these credentials; empty where there is no user name.
[[nodiscard]] QByteArray basicAuthorization(const Credentials &credentials);

} // namespace dip
