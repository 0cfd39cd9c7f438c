#include "ui/jobs/jobgrouping.h"

#include <QCoreApplication>

namespace dip::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JobGroups)

public:
    static QString title(const QString &group, JobGrouping by);
    static QString summary(const QList<const Job *> &jobs);
    static QString spoken(const JobHeading &heading);
};

QString Texts::title(const QString &group, JobGrouping by)
{
    if (!group.isEmpty())
        return group;
    return by == JobGrouping::Target ? tr("This computer") : tr("Without a delivery list");
}

QString Texts::summary(const QList<const Job *> &jobs)
{
    const auto count = [&jobs](auto... states) {
        return int(
            std::ranges::count_if(jobs, [=](const Job *job) { return ((job->state == states) || ...); }));
    };
    using enum JobState;
    QStringList parts{tr("%1 of %n done", nullptr, int(jobs.size())).arg(count(Done, DoneWithWarnings))};
    if (const int needsYou = count(NeedsYou); needsYou > 0)
        parts.append(tr("%n need you", nullptr, needsYou));
    if (const int failed = count(Failed); failed > 0)
        parts.append(tr("%n failed", nullptr, failed));
    if (const int running = count(Running); running > 0)
        parts.append(tr("%n running", nullptr, running));
    if (const int waiting = count(Waiting, Paused); waiting > 0)
        parts.append(tr("%n waiting", nullptr, waiting));
    return parts.join(QStringLiteral("  ·  "));
}

QString Texts::spoken(const JobHeading &heading)
{
    return tr("Group %1: %2", "read aloud: name, counts")
        .arg(heading.title, QString(heading.summary).replace(QStringLiteral("  ·  "), QStringLiteral(", ")));
}

} // namespace

QString groupOf(const JobRequest &request, JobGrouping by)
{
    if (by == JobGrouping::DeliveryList)
        return request.deliveryList;
    if (by == JobGrouping::None || request.profile.isEmpty())
        return {};
    const QString &there = request.kind == JobKind::Push ? request.target : request.source;
    return there.section(u'/', 0, 0);
}

JobHeading headingOf(const QString &group, JobGrouping by, const QList<const Job *> &jobs)
{
    return {Texts::title(group, by), Texts::summary(jobs),
            std::ranges::contains(jobs, JobState::NeedsYou, &Job::state)};
}

QString headingSpoken(const JobHeading &heading)
{
    return Texts::spoken(heading);
}

} // namespace dip::ui
