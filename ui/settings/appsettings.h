#pragma once

#include <QString>

#include "ui/look/theme.h"
#include "ui/settings/proxysettings.h"

class QSettings;

namespace dip::ui {

/// What the person chose. Handed about by value; never holds a secret.
struct AppSettings
{
    QString language; ///< "en", "zh_CN"; empty: the system's
    ThemeChoice theme = ThemeChoice::System;
    QString cacheFolder;  ///< empty: the standard place
    int jobsAtOnce = 2;   ///< jobs that run at the same time
    int blobsAtOnce = 4;  ///< layers of one job that move at the same time
    qint64 rateLimit = 0; ///< bytes a second for all jobs together; 0: none
    ProxySettings proxy{};
    bool notifyDone = true;     ///< a notice when a batch of jobs is over
    bool notifyNeedsYou = true; ///< a notice when a job needs a person
    bool keepAwake = true;      ///< the system does not fall asleep while jobs run
    bool tray = false;          ///< an icon in the tray, with which the window can be closed while jobs run

    [[nodiscard]] static AppSettings load(const QSettings &store);
    void save(QSettings &store) const;
};

} // namespace dip::ui
