#include "app/cli/commands/commands.h"
#include "app/cli/commands/localcache.h"
#include "app/cli/report.h"
#include "app/cli/sizes.h"
#include "core/transfer/imagemanager.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dip::cli {

namespace {

struct Export
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

CommandResult failed(const Failure &failure)
{
    CommandResult result;
    result.failure = failure;
    return result;
}

Failure targetIsThere(const ExportOptions &options)
{
    const bool isFolder =
        options.request.format == ExportFormat::OciLayout || QFileInfo(options.request.target).isDir();
    return {ErrorCode::InvalidArgument, Export::tr("%1 is there already.").arg(options.request.target),
            isFolder ? Export::tr("Choose another place; folders are never replaced.")
                     : Export::tr("Choose another name, or add --force to replace it.")};
}

bool isTaken(const ExportFromCache &request)
{
    const QFileInfo target(request.target);
    if (request.format == ExportFormat::OciLayout)
        return target.exists() && !target.isDir();
    return target.isDir() || (target.exists() && !request.overwrite);
}

Result<void> addAllImages(const Cache &cache, QList<ImageName> &names)
{
    const auto images = cache.images();
    if (!images)
        return std::unexpected(images.error());
    for (const CachedImage &image : *images)
        names.append(image.name);
    return names.isEmpty() ? fail(ErrorCode::NotInCache, {}, cache.folder()) : Result<void>();
}

} // namespace

CommandResult run(const ExportOptions &options, CommandContext &context)
{
    if (isTaken(options.request))
        return failed(targetIsThere(options));
    if (!cacheExists(options.cacheFolder))
        return failed(Error{ErrorCode::NotInCache, {}, options.cacheFolder, 0, {}, {}});
    auto cache = openCache(options.cacheFolder, context);
    if (!cache)
        return failed(cache.error());
    ExportFromCache request = options.request;
    if (options.all) {
        if (const auto added = addAllImages(**cache, request.images); !added)
            return failed(added.error());
    }
    CommandResult result;
    OperationReport report;
    const auto done = ImageManager(**cache).exportImages(request, context.progress, report, context.stop);
    result.json = accountJson(report);
    result.json[QStringLiteral("file")] = request.target;
    if (!done) {
        result.failure =
            done.error().code == ErrorCode::InvalidArgument && done.error().where == request.target
                ? targetIsThere(options)
                : Failure(done.error());
        return result;
    }
    result.text = accountText(Deed::Exported, report, request.target);
    result.isAccount = true;
    return result;
}

} // namespace dip::cli
