#include "core/archive/imagelist.h"

#include "core/archive/archivednames.h"

#include <algorithm>

namespace dip {

namespace {

/// The digest that pushing the image would give it; docker save has none yet.
std::optional<Digest> rootDigest(const ArchivedImage &image)
{
    if (image.index)
        return image.index->digest();
    const std::optional<Manifest> &manifest = image.platforms.first().manifest;
    return manifest ? std::optional(manifest->digest()) : std::nullopt;
}

bool hasPlatform(const ArchivedImage &image, const ArchivedManifest &wanted)
{
    return std::ranges::any_of(image.platforms,
                               [&](const ArchivedManifest &platform) { return maybeSame(platform, wanted); });
}

bool haveSameContent(const ArchivedImage &a, const ArchivedImage &b)
{
    const auto rootA = rootDigest(a);
    const auto rootB = rootDigest(b);
    if (rootA && rootB)
        return *rootA == *rootB;
    // The config names the layers' content (diff_ids), so it stands for the whole of a docker-save image.
    return rootB ? hasPlatform(b, a.platforms.first()) : hasPlatform(a, b.platforms.first());
}

bool isLoneChild(const ArchivedImage &image, const ArchivedImage &parent)
{
    const auto root = rootDigest(image);
    return !image.index && root && parent.index && containsNames(parent.names, image.names) &&
           std::ranges::any_of(parent.platforms, [&](const ArchivedManifest &platform) {
               return platform.manifest && platform.manifest->digest() == *root;
           });
}

} // namespace

bool maybeSame(const ArchivedManifest &a, const ArchivedManifest &b)
{
    if (a.configDigest != b.configDigest)
        return false;
    if (a.layers.size() != b.layers.size())
        return true; // layers that are elsewhere are left out of some lists
    return std::ranges::equal(a.layers, b.layers, [](const ArchivedLayer &x, const ArchivedLayer &y) {
        return !x.digest || !y.digest || *x.digest == *y.digest;
    });
}

void ImageList::add(ArchivedImage image)
{
    const auto known = std::ranges::find_if(
        m_images, [&](const ArchivedImage &other) { return haveSameContent(other, image); });
    if (known == m_images.end()) {
        m_images.append(std::move(image));
        return;
    }
    const bool isBetter =
        !rootDigest(*known) && rootDigest(image); // exact manifests are worth more than none
    QList<QualifiedName> names = known->names;
    mergeNames(names, image.names);
    if (isBetter)
        *known = std::move(image);
    known->names = std::move(names);
}

void ImageList::dropLoneChildren()
{
    const QList<ArchivedImage> all = m_images;
    m_images.removeIf([&](const ArchivedImage &image) {
        return std::ranges::any_of(all,
                                   [&](const ArchivedImage &parent) { return isLoneChild(image, parent); });
    });
}

} // namespace dip
