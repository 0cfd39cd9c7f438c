#include "ui/jobs/jobtrouble.h"

#include "ui/log/logstore.h"

namespace dip::ui {

namespace {

qint64 secondsUntil(qint64 atMs)
{
    return std::max<qint64>(0, atMs - QDateTime::currentMSecsSinceEpoch()) / 1000;
}

/// The line that is tried again first.
const JobLine *firstPause(const Job &job)
{
    const JobLine *first = nullptr;
    for (const JobLine &line : job.lines) {
        if (line.phase == Phase::WaitingToRetry && (!first || line.retryAtMs < first->retryAtMs))
            first = &line;
    }
    return first;
}

JobTrouble pauseTrouble(const JobLine &line)
{
    const QString why = withoutSecrets(line.note);
    return {explainPause(line.done, line.total, secondsUntil(line.retryAtMs), why),
            {},
            QStringLiteral("%1: %2").arg(line.label, why),
            true};
}

} // namespace

std::optional<JobTrouble> troubleOf(const Job &job)
{
    if (job.error)
        return JobTrouble{explain(*job.error, placeOf(job)), errorId(*job.error), errorReport(*job.error)};
    const JobLine *line = job.state == JobState::Running && !job.stopping ? firstPause(job) : nullptr;
    return line ? std::optional(pauseTrouble(*line)) : std::nullopt;
}

ErrorPlace placeOf(const Job &job)
{
    if (job.request.profile.isEmpty())
        return {};
    const bool isPush = job.request.kind == JobKind::Push;
    const bool isDeletion = job.request.kind == JobKind::Delete;
    const QString there = isPush ? job.request.target : job.request.source;
    const qsizetype slash = there.indexOf(u'/');
    if (slash < 0)
        return {.account = job.account, .isPush = isPush, .isDeletion = isDeletion};
    const auto name = ImageName::parse(there.sliced(slash + 1));
    return {there.first(slash), name ? name->repository.toString() : QString(), job.account, isPush,
            isDeletion};
}

} // namespace dip::ui
