#pragma once

#include "core/image/digest.h"
#include "core/image/platform.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QSet>

namespace dip {

/// Where content is, what it is and how long (OCI image-spec, Content Descriptors).
struct Descriptor
{
    QString mediaType;
    Digest digest;
    qint64 size = 0; ///< bytes, never negative
    std::optional<Platform> platform;
    QMap<QString, QString> annotations;
    QStringList urls;

    /// Whether a registry is expected to hold it (not a foreign layer).
    [[nodiscard]] bool isDistributable() const;
};

/// A manifest's exact bytes and what they say: an image manifest (OCI image-spec, Image Manifest; Docker
/// schema 2) or an index of them (Image Index; Docker manifest list). A pure value.
class Manifest final
{
public:
    /// Registries and we take no manifest above this (OCI distribution-spec, Pushing Manifests).
    static constexpr qint64 maxSize = 4 * 1024 * 1024;

    /// The media type is that inside the document; `contentType` helps where there is none.
    /// ManifestInvalid, ManifestTooLarge; Unsupported for schema 1.
    [[nodiscard]] static Result<Manifest> parse(const QByteArray &bytes, QStringView contentType = {});

    /// A Docker schema 2 manifest of these parts.
    [[nodiscard]] static Manifest makeDocker(const Descriptor &config, const QList<Descriptor> &layers);

    /// An index that names only these children (and the attestations of those); other bytes, other digest.
    [[nodiscard]] Result<Manifest> withOnly(const QSet<Digest> &kept) const;

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] const Digest &digest() const { return m_digest; }
    [[nodiscard]] const QString &mediaType() const { return m_mediaType; }
    [[nodiscard]] bool isIndex() const { return !m_config; }

    /// An image's config; only where isIndex() is false.
    [[nodiscard]] const Descriptor &config() const { return *m_config; }
    /// An image's layers in order, base first. A layer may be named twice.
    [[nodiscard]] const QList<Descriptor> &layers() const { return m_layers; }
    /// An index's manifests in order.
    [[nodiscard]] const QList<Descriptor> &children() const { return m_children; }

    /// Config and distributable layers, each digest once: what a registry must hold before the manifest.
    [[nodiscard]] QList<Descriptor> blobs() const;

    /// The bytes' own descriptor.
    [[nodiscard]] Descriptor descriptor() const;

private:
    Manifest(QByteArray bytes, QString mediaType);

    QByteArray m_bytes;
    Digest m_digest;
    QString m_mediaType;
    std::optional<Descriptor> m_config;
    QList<Descriptor> m_layers;
    QList<Descriptor> m_children;
};

} // namespace dip
