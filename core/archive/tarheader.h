#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>

namespace dip {

inline constexpr qint64 tarBlock = 512; ///< bytes; headers are one block, data is padded to whole ones

/// One header block of a tar file (POSIX.1-1988 ustar, GNU, and the older v7 form), as it stands there.
struct TarHeader
{
    QByteArray name;
    QByteArray linkName;
    qint64 size = 0;              ///< bytes, never negative
    char type = '0';              ///< the typeflag; '\0' of old tars is given as '0'
    bool sparseContinues = false; ///< GNU sparse: more of its map follows in extra blocks

    /// ArchiveDamaged where the checksum or a number is wrong.
    [[nodiscard]] static Result<TarHeader> parse(QByteArrayView block);
};

/// The records of a pax extended header (POSIX.1-2001, pax, "Extended Header"). ArchiveDamaged.
[[nodiscard]] Result<QHash<QByteArray, QByteArray>> parsePaxRecords(QByteArrayView payload);

/// A decimal size from a pax record; ArchiveDamaged.
[[nodiscard]] Result<qint64> parsePaxSize(const QByteArray &text);

} // namespace dip
