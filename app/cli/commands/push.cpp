#include "app/cli/commands/commands.h"
#include "app/cli/commands/localcache.h"
#include "app/cli/imagesource.h"
#include "app/cli/report.h"
#include "app/cli/signin.h"
#include "core/transfer/imagemanager.h"

#include <QCoreApplication>

namespace dip::cli {

namespace {

struct Push
{
    Q_DECLARE_TR_FUNCTIONS(Push)
};

/// A file wins over an image in the cache of the same name; whoever has both is told.
void tellIfBoth(const QString &path, const Cache &cache, const CommandContext &context)
{
    const auto name = ImageName::parse(path);
    if (name && cache.find(*name))
        context.progress.notice(
            Push::tr("“%1” is a file here and also an image in the cache; the file is pushed.").arg(path));
}

Outcome<OperationMode> readMode(const PushOptions &options, const Cache &cache, const CommandContext &context)
{
    const auto source = readImageSource(options.source);
    if (!source)
        return std::unexpected(Failure(source.error()));
    const PushTarget target{options.repository,    options.reference,   options.prefix,
                            options.maxConcurrent, options.forceUpload, options.dryRun};
    if (const auto *archive = std::get_if<ArchivePath>(&*source)) {
        tellIfBoth(archive->path, cache, context);
        return PushFromCacheUsingTar{archive->path, {options.images, {}, {}}, target, options.keepInCache};
    }
    if (!options.keepInCache) {
        return std::unexpected(Failure(
            ErrorCode::InvalidArgument,
            Push::tr("--no-cache is for archives, but “%1” is an image in the cache.").arg(options.source),
            Push::tr("Leave --no-cache away, or name an archive that is there.")));
    }
    if (!options.images.isEmpty()) {
        return std::unexpected(Failure(
            ErrorCode::InvalidArgument,
            Push::tr("--image picks from an archive, but “%1” is an image in the cache.").arg(options.source),
            Push::tr("Leave --image away, or name an archive that is there.")));
    }
    return PushFromCacheUsingManifest{std::get<ImageName>(*source), target};
}

/// Where there is no room for a copy, the archive itself can be sent.
Failure failureOf(const Error &error, const PushOptions &options, const OperationMode &mode)
{
    Failure failure(error);
    if (error.code == ErrorCode::DiskFull && options.keepInCache &&
        std::holds_alternative<PushFromCacheUsingTar>(mode))
        failure.text.hint = Push::tr("Make room, or push straight from the archive by --no-cache.");
    return failure;
}

} // namespace

CommandResult run(const PushOptions &options, CommandContext &context)
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
    const auto mode = readMode(options, **cache, context);
    if (!mode) {
        result.failure = mode.error();
        return result;
    }
    OperationReport report;
    const auto done =
        ImageManager(**cache).executeOperation(*mode, *registry, context.progress, report, context.stop);
    const QString host = (*registry)->host();
    result.json = accountJson(report);
    result.json[QStringLiteral("registry")] = host;
    if (!done) {
        result.failure = failureOf(done.error(), options, *mode);
        result.soFar = accountText(Deed::Pushed, report, host, false);
        return result;
    }
    result.text = accountText(Deed::Pushed, report, host);
    result.isAccount = !report.dryRun;
    return result;
}

} // namespace dip::cli
