// The names of images: changed in one step, so that no image is ever without one.

#include "core/cache/cache.h"

#include "core/base/log.h"
#include "core/cache/cacheprivate.h"
#include "core/cache/indexentry.h"

namespace dip {

Result<void> Cache::giveName(const ImageName &image, const ImageName &to, bool keepOld)
{
    if (to.reference.isDigest())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("a name needs a tag"), to.toString());
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    const auto found = d->entry(**index, image);
    if (!found)
        return std::unexpected(found.error());
    if (to == image)
        return {};
    if (!(*index)->find(to.indexKey()).isNull())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("another image has this name"), to.toString());
    const auto manifest = d->manifests.read(*found);
    if (!manifest)
        return std::unexpected(manifest.error());

    CachedImage named = *found;
    named.name = to;
    named.manifestDigest = manifest->digest();
    named.pinned = found->pinned && !keepOld;
    if (auto written = d->manifests.write(*lock, **index, nullptr, named, *manifest); !written)
        return written;
    const QByteArrayView entry = (*index)->find(image.indexKey());
    IndexDocument::Changes changes;
    changes[to.indexKey()] = indexentry::serialise(named, entry);
    if (!keepOld)
        changes[image.indexKey()] = QByteArray();
    const auto next = d->index.change(*lock, *index, changes);
    if (!next)
        return std::unexpected(next.error());
    if (!keepOld)
        d->manifests.settle(*lock, **next, &*found, named);
    qCInfo(logCache) << "named" << image.toString() << "as" << to.toString();
    return {};
}

} // namespace dip
