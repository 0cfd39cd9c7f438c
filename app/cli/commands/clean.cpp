#include "app/cli/commands/commands.h"
#include "app/cli/commands/localcache.h"
#include "app/cli/sizes.h"
#include "app/cli/terminal.h"
#include "core/cache/trash.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace dip::cli {

namespace {

struct Clean
{
    Q_DECLARE_TR_FUNCTIONS(Clean)
};

QString imageList(const CleanPlan &plan)
{
    QString text;
    for (const ImageName &image : plan.images)
        text += QLatin1String("  ") + image.toString() + u'\n';
    return text;
}

QString filesText(const CleanPlan &plan)
{
    return Clean::tr("%n file(s) (%1)", nullptr, static_cast<int>(plan.files.size()))
        .arg(sizeText(plan.bytes()));
}

/// What stays, and why.
QString keptText(const CleanPlan &plan)
{
    QString text;
    if (plan.keptForTransfers > 0)
        text += Clean::tr("%n blob(s) stay, because a running transfer needs them.", nullptr,
                          plan.keptForTransfers) +
                u'\n';
    if (!plan.pinned.isEmpty())
        text += Clean::tr("%n image(s) stay, because they are pinned.", nullptr,
                          static_cast<int>(plan.pinned.size())) +
                u'\n';
    if (plan.missing > 0)
        text += Clean::tr("That is %1 less than wanted; nothing else may go.").arg(sizeText(plan.missing)) +
                u'\n';
    return text;
}

QString planText(const CleanPlan &plan)
{
    const int images = static_cast<int>(plan.images.size());
    if (images == 0)
        return Clean::tr("To be removed: %1.").arg(filesText(plan)) + u'\n' + keptText(plan);
    return Clean::tr("To be removed: %n image(s) with %1:", nullptr, images).arg(filesText(plan)) + u'\n' +
           imageList(plan) + keptText(plan);
}

QString doneText(const CleanPlan &plan)
{
    const int images = static_cast<int>(plan.images.size());
    if (images == 0)
        return Clean::tr("Freed %1: %n file(s) removed.", nullptr, static_cast<int>(plan.files.size()))
                   .arg(sizeText(plan.bytes())) +
               u'\n' + keptText(plan);
    return Clean::tr("Freed %1: %n image(s) removed.", nullptr, images).arg(sizeText(plan.bytes())) + u'\n' +
           imageList(plan) + keptText(plan);
}

QJsonArray namesJson(const QList<ImageName> &names)
{
    QJsonArray array;
    for (const ImageName &name : names)
        array.append(name.toString());
    return array;
}

QJsonObject planJson(const CleanPlan &plan, bool dryRun)
{
    QJsonArray files;
    for (const CleanPlan::File &file : plan.files)
        files.append(QJsonObject{{QStringLiteral("path"), file.path}, {QStringLiteral("size"), file.size}});
    return {{QStringLiteral("dry_run"), dryRun},
            {QStringLiteral("bytes"), plan.bytes()},
            {QStringLiteral("blobs"), plan.blobCount()},
            {QStringLiteral("images"), namesJson(plan.images)},
            {QStringLiteral("files"), files},
            {QStringLiteral("pinned"), namesJson(plan.pinned)},
            {QStringLiteral("missing_bytes"), plan.missing},
            {QStringLiteral("kept_for_transfers"), plan.keptForTransfers}};
}

bool isEmpty(const CleanPlan &plan)
{
    return plan.images.isEmpty() && plan.files.isEmpty();
}

/// Whether the person at the terminal agrees.
bool agrees(const CleanPlan &plan, const CommandContext &context)
{
    terminal::write(terminal::Stream::Error, planText(plan) + Clean::tr("Go on? [y/N] "));
    const QString answer = terminal::readLine(context.stop).value_or(QString()).trimmed().toLower();
    return answer == QLatin1String("y") || answer == QLatin1String("yes") || answer == QStringLiteral("是");
}

CommandResult nothingToClean(const CleanPlan &plan, bool dryRun)
{
    return {Clean::tr("There is nothing to clean.") + u'\n' + keptText(plan),
            planJson(plan, dryRun),
            {},
            {},
            false};
}

CommandResult failed(const Failure &failure)
{
    CommandResult result;
    result.failure = failure;
    return result;
}

CommandResult wouldMoveToTrash(CleanPlan plan)
{
    plan.files.clear(); // nothing is freed by that
    plan.keptForTransfers = 0;
    if (plan.images.isEmpty())
        return nothingToClean(plan, true);
    const int images = static_cast<int>(plan.images.size());
    return {Clean::tr("To be moved to the trash: %n image(s):", nullptr, images) + u'\n' + imageList(plan) +
                keptText(plan),
            planJson(plan, true),
            {},
            {},
            false};
}

/// Nothing is lost by that, so nobody is asked.
CommandResult moveToTrash(const Cache &cache, const CleanRequest &request)
{
    const auto moved = Trash(cache).move(request);
    if (!moved)
        return failed(moved.error());
    CleanPlan plan;
    plan.images = moved->images;
    plan.pinned = moved->pinned;
    CommandResult result;
    result.json = planJson(plan, false);
    result.json[QStringLiteral("trash_item")] = moved->id;
    result.text =
        moved->images.isEmpty()
            ? Clean::tr("There is nothing to clean.") + u'\n' + keptText(plan)
            : Clean::tr("%n image(s) moved to the trash; the space is given back when it is emptied.",
                        nullptr, static_cast<int>(moved->images.size())) +
                  u'\n' + imageList(plan) + keptText(plan) +
                  Clean::tr("`docker-image-pusher trash restore` undoes that.") + u'\n';
    return result;
}

/// Who names a pinned image means it, and should know why it stays.
std::optional<Failure> namedButPinned(const CleanRequest &request, const CleanPlan &plan)
{
    for (const ImageName &name : request.images) {
        if (plan.pinned.contains(name)) {
            return Failure(ErrorCode::InvalidArgument,
                           Clean::tr("The image %1 is pinned.").arg(name.toString()),
                           Clean::tr("Run `docker-image-pusher unpin %1` first.").arg(name.toString()));
        }
    }
    return {};
}

} // namespace

