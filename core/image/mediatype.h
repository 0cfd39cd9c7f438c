#pragma once

#include <QByteArray>
#include <QString>

namespace dip::mediatype {

// OCI image-spec, Media Types; Docker Image Manifest V2 Schema 2.
inline constexpr QLatin1StringView ociIndex("application/vnd.oci.image.index.v1+json");
inline constexpr QLatin1StringView ociManifest("application/vnd.oci.image.manifest.v1+json");
inline constexpr QLatin1StringView ociConfig("application/vnd.oci.image.config.v1+json");
inline constexpr QLatin1StringView ociLayer("application/vnd.oci.image.layer.v1.tar");
inline constexpr QLatin1StringView ociLayerGzip("application/vnd.oci.image.layer.v1.tar+gzip");
inline constexpr QLatin1StringView ociLayerZstd("application/vnd.oci.image.layer.v1.tar+zstd");
inline constexpr QLatin1StringView dockerIndex("application/vnd.docker.distribution.manifest.list.v2+json");
inline constexpr QLatin1StringView dockerManifest("application/vnd.docker.distribution.manifest.v2+json");
inline constexpr QLatin1StringView dockerConfig("application/vnd.docker.container.image.v1+json");
inline constexpr QLatin1StringView dockerLayer("application/vnd.docker.image.rootfs.diff.tar");
inline constexpr QLatin1StringView dockerLayerGzip("application/vnd.docker.image.rootfs.diff.tar.gzip");

/// How a layer's bytes are compressed.
enum class Compression { None, Gzip, Bzip2, Xz, Zstd };

[[nodiscard]] bool isIndex(QStringView mediaType);
[[nodiscard]] bool isImageManifest(QStringView mediaType);
/// Layers whose bytes are elsewhere (`urls`) and that registries do not hold.
[[nodiscard]] bool isForeignLayer(QStringView mediaType);
/// By the type's ending: +gzip, .gzip, +zstd.
[[nodiscard]] bool isCompressedLayer(QStringView mediaType);
/// Without parameters and in lower case, as a Content-Type is compared.
[[nodiscard]] QString withoutParameters(QStringView contentType);
/// What the first bytes of a file (six suffice) say about its compression.
[[nodiscard]] Compression sniffCompression(QByteArrayView firstBytes);

} // namespace dip::mediatype
