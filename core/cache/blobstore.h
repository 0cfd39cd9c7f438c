#pragma once

#include "core/cache/blobwriter.h"
#include "core/cache/session.h"

#include <memory>

namespace dip {

/// The blobs of a cache: blobs/sha256/{hex} for whole ones, partial/{hex} for downloads under way.
/// Thread-safe.
class BlobStore final
{
public:
    BlobStore(const CacheFolder &folder, Session &session) : m_folder(folder), m_session(session) {}
    Q_DISABLE_COPY_MOVE(BlobStore)

    [[nodiscard]] bool has(const Digest &digest, qint64 size) const;
    [[nodiscard]] std::optional<qint64> size(const Digest &digest) const;
    [[nodiscard]] Result<QByteArray> read(const Digest &digest, qint64 limit) const;

    [[nodiscard]] Result<std::unique_ptr<BlobWriter>> create();
    [[nodiscard]] Result<std::unique_ptr<BlobWriter>> resume(const Digest &digest, qint64 size,
                                                             const std::stop_token &stop);

    // --- for BlobWriter

    /// Leases the blob, syncs the open file and gives it the blob's name; drops the file where the blob is
    /// there already.
    [[nodiscard]] Result<void> publish(SyncedFile &written, const Digest &digest);
    /// Lets a download's lock go and removes its file; does nothing for a lock that is not held.
    void endDownload(const QString &path, FileLock &lock);

private:
    const CacheFolder &m_folder;
    Session &m_session;
};

} // namespace dip
