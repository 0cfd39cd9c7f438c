// Texts and icons of controls.

#include "ui/look/appstyle.h"

#include <QPainter>
#include <QStyleOption>

#include "ui/look/controls.h"

namespace dip::ui {

namespace {

/// Beside a tool button's icon and text, and between them.
constexpr int toolButtonGap = 6;

} // namespace

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_TabBarTabShape:
        drawTab(qstyleoption_cast<const QStyleOptionTab *>(option), painter);
        return;
    case CE_HeaderLabel:
        drawHeaderLabel(option, painter, widget);
        return;
    case CE_ComboBoxLabel:
        drawComboBoxLabel(option, painter, widget);
        return;
    case CE_PushButtonLabel:
        drawPushButtonLabel(option, painter, widget);
        return;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button->toolButtonStyle == Qt::ToolButtonTextBesideIcon &&
            !(button->features & QStyleOptionToolButton::Arrow)) {
            drawToolButtonLabel(button, painter);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawHeaderLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option);
    if (!header) {
        QProxyStyle::drawControl(CE_HeaderLabel, option, painter, widget);
        return;
    }
    QStyleOptionHeaderV2 copy = *header;
    copy.textElideMode = Qt::ElideRight;
    QProxyStyle::drawControl(CE_HeaderLabel, &copy, painter, widget);
}

void AppStyle::drawComboBoxLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionComboBox copy = *qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const int icon = copy.currentIcon.isNull() ? 0 : copy.iconSize.width() + 4;
    const int room = subControlRect(CC_ComboBox, &copy, SC_ComboBoxEditField, widget).width() - icon - 2;
    copy.currentText = copy.fontMetrics.elidedText(copy.currentText, Qt::ElideRight, room);
    QProxyStyle::drawControl(CE_ComboBoxLabel, &copy, painter, widget);
}

void AppStyle::drawPushButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionButton copy = *qstyleoption_cast<const QStyleOptionButton *>(option);
    if (copy.features & QStyleOptionButton::HasMenu) {
        drawMenuButtonLabel(copy, painter);
        return;
    }
    if ((copy.features & QStyleOptionButton::DefaultButton) && (copy.state & State_Enabled))
        copy.palette.setColor(QPalette::ButtonText, Qt::white);
    QProxyStyle::drawControl(CE_PushButtonLabel, &copy, painter, widget);
}

/// With as much room at the left as at the right.
void AppStyle::drawToolButtonLabel(const QStyleOptionToolButton *button, QPainter *painter) const
{
    const bool enabled = button->state & State_Enabled;
    const QRect area = button->rect.adjusted(toolButtonGap, 0, -toolButtonGap, 0);
    const QRect picture(area.left(), area.top(), button->iconSize.width(), area.height());
    drawItemPixmap(painter, visualRect(button->direction, button->rect, picture), Qt::AlignCenter,
                   button->icon.pixmap(button->iconSize, painter->device()->devicePixelRatio(),
                                       enabled ? QIcon::Normal : QIcon::Disabled,
                                       button->state & State_On ? QIcon::On : QIcon::Off));
    const QRect text = area.adjusted(button->iconSize.width() + toolButtonGap, 0, 0, 0);
    drawItemText(painter, visualRect(button->direction, button->rect, text),
                 Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic, button->palette, enabled,
                 button->text, QPalette::ButtonText);
}

/// As in a combo box, which it stands among.
void AppStyle::drawMenuButtonLabel(const QStyleOptionButton &button, QPainter *painter) const
{
    const bool enabled = button.state & State_Enabled;
    const QRect area = button.rect.adjusted(fieldPadding + 4, 0, -fieldPadding, 0);
    const QRect text = area.adjusted(0, 0, -menuMarkWidth, 0);
    drawItemText(painter, visualRect(button.direction, button.rect, text),
                 Qt::AlignVCenter | Qt::AlignLeading, button.palette, enabled,
                 button.fontMetrics.elidedText(button.text, Qt::ElideRight, text.width()),
                 QPalette::ButtonText);
}

} // namespace dip::ui
