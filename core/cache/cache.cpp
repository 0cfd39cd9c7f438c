#include "core/cache/cache.h"

#include "core/base/files.h"
#include "core/base/log.h"
#include "core/cache/cacheprivate.h"
#include "core/cache/indexentries.h"
#include "core/cache/indexentry.h"
#include "core/cache/trashemptying.h"

#include <QDir>
#include <QFileInfo>

namespace dip {

namespace {

/// What can be done in a folder that is there: everything, or reading only.
Result<bool> prepare(const CacheFolder &folder)
{
    auto made = folder.makeFolders();
    if (!made && made.error().code == ErrorCode::CacheDamaged)
        return failure(made);
    if (!made)
        return false;
    const auto lock = folder.lock();
    if (!lock)
        return false;
    Session::sweep(folder, *lock);
    return true;
}

std::unexpected<Error> notInCache(const ImageName &name)
{
    return fail(ErrorCode::NotInCache, QStringLiteral("the image is not in the cache"), name.toString());
}

} // namespace

Cache::Cache(std::unique_ptr<Private> p) : d(std::move(p)) {}
Cache::~Cache() = default;

Result<std::unique_ptr<Cache>> Cache::open(const QString &folder, TrashCare care)
{
    const QString root = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    if (auto made = files::makeFolder(root); !made && !QFileInfo(root).isDir())
        return failure(made);
    if (!QFileInfo(root).isReadable())
        return fail(ErrorCode::DiskFailed, QStringLiteral("the cache's folder cannot be read"), root);
    auto p = std::make_unique<Private>(root);
    auto writable = prepare(p->folder);
    if (!writable)
        return failure(writable);
    p->writable = *writable;
    if (p->writable && care == TrashCare::Tidy)
        tidyTrash(p->folder, p->index);
    if (auto index = p->index.read(); !index)
        p->index.notice(QStringLiteral("The cache's index.json cannot be used: ") + index.error().detail);
    return std::unique_ptr<Cache>(new Cache(std::move(p)));
}

const QString &Cache::folder() const
{
    return d->folder.root();
}

QStringList Cache::notices() const
{
    return d->index.notices();
}

// --- images

/// Many ask for the same list; it is read once for each index.
Result<QList<CachedImage>> Cache::images() const
{
    const std::scoped_lock guard(d->listMutex);
    if (const auto now = d->index.revision(); now && now == d->listRevision)
        return d->list;
    const auto index = d->index.read();
    if (!index)
        return std::unexpected(index.error());
    const auto revision = d->index.revisionOf(*index);
    if (revision && revision == d->listRevision)
        return d->list;
    indexentry::Entries entries = indexentry::readAll(**index);
    for (const auto &[at, error] : std::as_const(entries.unreadable)) {
        if (indexentry::isMeantAsEntry((*index)->value(at)))
            d->index.notice(QStringLiteral("The cache's entry %1 cannot be used: %2.")
                                .arg((*index)->key(at), error.detail));
    }
    d->list = std::move(entries.images);
    d->listRevision = revision;
    return d->list;
}

void Cache::forgetIndex()
{
    d->index.forget();
}

Result<CachedImage> Cache::find(const ImageName &name) const
{
    const auto index = d->index.read();
    if (!index)
        return std::unexpected(index.error());
    return d->entry(**index, name);
}

Result<CachedImage> Cache::Private::entry(const IndexDocument &document, const ImageName &name) const
{
    const QByteArrayView json = document.find(name.indexKey());
    if (json.isNull())
        return notInCache(name);
    indexentry::TextPool pool;
    return indexentry::parse(name.indexKey(), json, pool);
}

Result<Manifest> Cache::manifest(const CachedImage &image) const
{
    auto manifest = d->manifests.read(image);
    if (manifest || manifest.error().code != ErrorCode::CacheDamaged)
        return manifest;
    const auto now = find(image.name);
    if (now && now->manifestDigest != image.manifestDigest)
        return fail(ErrorCode::NotInCache, QStringLiteral("another image has got this name meanwhile"),
                    image.name.toString());
    return manifest;
}

bool Cache::hasManifest(const CachedImage &image) const
{
    return d->manifests.has(image);
}

Result<Manifest> Cache::childManifest(const Descriptor &child) const
{
    auto bytes = d->blobs.read(child.digest, Manifest::maxSize);
    if (!bytes)
        return failure(bytes);
    return Manifest::parse(*bytes, child.mediaType);
}

Result<void> Cache::addImage(CachedImage image, const Manifest &manifest)
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    QList<Digest> digests;
    for (const CachedBlob &blob : std::as_const(image.blobs)) {
        if (!hasBlob(blob.digest, blob.size))
            return fail(ErrorCode::NotInCache, QStringLiteral("a blob of the image is not in the cache"),
                        blob.digest.toString());
        digests.append(blob.digest);
    }
    auto index = d->index.read(*lock);
    if (!index)
        return failure(index);
    const auto found = d->entry(**index, image.name);
    const CachedImage *earlier = found ? &*found : nullptr;
    image.manifestDigest = manifest.digest();
    image.added = QDateTime::currentDateTimeUtc();
    if (earlier)
        d->keepHistory(*earlier, image);
    if (auto written = d->manifests.write(*lock, **index, earlier, image, manifest); !written)
        return written;
    auto next = d->changeEntry(*lock, std::move(*index), image);
    if (!next)
        return failure(next);
    d->manifests.settle(*lock, **next, earlier, image);
    d->session.release(*lock, digests);
    return {};
}

/// The same image put there again is still the one that was used and copied.
void Cache::Private::keepHistory(const CachedImage &earlier, CachedImage &image) const
{
    image.pinned = image.pinned || earlier.pinned;
    const auto before = manifests.read(earlier);
    if (!before || before->digest() != image.manifestDigest)
        return;
    if (image.copies.isEmpty())
        image.copies = earlier.copies;
    if (!image.lastUsed.isValid())
        image.lastUsed = earlier.lastUsed;
}

Result<IndexFile::Document> Cache::Private::changeEntry(const CacheFolder::Lock &lock,
                                                        IndexFile::Document document,
                                                        const CachedImage &image)
{
    const QString key = image.name.indexKey();
    IndexDocument::Changes changes{{key, indexentry::serialise(image, document->find(key))}};
    return index.change(lock, std::move(document), changes);
}

Result<void> Cache::recordUse(const ImageName &name, const std::optional<ImageCopy> &copy)
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    auto index = d->index.read(*lock);
    if (!index)
        return failure(index);
    auto image = d->entry(**index, name);
    if (!image)
        return failure(image);
    image->lastUsed = QDateTime::currentDateTimeUtc();
    if (copy) {
        image->copies.removeIf([&](const ImageCopy &other) {
            return other.registry == copy->registry && other.name == copy->name;
        });
        image->copies.append(*copy);
    }
    const auto next = d->changeEntry(*lock, std::move(*index), *image);
    return next ? Result<void>() : std::unexpected(next.error());
}

Result<void> Cache::setPinned(const QList<ImageName> &names, bool pinned)
{
    const auto lock = d->folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    const auto index = d->index.read(*lock);
    if (!index)
        return std::unexpected(index.error());
    IndexDocument::Changes changes;
    for (const ImageName &name : names) {
        auto image = d->entry(**index, name);
        if (!image)
            return failure(image);
        if (image->pinned == pinned)
            continue;
        image->pinned = pinned;
        const QString key = name.indexKey();
        changes[key] = indexentry::serialise(*image, (*index)->find(key));
    }
    return changes.empty() ? Result<void>() : d->index.write(*lock, (*index)->changed(changes));
}

} // namespace dip
