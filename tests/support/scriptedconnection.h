#pragma once

#include "tests/support/scriptedregistry.h"

#include <QObject>

class QTcpSocket;

namespace dip::test {

/// One connection to a ScriptedRegistry: reads requests, one after another, and answers them. Lives in the
/// registry's thread and goes with its socket.
class ScriptedConnection final : public QObject
{
public:
    ScriptedConnection(ScriptedRegistry &registry, QTcpSocket *socket);

private:
    enum class State { Head, Body, Answering, Deaf };

    void read();
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool readBody();
    void startBody();
    void answer();
    void send(const Answer &answer);
    void drip(const QByteArray &rest);
    void finish();
    void closeNow();
    void closeGently();

    ScriptedRegistry &m_registry;
    QTcpSocket *m_socket;
    State m_state = State::Head;
    QByteArray m_buffer;
    SeenRequest m_request;
    qint64 m_contentLength = 0;
    std::optional<Fault> m_fault;
};

} // namespace dip::test
