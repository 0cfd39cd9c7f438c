#include "core/cache/usagereader.h"

#include "core/cache/indexentries.h"
#include "core/cache/indexentry.h"
#include "core/cache/jsonreader.h"
#include "core/cache/leftovers.h"
#include "core/cache/manifestpath.h"
#include "core/cache/manifeststore.h"

#include <QDirIterator>
#include <QFileInfo>

namespace dip {

namespace {

QStringList trashFiles(const CacheFolder &folder)
{
    QStringList paths;
    QDirIterator all(folder.path(u"trash"), QDir::Files | QDir::Hidden | QDir::System,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        paths.append(all.next().sliced(folder.root().size() + 1));
    return paths;
}

} // namespace

CacheUsage UsageReader::read(const IndexDocument &index)
{
    m_inventory = BlobInventory::read(m_folder);
    addImages(index);
    keepBlobs();
    m_usage.finish();
    return m_usage;
}

CacheUsage UsageReader::readAll(const IndexDocument &index, const QSet<Digest> &inTrash)
{
    keep(inTrash);
    m_inventory = BlobInventory::read(m_folder);
    addImages(index);
    keepBlobs();
    countBlobsOfNobody(inTrash);
    countOrphanManifests();
    const leftovers::Found downloads = leftovers::downloads(m_folder, m_lock);
    const leftovers::Found uploads = leftovers::uploads(m_folder);
    CacheUsage::Rest &rest = m_usage.m_rest;
    count(rest.unfinished, downloads.idle + Session::leftovers(m_folder, m_lock));
    count(rest.uploads, uploads.idle);
    count(rest.trash, trashFiles(m_folder));
    count(rest.inTransfer, downloads.busy + uploads.busy + Session::working(m_folder, m_lock));
    m_usage.finish();
    return m_usage;
}

void UsageReader::addImages(const IndexDocument &index)
{
    const indexentry::Entries entries = indexentry::readAll(index);
    for (const auto &[at, error] : entries.unreadable) {
        m_unreadable += index.value(at);
        indexentry::collectDigests(index.value(at), m_kept);
        if (const auto name = indexentry::nameOfKey(index.key(at))) {
            m_named.insert(manifestpath::plain(*name));
            m_named.insert(manifestpath::escaped(*name));
        }
    }
    for (const CachedImage &image : entries.images)
        addImage(image);
}

void UsageReader::addImage(const CachedImage &image)
{
    m_usage.m_images.append(image.name);
    for (const CachedBlob &blob : image.blobs)
        addBlob(blob.digest);
    if (image.configDigest)
        addBlob(*image.configDigest);
    for (const QString &path : {image.manifestPath, manifestpath::pending(image.manifestPath)})
        addManifest(path);
    m_usage.m_ends.append(m_usage.m_numbers.size());
}

void UsageReader::addBlob(const Digest &digest)
{
    auto known = m_blobs.constFind(digest);
    if (known == m_blobs.cend()) {
        known = m_blobs.insert(digest, quint32(m_usage.m_files.size()));
        m_usage.m_files.append({m_inventory.size(digest), 0, false, digest});
    }
    addNumber(*known);
}

void UsageReader::addManifest(const QString &path)
{
    m_named.insert(path);
    const auto size = CacheFolder::regularSize(m_folder.path(path));
    if (!size || !m_folder.isFreeOfLinks(path))
        return;
    auto known = m_manifests.constFind(path);
    if (known == m_manifests.cend()) {
        known = m_manifests.insert(path, quint32(m_usage.m_files.size()));
        m_usage.m_files.append({*size, 0, m_unreadable.contains(JsonReader::quoted(path)), std::nullopt});
    }
    addNumber(*known);
}

void UsageReader::addNumber(quint32 number)
{
    const qsizetype image = m_usage.m_images.size();
    m_lastImage.resize(m_usage.m_files.size(), 0);
    if (std::exchange(m_lastImage[number], image) == image)
        return;
    ++m_usage.m_files[number].images;
    m_usage.m_numbers.append(number);
}

void UsageReader::keepBlobs()
{
    for (const Digest &digest : std::as_const(m_kept)) {
        if (const auto known = m_blobs.constFind(digest); known != m_blobs.cend())
            m_usage.m_files[*known].isKept = true;
    }
}

// --- what belongs to no image

void UsageReader::countBlobsOfNobody(const QSet<Digest> &inTrash)
{
    const QSet<Digest> leased = Session::leased(m_folder, m_lock);
    CacheUsage::Rest &rest = m_usage.m_rest;
    for (const auto [digest, size] : m_inventory.sizes().asKeyValueRange()) {
        if (m_blobs.contains(digest))
            continue;
        CacheUsage::Heap *heap = inTrash.contains(digest)  ? &rest.trash
                                 : leased.contains(digest) ? &rest.inTransfer
                                 : m_kept.contains(digest) ? nullptr
                                                           : &rest.unreferenced;
        if (!heap)
            continue;
        ++heap->files;
        heap->bytes += size;
    }
}

void UsageReader::countOrphanManifests()
{
    QStringList orphans;
    for (const QString &path : ManifestStore::files(m_folder)) {
        if (!m_named.contains(path) && !m_unreadable.contains(JsonReader::quoted(path)))
            orphans.append(path);
    }
    count(m_usage.m_rest.unreferenced, orphans);
}

void UsageReader::count(CacheUsage::Heap &heap, const QStringList &paths) const
{
    for (const QString &path : paths) {
        ++heap.files;
        heap.bytes += CacheFolder::regularSize(m_folder.path(path)).value_or(0);
    }
}

} // namespace dip
