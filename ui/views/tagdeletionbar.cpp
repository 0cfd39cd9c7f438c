#include "ui/views/tagdeletionbar.h"

#include <QEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/errortext.h"
#include "ui/jobs/jobtrouble.h"
#include "ui/look/format.h"
#include "ui/widgets/messagestrip.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr int mostLines = 6; // of the list before it scrolls

JobRequest deletionRequest(const RegistryProfile &profile, const TagDeletion &plan)
{
    const QStringList tags = plan.tags + plan.others;
    QString source = profile.address + u'/' + plan.repository.toString();
    if (tags.size() == 1)
        source += u':' + tags.first();
    return {JobKind::Delete, source, {},
            profile.id,      {},     {DeleteFromRegistry{plan.repository, tags, plan.digests}}};
}

} // namespace

TagDeletionBar::TagDeletionBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_news(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_stop(m_news->addButton())
    , m_close(m_news->addButton())
    , m_question(new MessageStrip(MessageStrip::Kind::Danger, this))
    , m_yes(m_question->addButton())
    , m_no(m_question->addButton())
    , m_list(new QListWidget(this))
    , m_failure(new MessageStrip(MessageStrip::Kind::Danger, this))
    , m_showJob(m_failure->addButton())
    , m_failureClose(m_failure->addButton())
{
    build();
    connectAll();
    setState(State::Nothing);
}

void TagDeletionBar::build()
{
    m_news->setObjectName(QStringLiteral("tagDeletionNews"));
    m_stop->setObjectName(QStringLiteral("tagDeletionStop"));
    m_question->setObjectName(QStringLiteral("tagDeletionQuestion"));
    m_yes->setObjectName(QStringLiteral("tagDeletionYes"));
    m_no->setObjectName(QStringLiteral("tagDeletionNo"));
    m_list->setObjectName(QStringLiteral("tagDeletionList"));
    m_failure->setObjectName(QStringLiteral("tagDeletionFailure"));
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_news);
    layout->addWidget(m_question);
    layout->addWidget(m_list);
    layout->addWidget(m_failure);
}

void TagDeletionBar::connectAll()
{
    connect(&m_planner, &DeletionPlanner::planned, this, &TagDeletionBar::takePlans);
    connect(&m_planner, &DeletionPlanner::failed, this, &TagDeletionBar::takeFailure);
    connect(&m_planner, &DeletionPlanner::progressed, this, [this](qint64 asked, qint64 all) {
        m_asked = asked;
        m_all = all;
        showTexts();
    });
    connect(&m_workspace.jobs(), &JobQueue::finished, this, &TagDeletionBar::takeJob);
    connect(m_yes, &QPushButton::clicked, this, &TagDeletionBar::start);
    connect(m_showJob, &QPushButton::clicked, this, [this] { emit jobRequested(m_failedJob); });
    for (QPushButton *button : {m_stop, m_no})
        connect(button, &QPushButton::clicked, this, &TagDeletionBar::forget);
    for (QPushButton *button : {m_close, m_failureClose})
        connect(button, &QPushButton::clicked, this, [this] { setState(State::Nothing); });
}

void TagDeletionBar::ask(const RemoteTags &tags)
{
    const auto registry = m_workspace.registries().registryFor(tags.profile);
    if (tags.images.isEmpty() || m_state == State::Deleting)
        return;
    m_profile = tags.profile;
    m_plans.clear();
    m_failedJob.clear();
    m_asked = m_all = 0;
    if (!registry) {
        takeFailure(registry.error());
        return;
    }
    setState(State::Looking);
    m_planner.ask(*registry, tags.images);
}

void TagDeletionBar::forget()
{
    if (m_state == State::Deleting)
        return;
    m_planner.cancel();
    setState(State::Nothing);
}

void TagDeletionBar::takePlans(const QList<TagDeletion> &plans)
{
    m_plans = plans;
    m_plans.removeIf([](const TagDeletion &plan) { return plan.digests.isEmpty(); });
    setState(m_plans.isEmpty() ? State::Gone : State::Asking);
    if (m_state == State::Asking)
        m_no->setFocus();
    for (const TagDeletion &plan : plans) {
        if (plan.digests.isEmpty())
            emit deleted(m_profile, plan.repository.toString()); // by somebody else
    }
}

void TagDeletionBar::takeFailure(const Error &error)
{
    const RegistryProfile *profile = m_workspace.registries().find(m_profile);
    m_failureText =
        profile ? explain(error, {.host = profile->address, .account = profile->username, .isDeletion = true})
                      .sentence
                : explain(error).sentence;
    setState(State::Failed);
}

/// A person waits for it, so it does not wait for a place among long jobs.
void TagDeletionBar::start()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_profile);
    if (!profile)
        return;
    setState(State::Deleting);
    for (const TagDeletion &plan : std::as_const(m_plans))
        m_jobs.append(m_workspace.jobs().add(deletionRequest(*profile, plan)));
    for (const QString &id : std::as_const(m_jobs))
        m_workspace.jobs().start(id);
}

