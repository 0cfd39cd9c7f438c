#include "core/archive/archivesource.h"

#include <QFile>

namespace dip {

bool ArchiveSource::mentions(QStringView name) const
{
    const auto region = find(name);
    return region || region.error().code != ErrorCode::ArchiveIncomplete;
}

Result<QByteArray> ArchiveSource::read(QStringView name, qint64 limit) const
{
    auto region = find(name);
    if (!region)
        return failure(region);
    auto bytes = readSmall(*region, limit);
    if (!bytes)
        return fail(bytes.error().code, QStringLiteral("%1: %2").arg(name, bytes.error().detail), label());
    return bytes;
}

std::unexpected<Error> ArchiveSource::absent(QStringView name) const
{
    return fail(ErrorCode::ArchiveIncomplete,
                QStringLiteral("the archive does not hold %1").arg(name.left(300)), label());
}

std::unexpected<Error> ArchiveSource::unsafe(QStringView name, const QString &why) const
{
    return fail(ErrorCode::ArchiveUnsafe, QStringLiteral("%1: %2").arg(name.left(300), why), label());
}

Result<QByteArray> readSmall(const FileRegion &region, qint64 limit)
{
    if (region.size > limit)
        return fail(ErrorCode::ManifestTooLarge,
                    QStringLiteral("has %1 bytes, at most %2 are taken").arg(region.size).arg(limit),
                    region.file);
    QFile file(region.file);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(region.offset))
        return fail(ErrorCode::FileMissing, file.errorString(), region.file);
    QByteArray bytes = file.read(region.size);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::DiskFailed, file.errorString(), region.file);
    if (bytes.size() != region.size)
        return fail(ErrorCode::ArchiveTruncated, QStringLiteral("the file has become shorter"), region.file);
    return bytes;
}

} // namespace dip
