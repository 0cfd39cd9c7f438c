#include "ui/models/jobsorter.h"

#include "ui/models/jobmodel.h"

namespace dip::ui {

JobSorter::JobSorter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(0);
}

bool JobSorter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto *model = static_cast<const JobModel *>(sourceModel());
    const Job *a = model->jobAt(left);
    const Job *b = model->jobAt(right);
    if (left.parent().isValid() || !a || !b)
        return left.row() < right.row();
    const int groupA = left.data(JobModel::GroupRole).toInt();
    const int groupB = right.data(JobModel::GroupRole).toInt();
    if (groupA != groupB)
        return groupA < groupB;
    if (isFinished(a->state) && a->finished != b->finished)
        return a->finished > b->finished;
    return left.row() < right.row();
}

} // namespace dip::ui
