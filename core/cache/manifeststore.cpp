#include "core/cache/manifeststore.h"

#include "core/base/files.h"
#include "core/base/log.h"
#include "core/cache/jsonreader.h"
#include "core/cache/manifestpath.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace dip {

namespace {

std::unexpected<Error> damaged(const QString &detail, const CachedImage &image)
{
    return fail(ErrorCode::CacheDamaged, detail, image.name.toString());
}

/// Whether another name in the folder differs from this one by case only, so that some systems take the two
/// for one.
bool hasLookalike(const QString &folder, const QString &name)
{
    const QStringList names =
        QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    return std::ranges::any_of(names, [&](const QString &other) {
        return other != name && other.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

Result<Manifest> ManifestStore::read(const CachedImage &image) const
{
    if (!CacheFolder::isManifestPath(image.manifestPath) || !m_folder.isFreeOfLinks(image.manifestPath))
        return damaged(QStringLiteral("the manifest's path leads out of the cache"), image);
    for (const QString &path : {image.manifestPath, manifestpath::pending(image.manifestPath)}) {
        if (!CacheFolder::regularSize(m_folder.path(path)))
            continue;
        const auto bytes = files::readAll(m_folder.path(path), Manifest::maxSize);
        if (!bytes && bytes.error().code != ErrorCode::FileMissing)
            return std::unexpected(bytes.error());
        if (bytes && (!image.manifestDigest || Digest::of(*bytes) == *image.manifestDigest))
            return Manifest::parse(*bytes);
    }
    return damaged(QStringLiteral("the manifest is missing or not what the index says"), image);
}

bool ManifestStore::has(const CachedImage &image) const
{
    return CacheFolder::isManifestPath(image.manifestPath) &&
           (CacheFolder::regularSize(m_folder.path(image.manifestPath)) ||
            CacheFolder::regularSize(m_folder.path(manifestpath::pending(image.manifestPath))));
}

// --- writing

bool ManifestStore::isFree(const IndexDocument &index, const QString &path) const
{
    QString folder = m_folder.manifests();
    const QStringList parts = path.split(u'/').sliced(1);
    for (const QString &part : parts) {
        if (hasLookalike(folder, part))
            return false;
        folder += u'/' + part;
        const QFileInfo info(folder);
        if (info.isSymLink())
            return false;
        if (&part != &parts.last() && info.exists() && !info.isDir())
            return false;
    }
    const QFileInfo info(m_folder.path(path));
    return !info.exists() || (info.isFile() && !isNamed(index, path));
}

Result<QString> ManifestStore::choosePath(const IndexDocument &index, const QString &ownPath,
                                          const ImageName &name) const
{
    const QString plain = manifestpath::plain(name);
    for (const QString &path : {plain, manifestpath::escaped(name)}) {
        if (path == plain && !manifestpath::isPortable(plain))
            continue;
        const bool ours = path == ownPath && m_folder.isFreeOfLinks(path);
        if (ours || isFree(index, path))
            return path;
    }
    return fail(ErrorCode::CacheDamaged, QStringLiteral("something else is where the manifest belongs"),
                m_folder.path(plain));
}

Result<void> ManifestStore::makeFolderOf(const QString &path) const
{
    const QString folder = QFileInfo(m_folder.path(path)).path();
    QString lowest = folder; // that is there already
    while (!QFileInfo(lowest).isDir())
        lowest = QFileInfo(lowest).path();
    if (auto made = files::makeFolder(folder); !made)
        return made;
    for (QString above = folder; above != lowest;) {
        above = QFileInfo(above).path();
        if (auto synced = files::syncFolder(above); !synced)
            return synced;
    }
    return {};
}

Result<void> ManifestStore::write(const CacheFolder::Lock &lock, const IndexDocument &index,
                                  const CachedImage *earlier, CachedImage &image, const Manifest &manifest)
{
    if (auto begun = m_session.begin(lock); !begun)
        return begun;
    auto path = choosePath(index, earlier ? earlier->manifestPath : QString(), image.name);
    if (!path)
        return failure(path);
    image.manifestPath = *path;
    if (auto made = makeFolderOf(*path); !made)
        return made;
    const bool inPlace = earlier && earlier->manifestPath == *path;
    return m_session.putFile(m_folder.path(inPlace ? manifestpath::pending(*path) : *path), manifest.bytes());
}

Result<void> ManifestStore::putBack(const CacheFolder::Lock &lock, const CachedImage &image,
                                    const Manifest &manifest)
{
    if (auto begun = m_session.begin(lock); !begun)
        return begun;
    const QString path = m_folder.path(image.manifestPath);
    if (QFileInfo(path).isSymLink())
        QFile::remove(path);
    if (!m_folder.isFreeOfLinks(image.manifestPath) || QFileInfo(path).isDir())
        return damaged(QStringLiteral("something else is where the manifest belongs"), image);
    if (auto made = makeFolderOf(image.manifestPath); !made)
        return made;
    return m_session.putFile(path, manifest.bytes());
}

void ManifestStore::settle(const CacheFolder::Lock &, const IndexDocument &index, const CachedImage *earlier,
                           const CachedImage &image) const
{
    if (!earlier)
        return;
    if (earlier->manifestPath == image.manifestPath) {
        const QString path = m_folder.path(image.manifestPath);
        // Where this fails, read() goes on finding it beside.
        if (const auto renamed = files::replace(manifestpath::pending(path), path); !renamed)
            qCWarning(logCache) << "a manifest stays beside its place:" << renamed.error().detail;
        return;
    }
    if (isNamed(index, earlier->manifestPath) || !m_folder.isFreeOfLinks(earlier->manifestPath))
        return;
    QFile::remove(m_folder.path(earlier->manifestPath));
    removeEmptyFolders(m_folder, earlier->manifestPath);
}

Result<QString> ManifestStore::findPlace(const CacheFolder::Lock &, const IndexDocument &index,
                                         const CachedImage &image) const
{
    const bool asBefore =
        CacheFolder::isManifestPath(image.manifestPath) && isFree(index, image.manifestPath);
    auto path = asBefore ? Result<QString>(image.manifestPath) : choosePath(index, {}, image.name);
    if (!path)
        return path;
    if (auto made = makeFolderOf(*path); !made)
        return failure(made);
    return path;
}

// --- all files

bool ManifestStore::isNamed(const IndexDocument &index, const QString &path)
{
    return index.bytes().contains(JsonReader::quoted(path));
}

QStringList ManifestStore::files(const CacheFolder &folder)
{
    QStringList paths;
    QDirIterator all(folder.manifests(), QDir::Files | QDir::Hidden | QDir::System,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        paths.append(all.next().sliced(folder.root().size() + 1));
    paths.sort();
    return paths;
}

void ManifestStore::removeEmptyFolders(const CacheFolder &folder, const QString &manifestPath)
{
    QString above = manifestPath.section(u'/', 0, -2);
    while (above.contains(u'/') && QDir().rmdir(folder.path(above)))
        above = above.section(u'/', 0, -2);
}

} // namespace dip
