#pragma once

#include "core/archive/archivesource.h"

namespace dip {

inline constexpr qint64 maxConfigSize = 8 * 1024 * 1024; ///< bytes

/// How a region is compressed, by its first bytes.
[[nodiscard]] Result<mediatype::Compression> sniffRegion(const FileRegion &region);

/// Gives the layers of a manifest their diff_ids, in order; surplus layers get none.
[[nodiscard]] std::optional<Digest> diffIdOf(const ImageConfig &config, qsizetype layer);

} // namespace dip
