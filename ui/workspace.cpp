#include "ui/workspace.h"

#include <QtConcurrentRun>

#include "core/cache/cache.h"

namespace dip::ui {

Workspace::Workspace(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_dataFolder(dataFolder)
    , m_store(dataFolder + QStringLiteral("/settings.ini"), QSettings::IniFormat)
    , m_settings(AppSettings::load(m_store))
    , m_log(dataFolder + QStringLiteral("/docker-image-pusher.log"))
    , m_registries(dataFolder)
    , m_jobs(dataFolder + QStringLiteral("/queue.json"), m_registries)
{
    m_registries.setRateLimit(m_settings.rateLimit);
    m_registries.setProxy(m_settings.proxy);
    m_jobs.setJobsAtOnce(m_settings.jobsAtOnce);
    connect(&m_jobs, &JobQueue::finished, &m_images, &CacheModel::reload);
    connect(&m_images, &CacheModel::loaded, &m_trash, &TrashBin::reload); // others move images there, too
    connect(&m_trash, &TrashBin::leaving, &m_images, &CacheModel::takeOut);
    connect(&m_trash, &TrashBin::failed, &m_images, &CacheModel::reload);
    connect(&m_trash, &TrashBin::movedToTrash, &m_images, &CacheModel::reload);
    connect(&m_trash, &TrashBin::restored, &m_images, &CacheModel::reload);
    connect(&m_trash, &TrashBin::deletedForGood, &m_images, &CacheModel::reload);
}

void Workspace::change(const AppSettings &settings)
{
    const QString folderBefore = cacheFolder();
    m_settings = settings;
    m_settings.save(m_store);
    m_registries.setRateLimit(settings.rateLimit);
    m_registries.setProxy(settings.proxy);
    m_jobs.setJobsAtOnce(settings.jobsAtOnce);
    emit settingsChanged();
    if (cacheFolder() != folderBefore)
        openCache();
}

QString Workspace::cacheFolder() const
{
    return m_settings.cacheFolder.isEmpty() ? m_dataFolder + QStringLiteral("/cache")
                                            : m_settings.cacheFolder;
}

void Workspace::openCache()
{
    const QString folder = cacheFolder();
    QtConcurrent::run([folder]() -> Result<std::shared_ptr<Cache>> {
        auto cache = Cache::open(folder);
        if (!cache)
            return failure(cache);
        return std::shared_ptr<Cache>(std::move(*cache));
    }).then(this, [this, folder](const Result<std::shared_ptr<Cache>> &cache) {
        if (folder != cacheFolder())
            return; // another was chosen meanwhile
        if (!cache) {
            emit cacheFailed(cache.error());
            return;
        }
        m_cache = *cache;
        m_images.setCache(m_cache);
        m_trash.setCache(m_cache);
        m_jobs.setCache(m_cache);
        emit cacheOpened(m_cache->notices());
    });
}

} // namespace dip::ui
