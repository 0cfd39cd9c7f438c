#include "ui/disk/treemaplegend.h"

#include <QEvent>
#include <QPainter>

#include "ui/disk/treemappainter.h"

namespace dip::ui {

namespace {
constexpr QSize sampleSize(18, 13);
constexpr int gap = 6;
constexpr int between = 16;
} // namespace

TreemapLegend::TreemapLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QStringList TreemapLegend::texts() const
{
    QStringList texts{tr("shared"), tr("chosen"), tr("shared with chosen")};
    if (m_hasDoomed)
        texts.append(tr("to be cleaned"));
    return texts;
}

void TreemapLegend::showDoomed(bool shown)
{
    if (std::exchange(m_hasDoomed, shown) == shown)
        return;
    updateGeometry();
    update();
}

QSize TreemapLegend::sizeHint() const
{
    int width = -between;
    for (const QString &text : texts())
        width += sampleSize.width() + gap + fontMetrics().horizontalAdvance(text) + between;
    return {width, fontMetrics().height() + 2};
}

void TreemapLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

void TreemapLegend::paintEvent(QPaintEvent *)
{
    using Sample = TreemapPainter::Sample;
    constexpr std::array samples{Sample::Shared, Sample::Chosen, Sample::Used, Sample::Doomed};
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto placed = [this, mirrored](QRect part) {
        if (mirrored)
            part.moveLeft(width() - part.right() - 1);
        return part;
    };
    QPainter painter(this);
    int x = 0;
    const QStringList all = texts();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QRect sample(QPoint(x, (height() - sampleSize.height()) / 2), sampleSize);
        TreemapPainter::paintSample(painter, placed(sample), palette(), samples[size_t(i)]);
        x += sampleSize.width() + gap;
        const int advance = fontMetrics().horizontalAdvance(all[i]);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(placed({x, 0, advance + 1, height()}), Qt::AlignVCenter | Qt::TextSingleLine,
                         all[i]);
        x += advance + between;
    }
}

} // namespace dip::ui
