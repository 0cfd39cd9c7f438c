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
    const QString mark = index.data(RegistryModel::MarkRole).toString();
    QStringList second{index.data(RegistryModel::AddressRole).toString(), mark};
    if (second.first() == index.data().toString())
        second.removeFirst(); // without a name of its own it is above already
    second.removeAll(QString());
    QList<std::pair<QString, QColor>> lines{
        {index.data().toString(), option.palette.color(QPalette::Text)},
        {second.join(QStringLiteral("  ·  ")), mark.isEmpty() ? colors.faint : colors.warning},
        {index.data(RegistryModel::DetailRole).toString(), colors.faint}};
    lines.removeIf([](const auto &line) { return line.first.isEmpty(); });
    int y = text.center().y() - (int(lines.size()) * (lineHeight + 2) - 2) / 2;
    for (const auto &[what, color] : std::as_const(lines)) {
        painter->setPen(color);
        painter->drawText(placed(QRect(text.left(), y, text.width(), lineHeight)), Qt::AlignVCenter,
                          option.fontMetrics.elidedText(what, Qt::ElideRight, text.width()));
        y += lineHeight + 2;
    }
    painter->restore();
}

QSize RegistryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {220, 3 * option.fontMetrics.height() + 22};
}

} // namespace dip::ui
