#include "ui/views/registrycontents.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/errortext.h"
#include "ui/look/icons.h"
#include "ui/models/registrytreemodel.h"
#include "ui/views/registrytree.h"
#include "ui/views/tagdeletionbar.h"
#include "ui/widgets/labels.h"
#include "ui/workspace.h"

namespace dip::ui {

RegistryContents::RegistryContents(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new RegistryTreeModel(this))
    , m_deletion(new TagDeletionBar(workspace, this))
    , m_name(new QLineEdit(this))
    , m_open(new QPushButton(this))
    , m_reload(new QPushButton(icon(QLatin1StringView("refresh")), {}, this))
    , m_tree(new RegistryTree(this))
    , m_state(makeHint(this))
    , m_pull(new QPushButton(icon(QLatin1StringView("pull")), {}, this))
    , m_copyToButton(new QPushButton(icon(QLatin1StringView("push")), {}, this))
    , m_deleteButton(new QPushButton(icon(QLatin1StringView("delete")), {}, this))
    , m_copy(addAction(QStringLiteral("registryCopy"), QKeySequence::Copy, &RegistryContents::copyReference))
    , m_copyTo(addAction(QStringLiteral("registryCopyTo"), {}, &RegistryContents::copyChosen))
    , m_delete(
          addAction(QStringLiteral("registryDelete"), QKeySequence::Delete, &RegistryContents::deleteChosen))
{
    build();
    connectParts();
    retranslate();
    showState();
    say({});
}

QAction *RegistryContents::addAction(const QString &name, const QKeySequence &keys,
                                     void (RegistryContents::*slot)())
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void RegistryContents::build()
{
    m_tree->setObjectName(QStringLiteral("registryTree"));
    m_name->setObjectName(QStringLiteral("registryRepository"));
    m_pull->setObjectName(QStringLiteral("registryPull"));
    m_copyToButton->setObjectName(QStringLiteral("registryCopyToButton"));
    m_deleteButton->setObjectName(QStringLiteral("registryDeleteButton"));
    m_state->setObjectName(QStringLiteral("registryContentsState"));
    m_tree->setModel(m_model);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_copy->setIcon(icon(QLatin1StringView("copy")));
    m_copyTo->setIcon(icon(QLatin1StringView("push")));
    m_delete->setIcon(icon(QLatin1StringView("delete")));
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_open);
    head->addWidget(m_reload);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_deleteButton);
    foot->addWidget(m_copyToButton);
    foot->addWidget(m_pull);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 14, 22, 18);
    layout->addLayout(head);
    layout->addWidget(m_deletion);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_state);
    layout->addLayout(foot);
}

void RegistryContents::connectParts()
{
    connect(m_name, &QLineEdit::returnPressed, this, &RegistryContents::addTyped);
    connect(m_name, &QLineEdit::textChanged, this, &RegistryContents::showState);
    connect(m_open, &QPushButton::clicked, this, &RegistryContents::addTyped);
    connect(m_reload, &QPushButton::clicked, this, &RegistryContents::load);
    connect(m_pull, &QPushButton::clicked, this, &RegistryContents::pull);
    connect(m_deleteButton, &QPushButton::clicked, m_delete, &QAction::trigger);
    connect(m_copyToButton, &QPushButton::clicked, m_copyTo, &QAction::trigger);
    connect(m_deletion, &TagDeletionBar::deleted, this, &RegistryContents::takeDeleted);
    connect(m_deletion, &TagDeletionBar::jobRequested, this, &RegistryContents::jobRequested);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (RegistryTreeModel::isTag(index))
            pull();
    });
    connect(m_tree, &RegistryTree::seen, m_model, &RegistryTreeModel::want);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RegistryContents::showState);
    connect(m_model, &RegistryTreeModel::pageRead, this,
            [this] { say(m_model->rowCount() == 0 ? tr("This registry holds no image yet.") : QString()); });
    connect(m_model, &RegistryTreeModel::failed, this, &RegistryContents::showFailure);
}

void RegistryContents::show(const QString &profile)
{
    if (profile != m_profile)
        m_deletion->forget();
    m_profile = profile;
    m_isLoaded = false;
    m_model->setRegistry({});
    say({});
    if (isVisible())
        load();
}

void RegistryContents::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isLoaded)
        load();
    showState();
}

