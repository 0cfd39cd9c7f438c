#include "ui/views/pullsheet.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStringListModel>

#include "ui/errortext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/registrycombo.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
enum PlatformChoice { Host, All, Amd64, Arm64 };
} // namespace

PullSheet::PullSheet(Workspace &workspace, QWidget *parent)
    : Sheet(parent)
    , m_workspace(workspace)
    , m_registry(new RegistryCombo(workspace.registries(), this))
    , m_repository(new QLineEdit(this))
    , m_known(new QStringListModel(this))
    , m_platform(new QComboBox(this))
    , m_saveAs(new QLineEdit(this))
    , m_registryLabel(new QLabel(this))
    , m_repositoryLabel(new QLabel(this))
    , m_platformLabel(new QLabel(this))
    , m_saveAsLabel(new QLabel(this))
    , m_tagsLabel(new QLabel(this))
    , m_tag(new QLineEdit(this))
    , m_tags(new QListWidget(this))
    , m_list(new QPushButton(this))
    , m_state(makeHint(this))
    , m_cancel(new QPushButton(this))
    , m_pull(new QPushButton(this))
{
    build();
    connect(m_registry, &RegistryCombo::profileChanged, this, &PullSheet::registryChanged);
    connect(m_registry, &RegistryCombo::addRequested, this, &PullSheet::addRegistryRequested);
    connect(m_repository, &QLineEdit::textChanged, this, [this] {
        m_tags->clear();
        m_state->clear();
        showState();
    });
    connect(m_repository, &QLineEdit::returnPressed, this, &PullSheet::listTags);
    connect(m_list, &QPushButton::clicked, this, &PullSheet::listTags);
    connect(m_tag, &QLineEdit::textChanged, this, &PullSheet::showState);
    connect(m_tag, &QLineEdit::returnPressed, m_pull, &QPushButton::click);
    connect(m_saveAs, &QLineEdit::textChanged, this, &PullSheet::showState);
    connect(m_tags, &QListWidget::itemSelectionChanged, this, &PullSheet::showState);
    connect(m_cancel, &QPushButton::clicked, this, &Sheet::closed);
    connect(m_pull, &QPushButton::clicked, this, &PullSheet::pull);
    connect(&m_browser, &RegistryBrowser::repositories, m_known, &QStringListModel::setStringList);
    connect(&m_browser, &RegistryBrowser::tags, this,
            [this](const QString &repository, const QStringList &tags) {
                if (repository == m_repository->text().trimmed())
                    showTags(tags);
            });
    connect(&m_browser, &RegistryBrowser::failed, this,
            [this](const Error &error) { m_state->setText(explain(error).sentence); });
    retranslateFrame();
    retranslate();
}

void PullSheet::build()
{
    m_repository->setObjectName(QStringLiteral("pullRepository"));
    m_pull->setObjectName(QStringLiteral("pullButton"));
    m_tag->setObjectName(QStringLiteral("pullTag"));
    auto *completer = new QCompleter(m_known, this);
    completer->setFilterMode(Qt::MatchContains);
    m_repository->setCompleter(completer);
    for (const int choice : {Host, All, Amd64, Arm64})
        m_platform->addItem({}, choice);
    m_tags->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tags->setUniformItemSizes(true);
    m_pull->setDefault(true);

    auto *form = new QGridLayout;
    auto *repository = new QHBoxLayout;
    repository->addWidget(m_repository, 1);
    repository->addWidget(m_list);
    form->addWidget(m_registryLabel, 0, 0);
    form->addWidget(m_registry, 0, 1);
    form->addWidget(m_repositoryLabel, 1, 0);
    form->addLayout(repository, 1, 1);
    form->addWidget(m_platformLabel, 2, 0);
    form->addWidget(m_platform, 2, 1);
    form->addWidget(m_saveAsLabel, 3, 0);
    form->addWidget(m_saveAs, 3, 1);
    form->setRowStretch(4, 1);
    form->setColumnStretch(1, 1);
    form->setHorizontalSpacing(14);
    m_registryLabel->setBuddy(m_registry);
    m_repositoryLabel->setBuddy(m_repository);
    m_platformLabel->setBuddy(m_platform);
    m_saveAsLabel->setBuddy(m_saveAs);
    m_tagsLabel->setBuddy(m_tag);

    auto *right = new QVBoxLayout;
    right->addWidget(m_tagsLabel);
    right->addWidget(m_tag);
    right->addWidget(m_tags, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(24);
    middle->addLayout(form, 3);
    middle->addLayout(right, 2);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_pull);
    body()->addLayout(middle, 1);
    body()->addLayout(foot);
}

void PullSheet::begin()
{
    registryChanged();
    m_repository->setFocus();
}

