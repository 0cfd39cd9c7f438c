#include "ui/models/jobmodel.h"

#include <QMimeData>

#include "ui/jobs/jobqueue.h"
#include "ui/jobs/jobspoken.h"
#include "ui/jobs/jobtext.h"

namespace dip::ui {

namespace {

const QString mimeType = QStringLiteral("application/x-docker-image-pusher-jobs");

/// What needs a person comes first, what is finished last.
int groupOf(JobState state)
{
    switch (state) {
    case JobState::NeedsYou:
        return 0;
    case JobState::Running:
        return 1;
    case JobState::Paused:
    case JobState::Waiting:
        return 2;
    default:
        return 3;
    }
}

} // namespace

JobModel::JobModel(JobQueue &queue, QObject *parent)
    : QAbstractItemModel(parent), m_queue(queue), m_jobs(queue.jobs())
{
    connect(&queue, &JobQueue::added, this, [this](int row) {
        beginInsertRows({}, row, row);
        m_jobs.insert(row, m_queue.jobs()[row]);
        endInsertRows();
    });
    connect(&queue, &JobQueue::removed, this, [this](int row) {
        beginRemoveRows({}, row, row);
        m_jobs.removeAt(row);
        endRemoveRows();
    });
    connect(&queue, &JobQueue::moved, this, [this](int from, int to) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_jobs.move(from, to);
        endMoveRows();
    });
    connect(&queue, &JobQueue::changed, this, [this](const QList<int> &rows) {
        for (const int row : rows)
            update(row);
        const auto [first, last] = std::ranges::minmax(rows);
        emit dataChanged(index(first, 0), index(last, 0));
    });
}

/// Takes over a job; lines come and go with proper notice, and those that stay are announced as one range.
void JobModel::update(int row)
{
    const Job &now = m_queue.jobs()[row];
    const QModelIndex parent = index(row, 0);
    const int before = int(m_jobs[row].lines.size());
    const int after = int(now.lines.size());
    if (after < before) {
        beginRemoveRows(parent, after, before - 1);
        m_jobs[row] = now;
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows(parent, before, after - 1);
        m_jobs[row] = now;
        endInsertRows();
    } else {
        m_jobs[row] = now;
    }
    const int kept = std::min(before, after);
    if (kept > 0)
        emit dataChanged(index(0, 0, parent), index(kept - 1, 0, parent));
}

QModelIndex JobModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(m_jobs[parent.row()].key) : 0);
}

QModelIndex JobModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    const int row = rowOfKey(child.internalId());
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr(0));
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_jobs.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_jobs[parent.row()].lines.size()) : 0;
}

int JobModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    const Job *job = jobAt(index);
    if (!job)
        return {};
    if (role == JobRole)
        return QVariant::fromValue(*job);
    if (role == GroupRole)
        return groupOf(job->state);
    if (role == IdsRole)
        return QStringList{job->id};
    if (index.internalId() == 0) {
        if (role == Qt::DisplayRole)
            return jobTitle(*job);
        if (role == Qt::ToolTipRole)
            return jobTitle(*job) + u'\n' + jobSummary(*job);
        return role == Qt::AccessibleTextRole ? QVariant(jobSpoken(*job)) : QVariant();
    }
    const JobLine &line = job->lines[index.row()];
    if (role == LineRole)
        return QVariant::fromValue(line);
    if (role == Qt::DisplayRole)
        return lineTitle(line);
    if (role == Qt::ToolTipRole)
        return line.note.isEmpty() ? line.label : line.label + u'\n' + line.note;
    if (role == Qt::AccessibleTextRole)
        return lineSpoken(line);
    return {};
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Job");
    return {};
}

Qt::ItemFlags JobModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Job *job = jobAt(index);
    const bool inLine =
        index.internalId() == 0 && job && (job->state == JobState::Waiting || job->state == JobState::Paused);
    const Qt::ItemFlags common = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return inLine ? common | Qt::ItemIsDragEnabled : common;
}

QStringList JobModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *JobModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList ids;
    for (const QModelIndex &index : indexes) {
        if (const Job *job = jobAt(index); job && !ids.contains(job->id))
            ids.append(job->id);
    }
    auto *data = new QMimeData;
    data->setData(mimeType, ids.join(u'\n').toUtf8());
    return data;
}

QStringList JobModel::draggedJobs(const QMimeData &data)
{
    return QString::fromUtf8(data.data(mimeType)).split(u'\n', Qt::SkipEmptyParts);
}

/// The rows are moved by the queue, so the view has nothing to remove: false.
bool JobModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                            const QModelIndex &parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(mimeType) || parent.isValid())
        return false;
    int before = row < 0 ? int(m_jobs.size()) : row;
    for (const QString &id : draggedJobs(*data)) {
        const auto place = std::ranges::find(m_jobs, id, &Job::id);
        const int from = int(place - m_jobs.begin());
        m_queue.place(id, before);
        if (from >= before)
            ++before; // the next one comes after it
    }
    return false;
}

const Job *JobModel::jobAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const int row = index.internalId() == 0 ? index.row() : rowOfKey(index.internalId());
    return row < 0 || row >= m_jobs.size() ? nullptr : &m_jobs[row];
}

void JobModel::retranslate()
{
    if (!m_jobs.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_jobs.size()) - 1, 0));
    emit headerDataChanged(Qt::Horizontal, 0, 0);
}

int JobModel::rowOfKey(quintptr key) const
{
    const auto place = std::ranges::find_if(m_jobs, [key](const Job &job) { return job.key == key; });
    return place == m_jobs.end() ? -1 : int(place - m_jobs.begin());
}

} // namespace dip::ui
