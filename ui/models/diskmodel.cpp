#include "ui/models/diskmodel.h"

#include "ui/look/format.h"

namespace dip::ui {

/// Keeps selection and scroll position where only values changed.
void DiskModel::setFacts(std::shared_ptr<const DiskFacts> facts)
{
    if (m_facts && facts && m_facts->usage.images() == facts->usage.images()) {
        m_facts = std::move(facts);
        retranslate();
        return;
    }
    beginResetModel();
    m_facts = std::move(facts);
    endResetModel();
}

int DiskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_facts ? 0 : int(m_facts->images.size());
}

int DiskModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

qint64 DiskModel::bytes(int image, int column) const
{
    const CacheUsage::Share &share = m_facts->usage.share(image);
    return column == Size ? share.total : column == Shared ? share.shared : share.unique;
}

QString DiskModel::nameText(int image) const
{
    const ImageName &name = m_facts->usage.images()[image];
    const QString text =
        name.reference.isDigest() ? tr("%1 (untagged)").arg(name.repository.toString()) : name.toString();
    return m_facts->images[image].pinned ? tr("%1 (pinned)").arg(text) : text;
}

QVariant DiskModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int image = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? nameText(image) : formatBytes(bytes(image, index.column()));
    case SortRole:
        return index.column() == Name ? QVariant(m_facts->usage.images()[image].toString())
                                      : QVariant(bytes(image, index.column()));
    case Qt::ToolTipRole:
        return index.column() == Name ? QVariant(m_facts->usage.images()[image].toString()) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant DiskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const bool isTip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !isTip)
        return {};
    switch (section) {
    case Name:
        return isTip ? QVariant() : tr("Image");
    case Size:
        return isTip ? tr("All that the image consists of") : tr("Size");
    case Shared:
        return isTip ? tr("What others need, too, and what stays when only this image goes") : tr("Shared");
    case Unique:
        return isTip ? tr("What deleting only this image gives back") : tr("Unique");
    default:
        return {};
    }
}

void DiskModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace dip::ui
