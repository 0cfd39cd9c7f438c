#include "core/archive/archivedimage.h"

#include <QHash>

namespace dip {

qint64 ArchivedImage::totalSize() const
{
    QHash<Digest, qint64> configs;
    QHash<std::pair<QString, qint64>, qint64> regions;
    for (const ArchivedManifest &platform : platforms) {
        configs.insert(platform.configDigest, platform.configBytes.size());
        for (const ArchivedLayer &layer : platform.layers)
            regions.insert({layer.region.file, layer.region.offset}, layer.region.size);
    }
    qint64 total = 0;
    for (const qint64 size : std::as_const(configs))
        total += size;
    for (const qint64 size : std::as_const(regions))
        total += size;
    return total;
}

} // namespace dip
