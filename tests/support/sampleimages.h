#pragma once

#include "core/cache/cache.h"

namespace dip::test {

/// A made-up image: config, layers and the manifest that names them. The seed decides every byte.
struct SampleImage
{
    QByteArray config;
    QByteArrayList layers;
    Manifest manifest;
};

[[nodiscard]] SampleImage sampleImage(int seed, int layers = 2, qsizetype layerSize = 3000);

/// One of layers that others may have, too: the same number and size give the same layer.
struct SampleLayer
{
    int number = 0;
    qsizetype size = 3000;
};
[[nodiscard]] SampleImage imageOfLayers(int seed, const QList<SampleLayer> &layers);

/// The entry for it, as a transfer would hand it in.
[[nodiscard]] CachedImage entryFor(const SampleImage &image, const QString &name);

/// Writes the blobs alone.
[[nodiscard]] Result<void> storeBlobs(Cache &cache, const SampleImage &image);
/// Writes blobs and entry, with a lease as it should be.
[[nodiscard]] Result<void> store(Cache &cache, const SampleImage &image, const QString &name);

[[nodiscard]] ImageName imageName(const QString &text);

} // namespace dip::test
