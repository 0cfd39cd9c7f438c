#include "ui/cache/cacherow.h"

#include "core/cache/trash.h"
#include "core/transfer/imagesummary.h"

namespace dip::ui {

namespace {

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
            const QString architecture = platform.section(u'/', 1, 1);
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

} // namespace

Result<CacheReading> readCache(const Cache &cache)
{
    const auto images = cache.images();
    if (!images)
        return std::unexpected(images.error());
    const QHash<Digest, int> uses = countUses(*images);
    const std::vector<ImageSummary> summaries = summarise(cache, *images);
    CacheReading reading{.rows = {}, .bytes = sizeTogether(*images)};
    reading.rows.reserve(images->size());
    for (qsizetype i = 0; i < images->size(); ++i) {
        const CachedImage &image = images->at(i);
        const ImageSummary &summary = summaries[size_t(i)];
        CacheRow row{.image = image, .platforms = summary.platforms, .size = image.totalSize()};
        row.unique = uniqueBytes(image, uses);
        row.shared = row.size - row.unique;
        row.complete = summary.isWhole;
        reading.rows.append(std::move(row));
    }
    reading.architectures = architecturesOf(reading.rows);
    reading.isExact = Trash(cache).isEmpty();
    return reading;
}

} // namespace dip::ui
