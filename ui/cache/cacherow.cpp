#include "ui/cache/cacherow.h"

#include <QtConcurrentMap>

#include "core/image/imageconfig.h"

namespace dip::ui {

namespace {

constexpr qint64 largestConfig = 4 * 1024 * 1024;

/// "linux" goes without saying.
QString shortName(const Platform &platform)
{
    const QString text = platform.toString();
    return text.startsWith(QLatin1String("linux/")) ? text.sliced(6) : text;
}

bool isComplete(const Cache &cache, const CachedImage &image)
{
    return std::ranges::all_of(
        image.blobs, [&cache](const CachedBlob &blob) { return cache.hasBlob(blob.digest, blob.size); });
}

QHash<Digest, int> countUses(const QList<CachedImage> &images)
{
    QHash<Digest, int> uses;
    for (const CachedImage &image : images) {
        QSet<Digest> own;
        for (const CachedBlob &blob : image.blobs) {
            if (!own.contains(blob.digest)) {
                own.insert(blob.digest);
                ++uses[blob.digest];
            }
        }
    }
    return uses;
}

} // namespace

QStringList platformsOf(const Cache &cache, const Manifest &manifest)
{
    QStringList platforms;
    if (manifest.isIndex()) {
        for (const Descriptor &child : manifest.children()) {
            if (child.platform && child.platform->architecture != QLatin1String("unknown"))
                platforms.append(shortName(*child.platform));
        }
        return platforms;
    }
    const auto bytes = cache.readBlob(manifest.config().digest, largestConfig);
    const auto config = bytes ? ImageConfig::parse(*bytes) : std::unexpected(bytes.error());
    if (config && !config->platform.isEmpty())
        platforms.append(shortName(config->platform));
    return platforms;
}

namespace {

CacheRow rowOf(const Cache &cache, const CachedImage &image, const QHash<Digest, int> &uses)
{
    CacheRow row{.image = image, .platforms = {}, .size = image.totalSize()};
    for (const CachedBlob &blob : image.blobs) {
        if (uses.value(blob.digest) == 1)
            row.unique += blob.size;
    }
    row.complete = isComplete(cache, image);
    if (const auto manifest = cache.manifest(image))
        row.platforms = platformsOf(cache, *manifest);
    else
        row.complete = false;
    return row;
}

} // namespace

Result<QList<CacheRow>> readCacheRows(const Cache &cache)
{
    const auto images = cache.images();
    if (!images)
        return std::unexpected(images.error());
    const QHash<Digest, int> uses = countUses(*images);
    return QtConcurrent::blockingMapped<QList<CacheRow>>(
        *images, [&](const CachedImage &image) { return rowOf(cache, image, uses); });
}

} // namespace dip::ui
