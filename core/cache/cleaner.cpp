#include "core/cache/cleaner.h"

#include "core/base/log.h"
#include "core/cache/jsonreader.h"
#include "core/cache/leftovers.h"
#include "core/cache/manifestpath.h"
#include "core/cache/manifeststore.h"
#include "core/cache/usagereader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace dip {

namespace {

/// What writing an index takes beside its own bytes: a lock file, a folder, and the rest of a block.
constexpr qint64 roomBeside = 64 * 1024;

/// All that can be removed as a file: links, whatever they lead to, and pipes, too.
QStringList filesOf(const QString &folder)
{
    QStringList names;
    std::error_code problem;
    for (const auto &entry :
         std::filesystem::directory_iterator(QFileInfo(folder).filesystemFilePath(), problem)) {
        if (entry.is_symlink(problem) || !entry.is_directory(problem))
            names.append(QString::fromStdString(entry.path().filename().string()));
    }
    names.sort();
    return names;
}

} // namespace

QSet<Digest> Cleaner::digestsOf(const CachedImage &image)
{
    QSet<Digest> digests;
    for (const CachedBlob &blob : image.blobs)
        digests.insert(blob.digest);
    if (image.configDigest)
        digests.insert(*image.configDigest);
    return digests;
}

Result<void> Cleaner::checkNamed(const IndexDocument &index, const CleanRequest &request) const
{
    for (const ImageName &name : request.images) {
        if (index.find(name.indexKey()).isNull())
            return fail(ErrorCode::NotInCache, QStringLiteral("the image is not in the cache"),
                        name.toString());
    }
    return {};
}

void Cleaner::readIndex(const IndexDocument &index)
{
    indexentry::TextPool pool;
    m_images.reserve(index.size());
    for (qsizetype i = 0; i < index.size(); ++i) {
        const QString key = index.key(i);
        auto image = indexentry::parse(key, index.value(i), pool);
        if (image)
            m_images.append(std::move(*image));
        else
            m_unreadable.append({key, index.value(i)});
    }
}

// --- who goes

QDateTime Cleaner::lastUse(const CachedImage &image) const
{
    if (image.lastActivity().isValid())
        return image.lastActivity();
    return QFileInfo(m_folder.path(image.manifestPath)).lastModified(); // an entry by another hand
}

bool Cleaner::fits(const CachedImage &image, const CleanRequest &request) const
{
    int given = 0;
    int met = 0;
    const auto condition = [&](bool isGiven, auto holds) {
        given += isGiven ? 1 : 0;
        met += isGiven && holds() ? 1 : 0;
    };
    condition(request.all, [] { return true; });
    condition(!request.images.isEmpty(), [&] { return m_wanted.contains(image.name.indexKey()); });
    condition(request.unusedSince.has_value(), [&] {
        const QDateTime used = lastUse(image);
        return used.isValid() && used < *request.unusedSince;
    });
    condition(request.untagged, [&] { return image.name.reference.isDigest(); });
    condition(request.pushed, [&] { return image.isPushed(); });
    return request.matchAll ? given > 0 && met == given : met > 0;
}

/// Notes why an image stays.
bool Cleaner::mayGo(const CachedImage &image)
{
    if (image.pinned)
        m_plan.pinned.append(image.name);
    else if (m_inUse.contains(image.name.indexKey()))
        m_plan.inUse.append(image.name);
    else
        return true;
    return false;
}

void Cleaner::choose(const CleanRequest &request)
{
    for (const CachedImage &image : std::as_const(m_images)) {
        if (fits(image, request) && mayGo(image))
            m_chosen.insert(image.name.indexKey());
    }
}

/// What is no image's, and as much of the trash as is wanted beside; tells what that gives back.
qint64 Cleaner::freeRest(const IndexDocument &index, qint64 wanted)
{
    CleanRequest restOnly;
    restOnly.unreferenced = restOnly.unfinished = true;
    for (m_droppedTrash = 0;; ++m_droppedTrash) {
        Cleaner rest(m_folder, m_lock);
        rest.m_droppedTrash = m_droppedTrash;
        const auto plan = rest.plan(index, restOnly);
        const qint64 bytes = plan ? plan->bytes() : 0;
        if (bytes >= wanted || m_droppedTrash >= m_trash.size())
            return bytes;
    }
}

