#include "core/transfer/imagesummary.h"

#include "core/base/parallel.h"
#include "core/transfer/imagetree.h"

#include <numeric>

namespace dip {

namespace {

constexpr int deepestIndex = 4;

/// Looks at one image after the other.
class Summariser final
{
public:
    Summariser(const Cache &cache, const BlobInventory &inventory) : m_cache(cache), m_inventory(inventory) {}

    ImageSummary summary(const CachedImage &image) const
    {
        const bool isKnown = !image.platforms.isEmpty() && image.manifestDigest && m_cache.hasManifest(image);
        return isKnown ? byEntry(image) : byManifest(image);
    }

private:
    ImageSummary byEntry(const CachedImage &image) const
    {
        return {image.manifestDigest, image.platforms,
                std::ranges::all_of(image.blobs, [this](const CachedBlob &blob) {
                    return m_inventory.has(blob.digest, blob.size);
                })};
    }

    ImageSummary byManifest(const CachedImage &image) const
    {
        const auto manifest = m_cache.manifest(image);
        if (!manifest)
            return {};
        ImageSummary summary{manifest->digest(), {}, true};
        manifest->isIndex() ? addIndex(*manifest, summary, 1) : addImage(*manifest, {}, summary);
        return summary;
    }

    void addIndex(const Manifest &index, ImageSummary &summary, int depth) const
    {
        for (const Descriptor &child : index.children()) {
            const auto manifest = m_cache.childManifest(child);
            if (!manifest)
                summary.isWhole = false;
            else if (!manifest->isIndex())
                addImage(*manifest, child.platform, summary);
            else if (depth < deepestIndex)
                addIndex(*manifest, summary, depth + 1);
        }
    }

    void addImage(const Manifest &manifest, const std::optional<Platform> &named, ImageSummary &summary) const
    {
        for (const Descriptor &blob : manifest.blobs())
            summary.isWhole = summary.isWhole && m_inventory.has(blob.digest, blob.size);
        const QString platform = named ? named->toString() : configPlatform(m_cache, manifest);
        const bool isMachine = !named || named->isMachine();
        if (isMachine && !platform.isEmpty() && !summary.platforms.contains(platform))
            summary.platforms.append(platform);
    }

    const Cache &m_cache;
    const BlobInventory &m_inventory;
};

} // namespace

std::vector<ImageSummary> summarise(const Cache &cache, const QList<CachedImage> &images)
{
    const BlobInventory inventory = cache.inventory();
    const Summariser summariser(cache, inventory);
    std::vector<ImageSummary> summaries(size_t(images.size()));
    std::vector<qsizetype> places(summaries.size());
    std::iota(places.begin(), places.end(), 0);
    forEachInParallel(places, 100,
                      [&](qsizetype at) { summaries[size_t(at)] = summariser.summary(images.at(at)); });
    return summaries;
}

} // namespace dip
