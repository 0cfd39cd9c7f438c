#pragma once

#include "core/base/progress.h"
#include "core/cache/cache.h"
#include "core/transfer/exportrequest.h"
#include "core/transfer/operation.h"

#include <stop_token>

namespace dip {

/// Carries images between archive, cache and registry: the four modes. Calls block, so they are for a worker
/// thread; they use the given pool's threads beside. One manager may run several operations at once.
class ImageManager final
{
public:
    /// `cache` must outlive the manager.
    explicit ImageManager(Cache &cache) : m_cache(cache) {}
    Q_DISABLE_COPY_MOVE(ImageManager)

    /// Runs one operation. `registry` is needed by all modes but ExtractAndCache. What was done before an
    /// error stays, so that running again continues; `report` says how far it came in either case.
    [[nodiscard]] Result<void> executeOperation(const OperationMode &mode,
                                                const std::shared_ptr<Registry> &registry,
                                                ProgressSink &progress, OperationReport &report,
                                                const std::stop_token &stop);

    /// Writes images of the cache into one archive or folder, which appears in one step at the end; nothing
    /// of it stays after an error. Same progress and report as the other operations (`moved`: what was
    /// written). NotInCache, NotFound for a platform that is not there, InvalidArgument where the target is
    /// there already, CacheDamaged, DiskFull, DiskFailed, Cancelled.
    [[nodiscard]] Result<void> exportImages(const ExportFromCache &request, ProgressSink &progress,
                                            OperationReport &report, const std::stop_token &stop);

private:
    Cache &m_cache;
};

} // namespace dip
