#include "ui/delegates/rowdelegate.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

#include "ui/look/theme.h"

namespace dip::ui {

namespace {
constexpr int chipPadding = 7;
constexpr int chipGap = 5;
} // namespace

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + 14);
    size.rwidth() += 14;
    return size;
}

/// A colour that says something says it in chosen rows, too.
void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (const QVariant color = index.data(Qt::ForegroundRole); color.isValid())
        option->palette.setColor(QPalette::HighlightedText, color.value<QColor>());
}

QWidget *RowDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (editor)
        editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return editor;
}

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, option.widget);
    const ThemeColors &colors = themeColors(option.palette);
    const QFontMetrics metrics(option.font);
    int x = option.rect.left() + 8;
    const int height = metrics.height() + 2;
    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    for (const QString &text : index.data().toString().split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const QRect place(x, option.rect.top() + (option.rect.height() - height) / 2,
                          metrics.horizontalAdvance(text) + 2 * chipPadding, height);
        const QRect chip = QStyle::visualRect(option.direction, option.rect, place);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.soft);
        painter->drawRoundedRect(chip, height / 2., height / 2.);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(QRect(chip.x(), option.rect.top(), chip.width(), option.rect.height()),
                          Qt::AlignCenter, text);
        x = place.right() + chipGap;
    }
    painter->restore();
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    const auto chips = int(index.data().toString().count(u',')) + 1;
    size.rwidth() += chips * (2 * chipPadding + chipGap);
    return size;
}

} // namespace dip::ui
