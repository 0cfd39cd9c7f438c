// What the queue tells of all its jobs together.

#include "ui/jobs/jobqueue.h"

namespace dip::ui {

JobQueue::Counts JobQueue::counts() const
{
    Counts counts;
    for (const Job &job : m_jobs) {
        counts.running += job.state == JobState::Running;
        counts.waiting += job.state == JobState::Waiting;
        counts.paused += job.state == JobState::Paused;
        counts.needsYou += job.state == JobState::NeedsYou;
        counts.failed += job.state == JobState::Failed;
        counts.interrupted += job.interrupted;
        if (job.state == JobState::Running)
            counts.speed += job.speed;
    }
    return counts;
}

/// Who only looks at an image does not need it afterwards.
QList<ImageName> JobQueue::imagesInUse() const
{
    QList<ImageName> images;
    for (const Job &job : m_jobs) {
        if (!isFinished(job.state) && job.request.kind != JobKind::Verify)
            images += imagesOfAll(job.request.steps);
    }
    return images;
}

} // namespace dip::ui
