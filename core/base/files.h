#pragma once

#include "core/base/result.h"

class QFileDevice;

namespace dip::files {

/// Writes all of it. DiskFull, DiskFailed.
[[nodiscard]] Result<void> writeAll(QFileDevice &file, QByteArrayView bytes);
/// Forces a file's written bytes to the disk.
[[nodiscard]] Result<void> sync(QFileDevice &file);
/// Forces a folder's entries (new names, renames) to the disk; does nothing on Windows, which needs none.
[[nodiscard]] Result<void> syncFolder(const QString &folder);
/// Renames over whatever is there, in one step.
[[nodiscard]] Result<void> replace(const QString &from, const QString &to);
/// Writes a small file: temporary beside it, sync, rename.
[[nodiscard]] Result<void> writeAtomically(const QString &path, QByteArrayView bytes);
/// Makes the folder and those above it.
[[nodiscard]] Result<void> makeFolder(const QString &path);
/// The whole of a small file. FileMissing where there is none; DiskFailed, also for what is no
/// regular file; ManifestTooLarge above `limit`.
[[nodiscard]] Result<QByteArray> readAll(const QString &path, qint64 limit);
/// A file's failure in our terms: DiskFull where there is no room, DiskFailed otherwise.
[[nodiscard]] Error errorOf(const QFileDevice &file);
/// Whether the words that Qt has for a failure are those for a full disk.
[[nodiscard]] bool isFullDisk(const QString &problem);

} // namespace dip::files
