#include "ui/notifications/batchnotice.h"

#include "ui/jobs/jobqueue.h"
#include "ui/jobs/jobtext.h"

namespace dip::ui {

BatchNotice::BatchNotice(JobQueue &queue, QObject *parent) : QObject(parent), m_queue(queue)
{
    connect(&queue, &JobQueue::changed, this, &BatchNotice::look);
    connect(&queue, &JobQueue::finished, this, &BatchNotice::endBatch);
}

void BatchNotice::look(const QList<int> &rows)
{
    for (const int row : rows) {
        const Job &job = m_queue.jobs()[row];
        if (job.state == JobState::Running) {
            if (m_batch.isEmpty())
                emit batchBegan(tr("Jobs have begun"), jobTitle(job));
            m_batch.insert(job.id);
            m_asking.remove(job.id);
            m_failed.remove(job.id);
        } else if (job.state == JobState::Failed && m_batch.contains(job.id) && !m_failed.contains(job.id)) {
            m_failed.insert(job.id);
            emit jobFailed(tr("A job failed"), jobTitle(job) + u'\n' + jobSummary(job));
        } else if (job.state == JobState::NeedsYou && !m_asking.contains(job.id)) {
            m_asking.insert(job.id);
            emit personNeeded(tr("A job needs you"), jobTitle(job) + u'\n' + jobSummary(job));
        }
    }
}

/// When nothing runs and nothing waits that could run.
void BatchNotice::endBatch()
{
    const JobQueue::Counts counts = m_queue.counts();
    if (counts.running > 0 || counts.waiting > 0)
        return;
    int done = 0;
    int failed = 0;
    int asking = 0;
    for (const QString &id : std::as_const(m_batch)) {
        const Job *job = m_queue.find(id);
        if (!job)
            continue;
        done += job->state == JobState::Done || job->state == JobState::DoneWithWarnings;
        failed += job->state == JobState::Failed;
        asking += job->state == JobState::NeedsYou;
    }
    m_batch.clear();
    m_failed.clear();
    if (done + failed == 0)
        return; // paused, cancelled, or told already
    QStringList parts{tr("%n job(s) done", nullptr, done)};
    if (failed > 0)
        parts.append(tr("%n failed", nullptr, failed));
    if (asking > 0)
        parts.append(tr("%n need you", nullptr, asking));
    emit batchEnded(failed + asking > 0 ? tr("Jobs have ended, not all of them well")
                                        : tr("All jobs are done"),
                    parts.join(QStringLiteral("  ·  ")));
}

} // namespace dip::ui
