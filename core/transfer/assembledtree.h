#pragma once

#include <functional>

#include "core/archive/archivedimage.h"
#include "core/transfer/imagetree.h"

namespace dip {

/// An archive's image as cache and registry get it: with the archive's own manifests where it has them, else
/// with those that we make; reduced to the platforms that are in the archive. `digestOf` says what the bytes
/// of a layer are.
[[nodiscard]] Result<ImageTree> assembleTree(const ArchivedImage &image,
                                             const std::function<Digest(const ArchivedLayer &)> &digestOf);

} // namespace dip
