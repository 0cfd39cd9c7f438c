#pragma once

#include <QDateTime>

#include "ui/cache/cacherow.h"

namespace dip::ui {

/// What the details pane tells of an image.
struct ImageDetails
{
    struct Layer
    {
        Digest digest;
        qint64 size = 0;
        int sharedBy = 0; ///< other images of the cache that have it
        QString madeBy;   ///< the history's line; may be empty
        QString platform; ///< of the image that it belongs to; empty where there is one platform
    };
    struct Part
    {
        QString platform;
        qint64 size = 0; ///< bytes of its own config and layers
    };
    CachedImage image;
    QString digest{};
    QString mediaType{};
    QDateTime created{};
    QList<Part> parts{};
    QList<Layer> layers{};
    QString config{}; ///< JSON, indented
};

/// Blocking, for a worker thread.
[[nodiscard]] Result<ImageDetails> readImageDetails(const Cache &cache, const CachedImage &image);

} // namespace dip::ui
