#include "ui/cache/cacherow.h"

#include "core/cache/trash.h"
#include "core/transfer/imagesummary.h"

namespace dip::ui {

namespace {

/// "linux" goes without saying.
QString shortName(const QString &platform)
{
    return platform.startsWith(QLatin1String("linux/")) ? platform.sliced(6) : platform;
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

QStringList architecturesOf(const QList<CacheRow> &rows)
{
    QStringList all;
    for (const CacheRow &row : rows) {
        for (const QString &platform : row.platforms) {
            const bool hasSystem = platform.startsWith(QLatin1String("windows/"));
            const QString architecture = platform.section(u'/', hasSystem ? 1 : 0, hasSystem ? 1 : 0);
            if (!all.contains(architecture))
                all.append(architecture);
        }
    }
    all.sort();
    return all;
}

qint64 uniqueBytes(const CachedImage &image, const QHash<Digest, int> &uses)
{
    qint64 bytes = 0;
    for (const CachedBlob &blob : image.blobs)
        bytes += uses.value(blob.digest) == 1 ? blob.size : 0;
    return bytes;
}

qint64 sizeOfAll(const QList<CachedImage> &images)
{
    QSet<Digest> seen;
    qint64 bytes = 0;
    for (const CachedImage &image : images) {
        for (const CachedBlob &blob : image.blobs) {
            if (seen.contains(blob.digest))
                continue;
            seen.insert(blob.digest);
            bytes += blob.size;
        }
    }
    return bytes;
}

} // namespace

Result<CacheReading> readCache(const Cache &cache)
{
    const auto images = cache.images();
    if (!images)
        return std::unexpected(images.error());
    const QHash<Digest, int> uses = countUses(*images);
    const std::vector<ImageSummary> summaries = summarise(cache, *images);
    CacheReading reading{.rows = {}, .bytes = sizeOfAll(*images)};
    reading.rows.reserve(images->size());
    for (qsizetype i = 0; i < images->size(); ++i) {
        const CachedImage &image = images->at(i);
        const ImageSummary &summary = summaries[size_t(i)];
        CacheRow row{.image = image, .platforms = {}, .size = image.totalSize()};
        row.unique = uniqueBytes(image, uses);
        row.shared = row.size - row.unique;
        row.complete = summary.isWhole;
        for (const QString &platform : summary.platforms)
            row.platforms.append(shortName(platform));
        reading.rows.append(std::move(row));
    }
    reading.architectures = architecturesOf(reading.rows);
    reading.isExact = Trash(cache).isEmpty();
    return reading;
}

} // namespace dip::ui
