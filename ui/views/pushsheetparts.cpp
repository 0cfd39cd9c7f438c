// How the push form is put together, and how its parts talk to each other.

#include "ui/views/pushsheet.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/delegates/answerdelegate.h"
#include "ui/views/pushoptions.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/platformbutton.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr int formWidth = 350;
} // namespace

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
    m_cancel->setObjectName(QStringLiteral("pushCancel"));
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

} // namespace dip::ui
