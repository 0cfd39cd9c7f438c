#include "core/cache/cachedimage.h"

#include "core/image/mediatype.h"

namespace dip {

CachedBlob CachedBlob::from(const Descriptor &descriptor, bool isConfig)
{
    return {descriptor.digest, descriptor.size, isConfig, mediatype::isCompressedLayer(descriptor.mediaType),
            descriptor.mediaType};
}

qint64 CachedImage::totalSize() const
{
    qint64 sum = 0;
    for (const CachedBlob &blob : blobs)
        sum += blob.size;
    return sum;
}

} // namespace dip
