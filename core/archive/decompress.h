#pragma once

#include "core/archive/archivedimage.h"

#include <functional>
#include <stop_token>

namespace dip {

/// Hands a compressed region's unpacked content to `take` in blocks. `read`, where given, is told how many
/// compressed bytes have been read so far. Streams one after another (gzip members, zstd frames, xz and bzip2
/// streams) are all unpacked; padding of zero bytes after the last is passed over, anything else is an error.
///
/// ArchiveDamaged, ArchiveTruncated where the last stream has no end, FileMissing, DiskFailed, Cancelled,
/// Unsupported where this build of KArchive lacks the format, and whatever `take` gives. Blocking.
[[nodiscard]] Result<void> decompress(const FileRegion &region, mediatype::Compression compression,
                                      const std::stop_token &stop,
                                      const std::function<Result<void>(QByteArrayView)> &take,
                                      const std::function<void(qint64)> &read = {});

} // namespace dip
