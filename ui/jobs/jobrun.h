#pragma once

#include <QElapsedTimer>

#include <stop_token>

#include "core/cache/cache.h"
#include "ui/jobs/job.h"
#include "ui/jobs/speedmeter.h"
#include "ui/jobs/steadyshare.h"

namespace dip::ui {

/// A job that is on a worker thread just now. The worker writes `progress` and `reports`; the main thread
/// looks at `progress` by a timer and at `reports` when the worker has ended.
class JobRun final
{
public:
    enum class Wish { Finish, Pause, Cancel, Restart };

    /// `registry` is what the job alone talks to; null where it needs none.
    explicit JobRun(std::shared_ptr<Registry> registry = {});
    Q_DISABLE_COPY_MOVE(JobRun)

    /// What a worker works with.
    struct Means
    {
        std::shared_ptr<Cache> cache;
        std::shared_ptr<Registry> registry;                  ///< null where none is needed
        QHash<QString, std::shared_ptr<Registry>> allByHost; ///< for repairs
    };
    /// Runs the steps one after another; for the worker thread.
    [[nodiscard]] Result<void> work(const Means &means, const QList<JobStep> &steps);

    void stop(Wish wish);
    [[nodiscard]] Wish wish() const { return m_wish; }
    /// Ends the pause of one line before another attempt; without a number those of all.
    void retryNow(std::optional<int> line);
    void setRateLimit(qint64 bytesPerSecond); ///< takes effect at once; 0: none
    /// What the worker writes to.
    [[nodiscard]] ProgressSink &progress() { return m_progress; }

    /// Takes a snapshot into the job; says whether anything is other than before.
    bool sample(Job &job);
    /// The images' digests; when the worker has ended.
    [[nodiscard]] QStringList digests() const;
    /// Of verifications; when the worker has ended.
    [[nodiscard]] QList<AuditFinding> findings() const;

private:
    [[nodiscard]] Result<void> workOn(const Means &means, const JobStep &step);
    [[nodiscard]] Result<void> verify(const Means &means, const VerifyImages &step);

    const std::shared_ptr<Registry> m_registry;
    ProgressSink m_progress;
    std::vector<OperationReport> m_reports;
    QList<AuditFinding> m_findings;
    std::stop_source m_stop;
    Wish m_wish = Wish::Finish;
    SpeedMeter m_meter;
    SteadyShare m_share;
    QElapsedTimer m_clock;
};

} // namespace dip::ui
