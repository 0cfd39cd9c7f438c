#pragma once

#include "core/cache/cache.h"

namespace dip::ui {

/// An image of the cache with what the list shows of it.
struct CacheRow
{
    CachedImage image;
    QStringList platforms; ///< "linux/amd64"
    qint64 size = 0;       ///< bytes of all its blobs
    qint64 unique = 0;     ///< bytes that go with it: of blobs that no other image of the cache has
    qint64 shared = 0;     ///< bytes that stay without it
    bool complete = true;

    [[nodiscard]] bool isUntagged() const { return image.name.reference.isDigest(); }
};

/// All images of a cache, ordered by name.
struct CacheReading
{
    QList<CacheRow> rows;
    qint64 bytes = 0;            ///< of all images, each blob once
    QStringList architectures{}; ///< of all images, each once
    bool isExact = true;         ///< unique and shared bytes; else the trash needs blobs, too
};

/// Blocking, for a worker thread.
[[nodiscard]] Result<CacheReading> readCache(const Cache &cache);

} // namespace dip::ui
