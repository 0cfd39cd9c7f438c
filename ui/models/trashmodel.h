#pragma once

#include <QAbstractTableModel>

#include "core/cache/trash.h"

namespace dip::ui {

class TrashBin;

/// What lies in the trash, one row for each deletion.
class TrashModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Images, Deleted, Goes, Size, ColumnCount };

    explicit TrashModel(TrashBin &trash, QObject *parent = nullptr);

    [[nodiscard]] const Trash::Item &item(int row) const { return m_items[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    void take();
    [[nodiscard]] static QString text(const Trash::Item &item, int column);

    TrashBin &m_trash;
    QList<Trash::Item> m_items;
};

} // namespace dip::ui
