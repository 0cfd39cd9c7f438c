#include "ui/views/cachepage.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include "ui/delegates/rowdelegate.h"
#include "ui/errortext.h"
#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/models/cachefilter.h"
#include "ui/views/detailspane.h"
#include "ui/views/imageactions.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagestrip.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr int narrow = 780;
} // namespace

CachePage::CachePage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(makeTitle(this))
    , m_count(makeHint(this))
    , m_filterField(new QLineEdit(this))
    , m_deleteStrip(new MessageStrip(MessageStrip::Kind::Danger, this))
    , m_result(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_table(new QTreeView(this))
    , m_details(new DetailsPane(this))
    , m_empty(new EmptyState(QLatin1StringView("archive"), this))
    , m_nothingMatches(new EmptyState(QLatin1StringView("search"), this))
    , m_broken(new EmptyState(QLatin1StringView("warning"), this))
    , m_loading(makeHint(this))
    , m_filter(new CacheFilter(this))
    , m_actions(new ImageActions(m_table))
{
    build();
    connectModel();
    retranslate();
    showState();
}

CachePage::~CachePage() = default;

void CachePage::build()
{
    m_filterField->setClearButtonEnabled(true);
    m_filterField->setMinimumWidth(320);
    m_filterField->addAction(icon(QLatin1StringView("search")), QLineEdit::LeadingPosition);
    m_count->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(6);
    head->addWidget(m_count, 1);
    head->addWidget(m_filterField);

    m_filter->setSourceModel(&m_workspace.images());
    m_table->setObjectName(QStringLiteral("imageTable"));
    m_table->setModel(m_filter);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(CacheModel::Name, Qt::AscendingOrder);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAllColumnsShowFocus(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setItemDelegateForColumn(CacheModel::Platforms, new ChipDelegate(m_table));
    buildHeader();

    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({800, 312});
    m_splitter->restoreState(m_workspace.store().value(QStringLiteral("cachePage/splitter")).toByteArray());
    m_loading->setAlignment(Qt::AlignCenter);
    for (QWidget *page : {static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_empty),
                          static_cast<QWidget *>(m_nothingMatches), static_cast<QWidget *>(m_broken),
                          static_cast<QWidget *>(m_splitter)})
        m_stack->addWidget(page);
    for (int i = 0; i < 3; ++i)
        m_emptyButtons.append(m_empty->addButton());
    m_clearFilter = m_nothingMatches->addButton();
    m_otherFolder = m_broken->addButton();
    m_deleteYes = m_deleteStrip->addButton();
    m_deleteYes->setObjectName(QStringLiteral("deleteYes"));
    m_deleteNo = m_deleteStrip->addButton();
    m_resultClose = m_result->addButton();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(18, 14, 18, 12);
    top->setSpacing(8);
    top->addLayout(head);
    top->addWidget(m_deleteStrip);
    top->addWidget(m_result);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
}

/// The name takes what room there is. The state has a column only on request: what is incomplete says so
/// beside its name.
void CachePage::buildHeader()
{
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(60);
    const int widths[]{260, 126, 78, 78, 124, 118, 90};
    for (int column = 0; column < CacheModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    header->setSectionResizeMode(CacheModel::Name, QHeaderView::Stretch);
    header->setSectionHidden(CacheModel::State, true);
    header->restoreState(m_workspace.store().value(QStringLiteral("cachePage/header")).toByteArray());
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &CachePage::showColumnMenu);
}

void CachePage::showColumnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QHeaderView *header = m_table->header();
    for (int column = CacheModel::Platforms; column < CacheModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_filter->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, header,
                [header, column](bool on) { header->setSectionHidden(column, !on); });
    }
    menu->popup(header->mapToGlobal(at));
}

void CachePage::connectModel()
{
    CacheModel &model = m_workspace.images();
    connect(&model, &CacheModel::loaded, this, [this] {
        m_error.reset();
        showState();
    });
    const auto fail = [this](const Error &error) {
        m_error = error;
        showState();
    };
    connect(&model, &CacheModel::failed, this, fail);
    connect(&m_workspace, &Workspace::cacheFailed, this, fail);
    connect(m_filterField, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setQuery(text);
        showState();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CachePage::choiceHasChanged);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &CachePage::choiceHasChanged);
    connect(m_table, &QTreeView::doubleClicked, this, &CachePage::pushRequested);
    connect(m_actions, &ImageActions::pushRequested, this, &CachePage::pushRequested);
    connect(m_actions, &ImageActions::deleteRequested, this, &CachePage::askDelete);
    connect(m_emptyButtons[0], &QPushButton::clicked, this, &CachePage::addRequested);
    connect(m_emptyButtons[1], &QPushButton::clicked, this, &CachePage::pullRequested);
    connect(m_emptyButtons[2], &QPushButton::clicked, this, &CachePage::folderRequested);
    connect(m_otherFolder, &QPushButton::clicked, this, &CachePage::folderRequested);
    connect(m_clearFilter, &QPushButton::clicked, m_filterField, &QLineEdit::clear);
    connect(m_deleteYes, &QPushButton::clicked, this, &CachePage::deleteNow);
    connect(m_deleteNo, &QPushButton::clicked, m_deleteStrip, &QWidget::hide);
    connect(m_resultClose, &QPushButton::clicked, m_result, &QWidget::hide);
}

