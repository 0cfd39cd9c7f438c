#pragma once

#include <QItemSelectionModel>

class QSortFilterProxyModel;

namespace dip::ui {

/// The chosen images of the page, told by their numbers; list and picture share it. It lies over the list's
/// own selection, so there is only one.
class ImageSelection final : public QObject
{
    Q_OBJECT

public:
    /// `selection` is over `order`, whose source has a row for each image.
    ImageSelection(QItemSelectionModel *selection, QSortFilterProxyModel *order, QObject *parent = nullptr);

    [[nodiscard]] const QList<int> &images() const { return m_images; } ///< ascending
    [[nodiscard]] bool contains(int image) const;
    /// The one that keys begin from; -1 where there is none.
    [[nodiscard]] int current() const;
    void choose(const QList<int> &images, QItemSelectionModel::SelectionFlags how);
    void setCurrent(int image);

signals:
    void changed();
    void currentChanged(int image);

private:
    [[nodiscard]] int imageOf(const QModelIndex &index) const;
    void read();

    QItemSelectionModel *m_selection;
    QSortFilterProxyModel *m_order;
    QList<int> m_images;
};

} // namespace dip::ui
