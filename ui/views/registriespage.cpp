#include "ui/views/registriespage.h"

#include <QDropEvent>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/archives/archivesniff.h"
#include "ui/delegates/registrydelegate.h"
#include "ui/errortext.h"
#include "ui/look/icons.h"
#include "ui/models/registrymodel.h"
#include "ui/views/registrycontents.h"
#include "ui/views/registryeditor.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagestrip.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr int leastListWidth = 220;
constexpr int mostListWidth = 340;
} // namespace

RegistriesPage::RegistriesPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new RegistryModel(workspace.registries(), this))
    , m_title(makeTitle(this))
    , m_add(new QPushButton(icon(QLatin1StringView("add")), {}, this))
    , m_import(new QPushButton(this))
    , m_notice(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_noticeClose(m_notice->addButton())
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QLatin1StringView("registries"), this))
    , m_first(m_empty->addButton())
    , m_firstImport(m_empty->addButton())
    , m_list(new QListView(this))
    , m_tabs(new QTabWidget(this))
    , m_editor(new RegistryEditor(workspace, this))
    , m_contents(new RegistryContents(workspace, this))
    , m_importer(workspace.registries())
{
    build();
    connectParts();
    retranslate();
    showState();
}

void RegistriesPage::build()
{
    m_title->setObjectName(QStringLiteral("registriesTitle"));
    m_add->setObjectName(QStringLiteral("registryAdd"));
    m_import->setObjectName(QStringLiteral("registryImport"));
    m_firstImport->setObjectName(QStringLiteral("registryFirstImport"));
    m_notice->setObjectName(QStringLiteral("registryNotice"));
    m_list->setObjectName(QStringLiteral("registryList"));
    setFocusProxy(m_list);
    m_tabs->setObjectName(QStringLiteral("registryTabs"));
    m_notice->hide();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RegistryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumWidth(leastListWidth);
    m_list->setMaximumWidth(mostListWidth);
    m_list->viewport()->setAcceptDrops(true);
    m_list->viewport()->installEventFilter(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeBoth());

    auto *head = new QHBoxLayout;
    head->setContentsMargins(18, 14, 18, 12);
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_import);
    head->addWidget(m_add);
    auto *strip = new QVBoxLayout;
    strip->setContentsMargins(18, 0, 18, 0);
    strip->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(strip);
    layout->addWidget(m_stack, 1);
}

QWidget *RegistriesPage::makeBoth()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_editor);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and is scrolled to
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(scroll, QString());
    m_tabs->addTab(m_contents, QString());
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list, 1);
    row->addWidget(m_tabs, 2);
    return both;
}

void RegistriesPage::connectParts()
{
    connect(m_add, &QPushButton::clicked, this, &RegistriesPage::beginNew);
    connect(m_first, &QPushButton::clicked, this, &RegistriesPage::beginNew);
    connect(m_import, &QPushButton::clicked, &m_importer, &DockerImport::start);
    connect(m_firstImport, &QPushButton::clicked, &m_importer, &DockerImport::start);
    connect(&m_importer, &DockerImport::finished, this, &RegistriesPage::showImported);
    connect(&m_importer, &DockerImport::failed, this, [this](const Error &error) {
        m_notice->setText(explain(error).sentence + u'\n' + error.detail);
        m_notice->show();
    });
    connect(m_noticeClose, &QPushButton::clicked, m_notice, &QWidget::hide);
    connect(m_contents, &RegistryContents::pullRequested, this, &RegistriesPage::pullRequested);
    connect(m_contents, &RegistryContents::copyRequested, this,
            [this](const RemoteTags &tags) { emit copyRequested(tags, {}); });
    connect(m_contents, &RegistryContents::jobRequested, this, &RegistriesPage::jobRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) { choose(now.row()); });
    connect(m_editor, &RegistryEditor::saved, this, [this](const QString &id) {
        m_adding = false;
        showState();
        m_list->setCurrentIndex(m_model->index(m_model->rowOf(id)));
        m_contents->show(id);
        emit saved(id);
    });
    connect(m_editor, &RegistryEditor::removed, this, [this] {
        m_adding = false;
        showState();
        choose(m_list->currentIndex().row());
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &RegistriesPage::showState);
}

QList<QAction *> RegistriesPage::tagActions() const
{
    return m_contents->actions();
}

void RegistriesPage::beginNew()
{
    m_adding = true;
    m_list->clearSelection();
    m_list->setCurrentIndex({});
    m_tabs->setCurrentIndex(0);
    m_editor->beginNew();
    m_contents->show({});
    showState();
}

void RegistriesPage::edit(const QString &profile)
{
    m_tabs->setCurrentIndex(0);
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(profile)));
}

void RegistriesPage::browse(const QString &profile)
{
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(profile)));
    m_tabs->setCurrentIndex(1);
}

