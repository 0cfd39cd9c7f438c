#include "ui/views/sidebar.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/look/icons.h"
#include "ui/look/theme.h"

namespace dip::ui {

namespace {

constexpr int sidebarWidth = 196;
constexpr int badgeRole = Qt::UserRole;
constexpr int needsYouRole = Qt::UserRole + 1;

class SectionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {sidebarWidth, option.fontMetrics.height() + 22};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ThemeColors &colors = themeColors(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        const QRect area = option.rect.adjusted(8, 2, -8, -2);
        const auto placed = [&](const QRect &rect) {
            return QStyle::visualRect(option.direction, area, rect);
        };
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || (option.state & QStyle::State_MouseOver)) {
            QColor ground = colors.accent;
            ground.setAlphaF(selected ? 0.13F : 0.07F);
            painter->setPen((option.state & QStyle::State_HasFocus) ? QPen(colors.accent) : QPen(Qt::NoPen));
            painter->setBrush(ground);
            painter->drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
        }
        const QColor color = selected ? colors.accent : option.palette.color(QPalette::WindowText);
        icon(QLatin1StringView(index.data(Qt::UserRole + 2).toByteArray()), color)
            .paint(painter, placed(QRect(area.left() + 10, area.center().y() - 9, 20, 20)));
        QFont font = option.font;
        font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(option.palette.color(QPalette::WindowText));
        painter->drawText(placed(area.adjusted(42, 0, -8, 0)), Qt::AlignVCenter, index.data().toString());
        paintBadge(painter, area, option, index);
        painter->restore();
    }

private:
    static void paintBadge(QPainter *painter, const QRect &area, const QStyleOptionViewItem &option,
                           const QModelIndex &index)
    {
        const ThemeColors &colors = themeColors(option.palette);
        painter->setFont(option.font);
        const QRect rest = area.adjusted(0, 0, -10, 0);
        const QString badge = index.data(badgeRole).toString();
        painter->setPen(colors.faint);
        painter->drawText(QStyle::visualRect(option.direction, area, rest), Qt::AlignVCenter | Qt::AlignRight,
                          badge);
        if (!index.data(needsYouRole).toBool())
            return;
        const int right = rest.right() - painter->fontMetrics().horizontalAdvance(badge) - 6;
        const QRect mark =
            QStyle::visualRect(option.direction, area, QRect(right - 18, area.center().y() - 8, 18, 18));
        painter->setBrush(colors.warning);
        painter->setPen(Qt::NoPen);
        painter->drawEllipse(mark);
        painter->setPen(colors.card);
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->drawText(mark, Qt::AlignCenter, QStringLiteral("!"));
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new SectionDelegate(this));
    setFixedWidth(sidebarWidth);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    constexpr std::array icons{"cache", "jobs", "registries", "disk", "settings"};
    for (const char *name : icons) {
        auto *item = new QListWidgetItem(this);
        item->setData(Qt::UserRole + 2, QByteArray(name));
    }
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            emit chosen(Section(row));
    });
    retranslate();
    setCurrentRow(Cache);
}

void Sidebar::choose(Section section)
{
    setCurrentRow(section);
}

void Sidebar::setBadge(Section section, const QString &text, bool needsYou)
{
    item(section)->setData(badgeRole, text);
    item(section)->setData(needsYouRole, needsYou);
    const QString name = item(section)->text();
    item(section)->setData(Qt::AccessibleTextRole,
                           needsYou         ? tr("%1, %2, needs you", "read aloud").arg(name, text)
                           : text.isEmpty() ? name
                                            : tr("%1, %2", "read aloud: section, badge").arg(name, text));
}

void Sidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QListWidget::changeEvent(event);
}

void Sidebar::retranslate()
{
    setAccessibleName(tr("Sections"));
    const QStringList names{tr("Cache"), tr("Jobs"), tr("Registries"), tr("Disk usage"), tr("Settings")};
    for (int i = 0; i < count(); ++i)
        item(i)->setText(names[i]);
}

} // namespace dip::ui
