#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "ui/disk/diskfacts.h"

namespace dip::ui {

/// The images with what they take of the disk; a row for each image, as in DiskFacts.
class DiskModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Size, Shared, Unique, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setFacts(std::shared_ptr<const DiskFacts> facts);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    [[nodiscard]] qint64 bytes(int image, int column) const;
    [[nodiscard]] QString nameText(int image) const;

    std::shared_ptr<const DiskFacts> m_facts;
};

/// The same in the order that a person chose.
class DiskSorter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit DiskSorter(QObject *parent = nullptr) : QSortFilterProxyModel(parent)
    {
        setSortRole(DiskModel::SortRole);
        setSortLocaleAware(true);
    }
};

} // namespace dip::ui
