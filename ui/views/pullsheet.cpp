#include "ui/views/pullsheet.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QStringListModel>

#include "ui/errortext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/platformbutton.h"
#include "ui/widgets/registrycombo.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

enum PlatformChoice { Host, All, Chosen };

/// As long as the image has not told its own.
const QStringList commonPlatforms{QStringLiteral("linux/amd64"), QStringLiteral("linux/arm64")};

} // namespace

PullSheet::PullSheet(Workspace &workspace, QWidget *parent)
    : Sheet(parent)
    , m_workspace(workspace)
    , m_registry(new RegistryCombo(workspace.registries(), this))
    , m_mark(makeHint(this))
    , m_repository(new QLineEdit(this))
    , m_known(new QStringListModel(this))
    , m_platform(new QComboBox(this))
    , m_platforms(new PlatformButton(this))
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
    nameFields();
    build();
    connectFields();
    retranslateFrame();
    retranslate();
}

void PullSheet::nameFields()
{
    m_registry->setObjectName(QStringLiteral("pullRegistry"));
    m_repository->setObjectName(QStringLiteral("pullRepository"));
    m_platform->setObjectName(QStringLiteral("pullPlatform"));
    m_platforms->setObjectName(QStringLiteral("pullPlatforms"));
    m_saveAs->setObjectName(QStringLiteral("pullSaveAs"));
    m_pull->setObjectName(QStringLiteral("pullButton"));
    m_tag->setObjectName(QStringLiteral("pullTag"));
    m_tags->setObjectName(QStringLiteral("pullTags"));
    m_list->setObjectName(QStringLiteral("pullListTags"));
    m_state->setObjectName(QStringLiteral("pullState"));
}

void PullSheet::connectFields()
{
    connect(m_registry, &RegistryCombo::profileChanged, this, &PullSheet::registryChanged);
    connect(m_registry, &RegistryCombo::addRequested, this, &PullSheet::addRegistryRequested);
    connect(m_repository, &QLineEdit::textChanged, this, &PullSheet::repositoryChanged);
    connect(m_list, &QPushButton::clicked, this, &PullSheet::listTags);
    connect(m_tag, &QLineEdit::textChanged, this, &PullSheet::showState);
    connect(m_saveAs, &QLineEdit::textChanged, this, &PullSheet::showState);
    connect(m_platform, &QComboBox::currentIndexChanged, this, &PullSheet::showState);
    connect(m_tags, &QListWidget::itemSelectionChanged, this, &PullSheet::tagsChanged);
    connect(m_tags->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_tags->verticalScrollBar()->maximum())
            readMoreTags();
    });
    connect(m_cancel, &QPushButton::clicked, this, &Sheet::closed);
    connect(m_pull, &QPushButton::clicked, this, &PullSheet::pull);
    connect(this, &Sheet::closed, this, [this] { m_browser.cancel(); });
    connect(&m_browser, &RegistryBrowser::repositories, m_known, &QStringListModel::setStringList);
    connect(&m_browser, &RegistryBrowser::tagPage, this,
            [this](const QString &repository, const QStringList &tags, const RegistryBrowser::Page &next) {
                if (repository == m_repository->text().trimmed())
                    takeTags(tags, next);
            });
    connect(&m_browser, &RegistryBrowser::platforms, this,
            [this](const QString &image, const QStringList &platforms) {
                if (image == m_platformsOf)
                    m_platforms->setOffered(platforms);
            });
    connect(&m_browser, &RegistryBrowser::failed, this,
            [this](const QString &repository, const Error &error) {
                if (repository == m_repository->text().trimmed())
                    m_state->setText(explain(error).sentence);
            });
}

void PullSheet::build()
{
    auto *completer = new QCompleter(m_known, this);
    completer->setFilterMode(Qt::MatchContains);
    m_repository->setCompleter(completer);
    for (const int choice : {Host, All, Chosen})
        m_platform->addItem({}, choice);
    m_platforms->setOffered(commonPlatforms);
    m_tags->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tags->setUniformItemSizes(true);
    m_pull->setDefault(true);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(24);
    middle->addLayout(makeForm(), 3);
    middle->addLayout(makeTags(), 2);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_pull);
    body()->addLayout(middle, 1);
    body()->addLayout(foot);
}

