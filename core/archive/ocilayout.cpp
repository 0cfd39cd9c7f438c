#include "core/archive/ocilayout.h"

#include "core/archive/archivednames.h"
#include "core/archive/imagelist.h"
#include "core/archive/layers.h"

#include <algorithm>

namespace dip {

namespace {

class OciReader final
{
public:
    OciReader(const ArchiveSource &source, QStringList &remarks) : m_source(source), m_remarks(remarks) {}

    Result<QList<ArchivedImage>> readAll();

private:
    Result<Manifest> readTopIndex();
    Descriptor originalOf(const Descriptor &root) const;
    Result<ArchivedImage> readImage(const Descriptor &root);
    Result<ArchivedImage> readIndex(Manifest index, int depth);
    Result<void> addChild(ArchivedImage &image, const Descriptor &child, int depth);
    Result<ArchivedImage> readChild(const Descriptor &child, int depth);
    Result<ArchivedManifest> readPlatform(Manifest manifest);
    Result<QList<ArchivedLayer>> readLayers(const Manifest &manifest, const ImageConfig &config);
    Result<Manifest> readManifest(const Descriptor &descriptor);
    Result<QByteArray> readBlob(const Descriptor &descriptor, qint64 limit);
    Result<FileRegion> findBlob(const Descriptor &descriptor);

    template<typename T>
    std::unexpected<Error> about(const Descriptor &descriptor, const Result<T> &result) const
    {
        return fail(result.error().code,
                    descriptor.digest.toString() + QStringLiteral(": ") + result.error().detail,
                    m_source.label());
    }

