#include "tests/support/httpstub.h"

#include <QSslServer>
#include <QTcpSocket>

namespace dip::test {

namespace {

QHash<QByteArray, QByteArray> parseHeaders(const QByteArray &head)
{
    QHash<QByteArray, QByteArray> headers;
    for (const auto &line : head.split('\n').sliced(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    return headers;
}

QByteArray responseHead(const StubResponse &response)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + " Stub\r\n";
    bool hasLength = response.status == 204;
    for (const auto &[name, value] : response.headers) {
        head += name + ": " + value + "\r\n";
        const auto lower = name.toLower();
        hasLength = hasLength || lower == "content-length" || lower == "transfer-encoding";
    }
    if (!hasLength)
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    return head + "\r\n";
}

/// The requests of one connection, one after another.
class Connection final : public QObject
{
public:
    using Answer = std::function<StubResponse(const StubRequest &)>;

    Connection(QTcpSocket *socket, Answer answer)
        : QObject(socket), m_socket(socket), m_answer(std::move(answer))
    {
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read();
    }

private:
    void read()
    {
        if (m_closing)
            return;
        m_buffer += m_socket->readAll();
        if (m_buffer.startsWith('\x16')) { // TLS, which is not spoken here
            close();
            return;
        }
        while (!m_closing && readOne()) {
        }
    }

    bool readOne()
    {
        const auto end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const auto head = m_buffer.first(end);
        const auto words = head.first(head.indexOf('\r') < 0 ? head.size() : head.indexOf('\r')).split(' ');
        if (words.size() < 3) {
            m_closing = true;
            m_socket->abort();
            return false;
        }
        StubRequest request{words.at(0), words.at(1), parseHeaders(head), {}};
        const auto length = request.headers.value("content-length").toLongLong();
        const bool early = request.headers.contains("x-stub-early");
        if (!early && m_buffer.size() - end - 4 < length)
            return false;
        request.body = m_buffer.sliced(end + 4, std::min(length, m_buffer.size() - end - 4));
        m_buffer.remove(0, end + 4 + length);
        respond(request, m_answer(request), early);
        return !m_buffer.isEmpty();
    }

    void respond(const StubRequest &request, const StubResponse &response, bool early)
    {
        if (response.hang)
            return;
        if (response.raw) {
            m_socket->write(*response.raw);
            close();
            return;
        }
        m_socket->write(responseHead(response));
        if (request.method != "HEAD")
            m_socket->write(response.cutAfter ? response.body.first(*response.cutAfter) : response.body);
        if (response.cutAfter || early)
            close();
    }

    void close()
    {
        m_closing = true;
        m_socket->disconnectFromHost();
    }

    QTcpSocket *m_socket;
    Answer m_answer;
    QByteArray m_buffer;
    bool m_closing = false;
};

} // namespace

class HttpStub::Server final : public QObject
{
public:
    Server(std::unique_ptr<QTcpServer> given, Connection::Answer answer, std::function<void()> connected)
        : server(std::move(given))
    {
        server->setParent(this);
        // QSslServer says so only once the handshake is through.
        connect(server.get(), &QTcpServer::pendingConnectionAvailable, this,
                [this, answer = std::move(answer), connected = std::move(connected)] {
                    while (auto *socket = server->nextPendingConnection()) {
                        connected();
                        new Connection(socket, answer);
                    }
                });
    }
    ~Server() override { server->setParent(nullptr); }

    std::unique_ptr<QTcpServer> server;
};

HttpStub::HttpStub(Handler handler, const std::optional<QSslConfiguration> &tls) : m_tls(tls.has_value())
{
    std::unique_ptr<QTcpServer> server;
    if (tls) {
        auto secure = std::make_unique<QSslServer>();
        secure->setSslConfiguration(*tls);
        server = std::move(secure);
    } else {
        server = std::make_unique<QTcpServer>();
    }
    if (!server->listen(QHostAddress::LocalHost))
        qFatal("HttpStub cannot listen: %s", qPrintable(server->errorString()));
    m_port = server->serverPort();
    m_server = std::make_unique<Server>(
        std::move(server),
        [this, handler = std::move(handler)](const StubRequest &request) {
            {
                const QMutexLocker lock(&m_mutex);
                m_requests.append(request);
            }
            return handler(request);
        },
        [this] {
            const QMutexLocker lock(&m_mutex);
            ++m_connections;
        });
    m_server->moveToThread(&m_thread);
    m_thread.start();
}

HttpStub::~HttpStub()
{
    QMetaObject::invokeMethod(m_server.get(), [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QString HttpStub::host() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_port);
}

QUrl HttpStub::url(const QString &path) const
{
    return QUrl((m_tls ? QStringLiteral("https://") : QStringLiteral("http://")) + host() + path);
}

QList<StubRequest> HttpStub::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

int HttpStub::connections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_connections;
}

} // namespace dip::test
