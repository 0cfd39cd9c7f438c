#include "ui/views/registriespage.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/delegates/registrydelegate.h"
#include "ui/look/icons.h"
#include "ui/models/registrymodel.h"
#include "ui/views/registryeditor.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr int listWidth = 300;
} // namespace

RegistriesPage::RegistriesPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new RegistryModel(workspace.registries(), this))
    , m_title(makeTitle(this))
    , m_add(new QPushButton(icon(QLatin1StringView("add")), {}, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QLatin1StringView("registries"), this))
    , m_first(m_empty->addButton())
    , m_list(new QListView(this))
    , m_editor(new RegistryEditor(workspace, this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RegistryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(listWidth);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_editor);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(scroll, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(both);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(18, 14, 18, 12);
    head->addWidget(m_title, 1);
    head->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);

    connect(m_add, &QPushButton::clicked, this, &RegistriesPage::beginNew);
    connect(m_first, &QPushButton::clicked, this, &RegistriesPage::beginNew);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) { choose(now.row()); });
    connect(m_editor, &RegistryEditor::saved, this, [this](const QString &id) {
        m_adding = false;
        showState();
        m_list->setCurrentIndex(m_model->index(m_model->rowOf(id)));
        emit saved(id);
    });
    connect(m_editor, &RegistryEditor::removed, this, [this] {
        m_adding = false;
        showState();
        choose(m_list->currentIndex().row());
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &RegistriesPage::showState);
    retranslate();
    showState();
}

void RegistriesPage::beginNew()
{
    m_adding = true;
    m_list->clearSelection();
    m_list->setCurrentIndex({});
    m_editor->beginNew();
    showState();
}

void RegistriesPage::edit(const QString &profile)
{
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(profile)));
}

void RegistriesPage::choose(int row)
{
    if (row < 0 || row >= m_workspace.registries().profiles().size())
        return;
    m_adding = false;
    m_editor->edit(m_workspace.registries().profiles()[row]);
    showState();
}

void RegistriesPage::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(any || m_adding ? 1 : 0);
    m_add->setVisible(any);
    m_list->setVisible(any);
    if (any && !m_adding && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
}

void RegistriesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RegistriesPage::retranslate()
{
    m_title->setText(tr("Registries"));
    m_add->setText(tr("Add a registry"));
    m_first->setText(tr("Add a registry"));
    m_empty->setTexts(
        tr("No registry yet"),
        tr("Add the Harbor, Nexus, Quay or other registry that images are pushed to or pulled from."));
    m_list->setAccessibleName(tr("Registries"));
}

} // namespace dip::ui
