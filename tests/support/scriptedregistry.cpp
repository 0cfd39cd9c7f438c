#include "tests/support/scriptedregistry.h"

#include "tests/support/scriptedconnection.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

namespace dip::test {

namespace {

bool pathFits(const QString &pattern, const QString &path)
{
    return pattern.isEmpty() || QRegularExpression(pattern).match(path).hasMatch();
}

} // namespace

ScriptedRegistry::ScriptedRegistry()
{
    m_server = new QTcpServer;
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port on the loopback");
    m_port = m_server->serverPort();
    m_registry.realm = url().toLatin1() + "/token";
    QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            ++m_connections;
            new ScriptedConnection(*this, socket); // goes with the socket
        }
    });
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

ScriptedRegistry::~ScriptedRegistry()
{
    m_thread.quit();
    m_thread.wait();
}

void ScriptedRegistry::add(Rule rule)
{
    const QMutexLocker lock(&m_mutex);
    m_rules.append(std::move(rule));
}

void ScriptedRegistry::setDelay(std::chrono::milliseconds delay)
{
    m_delayMs = delay.count();
}

QList<SeenRequest> ScriptedRegistry::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

QList<SeenRequest> ScriptedRegistry::requests(const QByteArray &method, const QString &path) const
{
    QList<SeenRequest> found = requests();
    found.removeIf([&](const SeenRequest &seen) {
        return (!method.isEmpty() && seen.method != method) || !pathFits(path, seen.path);
    });
    return found;
}

void ScriptedRegistry::forgetRequests()
{
    const QMutexLocker lock(&m_mutex);
    m_requests.clear();
}

std::optional<Fault> ScriptedRegistry::faultFor(const SeenRequest &request, bool whole)
{
    const QMutexLocker lock(&m_mutex);
    for (Rule &rule : m_rules) {
        if (rule.times == 0 || bool(rule.bodyIs) != whole ||
            (!rule.method.isEmpty() && rule.method != request.method))
            continue;
        if (!pathFits(rule.path, request.path) || (rule.headIs && !rule.headIs(request)) ||
            (rule.bodyIs && !rule.bodyIs(request)))
            continue;
        if (rule.skip > 0) {
            --rule.skip;
            continue;
        }
        if (rule.times > 0)
            --rule.times;
        ++m_faultsUsed;
        return rule.fault;
    }
    return {};
}

Answer ScriptedRegistry::act(const SeenRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    return m_registry.handle(request);
}

void ScriptedRegistry::record(SeenRequest request)
{
    request.body.truncate(64 * 1024);
    const QMutexLocker lock(&m_mutex);
    m_requests.append(std::move(request));
}

void ScriptedRegistry::recordTorn(const SeenRequest &request)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_registry.takeTorn(request);
    }
    record(request);
}

} // namespace dip::test
