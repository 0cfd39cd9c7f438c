#include "ui/jobs/jobtext.h"

#include <QCoreApplication>

#include "core/registry/blobnotes.h"
#include "ui/jobs/findingtext.h"
#include "ui/jobs/jobtrouble.h"
#include "ui/look/format.h"

namespace dip::ui {

namespace {

constexpr int almost = 99; // percent

int percentOf(const Job &job)
{
    return int(job.share * 100);
}

qint64 secondsUntil(qint64 atMs)
{
    return std::max<qint64>(0, atMs - QDateTime::currentMSecsSinceEpoch()) / 1000;
}

/// Where nothing moves because all that is left waits for another attempt.
std::optional<qint64> secondsToRetry(const Job &job)
{
    std::optional<qint64> first;
    for (const JobLine &line : job.lines) {
        if (line.phase == Phase::WaitingToRetry)
            first = std::min(first.value_or(line.retryAtMs), line.retryAtMs);
        else if (lineMoves(line))
            return {};
    }
    return first ? std::optional(secondsUntil(*first)) : std::nullopt;
}

bool isMended(const AuditFinding &finding)
{
    return finding.outcome == AuditFinding::Outcome::Fetched ||
           finding.outcome == AuditFinding::Outcome::Rebuilt;
}

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Jobs)

public:
    static QString title(const Job &job);
    static QString state(JobState state);
    static QString status(const Job &job);
    static QString summary(const Job &job);
    static QString news(const Job &job);
    static QString amounts(const Job &job);
    static QString progress(const Job &job);
    static QString phase(const JobLine &line);
};

QString separator()
{
    return QStringLiteral("  ·  ");
}

/// For what is done within the cache the title names the deed.
QString Texts::title(const Job &job)
{
    const JobRequest &request = job.request;
    const QList<ImageName> images =
        request.steps.isEmpty() ? QList<ImageName>() : imagesOf(request.steps.first());
    const int count = int(images.size());
    QString source = request.source;
    if (request.kind == JobKind::Export && count > 1)
        source = tr("%n image(s)", nullptr, count);
    const auto *step = request.steps.isEmpty() ? nullptr : std::get_if<VerifyImages>(&request.steps.first());
    if (step && step->repair)
        return count == 0   ? tr("Repair the whole cache")
               : count == 1 ? tr("Repair %1").arg(source)
                            : tr("Repair %n image(s)", nullptr, count);
    if (step)
        return count == 0   ? tr("Verify the whole cache")
               : count == 1 ? tr("Verify %1").arg(source)
                            : tr("Verify %n image(s)", nullptr, count);
    if (!request.steps.isEmpty()) {
        if (const auto *deletion = std::get_if<DeleteFromRegistry>(&request.steps.first()))
            return deletion->tags.size() == 1
                       ? tr("Delete %1").arg(source)
                       : tr("Delete %n tag(s) of %1", nullptr, int(deletion->tags.size())).arg(source);
    }
    return request.target.isEmpty() ? source : source + QStringLiteral("  →  ") + request.target;
}

