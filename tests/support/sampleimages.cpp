#include "tests/support/sampleimages.h"

#include "core/image/mediatype.h"

#include <QRandomGenerator>

namespace dip::test {

namespace {

QByteArray randomBytes(quint32 seed, qsizetype size)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &c : bytes)
        c = char(random.bounded(256));
    return bytes;
}

Descriptor describe(QLatin1StringView mediaType, const QByteArray &bytes)
{
    return {mediaType, Digest::of(bytes), bytes.size(), {}, {}, {}};
}

} // namespace

SampleImage imageOfLayers(int seed, const QList<SampleLayer> &layers)
{
    QByteArray config =
        R"({"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]},"seed":)" +
        QByteArray::number(seed) + '}';
    QByteArrayList contents;
    QList<Descriptor> descriptors;
    for (const SampleLayer &layer : layers) {
        contents.append(randomBytes(quint32(layer.number), layer.size));
        descriptors.append(describe(mediatype::dockerLayerGzip, contents.last()));
    }
    Manifest manifest = Manifest::makeDocker(describe(mediatype::dockerConfig, config), descriptors);
    return {config, contents, std::move(manifest)};
}

SampleImage sampleImage(int seed, int layers, qsizetype layerSize)
{
    QList<SampleLayer> own;
    for (int i = 0; i < layers; ++i)
        own.append({seed * 1000 + i, layerSize});
    return imageOfLayers(seed, own);
}

CachedImage entryFor(const SampleImage &image, const QString &name)
{
    CachedImage entry{imageName(name), {}, image.manifest.config().digest, {}, {}, {}, {}, {}, {}};
    for (const Descriptor &blob : image.manifest.blobs())
        entry.blobs.append(CachedBlob::from(blob, blob.digest == image.manifest.config().digest));
    return entry;
}

Result<void> storeBlobs(Cache &cache, const SampleImage &image)
{
    for (const QByteArray &blob : QByteArrayList{image.config} + image.layers) {
        if (auto written = cache.writeBlob(blob); !written)
            return failure(written);
    }
    return {};
}

Result<void> store(Cache &cache, const SampleImage &image, const QString &name)
{
    const auto lease = cache.lease({});
    if (!lease)
        return std::unexpected(lease.error());
    if (auto stored = storeBlobs(cache, image); !stored)
        return stored;
    return cache.addImage(entryFor(image, name), image.manifest);
}

ImageName imageName(const QString &text)
{
    auto name = ImageName::parse(text);
    Q_ASSERT(name);
    return *name;
}

} // namespace dip::test
