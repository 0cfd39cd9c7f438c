// The order of the queue: what waits can be moved among what waits. And how fast each of them may be.

#include "ui/jobs/jobqueue.h"

namespace dip::ui {

void JobQueue::place(const QString &id, int before)
{
    const int from = rowOf(id);
    if (from < 0 || before < 0)
        return;
    const int to = std::clamp(before > from ? before - 1 : before, 0, int(m_jobs.size()) - 1);
    if (to == from)
        return;
    m_jobs.move(from, to);
    emit moved(from, to);
    saveSoon();
}

void JobQueue::moveUp(const QString &id)
{
    for (int row = rowOf(id) - 1; row >= 0; --row) {
        if (isInLine(m_jobs[row])) {
            place(id, row);
            return;
        }
    }
}

void JobQueue::moveDown(const QString &id)
{
    const int from = rowOf(id);
    for (int row = from + 1; from >= 0 && row < m_jobs.size(); ++row) {
        if (isInLine(m_jobs[row])) {
            place(id, row + 1);
            return;
        }
    }
}

void JobQueue::moveToTop(const QString &id)
{
    const auto first = std::ranges::find_if(m_jobs, isInLine);
    if (first != m_jobs.end())
        place(id, int(first - m_jobs.begin()));
}

void JobQueue::moveToBottom(const QString &id)
{
    place(id, int(m_jobs.size()));
}

void JobQueue::moveToPosition(const QString &id, int position)
{
    const int own = positionOf(id);
    int left = std::clamp(position, 1, inLine());
    if (own == 0 || own == left)
        return;
    const bool isDown = left > own;
    for (int row = 0; row < m_jobs.size(); ++row) {
        if (isInLine(m_jobs[row]) && --left == 0) {
            place(id, isDown ? row + 1 : row);
            return;
        }
    }
}

int JobQueue::positionOf(const QString &id) const
{
    int position = 0;
    for (const Job &job : m_jobs) {
        position += isInLine(job);
        if (job.id == id)
            return isInLine(job) ? position : 0;
    }
    return 0;
}

bool JobQueue::canLimit(const Job &job)
{
    return !job.request.profile.isEmpty() && !isFinished(job.state);
}

void JobQueue::setRateLimit(const QString &id, qint64 bytesPerSecond)
{
    const int row = rowOf(id);
    if (row < 0 || !canLimit(m_jobs[row]))
        return;
    m_jobs[row].rateLimit = bytesPerSecond;
    if (const auto run = m_runs.value(id))
        run->setRateLimit(bytesPerSecond);
    emit changed({row});
    saveSoon();
}

int JobQueue::inLine() const
{
    return int(std::ranges::count_if(m_jobs, isInLine));
}

} // namespace dip::ui
