#include "ui/views/jobspage.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolBar>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/delegates/jobdelegate.h"
#include "ui/look/icons.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobsorter.h"
#include "ui/views/attentionpanel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagestrip.h"
#include "ui/workspace.h"

namespace dip::ui {

JobsPage::JobsPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_queue(workspace.jobs())
    , m_model(new JobModel(m_queue, this))
    , m_sorter(new JobSorter(this))
    , m_title(makeTitle(this))
    , m_count(makeHint(this))
    , m_toolBar(new QToolBar(this))
    , m_interrupted(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new QTreeView(this))
    , m_empty(new EmptyState(QLatin1StringView("jobs"), this))
    , m_attention(new AttentionPanel(workspace, this))
    , m_all(new QPushButton(this))
    , m_clear(new QPushButton(this))
{
    build();
    makeActions();
    connectQueue();
    retranslate();
    showState();
}

JobsPage::~JobsPage() = default;

void JobsPage::build()
{
    m_count->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(6);
    head->addWidget(m_count, 1);
    head->addWidget(m_toolBar);
    head->addWidget(m_all);
    head->addWidget(m_clear);

    m_sorter->setSourceModel(m_model);
    m_tree->setModel(m_sorter);
    m_tree->setItemDelegate(new JobDelegate(m_tree));
    m_tree->setObjectName(QStringLiteral("jobTree"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setIndentation(22);
    m_toolBar->setIconSize(QSize(18, 18));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);

    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    m_resumeAll = m_interrupted->addButton();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(18, 14, 18, 12);
    top->setSpacing(8);
    top->addLayout(head);
    top->addWidget(m_interrupted);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_attention);
}

QAction *JobsPage::addAction(QLatin1StringView iconName, const QKeySequence &keys, void (JobsPage::*slot)())
{
    auto *action = new QAction(icon(iconName), {}, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_tree->addAction(action);
    return action;
}

void JobsPage::makeActions()
{
    m_pause = addAction(QLatin1StringView("pause"), Qt::Key_Space, &JobsPage::pauseOrResume);
    m_cancel = addAction(QLatin1StringView("cancel"), {}, &JobsPage::cancelChosen);
    m_retry = addAction(QLatin1StringView("retry"), {}, &JobsPage::retryChosen);
    m_start = addAction(QLatin1StringView("resume"), {}, &JobsPage::startChosen);
    m_up = addAction(QLatin1StringView("up"), QKeySequence(Qt::ALT | Qt::Key_Up), &JobsPage::moveUp);
    m_down = addAction(QLatin1StringView("down"), QKeySequence(Qt::ALT | Qt::Key_Down), &JobsPage::moveDown);
    m_copy = addAction(QLatin1StringView("copy"), QKeySequence::Copy, &JobsPage::copyTarget);
    m_remove = addAction(QLatin1StringView("delete"), QKeySequence::Delete, &JobsPage::removeChosen);
    m_toolBar->addActions({m_pause, m_cancel, m_retry, m_up, m_down});
}

void JobsPage::connectQueue()
{
    connect(&m_queue, &JobQueue::added, this, &JobsPage::showState);
    connect(&m_queue, &JobQueue::removed, this, &JobsPage::showState);
    connect(&m_queue, &JobQueue::changed, this, &JobsPage::showState);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &JobsPage::choiceHasChanged);
    connect(m_all, &QPushButton::clicked, this, &JobsPage::toggleAll);
    connect(m_clear, &QPushButton::clicked, this, &JobsPage::clearFinished);
    connect(m_resumeAll, &QPushButton::clicked, &m_queue, &JobQueue::resumeInterrupted);
    connect(m_attention, &AttentionPanel::editRegistryRequested, this, &JobsPage::editRegistryRequested);
    connect(m_attention, &AttentionPanel::folderRequested, this, &JobsPage::folderRequested);
}

void JobsPage::showState()
{
    const JobQueue::Counts counts = m_queue.counts();
    const bool any = !m_queue.jobs().isEmpty();
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_tree) : m_empty);
    m_toolBar->setVisible(any);
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
    m_clear->setVisible(counts.unfinished() < int(m_queue.jobs().size()));
    if (any && !m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_sorter->index(0, 0));
    choiceHasChanged();
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
    bool pausable = false;
    bool resumable = false;
    bool finished = false;
    bool unfinished = false;
    for (const QString &id : chosenIds()) {
        const JobState state = m_queue.find(id)->state;
        pausable |= state == JobState::Running || state == JobState::Waiting;
        resumable |= state == JobState::Paused;
        finished |= isFinished(state);
        unfinished |= !isFinished(state);
    }
    const bool resumes = !pausable && resumable;
    m_pause->setEnabled(pausable || resumable);
    m_pause->setIcon(icon(resumes ? QLatin1StringView("resume") : QLatin1StringView("pause")));
    m_pause->setText(resumes ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(resumes ? tr("Resume (Space)") : tr("Pause (Space)"));
    m_cancel->setEnabled(unfinished);
    m_start->setEnabled(
        std::ranges::any_of(chosenIds(), [this](const QString &id) { return m_queue.canStart(id); }));
    m_retry->setEnabled(finished);
    m_remove->setEnabled(finished);
    for (QAction *action : {m_up, m_down, m_copy})
        action->setEnabled(pausable || resumable || finished || unfinished);
    m_attention->show(currentJob());
}

