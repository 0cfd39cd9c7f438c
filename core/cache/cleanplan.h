#pragma once

#include "core/image/reference.h"

#include <QDateTime>
#include <QList>

#include <functional>

namespace dip {

/// What to clean. Of the conditions for images any suffices, or all must hold (matchAll). Pinned images
/// always stay. Where nothing at all is asked for: what no image refers to, and unfinished files that nobody
/// works on.
struct CleanRequest
{
    // conditions for images
    bool all = false;             ///< every image, and what no image refers to, and unfinished files
    QList<ImageName> images = {}; ///< these images
    std::optional<QDateTime> unusedSince = {}; ///< images last used (or else added) before this moment
    bool untagged = false;                     ///< images that have only a digest for a name
    bool pushed = false;                       ///< images of which a registry got exactly this
    bool matchAll = false;

    // what is no image's
    bool unreferenced = false; ///< blobs and manifests that nothing names
    bool unfinished = false;   ///< downloads, notes of uploads, and what dead processes left

    /// At least so many bytes: first what is no image's, then the trash, the oldest first, then images, those
    /// not used for the longest first, and no more of them than needed. Conditions say which may go.
    std::optional<qint64> free = {};

    /// These stay, like pinned ones: somebody works with them or is about to.
    QList<ImageName> inUse = {};

    [[nodiscard]] bool hasConditions() const
    {
        return all || !images.isEmpty() || unusedSince || untagged || pushed;
    }
    [[nodiscard]] bool namesImages() const { return hasConditions() || free; }
    [[nodiscard]] bool takesUnreferenced() const { return unreferenced || takesRest(); }
    [[nodiscard]] bool takesUnfinished() const { return unfinished || takesRest(); }

private:
    [[nodiscard]] bool takesRest() const
    {
        return all || free || (!hasConditions() && !unreferenced && !unfinished);
    }
};

/// What cleaning removes: images, and every file with the bytes that its removal gives back. Blobs that a
/// remaining image, the trash or a running transfer needs are not in it.
struct CleanPlan
{
    struct File
    {
        QString path;                 ///< below the cache's folder
        qint64 size;                  ///< bytes
        std::optional<Digest> digest; ///< set for blobs
    };
    QList<ImageName> images; ///< in the order of their names
    QList<File> files;
    QList<ImageName> pinned;  ///< would go, were they not pinned
    QList<ImageName> inUse;   ///< would go, were they not named by CleanRequest::inUse
    int keptForTransfers = 0; ///< blobs that would go, were they not in use just now
    qint64 shared = 0;        ///< bytes of the images' blobs that stay, because others need them
    qint64 missing = 0;       ///< bytes of CleanRequest::free that cannot be freed

    [[nodiscard]] qint64 bytes() const; ///< sum over files
    [[nodiscard]] int blobCount() const;
};

/// Told of every file that is tried while a plan is carried out: how many so far, and of how many. On the
/// thread that does it.
using CleanProgress = std::function<void(qsizetype done, qsizetype all)>;

} // namespace dip
