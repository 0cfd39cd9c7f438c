#include "app/cli/commands/archivelisting.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/localcache.h"
#include "app/cli/report.h"
#include "core/transfer/imagemanager.h"

#include <QJsonArray>

namespace dip::cli {

namespace {

QJsonObject fileJson(const QString &file, const std::optional<Failure> &failure)
{
    QJsonObject object{{QStringLiteral("file"), file}};
    if (failure)
        object[QStringLiteral("error")] = failureJson(*failure);
    return object;
}

/// All files are tried; the first failure is the command's, the others are told as they come.
void keepFailure(CommandResult &result, const Failure &failure, const CommandContext &context)
{
    if (!result.failure)
        result.failure = failure;
    else
        context.progress.notice(failure.text.what);
}

CommandResult listAll(const ExtractOptions &options, CommandContext &context)
{
    CommandResult result;
    QJsonArray archives;
    for (const QString &file : options.files) {
        const auto contents = readArchive(file, options.cacheFolder, context);
        if (contents) {
            result.text += archiveText(*contents, context.width);
            archives.append(archiveJson(*contents));
            continue;
        }
        archives.append(fileJson(file, contents.error()));
        keepFailure(result, contents.error(), context);
        if (context.stop.stop_requested())
            break;
    }
    result.json[QStringLiteral("archives")] = archives;
    return result;
}

} // namespace

CommandResult run(const ExtractOptions &options, CommandContext &context)
{
    if (options.listOnly)
        return listAll(options, context);
    CommandResult result;
    auto cache = openCache(options.cacheFolder, context);
    if (!cache) {
        result.failure = cache.error();
        return result;
    }
    ImageManager manager(**cache);
    OperationReport sum;
    QJsonArray files;
    for (const QString &file : options.files) {
        ExtractAndCache mode{file, {options.images, options.repository, options.reference}};
        OperationReport report;
        const auto done = manager.executeOperation(mode, {}, context.progress, report, context.stop);
        add(sum, report);
        if (done)
            result.text += accountText(Deed::Extracted, report, file);
        else
            keepFailure(result, done.error(), context);
        files.append(fileJson(file, done ? std::optional<Failure>() : Failure(done.error())));
        if (context.stop.stop_requested())
            break;
    }
    result.json = accountJson(sum);
    result.json[QStringLiteral("files")] = files;
    result.isAccount = true;
    return result;
}

} // namespace dip::cli
