#include "ui/views/pushsheet.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>

#include "ui/delegates/rowdelegate.h"
#include "ui/errortext.h"
#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/registrycombo.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr int formWidth = 330;
const QString lastRegistry = QStringLiteral("pushSheet/registry");
} // namespace

PushSheet::PushSheet(Workspace &workspace, QWidget *parent)
    : Sheet(parent)
    , m_workspace(workspace)
    , m_model(new PushModel(this))
    , m_registry(new RegistryCombo(workspace.registries(), this))
    , m_path(new QComboBox(this))
    , m_project(new QLineEdit(this))
    , m_tag(new QLineEdit(QStringLiteral("{tag}"), this))
    , m_atOnce(new QSpinBox(this))
    , m_force(new QCheckBox(this))
    , m_registryLabel(new QLabel(this))
    , m_pathLabel(new QLabel(this))
    , m_projectLabel(new QLabel(this))
    , m_tagLabel(new QLabel(this))
    , m_atOnceLabel(new QLabel(this))
    , m_table(new QTreeView(this))
    , m_state(makeHint(this))
    , m_cancel(new QPushButton(this))
    , m_push(new QPushButton(this))
{
    build();
    connect(m_registry, &RegistryCombo::profileChanged, this, &PushSheet::registryChanged);
    connect(m_registry, &RegistryCombo::addRequested, this, &PushSheet::addRegistryRequested);
    connect(m_path, &QComboBox::currentIndexChanged, this, &PushSheet::changeRule);
    connect(m_project, &QLineEdit::textChanged, this, &PushSheet::changeRule);
    connect(m_tag, &QLineEdit::textChanged, this, &PushSheet::changeRule);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &PushSheet::showState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &PushSheet::showState);
    connect(m_cancel, &QPushButton::clicked, this, &Sheet::closed);
    connect(m_push, &QPushButton::clicked, this, &PushSheet::push);
    for (QLineEdit *field : {m_project, m_tag})
        connect(field, &QLineEdit::returnPressed, m_push, &QPushButton::click);
    connect(this, &Sheet::closed, &m_preflight, &Preflight::cancel);
    connect(&m_preflight, &Preflight::answered, this, [this](const Preflight::Outcome &outcome) {
        const qint64 all = outcome.wouldMove.bytes + outcome.alreadyThere.bytes;
        const int blobs = outcome.wouldMove.blobs + outcome.alreadyThere.blobs;
        m_state->setText(
            tr("Will upload %1 of %2. %3 of %n blob(s) are already in the registry.", nullptr, blobs)
                .arg(formatBytes(outcome.wouldMove.bytes), formatBytes(all),
                     QString::number(outcome.alreadyThere.blobs)));
    });
    connect(&m_preflight, &Preflight::failed, this,
            [this](const Error &error) { m_state->setText(explain(error).sentence); });
    retranslateFrame();
    retranslate();
    m_registry->setProfile(m_workspace.store().value(lastRegistry).toString());
}

