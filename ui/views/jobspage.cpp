#include "ui/views/jobspage.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolBar>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/delegates/jobdelegate.h"
#include "ui/jobs/jobtext.h"
#include "ui/look/icons.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobsorter.h"
#include "ui/views/attentionpanel.h"
#include "ui/views/findingspanel.h"
#include "ui/views/jobactions.h"
#include "ui/views/jobsteps.h"
#include "ui/views/positionbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagestrip.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr std::chrono::seconds undoFor(10);
} // namespace

JobsPage::JobsPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_queue(workspace.jobs())
    , m_model(new JobModel(m_queue, this))
    , m_sorter(new JobSorter(this))
    , m_title(makeTitle(this))
    , m_count(makeHint(this))
    , m_filter(new QLineEdit(this))
    , m_states(new QComboBox(this))
    , m_toolBar(new QToolBar(this))
    , m_interrupted(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_undo(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_joined(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_position(new PositionBar(m_queue, this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new QTreeView(this))
    , m_empty(new EmptyState(QLatin1StringView("jobs"), this))
    , m_nothingMatches(new EmptyState(QLatin1StringView("search"), this))
    , m_attention(new AttentionPanel(workspace, this))
    , m_findings(new FindingsPanel(workspace.jobs(), this))
    , m_all(new QPushButton(this))
    , m_retryFailed(new QPushButton(this))
    , m_clear(new QPushButton(this))
    , m_actions(new JobActions(m_queue, m_tree))
{
    build();
    connectQueue();
    retranslate();
    showState();
}

JobsPage::~JobsPage() = default;

void JobsPage::build()
{
    m_count->setWordWrap(false);
    m_filter->setObjectName(QStringLiteral("jobFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(230);
    m_filter->setMaximumWidth(320);
    m_filter->addAction(icon(QLatin1StringView("search")), QLineEdit::LeadingPosition);
    m_states->setObjectName(QStringLiteral("jobStates"));
    m_all->setObjectName(QStringLiteral("pauseAll"));
    m_clear->setObjectName(QStringLiteral("clearFinished"));
    m_retryFailed->setObjectName(QStringLiteral("retryFailed"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(6);
    head->addWidget(m_count, 1);
    head->addWidget(m_filter);
    head->addWidget(m_states);
    auto *row = new QHBoxLayout;
    row->addWidget(m_toolBar);
    row->addStretch();
    for (QPushButton *button : {m_all, m_retryFailed, m_clear})
        row->addWidget(button);
    buildTree();

    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_nothingMatches);
    m_resumeAll = m_interrupted->addButton();
    m_resumeAll->setObjectName(QStringLiteral("resumeInterrupted"));
    m_undoButton = m_undo->addButton();
    m_undoButton->setObjectName(QStringLiteral("undoCancel"));
    m_joined->setObjectName(QStringLiteral("joinedStrip"));
    m_joinedShow = m_joined->addButton();
    m_joinedShow->setObjectName(QStringLiteral("showJoined"));
    m_joinedClose = m_joined->addButton();
    m_clearFilter = m_nothingMatches->addButton();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(18, 14, 18, 8);
    top->setSpacing(8);
    top->addLayout(head);
    top->addWidget(m_interrupted);
    top->addWidget(m_undo);
    top->addWidget(m_joined);
    top->addWidget(m_position);
    top->addLayout(row);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_attention);
    layout->addWidget(m_findings);
}

void JobsPage::buildTree()
{
    m_sorter->setSourceModel(m_model);
    m_tree->setModel(m_sorter);
    m_tree->setItemDelegate(new JobDelegate(m_tree));
    m_tree->setObjectName(QStringLiteral("jobTree"));
    setFocusProxy(m_tree);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setIndentation(22);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_toolBar->setIconSize(QSize(18, 18));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_toolBar->addActions(m_actions->toolBarActions());
}

void JobsPage::connectQueue()
{
    connect(&m_queue, &JobQueue::added, this, &JobsPage::showState);
    connect(&m_queue, &JobQueue::removed, this, &JobsPage::showState);
    connect(&m_queue, &JobQueue::changed, this, &JobsPage::showState);
    connect(&m_queue, &JobQueue::joined, this, &JobsPage::tellJoined);
    connect(m_joinedShow, &QPushButton::clicked, this, &JobsPage::showJoined);
    connect(m_joinedClose, &QPushButton::clicked, m_joined, &QWidget::hide);
    connect(m_tree, &QTreeView::activated, this, &JobsPage::activate);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &JobsPage::choiceHasChanged);
    connect(m_filter, &QLineEdit::textChanged, this, &JobsPage::showFilter);
    connect(m_states, &QComboBox::currentIndexChanged, this, &JobsPage::showFilter);
    connect(m_clearFilter, &QPushButton::clicked, this, [this] {
        m_filter->clear();
        m_states->setCurrentIndex(0);
    });
    connect(m_all, &QPushButton::clicked, this, &JobsPage::toggleAll);
    connect(m_retryFailed, &QPushButton::clicked, &m_queue, &JobQueue::retryFailed);
    connect(m_clear, &QPushButton::clicked, &m_queue, &JobQueue::removeFinished);
    connect(m_resumeAll, &QPushButton::clicked, &m_queue, &JobQueue::resumeInterrupted);
    connect(m_actions, &JobActions::cancelled, this, &JobsPage::offerUndo);
    connect(m_undoButton, &QPushButton::clicked, this, &JobsPage::undoCancel);
    m_undoEnds.setSingleShot(true);
    m_undoEnds.setInterval(undoFor);
    connect(&m_undoEnds, &QTimer::timeout, m_undo, &QWidget::hide);
    const JobSteps &steps = m_attention->steps();
    connect(&steps, &JobSteps::editRegistryRequested, this, &JobsPage::editRegistryRequested);
    connect(&steps, &JobSteps::folderRequested, this, &JobsPage::folderRequested);
    connect(&steps, &JobSteps::cleanRequested, this, &JobsPage::cleanRequested);
    connect(&steps, &JobSteps::anotherTargetRequested, this,
            [this](const QString &id) { sendElsewhere({id}); });
    connect(m_actions, &JobActions::anotherTargetRequested, this, &JobsPage::sendElsewhere);
    connect(m_actions, &JobActions::positionRequested, m_position, &PositionBar::begin);
    connect(m_actions, &JobActions::logRequested, this, [this](const QString &id) {
        if (const Job *job = m_queue.find(id))
            emit logRequested(id, jobTitle(*job));
    });
    connect(m_findings, &FindingsPanel::imagesRequested, this, &JobsPage::imagesRequested);
    connect(m_findings, &FindingsPanel::repairBegun, this, &JobsPage::showJob);
}

void JobsPage::showState()
{
    const QWidget *focused = window()->focusWidget();
    const JobQueue::Counts counts = m_queue.counts();
    const bool any = !m_queue.jobs().isEmpty();
    const bool shown = m_sorter->rowCount() > 0;
    m_stack->setCurrentWidget(!any    ? static_cast<QWidget *>(m_empty)
                              : shown ? static_cast<QWidget *>(m_tree)
                                      : m_nothingMatches);
    for (QWidget *widget : {static_cast<QWidget *>(m_toolBar), static_cast<QWidget *>(m_filter),
                            static_cast<QWidget *>(m_states)})
        widget->setVisible(any);
    m_count->setText(any ? tr("%1 running, %2 waiting, %3 in all")
                               .arg(QString::number(counts.running),
                                    QString::number(counts.waiting + counts.paused),
                                    QString::number(m_queue.jobs().size()))
                         : QString());
    m_interrupted->setText(
        tr("%n job(s) were interrupted when the program ended.", nullptr, counts.interrupted));
    m_interrupted->setVisible(counts.interrupted > 0);
    m_all->setVisible(counts.unfinished() > 0);
    const bool canPause = counts.running + counts.waiting > 0;
    m_all->setText(canPause ? tr("Pause all") : tr("Resume all"));
    m_retryFailed->setVisible(counts.failed > 0);
    m_clear->setVisible(counts.unfinished() < int(m_queue.jobs().size()));
    if (focused && focused->parentWidget() == this && !focused->isVisibleTo(this))
        setFocus(); // and not the next button, which clears the list
    if (shown && !m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_sorter->index(0, 0));
    choiceHasChanged();
}

void JobsPage::showFilter()
{
    m_sorter->setFilter(m_filter->text(), JobSorter::Show(m_states->currentIndex()));
    showState();
}

const Job *JobsPage::currentJob() const
{
    return m_model->jobAt(m_sorter->mapToSource(m_tree->currentIndex()));
}

QStringList JobsPage::chosenIds() const
{
    QStringList ids;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
        const Job *job = m_model->jobAt(m_sorter->mapToSource(index));
        if (job && !ids.contains(job->id))
            ids.append(job->id);
    }
    return ids;
}

void JobsPage::choiceHasChanged()
{
    m_actions->choose(chosenIds());
    m_attention->show(currentJob());
    m_findings->show(currentJob());
}

void JobsPage::toggleAll()
{
    const JobQueue::Counts counts = m_queue.counts();
    counts.running + counts.waiting > 0 ? m_queue.pauseAll() : m_queue.resumeAll();
}

void JobsPage::sendElsewhere(const QStringList &ids)
{
    QList<ImageName> images;
    for (const QString &id : ids) {
        const Job *job = m_queue.find(id);
        if (!job)
            continue;
        for (const JobStep &step : job->request.steps) {
            if (const auto *push = std::get_if<PushFromCacheUsingManifest>(&step))
                images.append(push->image);
        }
    }
    if (!images.isEmpty())
        emit anotherTargetRequested(images);
}

/// What was uploaded is kept, so for a while cancelling can be taken back by putting the jobs in line again.
void JobsPage::offerUndo(const QStringList &ids)
{
    m_cancelled = ids;
    m_undo->setText(tr("Cancelled %n job(s). What was transferred is kept.", nullptr, int(ids.size())));
    m_undo->show();
    m_undoEnds.start();
}

void JobsPage::undoCancel()
{
    m_undo->hide();
    for (const QString &id : std::as_const(m_cancelled))
        m_queue.restart(id);
    m_cancelled.clear();
}

void JobsPage::tellJoined(const QString &id)
{
    const Job *job = m_queue.find(id);
    m_joinedJob = id;
    m_joined->setText(tr("It is already in the list, so it was not added again: %1").arg(jobTitle(*job)));
    m_joined->show();
    showJob(id);
}

void JobsPage::showJoined()
{
    m_joined->hide();
    m_filter->clear();
    m_states->setCurrentIndex(0);
    showJob(m_joinedJob);
    m_tree->setFocus();
}

/// A layer that waits to be tried again is tried now.
void JobsPage::activate(const QModelIndex &index)
{
    const QModelIndex source = m_sorter->mapToSource(index);
    const Job *job = source.parent().isValid() ? m_model->jobAt(source) : nullptr;
    if (job && job->lines[source.row()].phase == Phase::WaitingToRetry)
        m_queue.retryNow(job->id, source.row());
}

void JobsPage::setVerifyAction(QAction *action)
{
    m_attention->steps().setVerifyAction(action);
}

void JobsPage::showWaitingForYou()
{
    m_filter->clear();
    m_states->setCurrentIndex(0);
    const QModelIndex first = m_sorter->index(0, 0); // those that need a person are sorted first
    if (first.isValid())
        m_tree->setCurrentIndex(first);
}

void JobsPage::showJob(const QString &id)
{
    for (int row = 0; row < m_sorter->rowCount(); ++row) {
        const QModelIndex index = m_sorter->index(row, 0);
        const Job *job = m_model->jobAt(m_sorter->mapToSource(index));
        if (job && job->id == id) {
            m_tree->setCurrentIndex(index);
            return;
        }
    }
}

QList<QAction *> JobsPage::jobActions() const
{
    return m_tree->actions();
}

void JobsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void JobsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JobsPage::retranslate()
{
    m_title->setText(tr("Jobs"));
    m_tree->setAccessibleName(tr("Jobs"));
    m_filter->setPlaceholderText(tr("Search jobs and history"));
    m_filter->setAccessibleName(tr("Search jobs and history"));
    m_states->setAccessibleName(tr("Which jobs to show"));
    const QStringList states{tr("All jobs"), tr("Unfinished"), tr("Need you or failed"), tr("History")};
    const QSignalBlocker quiet(m_states);
    for (int i = 0; i < states.size(); ++i) {
        if (i < m_states->count())
            m_states->setItemText(i, states[i]);
        else
            m_states->addItem(states[i]);
    }
    m_retryFailed->setText(tr("Retry failed"));
    m_clear->setText(tr("Clear finished"));
    m_resumeAll->setText(tr("Resume all"));
    m_undoButton->setText(tr("Undo"));
    m_joinedShow->setText(tr("Show it"));
    m_joinedClose->setText(tr("Close"));
    m_empty->setTexts(tr("Nothing to do"),
                      tr("Imports, pushes, pulls, exports and verifications appear here, with every layer on "
                         "its way. What is finished stays as history."));
    m_nothingMatches->setTexts(tr("No job matches"), {});
    m_clearFilter->setText(tr("Clear the filter"));
    m_actions->retranslate();
    m_model->retranslate();
    showState();
}

} // namespace dip::ui
