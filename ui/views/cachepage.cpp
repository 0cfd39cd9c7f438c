#include "ui/views/cachepage.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include "ui/errortext.h"
#include "ui/jobs/cachejobs.h"
#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/models/cachefilter.h"
#include "ui/views/deletionbar.h"
#include "ui/views/detailspane.h"
#include "ui/views/exportdialog.h"
#include "ui/views/imageactions.h"
#include "ui/views/imagetable.h"
#include "ui/views/renamebar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagestrip.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr int narrow = 1000; // beside the details names would have no room
constexpr int leastList = 90;
const QList<int> besideList{800, 312};
const QList<int> belowList{300, 200};
} // namespace

CachePage::CachePage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(makeTitle(this))
    , m_count(makeHint(this))
    , m_trash(new QToolButton(this))
    , m_filterField(new QLineEdit(this))
    , m_chips(new FilterChips(m_filterField, this))
    , m_deletion(new DeletionBar(workspace, this))
    , m_rename(new RenameBar(workspace, this))
    , m_failure(new MessageStrip(MessageStrip::Kind::Danger, this))
    , m_failureClose(m_failure->addButton())
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_filter(new CacheFilter(this))
    , m_table(nullptr)
    , m_details(new DetailsPane(this))
    , m_empty(new EmptyState(QLatin1StringView("archive"), this))
    , m_nothingMatches(new EmptyState(QLatin1StringView("search"), this))
    , m_broken(new EmptyState(QLatin1StringView("warning"), this))
    , m_loading(makeHint(this))
{
    m_filter->setSourceModel(&m_workspace.images());
    m_table = new ImageTable(m_workspace, m_filter, this);
    m_actions = new ImageActions(m_table);
    build();
    connectModel();
    connectActions();
    retranslate();
    showState();
}

CachePage::~CachePage() = default;

QLayout *CachePage::makeHead()
{
    m_filterField->setObjectName(QStringLiteral("imageFilter"));
    m_filterField->setClearButtonEnabled(true);
    m_filterField->setMinimumWidth(320);
    m_filterField->addAction(icon(QLatin1StringView("search")), QLineEdit::LeadingPosition);
    m_count->setWordWrap(false);
    m_trash->setObjectName(QStringLiteral("openTrash"));
    m_trash->setIcon(icon(QLatin1StringView("delete")));
    m_trash->setIconSize({18, 18});
    m_trash->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_trash->setAutoRaise(true);
    m_trash->setFocusPolicy(Qt::TabFocus);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(6);
    head->addWidget(m_count, 1);
    head->addWidget(m_trash);
    head->addWidget(m_filterField);
    return head;
}

void CachePage::build()
{
    setFocusProxy(m_table);
    m_details->setActions(m_actions->main());
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes(besideList);
    m_splitter->restoreState(m_workspace.store().value(QStringLiteral("cachePage/splitter")).toByteArray());
    m_loading->setAlignment(Qt::AlignCenter);
    for (QWidget *page : {static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_empty),
                          static_cast<QWidget *>(m_nothingMatches), static_cast<QWidget *>(m_broken),
                          static_cast<QWidget *>(m_splitter)})
        m_stack->addWidget(page);
    m_stack->setMinimumHeight(leastList); // what stands above it must not be squeezed
    for (int i = 0; i < 3; ++i)
        m_emptyButtons.append(m_empty->addButton());
    m_clearFilter = m_nothingMatches->addButton();
    m_otherFolder = m_broken->addButton();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(18, 14, 18, 12);
    top->setSpacing(8);
    top->addLayout(makeHead());
    top->addWidget(m_chips);
    top->addWidget(m_deletion);
    top->addWidget(m_rename);
    top->addWidget(m_failure);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
}

void CachePage::connectModel()
{
    CacheModel &model = m_workspace.images();
    connect(&model, &CacheModel::loaded, this, [this] {
        m_error.reset();
        if (!m_chooseNext.isEmpty())
            choose(std::exchange(m_chooseNext, {}));
        showChips();
        showState();
    });
    const auto fail = [this](const Error &error) {
        m_error = error;
        showState();
    };
    connect(&model, &CacheModel::failed, this, fail);
    connect(&m_workspace, &Workspace::cacheFailed, this, fail);
    connect(&m_workspace.trash(), &TrashBin::changed, this, &CachePage::showTrash);
    connect(m_filterField, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setQuery(text);
        showState();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CachePage::choiceHasChanged);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &CachePage::choiceHasChanged);
    connect(m_emptyButtons[0], &QPushButton::clicked, this, &CachePage::addRequested);
    connect(m_emptyButtons[1], &QPushButton::clicked, this, &CachePage::pullRequested);
    connect(m_emptyButtons[2], &QPushButton::clicked, this, &CachePage::folderRequested);
    connect(m_otherFolder, &QPushButton::clicked, this, &CachePage::folderRequested);
    connect(m_clearFilter, &QPushButton::clicked, m_filterField, &QLineEdit::clear);
}

