#pragma once

#include "core/image/imageconfig.h"
#include "core/image/manifest.h"
#include "core/image/mediatype.h"
#include "core/image/reference.h"

#include <memory>

namespace dip {

/// A stretch of a file: where an archive's entry really lies. May be read by several threads, each with its
/// own QFile.
struct FileRegion
{
    QString file;
    qint64 offset = 0;
    qint64 size = 0; ///< bytes
};

/// A stretch that stays readable for as long as this lives: what was unpacked for it is kept.
struct KeptRegion
{
    FileRegion region;
    QList<std::shared_ptr<void>> keep{};
};

/// A layer inside an archive. Its bytes are taken as they are.
struct ArchivedLayer
{
    FileRegion region;
    std::optional<Digest> digest; ///< of the bytes; known beforehand only where the archive says so (OCI)
    std::optional<Digest> diffId; ///< of the unpacked content, from the config; absent where that has none
    QString mediaType;            ///< as the archive's manifest says; empty for docker save
    mediatype::Compression compression = mediatype::Compression::None; ///< by the first bytes
};

/// One platform's image inside an archive.
struct ArchivedManifest
{
    std::optional<Manifest> manifest; ///< the exact bytes; absent for docker save, where we make one
    QByteArray configBytes;
    Digest configDigest;
    ImageConfig config;
    QList<ArchivedLayer> layers; ///< base first; foreign layers are left out
    FileRegion configRegion{};   ///< where configBytes lie
};

/// One image inside an archive: several platforms where `index` is set.
struct ArchivedImage
{
    QList<QualifiedName> names; ///< as in the archive; empty for an untagged image
    std::optional<Manifest> index;
    QList<ArchivedManifest> platforms; ///< never empty
    QList<Descriptor> absent;          ///< children of the index whose blobs the archive does not hold
    QList<Manifest> inner = {}; ///< indexes inside the index, innermost first; their platforms are above

    [[nodiscard]] qint64 totalSize() const; ///< configs and layers, each region once, bytes
};

enum class ArchiveFormat { DockerSave, Oci };

/// What is inside an archive. Regions stay readable for as long as one copy of this lives.
struct ArchiveContents
{
    QString path; ///< as given
    QList<ArchivedImage> images;
    QList<ArchiveFormat> formats;      ///< found, in order, each once
    QStringList remarks;               ///< worth telling, English, for example about absent platforms
    QList<std::shared_ptr<void>> keep; ///< unpacked files that live as long as this
};

} // namespace dip
