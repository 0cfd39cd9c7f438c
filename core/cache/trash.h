#pragma once

#include "core/cache/cache.h"

namespace dip {

/// The trash of a cache: images that were removed and can be had back, byte for byte and entry for entry, as
/// long as they are in it. Their disk space is given back when it is emptied: on demand, by itself after
/// `keptFor`, or at once when the disk is nearly full (both at the opening of a cache, and by tidy()). All
/// members may be called from any thread; they take the cache's lock, so for a worker thread. DiskFull,
/// DiskFailed, and as told below.
class Trash final
{
public:
    static constexpr std::chrono::days keptFor{7};

    /// The cache must outlive this.
    explicit Trash(const Cache &cache);
    ~Trash();
    Q_DISABLE_COPY_MOVE(Trash)

    /// What was moved there in one step.
    struct Item
    {
        QString id;
        QDateTime when; ///< UTC
        QList<ImageName> images;
        qint64 bytes = 0; ///< that emptying gives back, were only this item emptied
    };
    [[nodiscard]] Result<QList<Item>> items() const; ///< oldest first
    /// Whether nothing is in it; a look at a folder, without the lock.
    [[nodiscard]] bool isEmpty() const;

    /// What emptying these items together gives back.
    [[nodiscard]] Result<qint64> bytes(const QStringList &ids) const;

    struct Moved
    {
        QString id; ///< for restore(); empty where nothing was moved
        QList<ImageName> images;
        QList<ImageName> pinned; ///< would have gone, were they not pinned
    };
    /// Moves the images that a request's conditions choose (see CleanRequest; its other parts have no meaning
    /// here). NotInCache for an image not there.
    [[nodiscard]] Result<Moved> move(const CleanRequest &request);
    /// Takes back all images of an item; returns them. NotInCache where there is no such item;
    /// InvalidArgument, and nothing changed, where one of its names has got another image since.
    [[nodiscard]] Result<QList<ImageName>> restore(const QString &id);
    /// Deletes items for good, or all where none are named; returns what was removed. NotInCache.
    [[nodiscard]] Result<CleanPlan> empty(const QStringList &ids = {});
    /// Empties what is there for too long, and more where the disk is nearly full.
    void tidy();

private:
    struct Workplace;
    std::unique_ptr<Workplace> d;
};

} // namespace dip