void CachePage::connectActions()
{
    connect(m_table, &QTreeView::doubleClicked, this, &CachePage::pushRequested);
    connect(m_actions, &ImageActions::pushRequested, this, &CachePage::pushRequested);
    connect(m_actions, &ImageActions::exportRequested, this, &CachePage::exportChosen);
    connect(m_actions, &ImageActions::verifyRequested, this,
            [this] { emit jobAdded(m_workspace.jobs().add(verifyRequest(m_table->chosenNames()))); });
    connect(m_actions, &ImageActions::renameRequested, this,
            [this] { m_rename->begin(m_table->chosenNames().first()); });
    connect(m_actions, &ImageActions::pinRequested, this, &CachePage::setPinned);
    connect(m_actions, &ImageActions::trashRequested, this,
            [this] { m_deletion->moveToTrash(m_table->chosenNames()); });
    connect(m_actions, &ImageActions::deleteRequested, this,
            [this] { m_deletion->askToDelete(m_table->chosenNames()); });
    connect(m_actions, &ImageActions::allRequested, m_table, &QTreeView::selectAll);
    connect(m_deletion, &DeletionBar::trashRequested, this, &CachePage::trashRequested);
    connect(m_trash, &QToolButton::clicked, this, &CachePage::trashRequested);
    connect(m_rename, &RenameBar::renamed, this, &CachePage::renamed);
    connect(m_rename, &RenameBar::closed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_failureClose, &QPushButton::clicked, m_failure, &QWidget::hide);
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
    m_chips->setVisible(all > 0 && !m_compact);
    m_count->setText(all == 0       ? QString()
                     : shown == all ? tr("%n image(s), %1", nullptr, all).arg(formatBytes(model.totalSize()))
                                    : tr("%1 of %n image(s)", nullptr, all).arg(shown));
    showTrash();
    if (m_error) {
        const ErrorText text = explain(*m_error);
        m_broken->setTexts(text.sentence, text.advice);
    }
    m_actions->setShown(page == m_splitter ? shown : 0, shown < all);
    if (page == m_splitter)
        m_table->chooseSomething();
    choiceHasChanged();
}

void CachePage::showTrash()
{
    const auto deletions = m_workspace.trash().items().size();
    m_trash->setText(deletions == 0 ? tr("Trash") : tr("Trash (%1)").arg(deletions));
    m_trash->setVisible(deletions > 0 || m_workspace.images().rowCount() > 0);
}

/// Architectures are offered where there is a choice.
void CachePage::showChips()
{
    QList<FilterChips::Chip> chips{{QStringLiteral("unpushed"), tr("Not pushed")},
                                   {QStringLiteral("untagged"), tr("Untagged")},
                                   {QStringLiteral("incomplete"), tr("Incomplete")},
                                   {QStringLiteral("pinned"), tr("Pinned")},
                                   {QStringLiteral("older:30d"), tr("Unused for 30 days")},
                                   {QStringLiteral("size>1G"), tr("Over 1 GB")}};
    const QStringList architectures = m_workspace.images().architectures();
    if (architectures.size() > 1) {
        for (const QString &architecture : architectures.first(std::min<qsizetype>(3, architectures.size())))
            chips.append({QStringLiteral("arch:") + architecture, architecture});
    }
    m_chips->setChips(chips);
}

QList<CacheRow> CachePage::chosenRows() const
{
    return m_table->chosenRows();
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

void CachePage::exportChosen()
{
    const QList<ImageName> images = m_table->chosenNames();
    if (images.isEmpty())
        return;
    chooseExport(this, m_workspace.store(), images, [this](const ExportFromCache &what) {
        emit jobAdded(m_workspace.jobs().add(exportRequest(what)));
    });
}

void CachePage::setPinned(bool pinned)
{
    QtConcurrent::run([cache = m_workspace.cache(), images = m_table->chosenNames(), pinned] {
        return cache->setPinned(images, pinned);
    }).then(this, [this](const Result<void> &done) {
        if (!done)
            tell(done.error());
        m_workspace.images().reload();
    });
}

void CachePage::renamed(const ImageName &image)
{
    m_chooseNext = {image};
    m_workspace.images().reload();
}

void CachePage::tell(const Error &error)
{
    m_failure->setText(explain(error).sentence);
    m_failure->show();
}

void CachePage::choose(const QList<ImageName> &images)
{
    m_filterField->clear();
    m_table->choose(images);
}

void CachePage::setCompact(bool compact)
{
    m_compact = compact;
    if (compact)
        m_rename->end();
    showState();
}

QList<QAction *> CachePage::imageActions() const
{
    return m_actions->all();
}

/// In a narrow window the details come to lie below the list.
void CachePage::resizeEvent(QResizeEvent *event)
{
    const auto wanted = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != wanted) {
        m_splitter->setOrientation(wanted);
        m_splitter->setSizes(wanted == Qt::Vertical ? belowList : besideList);
    }
    QWidget::resizeEvent(event);
}

void CachePage::focusFilter()
{
    m_filterField->setFocus(Qt::ShortcutFocusReason);
    m_filterField->selectAll();
}

void CachePage::saveState()
{
    m_table->saveState();
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
    m_trash->setToolTip(tr("Show what was deleted and can be restored"));
    m_filterField->setPlaceholderText(tr("Filter: name, size>1G, arch:arm64, unpushed"));
    m_filterField->setAccessibleName(tr("Filter images"));
    m_filterField->setToolTip(
        tr("Words that must all hold: part of a name, size>1G, size<500M, arch:arm64, older:30d, untagged, "
           "pushed, unpushed, pinned, unpinned, incomplete (Ctrl+F)"));
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
    m_failureClose->setText(tr("Close"));
    m_actions->retranslate();
    m_workspace.images().retranslate();
    showChips();
    showState();
}

} // namespace dip::ui
