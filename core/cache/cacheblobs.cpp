#include "core/cache/cacheprivate.h"
#include "core/cache/cleaner.h"
#include "core/cache/trashstore.h"
#include "core/cache/usagereader.h"

#include "core/base/files.h"
#include "core/base/log.h"

#include <QDir>

namespace dip {

// --- blobs

bool Cache::hasBlob(const Digest &digest, qint64 size) const
{
    return d->blobs.has(digest, size);
}

BlobInventory Cache::inventory() const
{
    return BlobInventory::read(d->folder);
}

std::optional<qint64> Cache::blobSize(const Digest &digest) const
{
    return d->blobs.size(digest);
}

QString Cache::blobPath(const Digest &digest) const
{
    return d->folder.blob(digest);
}

Result<QByteArray> Cache::readBlob(const Digest &digest, qint64 limit) const
{
    return d->blobs.read(digest, limit);
}

Result<Digest> Cache::writeBlob(QByteArrayView bytes)
{
    auto writer = d->blobs.create();
    if (!writer)
        return failure(writer);
    if (auto written = (*writer)->write(bytes); !written)
        return failure(written);
    return (*writer)->commit(std::nullopt, bytes.size());
}

Result<std::unique_ptr<BlobWriter>> Cache::newBlob()
{
    return d->blobs.create();
}

Result<std::unique_ptr<BlobWriter>> Cache::resumeBlob(const Digest &digest, qint64 size,
                                                      const std::stop_token &stop)
{
    return d->blobs.resume(digest, size, stop);
}

qint64 Cache::bytesLeftOf(const Digest &digest) const
{
    return CacheFolder::regularSize(d->folder.partial(digest)).value_or(0);
}

Result<std::shared_ptr<Cache::Scratch>> Cache::scratch()
{
    if (auto begun = d->session.begin(); !begun)
        return failure(begun);
    const QString path = d->session.newPath();
    if (auto made = files::makeFolder(path); !made)
        return failure(made);
    return std::make_shared<Scratch>(path);
}

Cache::Scratch::~Scratch()
{
    if (!QDir(m_folder).removeRecursively())
        qCWarning(logCache) << "cannot remove" << m_folder;
}

// --- leases

Result<std::unique_ptr<Cache::Lease>> Cache::lease(const QList<Digest> &blobs)
{
    if (!d->writable)
        return std::unique_ptr<Lease>(new Lease(*d, std::nullopt));
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    auto number = d->session.openLease(*lock, blobs);
    if (!number && number.error().code == ErrorCode::DiskFull)
        return std::unique_ptr<Lease>(new Lease(*d, std::nullopt));
    if (!number)
        return failure(number);
    return std::unique_ptr<Lease>(new Lease(*d, *number));
}

Result<void> Cache::Lease::add(const QList<Digest> &blobs)
{
    if (!m_number)
        return {};
    const auto lock = m_cache.folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    const auto extended = m_cache.session.extendLease(*lock, *m_number, blobs);
    return !extended && extended.error().code == ErrorCode::DiskFull ? Result<void>() : extended;
}

Cache::Lease::~Lease()
{
    if (m_number)
        m_cache.session.closeLease(*m_number);
}

// --- cleaning

Result<CacheUsage> Cache::usage() const
{
    const auto lock = d->lockForLooking();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    const QSet<Digest> inTrash = TrashStore::blobsOf(TrashStore(d->folder, *lock).items(**index));
    return UsageReader(d->folder, *lock).readAll(**index, inTrash);
}

Result<CleanPlan> Cache::planCleaning(const CleanRequest &request) const
{
    const auto lock = d->lockForLooking();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    return Cleaner(d->folder, *lock).plan(**index, request);
}

Result<CleanPlan> Cache::clean(const CleanRequest &request, const CleanProgress &progress)
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    Cleaner cleaner(d->folder, *lock);
    if (auto planned = cleaner.plan(**index, request); !planned)
        return planned;
    auto done = cleaner.carryOut(d->index, **index, progress);
    if (done)
        logEvent(logCache(), QStringLiteral("cleaned"), {QStringLiteral("clean"), {}, done->bytes(), {}});
    return done;
}

} // namespace dip
