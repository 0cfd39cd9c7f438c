#pragma once

#include "core/cache/cachefolder.h"

#include <QHash>
#include <QSet>

#include <atomic>

namespace dip {

/// What an open cache has going on in the folder while its process lives: temporaries, and leases on blobs.
/// All of it hangs on one lock file, leases/{session}.lock, which the system lets go with the process; what
/// belongs to a free one is dead and is swept. Lock files are born and removed under the folder's lock only,
/// so a sweeper never meets one that is made but not locked yet. Thread-safe.
class Session final
{
public:
    explicit Session(const CacheFolder &folder);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    /// Makes the lock file, the first time it is called.
    [[nodiscard]] Result<void> begin(const CacheFolder::Lock &lock);
    /// The same for callers that do not hold the lock.
    [[nodiscard]] Result<void> begin();

    /// A path of our own for a new file or folder, after begin().
    [[nodiscard]] QString newPath();
    /// Puts bytes at a path in one step: temporary, sync, rename, sync of the folder. After begin().
    [[nodiscard]] Result<void> putFile(const QString &path, QByteArrayView bytes);

    // --- leases; blobs in one are kept by cleaning, of whatever process

    [[nodiscard]] Result<int> openLease(const CacheFolder::Lock &lock, const QList<Digest> &blobs);
    [[nodiscard]] Result<void> extendLease(const CacheFolder::Lock &lock, int lease,
                                           const QList<Digest> &blobs);
    void closeLease(int lease);
    /// Leases a blob that is about to get its name: it joins every open lease, or else our own one until an
    /// image names it.
    [[nodiscard]] Result<void> protect(const CacheFolder::Lock &lock, const Digest &blob);
    /// An image names these now.
    void release(const CacheFolder::Lock &lock, const QList<Digest> &blobs);

    // --- all processes' sessions

    /// What living sessions need.
    [[nodiscard]] static QSet<Digest> leased(const CacheFolder &folder, const CacheFolder::Lock &lock);
    /// Removes what dead sessions left.
    static void sweep(const CacheFolder &folder, const CacheFolder::Lock &lock);
    /// Files that sweep() would remove, as paths below the cache's folder.
    [[nodiscard]] static QStringList leftovers(const CacheFolder &folder, const CacheFolder::Lock &lock);
    /// The same of living sessions.
    [[nodiscard]] static QStringList working(const CacheFolder &folder, const CacheFolder::Lock &lock);

private:
    static constexpr int ownLease = 0;
    [[nodiscard]] QString folderPath() const;
    [[nodiscard]] QString leasePath(int lease) const;
    [[nodiscard]] Result<void> append(int lease, const QList<Digest> &blobs);

    const CacheFolder &m_folder;
    const QString m_id;
    std::atomic<bool> m_begun = false;
    std::atomic<int> m_counter = 0;
    FileLock m_lock;
    std::mutex m_mutex; ///< over what follows; taken after the folder's lock
    QSet<int> m_openLeases;
    QSet<Digest> m_own;
    int m_lastLease = ownLease;
};

} // namespace dip
