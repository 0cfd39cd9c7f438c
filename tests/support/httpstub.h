#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QSslConfiguration>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace dip::test {

/// A request as it came over the line; header names are in lower case.
struct StubRequest
{
    QByteArray method;
    QByteArray target; ///< path and query
    QHash<QByteArray, QByteArray> headers;
    QByteArray body{};

    [[nodiscard]] QByteArray path() const
    {
        return target.first(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    }
};

/// What the stub answers. Content-Length is added unless a header or `chunked` says otherwise.
struct StubResponse
{
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray body{};
    std::optional<qint64> cutAfter{}; ///< so many bytes of the body, then the connection is closed
    bool hang = false;                ///< no answer at all
    std::optional<QByteArray> raw{};  ///< these bytes instead of all the above, then the connection is closed
};

/// A small HTTP server on loopback, in a thread of its own. The handler runs in that thread. A request with
/// the header X-Stub-Early is answered as soon as its head has come, and the connection is closed then.
class HttpStub final
{
public:
    using Handler = std::function<StubResponse(const StubRequest &)>;

    explicit HttpStub(Handler handler, const std::optional<QSslConfiguration> &tls = {});
    ~HttpStub();
    Q_DISABLE_COPY_MOVE(HttpStub)

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString host() const; ///< "127.0.0.1:port"
    [[nodiscard]] QUrl url(const QString &path = {}) const;

    /// All requests so far, also those whose answer was cut.
    [[nodiscard]] QList<StubRequest> requests() const;
    [[nodiscard]] int connections() const;

private:
    class Server;
    QThread m_thread;
    std::unique_ptr<Server> m_server;
    bool m_tls;
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    QList<StubRequest> m_requests;
    int m_connections = 0;
};

} // namespace dip::test
