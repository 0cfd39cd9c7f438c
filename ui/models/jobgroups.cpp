#include "ui/models/jobgroups.h"

#include <QHash>
#include <QMimeData>
#include <QSet>

#include "ui/models/jobmodel.h"
#include "ui/models/jobsorter.h"

// What an index belongs to says its internal id: 0 for a heading, the group's number and an odd bit for a
// job, the job's key and an even bit for a line.

namespace dip::ui {

namespace {

bool isHeading(const QModelIndex &index)
{
    return index.internalId() == 0;
}

bool isJob(const QModelIndex &index)
{
    return index.internalId() % 2 == 1;
}

quintptr idOfJobs(quintptr group)
{
    return group * 2 + 1;
}

quintptr idOfLines(quint32 job)
{
    return quintptr(job) * 2;
}

} // namespace

JobGroups::JobGroups(JobSorter &jobs, QObject *parent) : QAbstractItemModel(parent), m_jobs(jobs) {}

void JobGroups::group(JobGrouping by)
{
    if (m_by == by)
        return;
    disconnect(&m_jobs, nullptr, this, nullptr);
    beginResetModel();
    m_groups.clear();
    endResetModel();
    m_by = by;
    if (by == JobGrouping::None)
        return;
    follow();
    update();
}

void JobGroups::follow()
{
    connect(&m_jobs, &QAbstractItemModel::rowsInserted, this, &JobGroups::update);
    connect(&m_jobs, &QAbstractItemModel::rowsRemoved, this, &JobGroups::update);
    connect(&m_jobs, &QAbstractItemModel::rowsMoved, this, &JobGroups::update);
    connect(&m_jobs, &QAbstractItemModel::layoutChanged, this, &JobGroups::update);
    connect(&m_jobs, &QAbstractItemModel::modelReset, this, &JobGroups::update);
    connect(&m_jobs, &QAbstractItemModel::dataChanged, this, &JobGroups::forward);
}

// --- Following the sorter: jobs are known by their keys, so that it does not matter how they came to stand
// where they stand now.

void JobGroups::update()
{
    QHash<quint32, int> rows;
    for (int row = 0; row < m_jobs.rowCount(); ++row)
        rows.insert(m_jobs.jobAt(row)->key, row);
    for (Group &group : m_groups) {
        for (Entry &entry : group.jobs)
            entry.row = rows.value(entry.key, -1);
    }
    dropGone();
    insertNew();
    countLines();
    reorder();
    tellHeadings();
}

void JobGroups::tellHeadings()
{
    if (!m_groups.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_groups.size()) - 1, 0));
}

void JobGroups::dropGone()
{
    for (int g = int(m_groups.size()) - 1; g >= 0; --g) {
        QList<Entry> &jobs = m_groups[g].jobs;
        if (std::ranges::all_of(jobs, [](const Entry &entry) { return entry.row < 0; })) {
            beginRemoveRows({}, g, g);
            m_groups.removeAt(g);
            endRemoveRows();
            continue;
        }
        for (int place = int(jobs.size()) - 1; place >= 0; --place) {
            if (jobs[place].row >= 0)
                continue;
            beginRemoveRows(index(g, 0), place, place);
            jobs.removeAt(place);
            endRemoveRows();
        }
    }
}

void JobGroups::insertNew()
{
    QSet<quint32> known;
    for (const Group &group : std::as_const(m_groups)) {
        for (const Entry &entry : group.jobs)
            known.insert(entry.key);
    }
    for (int row = 0; row < m_jobs.rowCount(); ++row) {
        if (const Job *job = m_jobs.jobAt(row); !known.contains(job->key))
            insert(*job, row);
    }
}

/// A new group comes with its first job, so that views can open it at once.
void JobGroups::insert(const Job &job, int row)
{
    const QString name = groupOf(job.request, m_by);
    const Entry entry{job.key, row, m_jobs.rowCount(m_jobs.index(row, 0))};
    const auto own = std::ranges::find(m_groups, name, &Group::name);
    if (own == m_groups.end()) {
        const auto place = int(
            std::ranges::count_if(m_groups, [row](const Group &group) { return group.firstRow() < row; }));
        beginInsertRows({}, place, place);
        m_groups.insert(place, {++m_lastId, name, {entry}});
        endInsertRows();
        return;
    }
    const auto place =
        int(std::ranges::count_if(own->jobs, [row](const Entry &other) { return other.row < row; }));
    beginInsertRows(index(int(own - m_groups.begin()), 0), place, place);
    own->jobs.insert(place, entry);
    endInsertRows();
}

