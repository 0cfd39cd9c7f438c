#pragma once

#include <QString>

#include "ui/look/theme.h"

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
    qint64 rateLimit = 0; ///< bytes a second for each registry; 0: none

    [[nodiscard]] static AppSettings load(const QSettings &store);
    void save(QSettings &store) const;
};

} // namespace dip::ui
