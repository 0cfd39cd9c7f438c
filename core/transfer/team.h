#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QMutex>
#include <QThreadPool>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>

namespace dip {

/// Threads that work on one operation together: the first error stops the others. For one owner thread;
/// fail() and stop() for any.
class Team final
{
public:
    /// `outer` stops the team, too.
    Team(int threads, const std::stop_token &outer);
    ~Team(); ///< stops and waits
    Q_DISABLE_COPY_MOVE(Team)

    [[nodiscard]] std::stop_token stop() const { return m_stop.get_token(); }

    /// Runs on a thread of the team as soon as one is free.
    void run(std::function<Result<void>()> work);
    /// Stops the team; of several errors the first that is no cancellation is kept.
    void fail(Error error);
    /// Waits for all that was begun; the error that stopped it, if any.
    [[nodiscard]] Result<void> wait();

private:
    const QString m_logScope; ///< of the thread that made it, and so of its own threads
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_outer;
    QThreadPool m_pool;
    QList<QFuture<void>> m_running;
    QMutex m_mutex;
    std::optional<Error> m_error;
};

/// What the members of a team take their work from. Thread-safe.
template<typename Job> class JobQueue final
{
public:
    void add(Job job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_changed.notify_one();
    }

    /// No more will be added; next() ends when all are taken.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_all();
    }

    /// Waits for a job; nothing when the queue is closed and empty, or on a stop.
    [[nodiscard]] std::optional<Job> next(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return m_closed || !m_jobs.empty(); });
        if (stop.stop_requested() || m_jobs.empty())
            return std::nullopt;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        return job;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Job> m_jobs;
    bool m_closed = false;
};

} // namespace dip
