#include "core/registry/lineexchange.h"

#include "core/registry/location.h"
#include "core/registry/tlssettings.h"

#include <QIODevice>

namespace dip {

namespace {

constexpr qint64 blockSize = 256 * 1024;
/// What may wait in the socket: enough for the next write to find something while we fetch more.
constexpr qint64 sendAhead = 256 * 1024;

/// RFC 9112, 3: the request line in origin form, and Host first.
QByteArray headOf(const QByteArray &method, const QUrl &url, const HttpHeaders &headers)
{
    QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!target.startsWith('/'))
        target.prepend('/');
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() >= 0)
        host += ':' + QByteArray::number(url.port());
    QByteArray head = method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\n";
    for (const auto &[name, value] : headers.all())
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

} // namespace

LineExchange::LineExchange(HttpLine &line, const HttpRequest &request, const QUrl &url,
                           const HttpHeaders &headers, HttpRoute &route)
    : m_line(line)
    , m_request(request)
    , m_url(url)
    , m_head(headOf(request.method, url, headers))
    , m_bodySize(request.device ? request.device->size() : request.body.size())
    , m_route(route)
    , m_parser(request.method == "HEAD")
    , m_answer(request, url)
    , m_block(std::make_unique_for_overwrite<char[]>(blockSize))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(request.idleTimeout);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        giveUp(error(ErrorCode::Timeout,
                     QStringLiteral("nothing moved for %1 s").arg(double(m_idle.interval()) / 1000)));
    });
    if (request.device) // says so when a rate limit lets it go on
        connect(request.device, &QIODevice::readyRead, this, &LineExchange::pump);
}

LineExchange::~LineExchange()
{
    if (m_line.socket())
        m_line.socket()->disconnect(this);
}

Result<HttpResponse> LineExchange::run(const std::stop_token &stop)
{
    const auto cancel = [this] {
        giveUp({ErrorCode::Cancelled, {}, {}, 0, {}, {}});
    };
    // The stop may come from any thread, also before the loop runs: the call is queued and found there.
    const std::stop_callback onStop(
        stop, [this, cancel] { QMetaObject::invokeMethod(this, cancel, Qt::QueuedConnection); });
    m_idle.start();
    m_isReused = m_line.isOpen();
    if (m_isReused) {
        watch();
        beginSending();
    } else {
        connectAnew();
    }
    if (!m_isOver)
        m_loop.exec();
    m_idle.stop();
    auto result = outcome();
    if (!m_parser.leavesLineOpen() || !isAllSent())
        m_line.close();
    return result;
}

void LineExchange::connectAnew()
{
    m_isReady = false;
    m_line.connectAnew();
    watch();
}

void LineExchange::watch()
{
    QTcpSocket *socket = m_line.socket();
    if (QSslSocket *tls = m_line.tlsSocket()) {
        connect(tls, &QSslSocket::encrypted, this, [this] {
            m_route.hasSpokenTls = true;
            if (m_route.pinned.isEmpty() || isPinned())
                beginSending();
            else
                giveUp(changedError());
        });
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &LineExchange::noticeProgress);
        connect(tls, &QSslSocket::sslErrors, this, [this, tls](const QList<QSslError> &errors) {
            if (m_route.pinned.isEmpty() ? m_route.takeAnyCertificate : isPinned())
                tls->ignoreSslErrors();
            else
                m_certificateErrors = errors;
        });
    } else {
        connect(socket, &QTcpSocket::connected, this, &LineExchange::beginSending);
        connect(socket, &QTcpSocket::bytesWritten, this, &LineExchange::noticeProgress);
    }
    connect(socket, &QTcpSocket::hostFound, this, [this] { m_idle.start(); });
    connect(socket, &QTcpSocket::readyRead, this, &LineExchange::read);
    connect(socket, &QTcpSocket::errorOccurred, this, &LineExchange::lose);
    connect(socket, &QTcpSocket::disconnected, this, &LineExchange::lose);
}

void LineExchange::beginSending()
{
    m_line.tune();
    m_isReady = true;
    m_idle.start();
    // Small bodies go out with the head, in one packet.
    const bool isSmall = !m_request.device && m_bodySize < blockSize;
    m_line.socket()->write(isSmall ? m_head + m_request.body : m_head);
    if (isSmall)
        m_handedOver = m_bodySize;
    pump();
}

/// Keeps the socket busy, and no more than that: what it has not sent lies in memory.
void LineExchange::pump()
{
    while (m_isReady && !m_isOver && !isAllHandedOver() && m_line.unsent() < sendAhead) {
        const QByteArrayView piece = nextPiece();
        if (piece.isEmpty())
            return;
        m_handedOver += piece.size();
        m_line.socket()->write(piece.data(), piece.size());
    }
}

/// Nothing where the device has to wait, or has failed.
QByteArrayView LineExchange::nextPiece()
{
    if (!m_request.device)
        return QByteArrayView(m_request.body)
            .sliced(m_handedOver)
            .first(std::min(blockSize, m_bodySize - m_handedOver));
    const qint64 count =
        m_request.device->read(m_block.get(), std::min(blockSize, m_bodySize - m_handedOver));
    if (count < 0)
        giveUp(error(ErrorCode::DiskFailed, m_request.device->errorString()));
    return QByteArrayView(m_block.get(), std::max<qint64>(0, count));
}

