#include "core/archive/archivekind.h"

#include "core/archive/tarheader.h"

namespace dip {

ArchiveKind sniffArchive(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return ArchiveKind::Utf16;
    if (bytes.startsWith("PK\x03\x04"))
        return ArchiveKind::Zip;
    if (mediatype::sniffCompression(bytes) != mediatype::Compression::None)
        return ArchiveKind::Compressed;
    return ArchiveKind::Tar;
}

bool beginsAsTar(QByteArrayView bytes)
{
    return bytes.size() >= tarBlock && TarHeader::parse(bytes.first(tarBlock)).has_value();
}

} // namespace dip