void TagDeletionBar::takeJob(const QString &id)
{
    const Job *job = m_workspace.jobs().find(id);
    if (!job || job->request.kind != JobKind::Delete)
        return;
    if (isFinished(job->state)) {
        const auto &step = std::get<DeleteFromRegistry>(job->request.steps.first());
        emit deleted(job->request.profile, step.repository.toString());
    }
    if (!m_jobs.removeOne(id))
        return;
    if (job->error) {
        m_failedJob = id;
        m_failureText = explain(*job->error, placeOf(*job)).sentence;
        m_jobs.clear();
        setState(State::Failed);
    } else if (m_jobs.isEmpty()) {
        setState(job->state == JobState::Cancelled ? State::Nothing : State::Done);
    }
}

int TagDeletionBar::tagsThatGo() const
{
    qsizetype count = 0;
    for (const TagDeletion &plan : m_plans)
        count += plan.tags.size() + plan.others.size();
    return int(count);
}

QStringList TagDeletionBar::questionTexts() const
{
    qsizetype others = 0;
    qsizetype narrowed = 0;
    int unknown = 0;
    for (const TagDeletion &plan : m_plans) {
        others += plan.others.size();
        narrowed += plan.narrowed.size();
        unknown += plan.unknown;
    }
    const RegistryProfile *profile = m_workspace.registries().find(m_profile);
    QStringList texts{tr("Delete %n tag(s) from %1? This cannot be undone.", nullptr, tagsThatGo())
                          .arg(profile ? profile->title() : QString())};
    if (others > 0)
        texts.append(tr("%n of them were not chosen, but stand for the same images and go with them.",
                        nullptr, int(others)));
    if (narrowed > 0)
        texts.append(tr("%n tag(s) of several platforms stay, but lose one.", nullptr, int(narrowed)));
    if (unknown > 0)
        texts.append(tr("Of %n tag(s) the registry could not say what they stand for; they may go, too.",
                        nullptr, unknown));
    texts.append(tr("Space comes back only when the registry collects its garbage."));
    return texts;
}

/// All of it by name, so that nothing goes unseen.
void TagDeletionBar::fillList()
{
    m_list->clear();
    for (const TagDeletion &plan : std::as_const(m_plans)) {
        const auto add = [this, &plan](const QStringList &tags, const QString &form) {
            for (const QString &tag : tags)
                m_list->addItem(form.arg(plan.repository.toString() + u':' + tag));
        };
        add(plan.tags, QStringLiteral("%1"));
        add(plan.others, tr("%1  –  the same image, goes with it"));
        add(plan.narrowed, tr("%1  –  stays, but loses a platform"));
    }
    const int lines = std::clamp(m_list->count(), 1, mostLines);
    const int rowHeight = m_list->count() > 0 ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(lines * rowHeight + 2 * m_list->frameWidth() + 2);
}

void TagDeletionBar::setState(State state)
{
    m_state = state;
    showTexts();
    m_news->setVisible(state == State::Looking || state == State::Deleting || state == State::Done ||
                       state == State::Gone);
    m_stop->setVisible(state == State::Looking);
    m_close->setVisible(state == State::Done || state == State::Gone);
    m_question->setVisible(state == State::Asking);
    m_list->setVisible(state == State::Asking);
    m_failure->setVisible(state == State::Failed);
    m_showJob->setVisible(!m_failedJob.isEmpty());
    setVisible(state != State::Nothing);
}

void TagDeletionBar::showTexts()
{
    switch (m_state) {
    case State::Looking:
        m_news->setText(
            m_all > 0 ? tr("Looking which tags stand for the same images: %1 of %2…").arg(m_asked).arg(m_all)
                      : tr("Looking which tags stand for the same images…"));
        break;
    case State::Asking:
        m_question->setText(joinSentences(questionTexts()));
        fillList();
        break;
    case State::Deleting:
        m_news->setText(tr("Deleting %n tag(s)…", nullptr, tagsThatGo()));
        break;
    case State::Done:
        m_news->setText(joinSentences({tr("Deleted %n tag(s).", nullptr, tagsThatGo()),
                                       tr("Space comes back only when the registry collects its garbage.")}));
        break;
    case State::Gone:
        m_news->setText(tr("These tags are gone already."));
        break;
    case State::Failed:
        m_failure->setText(m_failureText);
        break;
    case State::Nothing:
        break;
    }
    m_yes->setText(tr("Delete %n tag(s)", nullptr, tagsThatGo()));
    m_no->setText(tr("Keep"));
    m_stop->setText(tr("Cancel"));
    m_showJob->setText(tr("Show job"));
    for (QPushButton *button : {m_close, m_failureClose})
        button->setText(tr("Close"));
    m_list->setAccessibleName(tr("Tags that are deleted"));
}

void TagDeletionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showTexts();
    QWidget::changeEvent(event);
}

} // namespace dip::ui
