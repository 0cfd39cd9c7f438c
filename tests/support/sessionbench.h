#pragma once

#include "core/registry/httpsession.h"
#include "tests/support/httpstub.h"

namespace dip::test {

[[nodiscard]] inline RegistrySettings settingsFor(const QUrl &url)
{
    return {.address = RegistryAddress::parse(url.toString()).value()};
}

[[nodiscard]] inline Result<HttpResponse>
sendOnce(const RegistrySettings &settings, const HttpRequest &request, const std::stop_token &stop = {})
{
    HttpSession session(settings, stop);
    return session.send(request);
}

[[nodiscard]] inline HttpRequest get(const QUrl &url)
{
    return {.method = "GET", .url = url, .idleTimeout = std::chrono::seconds(5)};
}

[[nodiscard]] inline StubResponse redirectTo(const QByteArray &location, int status = 307)
{
    return {.status = status, .headers = {{"Location", location}}};
}

} // namespace dip::test

#define COMPARE_CODE(result, expected)                                                                       \
    QVERIFY(!(result));                                                                                      \
    QCOMPARE(errorCodeName((result).error().code), errorCodeName(expected))
