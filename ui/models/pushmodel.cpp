#include "ui/models/pushmodel.h"

#include <QGuiApplication>
#include <QPalette>

#include "ui/look/format.h"
#include "ui/look/theme.h"

namespace dip::ui {

void PushModel::setRows(QList<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    for (Row &row : m_rows)
        row.target = m_rule.apply(row.image);
    endResetModel();
}

void PushModel::setRule(const PushRule &rule)
{
    m_rule = rule;
    for (Row &row : m_rows) {
        if (!row.byHand)
            row.target = m_rule.apply(row.image);
    }
    allChanged();
}

void PushModel::drop(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

QString PushModel::problem(int row) const
{
    const QString &target = m_rows[row].target;
    if (!ImageName::parse(target))
        return tr("Not a valid name: lower-case letters, digits and . _ - / are allowed, then : and a tag.");
    for (qsizetype other = 0; other < m_rows.size(); ++other) {
        if (other != row && m_rows[other].target == target)
            return tr("Another image would get the same name.");
    }
    return {};
}

bool PushModel::isValid() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!problem(row).isEmpty())
            return false;
    }
    return !m_rows.isEmpty();
}

int PushModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PushModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PushModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    if (role == Qt::DisplayRole || (role == Qt::EditRole && index.column() == Target)) {
        switch (index.column()) {
        case Source:
            return row.image.toString();
        case Target:
            return row.target;
        case Size:
            return row.size > 0 ? formatBytes(row.size) : QString();
        default:
            return {};
        }
    }
    if (index.column() == Target && role == Qt::ForegroundRole && !problem(index.row()).isEmpty())
        return themeColors(QGuiApplication::palette()).danger;
    if (index.column() == Target && (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole))
        return problem(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

bool PushModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() != Target)
        return false;
    Row &row = m_rows[index.row()];
    row.target = value.toString().trimmed();
    row.byHand = !row.target.isEmpty();
    if (!row.byHand)
        row.target = m_rule.apply(row.image);
    allChanged(); // another row may have become a double, or no longer be one
    return true;
}

Qt::ItemFlags PushModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    return index.column() == Target ? flags | Qt::ItemIsEditable : flags;
}

QVariant PushModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Size)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Source   ? tr("Image in the cache")
           : section == Target ? tr("Name in the registry")
                               : tr("Size");
}

void PushModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    allChanged();
}

void PushModel::allChanged()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

} // namespace dip::ui
