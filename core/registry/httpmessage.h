#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

class QIODevice;

namespace dip {

/// Header names compare without case; of several with one name all are kept.
class HttpHeaders final
{
public:
    void add(const QByteArray &name, const QByteArray &value) { m_list.append({name, value}); }
    [[nodiscard]] QByteArray value(QByteArrayView name) const; ///< the first, or empty
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    [[nodiscard]] const QList<std::pair<QByteArray, QByteArray>> &all() const { return m_list; }

    void removeAll(QByteArrayView name);

private:
    QList<std::pair<QByteArray, QByteArray>> m_list;
};

struct HttpResponse
{
    int status = 0;
    QUrl url; ///< that answered, after redirects
    HttpHeaders headers;
    QByteArray body; ///< whole, or its first 64 KiB for an error; empty where onBody took it
    QString tls;     ///< for people: version, certificate and its issuer; only where `describeTls` asked

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

struct HttpRequest
{
    QByteArray method;
    QUrl url;
    HttpHeaders headers{};
    QByteArray body{};           ///< used where `device` is null
    QIODevice *device = nullptr; ///< an open, seekable body; its size() is the Content-Length
    bool describeTls = false;
    bool followRedirects = false; ///< GET and HEAD only; at most 10, Authorization stays on its host
    std::chrono::milliseconds idleTimeout{60'000};
    std::optional<std::chrono::milliseconds> answerTimeout{}; ///< the same, once the body is all sent
    qint64 bodyLimit = 4 * 1024 * 1024; ///< a longer successful body is ManifestTooLarge
    /// Where set, a successful body goes here in blocks as it comes, with no limit of its own. `onHead` is
    /// called once before, and may refuse.
    std::function<Result<void>(const HttpResponse &head)> onHead{};
    std::function<Result<void>(QByteArrayView block)> onBody{};
    std::function<void(qint64 sent)> onSent{}; ///< bytes of the body handed to the line so far
};

/// What is known of the way to a request's host.
struct HttpRoute
{
    bool takeAnyCertificate = false;
    QByteArray pinned; ///< SHA-256 of the only certificate to be taken; empty: by the authorities
    bool byProxy = false;
    bool hasSpokenTls = false; ///< before; afterwards: or now
};

} // namespace dip