    const ArchiveSource &m_source;
    QStringList &m_remarks;
};

constexpr int deepestIndex = 4;

bool isKnownType(const QString &mediaType)
{
    return mediaType.isEmpty() || mediatype::isIndex(mediaType) || mediatype::isImageManifest(mediaType);
}

QString shown(const Descriptor &descriptor)
{
    const QString platform = descriptor.platform ? descriptor.platform->toString() : QString();
    return platform.isEmpty() ? descriptor.digest.toString() : platform;
}

/// Attestations that BuildKit puts beside the platforms of an index.
bool isAttestation(const Descriptor &descriptor)
{
    return descriptor.platform && !descriptor.platform->isMachine();
}

Result<QList<ArchivedImage>> OciReader::readAll()
{
    auto top = readTopIndex();
    if (!top)
        return failure(top);
    ImageList images;
    for (const Descriptor &root : top->children()) {
        if (!isKnownType(root.mediaType)) {
            m_remarks.append(QStringLiteral("passed over in index.json: %1").arg(root.mediaType.left(100)));
            continue;
        }
        auto image = readImage(originalOf(root));
        if (!image)
            return failure(image);
        if (auto name = nameFromAnnotations(root.annotations, m_remarks))
            image->names.append(std::move(*name));
        images.add(std::move(*image));
    }
    images.dropLoneChildren();
    if (images.isEmpty())
        return fail(ErrorCode::ArchiveNotImage, QStringLiteral("index.json lists no image"),
                    m_source.label());
    return images.take();
}

Result<Manifest> OciReader::readTopIndex()
{
    auto bytes = m_source.read(u"index.json", Manifest::maxSize);
    if (!bytes)
        return failure(bytes);
    auto top = Manifest::parse(*bytes, QString(mediatype::ociIndex));
    if (!top || !top->isIndex())
        return fail(ErrorCode::ArchiveNotImage,
                    QStringLiteral("index.json is no OCI index: ") + (top ? QString() : top.error().detail),
                    m_source.label());
    return top;
}

Descriptor OciReader::originalOf(const Descriptor &root) const
{
    const auto digest = Digest::parse(root.annotations.value(originalManifestAnnotation));
    const auto region = digest ? m_source.find(QString(u"blobs/sha256/" % digest->hex()))
                               : Result<FileRegion>(std::unexpected(digest.error()));
    return region ? Descriptor{{}, *digest, region->size, {}, root.annotations, {}} : root;
}

Result<ArchivedImage> OciReader::readImage(const Descriptor &root)
{
    auto manifest = readManifest(root);
    if (!manifest)
        return failure(manifest);
    if (manifest->isIndex())
        return readIndex(std::move(*manifest), 1);
    auto platform = readPlatform(std::move(*manifest));
    if (!platform)
        return failure(platform);
    return ArchivedImage{{}, {}, {std::move(*platform)}, {}};
}

Result<ArchivedImage> OciReader::readIndex(Manifest index, int depth)
{
    ArchivedImage image;
    bool anyPlatform = false;
    for (const Descriptor &child : index.children()) {
        const qsizetype before = image.platforms.size();
        if (auto added = addChild(image, child, depth); !added)
            return failure(added);
        anyPlatform |= image.platforms.size() > before && !isAttestation(child);
    }
    if (!anyPlatform)
        return fail(ErrorCode::ArchiveIncomplete,
                    QStringLiteral("of the index %1 no platform is wholly in the archive")
                        .arg(index.digest().toString()),
                    m_source.label());
    image.index = std::move(index);
    return image;
}

Result<void> OciReader::addChild(ArchivedImage &image, const Descriptor &child, int depth)
{
    auto read = readChild(child, depth);
    if (read) {
        image.platforms.append(std::move(read->platforms));
        image.inner.append(std::move(read->inner));
        if (read->index)
            image.inner.append(std::move(*read->index));
        return {};
    }
    if (read.error().code != ErrorCode::ArchiveIncomplete)
        return failure(read);
    image.absent.append(child);
    m_remarks.append(QStringLiteral("not in the archive: %1 (%2)").arg(shown(child), read.error().detail));
    return {};
}

/// An image for one platform, or an index of such, which is of use only where it is whole.
Result<ArchivedImage> OciReader::readChild(const Descriptor &child, int depth)
{
    auto manifest = readManifest(child);
    if (!manifest)
        return failure(manifest);
    if (!manifest->isIndex()) {
        auto platform = readPlatform(std::move(*manifest));
        if (!platform)
            return failure(platform);
        return ArchivedImage{{}, {}, {std::move(*platform)}, {}};
    }
    if (depth > deepestIndex)
        return fail(ErrorCode::ManifestInvalid, QStringLiteral("indexes are nested too deeply"),
                    m_source.label());
    auto inner = readIndex(std::move(*manifest), depth + 1);
    if (inner && !inner->absent.isEmpty())
        return fail(ErrorCode::ArchiveIncomplete, QStringLiteral("an index inside the index is not whole"),
                    m_source.label());
    return inner;
}

Result<ArchivedManifest> OciReader::readPlatform(Manifest manifest)
{
    const Descriptor &descriptor = manifest.config();
    auto region = findBlob(descriptor);
    if (!region)
        return failure(region);
    auto bytes = readBlob(descriptor, maxConfigSize);
    if (!bytes)
        return failure(bytes);
    const bool isImage =
        descriptor.mediaType == mediatype::ociConfig || descriptor.mediaType == mediatype::dockerConfig;
    auto config = ImageConfig::parse(*bytes);
    if (!config && isImage)
        return about(descriptor, config);
    const ImageConfig known =
        config ? std::move(*config) : ImageConfig(); // other artifacts' configs may be anything
    if (isImage && manifest.layers().size() < known.diffIds.size())
        return fail(ErrorCode::ManifestInvalid,
                    QStringLiteral("the config of %1 names %2 layers, the manifest only %3")
                        .arg(manifest.digest().toString())
                        .arg(known.diffIds.size())
                        .arg(manifest.layers().size()),
                    m_source.label());
    auto layers = readLayers(manifest, known);
    if (!layers)
        return failure(layers);
    const Digest digest = descriptor.digest;
    return ArchivedManifest{std::move(manifest), std::move(*bytes), digest, known,
                            std::move(*layers),  std::move(*region)};
}

Result<QList<ArchivedLayer>> OciReader::readLayers(const Manifest &manifest, const ImageConfig &config)
{
    QList<ArchivedLayer> layers;
    for (qsizetype i = 0; i < manifest.layers().size(); ++i) {
        const Descriptor &descriptor = manifest.layers().at(i);
        if (!descriptor.isDistributable())
            continue;
        auto region = findBlob(descriptor);
        if (!region)
            return failure(region);
        auto compression = sniffRegion(*region);
        if (!compression)
            return about(descriptor, compression);
        layers.append(
            {std::move(*region), descriptor.digest, diffIdOf(config, i), descriptor.mediaType, *compression});
    }
    return layers;
}

Result<Manifest> OciReader::readManifest(const Descriptor &descriptor)
{
    auto bytes = readBlob(descriptor, Manifest::maxSize);
    if (!bytes)
        return failure(bytes);
    auto manifest = Manifest::parse(*bytes, descriptor.mediaType);
    if (!manifest)
        return about(descriptor, manifest);
    return manifest;
}

/// Manifests and configs are checked here; layers are by whoever reads them.
Result<QByteArray> OciReader::readBlob(const Descriptor &descriptor, qint64 limit)
{
    if (descriptor.size > limit)
        return fail(ErrorCode::ManifestTooLarge,
                    QStringLiteral("%1 has %2 bytes, at most %3 are taken")
                        .arg(descriptor.digest.toString())
                        .arg(descriptor.size)
                        .arg(limit),
                    m_source.label());
    auto region = findBlob(descriptor);
    if (!region)
        return failure(region);
    auto bytes = readSmall(*region, limit);
    if (!bytes)
        return about(descriptor, bytes);
    if (Digest::of(*bytes) != descriptor.digest)
        return fail(ErrorCode::DigestMismatch,
                    QStringLiteral("the blob %1 has other content").arg(descriptor.digest.toString()),
                    m_source.label());
    return bytes;
}

Result<FileRegion> OciReader::findBlob(const Descriptor &descriptor)
{
    auto region = m_source.find(QString(u"blobs/sha256/" % descriptor.digest.hex()));
    if (region && region->size != descriptor.size)
        return fail(ErrorCode::SizeMismatch,
                    QStringLiteral("the blob %1 has %2 bytes, its descriptor says %3")
                        .arg(descriptor.digest.toString())
                        .arg(region->size)
                        .arg(descriptor.size),
                    m_source.label());
    return region;
}

} // namespace

Result<QList<ArchivedImage>> readOciLayout(const ArchiveSource &source, QStringList &remarks)
{
    return OciReader(source, remarks).readAll();
}

} // namespace dip
