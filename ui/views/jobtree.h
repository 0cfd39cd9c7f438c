#pragma once

#include <QTreeView>

#include "ui/jobs/jobgrouping.h"
#include "ui/models/jobsorter.h"

namespace dip::ui {

class JobGroups;
class JobModel;
class JobQueue;

/// The jobs with their lines, below headings where they are grouped. A chosen heading stands for all its
/// jobs.
class JobTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit JobTree(JobQueue &queue, QWidget *parent = nullptr);

    void group(JobGrouping by);
    void setFilter(const QString &text, JobSorter::Show show);
    /// Whether any job is to be seen.
    [[nodiscard]] bool isEmpty() const { return m_sorter->rowCount() == 0; }

    [[nodiscard]] QStringList chosenIds() const;
    [[nodiscard]] QString currentId() const; ///< empty where it is no job, and no line of one
    void choose(const QString &id);
    /// That which needs a person most.
    void chooseFirst();
    void retranslate();

signals:
    void choiceChanged();

protected:
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    void use(QAbstractItemModel *model);
    void activate(const QModelIndex &index);
    [[nodiscard]] QModelIndex find(const QString &id, const QModelIndex &parent = {}) const;

    JobQueue &m_queue;
    JobModel *m_jobs;
    JobSorter *m_sorter;
    JobGroups *m_groups;
};

} // namespace dip::ui
