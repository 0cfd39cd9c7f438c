#include "ui/views/attentionpanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/look/icons.h"
#include "ui/look/mirror.h"
#include "ui/look/theme.h"
#include "ui/views/jobsteps.h"
#include "ui/views/signinform.h"
#include "ui/widgets/certificatebox.h"
#include "ui/widgets/labels.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr int iconSize = 20;
constexpr quint16 httpsPort = 443;

} // namespace

AttentionPanel::AttentionPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_steps(new JobSteps(workspace, this))
    , m_title(makeCaption(this))
    , m_advice(makeHint(this))
    , m_detail(new QLabel(this))
    , m_signIn(new SignInForm(this))
    , m_buttons(new QHBoxLayout)
    , m_id(makeHint(this))
    , m_raw(new QPushButton(this))
    , m_trust(new QPushButton(this))
{
    build();
    connect(m_signIn, &SignInForm::given, this,
            [this](const QString &user, const QString &password, bool keep) {
                const Job job = *m_job;
                m_workspace.registries().setPassword(job.request.profile, user, password, keep);
                m_workspace.jobs().answer(job.request.profile);
                m_workspace.jobs().retry(job.id); // where it had failed, for example for want of a right
            });
    connect(m_steps, &JobSteps::signInRequested, this, &AttentionPanel::askForSignIn);
    connect(m_steps, &JobSteps::certificateRequested, this, &AttentionPanel::viewCertificate);
    connect(m_steps, &JobSteps::failed, this, &AttentionPanel::showDetail);
    connect(m_raw, &QPushButton::clicked, this, &AttentionPanel::showRaw);
    connect(m_trust, &QPushButton::clicked, this, &AttentionPanel::trustCertificate);
    connect(&m_fetcher, &CertificateFetcher::fetched, this, &AttentionPanel::showCertificate);
    connect(&m_fetcher, &CertificateFetcher::failed, this, [this](const QString &why) {
        showDetail(tr("The certificate could not be fetched: %1").arg(why));
    });
    hide();
}

void AttentionPanel::build()
{
    setObjectName(QStringLiteral("attention"));
    m_title->setObjectName(QStringLiteral("attentionTitle"));
    m_advice->setObjectName(QStringLiteral("attentionAdvice"));
    m_id->setObjectName(QStringLiteral("attentionId"));
    m_detail->setObjectName(QStringLiteral("attentionDetail"));
    m_title->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_trust->setObjectName(QStringLiteral("trustButton"));
    m_trust->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(mirrored(*this, QMargins(18 + iconSize + 10, 12, 18, 14)));
    layout->setSpacing(6);
    m_id->setWordWrap(false);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_raw->setObjectName(QStringLiteral("rawError"));
    m_raw->setFlat(true);
    m_raw->setCheckable(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_id);
    head->addWidget(m_raw);
    layout->addLayout(head);
    layout->addWidget(m_advice);
    layout->addWidget(m_detail);
    layout->addSpacing(4);
    layout->addWidget(m_signIn);
    layout->addWidget(m_trust, 0, Qt::AlignLeft);
    layout->addLayout(m_buttons);
}

void AttentionPanel::show(const Job *job)
{
    auto trouble = job ? troubleOf(*job) : std::nullopt;
    if (!trouble) {
        m_job.reset();
        const bool hadFocus = isAncestorOf(window()->focusWidget());
        hide();
        if (hadFocus)
            parentWidget()->setFocus(); // and not the next button there is
        return;
    }
    const bool same = m_trouble && m_job && m_job->id == job->id && m_job->state == job->state &&
                      m_trouble->isPause == trouble->isPause && m_trouble->report == trouble->report;
    m_job = *job;
    m_trouble = std::move(trouble);
    if (!same || !isVisible())
        fill();
    else if (m_trouble->isPause)
        m_title->setText(m_trouble->text.sentence); // a countdown goes on
    setVisible(true);
}

