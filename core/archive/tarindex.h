#pragma once

#include "core/base/result.h"

#include <QList>

#include <stop_token>

namespace dip {

/// An entry of a tar file; folders, devices and the like are left out.
struct TarEntry
{
    enum class Kind { File, SymbolicLink, HardLink, Sparse };

    QString name; ///< as written
    Kind kind = Kind::File;
    qint64 offset = 0; ///< of the data in the file
    qint64 size = 0;   ///< bytes
    QString target;    ///< of links, as written
};

/// What a tar file holds and where. KArchive's KTar is not enough here: it cannot read pax headers of more
/// than a block or files above 8 GiB, and takes a truncated file for a whole one.
struct TarIndex
{
    static constexpr qsizetype maxEntries = 1'000'000;
    static constexpr qint64 maxHeaderPayload = 1024 * 1024; ///< of a long name or pax header, bytes

    QList<TarEntry> entries; ///< in the file's order; a later one of the same name replaces an earlier one
    bool hasEnd = false;     ///< whether the two zero blocks at the end are there; some tools leave them out

    /// Reads headers and seeks over the data: ustar, v7, GNU long names, pax, sizes in base 256.
    /// ArchiveNotImage where the first block is no tar header, ArchiveTruncated where an entry ends beyond
    /// the file, ArchiveDamaged, DiskFailed, Cancelled. Blocking; for any thread.
    [[nodiscard]] static Result<TarIndex> scan(const QString &path, const std::stop_token &stop);
};

} // namespace dip
