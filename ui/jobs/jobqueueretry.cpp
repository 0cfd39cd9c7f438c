// Another attempt at what failed, was cancelled or waits.

#include "ui/jobs/jobqueue.h"

#include "ui/jobs/straightpush.h"

namespace dip::ui {

namespace {

void slowDown(QList<JobStep> &steps)
{
    for (JobStep &step : steps)
        std::visit(
            [](auto &mode) {
                if constexpr (requires { mode.target.maxConcurrent; })
                    mode.target.maxConcurrent = 1;
                else if constexpr (requires { mode.maxConcurrent; })
                    mode.maxConcurrent = 1;
            },
            step);
}

} // namespace

void JobQueue::retry(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0 || !isFinished(m_jobs[row].state))
        return;
    forgetProgress(m_jobs[row]);
    setState(row, JobState::Waiting);
    startMore();
}

void JobQueue::restart(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    if (m_jobs[row].stopping)
        m_runs.value(id)->stop(JobRun::Wish::Restart); // it has not stopped yet
    else
        retry(id);
}

void JobQueue::retrySlowly(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    slowDown(m_jobs[row].request.steps);
    if (m_jobs[row].state == JobState::Running)
        stop(row, JobRun::Wish::Restart); // what has arrived is kept
    else
        retry(id);
}

void JobQueue::retryNow(const QString &id, std::optional<int> line)
{
    if (const auto run = m_runs.value(id))
        run->retryNow(line);
}

bool JobQueue::canPushWithoutCache(const QString &id) const
{
    const Job *import = find(id);
    if (!import || !isFinished(import->state))
        return false;
    bool isWanted = false;
    for (const Job &job : m_jobs) {
        if (job.request.after != id || isFinished(job.state))
            continue;
        if (!straightPush(import->request, job.request))
            return false;
        isWanted = true;
    }
    return isWanted;
}

void JobQueue::pushWithoutCache(const QString &id)
{
    if (!canPushWithoutCache(id))
        return;
    const JobRequest import = find(id)->request;
    for (Job &job : m_jobs) {
        if (job.request.after == id && !isFinished(job.state))
            job.request = *straightPush(import, job.request);
    }
    remove(id);
    startMore();
}

void JobQueue::skip(const QString &id)
{
    for (qsizetype i = 0; i < m_jobs.size(); ++i) {
        if (m_jobs[i].request.after == id)
            cancel(m_jobs[i].id);
    }
    remove(id);
}

void JobQueue::retryFailed()
{
    for (qsizetype row = 0; row < m_jobs.size(); ++row) {
        if (m_jobs[row].state == JobState::Failed)
            retry(m_jobs[row].id);
    }
}

} // namespace dip::ui
