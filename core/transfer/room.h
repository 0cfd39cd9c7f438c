#pragma once

#include "core/base/result.h"

namespace dip {

/// A disk that will be full is better told before the work than after it. DiskFull where the disk of `folder`
/// has less than so many bytes free; its detail then begins "BYTES bytes are needed, BYTES are free".
[[nodiscard]] Result<void> checkRoom(const QString &folder, qint64 bytes);

} // namespace dip
