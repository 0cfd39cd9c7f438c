#include "ui/views/pushoptions.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QStringListModel>
#include <QToolButton>

#include "ui/widgets/labels.h"
#include "ui/widgets/platformbutton.h"
#include "ui/widgets/ratebox.h"
#include "ui/widgets/registrycombo.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

const QString lastRegistry = QStringLiteral("pushSheet/registry");
const QString moreShown = QStringLiteral("pushSheet/more");
constexpr int mostAtOnce = 16;
constexpr int mostRetries = 20;

/// "prod/app/web" lies below "prod" and "prod/app".
QStringList projectsOf(const QStringList &repositories)
{
    QStringList projects;
    for (const QString &repository : repositories) {
        for (qsizetype slash = repository.indexOf(u'/'); slash > 0;
             slash = repository.indexOf(u'/', slash + 1))
            projects.append(repository.first(slash));
    }
    projects.removeDuplicates();
    projects.sort();
    return projects;
}

} // namespace

PushOptions::PushOptions(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_form(new QGridLayout)
    , m_registryLabel(new QLabel(this))
    , m_registry(new RegistryCombo(workspace.registries(), this))
    , m_mark(makeHint(this))
    , m_pathLabel(new QLabel(this))
    , m_path(new QComboBox(this))
    , m_projectLabel(new QLabel(this))
    , m_project(new QLineEdit(this))
    , m_findLabel(new QLabel(this))
    , m_find(new QLineEdit(this))
    , m_replacementLabel(new QLabel(this))
    , m_replacement(new QLineEdit(this))
    , m_tagLabel(new QLabel(this))
    , m_tag(new QLineEdit(QStringLiteral("{tag}"), this))
    , m_platformsLabel(new QLabel(this))
    , m_platforms(new PlatformButton(this))
    , m_platformsNote(makeHint(this))
    , m_more(new QToolButton(this))
    , m_atOnceLabel(new QLabel(this))
    , m_atOnce(new QSpinBox(this))
    , m_retriesLabel(new QLabel(this))
    , m_retries(new QSpinBox(this))
    , m_limitLabel(new QLabel(this))
    , m_limit(new RateBox(this))
    , m_existingLabel(new QLabel(this))
    , m_existing(new QComboBox(this))
    , m_projects(new QStringListModel(this))
{
    build();
    connectFields();
    retranslate();
    m_registry->setProfile(m_workspace.store().value(lastRegistry).toString());
    takeRegistry();
}

void PushOptions::addRow(QLabel *label, QWidget *field)
{
    const int row = m_form->rowCount();
    label->setBuddy(field);
    m_form->addWidget(label, row, 0);
    m_form->addWidget(field, row, 1);
}

void PushOptions::build()
{
    m_registry->setObjectName(QStringLiteral("pushRegistry"));
    setFocusProxy(m_registry);
    m_project->setObjectName(QStringLiteral("pushProject"));
    m_path->setObjectName(QStringLiteral("pushPath"));
    m_find->setObjectName(QStringLiteral("pushFind"));
    m_replacement->setObjectName(QStringLiteral("pushReplacement"));
    m_tag->setObjectName(QStringLiteral("pushTag"));
    m_platforms->setObjectName(QStringLiteral("pushPlatforms"));
    m_more->setObjectName(QStringLiteral("pushMore"));
    m_retries->setObjectName(QStringLiteral("pushRetries"));
    m_limit->setObjectName(QStringLiteral("pushLimit"));
    m_existing->setObjectName(QStringLiteral("pushExisting"));
    for (const auto path : {PushRule::Path::Keep, PushRule::Path::Prefix, PushRule::Path::Flatten,
                            PushRule::Path::Replace, PushRule::Path::Regex})
        m_path->addItem({}, int(path));
    for (const bool force : {false, true})
        m_existing->addItem({}, force);
    m_atOnce->setRange(1, mostAtOnce);
    m_atOnce->setValue(m_workspace.settings().blobsAtOnce);
    m_retries->setRange(0, mostRetries);
    auto *completer = new QCompleter(m_projects, this);
    completer->setFilterMode(Qt::MatchContains);
    m_project->setCompleter(completer);
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setChecked(m_workspace.store().value(moreShown).toBool());

    m_form->setContentsMargins(0, 0, 12, 0);
    addRow(m_registryLabel, m_registry);
    m_form->addWidget(m_mark, m_form->rowCount(), 1);
    addRow(m_pathLabel, m_path);
    addRow(m_projectLabel, m_project);
    addRow(m_findLabel, m_find);
    addRow(m_replacementLabel, m_replacement);
    addRow(m_tagLabel, m_tag);
    addRow(m_platformsLabel, m_platforms);
    m_form->addWidget(m_platformsNote, m_form->rowCount(), 1);
    m_form->addWidget(m_more, m_form->rowCount(), 0, 1, 2, Qt::AlignLeft);
    addRow(m_atOnceLabel, m_atOnce);
    addRow(m_retriesLabel, m_retries);
    addRow(m_limitLabel, m_limit);
    addRow(m_existingLabel, m_existing);
    m_form->setRowStretch(m_form->rowCount(), 1);
    m_form->setColumnStretch(1, 1);
    setLayout(m_form);
}

void PushOptions::connectFields()
{
    connect(m_registry, &RegistryCombo::profileChanged, this, &PushOptions::takeRegistry);
    connect(m_registry, &RegistryCombo::addRequested, this, &PushOptions::addRegistryRequested);
    const auto changeRule = [this] {
        showFields();
        emit ruleChanged();
    };
    connect(m_path, &QComboBox::currentIndexChanged, this, changeRule);
    for (QLineEdit *field : {m_project, m_find, m_replacement, m_tag})
        connect(field, &QLineEdit::textChanged, this, changeRule);
    connect(m_platforms, &PlatformButton::chosenChanged, this, &PushOptions::showFields);
    connect(m_more, &QToolButton::toggled, this, [this](bool shown) {
        m_workspace.store().setValue(moreShown, shown);
        showFields();
    });
    connect(m_retries, &QSpinBox::valueChanged, this, &PushOptions::tune);
    connect(m_limit, &RateBox::valueChanged, this, &PushOptions::tune);
    connect(m_existing, &QComboBox::currentIndexChanged, this, &PushOptions::sendingChanged);
    connect(&m_browser, &RegistryBrowser::repositories, this,
            [this](const QStringList &names) { m_projects->setStringList(projectsOf(names)); });
}

QString PushOptions::registry() const
{
    return m_registry->profile();
}

void PushOptions::chooseRegistry(const QString &profile)
{
    m_registry->setProfile(profile);
}

PushRule PushOptions::rule() const
{
    return {PushRule::Path(m_path->currentData().toInt()), m_project->text(), m_find->text(),
            m_replacement->text(), m_tag->text()};
}

void PushOptions::setRule(const PushRule &rule)
{
    m_path->setCurrentIndex(m_path->findData(int(rule.path)));
    m_project->setText(rule.project);
    m_find->setText(rule.find);
    m_replacement->setText(rule.replacement);
    m_tag->setText(rule.tag);
}

int PushOptions::blobsAtOnce() const
{
    return m_atOnce->value();
}

bool PushOptions::isForced() const
{
    return m_existing->currentData().toBool();
}

QString PushOptions::problem() const
{
    const QString wrong = rule().regexProblem();
    return wrong.isEmpty() ? QString() : tr("The expression cannot be understood: %1").arg(wrong);
}

void PushOptions::forget()
{
    m_existing->setCurrentIndex(0);
    m_platforms->setChosen({});
}

/// Many registries offer no catalogue; then any project can be typed.
void PushOptions::completeProjects()
{
    m_browser.cancel();
    m_projects->setStringList({});
    if (const auto registry = m_workspace.registries().registryFor(m_registry->profile()))
        m_browser.listRepositories(*registry);
}

void PushOptions::takeRegistry()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_registry->profile());
    if (profile && (profile->id != m_takenFrom || profile->project != m_takenProject)) {
        m_takenFrom = profile->id;
        m_takenProject = profile->project;
        m_workspace.store().setValue(lastRegistry, profile->id);
        m_project->setText(profile->project);
        if (!profile->project.isEmpty() && m_path->currentIndex() == int(PushRule::Path::Keep))
            m_path->setCurrentIndex(m_path->findData(int(PushRule::Path::Prefix)));
    }
    if (profile) {
        const QSignalBlocker quietRetries(m_retries);
        const QSignalBlocker quietLimit(m_limit);
        m_retries->setValue(profile->retries);
        m_limit->setBytesPerSecond(profile->rateLimit);
    }
    if (isVisible())
        completeProjects();
    showFields();
    emit registryChanged();
}

