#pragma once

#include "core/archive/archivedimage.h"
#include "core/transfer/operation.h"

namespace dip {

/// An image of an archive and the names that the cache will give it.
struct ChosenImage
{
    const ArchivedImage *image; ///< in the contents that were given
    QList<ImageName> names;     ///< never empty
};

/// Picks images and names them. NotFound for one that the archive does not hold; InvalidArgument where names
/// are missing or cannot be meant. `fallback` names an image that has no name of its own.
[[nodiscard]] Result<QList<ChosenImage>> chooseImages(const ArchiveContents &contents,
                                                      const ArchiveSelection &selection,
                                                      const std::optional<ImageName> &fallback);

} // namespace dip
