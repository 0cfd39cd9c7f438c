#include "core/cache/trash.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/imagedetails.h"
#include "app/cli/commands/localcache.h"
#include "app/cli/sizes.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace dip::cli {

namespace {

struct TrashText
{
    Q_DECLARE_TR_FUNCTIONS(Trash)
};

CommandResult failed(const Failure &failure)
{
    CommandResult result;
    result.failure = failure;
    return result;
}

/// An item that is not there has been named by hand.
Failure ofTheTrash(const Error &error, const QStringList &items)
{
    if (error.code != ErrorCode::NotInCache || !items.contains(error.where))
        return error;
    return {ErrorCode::NotInCache, TrashText::tr("The trash has no item %1.").arg(error.where),
            TrashText::tr("`docker-image-pusher trash` shows what is in it.")};
}

QJsonArray namesJson(const QList<ImageName> &names)
{
    QJsonArray array;
    for (const ImageName &name : names)
        array.append(name.toString());
    return array;
}

QString namesText(const QList<ImageName> &names)
{
    QString text;
    for (const ImageName &name : names)
        text += QLatin1String("  ") + name.toString() + u'\n';
    return text;
}

CommandResult list(const QList<Trash::Item> &items, int width)
{
    CommandResult result;
    Table table({{TrashText::tr("ITEM")},
                 {TrashText::tr("MOVED")},
                 {TrashText::tr("SIZE"), Align::Right},
                 {TrashText::tr("IMAGES")}});
    QJsonArray array;
    for (const Trash::Item &item : items) {
        QStringList names;
        for (const ImageName &name : item.images)
            names.append(name.toString());
        table.addRow({item.id, dateText(item.when), sizeText(item.bytes), names.join(u' ')});
        array.append(QJsonObject{{QStringLiteral("id"), item.id},
                                 {QStringLiteral("when"), item.when.toString(Qt::ISODate)},
                                 {QStringLiteral("bytes"), item.bytes},
                                 {QStringLiteral("images"), namesJson(item.images)}});
    }
    result.json = {{QStringLiteral("items"), array}};
    result.text = items.isEmpty() ? TrashText::tr("The trash is empty.") + u'\n' : table.text(width);
    return result;
}

CommandResult restore(Trash &trash, QStringList ids, const QList<Trash::Item> &items)
{
    if (ids.isEmpty() && !items.isEmpty())
        ids.append(items.last().id);
    if (ids.isEmpty())
        return list(items, 0);
    QList<ImageName> all;
    for (const QString &id : std::as_const(ids)) {
        const auto restored = trash.restore(id);
        if (!restored && restored.error().code == ErrorCode::InvalidArgument) {
            return failed(
                {ErrorCode::InvalidArgument,
                 TrashText::tr("There is another image named %1 by now.").arg(restored.error().where),
                 TrashText::tr("Remove that one first, or move it to the trash, too.")});
        }
        if (!restored)
            return failed(ofTheTrash(restored.error(), ids));
        all += *restored;
    }
    CommandResult result;
    result.json = {{QStringLiteral("restored"), namesJson(all)}};
    result.text = TrashText::tr("Restored %n image(s):", nullptr, static_cast<int>(all.size())) + u'\n' +
                  namesText(all);
    return result;
}

bool agrees(const QList<Trash::Item> &items, const QStringList &ids, const CommandContext &context)
{
    QList<ImageName> names;
    for (const Trash::Item &item : items) {
        if (ids.isEmpty() || ids.contains(item.id))
            names += item.images;
    }
    terminal::write(terminal::Stream::Error, TrashText::tr("%n image(s) will be deleted for good:", nullptr,
                                                           static_cast<int>(names.size())) +
                                                 u'\n' + namesText(names) + TrashText::tr("Go on? [y/N] "));
    const QString answer = terminal::readLine(context.stop).value_or(QString()).trimmed().toLower();
    return answer == QLatin1String("y") || answer == QLatin1String("yes") || answer == QStringLiteral("是");
}

CommandResult empty(Trash &trash, const TrashOptions &options, const QList<Trash::Item> &items,
                    const CommandContext &context)
{
    CommandResult result;
    if (items.isEmpty() && options.items.isEmpty())
        return list(items, 0);
    if (!options.yes && !context.mayAsk) {
        return failed(
            {ErrorCode::InvalidArgument,
             TrashText::tr("The trash is not emptied without asking, and nobody is here to be asked."),
             TrashText::tr("Add --yes if it is to go.")});
    }
    if (!options.yes && !agrees(items, options.items, context)) {
        result.text = TrashText::tr("Nothing was removed.") + u'\n';
        return result;
    }
    const auto done = trash.empty(options.items);
    if (!done)
        return failed(ofTheTrash(done.error(), options.items));
    result.json = {{QStringLiteral("bytes"), done->bytes()},
                   {QStringLiteral("images"), namesJson(done->images)}};
    result.text = TrashText::tr("Freed %1: %n image(s) deleted for good.", nullptr,
                                static_cast<int>(done->images.size()))
                      .arg(sizeText(done->bytes())) +
                  u'\n';
    return result;
}

} // namespace

CommandResult run(const TrashOptions &options, CommandContext &context)
{
    if (!cacheExists(options.cacheFolder) && options.items.isEmpty())
        return list({}, context.width);
    const auto cache = openCache(options.cacheFolder, context, Cache::TrashCare::LeaveAlone);
    if (!cache)
        return failed(cache.error());
    Trash trash(**cache);
    const auto items = trash.items();
    if (!items)
        return failed(items.error());
    switch (options.action) {
    case TrashOptions::Action::Restore:
        return restore(trash, options.items, *items);
    case TrashOptions::Action::Empty:
        return empty(trash, options, *items, context);
    case TrashOptions::Action::List:
        break;
    }
    return list(*items, context.width);
}

} // namespace dip::cli