void PushOptions::tune()
{
    m_workspace.registries().tune(m_registry->profile(), m_retries->value(), m_limit->bytesPerSecond());
}

void PushOptions::showFields()
{
    const auto path = PushRule::Path(m_path->currentData().toInt());
    const bool inProject = path == PushRule::Path::Prefix || path == PushRule::Path::Flatten;
    const bool replaces = path == PushRule::Path::Replace || path == PushRule::Path::Regex;
    const RegistryProfile *profile = m_workspace.registries().find(m_registry->profile());
    m_mark->setVisible(profile && profile->tls == TlsChoice::PlainHttp);
    for (QWidget *widget : {static_cast<QWidget *>(m_projectLabel), static_cast<QWidget *>(m_project)})
        widget->setVisible(inProject);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_findLabel), static_cast<QWidget *>(m_find),
          static_cast<QWidget *>(m_replacementLabel), static_cast<QWidget *>(m_replacement)})
        widget->setVisible(replaces);
    m_platformsNote->setVisible(!m_platforms->chosen().isEmpty());
    const Qt::ArrowType closed = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
    m_more->setArrowType(m_more->isChecked() ? Qt::DownArrow : closed);
    for (QWidget *widget : {static_cast<QWidget *>(m_atOnceLabel), static_cast<QWidget *>(m_atOnce),
                            static_cast<QWidget *>(m_retriesLabel), static_cast<QWidget *>(m_retries),
                            static_cast<QWidget *>(m_limitLabel), static_cast<QWidget *>(m_limit),
                            static_cast<QWidget *>(m_existingLabel), static_cast<QWidget *>(m_existing)})
        widget->setVisible(m_more->isChecked());
}

