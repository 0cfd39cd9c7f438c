#include "ui/widgets/messagestrip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/look/icons.h"
#include "ui/look/mirror.h"
#include "ui/look/theme.h"

namespace dip::ui {

namespace {
constexpr int iconSize = 18;
constexpr int iconLeft = 14;
constexpr int leastText = 320; // fewer pixels beside the buttons make a column that nobody reads
} // namespace

MessageStrip::MessageStrip(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_text(new QLabel(this))
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_buttons(new QHBoxLayout)
{
    m_text->setWordWrap(true);
    m_layout->setContentsMargins(mirrored(*this, QMargins(iconLeft + iconSize + 10, 8, 10, 8)));
    m_layout->addWidget(m_text, 1);
    m_layout->addLayout(m_buttons);
    hide();
}

void MessageStrip::setText(const QString &text)
{
    m_text->setText(text);
}

QString MessageStrip::text() const
{
    return m_text->text();
}

QPushButton *MessageStrip::addButton()
{
    auto *button = new QPushButton(this);
    m_buttons->addWidget(button);
    return button;
}

QPushButton *MessageStrip::addWayOut()
{
    m_wayOut = addButton();
    return m_wayOut;
}

bool MessageStrip::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange(); // text or buttons are others now
    return QWidget::event(event);
}

void MessageStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void MessageStrip::arrange()
{
    const QMargins margins = m_layout->contentsMargins();
    const int room =
        width() - margins.left() - margins.right() - m_layout->spacing() - m_buttons->sizeHint().width();
    const bool fits = room >= std::min(leastText, m_text->sizeHint().width());
    const auto direction = fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (direction == m_layout->direction())
        return;
    m_layout->setDirection(direction);
    m_buttons->setAlignment(fits ? Qt::Alignment() : Qt::AlignLeft);
}

void MessageStrip::keyPressEvent(QKeyEvent *event)
{
    if (m_wayOut && event->key() == Qt::Key_Escape)
        m_wayOut->click();
    else
        QWidget::keyPressEvent(event);
}

/// When it has been answered, the focus goes back to what the page is about.
void MessageStrip::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!isHidden() || !isAncestorOf(window()->focusWidget()))
        return;
    QWidget *page = parentWidget();
    while (page && !page->focusProxy())
        page = page->parentWidget();
    if (page)
        page->setFocus();
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = color();
    ground.setAlphaF(0.13F);
    QColor border = color();
    border.setAlphaF(0.45F);
    painter.setPen(border);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const auto name = m_kind == Kind::Information ? QLatin1StringView("info") : QLatin1StringView("warning");
    icon(name, color())
        .paint(&painter, mirrored(*this, QRect(iconLeft, (height() - iconSize) / 2, iconSize, iconSize)));
}

QColor MessageStrip::color() const
{
    const ThemeColors &colors = themeColors(palette());
    return m_kind == Kind::Information ? colors.accent
           : m_kind == Kind::Warning   ? colors.warning
                                       : colors.danger;
}

} // namespace dip::ui
