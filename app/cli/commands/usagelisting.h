#pragma once

#include "core/cache/cache.h"

#include <QJsonObject>

namespace dip::cli {

/// What the images of a cache take, as a table, and below it what is no image's.
[[nodiscard]] QString usageText(const CacheUsage &usage, const QList<CachedImage> &images, int width);

[[nodiscard]] QJsonObject shareJson(const CacheUsage::Share &share);
[[nodiscard]] QJsonObject usageJson(const CacheUsage &usage); ///< of the whole

} // namespace dip::cli
