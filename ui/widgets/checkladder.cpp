#include "ui/widgets/checkladder.h"

#include <QEvent>
#include <QPainter>

#include "ui/errortext.h"
#include "ui/look/icons.h"
#include "ui/look/mirror.h"
#include "ui/look/theme.h"

namespace dip::ui {

namespace {
constexpr int iconSize = 18;
constexpr int nameWidth = 170;
constexpr int rowGap = 12;
} // namespace

void CheckLadder::clear()
{
    m_steps.clear();
    m_busy = false;
    announce();
}

void CheckLadder::setBusy()
{
    m_steps.clear();
    m_busy = true;
    announce();
}

void CheckLadder::show(const QList<CheckStep> &steps)
{
    m_steps = steps;
    m_busy = false;
    announce();
}

void CheckLadder::announce()
{
    QStringList parts;
    for (const CheckStep &step : std::as_const(m_steps))
        parts.append(stepName(step.kind) + QStringLiteral(": ") + stepText(step));
    setAccessibleName(tr("Test of the connection"));
    setAccessibleDescription(parts.join(u'\n'));
    setToolTip(parts.join(u'\n'));
    updateGeometry();
    update();
}

QString CheckLadder::stepName(CheckStep::Kind kind)
{
    switch (kind) {
    case CheckStep::Kind::Resolve:
        return tr("Find the host");
    case CheckStep::Kind::Connect:
        return tr("Connect");
    case CheckStep::Kind::Tls:
        return tr("Secure the connection");
    case CheckStep::Kind::Api:
        return tr("Talk to the registry");
    case CheckStep::Kind::Authenticate:
        return tr("Sign in");
    }
    return {};
}

QString CheckLadder::stepText(const CheckStep &step)
{
    if (!step.error)
        return step.detail.isEmpty() ? tr("good") : step.detail;
    return explain(*step.error).sentence;
}

QSize CheckLadder::sizeHint() const
{
    const int rows = m_steps.isEmpty() ? 1 : int(m_steps.size());
    return {300, rows * (fontMetrics().height() + rowGap)};
}

void CheckLadder::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        announce();
    QWidget::changeEvent(event);
}

void CheckLadder::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors colors = themeColors(palette());
    if (m_busy) {
        painter.setPen(colors.faint);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignTop, tr("Testing…"));
        return;
    }
    const int rowHeight = fontMetrics().height() + rowGap;
    int y = 0;
    for (const CheckStep &step : std::as_const(m_steps)) {
        const QColor color = step.error ? colors.danger : colors.success;
        icon(step.error ? QLatin1StringView("error") : QLatin1StringView("check"), color)
            .paint(&painter, mirrored(*this, QRect(0, y + (rowHeight - iconSize) / 2, iconSize, iconSize)));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(mirrored(*this, QRect(iconSize + 8, y, nameWidth, rowHeight)), Qt::AlignVCenter,
                         stepName(step.kind));
        painter.setPen(step.error ? colors.danger : colors.faint);
        const QRect text(iconSize + 8 + nameWidth, y, width() - iconSize - 8 - nameWidth, rowHeight);
        painter.drawText(mirrored(*this, text), Qt::AlignVCenter,
                         fontMetrics().elidedText(stepText(step), Qt::ElideRight, text.width()));
        y += rowHeight;
    }
}

} // namespace dip::ui
