#pragma once

#include "core/base/filelock.h"
#include "core/base/syncedfile.h"
#include "core/image/digest.h"

namespace dip {

class BlobStore;

/// Takes a blob's bytes into a temporary file of the cache, hashing them on the way; the blob gets its name
/// only by commit(). For one thread; not to outlive the cache. Destroyed without commit, the file of a named
/// download stays to be continued (see Cache::resumeBlob), any other goes.
class BlobWriter final
{
public:
    ~BlobWriter();
    Q_DISABLE_COPY_MOVE(BlobWriter)

    /// Bytes there so far; above 0 right after Cache::resumeBlob where an earlier download left some.
    [[nodiscard]] qint64 size() const { return m_file.size(); }

    /// DiskFull, DiskFailed: then the writer is good for nothing but to be destroyed, or begun again.
    [[nodiscard]] Result<void> write(QByteArrayView data);
    /// Throws away what is there, to begin again from byte 0.
    [[nodiscard]] Result<void> restart();

    /// Checks size and digest where given, syncs, and puts the blob under its digest. Fine where the blob is
    /// there already. On SizeMismatch and DigestMismatch the temporary file is removed. To be called once.
    /// From before the blob has its name it is leased (see Cache::lease). CacheDamaged where something else
    /// is in its place that cannot be replaced.
    [[nodiscard]] Result<Digest> commit(const std::optional<Digest> &expected,
                                        std::optional<qint64> expectedSize);

private:
    friend class BlobStore;
    BlobWriter(BlobStore &store, const QString &path, FileLock lock, bool keepUnfinished);

    /// Opens the file and hashes what is there already; `longest` bytes at most make sense.
    [[nodiscard]] Result<void> open(qint64 longest, const std::stop_token &stop);
    [[nodiscard]] Result<void> hashWhatIsThere(const std::stop_token &stop);
    /// Removes the temporary file and hands the error on.
    [[nodiscard]] std::unexpected<Error> discard(Error error);

    BlobStore &m_store;
    SyncedFile m_file;
    FileLock m_lock; ///< of a named download
    Sha256 m_hash;
    bool m_keepUnfinished;
    bool m_finished = false;
};

} // namespace dip
