#pragma once

#include <QAbstractTableModel>

#include "ui/push/pushrule.h"

namespace dip::ui {

/// The mapping of a push: each image and the name that it gets in the registry, by rule or by hand.
class PushModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Source, Target, Size, ColumnCount };

    struct Row
    {
        ImageName image;
        qint64 size = 0; ///< bytes
        QString target;  ///< as shown and edited
        bool byHand = false;
        QString after{}; ///< id of the job that brings it into the cache
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(QList<Row> rows);
    void setRule(const PushRule &rule); ///< rows that were edited by hand stay
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    void drop(int row);
    /// What is wrong with a row's target; empty where nothing is.
    [[nodiscard]] QString problem(int row) const;
    [[nodiscard]] bool isValid() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    void allChanged();

    PushRule m_rule;
    QList<Row> m_rows;
};

} // namespace dip::ui
