#include "ui/views/diskpage.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/delegates/rowdelegate.h"
#include "ui/disk/cleaninglist.h"
#include "ui/disk/cleaningnews.h"
#include "ui/disk/cleaningpanel.h"
#include "ui/disk/disktexts.h"
#include "ui/disk/disktotals.h"
#include "ui/disk/imageselection.h"
#include "ui/disk/treemap.h"
#include "ui/disk/treemaplegend.h"
#include "ui/errortext.h"
#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/models/diskmodel.h"
#include "ui/views/deletionbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr int narrow = 700;
constexpr int cleaningTab = 1;
} // namespace

DiskPage::DiskPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(makeTitle(this))
    , m_count(makeHint(this))
    , m_totals(new DiskTotals(this))
    , m_stack(new QStackedWidget(this))
    , m_loading(makeHint(this))
    , m_empty(new EmptyState(QLatin1StringView("disk"), this))
    , m_broken(new EmptyState(QLatin1StringView("warning"), this))
    , m_again(m_broken->addButton())
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_model(new DiskModel(this))
    , m_order(new DiskSorter(this))
    , m_table(new QTreeView(this))
    , m_back(new QToolButton(this))
    , m_path(new QLabel(this))
    , m_choice(makeHint(this))
    , m_tabs(new QTabWidget(this))
    , m_cleaning(new Cleaning(workspace, this))
    , m_panel(new CleaningPanel(*m_cleaning, this))
    , m_trashChosen(new QAction(this))
    , m_deleteChosen(new QAction(this))
    , m_cleanChosen(new QAction(this))
{
    m_order->setSourceModel(m_model);
    m_table->setModel(m_order);
    m_selection = new ImageSelection(m_table->selectionModel(), m_order, this);
    m_news = new CleaningNews(*m_cleaning, this);
    m_deletion = new DeletionBar(workspace, this);
    m_picture = new Treemap(*m_selection, this);
    m_legend = new TreemapLegend(this);
    build();
    buildActions();
    connectAll();
    retranslate();
    showState();
}

DiskPage::~DiskPage() = default;

// --- parts

void DiskPage::build()
{
    setFocusProxy(m_picture);
    m_count->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(6);
    head->addWidget(m_count, 1);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(18, 14, 18, 12);
    top->setSpacing(8);
    top->addLayout(head);
    top->addWidget(m_totals);
    top->addWidget(m_deletion);
    top->addWidget(m_news);
    m_splitter->addWidget(makePictureSide());
    m_splitter->addWidget(makeListSide());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({600, 460});
    m_splitter->restoreState(m_workspace.store().value(QStringLiteral("diskPage/splitter")).toByteArray());
    m_loading->setAlignment(Qt::AlignCenter);
    for (QWidget *page : {static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_empty),
                          static_cast<QWidget *>(m_broken), static_cast<QWidget *>(m_splitter)})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    setTabOrder({m_back, m_picture, m_tabs->tabBar(), m_table});
}

QWidget *DiskPage::makePictureSide()
{
    m_picture->setObjectName(QStringLiteral("diskPicture"));
    m_back->setObjectName(QStringLiteral("diskBack"));
    m_back->setIcon(icon(QLatin1StringView("up")));
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::TabFocus);
    m_choice->setObjectName(QStringLiteral("diskChoice"));
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *way = new QHBoxLayout;
    way->addWidget(m_back);
    way->addWidget(m_path, 1);
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(18, 0, 14, 12);
    layout->setSpacing(6);
    layout->addLayout(way);
    layout->addWidget(m_picture, 1);
    layout->addWidget(m_legend);
    layout->addWidget(m_choice);
    return side;
}

