#include "core/registry/httpline.h"

#include "core/registry/location.h"

#include <QNetworkProxy>

namespace dip {

namespace {

/// What comes in faster than it is taken waits in the system, and then with the sender.
constexpr qint64 readBuffer = 1024 * 1024;

} // namespace

HttpLine::HttpLine(const QUrl &origin, const QSslConfiguration &tls) : m_origin(origin), m_tls(tls) {}

HttpLine::~HttpLine() = default;

bool HttpLine::isOpen()
{
    if (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState)
        return false;
    // The server may have closed it meanwhile; what came unasked is nothing that we can use.
    const bool hasUnasked = m_socket->bytesAvailable() > 0 || m_socket->waitForReadyRead(0);
    return !hasUnasked && m_socket->state() == QAbstractSocket::ConnectedState;
}

void HttpLine::connectAnew()
{
    const auto port = quint16(effectivePort(m_origin));
    close();
    if (m_origin.scheme() == u"https") {
        auto socket = std::make_unique<QSslSocket>();
        m_tlsSocket = socket.get();
        m_tlsSocket->setSslConfiguration(m_tls);
        m_socket = std::move(socket);
    } else {
        m_socket = std::make_unique<QTcpSocket>();
    }
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(readBuffer);
    if (m_tlsSocket)
        m_tlsSocket->connectToHostEncrypted(m_origin.host(), port);
    else
        m_socket->connectToHost(m_origin.host(), port);
}

void HttpLine::close()
{
    // We may be called from one of its signals.
    if (m_socket) {
        m_socket->disconnect();
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
    m_tlsSocket = nullptr;
}

qint64 HttpLine::unsent() const
{
    return m_socket->bytesToWrite() + (m_tlsSocket ? m_tlsSocket->encryptedBytesToWrite() : 0);
}

void HttpLine::tune()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

} // namespace dip