void JobsPage::pauseOrResume()
{
    const QStringList ids = chosenIds();
    const bool pausable = std::ranges::any_of(ids, [this](const QString &id) {
        const JobState state = m_queue.find(id)->state;
        return state == JobState::Running || state == JobState::Waiting;
    });
    for (const QString &id : ids)
        pausable ? m_queue.pause(id) : m_queue.resume(id);
}

void JobsPage::cancelChosen()
{
    for (const QString &id : chosenIds())
        m_queue.cancel(id);
}

void JobsPage::retryChosen()
{
    for (const QString &id : chosenIds())
        m_queue.retry(id);
}

void JobsPage::startChosen()
{
    for (const QString &id : chosenIds())
        m_queue.start(id);
}

void JobsPage::moveUp()
{
    for (const QString &id : chosenIds())
        m_queue.move(id, -1);
}

void JobsPage::moveDown()
{
    QStringList ids = chosenIds();
    std::ranges::reverse(ids);
    for (const QString &id : std::as_const(ids))
        m_queue.move(id, 1);
}

void JobsPage::removeChosen()
{
    for (const QString &id : chosenIds())
        m_queue.remove(id);
}

void JobsPage::copyTarget()
{
    QStringList lines;
    for (const QString &id : chosenIds()) {
        const JobRequest &request = m_queue.find(id)->request;
        lines.append(request.target.isEmpty() ? request.source : request.target);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void JobsPage::toggleAll()
{
    const JobQueue::Counts counts = m_queue.counts();
    counts.running + counts.waiting > 0 ? m_queue.pauseAll() : m_queue.resumeAll();
}

void JobsPage::clearFinished()
{
    m_queue.removeFinished();
}

void JobsPage::showWaitingForYou()
{
    const QModelIndex first = m_sorter->index(0, 0); // those that need a person are sorted first
    if (first.isValid())
        m_tree->setCurrentIndex(first);
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
    m_clear->setText(tr("Clear finished"));
    m_resumeAll->setText(tr("Resume all"));
    m_empty->setTexts(tr("Nothing to do"),
                      tr("Imports, pushes and pulls appear here, with every layer on its way."));
    m_cancel->setText(tr("Cancel"));
    m_retry->setText(tr("Try again"));
    m_start->setText(tr("Start now"));
    m_up->setText(tr("Move up"));
    m_down->setText(tr("Move down"));
    m_copy->setText(tr("Copy target"));
    m_remove->setText(tr("Remove from the list"));
    m_model->retranslate();
    showState();
}

} // namespace dip::ui
