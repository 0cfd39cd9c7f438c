#include "core/cache/cachefolder.h"

#include "core/base/files.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace dip {

namespace {

/// It would lead our hands out of the cache.
std::unexpected<Error> linkedFolder(const QString &path)
{
    return fail(ErrorCode::CacheDamaged, QStringLiteral("a folder of the cache is a symbolic link"), path);
}

} // namespace

QString CacheFolder::blobPath(const Digest &digest)
{
    return QLatin1String("blobs/sha256/") + digest.hex();
}

std::optional<Digest> CacheFolder::digestOf(const QString &fileName)
{
    auto digest = Digest::parse(QString(QLatin1String("sha256:") + fileName));
    return digest ? std::optional(*digest) : std::nullopt;
}

bool CacheFolder::isInside(QStringView relative)
{
    // A backslash leads upwards on Windows; no name of ours has one.
    if (relative.isEmpty() || relative.contains(u'\\') || relative.contains(QChar()))
        return false;
    const auto parts = relative.split(u'/');
    return std::ranges::none_of(
        parts, [](QStringView part) { return part.isEmpty() || part == u"." || part == u".."; });
}

bool CacheFolder::isManifestPath(QStringView relative)
{
    return isInside(relative) && relative.startsWith(u"manifests/");
}

bool CacheFolder::isFreeOfLinks(const QString &relative) const
{
    for (qsizetype slash = relative.indexOf(u'/');; slash = relative.indexOf(u'/', slash + 1)) {
        if (QFileInfo(path(QStringView(relative).first(slash < 0 ? relative.size() : slash))).isSymLink())
            return false;
        if (slash < 0)
            return true;
    }
}

std::optional<qint64> CacheFolder::regularSize(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink() || !info.isFile())
        return std::nullopt;
    return info.size();
}

Result<void> CacheFolder::makeFolders() const
{
    for (const char16_t *name : {u"uploads", u"trash"}) { // made by who needs them
        const QFileInfo info(path(name));
        if (info.isSymLink())
            return linkedFolder(info.filePath());
    }
    for (const char16_t *name : {u"manifests", u"blobs", u"blobs/sha256", u"partial", u"tmp", u"leases"}) {
        const QFileInfo info(path(name));
        if (info.isSymLink())
            return linkedFolder(info.filePath());
        if (info.isDir())
            continue;
        if (auto made = files::makeFolder(info.filePath()); !made)
            return made;
        if (auto synced = files::syncFolder(info.path()); !synced)
            return synced;
    }
    return {};
}

Result<CacheFolder::Lock> CacheFolder::lock() const
{
    std::unique_lock threads(m_mutex);
    auto processes = FileLock::acquire(path(u"index.lock"));
    if (!processes)
        return failure(processes);
    return Lock(std::move(threads), std::move(*processes));
}

} // namespace dip