QString Texts::state(JobState state)
{
    switch (state) {
    case JobState::Waiting:
        return tr("Waiting");
    case JobState::Running:
        return tr("Running");
    case JobState::Paused:
        return tr("Paused");
    case JobState::NeedsYou:
        return tr("Needs you");
    case JobState::Done:
        return tr("Done");
    case JobState::DoneWithWarnings:
        return tr("Done with warnings");
    case JobState::Failed:
        return tr("Failed");
    case JobState::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

QString Texts::status(const Job &job)
{
    if (job.stopping)
        return tr("Stopping…");
    if (job.harms() > 0)
        return tr("Damage found");
    if (job.request.kind == JobKind::Verify && job.state == JobState::Done)
        return std::ranges::any_of(job.findings, isMended) ? tr("Repaired") : tr("All is sound");
    if (job.request.kind == JobKind::Delete && job.state == JobState::Done)
        return tr("Deleted");
    if (job.state != JobState::Running)
        return state(job.state);
    if (job.request.kind == JobKind::Delete)
        return tr("Deleting…");
    if (job.total == 0)
        return tr("Checking…");
    return progress(job);
}

QString Texts::progress(const Job &job)
{
    if (const auto seconds = secondsToRetry(job))
        return tr("Tries again in %n s", nullptr, int(*seconds));
    const int percent = percentOf(job);
    if (percent >= almost)
        return tr("Almost done");
    QStringList parts{tr("%1 %", "a percentage").arg(percent)};
    if (job.speed >= 1)
        parts.append(formatSpeed(job.speed));
    if (job.remainingMs)
        parts.append(formatRemaining(*job.remainingMs));
    return parts.join(separator());
}

QString Texts::amounts(const Job &job)
{
    QStringList parts;
    const qint64 toMove = job.total - job.alreadyThere;
    switch (job.request.kind) {
    case JobKind::Import:
        parts.append(tr("%1 of %2 imported").arg(formatBytes(job.moved), formatBytes(toMove)));
        break;
    case JobKind::Push:
        parts.append(tr("%1 of %2 uploaded").arg(formatBytes(job.moved), formatBytes(toMove)));
        break;
    case JobKind::Pull:
        parts.append(tr("%1 of %2 downloaded").arg(formatBytes(job.moved), formatBytes(toMove)));
        break;
    case JobKind::Export:
        parts.append(tr("%1 of %2 written").arg(formatBytes(job.moved), formatBytes(toMove)));
        break;
    case JobKind::Verify:
        return tr("%1 of %2 read and compared").arg(formatBytes(job.moved), formatBytes(toMove));
    case JobKind::Delete:
        return {};
    }
    if (job.alreadyThere > 0)
        parts.append(tr("%1 already there").arg(formatBytes(job.alreadyThere)));
    if (!job.lines.isEmpty())
        parts.append(tr("%1 of %n blobs", nullptr, int(job.lines.size())).arg(job.linesDone));
    return parts.join(separator());
}

/// Where it has a limit of its own, that too.
QString Texts::summary(const Job &job)
{
    const QString text = news(job);
    if (job.rateLimit == 0 || isFinished(job.state) || job.error)
        return text;
    const QString limit = tr("at most %1", "a speed").arg(formatSpeed(double(job.rateLimit)));
    return text.isEmpty() ? limit : text + separator() + limit;
}

QString Texts::news(const Job &job)
{
    if (job.error)
        return explain(*job.error, placeOf(job)).sentence;
    if (job.harms() > 0)
        return findingsTitle(job.findings);
    if (job.state == JobState::Failed)
        return tr("It failed in an earlier run of the program. Try again to see why.");
    if (job.interrupted)
        return tr("Interrupted when the program ended. What was done is kept.");
    if (job.state == JobState::Waiting)
        return job.request.after.isEmpty() ? tr("Starts when a place is free.")
                                           : tr("Starts when its image is in the cache.");
    if (job.state == JobState::Paused && job.total == 0)
        return tr("Goes on when it is resumed.");
    QString text = job.total > 0 ? amounts(job) : QString();
    if (job.request.kind == JobKind::Delete && job.state == JobState::Done)
        text = tr("Space comes back only when the registry collects its garbage.");
    if (job.state == JobState::DoneWithWarnings && !job.notices.isEmpty())
        text += separator() + job.notices.first();
    if (isFinished(job.state) && job.finished.isValid())
        text += (text.isEmpty() ? QString() : separator()) + formatWhen(job.finished);
    return text;
}

QString Texts::phase(const JobLine &line)
{
    const qint64 total = std::max(line.total, line.done);
    const QString amount = tr("%1 of %2").arg(formatBytes(line.done), formatBytes(total));
    switch (line.phase) {
    case Phase::Waiting:
        return tr("waiting");
    case Phase::Checking:
        return tr("checking");
    case Phase::Unpacking:
        return line.total < 0 ? tr("unpacking, %1").arg(formatBytes(line.done))
                              : tr("unpacking, %1").arg(amount);
    case Phase::Extracting:
        return amount;
    case Phase::Exporting:
        return amount;
    case Phase::Verifying:
        return amount;
    case Phase::Downloading:
        return amount;
    case Phase::Uploading:
        return line.note == uploadForgotten ? tr("%1, from its beginning: the registry forgot it").arg(amount)
                                            : amount;
    case Phase::Committing:
        return tr("the registry is storing it");
    case Phase::WaitingToRetry: {
        const QString when = tr("tries again in %n s", nullptr, int(secondsUntil(line.retryAtMs)));
        return line.note.isEmpty() ? when : tr("%1 (%2)", "when, why").arg(when, line.note);
    }
    case Phase::Done:
        return tr("done, %1").arg(formatBytes(total));
    case Phase::AlreadyThere:
        return tr("already there, %1").arg(formatBytes(total));
    case Phase::Mounted:
        return tr("taken from another repository, %1").arg(formatBytes(total));
    case Phase::Failed:
        return line.stopped ? tr("stopped at %1", "an amount").arg(amount) : tr("failed");
    }
    return {};
}

} // namespace

QString jobTitle(const Job &job)
{
    return Texts::title(job);
}

QString stateText(JobState state)
{
    return Texts::state(state);
}

QString jobStatus(const Job &job)
{
    return Texts::status(job);
}

bool jobPauses(const Job &job)
{
    return job.state == JobState::Running && !job.stopping && secondsToRetry(job).has_value();
}

QString jobSummary(const Job &job)
{
    return Texts::summary(job);
}

QString lineTitle(const JobLine &line)
{
    const qsizetype colon = line.label.indexOf(u':');
    return line.isBlob && line.label.startsWith(QLatin1String("sha256:")) ? line.label.sliced(colon + 1, 12)
                                                                          : line.label;
}

QString lineStatus(const JobLine &line)
{
    return Texts::phase(line);
}

bool lineMoves(const JobLine &line)
{
    return line.phase == Phase::Unpacking || line.phase == Phase::Extracting ||
           line.phase == Phase::Exporting || line.phase == Phase::Verifying ||
           line.phase == Phase::Downloading || line.phase == Phase::Uploading ||
           line.phase == Phase::Committing || line.phase == Phase::WaitingToRetry;
}

} // namespace dip::ui
