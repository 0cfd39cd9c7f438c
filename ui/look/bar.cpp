#include "ui/look/bar.h"

#include <QPainter>
#include <QPainterPath>

namespace dip::ui {

namespace {

void hatch(QPainter *painter, const QRectF &rect, const QColor &color)
{
    QColor ground = color;
    ground.setAlphaF(0.30F);
    painter->fillRect(rect, ground);
    painter->setPen(QPen(color, 1.4));
    for (qreal x = rect.left() - rect.height(); x < rect.right(); x += 5)
        painter->drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
}

} // namespace

void Bar::paint(QPainter *painter, const QRectF &rect) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (mirrored) {
        painter->translate(2 * rect.center().x(), 0);
        painter->scale(-1, 1);
    }
    QPainterPath shape;
    shape.addRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter->fillPath(shape, track);
    painter->setClipPath(shape);
    QRectF part = rect;
    part.setWidth(rect.width() * std::clamp(already, 0., 1.));
    if (part.width() > 0) {
        painter->save();
        painter->setClipRect(part, Qt::IntersectClip);
        hatch(painter, part, color);
        painter->restore();
    }
    part.setLeft(part.right());
    part.setWidth(rect.width() * std::clamp(moved, 0., 1. - std::clamp(already, 0., 1.)));
    painter->fillRect(part, color);
    painter->restore();
}

} // namespace dip::ui