void RegistryContents::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    showState();
}

void RegistryContents::load()
{
    m_isLoaded = true;
    const auto registry = m_workspace.registries().registryFor(m_profile);
    m_model->setRegistry(registry ? *registry : nullptr, m_profile);
    say(registry ? tr("Asking for repositories…") : QString());
    if (m_model->canFetchMore({}))
        m_model->fetchMore({});
}

void RegistryContents::say(const QString &text)
{
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
}

void RegistryContents::showFailure(const QString &repository, const Error &error)
{
    if (!repository.isEmpty() && error.code == ErrorCode::NotFound)
        say(tr("%1 holds no image yet.").arg(repository));
    else if (repository.isEmpty() && m_model->rowCount() == 0)
        say(tr("The repositories cannot be listed: %1 Type a repository's name above.")
                .arg(explain(error).sentence));
    else
        say(explain(error).sentence);
}

void RegistryContents::addTyped()
{
    const auto name = RepositoryName::parse(m_name->text().trimmed());
    if (!name)
        return;
    const QModelIndex index = m_model->addRepository(*name);
    m_tree->setCurrentIndex(index);
    m_tree->expand(index);
    if (m_model->canFetchMore(index))
        m_model->fetchMore(index);
}

void RegistryContents::showState()
{
    m_open->setEnabled(RepositoryName::parse(m_name->text().trimmed()).has_value());
    const int tags = int(chosen().images.size());
    m_pull->setEnabled(m_tree->selectionModel()->hasSelection());
    m_copy->setEnabled(isVisible() && m_tree->selectionModel()->hasSelection());
    m_delete->setEnabled(isVisible() && tags > 0);
    m_deleteButton->setEnabled(tags > 0);
    m_copyTo->setEnabled(isVisible() && tags > 0);
    m_copyToButton->setEnabled(tags > 0);
    m_copyTo->setText(tr("Copy %n image(s) to another registry…", nullptr, std::max(1, tags)));
    m_delete->setText(tr("Delete %n tag(s) from the registry…", nullptr, std::max(1, tags)));
}

QModelIndexList RegistryContents::chosenRows() const
{
    QModelIndexList rows = m_tree->selectionModel()->selectedIndexes();
    rows.removeIf([](const QModelIndex &index) { return index.column() != RegistryTreeModel::Name; });
    return rows;
}

RemoteTags RegistryContents::chosen() const
{
    return m_model->tagsOf(chosenRows());
}

void RegistryContents::copyChosen()
{
    emit copyRequested(chosen());
}

/// The tags of the repository that is current; those of others would not fit into one form.
void RegistryContents::pull()
{
    const QString repository = m_model->repositoryOf(m_tree->currentIndex());
    if (repository.isEmpty())
        return;
    QStringList tags;
    for (const QModelIndex &index : chosenRows()) {
        if (RegistryTreeModel::isTag(index) && m_model->repositoryOf(index) == repository)
            tags.append(index.data().toString());
    }
    emit pullRequested(m_profile, repository, tags);
}

void RegistryContents::copyReference()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_profile);
    if (!profile)
        return;
    QStringList references;
    for (const QModelIndex &index : chosenRows())
        references.append(profile->address + u'/' + index.data(Qt::ToolTipRole).toString());
    QGuiApplication::clipboard()->setText(references.join(u'\n'));
}

void RegistryContents::deleteChosen()
{
    m_deletion->ask(chosen());
}

void RegistryContents::takeDeleted(const QString &profile, const QString &repository)
{
    if (profile == m_profile)
        m_model->reload(repository);
}

void RegistryContents::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RegistryContents::retranslate()
{
    m_name->setPlaceholderText(tr("Repository, for example library/nginx"));
    m_name->setAccessibleName(tr("Repository"));
    m_open->setText(tr("Show tags"));
    m_reload->setText(tr("Reload"));
    m_model->retranslate();
    m_tree->setAccessibleName(tr("Repositories and tags"));
    m_pull->setText(tr("Pull…"));
    m_copy->setText(tr("Copy reference"));
    m_deleteButton->setText(tr("Delete…"));
    m_copyToButton->setText(tr("Copy to…"));
    m_copyToButton->setToolTip(tr("Copy to another registry; or drag tags onto it in the list"));
    showState();
}

} // namespace dip::ui
