#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace dip::ui {

/// A bar of progress: a hatched part for what was there already, then a full one for what was moved.
struct Bar
{
    double already = 0; ///< share of the whole, 0 to 1
    double moved = 0;   ///< share of the whole, 0 to 1
    QColor color;
    QColor track;
    bool mirrored = false; ///< grows from the right

    void paint(QPainter *painter, const QRectF &rect) const;
};

} // namespace dip::ui