void AttentionPanel::fill()
{
    const ErrorText &text = m_trouble->text;
    const bool asksPassword = m_job->state == JobState::NeedsYou && text.steps.contains(NextStep::SignIn);
    m_title->setText(text.sentence);
    m_advice->setText(text.advice);
    m_advice->setVisible(!text.advice.isEmpty());
    m_id->setText(m_trouble->id);
    m_raw->setText(tr("Details"));
    m_raw->setToolTip(tr("Show what the server or the system said"));
    m_raw->setChecked(false);
    m_detail->hide();
    m_trust->hide();
    m_signIn->setVisible(asksPassword);
    const RegistryProfile *profile = m_workspace.registries().find(m_job->request.profile);
    if (asksPassword && profile)
        m_signIn->begin(profile->username, profile->keepPassword);
    QList<NextStep> steps = text.steps;
    if (asksPassword)
        steps.removeAll(NextStep::SignIn);
    addSteps(steps);
}

void AttentionPanel::addSteps(const QList<NextStep> &steps)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget()) {
            item->widget()->setObjectName({});
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const NextStep step : steps) {
        if (!m_steps->canDo(step, *m_job))
            continue;
        auto *button = new QPushButton(nextStepText(step), this);
        button->setObjectName(QStringLiteral("step-") + nextStepName(step));
        connect(button, &QPushButton::clicked, this, [this, step] { m_steps->act(step, Job(*m_job)); });
        m_buttons->addWidget(button);
        button->show(); // a layout shows it only later
    }
    m_buttons->addStretch();
}

void AttentionPanel::askForSignIn()
{
    m_signIn->setVisible(true);
    const RegistryProfile *profile = m_workspace.registries().find(m_job->request.profile);
    m_signIn->begin(profile ? profile->username : QString(), profile && profile->keepPassword);
    m_signIn->focusFirst();
}

void AttentionPanel::showRaw()
{
    m_detail->setText(m_trouble->report);
    m_detail->setVisible(m_raw->isChecked());
}

void AttentionPanel::showDetail(const QString &text)
{
    m_detail->setText(text);
    m_detail->show();
}

void AttentionPanel::viewCertificate()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_job->request.profile);
    const auto address = profile ? profile->parsedAddress() : fail(ErrorCode::InvalidArgument, {});
    if (address)
        m_fetcher.fetch(address->url().host(), quint16(address->url().port(httpsPort)));
}

void AttentionPanel::showCertificate(const QList<QSslCertificate> &chain)
{
    if (chain.isEmpty() || !m_job)
        return;
    const QSslCertificate &own = chain.first();
    m_seenFingerprint = CertificateBox::fingerprintOf(own);
    showDetail(CertificateBox::describe(own));
    m_trust->setText(tr("Trust this certificate and continue"));
    m_trust->show();
    m_trust->setFocus();
}

void AttentionPanel::trustCertificate()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_job->request.profile);
    if (!profile)
        return;
    m_workspace.registries().pin(profile->id, m_seenFingerprint);
    m_workspace.jobs().answer(m_job->request.profile);
}

void AttentionPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_job)
        fill();
    QWidget::changeEvent(event);
}

void AttentionPanel::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = themeColors(palette());
    const bool failed = m_job && m_job->state == JobState::Failed;
    const QColor color = failed ? colors.danger : colors.warning;
    QPainter painter(this);
    painter.fillRect(rect(), colors.card);
    painter.fillRect(mirrored(*this, QRect(0, 0, 4, height())), color);
    painter.setPen(colors.line);
    painter.drawLine(rect().topLeft(), rect().topRight());
    const bool waits = m_job && m_trouble->isPause;
    icon(failed  ? QLatin1StringView("error")
         : waits ? QLatin1StringView("clock")
                 : QLatin1StringView("question"),
         color)
        .paint(&painter, mirrored(*this, QRect(18, m_title->geometry().center().y() - iconSize / 2, iconSize,
                                               iconSize)));
}

} // namespace dip::ui
