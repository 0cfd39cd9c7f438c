#include "app/cli/commands/commands.h"
#include "app/cli/commands/localcache.h"
#include "app/cli/report.h"
#include "app/cli/signin.h"
#include "core/transfer/imagemanager.h"

namespace dip::cli {

CommandResult run(const PullOptions &options, CommandContext &context)
{
    CommandResult result;
    const auto registry = openRegistry(options.registry, options.cacheFolder, context);
    if (!registry) {
        result.failure = registry.error();
        return result;
    }
    auto cache = openCache(options.cacheFolder, context);
    if (!cache) {
        result.failure = cache.error();
        return result;
    }
    const PullAndCache mode{options.image, options.saveAs, options.platforms, options.allPlatforms,
                            options.maxConcurrent};
    OperationReport report;
    const auto done =
        ImageManager(**cache).executeOperation(mode, *registry, context.progress, report, context.stop);
    const QString host = (*registry)->host();
    result.json = accountJson(report);
    result.json[QStringLiteral("registry")] = host;
    if (!done) {
        result.failure = done.error();
        result.soFar = accountText(Deed::Pulled, report, host, false);
        return result;
    }
    result.text = accountText(Deed::Pulled, report, host);
    result.isAccount = true;
    return result;
}

} // namespace dip::cli
