#pragma once

#include "core/image/reference.h"

namespace dip::manifestpath {

// Where an image's manifest lies, as a path below the cache's folder. The specified place is
// manifests/{repository}/{reference}. "+" is in no name, so what has one is ours:
//
//     manifests/a/b/v1                 the specified place
//     manifests/a/b/sha256+{hex}       of a digest reference; Windows refuses ":"
//     manifests/+a/+b/+v1+{capitals}   where the specified place is taken, differs from a taken one by case
//                                      only, or is a name that Windows refuses (con, "v1."). The tag is in
//                                      small letters; {capitals} are the bits, in hexadecimal, of the letters
//                                      that were not
//     {any of these}+new               the next manifest of an image, until the index speaks of it

[[nodiscard]] QString plain(const ImageName &name);
[[nodiscard]] QString escaped(const ImageName &name);
[[nodiscard]] QString pending(const QString &path);
[[nodiscard]] bool isPending(QStringView path);

/// Whether every system takes the path: no device names, no dot at an end.
[[nodiscard]] bool isPortable(QStringView path);

/// The image that a path of the above forms stands for; null for any other.
[[nodiscard]] std::optional<ImageName> nameOf(QStringView path);

} // namespace dip::manifestpath
