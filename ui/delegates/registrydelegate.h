#pragma once

#include <QStyledItemDelegate>

namespace dip::ui {

/// A registry in three lines: its name, the address with a mark where it is not secure, and what is known.
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
