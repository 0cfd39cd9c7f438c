#include "ui/views/detailspane.h"

#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include "ui/delegates/rowdelegate.h"
#include "ui/errortext.h"
#include "ui/look/format.h"
#include "ui/look/theme.h"
#include "ui/widgets/chiplabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

namespace dip::ui {

namespace {

constexpr int narrowest = 290; // all tabs can be seen

QTreeWidget *makeTable(QWidget *parent)
{
    auto *table = new QTreeWidget(parent);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setItemDelegate(new RowDelegate(table));
    table->setTextElideMode(Qt::ElideMiddle);
    return table;
}

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_name(makeCaption(this))
    , m_buttons(new QHBoxLayout)
    , m_tabs(new QTabWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_overview(new QWidget(this))
    , m_fields(new QFormLayout(m_overview))
    , m_layers(makeTable(this))
    , m_config(new QPlainTextEdit(this))
    , m_copies(makeTable(this))
{
    m_name->setWordWrap(true);
    m_name->setContentsMargins(10, 0, 0, 0); // above the tabs' texts and the fields
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_config->setReadOnly(true);
    m_config->setFrameShape(QFrame::NoFrame);
    m_config->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_config->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_fields->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_fields->setContentsMargins(10, 12, 10, 10);
    m_fields->setVerticalSpacing(4);
    m_overview->setBackgroundRole(QPalette::Base);
    m_overview->setAutoFillBackground(true);
    m_scroll->setWidget(m_overview);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_layers->setColumnCount(4);
    m_copies->setColumnCount(3);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_scroll, {});
    m_tabs->addTab(m_layers, {});
    m_tabs->addTab(m_config, {});
    m_tabs->addTab(m_copies, {});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 4, 4);
    layout->addWidget(m_name);
    layout->addLayout(m_buttons);
    layout->addWidget(m_tabs, 1);
    setMinimumWidth(narrowest);
    retranslate();
}

void DetailsPane::setActions(const QList<QAction *> &actions)
{
    m_buttons->setSpacing(2);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize({18, 18});
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_buttons->addWidget(button);
    }
}

void DetailsPane::show(const std::shared_ptr<Cache> &cache, const CacheRow &row)
{
    const int reading = ++m_readings;
    m_name->setText(row.image.name.toString());
    QtConcurrent::run([cache, image = row.image] {
        return readImageDetails(*cache, image);
    }).then(this, [this, reading](const Result<ImageDetails> &details) {
        if (reading != m_readings)
            return;
        if (details) {
            take(*details);
            return;
        }
        clear();
        addField({}, explain(details.error()).sentence)->setForegroundRole(QPalette::BrightText);
    });
}

void DetailsPane::clear()
{
    ++m_readings;
    m_details.reset();
    while (m_fields->rowCount() > 0)
        m_fields->removeRow(0);
    m_layers->clear();
    m_config->clear();
    m_copies->clear();
}

void DetailsPane::take(const ImageDetails &details)
{
    m_details = details;
    m_config->setPlainText(details.config);
    fillOverview();
    fillLayers();
    fillCopies();
}

QLabel *DetailsPane::addField(const QString &caption, const QString &text)
{
    auto *value = new QLabel(text, m_overview);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setContentsMargins(0, 0, 0, 8);
    auto *label = makeHint(m_overview);
    label->setText(caption);
    m_fields->addRow(label, value);
    return value;
}

/// Sizes are those of the platforms' own images, not of the index that lists them.
void DetailsPane::addPlatforms()
{
    auto *caption = makeHint(m_overview);
    caption->setText(tr("Platforms"));
    auto *chips = new QWidget(m_overview);
    auto *layout = new FlowLayout(chips, 6);
    layout->setContentsMargins(0, 2, 0, 10);
    for (const ImageDetails::Part &part : std::as_const(m_details->parts))
        layout->addWidget(new ChipLabel(part.platform, formatBytes(part.size), chips));
    m_fields->addRow(caption, chips);
}

void DetailsPane::fillOverview()
{
    while (m_fields->rowCount() > 0)
        m_fields->removeRow(0);
    const CachedImage &image = m_details->image;
    // Without a place to break, a digest would not fit into the pane.
    QString digest = m_details->digest;
    digest.insert(digest.size() / 2, QChar(0x200B));
    addField(tr("Digest"), digest);
    addPlatforms();
    if (m_details->created.isValid())
        addField(tr("Created"), QLocale().toString(m_details->created.toLocalTime(), QLocale::ShortFormat));
    if (image.added.isValid())
        addField(tr("Added to the cache"),
                 QLocale().toString(image.added.toLocalTime(), QLocale::ShortFormat));
    if (!image.source.isEmpty())
        addField(tr("Came from"), image.source);
    if (image.pinned)
        addField(tr("Pinned"), tr("Cleaning leaves this image alone."));
    addField(tr("Format"), m_details->mediaType);
}

void DetailsPane::fillLayers()
{
    m_layers->clear();
    for (const ImageDetails::Layer &layer : std::as_const(m_details->layers)) {
        const QString shared = layer.sharedBy == 0 ? QString() : tr("%n other(s)", "images", layer.sharedBy);
        const QString text = layer.platform.isEmpty() ? layer.madeBy : layer.platform + u' ' + layer.madeBy;
        auto *item =
            new QTreeWidgetItem(m_layers, {layer.digest.shortHex(), formatBytes(layer.size), shared, text});
        item->setToolTip(0, layer.digest.toString());
        item->setToolTip(3, layer.madeBy);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (int column = 0; column < 3; ++column)
        m_layers->resizeColumnToContents(column);
}

void DetailsPane::fillCopies()
{
    m_copies->clear();
    for (const ImageCopy &copy : m_details->image.copies) {
        auto *item =
            new QTreeWidgetItem(m_copies, {copy.registry, copy.name.toString(), formatWhen(copy.when)});
        item->setToolTip(1, copy.name.toString() + u'\n' + copy.digest.toString());
    }
    for (int column = 0; column < 2; ++column)
        m_copies->resizeColumnToContents(column);
}

void DetailsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DetailsPane::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.card);
}

void DetailsPane::retranslate()
{
    m_tabs->setTabText(0, tr("Overview"));
    m_scroll->setAccessibleName(tr("Overview"));
    m_tabs->setTabText(1, tr("Layers"));
    m_tabs->setTabText(2, tr("Config"));
    m_tabs->setTabText(3, tr("Copies"));
    m_tabs->setAccessibleName(tr("Details of the image"));
    m_layers->setHeaderLabels({tr("Layer"), tr("Size"), tr("Shared by"), tr("Made by")});
    m_layers->setAccessibleName(tr("Layers"));
    m_config->setAccessibleName(tr("Config"));
    m_copies->setHeaderLabels({tr("Registry"), tr("Name"), tr("When")});
    m_copies->setAccessibleName(tr("Copies"));
    if (m_details)
        take(*m_details);
}

} // namespace dip::ui
