#pragma once

#include "core/archive/archivedimage.h"
#include "core/base/progress.h"
#include "core/cache/cache.h"

#include <functional>
#include <stop_token>

namespace dip {

class Registry;

/// Fetches blobs and manifests that a cache has lost from where their images came from, or went to: archives
/// first, as they are near, then registries. What cannot be had is left as it is, with the reason.
class BlobRestorer final
{
public:
    using RegistryOf = std::function<Result<std::shared_ptr<Registry>>(const QString &host)>;
    /// All must outlive this.
    BlobRestorer(Cache &cache, ProgressSink &progress, std::stop_token stop, const RegistryOf &registryOf)
        : m_cache(cache), m_progress(progress), m_stop(std::move(stop)), m_registryOf(registryOf)
    {}
    Q_DISABLE_COPY_MOVE(BlobRestorer)

    /// Sets outcome or failure of every finding about a missing or dropped blob or a damaged manifest.
    void restore(const CacheAudit &audit, QList<AuditFinding> &findings);

private:
    struct Place
    {
        QString archive; ///< or:
        QString host;
        std::optional<RepositoryName> repository;
        friend bool operator==(const Place &, const Place &) = default;
    };
    [[nodiscard]] static QList<Place> placesOf(const CachedImage &image);
    [[nodiscard]] QList<Place> placesOf(const AuditFinding &finding, const CacheAudit &audit) const;
    [[nodiscard]] Result<void> restoreBlob(const CachedBlob &blob, const QList<Place> &places);
    [[nodiscard]] Result<void> restoreManifest(const CachedImage &image);

    [[nodiscard]] Result<void> fetch(const CachedBlob &blob, const Place &place);
    [[nodiscard]] Result<void> fetchFromArchive(const CachedBlob &blob, const QString &path);
    [[nodiscard]] Result<void> copyLayer(const CachedBlob &blob, const ArchivedLayer &layer);
    [[nodiscard]] Result<void> fetchFromRegistry(const CachedBlob &blob, const Place &place);
    [[nodiscard]] Result<Manifest> fetchManifest(const CachedImage &image, const Place &place);
    [[nodiscard]] Result<const ArchiveContents *> contentsOf(const QString &path);
    [[nodiscard]] Result<std::shared_ptr<Registry>> registry(const QString &host);

    Cache &m_cache;
    ProgressSink &m_progress;
    std::stop_token m_stop;
    const RegistryOf &m_registryOf;
    QHash<QString, std::shared_ptr<Result<ArchiveContents>>> m_archives; ///< read once each
    QHash<QString, std::shared_ptr<Registry>> m_registries;
};

} // namespace dip
