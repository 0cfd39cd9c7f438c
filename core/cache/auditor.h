#pragma once

#include "core/cache/audit.h"
#include "core/cache/indexdocument.h"
#include "core/cache/manifeststore.h"

#include <QSet>

namespace dip {

class BlobStore;

/// Looks at everything in a cache but the content of its blobs. For one use, under the folder's lock.
class Auditor final
{
public:
    Auditor(const CacheFolder &folder, const CacheFolder::Lock &lock, const BlobStore &blobs,
            const ManifestStore &manifests)
        : m_folder(folder), m_lock(lock), m_blobs(blobs), m_manifests(manifests)
    {}
    Q_DISABLE_COPY_MOVE(Auditor)

    /// Only these images, or the whole folder where none are named. NotInCache.
    [[nodiscard]] Result<CacheAudit> audit(const IndexDocument &index, const QList<ImageName> &names,
                                           const QSet<Digest> &inTrash);

private:
    [[nodiscard]] Result<void> readIndex(const IndexDocument &index, const QList<ImageName> &names);
    void lookAtManifest(qsizetype image);
    [[nodiscard]] Result<void> compare(const CachedImage &image, const Manifest &manifest, int depth) const;
    void noteBlobs(qsizetype image);
    void lookAtNeeded();
    void lookAtOthers(const QSet<Digest> &inTrash);
    void lookAtOrphanManifests();
    void find(AuditFinding finding);
    [[nodiscard]] QList<ImageName> namesOf(const QList<qsizetype> &images) const;

    struct Need
    {
        CachedBlob blob;
        QList<qsizetype> images;
    };
    const CacheFolder &m_folder;
    const CacheFolder::Lock &m_lock;
    const BlobStore &m_blobs;
    const ManifestStore &m_manifests;
    CacheAudit m_audit;
    QHash<Digest, Need> m_needs;
    QSet<QString> m_manifestPaths;
    QByteArray m_unreadable;
};

} // namespace dip