QWidget *DiskPage::makeListSide()
{
    m_table->setObjectName(QStringLiteral("diskTable"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(DiskModel::Size, Qt::DescendingOrder);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAllColumnsShowFocus(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setItemDelegate(new RowDelegate(m_table));
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(60);
    for (int column = DiskModel::Size; column < DiskModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, 76);
    header->setSectionResizeMode(DiskModel::Name, QHeaderView::Stretch);
    header->restoreState(m_workspace.store().value(QStringLiteral("diskPage/header")).toByteArray());
    m_tabs->setObjectName(QStringLiteral("diskTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_table, QString());
    m_tabs->addTab(m_panel, QString());
    return m_tabs;
}

void DiskPage::buildActions()
{
    m_trashChosen->setIcon(icon(QLatin1StringView("delete")));
    m_trashChosen->setShortcut(QKeySequence::Delete);
    m_deleteChosen->setShortcut(Qt::SHIFT | Qt::Key_Delete);
    for (QAction *action : {m_trashChosen, m_deleteChosen, m_cleanChosen}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    for (QWidget *view : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_picture)}) {
        view->addActions({m_trashChosen, m_deleteChosen, m_cleanChosen});
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
}

void DiskPage::connectAll()
{
    CacheModel &images = m_workspace.images();
    connect(&images, &CacheModel::loaded, this, [this] {
        m_isStale = true;
        refresh();
    });
    connect(&images, &CacheModel::failed, this, &DiskPage::fail);
    connect(&m_workspace, &Workspace::cacheFailed, this, &DiskPage::fail);
    connect(m_again, &QPushButton::clicked, &images, &CacheModel::reload);
    connect(m_selection, &ImageSelection::changed, this, &DiskPage::showChoice);
    connect(m_selection, &ImageSelection::currentChanged, this, [this](int image) {
        if (image >= 0)
            m_table->scrollTo(m_table->currentIndex());
    });
    connect(m_picture, &Treemap::viewChanged, this, &DiskPage::showPath);
    connect(m_back, &QToolButton::clicked, m_picture, &Treemap::zoomOut);
    connect(m_splitter, &QSplitter::splitterMoved, this, &DiskPage::showPath);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DiskPage::showDoomed);
    connect(m_panel, &CleaningPanel::planChanged, this, &DiskPage::showDoomed);
    connect(m_trashChosen, &QAction::triggered, this, [this] { m_deletion->moveToTrash(chosenNames()); });
    connect(m_deleteChosen, &QAction::triggered, this, [this] { m_deletion->askToDelete(chosenNames()); });
    connect(m_deletion, &DeletionBar::trashRequested, this, &DiskPage::trashRequested);
    connect(m_cleanChosen, &QAction::triggered, this, [this] {
        m_panel->list().tick(CleaningList::Chosen, true);
        m_tabs->setCurrentIndex(cleaningTab);
    });
}

// --- reading

/// While nobody looks nothing is read.
void DiskPage::refresh()
{
    if (!isVisible() || !m_isStale || m_isReading || !m_workspace.cache())
        return;
    m_isStale = false;
    m_isReading = true;
    m_background.run([cache = m_workspace.cache()] { return readDiskFacts(*cache); })
        .then(this, [this](const Result<std::shared_ptr<const DiskFacts>> &facts) {
            m_isReading = false;
            if (facts)
                take(*facts);
            else
                fail(facts.error());
            refresh();
        });
}

void DiskPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

/// Images that are still there stay chosen.
void DiskPage::take(std::shared_ptr<const DiskFacts> facts)
{
    const QList<ImageName> chosen = chosenNames();
    m_facts = std::move(facts);
    m_error.reset();
    m_model->setFacts(m_facts);
    m_picture->setFacts(m_facts);
    QList<int> images;
    for (const ImageName &name : chosen) {
        if (const qsizetype image = m_facts->usage.indexOf(name); image >= 0)
            images.append(int(image));
    }
    m_selection->choose(images, QItemSelectionModel::ClearAndSelect);
    m_totals->setFacts(*m_facts);
    showState();
    showChoice();
    m_panel->refresh();
}

void DiskPage::fail(const Error &error)
{
    m_error = error;
    showState();
}

void DiskPage::showState()
{
    QWidget *page = m_splitter;
    if (m_error)
        page = m_broken;
    else if (!m_facts)
        page = m_loading;
    else if (m_facts->images.isEmpty() && m_facts->usage.rest().unreferenced.files == 0 &&
             m_facts->usage.rest().unfinished.files == 0 && m_facts->usage.rest().uploads.files == 0)
        page = m_empty;
    m_stack->setCurrentWidget(page);
    m_totals->setVisible(m_facts && !m_error);
    m_count->setText(m_facts && !m_error ? tr("%n image(s)", nullptr, int(m_facts->images.size()))
                                         : QString());
    if (m_error) {
        const ErrorText text = explain(*m_error);
        m_broken->setTexts(text.sentence, text.advice);
    }
    showPath();
}

void DiskPage::showPath()
{
    const DiskTree::View view = m_picture->view();
    m_back->setEnabled(view.scope != DiskTree::View::Scope::Everything);
    const QString title = m_facts ? viewTitle(*m_facts, view) : QString();
    m_path->setText(m_path->fontMetrics().elidedText(title, Qt::ElideMiddle, m_path->width()));
    m_path->setToolTip(title);
}

// --- choosing

QList<ImageName> DiskPage::chosenNames() const
{
    QList<ImageName> names;
    for (const int image : m_selection->images())
        names.append(m_facts->usage.images()[image]);
    return names;
}

void DiskPage::showChoice()
{
    const int count = int(m_selection->images().size());
    for (QAction *action : {m_trashChosen, m_deleteChosen, m_cleanChosen})
        action->setEnabled(count > 0);
    m_panel->setChosen(chosenNames());
    if (count == 0 || !m_facts) {
        m_choice->setText(tr("Choose images in the picture or in the list."));
        return;
    }
    const QList<int> &images = m_selection->images();
    const auto sum = m_facts->usage.selection(QList<qsizetype>(images.begin(), images.end()));
    m_choice->setText(
        tr("%n image(s) chosen: %1 in all. Deleting them frees %2; %3 is shared with what you keep.", nullptr,
           count)
            .arg(formatBytes(sum.total), formatBytes(sum.freed), formatBytes(sum.shared)));
}

/// What the cleaning takes is crossed out as long as one looks at it.
void DiskPage::showDoomed()
{
    QList<int> doomed;
    if (m_facts && m_tabs->currentIndex() == cleaningTab) {
        for (const ImageName &name : m_panel->plan().images) {
            if (const qsizetype image = m_facts->usage.indexOf(name); image >= 0)
                doomed.append(int(image));
        }
    }
    m_picture->setDoomed(doomed);
    m_legend->showDoomed(!doomed.isEmpty());
}

// --- cleaning

void DiskPage::showCleaning(Purpose purpose)
{
    if (purpose == Purpose::FreeRoom)
        m_panel->list().tick(CleaningList::Free, true);
    m_tabs->setCurrentIndex(cleaningTab);
}

// --- window

/// In a narrow window the list comes to lie below the picture.
void DiskPage::resizeEvent(QResizeEvent *event)
{
    const auto wanted = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != wanted)
        m_splitter->setOrientation(wanted);
    QWidget::resizeEvent(event);
    showPath();
}

void DiskPage::saveState()
{
    m_workspace.store().setValue(QStringLiteral("diskPage/splitter"), m_splitter->saveState());
    m_workspace.store().setValue(QStringLiteral("diskPage/header"), m_table->header()->saveState());
}

void DiskPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DiskPage::retranslate()
{
    m_title->setText(tr("Disk usage"));
    m_loading->setText(tr("Reading the cache…"));
    m_empty->setTexts(tr("The cache is empty"), tr("What images take of the disk is shown here."));
    m_again->setText(tr("Try again"));
    m_back->setAccessibleName(tr("Show all repositories"));
    m_back->setToolTip(tr("Show all repositories (Backspace)"));
    m_picture->setAccessibleName(tr("Picture of the disk usage; the list shows the same images"));
    m_table->setAccessibleName(tr("Images by what they take of the disk"));
    m_tabs->setAccessibleName(tr("List and cleaning"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_tabs->setTabText(0, tr("Images"));
    m_tabs->setTabText(cleaningTab, tr("Clean"));
    m_trashChosen->setText(tr("Move to the &trash"));
    m_deleteChosen->setText(tr("&Delete for good…"));
    m_cleanChosen->setText(tr("&Clean the chosen images…"));
    m_model->retranslate();
    showState();
    showChoice();
}

} // namespace dip::ui
