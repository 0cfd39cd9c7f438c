#pragma once

#include "core/archive/archivedimage.h"
#include "core/base/progress.h"

#include <functional>
#include <stop_token>

namespace dip {

/// What reading an archive needs from outside.
struct ArchiveContext
{
    /// A new folder on the cache's disk for what must be unpacked first (outer compression, zip); it lives as
    /// long as `keep`. Called only where something must be unpacked.
    struct Scratch
    {
        QString folder;
        std::shared_ptr<void> keep;
    };
    std::function<Result<Scratch>()> scratch;
    ProgressSink *progress = nullptr; ///< gets a step "unpacking" where something is unpacked
    std::stop_token stop;
};

/// Lists the images of an archive without extracting them: docker save of every generation, OCI archives,
/// OCI layout folders; as tar, tar.gz, tar.bz2, tar.xz, tar.zst, folder, or a zip of one or more of these.
/// The content decides, never the file's name. Checks structure, the digests of manifests and configs, and
/// that every layer lies wholly inside; the layers' own digests are for the one who reads them.
///
/// Errors: FileMissing, ArchiveTruncated, ArchiveNotImage, ArchiveUtf16, ArchiveUnsafe, ArchiveIncomplete,
/// ArchiveDamaged, DigestMismatch, SizeMismatch, ManifestInvalid, ManifestTooLarge, Unsupported (encrypted
/// zip, sparse tar entry, schema 1), DiskFull, DiskFailed, Cancelled. Blocking; for any thread.
[[nodiscard]] Result<ArchiveContents> parseImageInfo(const QString &path, const ArchiveContext &context);

/// Reads a region in blocks; `take` gets each and may end it with an error. Cancelled on a stop,
/// ArchiveTruncated where the file has become shorter.
[[nodiscard]] Result<void> readRegion(const FileRegion &region, const std::stop_token &stop,
                                      const std::function<Result<void>(QByteArrayView)> &take);

/// The digest of a region's unpacked content (gzip, also of several members, zstd, xz, bzip2, or none).
/// ArchiveDamaged where it does not unpack.
[[nodiscard]] Result<Digest> unpackedDigest(const FileRegion &region, mediatype::Compression compression,
                                            const std::stop_token &stop);

} // namespace dip