void CachePage::showState()
{
    const CacheModel &model = m_workspace.images();
    const int all = model.rowCount();
    const int shown = m_filter->rowCount();
    QWidget *page = m_splitter;
    if (m_error)
        page = m_broken;
    else if (!model.isLoaded())
        page = m_loading;
    else if (all == 0)
        page = m_empty;
    else if (shown == 0)
        page = m_nothingMatches;
    m_stack->setCurrentWidget(page);
    m_filterField->setEnabled(all > 0);
    m_count->setText(all == 0       ? QString()
                     : shown == all ? tr("%n image(s), %1", nullptr, all).arg(formatBytes(model.totalSize()))
                                    : tr("%1 of %n image(s)", nullptr, all).arg(shown));
    if (m_error) {
        const ErrorText text = explain(*m_error);
        m_broken->setTexts(text.sentence, text.advice);
    }
    if (page == m_splitter && !m_table->selectionModel()->hasSelection())
        m_table->setCurrentIndex(m_filter->index(0, 0));
    choiceHasChanged();
}

QList<CacheRow> CachePage::chosenRows() const
{
    QList<CacheRow> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(m_workspace.images().row(m_filter->mapToSource(index).row()));
    return rows;
}

void CachePage::choiceHasChanged()
{
    const QList<CacheRow> rows = chosenRows();
    const int count = int(rows.size());
    m_actions->choose(rows);
    m_details->setVisible(count == 1 && !m_compact);
    if (count == 1 && m_workspace.cache())
        m_details->show(m_workspace.cache(), rows.first());
    emit choiceChanged(count);
}

/// Tells first what deleting really gives back: layers that other images need stay.
void CachePage::askDelete()
{
    m_toDelete.clear();
    for (const CacheRow &row : chosenRows())
        m_toDelete.append(row.image.name);
    if (m_toDelete.isEmpty() || !m_workspace.cache())
        return;
    QtConcurrent::run([cache = m_workspace.cache(), images = m_toDelete] {
        return cache->planCleaning(CleanRequest{.images = images, .unusedSince = {}});
    }).then(this, [this](const Result<CleanPlan> &plan) {
        if (!plan) {
            m_result->setText(explain(plan.error()).sentence);
            m_result->show();
            return;
        }
        const int count = int(m_toDelete.size());
        m_deleteStrip->setText(
            tr("Delete %n image(s) from the cache? This frees %1 and cannot be undone.", nullptr, count)
                .arg(formatBytes(plan->bytes())));
        m_deleteYes->setText(tr("Delete %n image(s)", nullptr, count));
        m_deleteStrip->show();
        m_deleteYes->setFocus();
    });
}

void CachePage::deleteNow()
{
    m_deleteStrip->hide();
    QtConcurrent::run([cache = m_workspace.cache(), images = m_toDelete] {
        return cache->clean(CleanRequest{.images = images, .unusedSince = {}});
    }).then(this, [this](const Result<CleanPlan> &done) {
        m_result->setText(done ? tr("Deleted %n image(s), %1 freed.", nullptr, int(done->images.size()))
                                     .arg(formatBytes(done->bytes()))
                               : explain(done.error()).sentence);
        m_result->show();
        m_workspace.images().reload();
    });
}

void CachePage::choose(const QList<ImageName> &images)
{
    m_filterField->clear();
    QItemSelection selection;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (images.contains(m_workspace.images().row(m_filter->mapToSource(index).row()).image.name))
            selection.select(index, index);
    }
    m_table->selectionModel()->select(selection,
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void CachePage::setCompact(bool compact)
{
    m_compact = compact;
    choiceHasChanged();
}

QList<QAction *> CachePage::imageActions() const
{
    return m_actions->all();
}

/// In a narrow window the details come to lie below the list.
void CachePage::resizeEvent(QResizeEvent *event)
{
    const auto wanted = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != wanted)
        m_splitter->setOrientation(wanted);
    QWidget::resizeEvent(event);
}

void CachePage::focusFilter()
{
    m_filterField->setFocus(Qt::ShortcutFocusReason);
    m_filterField->selectAll();
}

void CachePage::saveState()
{
    m_workspace.store().setValue(QStringLiteral("cachePage/header"), m_table->header()->saveState());
    m_workspace.store().setValue(QStringLiteral("cachePage/splitter"), m_splitter->saveState());
}

void CachePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CachePage::retranslate()
{
    m_title->setText(tr("Cache"));
    m_filterField->setPlaceholderText(tr("Filter: name, size>1G, arch:arm64, unpushed"));
    m_filterField->setAccessibleName(tr("Filter images"));
    m_filterField->setToolTip(tr("Words that must all hold: part of a name, size>1G, size<500M, arch:arm64, "
                                 "untagged, pushed, unpushed, incomplete (Ctrl+F)"));
    m_table->setAccessibleName(tr("Images in the cache"));
    m_loading->setText(tr("Opening the cache…"));
    m_empty->setTexts(tr("Drop image archives or folders here"),
                      tr("What you import or pull lies in the cache, ready to be pushed to any registry."));
    m_emptyButtons[0]->setText(tr("Choose files…"));
    m_emptyButtons[1]->setText(tr("Pull from a registry…"));
    m_emptyButtons[2]->setText(tr("Open another cache…"));
    m_nothingMatches->setTexts(tr("No image matches the filter"), {});
    m_clearFilter->setText(tr("Clear the filter"));
    m_otherFolder->setText(tr("Open another cache…"));
    m_deleteNo->setText(tr("Keep"));
    m_resultClose->setText(tr("Close"));
    m_actions->retranslate();
    m_workspace.images().retranslate();
    showState();
}

} // namespace dip::ui
