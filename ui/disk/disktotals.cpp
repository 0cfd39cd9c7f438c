#include "ui/disk/disktotals.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include "ui/look/format.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"

namespace dip::ui {

DiskTotals::DiskTotals(QWidget *parent) : QWidget(parent), m_bytes(FigureCount, 0)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 9);
    layout->setSpacing(12);
    for (int figure = 0; figure < FigureCount; ++figure) {
        m_columns.append(new QWidget(this));
        auto *column = new QVBoxLayout(m_columns.last());
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(1);
        m_values.append(makeCaption(m_columns.last()));
        m_captions.append(makeHint(m_columns.last()));
        m_captions.last()->setWordWrap(false);
        column->addWidget(m_values.last());
        column->addWidget(m_captions.last());
        layout->addWidget(m_columns.last(), 1);
    }
    retranslate();
}

void DiskTotals::setFacts(const DiskFacts &facts)
{
    const CacheUsage::Rest &rest = facts.usage.rest();
    m_bytes = {facts.usage.bytes(), facts.shared,          rest.unreferenced.bytes, rest.unfinished.bytes,
               rest.uploads.bytes,  rest.inTransfer.bytes, rest.trash.bytes,        facts.diskFree};
    retranslate();
}

void DiskTotals::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DiskTotals::retranslate()
{
    const QStringList captions{tr("Images"),       tr("of it shared"), tr("Unreferenced"), tr("Unfinished"),
                               tr("Upload notes"), tr("In transfer"),  tr("Trash"),        tr("Disk free")};
    const QStringList tips{tr("All images together, what they share counted once"),
                           tr("What two or more images need; it is there once"),
                           tr("Blobs and manifests that nothing refers to"),
                           tr("Unfinished downloads, and what programs left that ended early"),
                           tr("Notes of unfinished uploads, so that these can go on"),
                           tr("What running transfers have made so far"),
                           tr("What is kept only so that deletions can be undone"),
                           tr("Room on the disk of the cache")};
    for (int figure = 0; figure < FigureCount; ++figure) {
        m_values[figure]->setText(m_bytes[figure] < 0 ? QStringLiteral("–") : formatBytes(m_bytes[figure]));
        m_captions[figure]->setText(captions[figure]);
        m_columns[figure]->setToolTip(tips[figure]);
    }
    m_columns[InTransfer]->setVisible(m_bytes[InTransfer] > 0); // hardly ever anything
}

/// As a card.
void DiskTotals::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.line);
    painter.setBrush(colors.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace dip::ui