void Cleaner::chooseToFree(const IndexDocument &index, const CleanRequest &request)
{
    const qint64 target = *request.free - freeRest(index, *request.free);
    if (target <= 0)
        return;
    QList<std::pair<QDateTime, ImageName>> candidates;
    for (const CachedImage &image : std::as_const(m_images)) {
        if ((!request.hasConditions() || fits(image, request)) && mayGo(image))
            candidates.append({lastUse(image), image.name});
    }
    std::ranges::sort(candidates);
    UsageReader reader(m_folder, m_lock);
    reader.keep(m_leased);
    reader.keep(TrashStore::blobsOf(m_trash.sliced(m_droppedTrash)));
    const CacheUsage usage = reader.read(index);
    QList<qsizetype> order;
    for (const auto &[used, name] : std::as_const(candidates))
        order.append(usage.indexOf(name));
    for (const qsizetype image : usage.chooseToFree(order, target))
        m_chosen.insert(usage.images()[image].indexKey());
}

/// Tells staying entries from those that go.
void Cleaner::sort(const CleanRequest &request)
{
    for (const CachedImage &image : std::as_const(m_images)) {
        if (const QString key = image.name.indexKey(); m_chosen.contains(key)) {
            m_plan.images.append(image.name);
            m_droppedKeys.append(key);
            m_droppedManifests.append(image.manifestPath);
            m_dropped.unite(digestsOf(image));
        } else {
            m_keptManifests.insert(image.manifestPath);
            m_needed.unite(digestsOf(image));
        }
    }
    for (const auto &[key, value] : std::as_const(m_unreadable))
        sortUnreadable(key, value, request);
}

void Cleaner::sortUnreadable(const QString &key, QByteArrayView value, const CleanRequest &request)
{
    const auto name = indexentry::nameOfKey(key);
    const bool alone = !request.matchAll && !request.free; // what else may be asked cannot be known of it
    const bool named = name && alone && (request.all || m_wanted.contains(name->indexKey()));
    if (named && indexentry::isMeantAsEntry(value)) {
        m_plan.images.append(*name);
        m_droppedKeys.append(key);
        indexentry::collectDigests(value, m_dropped);
        return;
    }
    m_keptText += value;
    indexentry::collectDigests(value, m_needed);
    if (name) { // whatever it says of its manifest, what lies there may be all that a repair has
        m_keptManifests.insert(manifestpath::plain(*name));
        m_keptManifests.insert(manifestpath::escaped(*name));
    }
}

bool Cleaner::isManifestKept(const QString &path) const
{
    QString place = path;
    if (manifestpath::isPending(path))
        place.chop(manifestpath::pending({}).size());
    return m_keptManifests.contains(path) || m_keptManifests.contains(place) ||
           m_keptText.contains(JsonReader::quoted(place));
}

// --- the plan's files

/// What a file's removal gives back; a link's target stays.
void Cleaner::addFile(const QString &path, std::optional<Digest> digest)
{
    m_plan.files.append({path, CacheFolder::regularSize(m_folder.path(path)).value_or(0), std::move(digest)});
}

void Cleaner::addDroppedManifests()
{
    for (const QString &path : std::as_const(m_droppedManifests)) {
        for (const QString &place : {path, manifestpath::pending(path)}) {
            const bool there = CacheFolder::regularSize(m_folder.path(place)).has_value();
            if (there && m_folder.isFreeOfLinks(place) && !isManifestKept(place))
                addFile(place, std::nullopt);
        }
    }
}

void Cleaner::addOrphanManifests()
{
    QSet<QString> planned;
    for (const CleanPlan::File &file : std::as_const(m_plan.files))
        planned.insert(file.path);
    for (const QString &path : ManifestStore::files(m_folder)) {
        if (!planned.contains(path) && !isManifestKept(path))
            addFile(path, std::nullopt);
    }
}

void Cleaner::addBlob(const Digest &digest)
{
    if (m_needed.contains(digest))
        return;
    if (m_leased.contains(digest))
        ++m_plan.keptForTransfers;
    else
        addFile(CacheFolder::blobPath(digest), digest);
}

void Cleaner::addBlobs(bool allUnneeded)
{
    for (const QString &name : filesOf(m_folder.blobs())) {
        const auto digest = CacheFolder::digestOf(name);
        if (!digest)
            continue;
        const bool dropped = m_dropped.contains(*digest);
        if (dropped && m_needed.contains(*digest))
            m_plan.shared +=
                CacheFolder::regularSize(m_folder.path(CacheFolder::blobPath(*digest))).value_or(0);
        else if (dropped || allUnneeded)
            addBlob(*digest);
    }
}

void Cleaner::addUnfinished()
{
    const QStringList paths = leftovers::downloads(m_folder, m_lock).idle +
                              leftovers::uploads(m_folder).idle + Session::leftovers(m_folder, m_lock);
    for (const QString &path : paths)
        addFile(path, std::nullopt);
}

