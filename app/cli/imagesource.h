#pragma once

#include "core/base/result.h"
#include "core/image/reference.h"

#include <variant>

namespace dip::cli {

/// What `push --source` or `inspect` names: an archive by its path, or an image in the cache.
struct ArchivePath
{
    QString path;
};
using ImageSource = std::variant<ArchivePath, ImageName>;

/// What is there as a file or folder is an archive. FileMissing for what looks like a path but is not there,
/// InvalidArgument for what can be neither.
[[nodiscard]] Result<ImageSource> readImageSource(const QString &text);

} // namespace dip::cli
