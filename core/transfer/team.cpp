#include "core/transfer/team.h"

#include <QtConcurrentRun>

#include "core/base/log.h"
#include "core/base/threadstate.h"

namespace dip {

Team::Team(int threads, const std::stop_token &outer)
    : m_logScope(LogScope::current()), m_outer(outer, [this] { m_stop.request_stop(); })
{
    m_pool.setMaxThreadCount(std::max(1, threads));
}

Team::~Team()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void Team::run(std::function<Result<void>()> work)
{
    m_running.append(QtConcurrent::run(&m_pool, [this, work = std::move(work)] {
        const LogScope scope(m_logScope);
        if (auto done = work(); !done)
            fail(std::move(done.error()));
        releaseThreadState();
    }));
}

void Team::fail(Error error)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_error || m_error->code == ErrorCode::Cancelled)
            m_error = std::move(error);
    }
    m_stop.request_stop();
}

Result<void> Team::wait()
{
    for (QFuture<void> &future : m_running)
        future.waitForFinished();
    m_running.clear();
    const QMutexLocker lock(&m_mutex);
    if (m_error)
        return std::unexpected(*m_error);
    if (m_stop.stop_requested())
        return dip::fail(ErrorCode::Cancelled, QStringLiteral("stopped"));
    return {};
}

} // namespace dip
