#include "core/transfer/blobrestorer.h"

#include <algorithm>

#include <QFileInfo>

#include "core/archive/parseimageinfo.h"
#include "core/image/mediatype.h"
#include "core/registry/registryclient.h"

namespace dip {

using Kind = AuditFinding::Kind;
using Outcome = AuditFinding::Outcome;

namespace {

/// The manifest of a docker-save image was made by us from its parts, so it can be made again.
std::optional<Manifest> remade(const CachedImage &image)
{
    const auto config = std::ranges::find_if(image.blobs, &CachedBlob::isConfig);
    if (config == image.blobs.end())
        return std::nullopt;
    QList<Descriptor> layers;
    for (const CachedBlob &blob : image.blobs) {
        if (!blob.isConfig)
            layers.append({blob.mediaType, blob.digest, blob.size, {}, {}, {}});
    }
    Manifest manifest =
        Manifest::makeDocker({config->mediaType, config->digest, config->size, {}, {}, {}}, layers);
    return manifest.digest() == image.manifestDigest ? std::optional(std::move(manifest)) : std::nullopt;
}

/// The bytes of a config or manifest that an archive holds.
std::optional<QByteArray> smallBlobIn(const ArchivedImage &image, const Digest &digest)
{
    if (image.index && image.index->digest() == digest)
        return image.index->bytes();
    for (const Manifest &inner : image.inner) {
        if (inner.digest() == digest)
            return inner.bytes();
    }
    for (const ArchivedManifest &platform : image.platforms) {
        if (platform.configDigest == digest)
            return platform.configBytes;
        if (platform.manifest && platform.manifest->digest() == digest)
            return platform.manifest->bytes();
    }
    return std::nullopt;
}

/// Whether a layer is the blob, or may be as far as is known before it is read.
bool mayBe(const ArchivedLayer &layer, const CachedBlob &blob)
{
    if (layer.region.size != blob.size)
        return false;
    if (layer.digest)
        return layer.digest == blob.digest;
    return layer.compression != mediatype::Compression::None || !layer.diffId || layer.diffId == blob.digest;
}

} // namespace

// --- where from

QList<BlobRestorer::Place> BlobRestorer::placesOf(const CachedImage &image)
{
    QList<Place> places;
    if (QFileInfo::exists(image.source)) {
        places.append({image.source, {}, {}});
    } else if (const auto name = QualifiedName::parse(image.source); name && !name->host.isEmpty()) {
        places.append({{}, name->host, name->name.repository});
    }
    for (const ImageCopy &copy : image.copies)
        places.append({{}, copy.registry, copy.name.repository});
    return places;
}

QList<BlobRestorer::Place> BlobRestorer::placesOf(const AuditFinding &finding, const CacheAudit &audit) const
{
    QList<Place> places;
    for (const CachedImage &image : audit.images) {
        if (!finding.images.contains(image.name))
            continue;
        for (const Place &place : placesOf(image)) {
            if (!places.contains(place))
                places.append(place);
        }
    }
    std::ranges::stable_partition(places, [](const Place &place) { return !place.archive.isEmpty(); });
    return places;
}

// --- what

void BlobRestorer::restore(const CacheAudit &audit, QList<AuditFinding> &findings)
{
    for (AuditFinding &finding : findings) {
        if (finding.images.isEmpty() || m_stop.stop_requested())
            continue;
        Result<void> done;
        if (finding.kind == Kind::BlobMissing ||
            (finding.kind == Kind::BlobDamaged && finding.outcome == Outcome::Dropped)) {
            const auto blob = audit.wanted.constFind(*finding.digest);
            if (blob == audit.wanted.cend())
                continue;
            done = restoreBlob(*blob, placesOf(finding, audit));
        } else if (finding.kind == Kind::ManifestDamaged) {
            const auto image = std::ranges::find(audit.images, finding.images.first(), &CachedImage::name);
            done = restoreManifest(*image);
        } else {
            continue;
        }
        if (done)
            finding.outcome = Outcome::Fetched;
        else
            finding.failure = done.error();
    }
}

Result<void> BlobRestorer::restoreBlob(const CachedBlob &blob, const QList<Place> &places)
{
    Result<void> last = fail(ErrorCode::NotFound, QStringLiteral("it is not known where it came from"),
                             blob.digest.toString());
    for (const Place &place : places) {
        last = fetch(blob, place);
        if (last)
            break;
    }
    return last;
}

Result<void> BlobRestorer::restoreManifest(const CachedImage &image)
{
    if (const auto manifest = remade(image))
        return m_cache.putManifestBack(image, *manifest);
    Result<void> last = fail(ErrorCode::NotFound, QStringLiteral("it is not known where it came from"),
                             image.name.toString());
    for (const Place &place : placesOf(image)) {
        const auto manifest = fetchManifest(image, place);
        last = manifest ? m_cache.putManifestBack(image, *manifest)
                        : Result<void>(std::unexpected(manifest.error()));
        if (last)
            break;
    }
    return last;
}

// --- how

Result<void> BlobRestorer::fetch(const CachedBlob &blob, const Place &place)
{
    return place.archive.isEmpty() ? fetchFromRegistry(blob, place) : fetchFromArchive(blob, place.archive);
}

Result<const ArchiveContents *> BlobRestorer::contentsOf(const QString &path)
{
    auto &known = m_archives[path];
    if (!known) {
        const ArchiveContext context{[this]() -> Result<ArchiveContext::Scratch> {
                                         auto scratch = m_cache.scratch();
                                         if (!scratch)
                                             return failure(scratch);
                                         return ArchiveContext::Scratch{(*scratch)->folder(), *scratch};
                                     },
                                     &m_progress, m_stop};
        known = std::make_shared<Result<ArchiveContents>>(parseImageInfo(path, context));
    }
    if (!*known)
        return std::unexpected(known->error());
    return &**known;
}

Result<void> BlobRestorer::fetchFromArchive(const CachedBlob &blob, const QString &path)
{
    const auto contents = contentsOf(path);
    if (!contents)
        return std::unexpected(contents.error());
    for (const ArchivedImage &image : (*contents)->images) {
        if (const auto bytes = smallBlobIn(image, blob.digest)) {
            const auto written = m_cache.writeBlob(*bytes);
            return written ? Result<void>() : std::unexpected(written.error());
        }
        for (const ArchivedManifest &platform : image.platforms) {
            for (const ArchivedLayer &layer : platform.layers) {
                if (!mayBe(layer, blob))
                    continue;
                auto copied = copyLayer(blob, layer);
                if (copied || copied.error().code != ErrorCode::DigestMismatch)
                    return copied;
            }
        }
    }
    return fail(ErrorCode::NotFound, QStringLiteral("the archive does not hold it any more"), path);
}

Result<void> BlobRestorer::copyLayer(const CachedBlob &blob, const ArchivedLayer &layer)
{
    const auto line = m_progress.addBlob(blob.digest.toString(), blob.size);
    line->setPhase(Phase::Extracting);
    auto writer = m_cache.newBlob();
    if (!writer)
        return failure(writer);
    auto copied = readRegion(layer.region, m_stop, [&](QByteArrayView data) {
        line->addDone(data.size());
        return (*writer)->write(data);
    });
    if (!copied)
        return copied;
    const auto digest = (*writer)->commit(blob.digest, blob.size);
    line->setPhase(digest ? Phase::Done : Phase::Failed);
    return digest ? Result<void>() : std::unexpected(digest.error());
}

Result<std::shared_ptr<Registry>> BlobRestorer::registry(const QString &host)
{
    if (const auto known = m_registries.value(host))
        return known;
    if (!m_registryOf)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("no way to that registry was given"), host);
    auto registry = m_registryOf(host);
    if (registry)
        m_registries.insert(host, *registry);
    return registry;
}

