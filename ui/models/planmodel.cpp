#include "ui/models/planmodel.h"

#include "ui/look/format.h"

namespace dip::ui {

namespace {
constexpr quintptr topLevel = 0; // ids of entries are their group's row and one more
} // namespace

void PlanModel::setPlan(const CleanPlan &plan)
{
    beginResetModel();
    m_plan = plan;
    m_groups.clear();
    for (int group = 0; group < GroupCount; ++group) {
        if (entries(group) > 0)
            m_groups.append(group);
    }
    endResetModel();
}

int PlanModel::entries(int group) const
{
    switch (group) {
    case Images:
        return int(m_plan.images.size());
    case Files:
        return int(m_plan.files.size());
    default:
        return int(m_plan.pinned.size() + m_plan.inUse.size());
    }
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : topLevel);
}

QModelIndex PlanModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, topLevel);
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == topLevel && parent.column() == 0 ? entries(m_groups[parent.row()]) : 0;
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    const bool isGroup = index.internalId() == topLevel;
    const int group = m_groups[isGroup ? index.row() : int(index.internalId()) - 1];
    if (role == Qt::ToolTipRole && !isGroup && group == Files)
        return m_plan.files[index.row()].path;
    if (role != Qt::DisplayRole && (role != Qt::ToolTipRole || isGroup))
        return {};
    return isGroup ? groupText(group, index.column()) : entryText(group, index.row(), index.column());
}

QString PlanModel::groupText(int group, int column) const
{
    const int count = entries(group);
    if (column == Detail)
        return group == Files ? formatBytes(m_plan.bytes()) : QString();
    switch (group) {
    case Images:
        return tr("%n image(s) to go", nullptr, count);
    case Files:
        return tr("%n file(s) to go", nullptr, count);
    default:
        return tr("%n image(s) to stay", nullptr, count);
    }
}

QString PlanModel::entryText(int group, int row, int column) const
{
    if (group == Files)
        return fileText(m_plan.files[row], column);
    if (group == Images)
        return column == Name ? m_plan.images[row].toString() : QString();
    const bool isPinned = row < m_plan.pinned.size();
    if (column == Detail)
        return isPinned ? tr("is pinned") : tr("is needed by a job");
    return (isPinned ? m_plan.pinned[row] : m_plan.inUse[row - m_plan.pinned.size()]).toString();
}

QString PlanModel::fileText(const CleanPlan::File &file, int column) const
{
    if (column == Detail)
        return formatBytes(file.size);
    return file.digest ? tr("Blob %1").arg(file.digest->shortHex()) : file.path;
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("What goes") : tr("Size or reason");
}

} // namespace dip::ui
