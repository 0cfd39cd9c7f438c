#include "core/image/mediatype.h"

namespace dip::mediatype {

bool isIndex(QStringView mediaType)
{
    return mediaType == ociIndex || mediaType == dockerIndex;
}

bool isImageManifest(QStringView mediaType)
{
    return mediaType == ociManifest || mediaType == dockerManifest;
}

bool isForeignLayer(QStringView mediaType)
{
    return mediaType.contains(QLatin1String(".nondistributable.")) ||
           mediaType.contains(QLatin1String(".foreign."));
}

bool isCompressedLayer(QStringView mediaType)
{
    return mediaType.endsWith(QLatin1String("gzip")) || mediaType.endsWith(QLatin1String("zstd"));
}

QString withoutParameters(QStringView contentType)
{
    const qsizetype semicolon = contentType.indexOf(u';');
    return (semicolon < 0 ? contentType : contentType.first(semicolon)).trimmed().toString().toLower();
}

Compression sniffCompression(QByteArrayView bytes)
{
    if (bytes.startsWith("\x1f\x8b"))
        return Compression::Gzip;
    if (bytes.startsWith("BZh"))
        return Compression::Bzip2;
    if (bytes.startsWith(QByteArrayView("\xfd"
                                        "7zXZ\0",
                                        6)))
        return Compression::Xz;
    if (bytes.startsWith("\x28\xb5\x2f\xfd"))
        return Compression::Zstd;
    return Compression::None;
}

} // namespace dip::mediatype
