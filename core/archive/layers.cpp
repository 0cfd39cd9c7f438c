#include "core/archive/layers.h"

namespace dip {

Result<mediatype::Compression> sniffRegion(const FileRegion &region)
{
    const qint64 count = std::min<qint64>(region.size, 6);
    return readSmall({region.file, region.offset, count}, count).transform([](const QByteArray &bytes) {
        return mediatype::sniffCompression(bytes);
    });
}

std::optional<Digest> diffIdOf(const ImageConfig &config, qsizetype layer)
{
    return layer < config.diffIds.size() ? std::optional(config.diffIds.at(layer)) : std::nullopt;
}

} // namespace dip
