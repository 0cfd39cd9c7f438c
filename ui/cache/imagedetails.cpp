#include "ui/cache/imagedetails.h"

#include <QJsonDocument>

#include "core/image/imageconfig.h"

namespace dip::ui {

namespace {

constexpr qint64 largestConfig = 4 * 1024 * 1024;

/// docker writes "/bin/sh -c #(nop)  CMD …" and "|1 ARG=… /bin/sh -c …".
QString readable(QString line)
{
    line.replace(QLatin1String("/bin/sh -c #(nop) "), QString());
    line.replace(QLatin1String("/bin/sh -c "), QLatin1String("RUN "));
    return line.simplified();
}

/// The history's lines that made a layer, base first.
QStringList layerLines(const ImageConfig &config)
{
    QStringList lines;
    for (const HistoryEntry &entry : config.history) {
        if (!entry.emptyLayer)
            lines.append(readable(entry.createdBy));
    }
    return lines;
}

int otherUses(const QList<CachedImage> &images, const CachedImage &own, const Digest &digest)
{
    return int(std::ranges::count_if(images, [&](const CachedImage &image) {
        return image.name != own.name && std::ranges::any_of(image.blobs, [&](const CachedBlob &blob) {
                   return blob.digest == digest;
               });
    }));
}

Result<void> addImage(ImageDetails &details, const Cache &cache, const Manifest &manifest,
                      const QString &platform, const QList<CachedImage> &images)
{
    const auto bytes = cache.readBlob(manifest.config().digest, largestConfig);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto config = ImageConfig::parse(*bytes);
    if (!config)
        return std::unexpected(config.error());
    if (details.config.isEmpty()) {
        details.config = QString::fromUtf8(QJsonDocument::fromJson(*bytes).toJson());
        details.created = config->created;
    }
    ImageDetails::Part part{platform.isEmpty() ? config->platform.toString() : platform,
                            manifest.config().size};
    const QStringList lines = layerLines(*config);
    for (qsizetype i = 0; i < manifest.layers().size(); ++i) {
        const Descriptor &layer = manifest.layers()[i];
        part.size += layer.size;
        details.layers.append({layer.digest, layer.size, otherUses(images, details.image, layer.digest),
                               lines.value(i), platform});
    }
    details.parts.append(part);
    return {};
}

} // namespace

Result<ImageDetails> readImageDetails(const Cache &cache, const CachedImage &image)
{
    const auto manifest = cache.manifest(image);
    if (!manifest)
        return std::unexpected(manifest.error());
    const auto images = cache.images();
    if (!images)
        return std::unexpected(images.error());
    ImageDetails details{.image = image};
    details.digest = manifest->digest().toString();
    details.mediaType = manifest->mediaType();
    if (!manifest->isIndex()) {
        auto added = addImage(details, cache, *manifest, {}, *images);
        return added ? Result<ImageDetails>(details) : failure(added);
    }
    for (const Descriptor &child : manifest->children()) {
        const bool isImage = child.platform && child.platform->isMachine();
        const auto inner = isImage ? cache.childManifest(child) : fail(ErrorCode::NotInCache, {});
        if (inner && !inner->isIndex()) {
            if (auto added = addImage(details, cache, *inner, child.platform->toString(), *images); !added)
                return failure(added);
        }
    }
    return details;
}

} // namespace dip::ui
