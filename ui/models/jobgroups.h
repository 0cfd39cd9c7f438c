#pragma once

#include <QAbstractItemModel>

#include "ui/jobs/jobgrouping.h"

namespace dip::ui {

class JobSorter;

/// The sorted jobs below headings: groups, in them jobs, in these lines. The order of the jobs is that of the
/// sorter; the group of the first of them comes first. Empty while there is no grouping.
class JobGroups final : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit JobGroups(JobSorter &jobs, QObject *parent = nullptr);

    void group(JobGrouping by);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // A job that waits can be dragged within its group.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

private:
    struct Entry
    {
        quint32 key; ///< of the job
        int row;     ///< of the sorter
        int lines;   ///< as the views know
    };
    struct Group
    {
        quintptr id;
        QString name;
        QList<Entry> jobs;
        [[nodiscard]] int firstRow() const { return jobs.first().row; }
    };

    void follow();
    void update();
    void dropGone();
    void insertNew();
    void insert(const Job &job, int row);
    void countLines();
    void countLinesOf(int group, int place);
    void reorder();
    void tellHeadings();
    [[nodiscard]] bool isInOrder() const;
    void forward(const QModelIndex &first, const QModelIndex &last);
    void forwardLines(const QModelIndex &first, const QModelIndex &last);
    [[nodiscard]] QVariant headingData(const Group &group, int role) const;
    [[nodiscard]] QList<const Job *> jobsOf(const Group &group) const;
    [[nodiscard]] QModelIndex sourceOf(const QModelIndex &index) const;
    [[nodiscard]] int rowOfGroup(quintptr id) const;
    [[nodiscard]] QModelIndex indexOfJob(quint32 key) const;

    JobSorter &m_jobs;
    JobGrouping m_by = JobGrouping::None;
    QList<Group> m_groups;
    quintptr m_lastId = 0;
};

} // namespace dip::ui
