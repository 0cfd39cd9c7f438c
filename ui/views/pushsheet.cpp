#include "ui/views/pushsheet.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/delegates/answerdelegate.h"
#include "ui/errortext.h"
#include "ui/look/format.h"
#include "ui/push/deliverylist.h"
#include "ui/views/pushoptions.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/platformbutton.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr int formWidth = 350;

/// The cache's list leaves "linux/" out.
QString fullPlatform(const QString &name)
{
    static const QStringList others{QStringLiteral("windows"), QStringLiteral("darwin"),
                                    QStringLiteral("freebsd"), QStringLiteral("wasip1"),
                                    QStringLiteral("linux")};
    return others.contains(name.section(u'/', 0, 0)) ? name : QStringLiteral("linux/") + name;
}

} // namespace

PushSheet::PushSheet(Workspace &workspace, QWidget *parent)
    : Sheet(parent)
    , m_workspace(workspace)
    , m_model(new PushModel(this))
    , m_options(new PushOptions(workspace, this))
    , m_questions(new MessageStrip(MessageStrip::Kind::Warning, this))
    , m_overwriteAll(m_questions->addButton())
    , m_skipAll(m_questions->addButton())
    , m_notice(new MessageStrip(MessageStrip::Kind::Danger, this))
    , m_noticeClose(m_notice->addButton())
    , m_table(new QTreeView(this))
    , m_preview(makeHint(this))
    , m_state(makeHint(this))
    , m_stopAsking(new QPushButton(this))
    , m_lists(new QToolButton(this))
    , m_save(new QAction(this))
    , m_open(new QAction(this))
    , m_cancel(new QPushButton(this))
    , m_push(new QPushButton(this))
{
    build();
    connectFields();
    retranslateFrame();
    retranslate();
    changeRule();
}

void PushSheet::build()
{
    m_push->setObjectName(QStringLiteral("pushButton"));
    m_state->setObjectName(QStringLiteral("pushState"));
    m_preview->setObjectName(QStringLiteral("pushPreview"));
    m_questions->setObjectName(QStringLiteral("pushQuestions"));
    m_overwriteAll->setObjectName(QStringLiteral("pushOverwriteAll"));
    m_skipAll->setObjectName(QStringLiteral("pushSkipAll"));
    m_notice->setObjectName(QStringLiteral("pushNotice"));
    m_stopAsking->setObjectName(QStringLiteral("pushStopAsking"));
    m_push->setDefault(true);
    m_stopAsking->setFlat(true);
    m_stopAsking->hide();
    m_questions->hide();
    m_notice->hide();
    buildTable();
    addTableActions();

    auto *left = new QScrollArea(this);
    left->setWidget(m_options);
    left->setWidgetResizable(true);
    left->setFrameShape(QFrame::NoFrame);
    left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    left->setMinimumWidth(formWidth);
    left->setFocusPolicy(Qt::NoFocus);
    left->viewport()->setAutoFillBackground(false); // the sheet's own ground shows
    m_options->setAutoFillBackground(false);
    auto *right = new QVBoxLayout;
    right->addWidget(m_notice);
    right->addWidget(m_questions);
    right->addWidget(m_table, 1);
    right->addWidget(m_preview);
    auto *middle = new QHBoxLayout;
    middle->addWidget(left, 2);
    middle->addLayout(right, 5);
    body()->addLayout(middle, 1);
    body()->addLayout(makeFoot());
}

