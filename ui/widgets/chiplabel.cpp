#include "ui/widgets/chiplabel.h"

#include <QPainter>

#include "ui/look/theme.h"

namespace dip::ui {

namespace {
constexpr int padding = 10;
constexpr int gap = 8;
} // namespace

ChipLabel::ChipLabel(const QString &text, const QString &amount, QWidget *parent)
    : QWidget(parent), m_text(text), m_amount(amount)
{
    setAccessibleName(text + QStringLiteral(", ") + amount);
    setToolTip(accessibleName());
}

QSize ChipLabel::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(m_text) + gap + metrics.horizontalAdvance(m_amount) + 2 * padding,
            metrics.height() + 6};
}

void ChipLabel::paintEvent(QPaintEvent *)
{
    const ThemeColors colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const QRect area = rect().adjusted(padding, 0, -padding, 0);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, m_text);
    painter.setPen(colors.faint);
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignRight, m_amount);
}

} // namespace dip::ui
