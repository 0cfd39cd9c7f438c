#include "core/transfer/exporter.h"

#include <algorithm>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/archive/archivednames.h"
#include "core/archive/ocilayout.h"
#include "core/base/log.h"
#include "core/base/progress.h"
#include "core/cache/cache.h"
#include "core/image/mediatype.h"
#include "core/transfer/ociform.h"
#include "core/transfer/room.h"

namespace dip {

namespace {

constexpr qint64 blockSize = 1 << 20;

QString blobName(const Digest &digest)
{
    return QLatin1String("blobs/sha256/") + digest.hex();
}

/// As archives tell it: where the repository's first part would be taken for a host, one stands before it.
/// Empty for a name by digest.
QString archiveName(const ImageName &name)
{
    const QString text = name.toString();
    if (name.reference.isDigest())
        return {};
    const auto read = QualifiedName::parse(text);
    return read && read->host.isEmpty() ? text : QLatin1String("docker.io/") + text;
}

/// As containerd keeps it: with docker's registry, and "library" where docker leaves that out.
QString containerdName(const ImageName &name)
{
    const QString text = name.toString();
    return (text.contains(u'/') ? QStringLiteral("docker.io/") : QStringLiteral("docker.io/library/")) + text;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

Result<void> Exporter::run(const ExportFromCache &request)
{
    const auto lease = m_cache.lease({});
    if (!lease)
        return std::unexpected(lease.error());
    if (auto loaded = load(request, **lease); !loaded)
        return loaded;
    if (auto room = checkRoom(request.target); !room)
        return room;

    const bool isFolder = request.format == ExportFormat::OciLayout;
    auto output = isFolder ? ImageOutput::folder(request.target)
                           : ImageOutput::tarFile(request.target, request.overwrite);
    if (!output)
        return failure(output);
    if (auto written = writeBlobs(**output); !written)
        return written;
    if (auto written = writeManifests(**output); !written)
        return written;
    if (request.format == ExportFormat::DockerArchive) {
        if (auto written = writeFile(**output, QStringLiteral("manifest.json"), dockerManifestJson());
            !written)
            return written;
        if (auto written = writeFile(**output, QStringLiteral("repositories"), dockerRepositoriesJson());
            !written)
            return written;
    }
    if (auto committed = (*output)->commit(); !committed)
        return committed;
    for (const Image &image : std::as_const(m_images)) {
        const Manifest &root = image.tree.root;
        m_account.image({image.name, image.name, root.digest(), root.mediaType(), image.tree.platforms,
                         image.tree.size()});
    }
    return {};
}

// --- what is to be written

Result<void> Exporter::load(const ExportFromCache &request, Cache::Lease &lease)
{
    QSet<Digest> seen;
    for (const ImageName &name : request.images) {
        auto loaded = loadLeased(m_cache, lease, name, m_progress);
        if (!loaded)
            return failure(loaded);
        Result<ImageTree> tree = std::move(loaded->tree);
        if (request.format == ExportFormat::DockerArchive)
            tree = onePlatform(*tree, name, request.platform);
        if (!tree)
            return failure(tree);
        if (request.format != ExportFormat::DockerArchive) {
            if (auto made = makeOciForms(*tree); !made)
                return made;
        }
        for (const Descriptor &blob : tree->blobs()) {
            if (!seen.contains(blob.digest))
                m_blobs.append(blob);
            seen.insert(blob.digest);
        }
        m_images.append({name, std::move(*tree)});
    }
    return {};
}

Result<void> Exporter::makeOciForms(const ImageTree &tree)
{
    for (const Manifest &manifest : tree.children + QList{tree.root}) {
        QJsonObject object = QJsonDocument::fromJson(manifest.bytes()).object();
        const bool changed =
            manifest.isIndex() ? ociform::turnIndex(object, m_ociForms) : ociform::turnImage(object);
        if (!changed)
            continue;
        auto form = Manifest::parse(compact(object));
        if (!form)
            return std::unexpected(form.error());
        m_ociForms.insert(manifest.digest(), std::move(*form));
    }
    return {};
}

/// docker's own archives know no index: the image of one platform, this machine's where none is named.
Result<ImageTree> Exporter::onePlatform(const ImageTree &tree, const ImageName &name,
                                        const std::optional<Platform> &platform) const
{
    if (!tree.root.isIndex())
        return tree;
    const Platform wanted = platform.value_or(Platform::host());
    for (const Descriptor &child : tree.root.children()) {
        const auto manifest = std::ranges::find(tree.children, child.digest, &Manifest::digest);
        if (manifest == tree.children.end() || manifest->isIndex())
            continue;
        if (!child.platform || !child.platform->serves(wanted))
            continue;
        if (tree.platforms.size() > 1)
            m_progress.notice(
                QStringLiteral("A docker archive holds one platform of an image: %1 goes as %2.")
                    .arg(name.toString(), child.platform->toString()));
        return ImageTree{*manifest, {}, {child.platform->toString()}};
    }
    return fail(ErrorCode::NotFound,
                QStringLiteral("no image for platform %1; there are: %2")
                    .arg(wanted.toString(), tree.platforms.join(QLatin1String(", "))),
                name.toString());
}

Result<void> Exporter::checkRoom(const QString &target) const
{
    qint64 bytes = 0;
    for (const Descriptor &blob : m_blobs)
        bytes += blob.size;
    return dip::checkRoom(QFileInfo(target).absolutePath(), bytes);
}

// --- writing

Result<void> Exporter::writeFile(ImageOutput &output, const QString &name, const QByteArray &bytes)
{
    if (auto begun = output.beginFile(name, bytes.size()); !begun)
        return begun;
    if (auto written = output.write(bytes); !written)
        return written;
    return output.endFile();
}

Result<void> Exporter::writeBlobs(ImageOutput &output)
{
    for (const char *folder : {"blobs", "blobs/sha256"}) {
        if (auto added = output.addFolder(QLatin1String(folder)); !added)
            return added;
    }
    // All lines first, so that a face knows how much it is.
    QList<std::shared_ptr<BlobProgress>> lines;
    for (const Descriptor &blob : std::as_const(m_blobs))
        lines.append(m_progress.addBlob(blob.digest.toString(), blob.size));
    for (qsizetype i = 0; i < m_blobs.size(); ++i) {
        if (auto copied = copyBlob(output, m_blobs[i], *lines[i]); !copied)
            return copied;
    }
    return {};
}

Result<void> Exporter::copyBlob(ImageOutput &output, const Descriptor &blob, BlobProgress &line)
{
    line.setPhase(Phase::Exporting);
    QElapsedTimer clock;
    clock.start();
    if (auto copied = copyBytes(output, blob, line); !copied) {
        line.setPhase(Phase::Failed);
        return copied;
    }
    m_account.moved(blob.size);
    line.setPhase(Phase::Done);
    logEvent(logTransfer(), QStringLiteral("exported"),
             {QStringLiteral("export"), blob.digest.toString(), blob.size, clock.elapsed()});
    return {};
}

Result<void> Exporter::copyBytes(ImageOutput &output, const Descriptor &blob, BlobProgress &line)
{
    if (!m_cache.hasBlob(blob.digest, blob.size))
        return fail(ErrorCode::CacheDamaged,
                    QStringLiteral("a blob of the image is missing, or no regular file of its size"),
                    blob.digest.toString());
    QFile file(m_cache.blobPath(blob.digest));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::DiskFailed, file.errorString(), file.fileName());
    if (auto begun = output.beginFile(blobName(blob.digest), blob.size); !begun)
        return begun;
    QByteArray block(blockSize, Qt::Uninitialized);
    Sha256 hash;
    for (qint64 left = blob.size; left > 0;) {
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled, QStringLiteral("stopped while exporting"));
        const qint64 count = file.read(block.data(), std::min<qint64>(left, block.size()));
        if (count < 0)
            return fail(ErrorCode::DiskFailed, file.errorString(), file.fileName());
        if (count == 0)
            break;
        const QByteArrayView bytes = QByteArrayView(block).first(count);
        hash.add(bytes);
        if (auto written = output.write(bytes); !written)
            return written;
        line.addDone(count);
        left -= count;
    }
    if (Digest::fromSum(hash.finish()) != blob.digest)
        return fail(ErrorCode::CacheDamaged, QStringLiteral("the blob's content is not what its name says"),
                    blob.digest.toString());
    return output.endFile();
}

Result<void> Exporter::writeManifests(ImageOutput &output)
{
    QSet<Digest> written;
    for (const Image &image : std::as_const(m_images)) {
        QList<Manifest> manifests = image.tree.children + QList{image.tree.root};
        for (const Manifest &manifest : QList<Manifest>(manifests)) {
            if (const auto form = m_ociForms.constFind(manifest.digest()); form != m_ociForms.cend())
                manifests.append(*form);
        }
        for (const Manifest &manifest : std::as_const(manifests)) {
            if (written.contains(manifest.digest()))
                continue;
            written.insert(manifest.digest());
            if (auto done = writeFile(output, blobName(manifest.digest()), manifest.bytes()); !done)
                return done;
        }
    }
    if (auto done = writeFile(output, QStringLiteral("index.json"), indexJson()); !done)
        return done;
    return writeFile(output, QStringLiteral("oci-layout"), R"({"imageLayoutVersion":"1.0.0"})");
}

// --- the lists of images

QByteArray Exporter::indexJson() const
{
    QJsonArray manifests;
    for (const Image &image : m_images) {
        const auto form = m_ociForms.constFind(image.tree.root.digest());
        const Manifest &root = form == m_ociForms.cend() ? image.tree.root : *form;
        QJsonObject entry{{QStringLiteral("mediaType"), root.mediaType()},
                          {QStringLiteral("digest"), root.digest().toString()},
                          {QStringLiteral("size"), root.bytes().size()}};
        QJsonObject annotations;
        if (!image.name.reference.isDigest()) {
            annotations = {{QStringLiteral("io.containerd.image.name"), containerdName(image.name)},
                           {QStringLiteral("org.opencontainers.image.ref.name"), archiveName(image.name)}};
        }
        const bool isOtherImage =
            image.name.reference.isDigest() && image.name.reference.digest() != image.tree.root.digest();
        if (archiveName(image.name) != image.name.toString() && !isOtherImage)
            annotations[imageNameAnnotation] = image.name.toString();
        if (form != m_ociForms.cend())
            annotations[originalManifestAnnotation] = image.tree.root.digest().toString();
        if (!annotations.isEmpty())
            entry[QLatin1String("annotations")] = annotations;
        manifests.append(entry);
    }
    return compact({{QStringLiteral("schemaVersion"), 2},
                    {QStringLiteral("mediaType"), QString(mediatype::ociIndex)},
                    {QStringLiteral("manifests"), manifests}});
}

QByteArray Exporter::dockerManifestJson() const
{
    QList<Digest> order;
    QHash<Digest, QJsonObject> entries; // names of one image stand together
    for (const Image &image : m_images) {
        const Manifest &manifest = image.tree.root;
        QJsonObject &entry = entries[manifest.digest()];
        if (!order.contains(manifest.digest())) {
            order.append(manifest.digest());
            QJsonArray layers;
            for (const Descriptor &layer : manifest.layers())
                layers.append(blobName(layer.digest));
            entry = {{QStringLiteral("Config"), blobName(manifest.config().digest)},
                     {QStringLiteral("RepoTags"), QJsonArray()},
                     {QStringLiteral("Layers"), layers}};
        }
        QJsonArray tags = entry[QLatin1String("RepoTags")].toArray();
        if (!image.name.reference.isDigest())
            tags.append(archiveName(image.name));
        entry[QLatin1String("RepoTags")] = tags;
    }
    QJsonArray list;
    for (const Digest &digest : std::as_const(order))
        list.append(entries.value(digest));
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

/// What docker before 1.10 read, and some tools still look at: the top layer of each tag.
QByteArray Exporter::dockerRepositoriesJson() const
{
    QJsonObject repositories;
    for (const Image &image : m_images) {
        const QList<Descriptor> &layers = image.tree.root.layers();
        if (image.name.reference.isDigest() || layers.isEmpty())
            continue;
        const QString repository = archiveName(image.name).section(u':', 0, 0);
        QJsonObject tags = repositories[repository].toObject();
        tags[image.name.reference.toString()] = layers.last().digest.hex();
        repositories[repository] = tags;
    }
    return compact(repositories);
}

} // namespace dip
