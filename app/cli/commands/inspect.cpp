#include "app/cli/commands/archivelisting.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/imagedetails.h"
#include "app/cli/commands/localcache.h"
#include "app/cli/imagesource.h"
#include "core/transfer/imagetree.h"

#include <QJsonArray>

namespace dip::cli {

namespace {

CommandResult failed(const Failure &failure)
{
    CommandResult result;
    result.failure = failure;
    return result;
}

CommandResult inspectArchive(const QString &path, const QString &cacheFolder, const CommandContext &context)
{
    const auto contents = readArchive(path, cacheFolder, context);
    if (!contents)
        return failed(contents.error());
    CommandResult result;
    result.json = archiveJson(*contents);
    QStringList texts;
    for (const ArchivedImage &image : contents->images)
        texts.append(detailsText(detailsOf(image), context.width));
    result.text = texts.join(u'\n');
    return result;
}

CommandResult inspectCached(const ImageName &name, const QString &cacheFolder, const CommandContext &context)
{
    if (!cacheExists(cacheFolder))
        return failed(Error{ErrorCode::NotInCache, {}, name.toString(), 0, {}, {}});
    const auto cache = openCache(cacheFolder, context);
    if (!cache)
        return failed(cache.error());
    const auto image = findImage(**cache, name);
    if (!image)
        return failed(image.error());
    const auto details = detailsOf(**cache, *image);
    if (!details)
        return failed(details.error());
    CommandResult result;
    result.json[QStringLiteral("images")] = QJsonArray{detailsJson(*details)};
    result.text = detailsText(*details, context.width);
    return result;
}

} // namespace

CommandResult run(const InspectOptions &options, CommandContext &context)
{
    const auto source = readImageSource(options.source);
    if (!source)
        return failed(source.error());
    if (const auto *archive = std::get_if<ArchivePath>(&*source))
        return inspectArchive(archive->path, options.cacheFolder, context);
    return inspectCached(std::get<ImageName>(*source), options.cacheFolder, context);
}

} // namespace dip::cli