/// An item without its entries is none any more, so these go first.
void Cleaner::addTrash()
{
    const TrashStore store(m_folder, m_lock);
    for (qsizetype i = 0; i < m_droppedTrash; ++i) {
        const QString folder = QLatin1String("trash/") + m_trash[i].id;
        addFile(folder + QLatin1String("/entries.json"), std::nullopt);
        for (const QString &path : store.manifestsOf(m_trash[i].id))
            addFile(path, std::nullopt);
    }
}

Result<CleanPlan> Cleaner::plan(const IndexDocument &index, const CleanRequest &request)
{
    if (auto checked = checkNamed(index, request); !checked)
        return failure(checked);
    for (const ImageName &name : request.images)
        m_wanted.insert(name.indexKey());
    for (const ImageName &name : request.inUse)
        m_inUse.insert(name.indexKey());
    m_leased = Session::leased(m_folder, m_lock);
    m_trash = TrashStore(m_folder, m_lock).items(index);
    readIndex(index);
    if (request.free)
        chooseToFree(index, request);
    else
        choose(request);
    m_needed = TrashStore::blobsOf(m_trash.sliced(std::min(m_droppedTrash, m_trash.size())));
    sort(request);
    std::ranges::sort(m_plan.images);
    std::ranges::sort(m_plan.pinned);
    std::ranges::sort(m_plan.inUse);
    addDroppedManifests();
    if (request.takesUnreferenced())
        addOrphanManifests();
    addBlobs(request.takesUnreferenced());
    if (request.takesUnfinished())
        addUnfinished();
    addTrash();
    if (request.free)
        m_plan.missing = std::max<qint64>(0, *request.free - m_plan.bytes());
    return m_plan;
}

/// Removes a file of the plan; true also where this has been done before.
bool Cleaner::removeFile(const CleanPlan::File &file)
{
    if (m_removed.contains(file.path))
        return true;
    if (!QFile::remove(m_folder.path(file.path))) {
        qCWarning(logCache) << "cannot remove" << file.path;
        return false;
    }
    m_removed.insert(file.path);
    if (CacheFolder::isManifestPath(file.path))
        ManifestStore::removeEmptyFolders(m_folder, file.path);
    return true;
}

/// On a full disk there is no room for a second index beside the first: then files that are to go make room
/// for it, those that no image needs first, and manifests last.
void Cleaner::makeRoom(qint64 bytes)
{
    QList<CleanPlan::File> files = m_plan.files;
    std::ranges::sort(files, std::greater(), [&](const CleanPlan::File &file) {
        const bool isOfAnImage = file.digest && m_dropped.contains(*file.digest);
        return std::tuple(!CacheFolder::isManifestPath(file.path), !isOfAnImage, file.size);
    });
    for (const CleanPlan::File &file : std::as_const(files)) {
        if (bytes <= 0)
            break;
        if (removeFile(file))
            bytes -= file.size;
    }
}

Result<void> Cleaner::writeIndex(IndexFile &indexFile, const IndexDocument &index)
{
    if (m_droppedKeys.isEmpty())
        return {};
    IndexDocument::Changes changes;
    for (const QString &key : std::as_const(m_droppedKeys))
        changes.emplace(key, QByteArray());
    const IndexDocument next = index.changed(changes);
    auto written = indexFile.write(m_lock, next);
    if (written || written.error().code != ErrorCode::DiskFull)
        return written;
    makeRoom(next.bytes().size() + roomBeside);
    written = indexFile.write(m_lock, next);
    if (written || written.error().code != ErrorCode::DiskFull)
        return written;
    makeRoom(std::numeric_limits<qint64>::max()); // it may lack places for files rather than bytes
    return indexFile.write(m_lock, next);
}

Result<CleanPlan> Cleaner::carryOut(IndexFile &indexFile, const IndexDocument &index,
                                    const CleanProgress &progress)
{
    if (auto written = writeIndex(indexFile, index); !written)
        return failure(written);
    CleanPlan done = m_plan;
    // Before the blobs that its entries name.
    std::ranges::stable_partition(done.files, [](const CleanPlan::File &file) {
        return file.path.startsWith(QLatin1String("trash/"));
    });
    const qsizetype all = done.files.size();
    qsizetype tried = 0;
    // The plan names manifests before blobs.
    done.files.removeIf([&](const CleanPlan::File &file) {
        if (progress)
            progress(++tried, all);
        return !removeFile(file);
    });
    for (qsizetype i = 0; i < m_droppedTrash; ++i)
        TrashStore(m_folder, m_lock).remove(m_trash[i].id);
    Session::sweep(m_folder, m_lock); // the folders of what is gone
    return done;
}

} // namespace dip