void PushOptions::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PushOptions::retranslate()
{
    m_registryLabel->setText(tr("&Registry"));
    m_mark->setText(tr("Not encrypted: plain HTTP"));
    m_pathLabel->setText(tr("&Names"));
    m_path->setItemText(0, tr("Keep as they are"));
    m_path->setItemText(1, tr("Put below the project"));
    m_path->setItemText(2, tr("Project and last part only"));
    m_path->setItemText(3, tr("Replace a host or text"));
    m_path->setItemText(4, tr("Regular expression"));
    m_path->setAccessibleName(tr("Names"));
    m_projectLabel->setText(tr("Pr&oject"));
    m_project->setPlaceholderText(tr("for example prod"));
    m_project->setAccessibleName(tr("Project"));
    m_findLabel->setText(tr("Fin&d"));
    m_find->setPlaceholderText(tr("for example old.example.cn/team"));
    m_find->setAccessibleName(tr("Find"));
    m_replacementLabel->setText(tr("Replace &with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_replacement->setToolTip(tr("In a regular expression, \\1 stands for the first group"));
    m_tagLabel->setText(tr("&Tag"));
    m_tag->setAccessibleName(tr("Tag"));
    m_tag->setToolTip(tr("{tag} is the image's own tag, {date} is today"));
    m_platformsLabel->setText(tr("&Platforms"));
    m_platformsNote->setText(
        tr("Leaving out platforms makes another index, so the digest in the registry is a new one."));
    m_more->setText(tr("More"));
    retranslateMore();
    showFields();
}

void PushOptions::retranslateMore()
{
    m_atOnceLabel->setText(tr("&Layers at once"));
    m_atOnce->setAccessibleName(tr("Layers at once"));
    m_retriesLabel->setText(tr("Retrie&s"));
    m_retries->setAccessibleName(tr("Retries"));
    m_retries->setToolTip(tr("How often a lost connection is tried again, for this registry"));
    m_limitLabel->setText(tr("Speed li&mit"));
    m_limit->setAccessibleName(tr("Speed limit"));
    m_limit->setToolTip(tr("For this registry, all jobs together"));
    m_existingLabel->setText(tr("&Existing layers"));
    m_existing->setItemText(0, tr("Skip what the registry has"));
    m_existing->setItemText(1, tr("Send everything again"));
    m_existing->setAccessibleName(tr("Existing layers"));
}

} // namespace dip::ui
