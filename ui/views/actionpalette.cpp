#include "ui/views/actionpalette.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "ui/delegates/rowdelegate.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"

namespace dip::ui {

namespace {

constexpr int paletteWidth = 520;
constexpr int paletteHeight = 380;
constexpr int fromTop = 64;
constexpr int listIconSize = 16;

/// A command with its keys at the far end.
class CommandDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        RowDelegate::paint(painter, option, index);
        painter->setPen(themeColors(option.palette).faint);
        painter->drawText(option.rect.adjusted(14, 0, -14, 0), int(Qt::AlignRight | Qt::AlignVCenter),
                          index.data(Qt::UserRole).toString());
    }
};

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

} // namespace

int fuzzyScore(const QString &typed, const QString &text)
{
    int score = 0;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        const qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        score += 1 + (at == last + 1 ? 4 : 0) + (beginsWord(text, at) ? 3 : 0);
        last = at;
        from = at + 1;
    }
    return score;
}

QString plainText(const QAction *action)
{
    static const QRegularExpression chineseMnemonic(QStringLiteral("\\(&.\\)"));
    QString text = action->text();
    text.remove(chineseMnemonic);
    text.remove(u'&');
    return text;
}

ActionPalette::ActionPalette(QWidget *window)
    : QWidget(window), m_field(new QLineEdit(this)), m_list(new QListWidget(this)), m_nothing(makeHint(this))
{
    setObjectName(QStringLiteral("actionPalette"));
    m_field->setObjectName(QStringLiteral("actionSearch"));
    m_field->addAction(icon(QLatin1StringView("search")), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("actionList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({listIconSize, listIconSize});
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &ActionPalette::fill);
    connect(m_field, &QLineEdit::returnPressed, this, &ActionPalette::runChosen);
    connect(m_list, &QListWidget::itemClicked, this, &ActionPalette::runChosen);
    hide();
}

void ActionPalette::open(const QList<QAction *> &actions)
{
    m_actions.clear();
    for (QAction *action : actions) {
        if (action->isEnabled() && !action->isSeparator() && !action->menu() && !action->text().isEmpty())
            m_actions.append(action);
    }
    m_focusBefore = QApplication::focusWidget();
    m_field->setPlaceholderText(tr("Find a command"));
    m_field->setAccessibleName(tr("Find a command"));
    m_list->setAccessibleName(tr("Commands"));
    m_nothing->setText(tr("No command matches"));
    m_field->clear();
    fill();
    place();
    show();
    raise();
    m_field->setFocus();
}

void ActionPalette::fill()
{
    QList<std::pair<int, qsizetype>> found; // score, place
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        if (!m_actions[i])
            continue;
        const int score = fuzzyScore(m_field->text(), plainText(m_actions[i]));
        if (score >= 0)
            found.append({-score, i});
    }
    std::ranges::stable_sort(found);
    m_list->clear();
    QPixmap empty(listIconSize, listIconSize);
    empty.fill(Qt::transparent);
    const QIcon noIcon(empty); // so that all texts begin at the same place
    for (const auto &[score, place] : std::as_const(found)) {
        const QAction *action = m_actions[place];
        auto *item = new QListWidgetItem(plainText(action), m_list);
        item->setIcon(action->icon().isNull() ? noIcon : action->icon());
        item->setData(Qt::UserRole, action->shortcut().toString(QKeySequence::NativeText));
        item->setData(Qt::UserRole + 1, place);
    }
    m_list->setCurrentRow(0);
    m_list->setVisible(!found.isEmpty());
    m_nothing->setVisible(found.isEmpty());
}

void ActionPalette::step(int by)
{
    if (m_list->count() > 0)
        m_list->setCurrentRow((m_list->currentRow() + by + m_list->count()) % m_list->count());
}

void ActionPalette::runChosen()
{
    const QListWidgetItem *item = m_list->currentItem();
    const QPointer<QAction> action =
        item ? m_actions.value(item->data(Qt::UserRole + 1).toInt()) : QPointer<QAction>();
    dismiss(); // first, so that the command finds the focus where it was
    if (action)
        action->trigger();
}

void ActionPalette::dismiss()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

void ActionPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(paletteWidth, window->width() - 40);
    setGeometry((window->width() - width) / 2, fromTop, width,
                std::min(paletteHeight, window->height() - fromTop - 40));
}

bool ActionPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        else if (event->type() == QEvent::MouseButtonPress && isVisible())
            dismiss();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible() && QApplication::focusWidget() != m_field) {
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

void ActionPalette::paintEvent(QPaintEvent *)
{
    const ThemeColors colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.accent);
    painter.setBrush(colors.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace dip::ui
