#pragma once

#include "core/archive/mappedsource.h"
#include "core/archive/scratchfiles.h"

namespace dip {

/// What was unpacked from a zip.
struct UnpackedZip
{
    struct File
    {
        QString label; ///< "ARCHIVE/ENTRY", for messages
        QString path;
    };
    std::unique_ptr<MappedSource> tree; ///< entries of image archives that the zip holds directly; or null
    QStringList folders;                ///< where they are in `tree`
    QList<File> archives;               ///< tar files, compressed or not
};

/// Unpacks what can be image archives from a zip; passes over the rest. ArchiveUnsafe where an entry's name
/// leads out, ArchiveDamaged, ArchiveTruncated where the zip's directory is not there, Unsupported where it
/// is encrypted, DiskFull, DiskFailed, Cancelled. Blocking.
[[nodiscard]] Result<UnpackedZip> unpackZip(const QString &path, const QString &label, ScratchFiles &scratch,
                                            const ArchiveContext &context);

} // namespace dip
