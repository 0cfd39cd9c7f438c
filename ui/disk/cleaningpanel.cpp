#include "ui/disk/cleaningpanel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/delegates/rowdelegate.h"
#include "ui/disk/cleaninglist.h"
#include "ui/look/format.h"
#include "ui/models/planmodel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagestrip.h"

namespace dip::ui {

namespace {
constexpr int previewHeight = 96;
} // namespace

CleaningPanel::CleaningPanel(Cleaning &cleaning, QWidget *parent)
    : QWidget(parent)
    , m_cleaning(cleaning)
    , m_list(new CleaningList(this))
    , m_figures(makeCaption(this))
    , m_notes(makeHint(this))
    , m_model(new PlanModel(this))
    , m_preview(new QTreeView(this))
    , m_toTrash(new QCheckBox(this))
    , m_question(new MessageStrip(MessageStrip::Kind::Danger, this))
    , m_yes(new QPushButton(this))
    , m_no(new QPushButton(this))
    , m_go(new QPushButton(this))
    , m_progressText(makeHint(this))
    , m_progress(new QProgressBar(this))
{
    build();
    connectAll();
    retranslate();
}

void CleaningPanel::build()
{
    m_figures->setObjectName(QStringLiteral("cleanFigures"));
    m_figures->setWordWrap(true);
    m_notes->setObjectName(QStringLiteral("cleanNotes"));
    m_preview->setObjectName(QStringLiteral("cleanPreview"));
    m_preview->setModel(m_model);
    m_preview->setUniformRowHeights(true);
    m_preview->setHeaderHidden(true);
    m_preview->setMinimumHeight(previewHeight);
    m_preview->setTextElideMode(Qt::ElideMiddle);
    m_preview->setItemDelegate(new RowDelegate(m_preview));
    m_preview->header()->setStretchLastSection(false);
    m_preview->header()->setSectionResizeMode(PlanModel::Name, QHeaderView::Stretch);
    m_preview->header()->setSectionResizeMode(PlanModel::Detail, QHeaderView::ResizeToContents);
    m_toTrash->setObjectName(QStringLiteral("cleanToTrash"));
    m_toTrash->setChecked(true);
    m_go->setObjectName(QStringLiteral("cleanGo"));
    m_go->setDefault(true);
    m_yes->setObjectName(QStringLiteral("cleanYes"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(8);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(14, 10, 14, 2);
    layout->setSpacing(8);
    layout->addWidget(m_list);
    layout->addWidget(m_notes);
    layout->addWidget(m_preview, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and is scrolled to
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(14, 8, 14, 12);
    foot->setSpacing(10);
    foot->addWidget(m_figures);
    foot->addWidget(m_toTrash);
    foot->addWidget(m_question);
    foot->addWidget(m_progressText);
    foot->addWidget(m_progress);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_no);
    buttons->addWidget(m_yes);
    buttons->addWidget(m_go);
    foot->addLayout(buttons);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll, 1);
    whole->addLayout(foot);
    showWork(false);
}

void CleaningPanel::connectAll()
{
    connect(m_list, &CleaningList::changed, this, &CleaningPanel::planAnew);
    connect(m_list, &CleaningList::rowChanged, this, &CleaningPanel::measure);
    connect(m_toTrash, &QCheckBox::toggled, this, &CleaningPanel::showPlan);
    connect(m_go, &QPushButton::clicked, this, &CleaningPanel::ask);
    connect(m_yes, &QPushButton::clicked, this, &CleaningPanel::begin);
    connect(m_no, &QPushButton::clicked, this, [this] { showQuestion(false); });
    connect(&m_cleaning, &Cleaning::planned, this, &CleaningPanel::take);
    connect(&m_cleaning, &Cleaning::measured, this,
            [this](int row, const CleanPlan &plan) { m_list->showSize(CleaningList::Row(row), plan); });
    connect(&m_cleaning, &Cleaning::progressed, this, [this](qsizetype done, qsizetype all) {
        m_progress->setRange(0, int(all));
        m_progress->setValue(int(done));
        m_progressText->setText(
            tr("Cleaning: %1 of %n file(s)", nullptr, int(all)).arg(QLocale().toString(done)));
    });
    connect(&m_cleaning, &Cleaning::ended, this, [this] { showWork(false); });
    connect(&m_cleaning, &Cleaning::failed, this, [this] { showWork(false); });
}

// --- what is to go

void CleaningPanel::setChosen(const QList<ImageName> &images)
{
    m_list->setChosen(images);
}

void CleaningPanel::refresh()
{
    m_isStale = true;
    if (!isVisible())
        return;
    m_isStale = false;
    for (int row = 0; row < CleaningList::RowCount; ++row)
        measure(CleaningList::Row(row));
    planAnew();
}

void CleaningPanel::measure(CleaningList::Row row)
{
    if (isVisible())
        m_cleaning.measure(row, m_list->requestOf(row));
    else
        m_isStale = true;
}

void CleaningPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void CleaningPanel::planAnew()
{
    showQuestion(false);
    m_request = m_list->request();
    if (m_list->isEmpty())
        take({});
    else
        m_cleaning.plan(m_request);
}

void CleaningPanel::take(const CleanPlan &plan)
{
    m_plan = m_list->isEmpty() ? CleanPlan() : plan;
    m_model->setPlan(m_plan);
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_preview->setExpanded(m_model->index(row, 0), m_model->group(row) != PlanModel::Files || row == 0);
    showPlan();
    emit planChanged();
}

/// Freeing room is meant to give it back now, so nothing of that goes to the trash.
bool CleaningPanel::isForGood() const
{
    return !m_toTrash->isChecked() || m_list->isTicked(CleaningList::Free);
}

QString CleaningPanel::figures() const
{
    if (m_list->isEmpty())
        return tr("Tick what is to go.");
    if (m_plan.files.isEmpty() && m_plan.images.isEmpty())
        return tr("There is nothing of that to clean.");
    if (m_plan.shared == 0)
        return tr("Will free %1").arg(formatBytes(m_plan.bytes()));
    return tr("Will free %1 (selected %2, %3 shared with images you keep)")
        .arg(formatBytes(m_plan.bytes()), formatBytes(m_plan.bytes() + m_plan.shared),
             formatBytes(m_plan.shared));
}

QString CleaningPanel::notes() const
{
    QStringList lines;
    if (m_plan.missing > 0)
        lines.append(
            tr("That is %1 less than wanted; nothing else may go.").arg(formatBytes(m_plan.missing)));
    if (!m_plan.pinned.isEmpty())
        lines.append(tr("%n image(s) stay, because they are pinned.", nullptr, int(m_plan.pinned.size())));
    if (!m_plan.inUse.isEmpty())
        lines.append(tr("%n image(s) stay, because jobs need them.", nullptr, int(m_plan.inUse.size())));
    if (m_plan.keptForTransfers > 0)
        lines.append(
            tr("%n blob(s) stay, because a running transfer needs them.", nullptr, m_plan.keptForTransfers));
    if (!m_plan.images.isEmpty() && !isForGood())
        lines.append(tr("The images' space is given back when the trash is emptied: after 7 days, or at once "
                        "when space runs low."));
    else if (!m_plan.images.isEmpty() && m_list->isTicked(CleaningList::Free))
        lines.append(tr("To give space back at once, images are deleted for good."));
    return lines.join(u'\n');
}

QString CleaningPanel::deed() const
{
    const int images = int(m_plan.images.size());
    const int files = int(m_plan.files.size());
    const QString bytes = formatBytes(m_plan.bytes());
    if (images == 0)
        return files == 0 ? tr("Clean") : tr("Delete %n file(s) (%1)", nullptr, files).arg(bytes);
    return isForGood() ? tr("Delete %n image(s) (%1)", nullptr, images).arg(bytes)
                       : tr("Move %n image(s) to the trash", nullptr, images);
}

void CleaningPanel::showPlan()
{
    showQuestion(false);
    m_figures->setText(figures());
    const QString text = notes();
    m_notes->setText(text);
    m_notes->setVisible(!text.isEmpty());
    m_toTrash->setEnabled(!m_list->isTicked(CleaningList::Free));
    m_go->setText(deed());
    m_go->setEnabled(!m_cleaning.isWorking() && !(m_plan.images.isEmpty() && m_plan.files.isEmpty()));
}

// --- carrying it out

/// Only what cannot be undone is asked about; files that nothing needs are no loss.
void CleaningPanel::ask()
{
    if (m_plan.images.isEmpty() || !isForGood()) {
        begin();
        return;
    }
    m_question->setText(tr("Delete %n image(s) for good? This frees %1 and cannot be undone.", nullptr,
                           int(m_plan.images.size()))
                            .arg(formatBytes(m_plan.bytes())));
    m_yes->setText(deed());
    showQuestion(true);
    m_yes->setFocus();
}

void CleaningPanel::begin()
{
    showQuestion(false);
    showWork(true);
    m_cleaning.carryOut(m_request, m_plan,
                        isForGood() ? Cleaning::Manner::ForGood : Cleaning::Manner::ToTrash);
}

/// The answers stand where the deed stood.
void CleaningPanel::showQuestion(bool shown)
{
    m_question->setVisible(shown);
    m_yes->setVisible(shown);
    m_no->setVisible(shown);
    m_go->setVisible(!shown && m_progress->isHidden());
}

void CleaningPanel::showWork(bool working)
{
    m_list->setEnabled(!working);
    m_toTrash->setEnabled(!working && !m_list->isTicked(CleaningList::Free));
    m_progress->setRange(0, 0);
    m_progress->setVisible(working);
    m_progressText->setText(tr("Cleaning…"));
    m_progressText->setVisible(working);
    showQuestion(false);
}

void CleaningPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CleaningPanel::retranslate()
{
    m_preview->setAccessibleName(tr("What goes and what stays"));
    m_progress->setAccessibleName(tr("Progress of the cleaning"));
    m_toTrash->setText(tr("&Keep images in the cache's trash for 7 days"));
    m_no->setText(tr("Keep"));
    take(m_plan);
}

} // namespace dip::ui