QLayout *PullSheet::makeForm()
{
    auto *form = new QGridLayout;
    auto *repository = new QHBoxLayout;
    repository->addWidget(m_repository, 1);
    repository->addWidget(m_list);
    auto *platforms = new QHBoxLayout;
    platforms->addWidget(m_platform, 1);
    platforms->addWidget(m_platforms, 1);
    form->addWidget(m_registryLabel, 0, 0);
    form->addWidget(m_registry, 0, 1);
    form->addWidget(m_mark, 1, 1);
    form->addWidget(m_repositoryLabel, 2, 0);
    form->addLayout(repository, 2, 1);
    form->addWidget(m_platformLabel, 3, 0);
    form->addLayout(platforms, 3, 1);
    form->addWidget(m_saveAsLabel, 4, 0);
    form->addWidget(m_saveAs, 4, 1);
    form->setRowStretch(5, 1);
    form->setColumnStretch(1, 1);
    form->setHorizontalSpacing(14);
    m_mark->setWordWrap(false);
    m_mark->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_registryLabel->setBuddy(m_registry);
    m_repositoryLabel->setBuddy(m_repository);
    m_platformLabel->setBuddy(m_platform);
    m_saveAsLabel->setBuddy(m_saveAs);
    return form;
}

QLayout *PullSheet::makeTags()
{
    m_tagsLabel->setBuddy(m_tag);
    auto *tags = new QVBoxLayout;
    tags->addWidget(m_tagsLabel);
    tags->addWidget(m_tag);
    tags->addWidget(m_tags, 1);
    return tags;
}

void PullSheet::begin()
{
    registryChanged();
    m_repository->setFocus();
}

void PullSheet::begin(const QString &profile, const QString &repository, const QStringList &tags)
{
    m_registry->setProfile(profile);
    m_repository->setText(repository);
    m_tag->clear();
    m_wantedTags = tags;
    registryChanged();
    listTags();
    m_pull->setFocus();
}

void PullSheet::chooseRegistry(const QString &profile)
{
    m_registry->setProfile(profile);
}

void PullSheet::registryChanged()
{
    m_browser.cancel();
    m_known->setStringList({});
    repositoryChanged();
    if (const auto registry = m_workspace.registries().registryFor(m_registry->profile());
        registry && isVisible())
        m_browser.listRepositories(*registry);
}

void PullSheet::repositoryChanged()
{
    m_tags->clear();
    m_hasMoreTags = false;
    m_nextPage.reset();
    m_platformsOf.clear();
    m_platforms->setOffered(commonPlatforms);
    m_state->clear();
    showState();
}

void PullSheet::listTags()
{
    m_tags->clear();
    m_nextPage.reset();
    m_hasMoreTags = true;
    readMoreTags();
}

void PullSheet::readMoreTags()
{
    const auto registry = m_workspace.registries().registryFor(m_registry->profile());
    const auto repository = RepositoryName::parse(m_repository->text().trimmed());
    if (!registry || !repository || !m_hasMoreTags)
        return;
    m_hasMoreTags = false; // until the page says otherwise
    m_state->setText(tr("Asking for tags…"));
    m_browser.readTags(*registry, *repository, m_nextPage);
}

void PullSheet::takeTags(const QStringList &tags, const RegistryBrowser::Page &next)
{
    m_nextPage = next;
    m_hasMoreTags = next.has_value();
    m_tags->addItems(tags);
    m_state->setText(m_tags->count() == 0 ? tr("This repository has no tags.") : QString());
    for (int row = 0; row < m_tags->count(); ++row) {
        if (m_wantedTags.removeOne(m_tags->item(row)->text()))
            m_tags->item(row)->setSelected(true);
    }
    if (m_tags->selectedItems().isEmpty() && m_tags->count() > 0 && m_tag->text().isEmpty())
        m_tags->setCurrentRow(m_tags->count() - 1);
    showState();
}

/// What is typed counts; otherwise what is chosen in the list.
QStringList PullSheet::chosenTags() const
{
    if (const QString typed = m_tag->text().trimmed(); !typed.isEmpty())
        return typed.split(u' ', Qt::SkipEmptyParts);
    QStringList tags;
    for (const QListWidgetItem *item : m_tags->selectedItems())
        tags.append(item->text());
    return tags;
}

