#include "core/cache/cleaner.h"

#include "core/base/log.h"
#include "core/cache/jsonreader.h"
#include "core/cache/manifestpath.h"
#include "core/cache/manifeststore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace dip {

namespace {

QStringList filesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
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

bool Cleaner::isChosen(const CachedImage &image, const CleanRequest &request) const
{
    if (request.all || request.images.contains(image.name))
        return true;
    if (!request.unusedSince)
        return false;
    QDateTime used = image.lastUsed.isValid() ? image.lastUsed : image.added;
    if (!used.isValid()) // an entry by another hand
        used = QFileInfo(m_folder.path(image.manifestPath)).lastModified();
    return used.isValid() && used < *request.unusedSince;
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

/// Tells staying entries from those that go.
void Cleaner::sort(const IndexDocument &index, const CleanRequest &request)
{
    indexentry::TextPool pool;
    for (qsizetype i = 0; i < index.size(); ++i) {
        const QString key = index.key(i);
        const auto image = indexentry::parse(key, index.value(i), pool);
        if (!image) {
            sortUnreadable(key, index.value(i), request);
        } else if (isChosen(*image, request)) {
            m_plan.images.append(image->name);
            m_droppedKeys.append(key);
            m_droppedManifests.append(image->manifestPath);
            m_dropped.unite(digestsOf(*image));
        } else {
            m_keptManifests.insert(image->manifestPath);
            m_needed.unite(digestsOf(*image));
        }
    }
}

void Cleaner::sortUnreadable(const QString &key, QByteArrayView value, const CleanRequest &request)
{
    const auto name = indexentry::nameOfKey(key);
    const bool named = name && (request.all || request.images.contains(*name));
    if (named && indexentry::isMeantAsEntry(value)) {
        m_plan.images.append(*name);
        m_droppedKeys.append(key);
        indexentry::collectDigests(value, m_dropped);
        return;
    }
    m_keptText += value;
    indexentry::collectDigests(value, m_needed);
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

void Cleaner::addBlob(const Digest &digest, const QSet<Digest> &leased)
{
    if (m_needed.contains(digest))
        return;
    if (leased.contains(digest))
        ++m_plan.keptForTransfers;
    else
        addFile(CacheFolder::blobPath(digest), digest);
}

void Cleaner::addBlobs(bool allUnneeded)
{
    const QSet<Digest> leased = Session::leased(m_folder, m_lock);
    for (const QString &name : filesOf(m_folder.blobs())) {
        const auto digest = CacheFolder::digestOf(name);
        if (digest && (allUnneeded || m_dropped.contains(*digest)))
            addBlob(*digest, leased);
    }
}

/// Downloads that nobody works on; who begins to needs the folder's lock first.
void Cleaner::addPartials()
{
    const QString prefix = m_folder.partials() + u'/';
    const QStringList names = filesOf(m_folder.partials());
    for (const QString &name : names) {
        const QString stem = name.section(u'.', 0, 0);
        const QString lockName = stem + QLatin1String(".lock");
        if (!CacheFolder::digestOf(stem) || (name != stem && name != lockName))
            continue;
        if (names.contains(lockName)) {
            const auto attempt = FileLock::tryAcquire(prefix + lockName);
            if (!attempt || !*attempt)
                continue;
        }
        addFile(QLatin1String("partial/") + name, std::nullopt);
    }
}

Result<CleanPlan> Cleaner::plan(const IndexDocument &index, const CleanRequest &request)
{
    if (auto checked = checkNamed(index, request); !checked)
        return failure(checked);
    sort(index, request);
    std::ranges::sort(m_plan.images);
    const bool everythingUnneeded = request.all || !request.namesImages();
    addDroppedManifests();
    if (everythingUnneeded)
        addOrphanManifests();
    addBlobs(everythingUnneeded);
    if (everythingUnneeded) {
        addPartials();
        for (const QString &path : Session::leftovers(m_folder, m_lock))
            addFile(path, std::nullopt);
    }
    return m_plan;
}

Result<CleanPlan> Cleaner::carryOut(IndexFile &indexFile, const IndexDocument &index)
{
    if (!m_droppedKeys.isEmpty()) {
        IndexDocument::Changes changes;
        for (const QString &key : std::as_const(m_droppedKeys))
            changes.emplace(key, QByteArray());
        if (auto written = indexFile.write(m_lock, index.changed(changes)); !written)
            return failure(written);
    }
    CleanPlan done = m_plan;
    // The plan names manifests before blobs.
    done.files.removeIf([&](const CleanPlan::File &file) {
        const bool gone = QFile::remove(m_folder.path(file.path));
        if (!gone)
            qCWarning(logCache) << "cannot remove" << file.path;
        if (gone && CacheFolder::isManifestPath(file.path))
            ManifestStore::removeEmptyFolders(m_folder, file.path);
        return !gone;
    });
    Session::sweep(m_folder, m_lock); // the folders of what is gone
    return done;
}

} // namespace dip
