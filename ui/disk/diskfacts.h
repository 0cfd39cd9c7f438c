#pragma once

#include <QDateTime>

#include <memory>

#include "core/cache/cache.h"

namespace dip::ui {

/// What the page of the disk's use shows, as it was at one moment: the core's figures, and the images' files
/// told apart by who needs them. Images are indexes into usage.images(), repositories into `repositories`.
/// Immutable once made, so for any thread.
struct DiskFacts
{
    struct Image
    {
        QDateTime lastActivity; ///< last used, or else added; may be invalid
        bool pinned = false;
    };
    /// Files that exactly the same images need, two or more.
    struct Group
    {
        QList<quint32> files;
        QList<int> images;
        qint64 bytes = 0;
        int repository = -1; ///< -1: of several
    };

    CacheUsage usage;
    QList<Image> images;
    QStringList repositories;
    QList<int> repositoryOf;    ///< of each image
    QList<int> ends;            ///< after each repository's last image; they lie one after the other
    QList<qint64> own;          ///< bytes of files that only this image needs, for each image
    QList<Group> groups;        ///< with bytes only
    QList<QList<int>> groupsOf; ///< of each image
    qint64 shared = 0;          ///< bytes of all groups
    qint64 diskFree = -1;       ///< bytes; -1 where unknown

    [[nodiscard]] int firstImage(int repository) const { return repository == 0 ? 0 : ends[repository - 1]; }
    [[nodiscard]] QList<int> imagesOf(int repository) const;
    /// A tag, or the beginning of a digest.
    [[nodiscard]] QString shortName(int image) const;
};

/// Tells the files apart; `usage` is all that is needed for that.
[[nodiscard]] DiskFacts makeDiskFacts(CacheUsage usage);

/// Blocking, for a worker thread: some tenths of a second for 10,000 images.
[[nodiscard]] Result<std::shared_ptr<const DiskFacts>> readDiskFacts(const Cache &cache);

} // namespace dip::ui