/// The image that is chosen is asked for what it is made for.
void PullSheet::tagsChanged()
{
    showState();
    const QStringList tags = chosenTags();
    const auto registry = m_workspace.registries().registryFor(m_registry->profile());
    const auto image = tags.isEmpty() ? fail(ErrorCode::InvalidArgument, {})
                                      : ImageName::parse(m_repository->text().trimmed(), tags.last());
    if (!registry || !image || image->toString() == m_platformsOf)
        return;
    m_platformsOf = image->toString();
    m_browser.listPlatforms(*registry, *image);
}

/// Why nothing can be pulled; empty where something can.
QString PullSheet::problem() const
{
    const QString repository = m_repository->text().trimmed();
    const QString saveAs = m_saveAs->text().trimmed();
    if (m_registry->profile().isEmpty())
        return tr("Add a registry to pull from.");
    if (!repository.isEmpty() && !RepositoryName::parse(repository))
        return tr("The repository's name is not valid: lower-case letters, digits and . _ - / are allowed.");
    for (const QString &tag : chosenTags()) {
        if (!repository.isEmpty() && !ImageName::parse(repository, tag))
            return tr("%1 is not a valid tag.").arg(tag);
    }
    if (!saveAs.isEmpty() && !RepositoryName::parse(saveAs))
        return tr("The name in the cache is not valid: lower-case letters, digits and . _ - / are allowed.");
    return {};
}

void PullSheet::showState()
{
    const QStringList tags = chosenTags();
    const QString repository = m_repository->text().trimmed();
    const QString wrong = problem();
    const RegistryProfile *profile = m_workspace.registries().find(m_registry->profile());
    m_mark->setVisible(profile && profile->tls == TlsChoice::PlainHttp);
    m_platforms->setVisible(m_platform->currentData().toInt() == Chosen);
    m_list->setEnabled(RepositoryName::parse(repository).has_value() && profile);
    m_pull->setText(tr("Pull %n image(s)", nullptr, int(tags.size())));
    m_pull->setEnabled(wrong.isEmpty() && !tags.isEmpty() && !repository.isEmpty());
    if (!wrong.isEmpty())
        m_state->setText(wrong);
}

void PullSheet::setPlatforms(PullAndCache &pull) const
{
    const int choice = m_platform->currentData().toInt();
    const QStringList chosen = m_platforms->chosen();
    pull.allPlatforms = choice == All || (choice == Chosen && chosen.isEmpty());
    if (choice != Chosen)
        return;
    for (const QString &platform : chosen)
        pull.platforms.append(*Platform::parse(platform));
}

void PullSheet::pull()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_registry->profile());
    if (!profile || !m_pull->isEnabled())
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
        setPlatforms(pull);
        m_workspace.jobs().add({JobKind::Pull,
                                profile->address + u'/' + image->toString(),
                                pull.saveAs.value_or(*image).toString(),
                                profile->id,
                                {},
                                {pull}});
    }
    m_browser.cancel();
    emit pulled();
}

/// Enter in a field comes here, too.
void PullSheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_repository->hasFocus())
        listTags();
    else if (isEnter)
        m_pull->click();
    else
        Sheet::keyPressEvent(event);
}

void PullSheet::retranslate()
{
    setTitle(tr("Pull from a registry"));
    m_registryLabel->setText(tr("&Registry"));
    m_mark->setText(tr("Not encrypted: plain HTTP"));
    m_repositoryLabel->setText(tr("Repositor&y"));
    m_repository->setPlaceholderText(tr("for example library/nginx"));
    m_repository->setAccessibleName(tr("Repository"));
    m_platformLabel->setText(tr("&Platforms"));
    m_platform->setAccessibleName(tr("Platforms"));
    m_platform->setItemText(Host, tr("This machine's (%1)").arg(Platform::host().toString()));
    m_platform->setItemText(All, tr("All of them"));
    m_platform->setItemText(Chosen, tr("Chosen ones"));
    m_saveAsLabel->setText(tr("&Name in the cache"));
    m_saveAs->setPlaceholderText(tr("the same"));
    m_saveAs->setAccessibleName(tr("Name in the cache"));
    m_tagsLabel->setText(tr("&Tags"));
    m_tag->setPlaceholderText(tr("Type tags, or choose below"));
    m_tag->setAccessibleName(tr("Tag"));
    m_tags->setAccessibleName(tr("Tags in the registry"));
    m_list->setText(tr("List tags"));
    m_cancel->setText(tr("Cancel"));
    showState();
}

} // namespace dip::ui
