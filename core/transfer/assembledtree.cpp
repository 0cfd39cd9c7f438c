#include "core/transfer/assembledtree.h"

#include <algorithm>

#include <QSet>

namespace dip {

namespace {

using mediatype::Compression;

/// What a docker-save layer's bytes truly are, in Docker's terms.
QString dockerLayerType(Compression compression)
{
    switch (compression) {
    case Compression::None:
        return mediatype::dockerLayer;
    case Compression::Gzip:
        return mediatype::dockerLayerGzip;
    case Compression::Zstd:
        return mediatype::ociLayerZstd;
    case Compression::Bzip2:
    case Compression::Xz:
        break;
    }
    return {};
}

/// Whether this child of an index is an image for some machine (and no attestation).
bool isForMachine(const Manifest &index, const Digest &child)
{
    return std::ranges::any_of(index.children(), [&](const Descriptor &descriptor) {
        return descriptor.digest == child && (!descriptor.platform || descriptor.platform->isMachine());
    });
}

Result<Manifest> manifestOf(const ArchivedManifest &image,
                            const std::function<Digest(const ArchivedLayer &)> &digestOf)
{
    if (image.manifest)
        return *image.manifest;
    QList<Descriptor> layers;
    for (const ArchivedLayer &layer : image.layers) {
        const QString type = dockerLayerType(layer.compression);
        if (type.isEmpty())
            return fail(ErrorCode::Unsupported,
                        QStringLiteral("a layer is packed by bzip2 or xz, which no registry knows"),
                        layer.region.file);
        layers.append({type, digestOf(layer), layer.region.size, {}, {}, {}});
    }
    return Manifest::makeDocker(
        {mediatype::dockerConfig, image.configDigest, image.configBytes.size(), {}, {}, {}}, layers);
}

/// Some platforms are not in the archive: the rest is one image, or an index of what is left.
Result<ImageTree> reducedTree(const Manifest &index, const QList<Manifest> &children)
{
    QSet<Digest> present;
    QList<Manifest> forMachines;
    for (const Manifest &manifest : children) {
        present.insert(manifest.digest());
        if (isForMachine(index, manifest.digest()))
            forMachines.append(manifest);
    }
    if (forMachines.size() == 1 && !forMachines.first().isIndex())
        return ImageTree{forMachines.first(), {}, {}};
    auto reduced = index.withOnly(present);
    if (!reduced)
        return failure(reduced);
    return ImageTree{std::move(*reduced), children, {}};
}

QString platformOf(const ArchivedImage &image, const Manifest &manifest)
{
    for (const ArchivedManifest &platform : image.platforms) {
        if (platform.configDigest == manifest.config().digest && !platform.config.platform.isEmpty())
            return platform.config.platform.toString();
    }
    return {};
}

} // namespace

Result<ImageTree> assembleTree(const ArchivedImage &image,
                               const std::function<Digest(const ArchivedLayer &)> &digestOf)
{
    QList<Manifest> manifests;
    for (const ArchivedManifest &platform : image.platforms) {
        auto manifest = manifestOf(platform, digestOf);
        if (!manifest)
            return failure(manifest);
        manifests.append(std::move(*manifest));
    }
    auto tree = !image.index ? Result<ImageTree>(ImageTree{manifests.first(), {}, {}})
                : image.absent.isEmpty()
                    ? Result<ImageTree>(ImageTree{*image.index, manifests + image.inner, {}})
                    : reducedTree(*image.index, manifests + image.inner);
    if (!tree)
        return tree;
    tree->findPlatforms([&image](const Manifest &manifest) { return platformOf(image, manifest); });
    return tree;
}

} // namespace dip
