#include "core/cache/auditor.h"
#include "core/cache/cacheprivate.h"
#include "core/cache/indexentry.h"
#include "core/cache/manifestpath.h"
#include "core/cache/rebuild.h"
#include "core/cache/trashstore.h"

#include "core/base/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace dip {

Result<CacheAudit> Cache::audit(const QList<ImageName> &names) const
{
    const auto lock = d->lockForLooking();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    const QSet<Digest> inTrash = TrashStore::blobsOf(TrashStore(d->folder, *lock).items(**index));
    return Auditor(d->folder, *lock, d->blobs, d->manifests).audit(**index, names, inTrash);
}

Result<void> Cache::dropBlob(const CacheAudit::Blob &blob)
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    const QString path = d->folder.blob(blob.digest);
    const QFileInfo info(path);
    if (info.isFile() && !info.isSymLink() &&
        (info.size() != blob.size || info.lastModified().toMSecsSinceEpoch() != blob.changed))
        return {};
    if (!info.exists() && !info.isSymLink())
        return {};
    const bool isFolder = info.isDir() && !info.isSymLink();
    if (isFolder && !QDir().rmdir(path))
        return fail(ErrorCode::CacheDamaged, QStringLiteral("a folder is where a blob belongs"), path);
    QFile file(path);
    if (!isFolder && !file.remove())
        return fail(ErrorCode::DiskFailed, file.errorString(), path);
    qCInfo(logCache) << "removed a damaged blob:" << blob.digest.toString();
    return {};
}

Result<void> Cache::putManifestBack(const CachedImage &image, const Manifest &manifest)
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    const auto now = d->entry(**index, image.name);
    if (!now)
        return std::unexpected(now.error());
    if (now->manifestDigest != manifest.digest())
        return fail(ErrorCode::NotInCache, QStringLiteral("another image has got this name meanwhile"),
                    image.name.toString());
    return d->manifests.putBack(*lock, *now, manifest);
}

Result<void> Cache::rebuildEntry(const ImageName &name)
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    auto index = d->index.read(*lock);
    if (!index)
        return failure(index);
    const auto known = d->entry(**index, name);
    const QStringList places = known ? QStringList{known->manifestPath}
                                     : QStringList{manifestpath::plain(name), manifestpath::escaped(name)};
    Result<CachedImage> image =
        fail(ErrorCode::CacheDamaged, QStringLiteral("it has no manifest"), name.toString());
    for (const QString &path : places) {
        if (!CacheFolder::regularSize(d->folder.path(path)))
            continue;
        image = imageFromManifest(d->folder, d->blobs, path);
        if (image && image->name == name)
            break;
    }
    if (!image)
        return failure(image);
    image->name = name;
    if (known) {
        image->source = known->source;
        image->added = known->added;
        image->pinned = known->pinned;
        d->keepHistory(*known, *image);
    }
    const auto written = d->changeEntry(*lock, std::move(*index), *image);
    qCInfo(logCache) << "made the entry anew:" << name.toString();
    return written ? Result<void>() : std::unexpected(written.error());
}

} // namespace dip
