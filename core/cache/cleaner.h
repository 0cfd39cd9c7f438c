#pragma once

#include "core/cache/cleanplan.h"
#include "core/cache/indexentry.h"
#include "core/cache/indexfile.h"
#include "core/cache/trashstore.h"

namespace dip {

/// Finds out what a cleaning removes, and removes it; all under the folder's lock, so that no image and no
/// lease comes in between.
///
///     entries of the index ── chosen ──▶ dropped digests ┐
///                     └────── staying ─▶ needed digests ─┤
///     the trash ───────────────────────▶ needed digests ─┤
///     living leases ───────────────────▶ leased digests ─┴▶ files to remove
///
/// Who is chosen is said by the request's conditions; where it wants bytes freed, by who has not been used
/// for the longest, as far as needed.
class Cleaner final
{
public:
    Cleaner(const CacheFolder &folder, const CacheFolder::Lock &lock) : m_folder(folder), m_lock(lock) {}
    Q_DISABLE_COPY_MOVE(Cleaner)

    /// NotInCache for a named image that is not there.
    [[nodiscard]] Result<CleanPlan> plan(const IndexDocument &index, const CleanRequest &request);
    /// Carries out the last plan: index first, then manifests, then the rest, so that the cache is valid
    /// wherever this ends (but on a full disk, where images on their way out may have lost blobs before they
    /// leave the index). Returns what was really removed.
    [[nodiscard]] Result<CleanPlan> carryOut(IndexFile &indexFile, const IndexDocument &index,
                                             const CleanProgress &progress);

private:
    [[nodiscard]] Result<void> checkNamed(const IndexDocument &index, const CleanRequest &request) const;
    void readIndex(const IndexDocument &index);
    [[nodiscard]] QDateTime lastUse(const CachedImage &image) const;
    [[nodiscard]] bool fits(const CachedImage &image, const CleanRequest &request) const;
    [[nodiscard]] bool mayGo(const CachedImage &image);
    void choose(const CleanRequest &request);
    [[nodiscard]] qint64 freeRest(const IndexDocument &index, qint64 wanted);
    void chooseToFree(const IndexDocument &index, const CleanRequest &request);
    void sort(const CleanRequest &request);
    void sortUnreadable(const QString &key, QByteArrayView value, const CleanRequest &request);
    [[nodiscard]] bool isManifestKept(const QString &path) const;
    void addFile(const QString &path, std::optional<Digest> digest);
    void addDroppedManifests();
    void addOrphanManifests();
    void addBlob(const Digest &digest);
    void addBlobs(bool allUnneeded);
    void addUnfinished();
    void addTrash();
    [[nodiscard]] bool removeFile(const CleanPlan::File &file);
    void makeRoom(qint64 bytes);
    [[nodiscard]] Result<void> writeIndex(IndexFile &indexFile, const IndexDocument &index);
    [[nodiscard]] static QSet<Digest> digestsOf(const CachedImage &image);

    const CacheFolder &m_folder;
    const CacheFolder::Lock &m_lock;
    CleanPlan m_plan;
    QList<CachedImage> m_images;
    QList<std::pair<QString, QByteArrayView>> m_unreadable; ///< keys and values in the index
    QSet<QString> m_wanted;                                 ///< keys that the request names
    QSet<QString> m_inUse;                                  ///< keys of images that the request spares
    QSet<QString> m_chosen;                                 ///< keys of readable entries that go
    QSet<Digest> m_leased;
    QList<TrashStore::Item> m_trash; ///< oldest first
    qsizetype m_droppedTrash = 0;    ///< so many of them go
    QStringList m_droppedKeys;
    QStringList m_droppedManifests;
    QSet<QString> m_keptManifests;
    QByteArray m_keptText;   ///< members that cannot be read: whatever stands in them is kept
    QSet<QString> m_removed; ///< of the plan's files
    QSet<Digest> m_dropped;
    QSet<Digest> m_needed;
};

} // namespace dip
