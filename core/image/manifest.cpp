#include "core/image/manifest.h"

#include "core/image/mediatype.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace dip {

namespace {

Result<qint64> parseSize(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < 0 || number != std::floor(number) || number > 9e15)
        return fail(ErrorCode::ManifestInvalid,
                    QStringLiteral("a descriptor's size is not a whole number of bytes"));
    return value.toInteger();
}

Platform parsePlatform(const QJsonObject &object)
{
    return {object[QLatin1String("os")].toString(), object[QLatin1String("architecture")].toString(),
            object[QLatin1String("variant")].toString(), object[QLatin1String("os.version")].toString()};
}

Result<Descriptor> parseDescriptor(const QJsonValue &value)
{
    if (!value.isObject())
        return fail(ErrorCode::ManifestInvalid, QStringLiteral("a descriptor is missing or no object"));
    const QJsonObject object = value.toObject();
    auto digest = Digest::parse(object[QLatin1String("digest")].toString());
    if (!digest)
        return failure(digest);
    auto size = parseSize(object[QLatin1String("size")]);
    if (!size)
        return failure(size);

    Descriptor descriptor{object[QLatin1String("mediaType")].toString(), *digest, *size, {}, {}, {}};
    if (const QJsonValue platform = object[QLatin1String("platform")]; platform.isObject())
        descriptor.platform = parsePlatform(platform.toObject());
    const QJsonObject annotations = object[QLatin1String("annotations")].toObject();
    for (auto it = annotations.begin(); it != annotations.end(); ++it)
        descriptor.annotations.insert(it.key(), it.value().toString());
    for (const QJsonValue url : object[QLatin1String("urls")].toArray())
        descriptor.urls.append(url.toString());
    return descriptor;
}

Result<QList<Descriptor>> parseDescriptors(const QJsonValue &value)
{
    QList<Descriptor> list;
    for (const QJsonValue item : value.toArray()) {
        auto descriptor = parseDescriptor(item);
        if (!descriptor)
            return failure(descriptor);
        list.append(std::move(*descriptor));
    }
    return list;
}

QJsonObject toJson(const Descriptor &descriptor)
{
    return {{QStringLiteral("mediaType"), descriptor.mediaType},
            {QStringLiteral("size"), descriptor.size},
            {QStringLiteral("digest"), descriptor.digest.toString()}};
}

/// What a document without a mediaType is: OCI allows that, and its fields tell.
QString guessMediaType(const QJsonObject &root, QStringView contentType)
{
    const QString inside = root[QLatin1String("mediaType")].toString();
    if (!inside.isEmpty())
        return inside;
    const QString given = mediatype::withoutParameters(contentType);
    if (mediatype::isIndex(given) || mediatype::isImageManifest(given))
        return given;
    if (root.contains(QLatin1String("manifests")))
        return mediatype::ociIndex;
    return root.contains(QLatin1String("config")) ? QString(mediatype::ociManifest) : QString();
}

} // namespace

bool Descriptor::isDistributable() const
{
    return !mediatype::isForeignLayer(mediaType);
}

Manifest::Manifest(QByteArray bytes, QString mediaType)
    : m_bytes(std::move(bytes)), m_digest(Digest::of(m_bytes)), m_mediaType(std::move(mediaType))
{}

Result<Manifest> Manifest::parse(const QByteArray &bytes, QStringView contentType)
{
    if (bytes.size() > maxSize)
        return fail(ErrorCode::ManifestTooLarge, QStringLiteral("a manifest of %1 bytes").arg(bytes.size()));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (!document.isObject())
        return fail(ErrorCode::ManifestInvalid,
                    QStringLiteral("the manifest is no JSON object: ") + parseError.errorString());
    const QJsonObject root = document.object();
    if (root[QLatin1String("schemaVersion")].toInt() == 1)
        return fail(ErrorCode::Unsupported, QStringLiteral("the manifest has the old schema 1"));
    if (root[QLatin1String("schemaVersion")].toInt() != 2)
        return fail(ErrorCode::ManifestInvalid, QStringLiteral("the manifest has no schemaVersion 2"));

    Manifest manifest(bytes, guessMediaType(root, contentType));
    if (mediatype::isIndex(manifest.m_mediaType)) {
        auto children = parseDescriptors(root[QLatin1String("manifests")]);
        if (!children)
            return failure(children);
        manifest.m_children = std::move(*children);
        return manifest;
    }
    if (!mediatype::isImageManifest(manifest.m_mediaType))
        return fail(ErrorCode::ManifestInvalid,
                    QStringLiteral("not an image manifest or index: ") + manifest.m_mediaType.left(100));
    auto config = parseDescriptor(root[QLatin1String("config")]);
    if (!config)
        return failure(config);
    auto layers = parseDescriptors(root[QLatin1String("layers")]);
    if (!layers)
        return failure(layers);
    manifest.m_config = std::move(*config);
    manifest.m_layers = std::move(*layers);
    return manifest;
}

Manifest Manifest::makeDocker(const Descriptor &config, const QList<Descriptor> &layers)
{
    QJsonArray layerArray;
    for (const Descriptor &layer : layers)
        layerArray.append(toJson(layer));
    const QJsonObject root{{QStringLiteral("schemaVersion"), 2},
                           {QStringLiteral("mediaType"), QString(mediatype::dockerManifest)},
                           {QStringLiteral("config"), toJson(config)},
                           {QStringLiteral("layers"), layerArray}};
    Manifest manifest(QJsonDocument(root).toJson(QJsonDocument::Compact), mediatype::dockerManifest);
    manifest.m_config = config;
    manifest.m_layers = layers;
    return manifest;
}

Result<Manifest> Manifest::withOnly(const QSet<Digest> &kept) const
{
    QJsonObject root = QJsonDocument::fromJson(m_bytes).object();
    QJsonArray array;
    const QJsonArray all = root[QLatin1String("manifests")].toArray();
    for (const QJsonValue item : all) {
        const auto digest = Digest::parse(item[QLatin1String("digest")].toString());
        // BuildKit's attestations name the image that they speak of.
        const QJsonValue subject =
            item[QLatin1String("annotations")][QLatin1String("vnd.docker.reference.digest")];
        const auto subjectDigest = Digest::parse(subject.toString());
        if (digest && kept.contains(*digest) && (!subjectDigest || kept.contains(*subjectDigest)))
            array.append(item);
    }
    if (array.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("none of the index's images is left"),
                    m_digest.toString());
    root[QLatin1String("manifests")] = array;
    return parse(QJsonDocument(root).toJson(QJsonDocument::Compact), m_mediaType);
}

QList<Descriptor> Manifest::blobs() const
{
    QList<Descriptor> list;
    QSet<Digest> seen;
    const auto add = [&](const Descriptor &descriptor) {
        if (!descriptor.isDistributable() || seen.contains(descriptor.digest))
            return;
        seen.insert(descriptor.digest);
        list.append(descriptor);
    };
    if (m_config)
        add(*m_config);
    for (const Descriptor &layer : m_layers)
        add(layer);
    return list;
}

Descriptor Manifest::descriptor() const
{
    return {m_mediaType, m_digest, m_bytes.size(), {}, {}, {}};
}

} // namespace dip
