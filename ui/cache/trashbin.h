#pragma once

#include <QObject>

#include <memory>

#include "core/cache/trash.h"
#include "ui/background.h"

namespace dip::ui {

/// The trash of the window's cache. What it is told to do is done in the background, one thing after the
/// other. Deletions of this session can be undone, the last one first. For the main thread.
class TrashBin final : public QObject
{
    Q_OBJECT

public:
    explicit TrashBin(QObject *parent = nullptr);
    ~TrashBin() override;

    void setCache(std::shared_ptr<Cache> cache);
    void reload(); ///< items() anew; changed() follows

    void move(const QList<ImageName> &images);
    /// Takes back the last deletion that was not taken back yet.
    void undo();
    [[nodiscard]] bool canUndo() const { return !m_deletions.isEmpty(); }
    void restore(const QStringList &ids);
    void empty(const QStringList &ids); ///< for good
    /// Not by way of the trash.
    void deleteForGood(const QList<ImageName> &images);

    [[nodiscard]] const QList<Trash::Item> &items() const { return m_items; } ///< the last deletion first
    [[nodiscard]] qint64 bytes() const { return m_bytes; }                    ///< that emptying gives back
    /// What emptying these together gives back.
    [[nodiscard]] QFuture<Result<qint64>> measure(const QStringList &ids);
    /// What deleting these images for good would remove.
    [[nodiscard]] QFuture<Result<CleanPlan>> plan(const QList<ImageName> &images);

signals:
    void changed();                                    ///< items or what can be undone
    void leaving(const QList<dip::ImageName> &images); ///< this was begun; how it ended is told below
    void movedToTrash(const dip::Trash::Moved &moved);
    void restored(const QList<dip::ImageName> &images);
    void deletedForGood(const dip::CleanPlan &done);
    void failed(const dip::Error &error);

private:
    struct Deletion
    {
        QString id; ///< in the trash; only for the background, where it is known before it is needed
        QString shownId = {}; ///< the same for the main thread
    };
    struct Content
    {
        QList<Trash::Item> items;
        qint64 bytes = 0;
    };
    [[nodiscard]] static Result<Content> read(const Cache &cache);
    [[nodiscard]] bool isThere(const QString &id) const;
    void takeRestored(const Result<QList<ImageName>> &images);
    void takeDeleted(const Result<CleanPlan> &done);

    std::shared_ptr<Cache> m_cache;
    QList<Trash::Item> m_items;
    qint64 m_bytes = 0;
    int m_readings = 0;                           ///< that were begun; the last one counts
    QList<std::shared_ptr<Deletion>> m_deletions; ///< that can be undone, the last one last
    Background m_background{1};
};

} // namespace dip::ui
