#include "ui/registries/tagfacts.h"

#include <QSet>

#include "core/image/imageconfig.h"

namespace dip::ui {

namespace {

/// Blobs that several platforms have in common count once in the whole.
class Sum final
{
public:
    qint64 add(const Manifest &manifest)
    {
        qint64 own = 0;
        for (const Descriptor &blob : manifest.blobs()) {
            own += blob.size;
            if (!m_seen.contains(blob.digest))
                m_whole += blob.size;
            m_seen.insert(blob.digest);
        }
        return own;
    }
    [[nodiscard]] qint64 whole() const { return m_whole; }

private:
    QSet<Digest> m_seen;
    qint64 m_whole = 0;
};

/// What the config says; empty where it is none of an image.
Result<QString> platformOf(RegistryClient &client, const RepositoryName &repository, const Manifest &manifest)
{
    const Descriptor &config = manifest.config();
    if (config.size > Manifest::maxSize)
        return QString();
    QByteArray bytes;
    const RegistryClient::BlobSink sink{.write = [&bytes](QByteArrayView block) -> Result<void> {
                                            bytes += block;
                                            return {};
                                        },
                                        .restart = [&bytes]() -> Result<void> {
                                            bytes.clear();
                                            return {};
                                        }};
    BlobProgress progress(config.digest.toString(), config.size, true);
    auto read = client.downloadBlob(repository, config, sink, progress);
    if (!read)
        return failure(read);
    const auto parsed = ImageConfig::parse(bytes);
    return parsed && !parsed->platform.isEmpty() ? parsed->platform.toString() : QString();
}

Result<Manifest> child(RegistryClient &client, const RepositoryName &repository, const Digest &digest,
                       ManifestMemory &memory)
{
    if (auto known = memory.find(digest))
        return *known;
    auto manifest = client.getManifest(repository, Reference::fromDigest(digest));
    if (manifest)
        memory.keep(*manifest);
    return manifest;
}

} // namespace

std::optional<Manifest> ManifestMemory::find(const Digest &digest) const
{
    const QMutexLocker lock(&m_mutex);
    const auto place = m_manifests.constFind(digest.toString());
    return place == m_manifests.cend() ? std::nullopt : std::optional(*place);
}

void ManifestMemory::keep(const Manifest &manifest)
{
    const QMutexLocker lock(&m_mutex);
    m_manifests.insert(manifest.digest().toString(), manifest);
}

Result<TagFacts> readTagFacts(RegistryClient &client, const ImageName &image, ManifestMemory &memory)
{
    auto root = client.getManifest(image.repository, image.reference);
    if (!root)
        return failure(root);
    TagFacts facts;
    Sum sum;
    if (!root->isIndex()) {
        auto platform = platformOf(client, image.repository, *root);
        if (!platform)
            return failure(platform);
        facts.parts.append({*platform, sum.add(*root)});
    }
    for (const Descriptor &entry : root->children()) {
        if (entry.platform && !entry.platform->isMachine())
            continue; // attestations are no images
        auto manifest = child(client, image.repository, entry.digest, memory);
        if (!manifest)
            return failure(manifest);
        if (!manifest->isIndex())
            facts.parts.append({entry.platform ? entry.platform->toString() : QString(), sum.add(*manifest)});
    }
    facts.size = sum.whole();
    return facts;
}

} // namespace dip::ui
