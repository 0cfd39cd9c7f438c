#pragma once

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <stop_token>

namespace dip::ui {

/// Background work that belongs to one object: when this goes, the work is told to stop and waited for, so
/// nothing of it outlives its owner. Make it the owner's last member. For the main thread.
class Background final
{
public:
    explicit Background(int threads = 2) { m_pool.setMaxThreadCount(threads); }
    ~Background()
    {
        cancel();
        m_pool.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(Background)

    [[nodiscard]] std::stop_token stop() const { return m_stop.get_token(); }
    /// What was begun stops as soon as it notices; what is begun from now on has a new stop().
    void cancel()
    {
        m_stop.request_stop();
        m_stop = std::stop_source();
    }

    /// `work` must honour a token of stop().
    template<typename Work> [[nodiscard]] auto run(Work &&work)
    {
        return QtConcurrent::run(&m_pool, std::forward<Work>(work));
    }

private:
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace dip::ui
