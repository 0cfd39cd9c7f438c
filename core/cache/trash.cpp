#include "core/cache/trash.h"

#include "core/base/log.h"
#include "core/cache/cleaner.h"
#include "core/cache/indexentry.h"
#include "core/cache/indexfile.h"
#include "core/cache/manifeststore.h"
#include "core/cache/trashemptying.h"
#include "core/cache/trashstore.h"

#include <QDir>

namespace dip {

/// Looks at the folder on its own: locks hold among our own threads as among processes.
struct Trash::Workplace
{
    explicit Workplace(const QString &root)
        : folder(root)
        , session(folder)
        , blobs(folder, session)
        , manifests(folder, session)
        , index(folder, session, blobs)
    {}

    CacheFolder folder;
    Session session;
    BlobStore blobs;
    ManifestStore manifests;
    IndexFile index;
};

namespace {

std::unexpected<Error> noSuchItem(const QString &id)
{
    return fail(ErrorCode::NotInCache, QStringLiteral("the trash has no such item"), id);
}

QList<ImageName> namesOf(const IndexDocument &entries)
{
    QList<ImageName> names;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (const auto name = indexentry::nameOfKey(entries.key(i)))
            names.append(*name);
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

Trash::Trash(const Cache &cache) : d(std::make_unique<Workplace>(cache.folder())) {}
Trash::~Trash() = default;

Result<QList<Trash::Item>> Trash::items() const
{
    auto lock = d->folder.lock();
    if (!lock) // a folder that cannot be written to
        lock = d->folder.lockForLooking();
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    const QList<TrashStore::Item> stored = TrashStore(d->folder, *lock).items(**index);
    QList<Item> items;
    for (const TrashStore::Item &item : stored)
        items.append({item.id, item.when, namesOf(item.entries),
                      bytesInTrash(d->folder, *lock, **index, stored, {item.id})});
    return items;
}

bool Trash::isEmpty() const
{
    return QDir(d->folder.path(u"trash")).isEmpty(); // so also where there is no folder
}

Result<qint64> Trash::bytes(const QStringList &ids) const
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    return bytesInTrash(d->folder, *lock, **index, TrashStore(d->folder, *lock).items(**index), ids);
}

Result<Trash::Moved> Trash::move(const CleanRequest &request)
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    const auto plan = Cleaner(d->folder, *lock).plan(**index, request);
    if (!plan)
        return std::unexpected(plan.error());
    Moved moved{{}, plan->images, plan->pinned};
    if (moved.images.isEmpty())
        return moved;
    IndexDocument::Changes entries;
    IndexDocument::Changes without;
    for (const ImageName &name : std::as_const(moved.images)) {
        const QString key = name.indexKey();
        entries.emplace(key, (*index)->find(key).toByteArray());
        without.emplace(key, QByteArray());
    }
    if (auto begun = d->session.begin(*lock); !begun)
        return failure(begun);
    const TrashStore store(d->folder, *lock);
    auto id = store.add(d->session, IndexDocument::empty().changed(entries));
    if (!id)
        return failure(id);
    moved.id = *id;
    if (auto written = d->index.write(*lock, (*index)->changed(without)); !written) {
        store.remove(moved.id);
        return failure(written);
    }
    const auto now = d->index.read(*lock);
    if (now)
        (void)store.items(**now); // moves the manifests; where that fails, the next look does it
    logEvent(logCache(), QStringLiteral("moved to the trash"), {QStringLiteral("trash"), {}, {}, {}});
    return moved;
}

Result<QList<ImageName>> Trash::restore(const QString &id)
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    const TrashStore store(d->folder, *lock);
    const QList<TrashStore::Item> items = store.items(**index);
    const auto item = std::ranges::find(items, id, &TrashStore::Item::id);
    if (item == items.end())
        return noSuchItem(id);
    if (auto begun = d->session.begin(*lock); !begun)
        return failure(begun);

    indexentry::TextPool pool;
    QList<std::pair<CachedImage, QByteArray>> images;
    for (qsizetype i = 0; i < item->entries.size(); ++i) {
        const QString key = item->entries.key(i);
        auto image = indexentry::parse(key, item->entries.value(i), pool);
        if (!image)
            return failure(image);
        const QByteArrayView there = (*index)->find(key);
        const auto other = there.isNull() ? std::unexpected(Error()) : indexentry::parse(key, there, pool);
        if (!there.isNull() && (!other || other->manifestDigest != image->manifestDigest))
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("another image has got this name meanwhile"), image->name.toString());
        if (there.isNull())
            images.append({std::move(*image), item->entries.value(i).toByteArray()});
    }
    IndexDocument::Changes changes;
    for (auto &[image, entry] : images) {
        const QString from = image.manifestPath;
        const auto to = d->manifests.findPlace(*lock, **index, image);
        if (!to)
            return std::unexpected(to.error());
        if (auto taken = store.takeManifestOut(id, from, *to); !taken)
            return failure(taken);
        image.manifestPath = *to;
        changes.emplace(image.name.indexKey(), *to == from ? entry : indexentry::serialise(image, entry));
    }
    const QList<ImageName> names = namesOf(item->entries);
    if (auto written = d->index.write(*lock, (*index)->changed(changes)); !written)
        return failure(written);
    store.remove(id);
    return names;
}

Result<CleanPlan> Trash::empty(const QStringList &ids)
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    const QList<TrashStore::Item> items = TrashStore(d->folder, *lock).items(**index);
    for (const QString &id : ids) {
        if (std::ranges::find(items, id, &TrashStore::Item::id) == items.end())
            return noSuchItem(id);
    }
    return emptyTrash(d->folder, *lock, **index,
                      [&](const TrashStore::Item &item) { return ids.isEmpty() || ids.contains(item.id); });
}

void Trash::tidy()
{
    tidyTrash(d->folder, d->index);
}

} // namespace dip
