#include "ui/notifications/awakekeeper.h"

#include "ui/workspace.h"

namespace dip::ui {

AwakeKeeper::AwakeKeeper(Workspace &workspace, std::unique_ptr<SleepInhibitor> inhibitor, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_inhibitor(std::move(inhibitor))
{
    connect(&m_workspace.jobs(), &JobQueue::changed, this, &AwakeKeeper::look);
    connect(&m_workspace, &Workspace::settingsChanged, this, &AwakeKeeper::look);
    look();
}

AwakeKeeper::~AwakeKeeper() = default;

void AwakeKeeper::look()
{
    const bool holds = m_workspace.settings().keepAwake && m_workspace.jobs().counts().running > 0;
    if (holds == std::exchange(m_holds, holds))
        return;
    if (holds)
        m_inhibitor->hold(tr("Images are being transferred"));
    else
        m_inhibitor->release();
}

} // namespace dip::ui
