#pragma once

#include "core/archive/archivedimage.h"
#include "core/cache/cache.h"

#include <QJsonObject>

namespace dip::cli {

struct LayerDetails
{
    QString digest;  ///< empty where an archive does not say it
    qint64 size = 0; ///< bytes
    QString mediaType;
    QString createdBy; ///< the step that made it, where the history says so
    bool present = true;
};

struct PlatformDetails
{
    QString platform; ///< empty where the config does not say it
    QString digest;   ///< of the manifest; empty where an archive has none
    QString mediaType;
    QString configDigest;
    QDateTime created;
    QList<LayerDetails> layers;
    bool present = true; ///< false: the index names it, but it is not here

    [[nodiscard]] qint64 size() const; ///< of the layers
    [[nodiscard]] bool isWhole() const;
};

/// What can be told of an image, wherever it lies.
struct ImageDetails
{
    QStringList names;
    QString digest; ///< of the manifest or index; empty where an archive has none
    QString mediaType;
    qint64 size = 0; ///< bytes, each blob once
    QList<PlatformDetails> platforms;
    QString source; ///< where the cache has it from
    QDateTime added;
    QDateTime lastUsed;
    QList<ImageCopy> copies;

    [[nodiscard]] QStringList presentPlatforms() const;
    [[nodiscard]] bool isWhole() const; ///< all that its index and manifests name is here
};

[[nodiscard]] Result<ImageDetails> detailsOf(const Cache &cache, const CachedImage &image);
[[nodiscard]] ImageDetails detailsOf(const ArchivedImage &image);
[[nodiscard]] QJsonObject detailsJson(const ImageDetails &image);
/// The same for people, in `width` columns.
[[nodiscard]] QString detailsText(const ImageDetails &image, int width);

[[nodiscard]] QString dateText(const QDateTime &date); ///< local, "2026-05-01 12:30"; "-" where not known

} // namespace dip::cli
