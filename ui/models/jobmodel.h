#pragma once

#include <QAbstractItemModel>

#include "ui/jobs/job.h"

namespace dip::ui {

class JobQueue;

/// The queue as a tree: jobs, and below each its lines of progress. It shows a copy that follows the queue,
/// so that views see changes one by one.
class JobModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        JobRole = Qt::UserRole,
        LineRole,
        GroupRole,
        IdsRole,     ///< QStringList: the job, or all below a heading
        HeadingRole, ///< JobHeading, of a heading
    };

    explicit JobModel(JobQueue &queue, QObject *parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Jobs that wait can be dragged to another place in the line.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    /// The ids of jobs that are being dragged.
    [[nodiscard]] static QStringList draggedJobs(const QMimeData &data);
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /// The job that the index is or belongs to; null for none.
    [[nodiscard]] const Job *jobAt(const QModelIndex &index) const;

    void retranslate();

private:
    void update(int row);
    [[nodiscard]] int rowOfKey(quintptr key) const;

    JobQueue &m_queue;
    QList<Job> m_jobs;
};

} // namespace dip::ui
