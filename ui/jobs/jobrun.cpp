#include "ui/jobs/jobrun.h"

#include "core/registry/blobnotes.h"
#include "core/registry/registry.h"
#include "core/transfer/imagemanager.h"
#include "core/transfer/tagdeletion.h"
#include "core/transfer/verifier.h"

namespace dip::ui {

namespace {

bool wasThere(Phase phase)
{
    return phase == Phase::AlreadyThere || phase == Phase::Mounted;
}

JobLine snapshot(const BlobProgress &line, bool stopping)
{
    const Phase phase = line.phase();
    return {line.label(),     phase,         line.done(), line.total(),
            line.retryAtMs(), line.isBlob(), line.note(), stopping && phase == Phase::Failed};
}

bool waitsToRetry(const JobLine &line)
{
    return line.phase == Phase::WaitingToRetry;
}

/// Whether a partial upload was lost, of which its line tells.
bool beginsAnew(const QList<JobLine> &before, const QList<JobLine> &now)
{
    for (qsizetype i = 0; i < std::min(before.size(), now.size()); ++i) {
        if (now[i].note == uploadForgotten && now[i].done < before[i].done)
            return true;
    }
    return false;
}

/// Of an archive that is being unpacked, about as much is still to be copied.
qint64 stillToCome(const Job &job)
{
    const bool unpacksOnly = !job.lines.isEmpty() && std::ranges::none_of(job.lines, &JobLine::isBlob);
    return unpacksOnly && job.request.kind != JobKind::Verify ? job.total : 0;
}

/// Adds up the lines. What was there already counts as done, but not as moved; of a push, what is read before
/// it is sent counts as neither.
void addUp(Job &job)
{
    job.moved = job.alreadyThere = job.total = 0;
    job.linesDone = 0;
    for (const JobLine &line : std::as_const(job.lines)) {
        if (job.request.kind == JobKind::Push && !line.isBlob)
            continue;
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

JobRun::JobRun(std::shared_ptr<Registry> registry) : m_registry(std::move(registry))
{
    m_clock.start();
}

Result<void> JobRun::work(const Means &means, const QList<JobStep> &steps)
{
    for (const JobStep &step : steps) {
        if (auto done = workOn(means, step); !done)
            return done;
    }
    return {};
}

Result<void> JobRun::workOn(const Means &means, const JobStep &step)
{
    if (const auto *verified = std::get_if<VerifyImages>(&step))
        return verify(means, *verified);
    if (const auto *deletion = std::get_if<DeleteFromRegistry>(&step))
        return deleteManifests(means.registry, deletion->repository, deletion->digests, m_progress,
                               m_stop.get_token());
    ImageManager manager(*means.cache);
    OperationReport &report = m_reports.emplace_back();
    return std::visit(
        [&](const auto &mode) -> Result<void> {
            using Mode = std::remove_cvref_t<decltype(mode)>;
            if constexpr (std::is_same_v<Mode, ExportFromCache>)
                return manager.exportImages(mode, m_progress, report, m_stop.get_token());
            else if constexpr (std::is_constructible_v<OperationMode, Mode>)
                return manager.executeOperation(mode, means.registry, m_progress, report, m_stop.get_token());
            else
                return fail(ErrorCode::Internal, QStringLiteral("a step that nobody takes"));
        },
        step);
}

Result<void> JobRun::verify(const Means &means, const VerifyImages &step)
{
    VerifyRequest request{.images = step.images, .repair = step.repair};
    request.registryOf = [&means](const QString &host) -> Result<std::shared_ptr<Registry>> {
        const auto known = means.allByHost.value(host);
        return known ? Result<std::shared_ptr<Registry>>(known)
                     : fail(ErrorCode::InvalidArgument,
                            QStringLiteral("this registry is no longer in the list"), host);
    };
    VerifyReport report;
    auto done = Verifier(*means.cache, m_progress, m_stop.get_token()).verify(request, report);
    m_findings += report.findings;
    return done;
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

void JobRun::setRateLimit(qint64 bytesPerSecond)
{
    if (m_registry)
        m_registry->setRateLimit(bytesPerSecond);
}

bool JobRun::sample(Job &job)
{
    QList<JobLine> lines;
    for (const auto &line : m_progress.lines())
        lines.append(snapshot(*line, m_wish != Wish::Finish));
    const double speedBefore = job.speed;
    const bool changed =
        lines != job.lines || std::ranges::any_of(lines, waitsToRetry); // a countdown goes on
    if (beginsAnew(job.lines, lines))
        m_share.restart();
    job.lines = std::move(lines);
    job.notices = m_progress.notices();
    addUp(job);
    job.share = m_share.add(job.moved + job.alreadyThere, job.total + stillToCome(job));
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

QList<AuditFinding> JobRun::findings() const
{
    return m_findings;
}

} // namespace dip::ui
