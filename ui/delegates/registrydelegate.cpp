#include "ui/delegates/registrydelegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/models/registrymodel.h"

namespace dip::ui {

namespace {
constexpr int iconSize = 22;
constexpr int textLeft = 46;
} // namespace

void RegistryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, option.widget);
    const ThemeColors colors = themeColors(option.palette);
    const int lineHeight = option.fontMetrics.height();
    const auto placed = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const QRect text = option.rect.adjusted(textLeft, 8, -12, -8);
    painter->save();
    icon(QLatin1StringView("registries"), colors.accent)
        .paint(painter, placed(QRect(option.rect.left() + 14, option.rect.center().y() - iconSize / 2,
                                     iconSize, iconSize)));
    const auto draw = [&](int y, const QString &what) {
        painter->drawText(placed(QRect(text.left(), y, text.width(), lineHeight)), Qt::AlignVCenter,
                          option.fontMetrics.elidedText(what, Qt::ElideRight, text.width()));
    };
    painter->setPen(option.palette.color(QPalette::Text));
    draw(text.top(), index.data().toString());
    const QString mark = index.data(RegistryModel::MarkRole).toString();
    painter->setPen(mark.isEmpty() ? colors.faint : colors.warning);
    QStringList second{index.data(RegistryModel::AddressRole).toString(), mark};
    if (second.first() == index.data().toString())
        second.removeFirst(); // without a name of its own it is above already
    second.removeAll(QString());
    draw(text.top() + lineHeight + 2, second.join(QStringLiteral("  ·  ")));
    painter->setPen(colors.faint);
    draw(text.top() + 2 * (lineHeight + 2), index.data(RegistryModel::DetailRole).toString());
    painter->restore();
}

QSize RegistryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {220, 3 * option.fontMetrics.height() + 22};
}

} // namespace dip::ui
