#include <QCoreApplication>
#include <QElapsedTimer>
#include <QQueue>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <cstdio>

/// Forwards one loopback port to another and holds every byte back for half of a round trip, in both
/// directions, without limiting the rate: what a distant registry feels like.
namespace {

class DelayedPipe final : public QObject
{
public:
    DelayedPipe(QTcpSocket *from, QTcpSocket *to, int delayMs, QObject *parent)
        : QObject(parent), m_from(from), m_to(to), m_delayMs(delayMs)
    {
        m_clock.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setSingleShot(true);
        connect(m_from, &QTcpSocket::readyRead, this, [this] { take(); });
        connect(m_from, &QTcpSocket::disconnected, this, [this] {
            take();
            m_ended = true;
            give();
        });
        connect(m_to, &QTcpSocket::connected, this, [this] { give(); });
        connect(&m_timer, &QTimer::timeout, this, [this] { give(); });
    }

private:
    struct Piece
    {
        qint64 due;
        QByteArray bytes;
    };

    void take()
    {
        if (const QByteArray bytes = m_from->readAll(); !bytes.isEmpty())
            m_pieces.enqueue({m_clock.elapsed() + m_delayMs, bytes});
        give();
    }

    void give()
    {
        if (m_to->state() != QAbstractSocket::ConnectedState)
            return;
        while (!m_pieces.isEmpty() && m_pieces.head().due <= m_clock.elapsed())
            m_to->write(m_pieces.dequeue().bytes);
        if (!m_pieces.isEmpty())
            m_timer.start(int(std::max<qint64>(0, m_pieces.head().due - m_clock.elapsed())));
        else if (m_ended)
            m_to->disconnectFromHost();
    }

    QTcpSocket *m_from;
    QTcpSocket *m_to;
    int m_delayMs;
    bool m_ended = false;
    QElapsedTimer m_clock;
    QTimer m_timer;
    QQueue<Piece> m_pieces;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fprintf(stderr, "usage: delayproxy LISTEN_PORT TARGET_PORT ROUND_TRIP_MS\n");
        return 2;
    }
    const int oneWayMs = arguments[3].toInt() / 2;
    QTcpServer server;
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
        while (QTcpSocket *client = server.nextPendingConnection()) {
            auto *target = new QTcpSocket(client);
            client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            // Before it is connected a socket has no options.
            QObject::connect(target, &QTcpSocket::connected, target,
                             [target] { target->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
            new DelayedPipe(client, target, oneWayMs, client);
            new DelayedPipe(target, client, oneWayMs, client);
            QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            target->connectToHost(QHostAddress::LocalHost, quint16(arguments[2].toUShort()));
        }
    });
    if (!server.listen(QHostAddress::LocalHost, quint16(arguments[1].toUShort()))) {
        std::fprintf(stderr, "delayproxy: %s\n", qPrintable(server.errorString()));
        return 1;
    }
    return QCoreApplication::exec();
}
