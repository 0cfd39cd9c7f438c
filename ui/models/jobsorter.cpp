#include "ui/models/jobsorter.h"

#include "ui/jobs/jobtext.h"
#include "ui/models/jobmodel.h"

namespace dip::ui {

namespace {

bool isShown(JobState state, JobSorter::Show show)
{
    switch (show) {
    case JobSorter::Show::All:
        return true;
    case JobSorter::Show::Unfinished:
        return !isFinished(state);
    case JobSorter::Show::NeedsYouOrFailed:
        return state == JobState::NeedsYou || state == JobState::Failed;
    case JobSorter::Show::Finished:
        return isFinished(state);
    }
    return true;
}

} // namespace

JobSorter::JobSorter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(0);
}

void JobSorter::setFilter(const QString &text, Show show)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    m_show = show;
    invalidateFilter();
}

const Job *JobSorter::jobAt(int row) const
{
    return static_cast<const JobModel *>(sourceModel())->jobAt(mapToSource(index(row, 0)));
}

/// What is in line above decides: below it may stand a finished job, whose place in the queue says nothing.
bool JobSorter::dropBetween(const QMimeData *data, int above, int below)
{
    const auto place = [this](int row) {
        return mapToSource(index(row, 0)).row();
    };
    const Job *before = above < 0 ? nullptr : jobAt(above);
    const bool after = before && isInLine(*before);
    const int row = after ? place(above) + 1 : below < 0 ? -1 : place(below);
    return sourceModel()->dropMimeData(data, Qt::MoveAction, row, 0, {});
}

bool JobSorter::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                             const QModelIndex &parent)
{
    if (action != Qt::MoveAction || parent.isValid())
        return false;
    const int below = row < 0 || row >= rowCount() ? -1 : row;
    return dropBetween(data, below < 0 ? rowCount() - 1 : below - 1, below);
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

bool JobSorter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid())
        return true;
    const Job *job = static_cast<const JobModel *>(sourceModel())->jobAt(sourceModel()->index(row, 0));
    if (!job || !isShown(job->state, m_show))
        return false;
    const QString title = jobTitle(*job);
    return std::ranges::all_of(
        m_words, [&title](const QString &word) { return title.contains(word, Qt::CaseInsensitive); });
}

} // namespace dip::ui
