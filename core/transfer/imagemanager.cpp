#include "core/transfer/imagemanager.h"

#include "core/transfer/account.h"
#include "core/transfer/exporter.h"
#include "core/transfer/extractor.h"
#include "core/transfer/puller.h"
#include "core/transfer/pusher.h"

namespace dip {

Result<void> ImageManager::executeOperation(const OperationMode &mode,
                                            const std::shared_ptr<Registry> &registry, ProgressSink &progress,
                                            OperationReport &report, const std::stop_token &stop)
{
    Account account(report, progress);
    if (const auto *extract = std::get_if<ExtractAndCache>(&mode)) {
        auto images = Extractor(m_cache, progress, account, stop)
                          .extract(extract->file, extract->selection, {}, extract->maxConcurrent);
        if (!images)
            return failure(images);
        return {};
    }
    if (!registry)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("this operation needs a registry"));
    if (const auto *pull = std::get_if<PullAndCache>(&mode))
        return Puller(m_cache, registry, progress, account, stop).pull(*pull);

    Pusher pusher(m_cache, registry, progress, account, stop);
    if (const auto *push = std::get_if<PushFromCacheUsingManifest>(&mode)) {
        report.dryRun = push->target.dryRun;
        return pusher.push(*push);
    }
    const auto &push = std::get<PushFromCacheUsingTar>(mode);
    report.dryRun = push.target.dryRun;
    return pusher.push(push);
}

Result<void> ImageManager::exportImages(const ExportFromCache &request, ProgressSink &progress,
                                        OperationReport &report, const std::stop_token &stop)
{
    Account account(report, progress);
    return Exporter(m_cache, progress, account, stop).run(request);
}

} // namespace dip