void PullSheet::chooseRegistry(const QString &profile)
{
    m_registry->setProfile(profile);
}

void PullSheet::registryChanged()
{
    m_browser.cancel();
    m_known->setStringList({});
    m_tags->clear();
    if (const auto registry = m_workspace.registries().registryFor(m_registry->profile());
        registry && isVisible())
        m_browser.listRepositories(*registry);
    showState();
}

void PullSheet::listTags()
{
    const auto registry = m_workspace.registries().registryFor(m_registry->profile());
    const auto repository = RepositoryName::parse(m_repository->text().trimmed());
    if (!registry || !repository)
        return;
    m_state->setText(tr("Asking for tags…"));
    m_browser.listTags(*registry, *repository);
}

void PullSheet::showTags(const QStringList &tags)
{
    m_tags->clear();
    m_tags->addItems(tags);
    m_state->setText(tags.isEmpty() ? tr("This repository has no tags.") : QString());
    if (m_tags->count() > 0 && m_tag->text().isEmpty())
        m_tags->setCurrentRow(m_tags->count() - 1);
    showState();
}

/// What is typed counts; otherwise what is chosen in the list.
QStringList PullSheet::chosenTags() const
{
    if (const QString typed = m_tag->text().trimmed(); !typed.isEmpty())
        return {typed};
    QStringList tags;
    for (const QListWidgetItem *item : m_tags->selectedItems())
        tags.append(item->text());
    return tags;
}

void PullSheet::showState()
{
    const QStringList tags = chosenTags();
    const QString repository = m_repository->text().trimmed();
    const bool goodNames = !tags.isEmpty() && std::ranges::all_of(tags, [&repository](const QString &tag) {
        return ImageName::parse(repository, tag).has_value();
    });
    const QString saveAs = m_saveAs->text().trimmed();
    const bool goodSaveAs = saveAs.isEmpty() || RepositoryName::parse(saveAs);
    m_list->setEnabled(RepositoryName::parse(repository).has_value() && !m_registry->profile().isEmpty());
    m_pull->setText(tr("Pull %n image(s)", nullptr, int(tags.size())));
    m_pull->setEnabled(goodNames && goodSaveAs && !m_registry->profile().isEmpty());
    if (m_registry->profile().isEmpty())
        m_state->setText(tr("Add a registry to pull from."));
}

void PullSheet::pull()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_registry->profile());
    if (!profile)
        return;
    const QString saveAs = m_saveAs->text().trimmed();
    for (const QString &tag : chosenTags()) {
        const auto image = ImageName::parse(m_repository->text().trimmed(), tag);
        if (!image)
            return;
        PullAndCache pull{*image, {}, {}};
        if (!saveAs.isEmpty())
            pull.saveAs = ImageName{*RepositoryName::parse(saveAs), image->reference};
        pull.maxConcurrent = m_workspace.settings().blobsAtOnce;
        const int choice = m_platform->currentData().toInt();
        pull.allPlatforms = choice == All;
        if (choice == Amd64 || choice == Arm64)
            pull.platforms = {*Platform::parse(choice == Amd64 ? u"linux/amd64" : u"linux/arm64")};
        m_workspace.jobs().add({JobKind::Pull,
                                profile->address + u'/' + image->toString(),
                                pull.saveAs.value_or(*image).toString(),
                                profile->id,
                                {},
                                {pull}});
    }
    emit pulled();
}

void PullSheet::retranslate()
{
    setTitle(tr("Pull from a registry"));
    m_registryLabel->setText(tr("&Registry"));
    m_repositoryLabel->setText(tr("Repositor&y"));
    m_repository->setPlaceholderText(tr("for example library/nginx"));
    m_repository->setAccessibleName(tr("Repository"));
    m_platformLabel->setText(tr("&Platforms"));
    m_platform->setAccessibleName(tr("Platforms"));
    m_platform->setItemText(Host, tr("This machine's (%1)").arg(Platform::host().toString()));
    m_platform->setItemText(All, tr("All of them"));
    m_platform->setItemText(Amd64, QStringLiteral("linux/amd64"));
    m_platform->setItemText(Arm64, QStringLiteral("linux/arm64"));
    m_saveAsLabel->setText(tr("&Name in the cache"));
    m_saveAs->setPlaceholderText(tr("the same"));
    m_saveAs->setAccessibleName(tr("Name in the cache"));
    m_tagsLabel->setText(tr("&Tags"));
    m_tag->setPlaceholderText(tr("Type a tag or choose below"));
    m_tag->setAccessibleName(tr("Tag"));
    m_tags->setAccessibleName(tr("Tags in the registry"));
    m_list->setText(tr("List tags"));
    m_cancel->setText(tr("Cancel"));
    showState();
}

} // namespace dip::ui
