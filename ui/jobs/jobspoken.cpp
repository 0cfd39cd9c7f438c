#include "ui/jobs/jobspoken.h"

#include <QCoreApplication>

#include "ui/jobs/jobtext.h"

namespace dip::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SpokenJobs)

public:
    static QString title(const Job &job);
    static QString deed(JobKind kind);
    static QString remaining(qint64 ms);
    static QString progress(const Job &job);
};

QString Texts::title(const Job &job)
{
    if (job.request.target.isEmpty() || job.request.kind == JobKind::Export)
        return jobTitle(job);
    return tr("%1 to %2", "read aloud: image, where it goes").arg(job.request.source, job.request.target);
}

QString Texts::deed(JobKind kind)
{
    switch (kind) {
    case JobKind::Import:
        return tr("importing");
    case JobKind::Push:
        return tr("uploading");
    case JobKind::Pull:
        return tr("downloading");
    case JobKind::Export:
        return tr("exporting");
    case JobKind::Verify:
        return tr("verifying");
    case JobKind::Delete:
        return tr("deleting");
    }
    return {};
}

QString Texts::remaining(qint64 ms)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    const qint64 seconds = ms / 1000;
    if (seconds < minute)
        return tr("about %n second(s) left", nullptr, int(std::max<qint64>(5, seconds / 5 * 5)));
    if (seconds < hour)
        return tr("about %n minute(s) left", nullptr, int((seconds + minute / 2) / minute));
    return tr("about %n hour(s) left", nullptr, int((seconds + hour / 2) / hour));
}

QString Texts::progress(const Job &job)
{
    QStringList parts{deed(job.request.kind), tr("%n percent", nullptr, int(job.share * 100))};
    if (job.remainingMs)
        parts.append(remaining(*job.remainingMs));
    return parts.join(QStringLiteral(", "));
}

/// Signs that stand between parts are not to be read.
QString withoutSigns(QString text)
{
    return text.replace(QStringLiteral("  ·  "), QStringLiteral(", "))
        .replace(QStringLiteral("  →  "), QStringLiteral(", "));
}

} // namespace

QString spokenTitle(const Job &job)
{
    return withoutSigns(Texts::title(job));
}

QString jobSpoken(const Job &job)
{
    const bool moves = job.state == JobState::Running && !job.stopping && job.total > 0 && !jobPauses(job);
    QStringList parts{spokenTitle(job)};
    if (moves) {
        parts.append(Texts::progress(job));
    } else {
        parts.append(jobStatus(job));
        parts.append(jobSummary(job));
    }
    parts.removeAll(QString());
    return withoutSigns(parts.join(QStringLiteral(", ")));
}

QString lineSpoken(const JobLine &line)
{
    return lineTitle(line) + QStringLiteral(", ") + lineStatus(line);
}

} // namespace dip::ui
