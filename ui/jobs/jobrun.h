#pragma once

#include <QElapsedTimer>

#include <stop_token>

#include "core/cache/cache.h"
#include "ui/jobs/job.h"
#include "ui/jobs/speedmeter.h"

namespace dip::ui {

/// A job that is on a worker thread just now. The worker writes `progress` and `reports`; the main thread
/// looks at `progress` by a timer and at `reports` when the worker has ended.
class JobRun final
{
public:
    enum class Wish { Finish, Pause, Cancel, Restart };

    JobRun() { m_clock.start(); }
    Q_DISABLE_COPY_MOVE(JobRun)

    /// Runs the steps one after another; for the worker thread.
    [[nodiscard]] Result<void> work(Cache &cache, const std::shared_ptr<Registry> &registry,
                                    const QList<OperationMode> &steps);

    void stop(Wish wish);
    [[nodiscard]] Wish wish() const { return m_wish; }
    /// Ends the pause of one line before another attempt; without a number those of all.
    void retryNow(std::optional<int> line);

    /// Takes a snapshot into the job; says whether anything is other than before.
    bool sample(Job &job);
    /// The images' digests; when the worker has ended.
    [[nodiscard]] QStringList digests() const;

private:
    ProgressSink m_progress;
    std::vector<OperationReport> m_reports;
    std::stop_source m_stop;
    Wish m_wish = Wish::Finish;
    SpeedMeter m_meter;
    QElapsedTimer m_clock;
};

} // namespace dip::ui