Result<void> BlobRestorer::fetchFromRegistry(const CachedBlob &blob, const Place &place)
{
    const auto found = registry(place.host);
    if (!found)
        return std::unexpected(found.error());
    RegistryClient client(*found, m_progress, m_stop);
    if (mediatype::isIndex(blob.mediaType) || mediatype::isImageManifest(blob.mediaType)) {
        const auto manifest = client.getManifest(*place.repository, Reference::fromDigest(blob.digest));
        if (!manifest)
            return std::unexpected(manifest.error());
        const auto written = m_cache.writeBlob(manifest->bytes());
        return written ? Result<void>() : std::unexpected(written.error());
    }
    const auto line = m_progress.addBlob(blob.digest.toString(), blob.size);
    line->setPhase(Phase::Downloading);
    auto writer = m_cache.newBlob();
    if (!writer)
        return failure(writer);
    const RegistryClient::BlobSink sink{0, [&](QByteArrayView data) { return (*writer)->write(data); },
                                        [&] {
                                            return (*writer)->restart();
                                        }};
    const auto received = client.downloadBlob(
        *place.repository, {blob.mediaType, blob.digest, blob.size, {}, {}, {}}, sink, *line);
    const auto digest = received ? (*writer)->commit(blob.digest, blob.size)
                                 : Result<Digest>(std::unexpected(received.error()));
    line->setPhase(digest ? Phase::Done : Phase::Failed);
    return digest ? Result<void>() : std::unexpected(digest.error());
}

Result<Manifest> BlobRestorer::fetchManifest(const CachedImage &image, const Place &place)
{
    if (!image.manifestDigest)
        return fail(ErrorCode::NotFound, QStringLiteral("its digest is not known"), image.name.toString());
    if (place.archive.isEmpty()) {
        const auto found = registry(place.host);
        if (!found)
            return std::unexpected(found.error());
        return RegistryClient(*found, m_progress, m_stop)
            .getManifest(*place.repository, Reference::fromDigest(*image.manifestDigest));
    }
    const auto contents = contentsOf(place.archive);
    if (!contents)
        return std::unexpected(contents.error());
    for (const ArchivedImage &archived : (*contents)->images) {
        if (const auto bytes = smallBlobIn(archived, *image.manifestDigest))
            return Manifest::parse(*bytes);
    }
    return fail(ErrorCode::NotFound, QStringLiteral("the archive does not hold it any more"), place.archive);
}

} // namespace dip
