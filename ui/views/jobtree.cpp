#include "ui/views/jobtree.h"

#include "ui/delegates/jobdelegate.h"
#include "ui/jobs/jobqueue.h"
#include "ui/models/jobgroups.h"
#include "ui/models/jobmodel.h"

namespace dip::ui {

namespace {

bool isHeading(const QModelIndex &index)
{
    return index.data(JobModel::HeadingRole).isValid();
}

} // namespace

JobTree::JobTree(JobQueue &queue, QWidget *parent)
    : QTreeView(parent)
    , m_queue(queue)
    , m_jobs(new JobModel(queue, this))
    , m_sorter(new JobSorter(this))
    , m_groups(new JobGroups(*m_sorter, this))
{
    m_sorter->setSourceModel(m_jobs);
    setObjectName(QStringLiteral("jobTree"));
    setItemDelegate(new JobDelegate(this));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setIndentation(22);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    connect(this, &QTreeView::activated, this, &JobTree::activate);
    use(m_sorter);
}

void JobTree::group(JobGrouping by)
{
    const QString current = currentId();
    m_groups->group(by);
    use(by == JobGrouping::None ? static_cast<QAbstractItemModel *>(m_sorter) : m_groups);
    if (by != JobGrouping::None)
        expandToDepth(0);
    choose(current);
}

void JobTree::use(QAbstractItemModel *model)
{
    if (model == this->model())
        return;
    const QItemSelectionModel *before = selectionModel();
    setModel(model);
    delete before;
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobTree::choiceChanged);
}

/// Headings are open until they are closed.
void JobTree::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTreeView::rowsInserted(parent, start, end);
    if (parent.isValid() || model() != m_groups)
        return;
    for (int row = start; row <= end; ++row)
        expand(m_groups->index(row, 0));
}

void JobTree::setFilter(const QString &text, JobSorter::Show show)
{
    m_sorter->setFilter(text, show);
}

QStringList JobTree::chosenIds() const
{
    QStringList ids;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        ids += index.data(JobModel::IdsRole).toStringList();
    ids.removeDuplicates();
    return ids;
}

QString JobTree::currentId() const
{
    const QModelIndex current = currentIndex();
    return isHeading(current) ? QString() : current.data(JobModel::IdsRole).toStringList().value(0);
}

QModelIndex JobTree::find(const QString &id, const QModelIndex &parent) const
{
    for (int row = 0; row < model()->rowCount(parent); ++row) {
        const QModelIndex index = model()->index(row, 0, parent);
        if (!index.data(JobModel::IdsRole).toStringList().contains(id))
            continue;
        return isHeading(index) ? find(id, index) : index;
    }
    return {};
}

void JobTree::choose(const QString &id)
{
    if (const QModelIndex index = find(id); index.isValid())
        setCurrentIndex(index);
}

void JobTree::chooseFirst()
{
    if (const Job *first = m_sorter->jobAt(0)) // the sorter puts it there
        choose(first->id);
}

/// A layer that waits to be tried again is tried now.
void JobTree::activate(const QModelIndex &index)
{
    const QVariant line = index.data(JobModel::LineRole);
    if (line.isValid() && line.value<JobLine>().phase == Phase::WaitingToRetry)
        m_queue.retryNow(index.data(JobModel::IdsRole).toStringList().value(0), index.row());
}

void JobTree::retranslate()
{
    m_jobs->retranslate();
}

} // namespace dip::ui
