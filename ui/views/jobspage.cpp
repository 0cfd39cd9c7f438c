#include "ui/views/jobspage.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include "ui/jobs/jobtext.h"
#include "ui/look/icons.h"
#include "ui/views/attentionpanel.h"
#include "ui/views/findingspanel.h"
#include "ui/views/jobactions.h"
#include "ui/views/jobsteps.h"
#include "ui/views/jobtree.h"
#include "ui/views/limitbar.h"
#include "ui/views/positionbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagestrip.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr std::chrono::seconds undoFor(10);
const QString groupingKey = QStringLiteral("jobsPage/grouping");

/// Changes the texts of a list, or fills it.
void setTexts(QComboBox &box, const QStringList &texts)
{
    const QSignalBlocker quiet(box);
    for (int i = 0; i < texts.size(); ++i) {
        if (i < box.count())
            box.setItemText(i, texts[i]);
        else
            box.addItem(texts[i]);
    }
}
} // namespace

JobsPage::JobsPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_queue(workspace.jobs())
    , m_title(makeTitle(this))
    , m_count(makeHint(this))
    , m_filter(new QLineEdit(this))
    , m_states(new QComboBox(this))
    , m_grouping(new QComboBox(this))
    , m_toolBar(new QToolBar(this))
    , m_interrupted(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_undo(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_joined(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_position(new PositionBar(m_queue, this))
    , m_limit(new LimitBar(m_queue, this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new JobTree(m_queue, this))
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
    m_grouping->setCurrentIndex(
        std::clamp(workspace.store().value(groupingKey).toInt(), 0, m_grouping->count() - 1));
    showState();
}

JobsPage::~JobsPage() = default;

void JobsPage::build()
{
    m_count->setWordWrap(false);
    m_filter->setObjectName(QStringLiteral("jobFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(160);
    m_filter->setMaximumWidth(320);
    m_filter->addAction(icon(QLatin1StringView("search")), QLineEdit::LeadingPosition);
    m_states->setObjectName(QStringLiteral("jobStates"));
    m_grouping->setObjectName(QStringLiteral("jobGrouping"));
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
    row->addWidget(m_grouping);
    row->addStretch();
    for (QPushButton *button : {m_all, m_retryFailed, m_clear})
        row->addWidget(button);
    setFocusProxy(m_tree);
    m_toolBar->setIconSize(QSize(18, 18));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_toolBar->addActions(m_actions->toolBarActions());

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
    top->addLayout(row);
    for (QWidget *strip : {static_cast<QWidget *>(m_interrupted), static_cast<QWidget *>(m_undo),
                           static_cast<QWidget *>(m_joined), static_cast<QWidget *>(m_position),
                           static_cast<QWidget *>(m_limit)})
        top->addWidget(strip); // below the buttons, which stay where the pointer is
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_attention);
    layout->addWidget(m_findings);
}

void JobsPage::connectQueue()
{
    connect(&m_queue, &JobQueue::added, this, &JobsPage::showState);
    connect(&m_queue, &JobQueue::removed, this, &JobsPage::showState);
    connect(&m_queue, &JobQueue::changed, this, &JobsPage::showState);
    connect(&m_queue, &JobQueue::joined, this, &JobsPage::tellJoined);
    connect(m_joinedShow, &QPushButton::clicked, this, &JobsPage::showJoined);
    connect(m_joinedClose, &QPushButton::clicked, m_joined, &QWidget::hide);
    connect(m_tree, &JobTree::choiceChanged, this, &JobsPage::choiceHasChanged);
    connect(m_filter, &QLineEdit::textChanged, this, &JobsPage::showFilter);
    connect(m_states, &QComboBox::currentIndexChanged, this, &JobsPage::showFilter);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &JobsPage::setGrouping);
    connect(m_clearFilter, &QPushButton::clicked, this, &JobsPage::clearFilter);
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
    connect(m_actions, &JobActions::limitRequested, m_limit, &LimitBar::begin);
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
    const bool shown = !m_tree->isEmpty();
    m_stack->setCurrentWidget(!any    ? static_cast<QWidget *>(m_empty)
                              : shown ? static_cast<QWidget *>(m_tree)
                                      : m_nothingMatches);
    for (QWidget *widget : {static_cast<QWidget *>(m_toolBar), static_cast<QWidget *>(m_filter),
                            static_cast<QWidget *>(m_states), static_cast<QWidget *>(m_grouping)})
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
        m_tree->chooseFirst();
    choiceHasChanged();
}

void JobsPage::showFilter()
{
    m_tree->setFilter(m_filter->text(), JobSorter::Show(m_states->currentIndex()));
    showState();
}

void JobsPage::clearFilter()
{
    m_filter->clear();
    m_states->setCurrentIndex(0);
}

void JobsPage::setGrouping(int grouping)
{
    m_tree->group(JobGrouping(grouping));
    m_workspace.store().setValue(groupingKey, grouping);
    showState();
}

const Job *JobsPage::currentJob() const
{
    return m_queue.find(m_tree->currentId());
}

void JobsPage::choiceHasChanged()
{
    m_actions->choose(m_tree->chosenIds());
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
    clearFilter();
    showJob(m_joinedJob);
    m_tree->setFocus();
}

void JobsPage::setVerifyAction(QAction *action)
{
    m_attention->steps().setVerifyAction(action);
}

void JobsPage::showWaitingForYou()
{
    clearFilter();
    m_tree->chooseFirst();
}

void JobsPage::showJob(const QString &id)
{
    m_tree->choose(id);
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
    retranslateLists();
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
    m_tree->retranslate();
    showState();
}

void JobsPage::retranslateLists()
{
    m_states->setAccessibleName(tr("Which jobs to show"));
    setTexts(*m_states, {tr("All jobs"), tr("Unfinished"), tr("Need you or failed"), tr("History")});
    m_grouping->setAccessibleName(tr("How to group the jobs"));
    m_grouping->setToolTip(
        tr("Jobs below headings; what is done to a heading is done to all its jobs. Those that wait can be "
           "dragged within their group."));
    setTexts(*m_grouping, {tr("No groups"), tr("By registry"), tr("By delivery list")});
}

} // namespace dip::ui
