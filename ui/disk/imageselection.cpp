#include "ui/disk/imageselection.h"

#include <QSortFilterProxyModel>

#include <algorithm>

namespace dip::ui {

ImageSelection::ImageSelection(QItemSelectionModel *selection, QSortFilterProxyModel *order, QObject *parent)
    : QObject(parent), m_selection(selection), m_order(order)
{
    connect(selection, &QItemSelectionModel::selectionChanged, this, &ImageSelection::read);
    connect(order, &QAbstractItemModel::modelReset, this, &ImageSelection::read);
    connect(selection, &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { emit currentChanged(imageOf(index)); });
}

int ImageSelection::imageOf(const QModelIndex &index) const
{
    return index.isValid() ? m_order->mapToSource(index).row() : -1;
}

void ImageSelection::read()
{
    m_images.clear();
    const QItemSelection ranges = m_selection->selection();
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_images.append(imageOf(m_order->index(row, 0)));
    }
    std::ranges::sort(m_images);
    const auto surplus = std::ranges::unique(m_images);
    m_images.erase(surplus.begin(), surplus.end());
    emit changed();
}

bool ImageSelection::contains(int image) const
{
    return std::ranges::binary_search(m_images, image);
}

int ImageSelection::current() const
{
    return imageOf(m_selection->currentIndex());
}

/// Rows that lie together make one range: each range costs.
void ImageSelection::choose(const QList<int> &images, QItemSelectionModel::SelectionFlags how)
{
    QList<int> rows;
    rows.reserve(images.size());
    for (const int image : images)
        rows.append(m_order->mapFromSource(m_order->sourceModel()->index(image, 0)).row());
    std::ranges::sort(rows);
    QItemSelection selection;
    const int lastColumn = m_order->columnCount() - 1;
    for (qsizetype begin = 0, end = 0; begin < rows.size(); begin = end) {
        end = begin + 1;
        while (end < rows.size() && rows[end] <= rows[end - 1] + 1)
            ++end;
        selection.append(
            QItemSelectionRange(m_order->index(rows[begin], 0), m_order->index(rows[end - 1], lastColumn)));
    }
    m_selection->select(selection, how);
}

void ImageSelection::setCurrent(int image)
{
    const QModelIndex index = m_order->mapFromSource(m_order->sourceModel()->index(image, 0));
    m_selection->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

} // namespace dip::ui
