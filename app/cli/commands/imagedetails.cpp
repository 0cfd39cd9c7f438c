#include "app/cli/commands/imagedetails.h"

#include <QJsonArray>

#include <algorithm>

namespace dip::cli {

namespace {

constexpr qint64 largestConfig = 8 * 1024 * 1024;

/// The steps that made a layer, in order; the others made none.
QStringList layerSteps(const ImageConfig &config)
{
    QStringList steps;
    for (const HistoryEntry &entry : config.history) {
        if (!entry.emptyLayer)
            steps.append(entry.createdBy.simplified());
    }
    return steps;
}

void addConfig(PlatformDetails &details, const ImageConfig &config)
{
    if (!config.platform.isEmpty())
        details.platform = config.platform.toString();
    details.created = config.created;
    const QStringList steps = layerSteps(config);
    for (qsizetype i = 0; i < details.layers.size(); ++i)
        details.layers[i].createdBy = steps.value(i);
}

PlatformDetails platformOf(const Cache &cache, const Manifest &manifest)
{
    PlatformDetails details;
    details.digest = manifest.digest().toString();
    details.mediaType = manifest.mediaType();
    details.configDigest = manifest.config().digest.toString();
    for (const Descriptor &layer : manifest.layers()) {
        const bool present = !layer.isDistributable() || cache.hasBlob(layer.digest, layer.size);
        details.layers.append({layer.digest.toString(), layer.size, layer.mediaType, {}, present});
    }
    const auto bytes = cache.readBlob(manifest.config().digest, largestConfig);
    details.present = bytes.has_value();
    if (bytes) {
        if (const auto config = ImageConfig::parse(*bytes))
            addConfig(details, *config);
    }
    return details;
}

/// Images below an index; an index inside an index is followed too.
void addChildren(const Cache &cache, const Manifest &index, QList<PlatformDetails> &platforms, int depth)
{
    constexpr int deepest = 4;
    for (const Descriptor &child : index.children()) {
        const auto manifest = cache.childManifest(child);
        if (manifest && manifest->isIndex()) {
            if (depth < deepest)
                addChildren(cache, *manifest, platforms, depth + 1);
            continue;
        }
        PlatformDetails details;
        if (manifest) {
            details = platformOf(cache, *manifest);
        } else {
            details.digest = child.digest.toString();
            details.mediaType = child.mediaType;
            details.present = false;
        }
        if (child.platform)
            details.platform = child.platform->toString();
        platforms.append(details);
    }
}

/// Of a layer that is not compressed the bytes are the content.
QString digestOf(const ArchivedLayer &layer)
{
    if (layer.digest)
        return layer.digest->toString();
    const bool isPlain = layer.compression == mediatype::Compression::None;
    return isPlain && layer.diffId ? layer.diffId->toString() : QString();
}

QJsonArray layersJson(const QList<LayerDetails> &layers)
{
    QJsonArray array;
    for (const LayerDetails &layer : layers) {
        array.append(QJsonObject{{QStringLiteral("digest"), layer.digest},
                                 {QStringLiteral("size"), layer.size},
                                 {QStringLiteral("media_type"), layer.mediaType},
                                 {QStringLiteral("created_by"), layer.createdBy},
                                 {QStringLiteral("present"), layer.present}});
    }
    return array;
}

QJsonValue dateJson(const QDateTime &date)
{
    return date.isValid() ? QJsonValue(date.toUTC().toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonArray copiesJson(const QList<ImageCopy> &copies)
{
    QJsonArray array;
    for (const ImageCopy &copy : copies) {
        array.append(QJsonObject{{QStringLiteral("registry"), copy.registry},
                                 {QStringLiteral("name"), copy.name.toString()},
                                 {QStringLiteral("digest"), copy.digest.toString()},
                                 {QStringLiteral("when"), dateJson(copy.when)}});
    }
    return array;
}

} // namespace

qint64 PlatformDetails::size() const
{
    qint64 sum = 0;
    for (const LayerDetails &layer : layers)
        sum += layer.size;
    return sum;
}

bool PlatformDetails::isWhole() const
{
    return present && std::ranges::all_of(layers, &LayerDetails::present);
}

QStringList ImageDetails::presentPlatforms() const
{
    QStringList present;
    for (const PlatformDetails &platform : platforms) {
        const auto parsed = Platform::parse(platform.platform);
        const bool isMachine = !parsed || parsed->isMachine();
        const bool isNews = !platform.platform.isEmpty() && !present.contains(platform.platform);
        if (platform.present && isMachine && isNews)
            present.append(platform.platform);
    }
    return present;
}

bool ImageDetails::isWhole() const
{
    return std::ranges::all_of(platforms, &PlatformDetails::isWhole);
}

Result<ImageDetails> detailsOf(const Cache &cache, const CachedImage &image)
{
    auto manifest = cache.manifest(image);
    if (!manifest)
        return failure(manifest);
    ImageDetails details{{image.name.toString()},
                         manifest->digest().toString(),
                         manifest->mediaType(),
                         image.totalSize(),
                         {},
                         image.source,
                         image.added,
                         image.lastUsed,
                         image.copies};
    if (manifest->isIndex())
        addChildren(cache, *manifest, details.platforms, 0);
    else
        details.platforms.append(platformOf(cache, *manifest));
    return details;
}

ImageDetails detailsOf(const ArchivedImage &image)
{
    ImageDetails details;
    for (const QualifiedName &name : image.names)
        details.names.append(name.host.isEmpty() ? name.name.toString()
                                                 : name.host + u'/' + name.name.toString());
    details.size = image.totalSize();
    if (image.index) {
        details.digest = image.index->digest().toString();
        details.mediaType = image.index->mediaType();
    }
    for (const ArchivedManifest &manifest : image.platforms) {
        PlatformDetails platform;
        if (manifest.manifest) {
            platform.digest = manifest.manifest->digest().toString();
            platform.mediaType = manifest.manifest->mediaType();
        }
        platform.configDigest = manifest.configDigest.toString();
        for (const ArchivedLayer &layer : manifest.layers)
            platform.layers.append({digestOf(layer), layer.region.size, layer.mediaType, {}, true});
        addConfig(platform, manifest.config);
        details.platforms.append(platform);
    }
    if (!image.index && !details.platforms.isEmpty()) {
        details.digest = details.platforms.first().digest;
        details.mediaType = details.platforms.first().mediaType;
    }
    for (const Descriptor &absent : image.absent) {
        PlatformDetails platform;
        platform.platform = absent.platform ? absent.platform->toString() : QString();
        platform.digest = absent.digest.toString();
        platform.mediaType = absent.mediaType;
        platform.present = false;
        details.platforms.append(platform);
    }
    return details;
}

QJsonObject detailsJson(const ImageDetails &image)
{
    QJsonArray platforms;
    for (const PlatformDetails &platform : image.platforms) {
        platforms.append(QJsonObject{{QStringLiteral("platform"), platform.platform},
                                     {QStringLiteral("digest"), platform.digest},
                                     {QStringLiteral("media_type"), platform.mediaType},
                                     {QStringLiteral("config_digest"), platform.configDigest},
                                     {QStringLiteral("created"), dateJson(platform.created)},
                                     {QStringLiteral("size"), platform.size()},
                                     {QStringLiteral("present"), platform.present},
                                     {QStringLiteral("layers"), layersJson(platform.layers)}});
    }
    return {{QStringLiteral("names"), QJsonArray::fromStringList(image.names)},
            {QStringLiteral("digest"), image.digest},
            {QStringLiteral("media_type"), image.mediaType},
            {QStringLiteral("size"), image.size},
            {QStringLiteral("complete"), image.isWhole()},
            {QStringLiteral("source"), image.source},
            {QStringLiteral("added"), dateJson(image.added)},
            {QStringLiteral("last_used"), dateJson(image.lastUsed)},
            {QStringLiteral("copies"), copiesJson(image.copies)},
            {QStringLiteral("platforms"), platforms}};
}

QString dateText(const QDateTime &date)
{
    return date.isValid() ? date.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                          : QStringLiteral("-");
}

} // namespace dip::cli
