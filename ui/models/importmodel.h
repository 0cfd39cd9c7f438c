#pragma once

#include <QAbstractTableModel>

#include "ui/archives/importrow.h"

namespace dip::ui {

/// The images that were found in dropped archives; choosable, with names that can be edited.
class ImportModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Platforms, Size, File, Check, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void add(const QList<ImportRow> &rows);
    void clear();
    [[nodiscard]] const QList<ImportRow> &rows() const { return m_rows; }
    [[nodiscard]] QList<ImportRow> chosen() const; ///< of those that can be imported
    [[nodiscard]] bool isValid() const;            ///< something is chosen, and all chosen have good names

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    [[nodiscard]] QString text(const ImportRow &row, int column) const;
    [[nodiscard]] QString check(const ImportRow &row) const;

    QList<ImportRow> m_rows;
};

} // namespace dip::ui
