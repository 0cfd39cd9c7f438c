#pragma once

#include "core/cache/cachefolder.h"

#include <QStringList>

namespace dip::leftovers {

// Files that are no image's, as paths below the cache's folder: of downloads and uploads that were not
// finished. Of each kind those that nobody works on, and those that somebody does, of whatever process. A
// download needs the folder's lock to begin; an upload does not, and bears that its notes vanish.

struct Found
{
    QStringList idle;
    QStringList busy;
};

[[nodiscard]] Found downloads(const CacheFolder &folder, const CacheFolder::Lock &lock);
[[nodiscard]] Found uploads(const CacheFolder &folder);

} // namespace dip::leftovers
