#include "tests/support/scriptedconnection.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace dip::test {

ScriptedConnection::ScriptedConnection(ScriptedRegistry &registry, QTcpSocket *socket)
    : QObject(socket), m_registry(registry), m_socket(socket)
{
    connect(socket, &QTcpSocket::readyRead, this, &ScriptedConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        if (m_state == State::Body)
            m_registry.recordTorn(m_request);
        m_state = State::Deaf;
        m_socket->deleteLater();
    });
}

void ScriptedConnection::read()
{
    if (m_state == State::Deaf) {
        m_socket->readAll();
        return;
    }
    m_buffer += m_socket->readAll();
    while ((m_state == State::Head && readHead()) || (m_state == State::Body && readBody())) {
    }
}

bool ScriptedConnection::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = m_buffer.first(end).split('\n');
    m_buffer.remove(0, end + 4);
    const QList<QByteArray> first = lines.constFirst().trimmed().split(' ');
    const QUrl url(QString::fromLatin1(first.value(1)), QUrl::StrictMode);
    m_request = {};
    m_request.method = first.constFirst();
    m_request.path = url.path();
    m_request.query = QUrlQuery(url);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        m_request.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    startBody();
    return true;
}

void ScriptedConnection::startBody()
{
    m_contentLength = m_request.header("Content-Length").toLongLong();
    m_fault = m_registry.faultFor(m_request, false);
    m_state = State::Body;
    if (!m_fault || !m_fault->early)
        return;
    m_registry.record(m_request);
    send(*m_fault->answer);
    closeGently();
}

bool ScriptedConnection::readBody()
{
    const qint64 missing = m_contentLength - m_request.bodySize;
    QByteArray piece = m_buffer.first(qMin<qint64>(missing, m_buffer.size()));
    const qint64 cut = m_fault ? m_fault->cutRequestAt : -1;
    if (cut >= 0)
        piece.truncate(qMax<qint64>(0, cut - m_request.bodySize));
    m_buffer.remove(0, piece.size());
    m_request.body += piece;
    m_request.bodySize += piece.size();
    if (cut >= 0 && m_request.bodySize >= cut) {
        m_registry.recordTorn(m_request);
        closeNow();
        return false;
    }
    if (m_fault && m_fault->stallRequestAt >= 0 && m_request.bodySize >= m_fault->stallRequestAt) {
        m_registry.recordTorn(m_request);
        m_socket->setReadBufferSize(1);
        m_socket->disconnect(this);
        return false;
    }
    if (m_request.bodySize < m_contentLength)
        return false;
    m_state = State::Answering;
    QTimer::singleShot(std::chrono::milliseconds(m_registry.m_delayMs), this, &ScriptedConnection::answer);
    return false;
}

void ScriptedConnection::answer()
{
    if (!m_fault)
        m_fault = m_registry.faultFor(m_request, true);
    m_registry.record(m_request);
    const bool acts = !m_fault || m_fault->acts;
    Answer reply = acts ? m_registry.act(m_request) : m_fault->answer.value_or(Answer{});
    if (m_fault && m_fault->hangs) {
        m_state = State::Deaf;
        return;
    }
    if (m_fault && m_fault->amend)
        m_fault->amend(reply);
    send(reply);
}

void ScriptedConnection::send(const Answer &answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    if (answer.status != 204 && headerIn(answer.headers, "Content-Length").isEmpty())
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    m_socket->write(head + "\r\n");
    if (m_state == State::Body) { // refused early
        m_socket->write(answer.body);
        return;
    }
    const QByteArray body = m_request.method == "HEAD" || answer.status == 204 ? QByteArray() : answer.body;
    if (m_fault && m_fault->cutAnswerAt >= 0) {
        m_socket->write(body.first(qMin<qint64>(m_fault->cutAnswerAt, body.size())));
        m_socket->flush();
        closeNow();
    } else if (m_fault && m_fault->dripBytes > 0) {
        drip(body);
    } else {
        m_socket->write(body);
        finish();
    }
}

void ScriptedConnection::drip(const QByteArray &rest)
{
    const qint64 size = qMin<qint64>(m_fault->dripBytes, rest.size());
    m_socket->write(rest.first(size));
    if (size == rest.size()) {
        finish();
        return;
    }
    QTimer::singleShot(m_fault->dripPause, this, [this, left = rest.sliced(size)] { drip(left); });
}

void ScriptedConnection::finish()
{
    m_fault.reset();
    m_state = State::Head;
    if (!m_buffer.isEmpty())
        QTimer::singleShot(0, this, &ScriptedConnection::read);
}

void ScriptedConnection::closeNow()
{
    m_state = State::Deaf;
    m_socket->disconnectFromHost();
}

/// As servers do that refuse a large body: the answer is out, the rest of the body is read and thrown away
/// for a moment, so that the answer is not lost to a reset, and then the connection ends.
void ScriptedConnection::closeGently()
{
    m_state = State::Deaf;
    m_buffer.clear();
    QTimer::singleShot(std::chrono::milliseconds(200), this, [this] { m_socket->disconnectFromHost(); });
}

} // namespace dip::test
