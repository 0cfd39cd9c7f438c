#pragma once

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

#include "ui/jobs/job.h"
#include "ui/jobs/jobrun.h"
#include "ui/jobs/jobstore.h"

namespace dip {
class Cache;
}

namespace dip::ui {

class RegistryDirectory;

/// All work of the window goes through here. Jobs run on worker threads, a few at a time; the queue is kept
/// on disk. For the main thread.
///
///     Waiting ──▶ Running ──▶ Done, DoneWithWarnings, Failed
///        ▲         │   │
///        │         │   └──▶ NeedsYou ──answer──▶ Waiting
///        └─resume─ Paused ◀── pause
///
/// Pausing ends the operation; resuming runs it again, which skips what was done.
class JobQueue final : public QObject
{
    Q_OBJECT

public:
    JobQueue(const QString &storeFile, RegistryDirectory &registries, QObject *parent = nullptr);
    ~JobQueue() override; ///< stops what runs and waits for it
    Q_DISABLE_COPY_MOVE(JobQueue)

    void setCache(std::shared_ptr<Cache> cache); ///< nothing runs without one
    void setJobsAtOnce(int jobs);                ///< takes effect at once for jobs to come

    [[nodiscard]] const QList<Job> &jobs() const { return m_jobs; }
    [[nodiscard]] const Job *find(const QString &id) const;

    /// The job's id; that of an unfinished one where the same is wanted already.
    QString add(const JobRequest &request);

    void pause(const QString &id);
    void resume(const QString &id);        ///< of a paused job, or one that was answered
    QStringList cancel(const QString &id); ///< and those that wait for it; the ids of all of them
    void restart(const QString &id);       ///< takes cancelling back
    void retryFailed();
    void retrySlowly(const QString &id); ///< one layer at a time; of a finished one, or one that runs
    void retry(const QString &id);       ///< of a finished one
    /// What waits to try again does so at once: all of the job, or one line of it.
    void retryNow(const QString &id, std::optional<int> line = {});
    /// Whether an archive that could not be imported has pushes waiting for it that need no import.
    [[nodiscard]] bool canPushWithoutCache(const QString &id) const;
    void pushWithoutCache(const QString &id); ///< those go straight from the archive; the import is given up
    void skip(const QString &id); ///< takes a finished one off the list; what builds on it is cancelled
    /// Bytes a second for this job alone, within the limits of all; 0: none. Takes effect at once.
    void setRateLimit(const QString &id, qint64 bytesPerSecond);
    [[nodiscard]] static bool canLimit(const Job &job); ///< whether it talks to a registry, and is not over
    void start(const QString &id); ///< now, whatever runs besides; not before the job that it builds on
    [[nodiscard]] bool canStart(const QString &id) const;
    // Moving is among those that wait or are paused.
    void moveUp(const QString &id);
    void moveDown(const QString &id);
    void moveToTop(const QString &id);
    void moveToBottom(const QString &id);
    void moveToPosition(const QString &id, int position);  ///< from 1, among those in line
    [[nodiscard]] int positionOf(const QString &id) const; ///< the same; 0 where it is not in line
    [[nodiscard]] int inLine() const;                      ///< how many wait or are paused
    void place(const QString &id, int before); ///< before what is in that row; the end for the number of jobs
    void remove(const QString &id);            ///< of a finished one
    void removeFinished();
    void pauseAll();
    void resumeAll();
    void resumeInterrupted();
    /// Images of the cache that unfinished jobs need.
    [[nodiscard]] QList<ImageName> imagesInUse() const;
    /// A person has answered for this registry: its jobs that asked go on.
    void answer(const QString &profile);

    struct Counts
    {
        int running = 0;
        int waiting = 0;
        int paused = 0;
        int needsYou = 0;
        int failed = 0;
        int interrupted = 0;
        double speed = 0; ///< bytes a second, of all
        [[nodiscard]] int unfinished() const { return running + waiting + paused + needsYou; }
    };
    [[nodiscard]] Counts counts() const;

signals:
    void added(int row);
    void removed(int row);
    void moved(int from, int to);
    void changed(const QList<int> &rows);
    void finished(const QString &id);
    void joined(const QString &id); ///< what was to be added is wanted by this job already

private:
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] bool isReady(const Job &job) const;
    static void forgetProgress(Job &job);
    void startMore();
    void run(int row);
    void ended(const QString &id, const Result<void> &result);
    void stop(int row, JobRun::Wish wish);
    void setState(int row, JobState state);
    void sample();
    void saveSoon();
    void save();

    JobStore m_store;
    RegistryDirectory &m_registries;
    std::shared_ptr<Cache> m_cache;
    QList<Job> m_jobs;
    QHash<QString, std::shared_ptr<JobRun>> m_runs;
    QThreadPool m_pool;
    QThreadPool m_storePool;
    QTimer m_sampler;
    QTimer m_saver;
    int m_jobsAtOnce = 2;
    quint32 m_lastKey = 0;
};

} // namespace dip::ui
