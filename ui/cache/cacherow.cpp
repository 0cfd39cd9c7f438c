#include "ui/cache/cacherow.h"

#include "core/transfer/imagesummary.h"

namespace dip::ui {

namespace {

/// "linux" goes without saying.
QString shortName(const QString &text)
{
    return text.startsWith(QLatin1String("linux/")) ? text.sliced(6) : text;
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

Result<QList<CacheRow>> readCacheRows(const Cache &cache)
{
    const auto images = cache.images();
    if (!images)
        return std::unexpected(images.error());
    const QHash<Digest, int> uses = countUses(*images);
    const std::vector<ImageSummary> summaries = summarise(cache, *images);
    QList<CacheRow> rows;
    rows.reserve(images->size());
    for (size_t i = 0; i < summaries.size(); ++i) {
        const CachedImage &image = images->at(qsizetype(i));
        CacheRow row{.image = image, .platforms = {}, .size = image.totalSize()};
        for (const CachedBlob &blob : image.blobs) {
            if (uses.value(blob.digest) == 1)
                row.unique += blob.size;
        }
        row.complete = summaries[i].isWhole;
        for (const QString &platform : summaries[i].platforms)
            row.platforms.append(shortName(platform));
        rows.append(std::move(row));
    }
    return rows;
}

} // namespace dip::ui
