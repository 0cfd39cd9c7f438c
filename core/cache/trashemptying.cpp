#include "core/cache/trashemptying.h"

#include "core/base/log.h"
#include "core/cache/indexentry.h"
#include "core/cache/trash.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStorageInfo>

namespace dip {

namespace {

/// The disk is nearly full where less is free than a twentieth of it, and than this many bytes.
constexpr qint64 plenty = 5'000'000'000;

/// Blobs that go with items: those of theirs that no entry, no other item and no transfer needs.
QSet<Digest> freedBlobs(const CacheFolder &folder, const CacheFolder::Lock &lock, const IndexDocument &index,
                        const QList<TrashStore::Item> &going, const QList<TrashStore::Item> &staying)
{
    QSet<Digest> kept = TrashStore::blobsOf(staying);
    indexentry::collectDigests(index.bytes(), kept);
    kept.unite(Session::leased(folder, lock));
    return TrashStore::blobsOf(going).subtract(kept);
}

bool isNearlyFull(const CacheFolder &folder)
{
    const QStorageInfo disk(folder.root());
    return disk.isValid() && disk.bytesTotal() > 0 &&
           disk.bytesAvailable() < std::min(disk.bytesTotal() / 20, plenty);
}

CleanPlan::File fileAt(const CacheFolder &folder, const QString &path, const std::optional<Digest> &digest)
{
    return {path, CacheFolder::regularSize(folder.path(path)).value_or(0), digest};
}

void addItemFiles(const CacheFolder &folder, const QString &itemFolder, CleanPlan &plan)
{
    QDirIterator all(itemFolder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext())
        plan.files.append(fileAt(folder, all.next().sliced(folder.root().size() + 1), std::nullopt));
}

} // namespace

Result<CleanPlan> emptyTrash(const CacheFolder &folder, const CacheFolder::Lock &lock,
                             const IndexDocument &index,
                             const std::function<bool(const TrashStore::Item &)> &goes)
{
    const TrashStore store(folder, lock);
    QList<TrashStore::Item> going;
    QList<TrashStore::Item> staying;
    for (const TrashStore::Item &item : store.items(index))
        (goes(item) ? going : staying).append(item);
    CleanPlan done;
    for (const TrashStore::Item &item : std::as_const(going)) {
        for (qsizetype i = 0; i < item.entries.size(); ++i) {
            if (const auto name = indexentry::nameOfKey(item.entries.key(i)))
                done.images.append(*name);
        }
        addItemFiles(folder, store.folderOf(item.id), done);
        store.remove(item.id);
    }
    for (const Digest &digest : freedBlobs(folder, lock, index, going, staying)) {
        const auto file = fileAt(folder, CacheFolder::blobPath(digest), digest);
        if (QFile::remove(folder.path(file.path)))
            done.files.append(file);
    }
    return done;
}

qint64 bytesInTrash(const CacheFolder &folder, const CacheFolder::Lock &lock, const IndexDocument &index,
                    const QList<TrashStore::Item> &items, const QStringList &ids)
{
    QList<TrashStore::Item> going;
    QList<TrashStore::Item> staying;
    qint64 bytes = 0;
    for (const TrashStore::Item &item : items) {
        const bool goes = ids.contains(item.id);
        (goes ? going : staying).append(item);
        bytes += goes ? TrashStore(folder, lock).bytesOf(item.id) : 0;
    }
    for (const Digest &digest : freedBlobs(folder, lock, index, going, staying))
        bytes += CacheFolder::regularSize(folder.blob(digest)).value_or(0);
    return bytes;
}

void tidyTrash(const CacheFolder &folder, IndexFile &indexFile)
{
    const QDir trash(folder.path(u"trash"));
    if (trash.isEmpty()) // so also where there is none
        return;
    const auto lock = folder.lock();
    const auto index = lock ? indexFile.read(*lock) : Result<IndexFile::Document>();
    if (!lock || !index || !*index)
        return;
    const QDateTime limit = QDateTime::currentDateTimeUtc().addDuration(-Trash::keptFor);
    const auto emptied = emptyTrash(folder, *lock, **index, [&](const TrashStore::Item &item) {
        return item.when < limit || isNearlyFull(folder);
    });
    if (emptied && !emptied->files.isEmpty())
        logEvent(logCache(), QStringLiteral("emptied the trash"),
                 {QStringLiteral("trash"), {}, emptied->bytes(), {}});
}

} // namespace dip
