#include "ui/views/findingspanel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/jobs/cachejobs.h"
#include "ui/jobs/findingtext.h"
#include "ui/jobs/jobqueue.h"
#include "ui/look/icons.h"
#include "ui/look/mirror.h"
#include "ui/look/theme.h"
#include "ui/widgets/labels.h"

namespace dip::ui {

namespace {

constexpr int iconSize = 20;
constexpr qsizetype mostShown = 4;

} // namespace

FindingsPanel::FindingsPanel(JobQueue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_title(makeCaption(this))
    , m_list(new QLabel(this))
    , m_advice(makeHint(this))
    , m_repair(new QPushButton(this))
    , m_images(new QPushButton(this))
    , m_copy(new QPushButton(this))
{
    setObjectName(QStringLiteral("findings"));
    m_title->setObjectName(QStringLiteral("findingsTitle"));
    m_list->setObjectName(QStringLiteral("findingsList"));
    m_repair->setObjectName(QStringLiteral("repairButton"));
    build();
    connect(m_repair, &QPushButton::clicked, this, &FindingsPanel::repair);
    connect(m_images, &QPushButton::clicked, this,
            [this] { emit imagesRequested(sufferingImages(m_job->findings)); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(findingsReport(m_job->findings)); });
    hide();
}

void FindingsPanel::build()
{
    m_title->setWordWrap(true);
    m_list->setWordWrap(true);
    m_list->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_repair->setDefault(true);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_repair, m_images, m_copy})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(mirrored(*this, QMargins(18 + iconSize + 10, 12, 18, 14)));
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    layout->addWidget(m_advice);
    layout->addSpacing(4);
    layout->addLayout(buttons);
}

void FindingsPanel::show(const Job *job)
{
    if (!job || job->error || job->harms() == 0) {
        m_job.reset();
        hide();
        return;
    }
    const bool same = m_job && m_job->id == job->id && m_job->finished == job->finished;
    m_job = *job;
    if (!same)
        fill();
    setVisible(true);
}

void FindingsPanel::fill()
{
    const QList<AuditFinding> &findings = m_job->findings;
    m_title->setText(findingsTitle(findings));
    m_advice->setText(findingsAdvice(findings));
    QStringList lines;
    for (const AuditFinding &finding : findings) {
        if (finding.isHarm() && lines.size() < mostShown)
            lines.append(findingText(finding));
    }
    if (const int more = m_job->harms() - int(lines.size()); more > 0)
        lines.append(tr("and %n more; the report names all of them", nullptr, more));
    // A digest has no place to break where a narrow window needs one.
    m_list->setText(lines.join(u'\n').replace(QLatin1String("sha256/"), QStringLiteral("sha256/\u200B")));
    m_repair->setText(tr("Repair"));
    m_images->setText(tr("Show the images"));
    m_images->setVisible(!sufferingImages(findings).isEmpty());
    m_copy->setText(tr("Copy report"));
}

void FindingsPanel::repair()
{
    const auto *step = std::get_if<VerifyImages>(&m_job->request.steps.first());
    emit repairBegun(m_queue.add(verifyRequest(step ? step->images : QList<ImageName>(), true)));
}

void FindingsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_job)
        fill();
    QWidget::changeEvent(event);
}

void FindingsPanel::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.card);
    painter.fillRect(mirrored(*this, QRect(0, 0, 4, height())), colors.danger);
    painter.setPen(colors.line);
    painter.drawLine(rect().topLeft(), rect().topRight());
    icon(QLatin1StringView("error"), colors.danger)
        .paint(&painter, mirrored(*this, QRect(18, m_title->geometry().top(), iconSize, iconSize)));
}

} // namespace dip::ui