void JobGroups::countLines()
{
    for (int g = 0; g < m_groups.size(); ++g) {
        for (int place = 0; place < m_groups[g].jobs.size(); ++place)
            countLinesOf(g, place);
    }
}

/// Lines come and go at the end only; see JobModel.
void JobGroups::countLinesOf(int group, int place)
{
    Entry &entry = m_groups[group].jobs[place];
    const int now = m_jobs.rowCount(m_jobs.index(entry.row, 0));
    const QModelIndex job = index(place, 0, index(group, 0));
    if (now > entry.lines) {
        beginInsertRows(job, entry.lines, now - 1);
        entry.lines = now;
        endInsertRows();
    } else if (now < entry.lines) {
        beginRemoveRows(job, now, entry.lines - 1);
        entry.lines = now;
        endRemoveRows();
    }
}

bool JobGroups::isInOrder() const
{
    return std::ranges::is_sorted(m_groups, {}, &Group::firstRow) &&
           std::ranges::all_of(m_groups, [](const Group &group) {
               return std::ranges::is_sorted(group.jobs, {}, &Entry::row);
           });
}

void JobGroups::reorder()
{
    if (isInOrder())
        return;
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<quintptr> ids; // of headings and jobs; lines stay where they are
    for (const QModelIndex &index : before) {
        const Group *group = isHeading(index) ? &m_groups[index.row()]
                             : isJob(index)   ? &m_groups[rowOfGroup((index.internalId() - 1) / 2)]
                                              : nullptr;
        ids.append(!group ? 0 : isHeading(index) ? group->id : group->jobs[index.row()].key);
    }
    for (Group &group : m_groups)
        std::ranges::sort(group.jobs, {}, &Entry::row);
    std::ranges::sort(m_groups, {}, &Group::firstRow);
    for (qsizetype i = 0; i < before.size(); ++i) {
        const QModelIndex &index = before[i];
        if (isHeading(index))
            changePersistentIndex(index, createIndex(rowOfGroup(ids[i]), index.column(), quintptr(0)));
        else if (isJob(index))
            changePersistentIndex(index, indexOfJob(quint32(ids[i])));
    }
    emit layoutChanged();
}

/// One range for each group that holds some of them.
void JobGroups::forward(const QModelIndex &first, const QModelIndex &last)
{
    if (first.parent().isValid()) {
        forwardLines(first, last);
        return;
    }
    const auto isMeant = [&](const Entry &entry) {
        return entry.row >= first.row() && entry.row <= last.row();
    };
    for (int g = 0; g < m_groups.size(); ++g) {
        const QList<Entry> &jobs = m_groups[g].jobs;
        const auto from = std::ranges::find_if(jobs, isMeant);
        if (from == jobs.end())
            continue;
        const auto to = std::ranges::find_if_not(from, jobs.end(), isMeant); // in order, so they adjoin
        const QModelIndex heading = index(g, 0);
        emit dataChanged(index(int(from - jobs.begin()), 0, heading),
                         index(int(to - jobs.begin()) - 1, 0, heading));
    }
    tellHeadings();
}

void JobGroups::forwardLines(const QModelIndex &first, const QModelIndex &last)
{
    const Job *job = m_jobs.jobAt(first.parent().row());
    const QModelIndex own = job ? indexOfJob(job->key) : QModelIndex();
    const int end = std::min(last.row(), rowCount(own) - 1);
    if (own.isValid() && first.row() <= end)
        emit dataChanged(index(first.row(), 0, own), index(end, 0, own));
}

// --- The tree

QModelIndex JobGroups::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    if (isHeading(parent))
        return createIndex(row, column, idOfJobs(m_groups[parent.row()].id));
    const Group &group = m_groups[rowOfGroup((parent.internalId() - 1) / 2)];
    return createIndex(row, column, idOfLines(group.jobs[parent.row()].key));
}

