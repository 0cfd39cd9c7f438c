#include "core/cache/auditor.h"

#include "core/cache/blobstore.h"
#include "core/cache/indexentry.h"
#include "core/cache/jsonreader.h"
#include "core/cache/manifestpath.h"

#include <QDir>
#include <QFileInfo>

namespace dip {

using Kind = AuditFinding::Kind;

namespace {

constexpr int deepestIndex = 4;

qint64 changeTime(const QString &path)
{
    return QFileInfo(path).lastModified().toMSecsSinceEpoch();
}

} // namespace

bool AuditFinding::isHarm() const
{
    if (kind == Kind::BlobSurplus || kind == Kind::ManifestSurplus || kind == Kind::BlobMisnamed)
        return false;
    if (outcome == Outcome::Fetched || outcome == Outcome::Rebuilt)
        return false;
    return outcome == Outcome::None || !images.isEmpty();
}

Result<CacheAudit> Auditor::audit(const IndexDocument &index, const QList<ImageName> &names,
                                  const QSet<Digest> &inTrash)
{
    if (auto read = readIndex(index, names); !read)
        return failure(read);
    for (qsizetype i = 0; i < m_audit.images.size(); ++i) {
        lookAtManifest(i);
        noteBlobs(i);
    }
    lookAtNeeded();
    if (names.isEmpty()) {
        lookAtOthers(inTrash);
        lookAtOrphanManifests();
    }
    return std::move(m_audit);
}

Result<void> Auditor::readIndex(const IndexDocument &index, const QList<ImageName> &names)
{
    QSet<QString> keys;
    for (const ImageName &name : names) {
        if (index.find(name.indexKey()).isNull())
            return fail(ErrorCode::NotInCache, QStringLiteral("the image is not in the cache"),
                        name.toString());
        keys.insert(name.indexKey());
    }
    indexentry::TextPool pool;
    for (qsizetype i = 0; i < index.size(); ++i) {
        const QString key = index.key(i);
        if (!keys.isEmpty() && !keys.contains(key))
            continue;
        auto image = indexentry::parse(key, index.value(i), pool);
        if (image) {
            m_audit.images.append(std::move(*image));
            continue;
        }
        m_unreadable += index.value(i);
        if (!indexentry::isMeantAsEntry(index.value(i)))
            continue;
        const auto name = indexentry::nameOfKey(key);
        if (name) { // its manifest is no orphan
            m_manifestPaths.insert(manifestpath::plain(*name));
            m_manifestPaths.insert(manifestpath::escaped(*name));
        }
        find(
            {Kind::EntryDamaged, key, {}, 0, name ? QList{*name} : QList<ImageName>(), image.error().detail});
    }
    return {};
}

// --- manifests and entries

void Auditor::lookAtManifest(qsizetype i)
{
    const CachedImage &image = m_audit.images[i];
    m_manifestPaths.insert(image.manifestPath);
    m_manifestPaths.insert(manifestpath::pending(image.manifestPath));
    const auto manifest = m_manifests.read(image);
    if (!manifest) {
        find({Kind::ManifestDamaged,
              image.manifestPath,
              image.manifestDigest,
              0,
              {image.name},
              manifest.error().detail});
        return;
    }
    if (const auto same = compare(image, *manifest, 0); !same)
        find({Kind::EntryDamaged, image.name.indexKey(), {}, 0, {image.name}, same.error().detail});
}

/// Whether an entry names all that its manifest does. Children of an index that were never fetched are no
/// fault.
Result<void> Auditor::compare(const CachedImage &image, const Manifest &manifest, int depth) const
{
    const auto names = [&](const Descriptor &descriptor) {
        return std::ranges::any_of(image.blobs, [&](const CachedBlob &blob) {
            return blob.digest == descriptor.digest && blob.size == descriptor.size;
        });
    };
    if (!manifest.isIndex()) {
        const QList<Descriptor> blobs = manifest.blobs();
        const auto lacking = std::ranges::find_if_not(blobs, names);
        return lacking == blobs.end() ? Result<void>()
                                      : fail(ErrorCode::CacheDamaged,
                                             QStringLiteral("the entry lacks ") + lacking->digest.toString());
    }
    for (const Descriptor &child : manifest.children()) {
        if (depth > deepestIndex || !names(child))
            continue;
        const auto bytes = m_blobs.read(child.digest, Manifest::maxSize);
        const auto below = bytes ? Manifest::parse(*bytes, child.mediaType) : std::unexpected(bytes.error());
        if (!below)
            continue; // told where blobs are looked at
        if (auto same = compare(image, *below, depth + 1); !same)
            return same;
    }
    return {};
}

void Auditor::lookAtOrphanManifests()
{
    for (const QString &path : ManifestStore::files(m_folder)) {
        if (m_manifestPaths.contains(path) || m_unreadable.contains(JsonReader::quoted(path)))
            continue;
        find({Kind::ManifestSurplus,
              path,
              {},
              CacheFolder::regularSize(m_folder.path(path)).value_or(0),
              {},
              QStringLiteral("no entry names it")});
    }
}

// --- blobs

void Auditor::noteBlobs(qsizetype image)
{
    for (const CachedBlob &blob : std::as_const(m_audit.images[image].blobs)) {
        auto need = m_needs.find(blob.digest);
        if (need == m_needs.end())
            need = m_needs.insert(blob.digest, {blob, {}});
        need->images.append(image);
    }
}

void Auditor::lookAtNeeded()
{
    for (const auto &[digest, need] : m_needs.asKeyValueRange()) {
        const QString path = m_folder.blob(digest);
        const auto size = CacheFolder::regularSize(path);
        if (size == need.blob.size) {
            m_audit.blobs.append({digest, *size, changeTime(path), need.images, need.blob.mediaType});
            continue;
        }
        const QFileInfo info(path);
        const bool isThere = info.exists() || info.isSymLink();
        find({isThere ? Kind::BlobDamaged : Kind::BlobMissing, CacheFolder::blobPath(digest), digest,
              need.blob.size, namesOf(need.images),
              !isThere ? QStringLiteral("it is not there")
              : size   ? QStringLiteral("it has %1 bytes, not %2").arg(*size).arg(need.blob.size)
                       : QStringLiteral("it is no regular file")});
        m_audit.wanted.insert(digest, need.blob);
    }
    for (const CacheAudit::Blob &blob : std::as_const(m_audit.blobs))
        m_audit.wanted.insert(blob.digest, m_needs.constFind(blob.digest)->blob);
}

void Auditor::lookAtOthers(const QSet<Digest> &inTrash)
{
    QSet<Digest> kept = Session::leased(m_folder, m_lock);
    kept.unite(inTrash);
    indexentry::collectDigests(m_unreadable, kept);
    const QStringList names =
        QDir(m_folder.blobs())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const auto digest = CacheFolder::digestOf(name);
        const QString relative = QLatin1String("blobs/sha256/") + name;
        const auto size = CacheFolder::regularSize(m_folder.path(relative));
        if (!digest) {
            find({Kind::BlobMisnamed,
                  relative,
                  {},
                  size.value_or(0),
                  {},
                  QStringLiteral("its name is no digest")});
        } else if (!m_needs.contains(*digest) && !size) {
            find({Kind::BlobDamaged, relative, digest, 0, {}, QStringLiteral("it is no regular file")});
        } else if (!m_needs.contains(*digest)) {
            m_audit.blobs.append({*digest, *size, changeTime(m_folder.path(relative))});
            if (!kept.contains(*digest))
                find({Kind::BlobSurplus, relative, digest, *size, {}, QStringLiteral("no image names it")});
        }
    }
}

QList<ImageName> Auditor::namesOf(const QList<qsizetype> &images) const
{
    QList<ImageName> names;
    for (const qsizetype image : images)
        names.append(m_audit.images[image].name);
    return names;
}

void Auditor::find(AuditFinding finding)
{
    m_audit.findings.append(std::move(finding));
}

} // namespace dip
