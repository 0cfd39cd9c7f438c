#pragma once

#include "core/base/filelock.h"
#include "core/image/digest.h"

#include <mutex>

namespace dip {

/// Where things lie in a cache's folder, and the lock over it.
///
///     index.json                 the index
///     manifests/…  blobs/sha256/ the specified places
///     partial/{hex}[.lock]       unfinished downloads, to be continued; locked while somebody works on one
///     uploads/{…}.json[.lock]    notes of unfinished uploads (see UploadJournal)
///     tmp/{session}/             unnamed temporaries and scratch folders of a living process
///     leases/{session}.lock      locked as long as that process lives
///     leases/{session}.{n}       digests that it needs, one a line
///     index.lock                 held for every change of the index and every birth and death of a lock file
class CacheFolder final
{
public:
    explicit CacheFolder(QString root) : m_root(std::move(root)) {}
    Q_DISABLE_COPY_MOVE(CacheFolder)

    [[nodiscard]] const QString &root() const { return m_root; }
    [[nodiscard]] QString path(QStringView relative) const
    {
        return QString(m_root).append(u'/').append(relative);
    }
    [[nodiscard]] QString indexFile() const { return path(u"index.json"); }
    [[nodiscard]] QString manifests() const { return path(u"manifests"); }
    [[nodiscard]] QString blobs() const { return path(u"blobs/sha256"); }
    [[nodiscard]] QString partials() const { return path(u"partial"); }
    [[nodiscard]] QString uploads() const { return path(u"uploads"); }
    [[nodiscard]] QString temporaries() const { return path(u"tmp"); }
    [[nodiscard]] QString leases() const { return path(u"leases"); }
    [[nodiscard]] QString blob(const Digest &digest) const { return path(blobPath(digest)); }
    [[nodiscard]] QString partial(const Digest &digest) const { return partials() + u'/' + digest.hex(); }

    /// A blob's path as index.json tells it.
    [[nodiscard]] static QString blobPath(const Digest &digest);
    /// The digest that a file of blobs/sha256/ or partial/ is named after.
    [[nodiscard]] static std::optional<Digest> digestOf(const QString &fileName);
    /// Whether a path of an index stays below the cache's folder: relative, none of its parts ".." or ".".
    [[nodiscard]] static bool isInside(QStringView relative);
    /// The same below manifests/.
    [[nodiscard]] static bool isManifestPath(QStringView relative);
    /// Whether nothing on the way down a relative path, its end included, is a symbolic link.
    [[nodiscard]] bool isFreeOfLinks(const QString &relative) const;
    /// A regular file's size; nothing for links, folders and where there is none.
    [[nodiscard]] static std::optional<qint64> regularSize(const QString &path);

    /// Makes what is missing. DiskFull, DiskFailed; CacheDamaged where one of the folders is a symbolic link.
    [[nodiscard]] Result<void> makeFolders() const;

    /// The lock over index.json and the lock files; functions that need it held ask for it. Not recursive.
    class Lock final
    {
    public:
        Lock(std::unique_lock<std::mutex> threads, FileLock processes)
            : m_threads(std::move(threads)), m_processes(std::move(processes))
        {}

    private:
        std::unique_lock<std::mutex> m_threads; ///< so that our own threads need not poll for the file
        FileLock m_processes;
    };
    [[nodiscard]] Result<Lock> lock() const;
    /// Keeps out our own threads only: for looking at a folder that cannot be written to.
    [[nodiscard]] Lock lockForLooking() const { return {std::unique_lock(m_mutex), FileLock()}; }

private:
    const QString m_root;
    mutable std::mutex m_mutex;
};

} // namespace dip
