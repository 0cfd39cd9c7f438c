#include "core/registry/httpexchange.h"

#include "core/registry/tlssettings.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>

namespace dip {

namespace {

constexpr qint64 readBuffer = 1024 * 1024;

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
                           const QNetworkRequest &line, HttpRoute &route)
    : m_request(request), m_route(route), m_answer(request, line.url())
{
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
                m_answer.response().url.authority(),
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
    if (m_answer.hasHead() || status == 0)
        return;
    HttpHeaders headers;
    const auto given = m_reply->headers();
    for (qsizetype i = 0; i < given.size(); ++i)
        headers.add(QByteArray(given.nameAt(i).data(), given.nameAt(i).size()),
                    given.valueAt(i).toByteArray());
    const bool describesTls = m_request.describeTls && m_reply->url().scheme() == u"https";
    auto taken = m_answer.takeHead(status, std::move(headers),
                                   describesTls ? describeTls(m_reply->sslConfiguration()) : QString());
    if (!taken)
        giveUp(std::move(taken.error()));
}

void HttpExchange::takeBody()
{
    takeHead();
    if (m_failure || m_answer.isEnough())
        return;
    if (auto taken = m_answer.takeBody(m_reply->readAll()); !taken)
        giveUp(std::move(taken.error()));
    else if (m_answer.isEnough())
        m_reply->abort();
    m_idle.start();
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
            m_answer.response().url.authority(),
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
    if (!m_failure && !m_answer.isEnough())
        takeBody();
    m_loop.quit();
}

Result<HttpResponse> HttpExchange::outcome()
{
    if (m_failure)
        return std::unexpected(std::move(*m_failure));
    if (!m_answer.hasHead() || isProxyError(m_reply->error()))
        return std::unexpected(lineError());
    // An unsuccessful answer says what it has to say by its status, also where the line broke after it.
    if (m_answer.response().isSuccess() && (!isAnswer(m_reply->error()) || isCutShort()))
        return fail(ErrorCode::ConnectionLost,
                    QStringLiteral("the answer was cut after %1 bytes").arg(m_answer.received()),
                    m_answer.response().url.authority());
    return std::move(m_answer.response());
}

/// Qt takes the end of the line for the end of the body.
bool HttpExchange::isCutShort() const
{
    if (m_request.method == "HEAD" || m_answer.response().status == 204)
        return false;
    bool hasLength = false;
    const auto length = m_answer.response().headers.value("Content-Length").toLongLong(&hasLength);
    return hasLength && m_answer.received() < length;
}

Error HttpExchange::lineError() const
{
    const auto make = [this](ErrorCode code) {
        return Error{code, m_reply->errorString(), m_answer.response().url.authority(), 0, {}, {}};
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
        return m_answer.response().url.scheme() == u"https" && !m_route.hasSpokenTls
                   ? tlsError()
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
                m_answer.response().url.authority(),
                0,
                {},
                {}};
    return {ErrorCode::TlsFailed,
            describeTlsFailure(m_reply->errorString()),
            m_answer.response().url.authority(),
            0,
            {},
            {}};
}

} // namespace dip
