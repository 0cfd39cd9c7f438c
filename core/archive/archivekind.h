#pragma once

#include "core/image/mediatype.h"

namespace dip {

/// What the first bytes of a file say it is.
enum class ArchiveKind {
    Tar,        ///< or nothing that is known
    Compressed, ///< see mediatype::sniffCompression
    Zip,
    Utf16, ///< text in UTF-16, as PowerShell's ">" makes of all that a program prints
};

inline constexpr qint64 sniffedBytes = 512; ///< how many first bytes are wanted

[[nodiscard]] ArchiveKind sniffArchive(QByteArrayView firstBytes);

/// Whether these bytes are a valid tar header.
[[nodiscard]] bool beginsAsTar(QByteArrayView firstBytes);

} // namespace dip
