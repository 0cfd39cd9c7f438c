#pragma once

#include "core/transfer/imagetree.h"

namespace dip {

/// The child of an index that serves the platform; an exact variant goes before any other. NotFound, naming
/// what there is instead. The pointer lives as long as the index.
[[nodiscard]] Result<const Descriptor *> childFor(const Manifest &index, const Platform &platform);

/// An image with only these platforms: one gives that platform's image alone, several an index of them with
/// another digest. No platforms, or an image that is no index: unchanged. NotFound.
[[nodiscard]] Result<ImageTree> onlyPlatforms(ImageTree tree, const QList<Platform> &platforms);

} // namespace dip
