#include "core/registry/httpexchange.h"

#include "core/registry/tlssettings.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>

namespace dip {

namespace {

constexpr qint64 readBuffer = 1024 * 1024;
constexpr qint64 keptOfErrors = 64 * 1024;
constexpr qint64 readOfErrors = 1024 * 1024;

QNetworkReply *sendOut(QNetworkAccessManager &manager, const HttpRequest &request,
                       const QNetworkRequest &line)
{
    if (request.method == "GET")
        return manager.get(line);
    if (request.method == "HEAD")
        return manager.head(line);
    if (request.device)
        return manager.sendCustomRequest(line, request.method, request.device);
    return manager.sendCustomRequest(line, request.method, request.body);
}

bool isProxyError(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
}

/// Whether Qt only says by this error what the status says already.
bool isAnswer(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError || error > QNetworkReply::UnknownProxyError;
}

} // namespace

HttpExchange::HttpExchange(QNetworkAccessManager &manager, const HttpRequest &request,
                           const QNetworkRequest &line, Route &route)
    : m_request(request), m_route(route)
{
    m_response.url = line.url();
    m_idle.setSingleShot(true);
    m_idle.setInterval(request.idleTimeout);
    start(manager, line);
    watch();
}

void HttpExchange::start(QNetworkAccessManager &manager, const QNetworkRequest &line)
{
    m_reply.reset(sendOut(manager, m_request, line));
    if (m_request.onBody)
        m_reply->setReadBufferSize(readBuffer);
}

void HttpExchange::watch()
{
    watchTheLine();
    const auto *reply = m_reply.get();
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::takeHead);
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::takeBody);
    connect(reply, &QNetworkReply::sslErrors, this, &HttpExchange::takeCertificate);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::end);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        giveUp({ErrorCode::Timeout,
                QStringLiteral("nothing moved for %1 s").arg(double(m_idle.interval()) / 1000),
                m_response.url.authority(),
                0,
                {},
                {}});
    });
}

/// All that shows that the line is alive.
void HttpExchange::watchTheLine()
{
    const auto *reply = m_reply.get();
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_idle.start(); });
    connect(reply, &QNetworkReply::encrypted, this, [this] {
        m_route.hasSpokenTls = true;
        m_idle.start();
        if (!m_route.pinned.isEmpty() && !isPinned())
            giveUp(changedError());
    });
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        m_isConnected = true;
        m_idle.start();
    });
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 total) {
        m_isConnected = m_isConnected || sent > 0;
        const bool isAllSent = total > 0 && sent == total;
        m_idle.start(isAllSent ? m_request.answerTimeout.value_or(m_request.idleTimeout)
                               : m_request.idleTimeout);
        if (m_request.onSent && total > 0)
            m_request.onSent(sent);
    });
}

Result<HttpResponse> HttpExchange::run(const std::stop_token &stop)
{
    const auto cancel = [this] {
        giveUp({ErrorCode::Cancelled, {}, {}, 0, {}, {}});
    };
    // The stop may come from any thread, also before the loop runs: the call is queued and found there.
    const std::stop_callback onStop(
        stop, [this, cancel] { QMetaObject::invokeMethod(this, cancel, Qt::QueuedConnection); });
    m_idle.start();
    if (!m_reply->isFinished())
        m_loop.exec();
    m_idle.stop();
    return outcome();
}

void HttpExchange::takeHead()
{
    m_idle.start();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_hasHead || status == 0)
        return;
    m_hasHead = true;
    m_response.status = status;
    const auto headers = m_reply->headers();
    for (qsizetype i = 0; i < headers.size(); ++i)
        m_response.headers.add(QByteArray(headers.nameAt(i).data(), headers.nameAt(i).size()),
                               headers.valueAt(i).toByteArray());
    if (m_request.describeTls && m_response.url.scheme() == u"https")
        m_response.tls = describeTls(m_reply->sslConfiguration());
    if (m_response.isSuccess() && m_request.onHead) {
        if (auto taken = m_request.onHead(m_response); !taken)
            giveUp(std::move(taken.error()));
    }
}

void HttpExchange::takeBody()
{
    takeHead();
    if (m_failure || m_isEnough)
        return;
    const auto block = m_reply->readAll();
    m_received += block.size();
    if (m_response.isSuccess())
        takeBlock(block);
    else
        takeErrorBlock(block);
    m_idle.start();
}

