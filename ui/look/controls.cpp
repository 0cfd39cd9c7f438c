#include "ui/look/controls.h"

#include <QPainter>
#include <QStyleOption>

#include "ui/look/theme.h"

namespace dip::ui {

namespace {

constexpr qreal radius = 5;

QColor blend(const QColor &a, const QColor &b, float share)
{
    const auto mix = [share](float x, float y) {
        return x + (y - x) * share;
    };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

void fillBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

} // namespace

void drawButton(const QStyleOption *option, QPainter *painter)
{
    const ThemeColors &colors = themeColors(option->palette);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool isDefault = button && (button->features & QStyleOptionButton::DefaultButton) && enabled;
    const QColor text = option->palette.color(QPalette::ButtonText);
    QColor fill = isDefault ? (colors.dark ? QColor(0x1f, 0x62, 0xc8) : colors.accent)
                            : option->palette.color(QPalette::Button);
    if (option->state & (QStyle::State_Sunken | QStyle::State_On))
        fill = blend(fill, text, 0.14F);
    else if (enabled && (option->state & QStyle::State_MouseOver))
        fill = blend(fill, isDefault ? QColor(Qt::white) : text, 0.07F);
    const bool focused = option->state & QStyle::State_HasFocus;
    fillBox(painter, option->rect, fill,
            focused     ? colors.accent
            : isDefault ? fill
                        : blend(colors.line, text, 0.12F));
    if (focused)
        fillBox(painter, option->rect.adjusted(1, 1, -1, -1), fill,
                isDefault ? QColor(Qt::white) : colors.accent);
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const ThemeColors &colors = themeColors(option->palette);
    const bool focused = (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_Enabled);
    const QColor border =
        focused ? colors.accent : blend(colors.line, option->palette.color(QPalette::Text), 0.15F);
    fillBox(painter, option->rect, option->palette.color(QPalette::Base), border);
    if (focused)
        fillBox(painter, option->rect.adjusted(1, 1, -1, -1), option->palette.color(QPalette::Base), border);
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const ThemeColors &colors = themeColors(option->palette);
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    painter->setPen(colors.line);
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void drawToolButtonGround(const QStyleOption *option, QPainter *painter)
{
    const ThemeColors &colors = themeColors(option->palette);
    const bool pressed = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    const QColor ground = option->palette.color(QPalette::Window);
    const QColor text = option->palette.color(QPalette::WindowText);
    const bool focused = option->state & QStyle::State_HasFocus;
    if (pressed || hovered || focused) {
        const QColor fill = blend(ground, text, pressed ? 0.14F : hovered ? 0.07F : 0.F);
        fillBox(painter, option->rect, fill, focused ? colors.accent : fill);
    }
}

void drawScrollBar(const QStyleOptionSlider *option, const QRect &thumb, QPainter *painter)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    if (option->maximum <= option->minimum)
        return;
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    QColor color = option->palette.color(QPalette::Text);
    color.setAlphaF(active ? 0.45F : 0.24F);
    QRectF body = QRectF(thumb).adjusted(3, 2, -3, -2);
    if (option->orientation == Qt::Horizontal)
        body = QRectF(thumb).adjusted(2, 3, -2, -3);
    const qreal round = std::min(body.width(), body.height()) / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(body, round, round);
    painter->restore();
}

void drawTab(const QStyleOptionTab *option, QPainter *painter)
{
    const ThemeColors &colors = themeColors(option->palette);
    const bool selected = option->state & QStyle::State_Selected;
    const QRect line(option->rect.left() + 6, option->rect.bottom() - 1, option->rect.width() - 12, 2);
    if (selected)
        painter->fillRect(line, colors.accent);
    else if (option->state & QStyle::State_MouseOver)
        painter->fillRect(line, colors.line);
    if (option->state & QStyle::State_HasFocus) {
        painter->setPen(colors.accent);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(2.5, 2.5, -2.5, -4.5), radius, radius);
    }
}

void drawFocus(const QRect &rect, const QPalette &palette, QPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(themeColors(palette).accent);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->restore();
}

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const ThemeColors colors = themeColors(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool marked = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor text = option->palette.color(QPalette::Text);
    const QColor ground = colors.dark ? QColor(0x1f, 0x62, 0xc8) : colors.accent;
    const QColor border =
        (option->state & QStyle::State_HasFocus) ? colors.accent : blend(colors.line, text, 0.35F);
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!enabled)
        painter->setOpacity(0.5);
    painter->setPen(QPen(marked ? ground : border, 1.2));
    painter->setBrush(marked ? ground : option->palette.color(QPalette::Base));
    painter->drawRoundedRect(box, 3, 3);
    painter->setPen(QPen(Qt::white, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = box.center();
    if (option->state & QStyle::State_On)
        painter->drawPolyline(
            QPolygonF{middle + QPointF(-3, 0), middle + QPointF(-0.8, 2.4), middle + QPointF(3.2, -2.6)});
    else if (option->state & QStyle::State_NoChange)
        painter->drawLine(middle + QPointF(-3, 0), middle + QPointF(3, 0));
    painter->restore();
}

void drawChevron(const QStyleOption *option, const QRect &rect, bool down, bool enabled, QPainter *painter)
{
    const QPointF middle = QRectF(rect).center();
    const qreal way = down ? 1 : -1;
    const QPalette::ColorGroup group = enabled ? QPalette::Active : QPalette::Disabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option->palette.color(group, QPalette::ButtonText), 1.4, Qt::SolidLine, Qt::RoundCap,
                         Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{middle + QPointF(-3.5, -1.75 * way), middle + QPointF(0, 1.75 * way),
                                    middle + QPointF(3.5, -1.75 * way)});
    painter->restore();
}

} // namespace dip::ui