void RegistriesPage::choose(int row)
{
    if (row < 0 || row >= m_workspace.registries().profiles().size())
        return;
    m_adding = false;
    const RegistryProfile profile = m_workspace.registries().profiles()[row];
    m_editor->edit(profile);
    m_contents->show(profile.id);
    showState();
}

void RegistriesPage::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(any || m_adding ? 1 : 0);
    m_add->setVisible(any);
    m_import->setVisible(any);
    m_list->setVisible(any);
    m_tabs->setTabEnabled(1, !m_adding);
    if (any && !m_adding && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
}

void RegistriesPage::showImported(const DockerImport::Summary &summary)
{
    QStringList lines;
    if (summary.added.isEmpty())
        lines.append(summary.known > 0 ? tr("All registries that docker knows here are in the list already.")
                                       : tr("docker's configuration on this machine names no registry."));
    else
        lines.append(tr("%n registry(s) were taken over: %1", nullptr, int(summary.added.size()))
                         .arg(summary.added.join(QStringLiteral(", "))));
    if (!summary.withoutPassword.isEmpty())
        lines.append(tr("docker gave no password for: %1. It is asked for when needed.")
                         .arg(summary.withoutPassword.join(QStringLiteral(", "))));
    m_notice->setText(lines.join(u'\n'));
    m_notice->show();
}

bool RegistriesPage::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
        return takeDrag(static_cast<QDropEvent *>(event), false);
    case QEvent::Drop:
        return takeDrag(static_cast<QDropEvent *>(event), true);
    case QEvent::DragLeave:
        showChosen();
        showTitle({});
        return QWidget::eventFilter(watched, event);
    default:
        return QWidget::eventFilter(watched, event);
    }
}

/// Beside the rows it is as if it were dropped anywhere else on the window.
bool RegistriesPage::takeDrag(QDropEvent *event, bool isDrop)
{
    if (const auto tags = RemoteTags::from(*event->mimeData()))
        return takeTags(event, *tags);
    if (event->type() == QEvent::DragEnter)
        m_dragged = lookAt(localPaths(*event->mimeData())).paths;
    if (m_dragged.isEmpty()) {
        event->ignore();
        return true;
    }
    const QModelIndex row = m_list->indexAt(event->position().toPoint());
    m_list->selectionModel()->setCurrentIndex(row.isValid() ? row : m_list->currentIndex(),
                                              QItemSelectionModel::ClearAndSelect);
    event->acceptProposedAction();
    showTitle(isDrop || !row.isValid() ? QString() : tr("Push to %1").arg(row.data().toString()));
    if (isDrop)
        emit dropped(row.data(RegistryModel::IdRole).toString(), m_dragged);
    return true;
}

/// The registry under the mouse is marked, but not shown: what is dragged comes from the one that is.
bool RegistriesPage::takeTags(QDropEvent *event, const RemoteTags &tags)
{
    const QModelIndex row = m_list->indexAt(event->position().toPoint());
    const QString target = row.data(RegistryModel::IdRole).toString();
    const bool isGood = !target.isEmpty() && target != tags.profile;
    showTitle(isGood && event->type() != QEvent::Drop ? tr("Copy to %1").arg(row.data().toString())
                                                      : QString());
    if (isGood && event->type() != QEvent::Drop)
        m_list->selectionModel()->select(row, QItemSelectionModel::ClearAndSelect);
    else
        showChosen();
    event->setDropAction(isGood ? Qt::CopyAction : Qt::IgnoreAction);
    event->setAccepted(isGood || event->type() == QEvent::DragEnter); // or no move would be told of
    if (isGood && event->type() == QEvent::Drop)
        emit copyRequested(tags, target);
    return true;
}

void RegistriesPage::showChosen()
{
    m_list->selectionModel()->select(m_list->currentIndex(), QItemSelectionModel::ClearAndSelect);
}

/// While something is dragged, the page's title says what dropping it would do: anything that appeared would
/// move the rows below the pointer.
void RegistriesPage::showTitle(const QString &deed)
{
    m_title->setText(deed.isEmpty() ? tr("Registries")
                                    : m_title->fontMetrics().elidedText(deed, Qt::ElideMiddle, width() / 2));
}

void RegistriesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RegistriesPage::retranslate()
{
    showTitle({});
    m_add->setText(tr("Add a registry"));
    m_first->setText(tr("Add a registry"));
    for (QPushButton *button : {m_import, m_firstImport})
        button->setText(tr("Import from docker"));
    m_noticeClose->setText(tr("Close"));
    m_empty->setTexts(
        tr("No registry yet"),
        tr("Add the Harbor, Nexus, Quay or other registry that images are pushed to or pulled from."));
    m_list->setAccessibleName(tr("Registries"));
    m_tabs->setAccessibleName(tr("Registries"));
    m_tabs->setTabText(0, tr("Connection"));
    m_tabs->setTabText(1, tr("Images"));
}

} // namespace dip::ui