void LineExchange::noticeProgress()
{
    if (!m_isReady || m_isOver)
        return;
    if (m_request.onSent && m_bodySize > 0)
        m_request.onSent(std::max<qint64>(0, m_handedOver - m_line.unsent()));
    pump();
    const bool isWaiting = m_bodySize > 0 && isAllSent();
    m_idle.start(isWaiting ? m_request.answerTimeout.value_or(m_request.idleTimeout) : m_request.idleTimeout);
}

void LineExchange::read()
{
    if (!m_isReady)
        return;
    while (!m_isOver) {
        const qint64 count = m_line.socket()->read(m_block.get(), blockSize);
        if (count <= 0)
            break;
        take(QByteArrayView(m_block.get(), count));
    }
    if (!m_isOver)
        m_idle.start();
}

void LineExchange::take(QByteArrayView bytes)
{
    const AnswerParser::Taker taker{
        [this](int status, const HttpHeaders &headers) { return takeHead(status, headers); },
        [this](QByteArrayView piece) {
            return m_answer.takeBody(piece);
        }};
    if (auto fed = m_parser.feed(bytes, taker); !fed) {
        if (fed.error().where.isEmpty())
            fed.error().where = m_url.authority();
        giveUp(std::move(fed.error()));
    } else if (m_parser.isDone() || m_answer.isEnough()) {
        end();
    }
}

Result<void> LineExchange::takeHead(int status, const HttpHeaders &headers)
{
    const auto *tls = m_request.describeTls ? m_line.tlsSocket() : nullptr;
    return m_answer.takeHead(status, headers, tls ? describeTls(tls->sslConfiguration()) : QString());
}

/// The line is gone, or did not come about.
void LineExchange::lose()
{
    if (m_isOver)
        return;
    read(); // what came before that
    if (m_isOver)
        return;
    // It was closed while it was idle, before our request was there.
    if (std::exchange(m_isReused, false) && !m_parser.isBegun() && !m_request.device) {
        m_handedOver = 0;
        connectAnew();
        return;
    }
    if (m_parser.endOfLine()) {
        end();
        return;
    }
    // An unsuccessful answer says what it has to say by its status, also where the line broke after it.
    if (m_answer.hasHead() && !m_answer.response().isSuccess())
        end();
    else if (m_answer.hasHead())
        giveUp(error(ErrorCode::ConnectionLost,
                     QStringLiteral("the answer was cut after %1 bytes").arg(m_answer.received())));
    else
        giveUp(lineError());
}

void LineExchange::giveUp(Error given)
{
    if (!m_isOver)
        m_failure = std::move(given);
    end();
}

void LineExchange::end()
{
    m_isOver = true;
    m_loop.quit();
}

Result<HttpResponse> LineExchange::outcome()
{
    if (m_failure)
        return std::unexpected(std::move(*m_failure));
    return std::move(m_answer.response());
}

Error LineExchange::error(ErrorCode code, const QString &detail) const
{
    return {code, detail, m_url.authority(), 0, {}, {}};
}

Error LineExchange::lineError() const
{
    const auto make = [this](ErrorCode code) {
        return error(code, m_line.socket()->errorString());
    };
    const bool isTls = m_line.tlsSocket() != nullptr;
    switch (m_line.socket()->error()) {
    case QAbstractSocket::HostNotFoundError:
        return make(ErrorCode::HostNotFound);
    case QAbstractSocket::ConnectionRefusedError:
        return make(ErrorCode::ConnectionRefused);
    case QAbstractSocket::SocketTimeoutError:
        return make(ErrorCode::Timeout);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return tlsError();
    case QAbstractSocket::RemoteHostClosedError:
        // A server that knows no TLS may just hang up.
        return isTls && !m_route.hasSpokenTls ? tlsError() : make(ErrorCode::ConnectionLost);
    default:
        // Many things to Qt: a line reset while we were sending, no route.
        return make(m_isReady ? ErrorCode::ConnectionLost : ErrorCode::ConnectionRefused);
    }
}

bool LineExchange::isPinned() const
{
    return m_line.tlsSocket()->peerCertificate().digest(QCryptographicHash::Sha256) == m_route.pinned;
}

Error LineExchange::changedError() const
{
    return error(ErrorCode::TlsChanged,
                 describeChanged(m_line.tlsSocket()->peerCertificate(), m_route.pinned));
}

Error LineExchange::tlsError() const
{
    if (!m_certificateErrors.isEmpty() && !m_route.pinned.isEmpty())
        return changedError();
    if (!m_certificateErrors.isEmpty())
        return error(ErrorCode::TlsUntrusted, describeUntrusted(m_certificateErrors));
    return error(ErrorCode::TlsFailed, describeTlsFailure(m_line.socket()->errorString()));
}

} // namespace dip
