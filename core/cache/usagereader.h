#pragma once

#include "core/cache/blobinventory.h"
#include "core/cache/cachedimage.h"
#include "core/cache/indexdocument.h"
#include "core/cache/session.h"
#include "core/cache/usage.h"

namespace dip {

/// Looks at a cache's folder and counts. For one use.
///
///     index.json ── entries ──▶ files of images ─┐
///     blobs/sha256/ ── sizes ────────────────────┼─▶ CacheUsage
///     others who keep blobs ─────────────────────┘
class UsageReader final
{
public:
    UsageReader(const CacheFolder &folder, const CacheFolder::Lock &lock) : m_folder(folder), m_lock(lock) {}
    Q_DISABLE_COPY_MOVE(UsageReader)

    /// Blobs that stay whatever images go: those of the trash, or in transfer.
    void keep(const QSet<Digest> &blobs) { m_kept.unite(blobs); }
    [[nodiscard]] CacheUsage read(const IndexDocument &index);
    /// The same, and what belongs to no image.
    [[nodiscard]] CacheUsage readAll(const IndexDocument &index, const QSet<Digest> &inTrash);

private:
    void addImages(const IndexDocument &index);
    void addImage(const CachedImage &image);
    void addBlob(const Digest &digest);
    void addManifest(const QString &path);
    void addNumber(quint32 number);
    void keepBlobs();
    void countBlobsOfNobody(const QSet<Digest> &inTrash);
    void countOrphanManifests();
    void count(CacheUsage::Heap &heap, const QStringList &paths) const;

    const CacheFolder &m_folder;
    const CacheFolder::Lock &m_lock;
    CacheUsage m_usage;
    BlobInventory m_inventory;
    QHash<Digest, quint32> m_blobs;
    QHash<QString, quint32> m_manifests;
    QSet<QString> m_named;        ///< where manifests of images belong
    QList<qsizetype> m_lastImage; ///< by file: who counted it last, so that an image counts it once
    QSet<Digest> m_kept;
    QByteArray m_unreadable; ///< members of the index that cannot be read: whatever stands in them is kept
};

} // namespace dip
