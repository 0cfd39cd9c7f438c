#pragma once

#include <chrono>

#include "core/registry/authorizedsession.h"
#include "tests/support/httpstub.h"
#include "tests/support/tokenserver.h"

/// What the tests of sessions with authorization begin with.
namespace dip::test {

using namespace std::chrono_literals;

inline const RepositoryName app = RepositoryName::parse(u"tiny/app").value();

[[nodiscard]] inline RegistrySettings settingsFor(const QUrl &url, const Credentials &credentials = {})
{
    return {.address = RegistryAddress::parse(url.toString()).value(),
            .credentials = credentials,
            .idleTimeout = 5s};
}

[[nodiscard]] inline Credentials user(const char *password = "secret")
{
    return {.username = QStringLiteral("user"), .password = QString::fromLatin1(password)};
}

[[nodiscard]] inline std::shared_ptr<Registry> registryOf(const QUrl &url,
                                                          const Credentials &credentials = {})
{
    return std::make_shared<Registry>(settingsFor(url, credentials));
}

[[nodiscard]] inline HttpRequest get(const QString &path)
{
    return {.method = "GET", .url = QUrl(path), .idleTimeout = 5s};
}

inline const QString tags = QStringLiteral("/v2/tiny/app/tags/list");

[[nodiscard]] inline Result<HttpResponse> sendOnce(const std::shared_ptr<Registry> &registry,
                                                   const HttpRequest &request, const Scopes &scopes,
                                                   const std::stop_token &stop = {})
{
    AuthorizedSession session(registry, stop);
    return session.send(request, scopes);
}

[[nodiscard]] inline QString outcome(const Result<HttpResponse> &result)
{
    return result ? QString::number(result->status) : errorCodeName(result.error().code);
}

[[nodiscard]] inline StubResponse challenge(const QByteArray &value)
{
    return {.status = 401,
            .headers = {{"WWW-Authenticate", value}},
            .body = "{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}"};
}

/// A registry that lets in whoever has some token of this server.
[[nodiscard]] inline StubResponse bearerOnly(const TokenServer &server, const StubRequest &request)
{
    if (request.headers.value("authorization").startsWith("Bearer "))
        return {};
    return challenge("Bearer realm=\"" + server.realm().toEncoded() + "\",service=\"" +
                     server.service().toUtf8() + "\"");
}

} // namespace dip::test
