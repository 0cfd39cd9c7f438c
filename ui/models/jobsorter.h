#pragma once

#include <QSortFilterProxyModel>

namespace dip::ui {

/// Puts jobs that need a person first, then running, waiting and finished ones (the latest first); within a
/// group the queue's order stays.
class JobSorter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit JobSorter(QObject *parent = nullptr);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace dip::ui
