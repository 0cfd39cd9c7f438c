#include "ui/jobs/jobrun.h"

#include "core/transfer/imagemanager.h"

namespace dip::ui {

namespace {

bool wasThere(Phase phase)
{
    return phase == Phase::AlreadyThere || phase == Phase::Mounted;
}

JobLine snapshot(const BlobProgress &line)
{
    return {line.label(),     line.phase(),  line.done(), line.total(),
            line.retryAtMs(), line.isBlob(), line.note()};
}

bool waitsToRetry(const JobLine &line)
{
    return line.phase == Phase::WaitingToRetry;
}

/// Adds up the lines. What was there already counts as done, but not as moved.
void addUp(Job &job)
{
    job.moved = job.alreadyThere = job.total = 0;
    job.linesDone = 0;
    for (const JobLine &line : std::as_const(job.lines)) {
        const qint64 total = std::max(line.total, line.done);
        job.total += total;
        if (wasThere(line.phase))
            job.alreadyThere += total;
        else
            job.moved += line.phase == Phase::Done ? total : std::min(line.done, total);
        if (wasThere(line.phase) || line.phase == Phase::Done)
            ++job.linesDone;
    }
}

} // namespace

Result<void> JobRun::work(Cache &cache, const std::shared_ptr<Registry> &registry,
                          const QList<OperationMode> &steps)
{
    ImageManager manager(cache);
    for (const OperationMode &step : steps) {
        OperationReport report;
        auto done = manager.executeOperation(step, registry, m_progress, report, m_stop.get_token());
        m_reports.push_back(std::move(report));
        if (!done)
            return done;
    }
    return {};
}

void JobRun::stop(Wish wish)
{
    m_wish = wish;
    m_stop.request_stop();
}

void JobRun::retryNow(std::optional<int> line)
{
    if (line)
        m_progress.retryNow(*line);
    else
        m_progress.retryNow();
}

bool JobRun::sample(Job &job)
{
    QList<JobLine> lines;
    for (const auto &line : m_progress.lines())
        lines.append(snapshot(*line));
    const double speedBefore = job.speed;
    const bool changed =
        lines != job.lines || std::ranges::any_of(lines, waitsToRetry); // a countdown goes on
    job.lines = std::move(lines);
    job.notices = m_progress.notices();
    addUp(job);
    m_meter.add(m_clock.elapsed(), job.moved);
    job.speed = m_meter.bytesPerSecond();
    job.remainingMs = m_meter.remainingMs(job.total - job.moved - job.alreadyThere);
    return changed || !qFuzzyCompare(1 + speedBefore, 1 + job.speed);
}

QStringList JobRun::digests() const
{
    QStringList digests;
    for (const OperationReport &report : m_reports) {
        for (const ImageReport &image : report.images)
            digests.append(image.digest.toString());
    }
    return digests;
}

} // namespace dip::ui
