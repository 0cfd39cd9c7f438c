#pragma once

#include "core/base/result.h"
#include "core/registry/registry.h"

#include <QByteArray>
#include <QUrl>

#include <functional>
#include <memory>
#include <stop_token>

class QIODevice;

namespace dip {

/// Header names compare without case; of several with one name all are kept.
class HttpHeaders final
{
public:
    void add(const QByteArray &name, const QByteArray &value) { m_list.append({name, value}); }
    [[nodiscard]] QByteArray value(QByteArrayView name) const;          ///< the first, or empty
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    [[nodiscard]] const QList<std::pair<QByteArray, QByteArray>> &all() const { return m_list; }

private:
    QList<std::pair<QByteArray, QByteArray>> m_list;
};

struct HttpResponse
{
    int status = 0;
    QUrl url;           ///< that answered, after redirects
    HttpHeaders headers;
    QByteArray body;    ///< whole, or its first 64 KiB for an error; empty where onBody took it

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

struct HttpRequest
{
    QByteArray method;
    QUrl url;
    HttpHeaders headers{};
    QByteArray body{};               ///< used where `device` is null
    QIODevice *device = nullptr;     ///< an open, seekable body; its size() is the Content-Length
    bool followRedirects = false;    ///< GET and HEAD only; at most 10, Authorization stays on its host
    std::chrono::milliseconds idleTimeout{60'000};
    qint64 bodyLimit = 4 * 1024 * 1024; ///< a longer successful body is ManifestTooLarge
    /// Where set, a successful body goes here in blocks as it comes, with no limit of its own. `onHead` is
    /// called once before, and may refuse.
    std::function<Result<void>(const HttpResponse &head)> onHead{};
    std::function<Result<void>(QByteArrayView block)> onBody{};
    std::function<void(qint64 sent)> onSent{}; ///< bytes of the body handed to the line so far
};

/// HTTP/1.1 for one thread: its own QNetworkAccessManager, connections kept alive, no cookies, no automatic
/// redirects, TLS by the settings (TLS 1.2 or newer). send() waits in an event loop of its own, so it must not
/// be called on the main thread. An answer of any status is a success here; an Error means that there was no
/// whole answer: HostNotFound, ConnectionRefused, ConnectionLost, Timeout, TlsUntrusted, TlsFailed,
/// ProxyFailed, Cancelled, ManifestTooLarge, ProtocolViolation, or what a callback returned.
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

/// What an unsuccessful answer means, from its status, the registry's error list (OCI distribution-spec, Error
/// Codes), or the first line of a text or HTML body. `what` is the reference or digest concerned.
[[nodiscard]] Error errorFromResponse(const HttpResponse &response, const QString &what);

/// Retry-After in either form (RFC 9110, 10.2.3), in milliseconds from now.
[[nodiscard]] std::optional<qint64> parseRetryAfter(QByteArrayView value);

} // namespace dip
