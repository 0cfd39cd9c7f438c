#pragma once

#include "core/registry/errorfromresponse.h"
#include "core/registry/httpmessage.h"
#include "core/registry/registry.h"

#include <memory>
#include <stop_token>

namespace dip {

/// HTTP/1.1 for one thread: connections of its own that are kept alive (and its own QNetworkAccessManager
/// for the way through proxies), no cookies, no automatic redirects, TLS by the settings (TLS 1.2 or newer).
/// send() waits in an event loop of its own, so it must not be called on the main thread. An answer of any
/// status is a success here; an Error means that there was no whole answer (only of a chunked body that came
/// through a proxy Qt does not tell whether its end has come, so what reads one checks it: blobs by size and
/// digest, all else as JSON): HostNotFound, ConnectionRefused, ConnectionLost, Timeout,
/// TlsUntrusted, TlsFailed, ProxyFailed, Cancelled, ManifestTooLarge, ProtocolViolation, or what a callback
/// returned.
class HttpSession final
{
public:
    HttpSession(const RegistrySettings &settings, std::stop_token stop);
    ~HttpSession();
    Q_DISABLE_COPY_MOVE(HttpSession)

    [[nodiscard]] Result<HttpResponse> send(const HttpRequest &request);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dip
