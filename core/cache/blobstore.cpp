#include "core/cache/blobstore.h"

#include "core/base/files.h"
#include "core/base/log.h"

#include <QDir>
#include <QFileInfo>

namespace dip {

namespace {

QString lockOf(const QString &partial)
{
    return partial + QLatin1String(".lock");
}

/// A download's file is ours alone: whatever else has its name is moved out of the way.
bool clearForDownload(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink() || (info.exists() && !info.isFile() && !info.isDir()))
        return QFile::remove(path);
    return !info.isDir() || QDir(path).removeRecursively();
}

/// A rename replaces files and links, but no folder.
Result<void> clearForBlob(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir() && !info.isSymLink() && !QDir().rmdir(path))
        return fail(ErrorCode::CacheDamaged, QStringLiteral("a folder is where a blob belongs"), path);
    return {};
}

} // namespace

bool BlobStore::has(const Digest &digest, qint64 size) const
{
    return this->size(digest) == size;
}

std::optional<qint64> BlobStore::size(const Digest &digest) const
{
    return CacheFolder::regularSize(m_folder.blob(digest));
}

Result<QByteArray> BlobStore::read(const Digest &digest, qint64 limit) const
{
    if (!size(digest))
        return fail(ErrorCode::NotInCache, QStringLiteral("the blob is not in the cache"), digest.toString());
    auto bytes = files::readAll(m_folder.blob(digest), limit);
    if (!bytes)
        return failure(bytes);
    if (Digest::of(*bytes) != digest)
        return fail(ErrorCode::CacheDamaged, QStringLiteral("the blob's content is not what its name says"),
                    digest.toString());
    return bytes;
}

Result<std::unique_ptr<BlobWriter>> BlobStore::create()
{
    if (auto begun = m_session.begin(); !begun)
        return failure(begun);
    std::unique_ptr<BlobWriter> writer(new BlobWriter(*this, m_session.newPath(), {}, false));
    if (auto opened = writer->open(0, {}); !opened)
        return failure(opened);
    return writer;
}

Result<std::unique_ptr<BlobWriter>> BlobStore::resume(const Digest &digest, qint64 size,
                                                      const std::stop_token &stop)
{
    const QString path = m_folder.partial(digest);
    std::optional<FileLock> download;
    {
        const auto lock = m_folder.lock();
        if (!lock)
            return std::unexpected(lock.error());
        auto attempt = FileLock::tryAcquire(lockOf(path));
        if (!attempt)
            return failure(attempt);
        download = std::move(*attempt);
    }
    if (!download)
        return create();
    if (!clearForDownload(path))
        return fail(ErrorCode::DiskFailed, QStringLiteral("something is in the way of a download"), path);
    std::unique_ptr<BlobWriter> writer(new BlobWriter(*this, path, std::move(*download), true));
    if (auto opened = writer->open(size, stop); !opened)
        return failure(opened);
    return writer;
}

Result<void> BlobStore::publish(SyncedFile &written, const Digest &digest)
{
    {
        const auto lock = m_folder.lock();
        if (!lock)
            return std::unexpected(lock.error());
        if (auto leased = m_session.protect(*lock, digest); !leased)
            return leased;
    }
    QFile &file = written.file();
    if (has(digest, written.size())) {
        file.remove();
        return {};
    }
    if (auto synced = written.sync(); !synced)
        return synced;
    file.close();
    const QString path = m_folder.blob(digest);
    if (auto cleared = clearForBlob(path); !cleared)
        return cleared;
    if (auto renamed = files::replace(file.fileName(), path); !renamed)
        return renamed;
    return files::syncFolder(m_folder.blobs());
}

void BlobStore::endDownload(const QString &path, FileLock &held)
{
    if (!held.isLocked())
        return;
    const auto lock = m_folder.lock();
    held.unlock();
    if (lock)
        QFile::remove(lockOf(path));
}

} // namespace dip