CommandResult run(const CleanOptions &options, CommandContext &context)
{
    const bool needsYes =
        !options.toTrash && options.request.namesImages() && !options.yes && !options.dryRun;
    if (needsYes && !context.mayAsk) {
        return failed({ErrorCode::InvalidArgument,
                       Clean::tr("Images are not removed without asking, and nobody is here to be asked."),
                       Clean::tr("Add --yes if they are to go, or --dry-run to see what would go.")});
    }
    if (!cacheExists(options.cacheFolder) && options.request.images.isEmpty())
        return nothingToClean({}, options.dryRun);
    auto cache = openCache(options.cacheFolder, context);
    if (!cache)
        return failed(cache.error());
    const auto plan = (*cache)->planCleaning(options.request);
    if (!plan)
        return failed(plan.error());
    if (const auto pinned = namedButPinned(options.request, *plan))
        return failed(*pinned);
    if (options.toTrash)
        return options.dryRun ? wouldMoveToTrash(*plan) : moveToTrash(**cache, options.request);
    if (isEmpty(*plan))
        return nothingToClean(*plan, options.dryRun);
    if (options.dryRun)
        return {planText(*plan), planJson(*plan, true), {}, {}, false};
    if (!options.yes && context.mayAsk && !agrees(*plan, context))
        return {Clean::tr("Nothing was removed.") + u'\n', planJson({}, false), {}, {}, false};
    const auto done = (*cache)->clean(options.request);
    if (!done)
        return failed(done.error());
    return {doneText(*done), planJson(*done, false), {}, {}, false};
}

} // namespace dip::cli
