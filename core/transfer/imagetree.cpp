#include "core/transfer/imagetree.h"

#include <algorithm>

#include <QSet>

#include "core/base/progress.h"
#include "core/cache/cache.h"
#include "core/image/imageconfig.h"

namespace dip {

namespace {

constexpr int deepestIndex = 4;
constexpr int mostAttempts = 5;
constexpr qint64 maxConfigSize = 8 * 1024 * 1024;

/// The platform that an index's descriptors name for the manifest, if any.
std::optional<Platform> platformInIndexes(const ImageTree &tree, const Digest &manifest)
{
    const auto in = [&](const Manifest &index) -> std::optional<Platform> {
        for (const Descriptor &child : index.children()) {
            if (child.digest == manifest && child.platform)
                return child.platform;
        }
        return std::nullopt;
    };
    if (auto platform = in(tree.root))
        return platform;
    for (const Manifest &child : tree.children) {
        if (auto platform = in(child))
            return platform;
    }
    return std::nullopt;
}

/// What the images in an index are made for. Attestations are for no machine.
QStringList namedPlatforms(const ImageTree &tree)
{
    QStringList names;
    for (const Manifest &child : tree.children) {
        const auto platform = platformInIndexes(tree, child.digest());
        if (platform && !child.isIndex() && platform->isMachine())
            names.append(platform->toString());
    }
    return names;
}

std::optional<Digest> hostConfig(const ImageTree &tree)
{
    if (!tree.root.isIndex())
        return tree.root.config().digest;
    std::optional<Digest> first;
    for (const Manifest &child : tree.children) {
        if (child.isIndex())
            continue;
        const auto platform = platformInIndexes(tree, child.digest());
        if (platform && platform->serves(Platform::host()))
            return child.config().digest;
        if (!first)
            first = child.config().digest;
    }
    return first;
}

/// The children of an index that the cache holds, with theirs before them, and the index itself, reduced
/// where some were never fetched. One that the image's entry names has been.
Result<Manifest> loadChildren(const Cache &cache, const CachedImage &image, const Manifest &index, int depth,
                              QList<Manifest> &into, ProgressSink &progress)
{
    if (depth > deepestIndex)
        return fail(ErrorCode::ManifestInvalid, QStringLiteral("indexes are nested too deeply"),
                    index.digest().toString());
    QSet<Digest> present;
    for (const Descriptor &child : index.children()) {
        if (!cache.hasBlob(child.digest, child.size)) {
            if (std::ranges::contains(image.blobs, child.digest, &CachedBlob::digest))
                return fail(ErrorCode::CacheDamaged,
                            QStringLiteral("a manifest of the image is missing, or no regular file"),
                            child.digest.toString());
            continue;
        }
        auto manifest = cache.childManifest(child);
        QList<Manifest> below;
        if (manifest && manifest->isIndex())
            manifest = loadChildren(cache, image, *manifest, depth + 1, below, progress);
        if (!manifest)
            return failure(manifest);
        if (manifest->digest() != child.digest)
            continue; // an inner index that is not whole cannot be named any more
        into.append(below);
        present.insert(child.digest);
        into.append(std::move(*manifest));
    }
    if (std::ranges::all_of(index.children(),
                            [&](const Descriptor &child) { return present.contains(child.digest); }))
        return index;
    progress.notice(QStringLiteral("Not all platforms of the index are in the cache; it goes on with those "
                                   "that are, under another digest."));
    return index.withOnly(present);
}

} // namespace

QString configPlatform(const Cache &cache, const Manifest &manifest)
{
    const auto bytes = cache.readBlob(manifest.config().digest, maxConfigSize);
    if (!bytes)
        return {};
    const auto config = ImageConfig::parse(*bytes);
    return config && !config->platform.isEmpty() ? config->platform.toString() : QString();
}

QList<Descriptor> ImageTree::blobs() const
{
    QList<Descriptor> list = root.blobs();
    QSet<Digest> seen;
    for (const Descriptor &blob : list)
        seen.insert(blob.digest);
    for (const Manifest &child : children) {
        for (const Descriptor &blob : child.blobs()) {
            if (seen.contains(blob.digest))
                continue;
            seen.insert(blob.digest);
            list.append(blob);
        }
    }
    return list;
}

QList<Digest> ImageTree::digests() const
{
    QList<Digest> list;
    for (const Manifest &child : children)
        list.append(child.digest());
    for (const Descriptor &blob : blobs())
        list.append(blob.digest);
    return list;
}

qint64 ImageTree::size() const
{
    qint64 sum = 0;
    for (const Descriptor &blob : blobs())
        sum += blob.size;
    return sum;
}

void ImageTree::findPlatforms(const std::function<QString(const Manifest &)> &configPlatform)
{
    if (root.isIndex()) {
        platforms = namedPlatforms(*this);
        return;
    }
    const QString platform = configPlatform(root);
    platforms = platform.isEmpty() ? QStringList() : QStringList{platform};
}

void ImageTree::findPlatforms(const Cache &cache)
{
    findPlatforms([&cache](const Manifest &manifest) { return configPlatform(cache, manifest); });
}

CachedImage ImageTree::entry(const ImageName &name) const
{
    CachedImage image{name, {}, hostConfig(*this), {}, {}, {}, {}, {}, {}};
    image.platforms = platforms;
    QSet<Digest> configs;
    const auto noteConfig = [&](const Manifest &manifest) {
        if (!manifest.isIndex())
            configs.insert(manifest.config().digest);
    };
    noteConfig(root);
    for (const Manifest &child : children) {
        noteConfig(child);
        image.blobs.append(CachedBlob::from(child.descriptor(), false));
    }
    for (const Descriptor &blob : blobs())
        image.blobs.append(CachedBlob::from(blob, configs.contains(blob.digest)));
    return image;
}

Result<ImageTree> loadImageTree(const Cache &cache, const CachedImage &image, ProgressSink &progress)
{
    auto manifest = cache.manifest(image);
    if (!manifest)
        return failure(manifest);
    ImageTree tree{std::move(*manifest), {}, {}};
    if (tree.root.isIndex()) {
        auto root = loadChildren(cache, image, tree.root, 1, tree.children, progress);
        if (!root)
            return failure(root);
        tree.root = std::move(*root);
    }
    tree.findPlatforms(cache);
    return tree;
}

Result<LeasedImage> loadLeased(const Cache &cache, Cache::Lease &lease, const ImageName &name,
                               ProgressSink &progress)
{
    for (int attempt = 1; attempt <= mostAttempts; ++attempt) {
        auto image = findImage(cache, name);
        if (!image)
            return failure(image);
        auto tree = loadImageTree(cache, *image, progress);
        const auto leased = tree ? lease.add(tree->digests()) : Result<void>();
        if (!leased)
            return std::unexpected(leased.error());
        const auto now = findImage(cache, name);
        if (!now)
            return std::unexpected(now.error());
        if (now->manifestDigest != image->manifestDigest)
            continue;
        if (!tree)
            return failure(tree);
        return LeasedImage{std::move(*image), std::move(*tree)};
    }
    return fail(ErrorCode::NotInCache, QStringLiteral("the image is replaced again and again"),
                name.toString());
}

Result<CachedImage> findImage(const Cache &cache, const ImageName &name)
{
    auto found = cache.find(name);
    if (found || found.error().code != ErrorCode::NotInCache || !name.reference.isDigest())
        return found;
    auto images = cache.images();
    if (!images)
        return failure(images);
    for (const CachedImage &image : *images) {
        if (image.name.repository == name.repository && image.manifestDigest == name.reference.digest())
            return image;
    }
    return found;
}

} // namespace dip
