#pragma once

#include <QAbstractItemModel>

#include "core/cache/cleanplan.h"

namespace dip::ui {

/// What a cleaning takes: every image and every file, and what stays although it was asked for, with the
/// reason. Groups, and their entries below.
class PlanModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Detail, ColumnCount };
    enum Group { Images, Staying, Files, GroupCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setPlan(const CleanPlan &plan);
    [[nodiscard]] Group group(int row) const { return Group(m_groups[row]); } ///< of a top row

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] int entries(int group) const;
    [[nodiscard]] QString groupText(int group, int column) const;
    [[nodiscard]] QString entryText(int group, int row, int column) const;
    [[nodiscard]] QString fileText(const CleanPlan::File &file, int column) const;

    CleanPlan m_plan;
    QList<int> m_groups; ///< that have entries
};

} // namespace dip::ui