void PushSheet::buildTable()
{
    m_table->setObjectName(QStringLiteral("pushTable"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setItemDelegateForColumn(PushModel::State, new AnswerDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(PushModel::Source, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(PushModel::Target, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(PushModel::State, QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(PushModel::Size, QHeaderView::ResizeToContents);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QLayout *PushSheet::makeFoot()
{
    auto *menu = new QMenu(m_lists);
    menu->addAction(m_save);
    menu->addAction(m_open);
    m_lists->setMenu(menu);
    m_lists->setPopupMode(QToolButton::InstantPopup);
    m_lists->setFocusPolicy(Qt::StrongFocus);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_stopAsking);
    foot->addWidget(m_lists);
    foot->addWidget(m_cancel);
    foot->addWidget(m_push);
    return foot;
}

QAction *PushSheet::addTableAction(const QKeySequence &keys, void (PushSheet::*slot)())
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_table->addAction(action);
    return action;
}

void PushSheet::addTableActions()
{
    m_fillDown = addTableAction(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), &PushSheet::fillDown);
    m_backToRule = addTableAction(QKeySequence(Qt::CTRL | Qt::Key_R), &PushSheet::backToRule);
    m_remove = addTableAction(QKeySequence::Delete, &PushSheet::removeChosen);
    const auto addAnswer = [this](PushModel::Answer answer) {
        auto *action = new QAction(this);
        connect(action, &QAction::triggered, this, [this, answer] { answerChosen(answer); });
        m_table->addAction(action);
        return action;
    };
    m_overwrite = addAnswer(PushModel::Overwrite);
    m_skip = addAnswer(PushModel::Skip);
    m_rename = addAnswer(PushModel::Rename);
}

void PushSheet::connectFields()
{
    connect(m_options, &PushOptions::registryChanged, this, [this] {
        if (std::exchange(m_askedRegistry, m_options->registry()) != m_options->registry())
            m_model->forgetFound();
        refresh();
    });
    connect(m_options, &PushOptions::ruleChanged, this, &PushSheet::changeRule);
    connect(m_options, &PushOptions::sendingChanged, this, &PushSheet::refresh);
    connect(m_options, &PushOptions::addRegistryRequested, this, &PushSheet::addRegistryRequested);
    connect(m_options, &PushOptions::submitted, m_push, &QPushButton::click);
    connect(&m_options->platforms(), &PlatformButton::chosenChanged, this,
            [this] { m_model->setPlatforms(m_options->platforms().chosen()); });
    connect(m_model, &PushModel::namesChanged, this, &PushSheet::refresh);
    connect(m_model, &PushModel::answersChanged, this, &PushSheet::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &PushSheet::showPreview);
    connect(m_overwriteAll, &QPushButton::clicked, this,
            [this] { m_model->answerAll(PushModel::Overwrite); });
    connect(m_skipAll, &QPushButton::clicked, this, [this] { m_model->answerAll(PushModel::Skip); });
    connect(m_noticeClose, &QPushButton::clicked, m_notice, &QWidget::hide);
    connect(m_stopAsking, &QPushButton::clicked, this, &PushSheet::stopAsking);
    connect(m_save, &QAction::triggered, this, &PushSheet::chooseListToSave);
    connect(m_open, &QAction::triggered, this, &PushSheet::chooseListToOpen);
    connect(m_cancel, &QPushButton::clicked, this, &Sheet::closed);
    connect(m_push, &QPushButton::clicked, this, &PushSheet::push);
    connect(this, &Sheet::closed, this, &PushSheet::stopAsking);
    connect(&m_preflight, &Preflight::answered, this, &PushSheet::takeAnswer);
    connect(&m_preflight, &Preflight::failed, this, &PushSheet::takeFailure);
    connect(&m_workspace.jobs(), &JobQueue::finished, this, [this](const QString &id) {
        const Job *job = m_workspace.jobs().find(id);
        if (job && (job->state == JobState::Done || job->state == JobState::DoneWithWarnings))
            m_model->arrived(id);
    });
}

void PushSheet::begin(const QList<PushModel::Row> &rows)
{
    QList<PushModel::Row> completed = rows;
    for (PushModel::Row &row : completed)
        complete(row);
    m_notice->hide();
    m_pushWhenAnswered = false;
    m_options->forget();
    m_model->setRows(completed);
    takePlatforms();
    m_options->completeProjects();
    m_push->setFocus();
}

void PushSheet::chooseRegistry(const QString &profile)
{
    m_options->chooseRegistry(profile);
}

const CacheRow *PushSheet::cached(const ImageName &image) const
{
    const CacheModel &images = m_workspace.images();
    for (int row = 0; row < images.rowCount(); ++row) {
        if (images.row(row).image.name == image)
            return &images.row(row);
    }
    return nullptr;
}

/// With what the cache's list knows.
void PushSheet::complete(PushModel::Row &row) const
{
    const CacheRow *known = cached(row.image);
    if (!known)
        return;
    row.size = known->size;
    row.platforms.clear();
    for (const QString &platform : known->platforms)
        row.platforms.append(fullPlatform(platform));
}

/// Only images of several platforms leave a choice.
void PushSheet::takePlatforms()
{
    QStringList offered;
    for (const PushModel::Row &row : m_model->rows()) {
        if (row.platforms.size() > 1)
            offered += row.platforms;
    }
    offered.removeDuplicates();
    offered.sort();
    m_options->platforms().setOffered(offered);
    m_options->platforms().setEnabled(!offered.isEmpty());
}

void PushSheet::changeRule()
{
    m_model->setRule(m_options->rule());
}

/// After anything that changes what is pushed: shows it, and asks the registry anew.
void PushSheet::refresh()
{
    m_preflight.cancel();
    m_pushWhenAnswered = false;
    showState();
    if (const QString problem = firstProblem(); !problem.isEmpty())
        m_state->setText(problem);
    else
        ask();
    m_stopAsking->setVisible(m_preflight.isAsking());
}

QString PushSheet::firstProblem() const
{
    if (m_options->registry().isEmpty())
        return tr("Add a registry to push to.");
    if (const QString problem = m_options->problem(); !problem.isEmpty())
        return problem;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const QString problem = m_model->problem(row); !problem.isEmpty())
            return problem;
    }
    return {};
}

void PushSheet::showState()
{
    const int questions = m_model->openQuestions();
    m_questions->setText(
        tr("%n name(s) stand for another image in the registry. Overwrite, skip or rename each of them.",
           nullptr, questions));
    m_questions->setVisible(questions > 0);
    m_push->setText(tr("Push %n image(s)", nullptr, m_model->toPush()));
    m_push->setEnabled(firstProblem().isEmpty() && m_model->isValid() && questions == 0);
    m_save->setEnabled(m_model->rowCount() > 0);
    showPreview();
}

void PushSheet::showPreview()
{
    const int row = std::max(0, m_table->currentIndex().row());
    const RegistryProfile *profile = m_workspace.registries().find(m_options->registry());
    m_preview->setVisible(profile && row < m_model->rowCount());
    if (m_preview->isVisibleTo(this))
        m_preview->setText(tr("Full name: %1").arg(profile->address + u'/' + m_model->rows()[row].target));
}

/// Images that are still being imported cannot be asked about yet.
void PushSheet::ask()
{
    QList<PushFromCacheUsingManifest> pushes;
    m_askedRows.clear();
    bool waits = false;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const PushModel::Row &asked = m_model->rows()[row];
        if (asked.answer == PushModel::Skip)
            continue;
        waits = waits || !asked.after.isEmpty();
        if (!asked.after.isEmpty())
            continue;
        pushes.append(operation(asked));
        m_askedRows.append(row);
    }
    const auto registry = m_workspace.registries().registryFor(m_options->registry());
    m_state->setText(waits ? tr("Pushing begins as soon as the import is done.") : QString());
    if (!registry || !isVisible() || pushes.isEmpty() || !m_workspace.cache())
        return;
    m_state->setText(tr("Asking the registry what is already there…"));
    m_preflight.ask(m_workspace.cache(), *registry, pushes);
}

void PushSheet::takeAnswer(const Preflight::Outcome &outcome)
{
    using enum PushModel::Found;
    for (qsizetype i = 0; i < outcome.tags.size(); ++i) {
        const auto tag = outcome.tags[i];
        m_model->setFound(m_askedRows[i], tag == Preflight::Tag::Same    ? Same
                                          : tag == Preflight::Tag::Other ? Other
                                                                         : Nothing);
    }
    const int blobs = outcome.wouldMove.blobs + outcome.alreadyThere.blobs;
    m_state->setText(
        tr("Will upload %1 of %2 (%3 of %n layer(s) are already in the registry).", nullptr, blobs)
            .arg(formatBytes(outcome.wouldMove.bytes),
                 formatBytes(outcome.wouldMove.bytes + outcome.alreadyThere.bytes),
                 QString::number(outcome.alreadyThere.blobs)));
    m_stopAsking->hide();
    showState();
    if (std::exchange(m_pushWhenAnswered, false) && m_push->isEnabled())
        enqueue();
}

/// The job itself will meet the same, and shows in its row what helps.
void PushSheet::takeFailure(const Error &error)
{
    m_stopAsking->hide();
    m_state->setText(explain(error).sentence);
    if (std::exchange(m_pushWhenAnswered, false))
        enqueue();
}

void PushSheet::stopAsking()
{
    m_preflight.cancel();
    m_pushWhenAnswered = false;
    m_stopAsking->hide();
    m_state->setText(tr("The registry was not asked."));
}

PushFromCacheUsingManifest PushSheet::operation(const PushModel::Row &row) const
{
    const auto target = ImageName::parse(row.target);
    PushFromCacheUsingManifest push{row.image, {}};
    push.target.repository = target->repository;
    push.target.reference = target->reference;
    push.target.maxConcurrent = m_options->blobsAtOnce();
    push.target.forceUpload = m_options->isForced();
    for (const QString &platform : m_options->platforms().chosen()) {
        if (row.platforms.size() > 1 && row.platforms.contains(platform))
            push.platforms.append(*Platform::parse(platform));
    }
    return push;
}

/// While the registry is being asked, the push waits for the answer, so that nothing is overwritten unseen;
/// pressed once more, it does not.
void PushSheet::push()
{
    if (!m_push->isEnabled())
        return;
    if (m_preflight.isAsking() && !m_pushWhenAnswered) {
        m_pushWhenAnswered = true;
        m_state->setText(tr("Looking first, then pushing. Press again to push at once."));
        return;
    }
    enqueue();
}

void PushSheet::enqueue()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_options->registry());
    if (!profile)
        return;
    m_preflight.cancel();
    for (const PushModel::Row &row : m_model->rows()) {
        if (row.answer == PushModel::Skip)
            continue;
        m_workspace.jobs().add({JobKind::Push,
                                row.image.toString(),
                                profile->address + u'/' + row.target,
                                profile->id,
                                row.after,
                                {operation(row)}});
    }
    m_pushWhenAnswered = false;
    m_stopAsking->hide();
    emit pushed();
}

void PushSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_push->click();
    else
        Sheet::keyPressEvent(event);
}

void PushSheet::showEvent(QShowEvent *event)
{
    Sheet::showEvent(event);
    refresh();
}

} // namespace dip::ui
