#pragma once

#include "core/base/filelock.h"
#include "core/image/digest.h"

#include <QFile>

namespace dip {

/// Takes a blob's bytes into a temporary file of the cache, hashing them on the way; the blob gets its name
/// only by commit(). For one thread. Destroyed without commit, the file of a named download stays to be
/// continued (see Cache::resumeBlob), any other goes.
class BlobWriter final
{
public:
    ~BlobWriter();
    Q_DISABLE_COPY_MOVE(BlobWriter)

    /// Bytes there so far; above 0 right after Cache::resumeBlob where an earlier download left some.
    [[nodiscard]] qint64 size() const { return m_size; }

    [[nodiscard]] Result<void> write(QByteArrayView data); ///< DiskFull, DiskFailed
    /// Throws away what is there, to begin again from byte 0.
    [[nodiscard]] Result<void> restart();

    /// Checks size and digest where given, syncs, and puts the blob under its digest. Fine where the blob is
    /// there already. On SizeMismatch and DigestMismatch the temporary file is removed.
    [[nodiscard]] Result<Digest> commit(const std::optional<Digest> &expected, std::optional<qint64> expectedSize);

private:
    friend class BlobStore;
    BlobWriter(class BlobStore &store, const QString &path, FileLock lock, bool keepUnfinished);

    class BlobStore &m_store;
    QFile m_file;
    FileLock m_lock;
    Sha256 m_hash;
    qint64 m_size = 0;
    bool m_keepUnfinished;
    bool m_committed = false;
};

} // namespace dip
