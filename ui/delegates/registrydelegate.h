#pragma once

#include <QStyledItemDelegate>

namespace dip::ui {

/// A registry in two lines: its name, and below it the address with a mark where it is not secure.
class RegistryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace dip::ui
