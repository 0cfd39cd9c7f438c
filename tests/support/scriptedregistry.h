#pragma once

#include "tests/support/memoryregistry.h"

#include <QMutex>
#include <QThread>

#include <chrono>
#include <memory>

class QTcpServer;

namespace dip::test {

/// What happens to a request instead of, or around, the registry's own right answer.
struct Fault
{
    bool acts = false;                       ///< the registry does what was asked, and its answer is the base
    std::optional<Answer> answer{};          ///< this is answered instead
    std::function<void(Answer &)> amend{};   ///< changes the answer, for example its Range
    bool early = false;                      ///< answers after the head, reads no body, and closes
    bool hangs = false;                      ///< never answers
    qint64 cutRequestAt = -1;                ///< closes after so many bytes of the request's body
    qint64 stallRequestAt = -1;              ///< reads no further after so many bytes of the request's body
    qint64 cutAnswerAt = -1;                 ///< closes after so many bytes of the answer's body
    qint64 dripBytes = 0;                    ///< answers in pieces of so many bytes …
    std::chrono::milliseconds dripPause{20}; ///< … with this pause between them

    [[nodiscard]] static Fault reply(Answer answer) { return {.answer = std::move(answer)}; }
    [[nodiscard]] static Fault refuseEarly(Answer answer)
    {
        return {.answer = std::move(answer), .early = true};
    }
    [[nodiscard]] static Fault amended(std::function<void(Answer &)> change)
    {
        return {.acts = true, .amend = std::move(change)};
    }
    [[nodiscard]] static Fault hang() { return {.hangs = true}; }
    [[nodiscard]] static Fault actAndHang() { return {.acts = true, .hangs = true}; }
    [[nodiscard]] static Fault cutRequest(qint64 byte) { return {.cutRequestAt = byte}; }
    [[nodiscard]] static Fault stallRequest(qint64 byte) { return {.stallRequestAt = byte}; }
    [[nodiscard]] static Fault cutAnswer(qint64 byte) { return {.acts = true, .cutAnswerAt = byte}; }
    [[nodiscard]] static Fault drip(qint64 bytes, std::chrono::milliseconds pause)
    {
        return {.acts = true, .dripBytes = bytes, .dripPause = pause};
    }
};

/// Which requests a fault meets. Rules are tried in the order of their adding; the first that fits is used.
struct Rule
{
    QByteArray method; ///< empty: any
    QString path;      ///< a regular expression found in path; empty: any
    Fault fault;
    int times = 1;                                     ///< how often; -1: always
    int skip = 0;                                      ///< lets so many that fit pass first
    std::function<bool(const SeenRequest &)> headIs{}; ///< looks at query and headers
    std::function<bool(const SeenRequest &)> bodyIs{}; ///< looks at the whole request, its body too
};

/// An HTTP/1.1 registry on the loopback, in a thread of its own, that goes wrong where a rule says so and is
/// a MemoryRegistry otherwise. Plain HTTP, connections kept alive. Its functions may be called from any
/// thread.
class ScriptedRegistry final
{
public:
    ScriptedRegistry();
    ~ScriptedRegistry();
    Q_DISABLE_COPY_MOVE(ScriptedRegistry)

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString hostAndPort() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    [[nodiscard]] QString url() const { return QStringLiteral("http://%1").arg(hostAndPort()); }

    void add(Rule rule);
    void setDelay(std::chrono::milliseconds delay); ///< before every answer

    /// Looks into, or prepares, the registry itself.
    template<typename Function> auto with(Function function)
    {
        const QMutexLocker lock(&m_mutex);
        return function(m_registry);
    }

    /// Everything that was asked so far, also what was cut; in the order of arrival.
    [[nodiscard]] QList<SeenRequest> requests() const;
    /// Those of one method (empty: any) whose path holds a match of the regular expression.
    [[nodiscard]] QList<SeenRequest> requests(const QByteArray &method, const QString &path = {}) const;
    void forgetRequests();
    [[nodiscard]] int connections() const { return m_connections; }
    /// How often rules were used that are still here or were used up: a row can assert that its fault
    /// happened.
    [[nodiscard]] int faultsUsed() const { return m_faultsUsed; }

private:
    friend class ScriptedConnection;
    /// The fault for a request of which only the head is known; of rules with bodyIs it says so by `later`.
    [[nodiscard]] std::optional<Fault> faultFor(const SeenRequest &request, bool whole);
    [[nodiscard]] Answer act(const SeenRequest &request);
    void record(SeenRequest request);
    void recordTorn(const SeenRequest &request);

    mutable QMutex m_mutex;
    MemoryRegistry m_registry;
    QList<Rule> m_rules;
    QList<SeenRequest> m_requests;
    std::atomic<qint64> m_delayMs = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_faultsUsed = 0;
    quint16 m_port = 0;
    QThread m_thread;
    QTcpServer *m_server = nullptr; ///< lives in m_thread
};

} // namespace dip::test
