#include "core/cache/cachedimage.h"

#include <QSet>

#include <algorithm>

#include "core/image/mediatype.h"

namespace dip {

CachedBlob CachedBlob::from(const Descriptor &descriptor, bool isConfig)
{
    return {descriptor.digest, descriptor.size, isConfig, mediatype::isCompressedLayer(descriptor.mediaType),
            descriptor.mediaType};
}

bool CachedImage::isPushed() const
{
    return manifestDigest && std::ranges::any_of(copies, [this](const ImageCopy &copy) {
               return copy.digest == *manifestDigest;
           });
}

qint64 CachedImage::totalSize() const
{
    qint64 sum = 0;
    for (const CachedBlob &blob : blobs)
        sum += blob.size;
    return sum;
}

qint64 sizeTogether(const QList<CachedImage> &images)
{
    QSet<Digest> seen;
    qint64 bytes = 0;
    for (const CachedImage &image : images) {
        for (const CachedBlob &blob : image.blobs) {
            if (seen.contains(blob.digest))
                continue;
            seen.insert(blob.digest);
            bytes += blob.size;
        }
    }
    return bytes;
}

} // namespace dip
