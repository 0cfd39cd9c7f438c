#pragma once

#include <QObject>
#include <QSettings>

#include <memory>

#include "core/base/error.h"
#include "ui/cache/trashbin.h"
#include "ui/jobs/jobqueue.h"
#include "ui/log/logstore.h"
#include "ui/models/cachemodel.h"
#include "ui/registries/registrydirectory.h"
#include "ui/settings/appsettings.h"

namespace dip {
class Cache;
}

namespace dip::ui {

/// What all views work with: settings, registries, the queue, the cache. The cache is opened in the
/// background. For the main thread.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    /// `dataFolder` keeps settings, registries and queue; the cache lies in it unless the settings name
    /// another folder.
    explicit Workspace(const QString &dataFolder, QObject *parent = nullptr);

    [[nodiscard]] const AppSettings &settings() const { return m_settings; }
    void change(const AppSettings &settings);
    [[nodiscard]] QSettings &store() { return m_store; } ///< for the views' own state

    [[nodiscard]] QString cacheFolder() const;
    [[nodiscard]] const std::shared_ptr<Cache> &cache() const
    {
        return m_cache;
    } ///< null until cacheOpened()
    void openCache();

    [[nodiscard]] LogStore &log() { return m_log; }
    [[nodiscard]] RegistryDirectory &registries() { return m_registries; }
    [[nodiscard]] JobQueue &jobs() { return m_jobs; }
    [[nodiscard]] CacheModel &images() { return m_images; }
    [[nodiscard]] TrashBin &trash() { return m_trash; }

signals:
    void settingsChanged();
    void cacheOpened(const QStringList &notices);
    void cacheFailed(const dip::Error &error);

private:
    QString m_dataFolder;
    QSettings m_store;
    AppSettings m_settings;
    std::shared_ptr<Cache> m_cache;
    LogStore m_log;
    RegistryDirectory m_registries;
    CacheModel m_images;
    TrashBin m_trash;
    JobQueue m_jobs;
};

} // namespace dip::ui
