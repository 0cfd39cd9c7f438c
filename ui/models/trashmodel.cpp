#include "ui/models/trashmodel.h"

#include "ui/cache/trashbin.h"
#include "ui/look/format.h"

namespace dip::ui {

namespace {

QStringList namesOf(const Trash::Item &item)
{
    QStringList names;
    for (const ImageName &image : item.images)
        names.append(image.toString());
    return names;
}

} // namespace

TrashModel::TrashModel(TrashBin &trash, QObject *parent)
    : QAbstractTableModel(parent), m_trash(trash), m_items(trash.items())
{
    connect(&trash, &TrashBin::changed, this, &TrashModel::take);
}

/// What is in an item never changes, so a list of the same ids keeps its rows and what is chosen of them.
void TrashModel::take()
{
    const bool same = std::ranges::equal(m_items, m_trash.items(), {}, &Trash::Item::id, &Trash::Item::id);
    if (same) {
        m_items = m_trash.items();
        retranslate();
        return;
    }
    beginResetModel();
    m_items = m_trash.items();
    endResetModel();
}

int TrashModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int TrashModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TrashModel::text(const Trash::Item &item, int column)
{
    switch (column) {
    case Images: {
        const QStringList names = namesOf(item);
        const int more = int(names.size()) - 3;
        return more <= 0 ? names.join(QStringLiteral(", "))
                         : tr("%1 and %n more", "images", more)
                               .arg(QStringList(names.first(3)).join(QStringLiteral(", ")));
    }
    case Deleted:
        return formatWhen(item.when);
    case Goes:
        return formatWhen(item.when.addDuration(Trash::keptFor));
    default:
        return formatBytes(item.bytes);
    }
}

QVariant TrashModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Trash::Item &item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::ToolTipRole:
        return index.column() == Images ? QVariant(namesOf(item).join(u'\n')) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant TrashModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Size)
        return tr("What emptying only this gives back");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Images:
        return tr("Images");
    case Deleted:
        return tr("Deleted");
    case Goes:
        return tr("Kept until");
    case Size:
        return tr("Frees");
    default:
        return {};
    }
}

void TrashModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_items.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_items.size()) - 1, ColumnCount - 1));
}

} // namespace dip::ui
