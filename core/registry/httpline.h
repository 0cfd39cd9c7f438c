#pragma once

#include <QSslConfiguration>
#include <QSslSocket>
#include <QUrl>

#include <memory>

namespace dip {

/// A connection to one origin (scheme, host and port), kept open from one exchange to the next. Small pieces
/// go out at once (no waiting for an acknowledgement, as Nagle's algorithm would have it). For one thread.
class HttpLine final
{
public:
    HttpLine(const QUrl &origin, const QSslConfiguration &tls);
    ~HttpLine();
    Q_DISABLE_COPY_MOVE(HttpLine)

    /// Whether it is still open from an earlier exchange, so that a request can go out just now.
    [[nodiscard]] bool isOpen();
    /// Begins to connect with a new socket; see its signals.
    void connectAnew();
    /// Ends it: the next exchange has to connect anew.
    void close();

    [[nodiscard]] QTcpSocket *socket() const { return m_socket.get(); } ///< null before the first connection
    [[nodiscard]] QSslSocket *tlsSocket() const { return m_tlsSocket; } ///< the same, for https
    /// Bytes that were handed over and have not left yet.
    [[nodiscard]] qint64 unsent() const;
    /// To be called once connected.
    void tune();

private:
    const QUrl m_origin;
    const QSslConfiguration m_tls;
    std::unique_ptr<QTcpSocket> m_socket;
    QSslSocket *m_tlsSocket = nullptr;
};

} // namespace dip
