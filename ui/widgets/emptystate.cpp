#include "ui/widgets/emptystate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"

namespace dip::ui {

namespace {
constexpr int pictureSize = 72;
constexpr int hintWidth = 460;
constexpr int heightForPicture = 230;
} // namespace

EmptyState::EmptyState(QLatin1StringView iconName, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_picture(new QLabel(this))
    , m_title(makeTitle(this))
    , m_hint(makeHint(this))
    , m_buttons(new QHBoxLayout)
{
    m_picture->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setFixedWidth(hintWidth);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(3);
    layout->addWidget(m_picture);
    layout->addSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_hint, 0, Qt::AlignHCenter);
    layout->addSpacing(12);
    m_buttons->addStretch();
    m_buttons->addStretch();
    layout->addLayout(m_buttons);
    layout->addStretch(4);
    paintIcon();
}

void EmptyState::setTexts(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    giveHintRoom();
}

/// A layout that centres a label asks for its size hint, not for its height at the width that it gets.
void EmptyState::giveHintRoom()
{
    m_hint->ensurePolished();
    m_hint->setMinimumHeight(std::max(0, m_hint->heightForWidth(hintWidth)));
}

QPushButton *EmptyState::addButton()
{
    auto *button = new QPushButton(this);
    const bool isFirst = m_buttons->count() == 2;
    button->setDefault(isFirst);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

/// Where there is little room, what can be read and pressed has it.
void EmptyState::resizeEvent(QResizeEvent *event)
{
    m_picture->setVisible(height() >= heightForPicture);
    QWidget::resizeEvent(event);
}

QSize EmptyState::minimumSizeHint() const
{
    const QSize size = QWidget::minimumSizeHint();
    return {size.width(), size.height() - (m_picture->isVisibleTo(this) ? pictureSize : 0)};
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        giveHintRoom();
    QWidget::changeEvent(event);
}

void EmptyState::paintIcon()
{
    m_picture->setPixmap(icon(m_iconName, themeColors(palette()).accent)
                             .pixmap(QSize(pictureSize, pictureSize), devicePixelRatioF()));
}

} // namespace dip::ui
