#pragma once

#include "core/cache/cleanplan.h"
#include "core/cache/indexfile.h"
#include "core/cache/trashstore.h"

#include <functional>

namespace dip {

/// Deletes these items of the trash, and the blobs that nobody else needs; returns what was removed.
[[nodiscard]] Result<CleanPlan> emptyTrash(const CacheFolder &folder, const CacheFolder::Lock &lock,
                                           const IndexDocument &index,
                                           const std::function<bool(const TrashStore::Item &)> &goes);

/// The bytes that deleting those of these ids would give back.
[[nodiscard]] qint64 bytesInTrash(const CacheFolder &folder, const CacheFolder::Lock &lock,
                                  const IndexDocument &index, const QList<TrashStore::Item> &items,
                                  const QStringList &ids);

/// Empties what is old, and more where the disk is nearly full.
void tidyTrash(const CacheFolder &folder, IndexFile &index);

} // namespace dip
