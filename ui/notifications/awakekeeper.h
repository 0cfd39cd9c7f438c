#pragma once

#include <QObject>

#include <memory>

#include "ui/notifications/sleepinhibitor.h"

namespace dip::ui {

class Workspace;

/// Keeps the system awake while jobs run, as far as the settings want it.
class AwakeKeeper final : public QObject
{
    Q_OBJECT

public:
    AwakeKeeper(Workspace &workspace, std::unique_ptr<SleepInhibitor> inhibitor, QObject *parent = nullptr);
    ~AwakeKeeper() override;

private:
    void look();

    Workspace &m_workspace;
    std::unique_ptr<SleepInhibitor> m_inhibitor;
    bool m_holds = false;
};

} // namespace dip::ui
