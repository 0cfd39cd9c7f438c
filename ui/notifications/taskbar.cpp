#include "ui/notifications/taskbar.h"

#include <QGuiApplication>

#ifdef HAVE_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#endif

#include "ui/workspace.h"

namespace dip::ui {

namespace {

class SystemEntry final : public TaskbarEntry
{
public:
    ~SystemEntry() override { show({}); }

    void show(const State &state) override
    {
#ifdef HAVE_DBUS
        // Of Unity, and understood by the docks of KDE, GNOME's extensions and others: Launcher API. The
        // number goes with it: Qt's own message for it has a path that no bus takes.
        auto update = QDBusMessage::createSignal(QStringLiteral("/com/canonical/unity/launcherentry/1"),
                                                 QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                                 QStringLiteral("Update"));
        update.setArguments(
            {QStringLiteral("application://%1.desktop").arg(QGuiApplication::desktopFileName()), QVariantMap {
                 {QStringLiteral("progress"), state.percent.value_or(0) / 100.0},
                 {QStringLiteral("progress-visible"), state.percent.has_value()},
                 {QStringLiteral("count"), qint64(state.needsYou)},
                 {QStringLiteral("count-visible"), state.needsYou > 0},
                 {QStringLiteral("urgent"), state.needsYou > 0}
             }});
        QDBusConnection::sessionBus().send(update);
#else
        qGuiApp->setBadgeNumber(state.needsYou);
#endif
    }
};

/// Jobs whose size is not known yet say nothing of how far all are.
std::optional<int> percentOf(const JobQueue &jobs)
{
    qint64 done = 0;
    qint64 total = 0;
    for (const Job &job : jobs.jobs()) {
        if (job.state != JobState::Running || job.total <= 0)
            continue;
        done += qint64(job.share * double(job.total));
        total += job.total;
    }
    return total > 0 ? std::optional(int(100.0 * double(done) / double(total))) : std::nullopt;
}

} // namespace

std::unique_ptr<TaskbarEntry> TaskbarEntry::make()
{
    return std::make_unique<SystemEntry>();
}

Taskbar::Taskbar(Workspace &workspace, std::unique_ptr<TaskbarEntry> entry, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_entry(std::move(entry))
{
    connect(&m_workspace.jobs(), &JobQueue::added, this, &Taskbar::look);
    connect(&m_workspace.jobs(), &JobQueue::removed, this, &Taskbar::look);
    connect(&m_workspace.jobs(), &JobQueue::changed, this, &Taskbar::look);
    look();
}

Taskbar::~Taskbar() = default;

void Taskbar::look()
{
    const TaskbarEntry::State now{percentOf(m_workspace.jobs()), m_workspace.jobs().counts().needsYou};
    if (now != std::exchange(m_shown, now))
        m_entry->show(now);
}

} // namespace dip::ui
