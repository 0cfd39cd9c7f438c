#pragma once

#include "core/image/reference.h"

#include <QDateTime>
#include <QList>

namespace dip {

/// What to clean. By default: blobs that no image refers to, and unfinished files that nobody works on.
struct CleanRequest
{
    bool all = false;                     ///< every image
    QList<ImageName> images;              ///< these images
    std::optional<QDateTime> unusedSince; ///< images last used (or else added) before this moment
    [[nodiscard]] bool namesImages() const { return all || !images.isEmpty() || unusedSince; }
};

/// What cleaning removes: images, and every file with the bytes that its removal gives back. Blobs that a
/// remaining image or a running transfer needs are not in it.
struct CleanPlan
{
    struct File
    {
        QString path;                 ///< below the cache's folder
        qint64 size;                  ///< bytes
        std::optional<Digest> digest; ///< set for blobs
    };
    QList<ImageName> images;
    QList<File> files;
    int keptForTransfers = 0; ///< blobs that would go, were they not in use just now

    [[nodiscard]] qint64 bytes() const; ///< sum over files
    [[nodiscard]] int blobCount() const;
};

} // namespace dip
