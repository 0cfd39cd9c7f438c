#pragma once

#include "core/cache/cache.h"

namespace dip::ui {

/// An image of the cache with what the list shows of it.
struct CacheRow
{
    CachedImage image;
    QStringList platforms;
    qint64 size = 0;   ///< bytes of all its blobs
    qint64 unique = 0; ///< bytes of blobs that no other image of the cache has
    bool complete = true;

    [[nodiscard]] bool isUntagged() const { return image.name.reference.isDigest(); }
};

/// Reads all images with their platforms. Blocking, for a worker thread.
[[nodiscard]] Result<QList<CacheRow>> readCacheRows(const Cache &cache);

} // namespace dip::ui
