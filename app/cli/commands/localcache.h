#pragma once

#include "app/cli/commands/command.h"
#include "core/archive/parseimageinfo.h"
#include "core/cache/cache.h"

namespace dip::cli {

/// Opens the cache; what it has to tell becomes notices.
[[nodiscard]] Result<std::unique_ptr<Cache>> openCache(const QString &folder, const CommandContext &context,
                                                       Cache::TrashCare care = Cache::TrashCare::Tidy);

/// Whether there is a cache: looking at one must not make it.
[[nodiscard]] bool cacheExists(const QString &folder);

/// Lists what an archive holds. The cache is opened only where something must be unpacked on its disk.
[[nodiscard]] Result<ArchiveContents> readArchive(const QString &file, const QString &cacheFolder,
                                                  const CommandContext &context);

} // namespace dip::cli
