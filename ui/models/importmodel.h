#pragma once

#include <QAbstractTableModel>
#include <QHash>

#include "ui/archives/importrow.h"

namespace dip::ui {

/// The images that were found in dropped archives; choosable, with names that can be edited.
class ImportModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Platforms, Size, File, Check, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void add(const QList<ImportRow> &rows); ///< of one archive; not again where it is listed already
    void clear();
    [[nodiscard]] const QList<ImportRow> &rows() const { return m_rows; }
    [[nodiscard]] QList<ImportRow> chosen() const; ///< of those that can be imported
    [[nodiscard]] int withoutName() const;         ///< of those chosen: without a good one
    [[nodiscard]] bool isValid() const;            ///< something is chosen, and all chosen have good names

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void choose(const QList<int> &rows, bool chosen);
    void retranslate();

signals:
    /// Of one row, by a person.
    void choiceMade(int row, bool chosen);

private:
    [[nodiscard]] QString text(const ImportRow &row, int column) const;
    [[nodiscard]] QString check(const ImportRow &row) const;
    [[nodiscard]] bool isNamedTwice(const ImportRow &row) const;

    void countNames();
    void retell();

    QList<ImportRow> m_rows;
    QHash<QString, int> m_names; ///< how many chosen rows will have each
};

} // namespace dip::ui
