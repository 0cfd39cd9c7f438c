#include "ui/views/jobactions.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QWidget>

#include "ui/errortext.h"
#include "ui/jobs/jobqueue.h"
#include "ui/look/icons.h"

namespace dip::ui {

namespace {

bool isPausable(const Job &job)
{
    return job.state == JobState::Running || job.state == JobState::Waiting;
}

bool waitsToRetry(const Job &job)
{
    return job.state == JobState::Running && std::ranges::any_of(job.lines, [](const JobLine &line) {
               return line.phase == Phase::WaitingToRetry;
           });
}

void toClipboard(const QStringList &lines)
{
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

QString withKeys(const QAction *action)
{
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? action->text() : QStringLiteral("%1 (%2)").arg(action->text(), keys);
}

} // namespace

JobActions::JobActions(JobQueue &queue, QWidget *view) : QObject(view), m_queue(queue), m_view(view)
{
    m_pause = add(QLatin1StringView("pause"), {Qt::Key_Space}, &JobActions::pauseOrResume);
    m_start = add(QLatin1StringView("resume"), {}, &JobActions::start);
    m_cancel = add(QLatin1StringView("cancel"), {}, &JobActions::cancel);
    m_retry = add(QLatin1StringView("retry"), {}, &JobActions::retry);
    m_retryNow = add(QLatin1StringView("retry"), {}, &JobActions::retryNow);
    m_elsewhere = add(QLatin1StringView("push"), {}, &JobActions::sendElsewhere);
    addSeparator();
    m_up = add(QLatin1StringView("up"), {Qt::ALT | Qt::Key_Up}, &JobActions::moveUp);
    m_down = add(QLatin1StringView("down"), {Qt::ALT | Qt::Key_Down}, &JobActions::moveDown);
    m_top = add({}, {Qt::ALT | Qt::Key_Home}, &JobActions::moveToTop);
    m_bottom = add({}, {Qt::ALT | Qt::Key_End}, &JobActions::moveToBottom);
    m_position = add({}, {}, &JobActions::askPosition);
    addSeparator();
    m_limit = add(QLatin1StringView("clock"), {}, &JobActions::askLimit);
    addSeparator();
    m_copyTarget = add(QLatin1StringView("copy"), {QKeySequence::Copy}, &JobActions::copyTargets);
    m_copyDigest = add({}, {Qt::CTRL | Qt::SHIFT | Qt::Key_C}, &JobActions::copyDigests);
    m_copyPull = add({}, {}, &JobActions::copyPullLines);
    m_copyReport = add({}, {}, &JobActions::copyReports);
    addSeparator();
    m_log = add(QLatin1StringView("info"), {}, &JobActions::openLog);
    m_remove = add(QLatin1StringView("delete"), {QKeySequence::Delete}, &JobActions::remove);
    m_retryNow->setObjectName(QStringLiteral("retryNow"));
    m_position->setObjectName(QStringLiteral("moveToPosition"));
    m_limit->setObjectName(QStringLiteral("limitJobs"));
    m_log->setObjectName(QStringLiteral("openJobLog"));
    m_copyReport->setObjectName(QStringLiteral("copyReport"));
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QAction *JobActions::add(QLatin1StringView iconName, const QList<QKeySequence> &keys,
                         void (JobActions::*slot)())
{
    auto *action = new QAction(this);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_view->addAction(action);
    return action;
}

void JobActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_view->addAction(separator);
}

QList<QAction *> JobActions::toolBarActions() const
{
    return {m_pause, m_cancel, m_retry, m_up, m_down};
}

void JobActions::choose(const QStringList &ids)
{
    m_ids = ids;
    QList<const Job *> jobs;
    for (const QString &id : ids) {
        if (const Job *job = m_queue.find(id))
            jobs.append(job);
    }
    const auto any = [&jobs](auto test) {
        return std::ranges::any_of(jobs, [&test](const Job *job) { return test(*job); });
    };
    const bool pausable = any(isPausable);
    const bool resumable = any([](const Job &job) { return job.state == JobState::Paused; });
    const bool finished = any([](const Job &job) { return isFinished(job.state); });
    m_resumes = !pausable && resumable;
    m_pause->setEnabled(pausable || resumable);
    m_start->setEnabled(any([this](const Job &job) { return m_queue.canStart(job.id); }));
    m_cancel->setEnabled(any([](const Job &job) { return !isFinished(job.state); }));
    m_retry->setEnabled(finished);
    m_retryNow->setEnabled(any(waitsToRetry));
    m_remove->setEnabled(finished);
    m_elsewhere->setEnabled(any([](const Job &job) { return job.request.kind == JobKind::Push; }));
    const bool inLine = any(isInLine);
    for (QAction *action : {m_up, m_down, m_top, m_bottom})
        action->setEnabled(inLine);
    m_position->setEnabled(inLine && jobs.size() == 1);
    m_limit->setEnabled(any(&JobQueue::canLimit));
    m_log->setEnabled(jobs.size() == 1);
    m_copyTarget->setEnabled(!jobs.isEmpty());
    m_copyDigest->setEnabled(any([](const Job &job) { return !job.digests.isEmpty(); }));
    m_copyPull->setEnabled(any([](const Job &job) { return job.request.kind == JobKind::Push; }));
    m_copyReport->setEnabled(any([](const Job &job) { return job.error.has_value(); }));
    showTexts();
}

void JobActions::pauseOrResume()
{
    const QStringList ids = m_ids;
    const bool resumes = m_resumes;
    for (const QString &id : ids)
        resumes ? m_queue.resume(id) : m_queue.pause(id);
}

void JobActions::cancel()
{
    QStringList ended;
    for (const QString &id : QStringList(m_ids)) {
        const Job *job = m_queue.find(id);
        if (!job || isFinished(job->state))
            continue;
        ended += m_queue.cancel(id);
    }
    if (!ended.isEmpty())
        emit cancelled(ended);
}

void JobActions::retry()
{
    for (const QString &id : QStringList(m_ids))
        m_queue.retry(id);
}

void JobActions::retryNow()
{
    for (const QString &id : QStringList(m_ids))
        m_queue.retryNow(id);
}

void JobActions::askPosition()
{
    emit positionRequested(m_ids.first());
}

void JobActions::askLimit()
{
    emit limitRequested(m_ids);
}

void JobActions::openLog()
{
    emit logRequested(m_ids.first());
}

void JobActions::sendElsewhere()
{
    emit anotherTargetRequested(m_ids);
}

void JobActions::start()
{
    for (const QString &id : QStringList(m_ids))
        m_queue.start(id);
}

void JobActions::moveUp()
{
    for (const QString &id : QStringList(m_ids))
        m_queue.moveUp(id);
}

void JobActions::moveDown()
{
    QStringList ids = m_ids;
    std::ranges::reverse(ids);
    for (const QString &id : std::as_const(ids))
        m_queue.moveDown(id);
}

void JobActions::moveToTop()
{
    QStringList ids = m_ids;
    std::ranges::reverse(ids);
    for (const QString &id : std::as_const(ids))
        m_queue.moveToTop(id);
}

void JobActions::moveToBottom()
{
    for (const QString &id : QStringList(m_ids))
        m_queue.moveToBottom(id);
}

void JobActions::remove()
{
    for (const QString &id : QStringList(m_ids))
        m_queue.remove(id);
}

void JobActions::copyTargets()
{
    QStringList lines;
    for (const QString &id : std::as_const(m_ids)) {
        const JobRequest &request = m_queue.find(id)->request;
        lines.append(request.target.isEmpty() ? request.source : request.target);
    }
    toClipboard(lines);
}

void JobActions::copyDigests()
{
    QStringList lines;
    for (const QString &id : std::as_const(m_ids))
        lines += m_queue.find(id)->digests;
    toClipboard(lines);
}

void JobActions::copyPullLines()
{
    QStringList lines;
    for (const QString &id : std::as_const(m_ids)) {
        const JobRequest &request = m_queue.find(id)->request;
        if (request.kind == JobKind::Push)
            lines.append(QStringLiteral("docker pull ") + request.target);
    }
    toClipboard(lines);
}

void JobActions::copyReports()
{
    QStringList reports;
    for (const QString &id : std::as_const(m_ids)) {
        if (const auto &error = m_queue.find(id)->error)
            reports.append(errorReport(*error));
    }
    QGuiApplication::clipboard()->setText(reports.join(QStringLiteral("\n\n")));
}

void JobActions::showTexts()
{
    const int count = std::max(1, int(m_ids.size()));
    const QString pause =
        m_resumes ? tr("Resume %n job(s)", nullptr, count) : tr("Pause %n job(s)", nullptr, count);
    if (m_pause->text() != pause) {
        m_pause->setText(pause);
        m_pause->setIcon(icon(m_resumes ? QLatin1StringView("resume") : QLatin1StringView("pause")));
    }
    m_start->setText(tr("Start %n job(s) now", nullptr, count));
    m_cancel->setText(tr("Cancel %n job(s)", nullptr, count));
    m_retry->setText(tr("Try %n job(s) again", nullptr, count));
    m_remove->setText(tr("Remove %n job(s) from the list", nullptr, count));
    for (QAction *action : {m_pause, m_cancel, m_retry, m_up, m_down})
        action->setToolTip(withKeys(action));
}

void JobActions::retranslate()
{
    m_elsewhere->setText(tr("Push to another registry…"));
    m_up->setText(tr("Move up"));
    m_down->setText(tr("Move down"));
    m_top->setText(tr("Move to the top"));
    m_bottom->setText(tr("Move to the bottom"));
    m_retryNow->setText(tr("Try waiting layers now"));
    m_position->setText(tr("Move to position…"));
    m_limit->setText(tr("Speed limit…"));
    m_log->setText(tr("Open the log at this job"));
    m_copyTarget->setText(tr("Copy target"));
    m_copyDigest->setText(tr("Copy digest"));
    m_copyPull->setText(tr("Copy docker pull line"));
    m_copyReport->setText(tr("Copy report"));
    showTexts();
}

} // namespace dip::ui
