#pragma once

#include "core/registry/httpsession.h"

#include <QStringList>

namespace dip {

/// What a request needs to be allowed to do: "repository:library/ubuntu:pull" and the like (Docker
/// distribution, Token Scope). Order does not matter.
using Scopes = QStringList;

[[nodiscard]] Scopes pullScope(const RepositoryName &repository);
[[nodiscard]] Scopes pushScope(const RepositoryName &repository, const QList<RepositoryName> &mountFrom = {});
[[nodiscard]] Scopes deleteScope(const RepositoryName &repository);

/// An HttpSession that signs in: adds the Authorization that the registry asked for (Basic, Bearer, or none),
/// fetches tokens through the shared cache, and on a 401 gets a new token and sends the request once more
/// (the device is rewound). For one thread.
class AuthorizedSession final
{
public:
    AuthorizedSession(std::shared_ptr<Registry> registry, std::stop_token stop);
    ~AuthorizedSession();
    Q_DISABLE_COPY_MOVE(AuthorizedSession)

    /// As HttpSession::send; in addition AuthRequired, AuthFailed, and Denied where the token server says so.
    /// Authorization is added only for the registry's own host, never over a downgraded scheme. The request's
    /// URL may be relative to the registry. An answer 401 that stays becomes AuthRequired or AuthFailed.
    [[nodiscard]] Result<HttpResponse> send(const HttpRequest &request, const Scopes &scopes);

    /// GET /v2/ as nobody, its answer as it comes, with what TLS there is. Finds out whether skipTls has to
    /// fall back to plain HTTP.
    [[nodiscard]] Result<HttpResponse> probe();

    /// Called with the text of every Warning header (299) of an answer.
    void setWarningHandler(std::function<void(const QString &text)> handler);

    [[nodiscard]] const RegistrySettings &settings() const;
    [[nodiscard]] const std::stop_token &stopToken() const;
    /// The registry's base URL as reached (plain HTTP where skipTls had to fall back).
    [[nodiscard]] QUrl baseUrl() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dip
