#include "core/cache/rebuild.h"

#include "core/base/files.h"
#include "core/cache/indexentry.h"
#include "core/cache/manifestpath.h"
#include "core/cache/manifeststore.h"
#include "core/image/imageconfig.h"

#include <QFileInfo>
#include <QTimeZone>

namespace dip {

namespace {

constexpr int deepestIndex = 4;
constexpr qint64 largestConfig = 16 * 1024 * 1024;

/// Fills in an entry from its manifest and what is among the blobs.
class EntryFiller final
{
public:
    EntryFiller(const BlobStore &blobs, CachedImage &image) : m_blobs(blobs), m_image(image) {}

    Result<void> fill(const Manifest &manifest, int depth = 0)
    {
        return manifest.isIndex() ? fillIndex(manifest, depth) : fillImage(manifest);
    }

private:
    Result<void> add(const Descriptor &descriptor, bool isConfig)
    {
        if (!m_blobs.has(descriptor.digest, descriptor.size))
            return fail(ErrorCode::NotInCache,
                        QStringLiteral("blob %1 is missing").arg(descriptor.digest.toString()));
        if (!m_seen.contains(descriptor.digest))
            m_image.blobs.append(CachedBlob::from(descriptor, isConfig));
        m_seen.insert(descriptor.digest);
        return {};
    }

    Result<void> fillImage(const Manifest &manifest)
    {
        for (const Descriptor &blob : manifest.blobs()) {
            if (auto added = add(blob, blob.digest == manifest.config().digest); !added)
                return added;
        }
        if (!m_image.configDigest && servesHost(manifest))
            m_image.configDigest = manifest.config().digest;
        return {};
    }

    /// Children that were never fetched are no fault; one that was must be whole.
    Result<void> fillIndex(const Manifest &index, int depth)
    {
        if (depth > deepestIndex)
            return fail(ErrorCode::ManifestInvalid, QStringLiteral("indexes are nested too deeply"));
        bool any = false;
        for (const Descriptor &child : index.children()) {
            if (!m_blobs.has(child.digest, child.size))
                continue;
            const auto bytes = m_blobs.read(child.digest, Manifest::maxSize);
            if (!bytes)
                return std::unexpected(bytes.error());
            const auto manifest = Manifest::parse(*bytes, child.mediaType);
            if (!manifest)
                return std::unexpected(manifest.error());
            if (auto added = add(child, false); !added)
                return added;
            if (auto filled = fill(*manifest, depth + 1); !filled)
                return filled;
            any = true;
        }
        if (!any)
            return fail(ErrorCode::NotInCache, QStringLiteral("none of its platforms is there"));
        return {};
    }

    /// An image that is alone speaks for itself, whatever machine it is for.
    bool servesHost(const Manifest &manifest) const
    {
        if (manifest.digest() == m_image.manifestDigest)
            return true;
        const auto bytes = m_blobs.read(manifest.config().digest, largestConfig);
        const auto config = bytes ? ImageConfig::parse(*bytes) : std::unexpected(bytes.error());
        return config && config->platform.serves(Platform::host());
    }

    const BlobStore &m_blobs;
    CachedImage &m_image;
    QSet<Digest> m_seen;
};

} // namespace

Result<CachedImage> imageFromManifest(const CacheFolder &folder, const BlobStore &blobs, const QString &path)
{
    auto name = manifestpath::nameOf(path);
    if (!name || !folder.isFreeOfLinks(path))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("its path is no image's name"));
    const auto bytes = files::readAll(folder.path(path), Manifest::maxSize);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto manifest = Manifest::parse(*bytes);
    if (!manifest)
        return std::unexpected(manifest.error());
    CachedImage image{std::move(*name), path, {}, {}, manifest->digest(), {}, {}, {}, {}};
    image.added = QFileInfo(folder.path(path)).lastModified(QTimeZone::UTC);
    if (auto filled = EntryFiller(blobs, image).fill(*manifest); !filled)
        return failure(filled);
    return image;
}

RebuiltIndex rebuildIndex(const CacheFolder &folder, const BlobStore &blobs)
{
    RebuiltIndex rebuilt{IndexDocument::empty(), {}};
    IndexDocument::Changes entries;
    for (const QString &path : ManifestStore::files(folder)) {
        if (manifestpath::isPending(path))
            continue; // its image has a manifest in its place as well
        const auto image = imageFromManifest(folder, blobs, path);
        if (image)
            entries.emplace(image->name.indexKey(), indexentry::serialise(*image, {}));
        else
            rebuilt.notices.append(
                QStringLiteral("%1 is left out of the rebuilt index: %2.").arg(path, image.error().detail));
    }
    rebuilt.document = rebuilt.document.changed(entries);
    return rebuilt;
}

} // namespace dip
