#pragma once

#include <functional>

#include "core/cache/cache.h"
#include "core/image/manifest.h"

namespace dip {

class ProgressSink;

/// An image with everything below it: what must be in a cache or registry for it to be whole.
struct ImageTree
{
    Manifest root;
    QList<Manifest> children; ///< of an index, deepest first; empty for a single image
    QStringList platforms;    ///< of the images in it, where known

    /// Configs and layers of all images, each digest once, in order.
    [[nodiscard]] QList<Descriptor> blobs() const;
    /// What cleaning must keep for it: all of blobs(), and the children.
    [[nodiscard]] QList<Digest> digests() const;
    /// Bytes of blobs().
    [[nodiscard]] qint64 size() const;
    /// Sets the platforms: those that an index names, or what the config of the single image says (empty
    /// where it does not).
    void findPlatforms(const std::function<QString(const Manifest &)> &configPlatform);
    /// The same, the config being in the cache.
    void findPlatforms(const Cache &cache);
    /// The entry that a cache keeps of it, all of it being there; for an index the config is that of the host
    /// platform's image.
    [[nodiscard]] CachedImage entry(const ImageName &name) const;
};

/// What a single image's config says that it is made for; empty where it does not, as those of helm charts.
[[nodiscard]] QString configPlatform(const Cache &cache, const Manifest &manifest);

/// Reads an image's tree from the cache. An index whose children are only partly there is reduced to those
/// that are, with a notice. NotInCache, CacheDamaged, ManifestInvalid.
[[nodiscard]] Result<ImageTree> loadImageTree(const Cache &cache, const CachedImage &image,
                                              ProgressSink &progress);

/// The same by name, and in one with a lease on all of it, so that no cleaning of another process comes in
/// between. NotInCache where one has come before.
struct LeasedImage
{
    CachedImage image;
    ImageTree tree;
};
[[nodiscard]] Result<LeasedImage> loadLeased(const Cache &cache, Cache::Lease &lease, const ImageName &name,
                                             ProgressSink &progress);

/// The image of that name; a name with a digest also finds an image of that repository by its manifest.
[[nodiscard]] Result<CachedImage> findImage(const Cache &cache, const ImageName &name);

} // namespace dip
