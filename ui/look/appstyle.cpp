#include "ui/look/appstyle.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

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

} // namespace

AppStyle::AppStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion"))) {}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter);
        return;
    case PE_PanelButtonTool:
        drawToolButtonGround(option, painter);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelLineEdit:
        // Inside a spin box or an editable combo box the outer control has drawn the frame.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_Frame:
        painter->setPen(themeColors(option->palette).line);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        drawHeaderSection(option, painter);
        return;
    }
    if (element == CE_PushButtonLabel) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && (button->features & QStyleOptionButton::DefaultButton) &&
            (button->state & State_Enabled)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, Qt::white);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                  QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !combo || !combo->frame) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    if (combo->editable)
        drawField(option, painter);
    else
        drawButton(option, painter);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const QPointF middle = QRectF(arrow).center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        QPen(option->palette.color(QPalette::ButtonText), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(
        QPolygonF{middle + QPointF(-3.5, -1.5), middle + QPointF(0, 2), middle + QPointF(3.5, -1.5)});
    painter->restore();
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int fieldHeight = option ? option->fontMetrics.height() + 13 : 0;
    switch (type) {
    case CT_PushButton:
        result.rwidth() += 10;
        [[fallthrough]];
    case CT_LineEdit:
    case CT_SpinBox:
    case CT_ComboBox:
        result.setHeight(std::max(result.height(), fieldHeight));
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), fieldHeight));
        break;
    case CT_ToolButton:
        result += QSize(6, 4);
        break;
    case CT_MenuItem:
        result.rheight() += 4;
        break;
    case CT_TabBarTab:
        result += QSize(8, 4);
        break;
    default:
        break;
    }
    return result;
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 16;
    case PM_ToolBarIconSize:
        return 18;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace dip::ui
