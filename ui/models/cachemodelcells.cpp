// What the table shows of its rows; cachemodel.cpp follows the cache.

#include "ui/models/cachemodel.h"

#include <QFileInfo>
#include <QGuiApplication>

#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

namespace dip::ui {

namespace {

bool isNumber(int column)
{
    return column == CacheModel::Size || column == CacheModel::Unique || column == CacheModel::Shared;
}

/// An archive's name without its folder; what came from a registry is named in full.
QString sourceText(const QString &source)
{
    return QFileInfo(source).isAbsolute() ? QFileInfo(source).fileName() : source;
}

} // namespace

int CacheModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CacheModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CacheModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CacheRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case SortRole:
        return sortValue(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::DecorationRole:
        return index.column() == Name && row.image.pinned
                   ? QVariant(icon(QLatin1StringView("pin"), themeColors(QGuiApplication::palette()).accent))
                   : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Name && row.image.pinned ? QVariant(tr("%1, pinned").arg(nameText(row)))
                                                          : QVariant(text(row, index.column()));
    case Qt::ForegroundRole:
        return !row.complete && (index.column() == Name || index.column() == State)
                   ? QVariant(themeColors(QGuiApplication::palette()).warning)
                   : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant CacheModel::toolTip(const CacheRow &row, int column)
{
    if (column == Name)
        return row.image.pinned ? tr("%1 is pinned: cleaning leaves it alone.").arg(row.image.name.toString())
                                : row.image.name.toString();
    return column == Source ? QVariant(row.image.source) : QVariant();
}

QString CacheModel::nameText(const CacheRow &row)
{
    const QString name = row.isUntagged() ? tr("%1 (untagged)").arg(row.image.name.repository.toString())
                                          : row.image.name.toString();
    return row.complete ? name : tr("%1 (incomplete)").arg(name);
}

QString CacheModel::platformsText(const CacheRow &row)
{
    QStringList names;
    for (const QString &platform : row.platforms)
        names.append(shortPlatform(platform));
    return names.join(QStringLiteral(", "));
}

QString CacheModel::text(const CacheRow &row, int column) const
{
    switch (column) {
    case Name:
        return nameText(row);
    case Platforms:
        return platformsText(row);
    case Size:
        return formatBytes(row.size);
    case Unique:
        return formatBytes(row.unique);
    case Shared:
        return formatBytes(row.shared);
    case Source:
        return sourceText(row.image.source);
    case Added:
        return formatWhen(row.image.added);
    case Pushed: {
        if (row.image.copies.isEmpty())
            return tr("not yet");
        const QString last = row.image.copies.last().registry;
        const int more = int(row.image.copies.size()) - 1;
        return more == 0 ? last : tr("%1 and %n more", "registries", more).arg(last);
    }
    case LastUsed:
        return formatWhen(row.image.lastActivity());
    case State:
        return row.complete ? tr("complete") : tr("incomplete");
    default:
        return {};
    }
}

QVariant CacheModel::sortValue(const CacheRow &row, int column)
{
    switch (column) {
    case Name:
        return row.image.name.toString();
    case Platforms:
        return row.platforms.join(u',');
    case Size:
        return row.size;
    case Unique:
        return row.unique;
    case Shared:
        return row.shared;
    case Source:
        return sourceText(row.image.source);
    case Added:
        return row.image.added;
    case Pushed:
        return row.image.copies.isEmpty() ? QString() : row.image.copies.last().registry;
    case LastUsed:
        return row.image.lastActivity();
    default:
        return row.complete;
    }
}

QVariant CacheModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Unique)
        return tr("What deleting only this image gives back");
    if (role == Qt::ToolTipRole && section == Shared)
        return tr("What stays on the disk without it, because other images or the trash need it");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Image");
    case Platforms:
        return tr("Platforms");
    case Size:
        return tr("Size");
    case Unique:
        return tr("Unique");
    case Shared:
        return tr("Shared");
    case Source:
        return tr("Came from");
    case Added:
        return tr("Added");
    case Pushed:
        return tr("Pushed to");
    case LastUsed:
        return tr("Last used");
    case State:
        return tr("State");
    default:
        return {};
    }
}

void CacheModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

} // namespace dip::ui
