#include "ui/widgets/dropoverlay.h"

#include <QPainter>

#include "ui/look/icons.h"
#include "ui/look/theme.h"

namespace dip::ui {

namespace {
constexpr int iconSize = 64;
} // namespace

DropOverlay::DropOverlay(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::showFor(const QString &text, bool accepted)
{
    m_text = text;
    m_accepted = accepted;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    const ThemeColors colors = themeColors(palette());
    const QColor color = m_accepted ? colors.accent : colors.danger;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.9F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(color, 2.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(20, 20, -20, -20), 16, 16);
    const QPoint middle = rect().center();
    icon(m_accepted ? QLatin1StringView("import") : QLatin1StringView("cancel"), color)
        .paint(&painter, QRect(middle.x() - iconSize / 2, middle.y() - iconSize - 10, iconSize, iconSize));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(40, middle.y() + 6, width() - 80, 80),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_text);
}

} // namespace dip::ui
