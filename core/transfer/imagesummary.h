#pragma once

#include "core/cache/cachedimage.h"

namespace dip {

class Cache;

/// What a list of images says of one.
struct ImageSummary
{
    std::optional<Digest> digest; ///< of the manifest or index; nothing where it cannot be read
    QStringList platforms; ///< that are there, as Platform::toString() gives them; without attestations
    bool isWhole = false;  ///< all that its manifests name is in the cache
};

/// One for each image, in their order. An image that was put into the cache by this program is judged by its
/// entry and by which blob files there are; of others the manifests and configs are read, with several
/// threads. Some tenths of a second for 10,000 images, so for a worker thread.
[[nodiscard]] std::vector<ImageSummary> summarise(const Cache &cache, const QList<CachedImage> &images);

} // namespace dip