void HttpExchange::takeBlock(const QByteArray &block)
{
    if (block.isEmpty())
        return;
    if (m_request.onBody) {
        if (auto taken = m_request.onBody(block); !taken)
            giveUp(std::move(taken.error()));
    } else if (m_received > m_request.bodyLimit) {
        giveUp({ErrorCode::ManifestTooLarge,
                QStringLiteral("more than %1 bytes").arg(m_request.bodyLimit),
                m_response.url.authority() + m_response.url.path(),
                0,
                {},
                {}});
    } else {
        m_response.body += block;
    }
}

void HttpExchange::takeErrorBlock(const QByteArray &block)
{
    m_response.body += block.first(std::min(block.size(), keptOfErrors - m_response.body.size()));
    if (m_received > readOfErrors) {
        m_isEnough = true;
        m_reply->abort();
    }
}

void HttpExchange::takeCertificate(const QList<QSslError> &errors)
{
    const bool isTaken = m_route.pinned.isEmpty() ? m_route.takeAnyCertificate : isPinned();
    if (isTaken)
        m_reply->ignoreSslErrors();
    else
        m_certificateErrors = errors;
}

bool HttpExchange::isPinned() const
{
    return m_reply->sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256) == m_route.pinned;
}

Error HttpExchange::changedError() const
{
    return {ErrorCode::TlsChanged,
            describeChanged(m_reply->sslConfiguration().peerCertificate(), m_route.pinned),
            m_response.url.authority(),
            0,
            {},
            {}};
}

void HttpExchange::giveUp(Error error)
{
    if (m_failure)
        return;
    m_failure = std::move(error);
    if (!m_reply->isFinished())
        m_reply->abort();
    m_loop.quit();
}

void HttpExchange::end()
{
    if (!m_failure && !m_isEnough)
        takeBody();
    m_loop.quit();
}

Result<HttpResponse> HttpExchange::outcome()
{
    if (m_failure)
        return std::unexpected(std::move(*m_failure));
    if (!m_hasHead || isProxyError(m_reply->error()))
        return std::unexpected(lineError());
    // An unsuccessful answer says what it has to say by its status, also where the line broke after it.
    if (m_response.isSuccess() && (!isAnswer(m_reply->error()) || isCutShort()))
        return fail(ErrorCode::ConnectionLost,
                    QStringLiteral("the answer was cut after %1 bytes").arg(m_received),
                    m_response.url.authority());
    return std::move(m_response);
}

/// Qt takes the end of the line for the end of the body.
bool HttpExchange::isCutShort() const
{
    if (m_request.method == "HEAD" || m_response.status == 204)
        return false;
    bool hasLength = false;
    const auto length = m_response.headers.value("Content-Length").toLongLong(&hasLength);
    return hasLength && m_received < length;
}

Error HttpExchange::lineError() const
{
    const auto make = [this](ErrorCode code) {
        return Error{code, m_reply->errorString(), m_response.url.authority(), 0, {}, {}};
    };
    const auto error = m_reply->error();
    if (isProxyError(error))
        return make(ErrorCode::ProxyFailed);
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return make(ErrorCode::HostNotFound);
    case QNetworkReply::ConnectionRefusedError:
        return make(ErrorCode::ConnectionRefused);
    case QNetworkReply::UnknownNetworkError:
        // Many things to Qt: a line reset while we were sending, a proxy's no, no route.
        if (m_isConnected)
            return make(ErrorCode::ConnectionLost);
        return make(m_route.byProxy ? ErrorCode::ProxyFailed : ErrorCode::ConnectionRefused);
    case QNetworkReply::TimeoutError:
        return make(ErrorCode::Timeout);
    case QNetworkReply::SslHandshakeFailedError:
        return tlsError();
    case QNetworkReply::RemoteHostClosedError:
        // A server that knows no TLS may just hang up.
        return m_response.url.scheme() == u"https" && !m_route.hasSpokenTls ? tlsError()
                                                                            : make(ErrorCode::ConnectionLost);
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return make(ErrorCode::ProtocolViolation);
    default:
        return make(ErrorCode::ConnectionLost);
    }
}

Error HttpExchange::tlsError() const
{
    if (!m_certificateErrors.isEmpty() && !m_route.pinned.isEmpty())
        return changedError();
    if (!m_certificateErrors.isEmpty())
        return {ErrorCode::TlsUntrusted,
                describeUntrusted(m_certificateErrors),
                m_response.url.authority(),
                0,
                {},
                {}};
    auto detail = m_reply->errorString();
    if (detail.contains(QLatin1String("wrong version number")) ||
        detail.contains(QLatin1String("http request")))
        detail = QStringLiteral("the server answered in plain HTTP (%1)").arg(detail);
    return {ErrorCode::TlsFailed, detail, m_response.url.authority(), 0, {}, {}};
}

} // namespace dip