QModelIndex JobGroups::parent(const QModelIndex &child) const
{
    if (!child.isValid() || isHeading(child))
        return {};
    if (!isJob(child))
        return indexOfJob(quint32(child.internalId() / 2));
    const int row = rowOfGroup((child.internalId() - 1) / 2);
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr(0));
}

int JobGroups::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.column() != 0)
        return 0;
    if (isHeading(parent))
        return parent.row() < m_groups.size() ? int(m_groups[parent.row()].jobs.size()) : 0;
    const int group = isJob(parent) ? rowOfGroup((parent.internalId() - 1) / 2) : -1;
    return group < 0 ? 0 : m_groups[group].jobs.value(parent.row(), Entry{}).lines;
}

int JobGroups::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant JobGroups::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    return isHeading(index) ? headingData(m_groups[index.row()], role) : sourceOf(index).data(role);
}

QVariant JobGroups::headingData(const Group &group, int role) const
{
    if (role == JobModel::IdsRole) {
        QStringList ids;
        for (const Job *job : jobsOf(group))
            ids.append(job->id);
        return ids;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole &&
        role != JobModel::HeadingRole)
        return {};
    const JobHeading heading = headingOf(group.name, m_by, jobsOf(group));
    switch (role) {
    case Qt::DisplayRole:
        return heading.title;
    case Qt::ToolTipRole:
        return heading.title + u'\n' + heading.summary;
    case Qt::AccessibleTextRole:
        return headingSpoken(heading);
    default:
        return QVariant::fromValue(heading);
    }
}

QVariant JobGroups::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_jobs.headerData(section, orientation, role);
}

QList<const Job *> JobGroups::jobsOf(const Group &group) const
{
    QList<const Job *> jobs;
    for (const Entry &entry : group.jobs) {
        if (const Job *job = entry.row < 0 ? nullptr : m_jobs.jobAt(entry.row))
            jobs.append(job);
    }
    return jobs;
}

QModelIndex JobGroups::sourceOf(const QModelIndex &index) const
{
    const QModelIndex job = isJob(index) ? index : index.parent();
    const int group = job.isValid() ? rowOfGroup((job.internalId() - 1) / 2) : -1;
    if (group < 0 || job.row() >= m_groups[group].jobs.size())
        return {};
    const QModelIndex source = m_jobs.index(m_groups[group].jobs[job.row()].row, 0);
    return isJob(index) || !source.isValid() ? source : m_jobs.index(index.row(), 0, source);
}

int JobGroups::rowOfGroup(quintptr id) const
{
    const auto place = std::ranges::find(m_groups, id, &Group::id);
    return place == m_groups.end() ? -1 : int(place - m_groups.begin());
}

QModelIndex JobGroups::indexOfJob(quint32 key) const
{
    for (const Group &group : m_groups) {
        const auto place = std::ranges::find(group.jobs, key, &Entry::key);
        if (place != group.jobs.end())
            return createIndex(int(place - group.jobs.begin()), 0, idOfJobs(group.id));
    }
    return {};
}

// --- Dragging

Qt::ItemFlags JobGroups::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (isHeading(index))
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    return m_jobs.flags(sourceOf(index));
}

QStringList JobGroups::mimeTypes() const
{
    return m_jobs.mimeTypes();
}

QMimeData *JobGroups::mimeData(const QModelIndexList &indexes) const
{
    QModelIndexList jobs;
    for (const QModelIndex &index : indexes) {
        if (!isHeading(index))
            jobs.append(sourceOf(index));
    }
    return m_jobs.mimeData(jobs);
}

bool JobGroups::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                const QModelIndex &parent) const
{
    if (action != Qt::MoveAction || !parent.isValid() || !isHeading(parent))
        return false;
    const QStringList own = parent.data(JobModel::IdsRole).toStringList();
    const QStringList dragged = JobModel::draggedJobs(*data);
    return !dragged.isEmpty() &&
           std::ranges::all_of(dragged, [&own](const QString &id) { return own.contains(id); });
}

bool JobGroups::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                             const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QList<Entry> &jobs = m_groups[parent.row()].jobs;
    const auto below = row < 0 || row >= jobs.size() ? jobs.size() : row;
    return m_jobs.dropBetween(data, below > 0 ? jobs[below - 1].row : -1,
                              below < jobs.size() ? jobs[below].row : -1);
}

} // namespace dip::ui