void PushSheet::build()
{
    m_registry->setObjectName(QStringLiteral("pushRegistry"));
    m_push->setObjectName(QStringLiteral("pushButton"));
    m_project->setObjectName(QStringLiteral("pushProject"));
    m_path->setObjectName(QStringLiteral("pushPath"));
    for (const auto path : {PushRule::Path::Keep, PushRule::Path::Prefix, PushRule::Path::Flatten})
        m_path->addItem({}, int(path));
    m_atOnce->setRange(1, 16);
    m_atOnce->setValue(m_workspace.settings().blobsAtOnce);
    m_push->setDefault(true);

    auto *form = new QGridLayout;
    const std::pair<QLabel *, QWidget *> fields[]{{m_registryLabel, m_registry},
                                                  {m_projectLabel, m_project},
                                                  {m_pathLabel, m_path},
                                                  {m_tagLabel, m_tag},
                                                  {m_atOnceLabel, m_atOnce}};
    int row = 0;
    for (const auto &[label, field] : fields) {
        label->setBuddy(field);
        form->addWidget(label, row, 0);
        form->addWidget(field, row++, 1);
    }
    form->addWidget(m_force, row++, 1);
    form->setRowStretch(row, 1);
    form->setColumnStretch(1, 1);
    auto *left = new QWidget(this);
    left->setLayout(form);
    form->setContentsMargins(0, 0, 12, 0);
    left->setMinimumWidth(formWidth);

    m_table->setObjectName(QStringLiteral("pushTable"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(PushModel::Source, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(PushModel::Target, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(PushModel::Size, QHeaderView::ResizeToContents);
    auto *remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &PushSheet::removeChosen);
    m_table->addAction(remove);

    auto *middle = new QHBoxLayout;
    middle->addWidget(left, 2);
    middle->addWidget(m_table, 5);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_push);
    body()->addLayout(middle, 1);
    body()->addLayout(foot);
}

void PushSheet::begin(const QList<PushModel::Row> &rows)
{
    m_model->setRows(rows);
    m_force->setChecked(false);
    showState();
    m_push->setFocus();
}

void PushSheet::chooseRegistry(const QString &profile)
{
    m_registry->setProfile(profile);
}

void PushSheet::registryChanged()
{
    if (const RegistryProfile *profile = m_workspace.registries().find(m_registry->profile())) {
        m_workspace.store().setValue(lastRegistry, profile->id);
        m_project->setText(profile->project);
        if (!profile->project.isEmpty() && m_path->currentIndex() == int(PushRule::Path::Keep))
            m_path->setCurrentIndex(int(PushRule::Path::Prefix));
    }
    changeRule();
}

void PushSheet::changeRule()
{
    const auto path = PushRule::Path(m_path->currentData().toInt());
    m_project->setEnabled(path != PushRule::Path::Keep);
    m_model->setRule({path, m_project->text(), m_tag->text()});
    showState();
}

void PushSheet::showState()
{
    const int count = m_model->rowCount();
    m_push->setText(tr("Push %n image(s)", nullptr, count));
    const bool hasRegistry = !m_registry->profile().isEmpty();
    m_push->setEnabled(hasRegistry && m_model->isValid());
    m_preflight.cancel();
    if (!hasRegistry) {
        m_state->setText(tr("Add a registry to push to."));
        return;
    }
    for (int row = 0; row < count; ++row) {
        if (const QString problem = m_model->problem(row); !problem.isEmpty()) {
            m_state->setText(problem);
            return;
        }
    }
    askRegistry();
}

/// Images that are still being imported cannot be asked about yet.
void PushSheet::askRegistry()
{
    QList<PushFromCacheUsingManifest> pushes;
    for (const PushModel::Row &row : m_model->rows()) {
        if (!row.after.isEmpty()) {
            m_state->setText(tr("Pushing begins as soon as the import is done."));
            return;
        }
        pushes.append(operation(row));
    }
    const auto registry = m_workspace.registries().registryFor(m_registry->profile());
    if (!registry || !isVisible() || pushes.isEmpty()) {
        m_state->clear();
        return;
    }
    m_state->setText(tr("Asking the registry what is already there…"));
    m_preflight.ask(m_workspace.cache(), *registry, pushes);
}

PushFromCacheUsingManifest PushSheet::operation(const PushModel::Row &row) const
{
    const auto target = ImageName::parse(row.target);
    PushFromCacheUsingManifest push{row.image, {}};
    push.target.repository = target->repository;
    push.target.reference = target->reference;
    push.target.maxConcurrent = m_atOnce->value();
    push.target.forceUpload = m_force->isChecked();
    return push;
}

void PushSheet::push()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_registry->profile());
    if (!profile || !m_model->isValid())
        return;
    m_preflight.cancel();
    for (const PushModel::Row &row : m_model->rows()) {
        m_workspace.jobs().add({JobKind::Push,
                                row.image.toString(),
                                profile->address + u'/' + row.target,
                                profile->id,
                                row.after,
                                {operation(row)}});
    }
    emit pushed();
}

void PushSheet::removeChosen()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows, std::greater());
    for (const int row : std::as_const(rows))
        m_model->drop(row);
}

void PushSheet::retranslate()
{
    setTitle(tr("Push to a registry"));
    m_registryLabel->setText(tr("&Registry"));
    m_pathLabel->setText(tr("&Names"));
    m_projectLabel->setText(tr("Pro&ject"));
    m_tagLabel->setText(tr("&Tag"));
    m_atOnceLabel->setText(tr("&Layers at once"));
    m_path->setItemText(0, tr("Keep as they are"));
    m_path->setItemText(1, tr("Put below the project"));
    m_path->setItemText(2, tr("Project and last part only"));
    m_path->setAccessibleName(tr("Names"));
    m_project->setPlaceholderText(tr("for example prod"));
    m_project->setAccessibleName(tr("Project"));
    m_tag->setAccessibleName(tr("Tag"));
    m_tag->setToolTip(tr("{tag} is the image's own tag, {date} is today"));
    m_atOnce->setAccessibleName(tr("Layers at once"));
    m_force->setText(tr("Send everything again"));
    m_force->setToolTip(tr("Uploads layers even if the registry has them already"));
    m_table->setAccessibleName(tr("Images and their names in the registry"));
    m_cancel->setText(tr("Cancel"));
    m_model->retranslate();
    showState();
}

} // namespace dip::ui
