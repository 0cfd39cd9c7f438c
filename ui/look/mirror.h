#pragma once

#include <QMargins>
#include <QStyle>
#include <QWidget>

namespace dip::ui {

// Painting and margins are said as for languages that are written from left to right; these turn them round
// where the widget is read the other way. Layouts and aligned texts do so by themselves.

[[nodiscard]] inline QRect mirrored(const QWidget &widget, const QRect &rect)
{
    return QStyle::visualRect(widget.layoutDirection(), widget.rect(), rect);
}

[[nodiscard]] inline QMargins mirrored(const QWidget &widget, const QMargins &margins)
{
    return widget.layoutDirection() == Qt::LeftToRight
               ? margins
               : QMargins(margins.right(), margins.top(), margins.left(), margins.bottom());
}

} // namespace dip::ui
