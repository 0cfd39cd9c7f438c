#include "ui/look/appstyle.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

#include "ui/look/controls.h"
#include "ui/look/theme.h"

namespace dip::ui {

namespace {

constexpr int scrollBarExtent = 12;
constexpr int smallestThumb = 28;
constexpr int spinButtonWidth = 22;

/// A button that opens a menu wherever it is pressed.
bool hasPlainMenu(const QStyleOptionToolButton *button)
{
    return (button->features & QStyleOptionToolButton::HasMenu) &&
           !(button->features & QStyleOptionToolButton::MenuButtonPopup);
}

/// Tool buttons are asked for a frame inside of theirs.
QMargins focusMargins(const QWidget *widget)
{
    return qobject_cast<const QToolButton *>(widget) ? QMargins(3, 3, 3, 3) : QMargins();
}

/// Frames where there is enough without.
bool isLeftOut(QStyle::PrimitiveElement element)
{
    return element == QStyle::PE_FrameDefaultButton || element == QStyle::PE_FrameTabBarBase ||
           element == QStyle::PE_PanelScrollAreaCorner || element == QStyle::PE_FrameStatusBarItem;
}

void drawSortMark(const QStyleOption *option, QPainter *painter)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    drawChevron(option, option->rect, header && header->sortIndicator != QStyleOptionHeader::SortUp, true,
                painter);
}

bool hasFrame(const QStyleOption *option)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return frame && frame->lineWidth > 0;
}

/// The bar has no arrow buttons: the whole of it is groove.
QRect scrollBarPart(const QStyleOptionSlider *bar, QStyle::SubControl part)
{
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int thumb = length;
    if (range > 0)
        thumb = std::max(std::min(smallestThumb, length),
                         int(qint64(bar->pageStep) * length / (range + std::max(1, bar->pageStep))));
    const int start = QStyle::sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                      length - thumb, bar->upsideDown);
    const auto slice = [&](int from, int size) {
        return horizontal ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                          : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar->rect;
    case QStyle::SC_ScrollBarSlider:
        return slice(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return slice(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return slice(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

QRect spinBoxPart(const QStyleOptionSpinBox *box, QStyle::SubControl part)
{
    const QRect area = box->rect;
    const bool hasButtons = box->buttonSymbols != QAbstractSpinBox::NoButtons;
    const int buttons = hasButtons ? spinButtonWidth : 0;
    const int half = area.height() / 2;
    const QRect upper(area.right() - buttons, area.top() + 1, buttons, half - 1);
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return upper;
    case QStyle::SC_SpinBoxDown:
        return {upper.left(), area.top() + half, buttons, area.height() - half - 1};
    case QStyle::SC_SpinBoxEditField:
        return area.adjusted(fieldPadding, 1, -buttons - 1, -1);
    default:
        return area;
    }
}

} // namespace

AppStyle::AppStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion"))) {}

void AppStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget))
        widget->installEventFilter(this);
}

/// Enter presses the button that has the focus, as it does in dialogs; a form behind it would else take it.
bool AppStyle::eventFilter(QObject *watched, QEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(watched);
    if (!button || event->type() != QEvent::KeyPress)
        return QProxyStyle::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (!static_cast<QKeyEvent *>(event)->isAutoRepeat())
        button->click();
    return true;
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (isLeftOut(element))
        return;
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter);
        return;
    case PE_PanelButtonTool:
        drawToolButtonGround(option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_PanelLineEdit:
        // Inside a spin box or an editable combo box the outer control has drawn the frame.
        if (hasFrame(option))
            drawField(option, painter);
        return;
    case PE_FrameFocusRect:
        drawFocus(option->rect.marginsAdded(focusMargins(widget)), option->palette, painter);
        return;
    case PE_IndicatorHeaderArrow:
        drawSortMark(option, painter);
        return;
    case PE_IndicatorArrowDown:
        if (!qobject_cast<const QPushButton *>(widget))
            break;
        drawChevron(option, option->rect, true, option->state & State_Enabled, painter);
        return;
    case PE_Frame:
        painter->setPen(themeColors(option->palette).line);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                  QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ComboBox && combo && combo->frame) {
        if (combo->editable)
            drawField(option, painter);
        else
            drawButton(option, painter);
        drawChevron(option, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), true,
                    option->state & State_Enabled, painter);
    } else if (control == CC_SpinBox && spin) {
        drawField(option, painter);
        const bool on = option->state & State_Enabled;
        drawChevron(option, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), false,
                    on && (spin->stepEnabled & QAbstractSpinBox::StepUpEnabled), painter);
        drawChevron(option, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), true,
                    on && (spin->stepEnabled & QAbstractSpinBox::StepDownEnabled), painter);
    } else if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
               control == CC_ToolButton && button && hasPlainMenu(button)) {
        QStyleOptionToolButton copy = *button;
        copy.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &copy, painter, widget);
        const QRect mark = option->rect.adjusted(option->rect.width() - menuMarkWidth, 0, -4, 0);
        drawChevron(option, visualRect(option->direction, option->rect, mark), true,
                    option->state & State_Enabled, painter);
    } else if (control == CC_ScrollBar && bar) {
        drawScrollBar(bar, scrollBarPart(bar, SC_ScrollBarSlider), painter);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect AppStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                               const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        control == CC_ScrollBar && bar)
        return scrollBarPart(bar, part);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        control == CC_SpinBox && spin)
        return visualRect(option->direction, option->rect, spinBoxPart(spin, part));
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    return control == CC_ComboBox && part == SC_ComboBoxEditField
               ? rect.adjusted(option->direction == Qt::RightToLeft ? 0 : fieldPadding, 0,
                               option->direction == Qt::RightToLeft ? -fieldPadding : 0, 0)
               : rect;
}

QRect AppStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_HeaderArrow)
        return {rect.left(), option->rect.top(), rect.width(), option->rect.height()};
    return element == SE_LineEditContents && hasFrame(option)
               ? rect.adjusted(fieldPadding, 0, -fieldPadding, 0)
               : rect;
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
        if (type != CT_PushButton)
            result.rwidth() += 2 * fieldPadding;
        result.setHeight(std::max(result.height(), fieldHeight));
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), fieldHeight));
        break;
    case CT_ToolButton:
        result += QSize(6, 4);
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && hasPlainMenu(button))
            result.rwidth() += menuMarkWidth;
        break;
    case CT_MenuItem:
        result.rheight() += 4;
        break;
    case CT_TabBarTab:
        result += QSize(0, 4);
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
    case PM_TabBarTabHSpace:
        return 18;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 16;
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_HeaderMargin:
    case PM_FocusFrameHMargin: // beside the text of an item
        return 7;
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
