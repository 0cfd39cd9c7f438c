#include "ui/views/attentionpanel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QUrl>

#include "ui/look/icons.h"
#include "ui/look/theme.h"
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
    , m_title(makeCaption(this))
    , m_advice(makeHint(this))
    , m_detail(new QLabel(this))
    , m_signIn(new SignInForm(this))
    , m_buttons(new QHBoxLayout)
    , m_id(makeHint(this))
    , m_raw(new QPushButton(this))
    , m_trust(new QPushButton(this))
{
    setObjectName(QStringLiteral("attention"));
    m_title->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_trust->setObjectName(QStringLiteral("trustButton"));
    m_trust->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18 + iconSize + 10, 12, 18, 14);
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
    connect(m_signIn, &SignInForm::given, this,
            [this](const QString &user, const QString &password, bool keep) {
                const QString profile = m_job->request.profile;
                m_workspace.registries().setPassword(profile, user, password, keep);
                m_workspace.jobs().answer(profile);
            });
    connect(m_raw, &QPushButton::clicked, this, &AttentionPanel::showRaw);
    connect(m_trust, &QPushButton::clicked, this, &AttentionPanel::trustCertificate);
    connect(&m_fetcher, &CertificateFetcher::fetched, this, &AttentionPanel::showCertificate);
    connect(&m_fetcher, &CertificateFetcher::failed, this, [this](const QString &why) {
        m_detail->setText(tr("The certificate could not be fetched: %1").arg(why));
        m_detail->show();
    });
    hide();
}

void AttentionPanel::show(const Job *job)
{
    if (!job || !job->error) {
        m_job.reset();
        hide();
        return;
    }
    const bool same = m_job && m_job->id == job->id && m_job->state == job->state && m_job->error &&
                      m_job->error->detail == job->error->detail;
    m_job = *job;
    if (!same || !isVisible())
        fill();
    setVisible(true);
}

void AttentionPanel::fill()
{
    const ErrorText text = explain(*m_job->error);
    const bool waits = m_job->state == JobState::NeedsYou;
    const bool asksPassword = waits && text.steps.contains(NextStep::SignIn);
    m_title->setText(text.sentence);
    m_advice->setText(text.advice);
    m_advice->setVisible(!text.advice.isEmpty());
    m_id->setText(errorId(*m_job->error));
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
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const NextStep step : steps) {
        auto *button = new QPushButton(nextStepText(step), this);
        connect(button, &QPushButton::clicked, this, [this, step] { act(step); });
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch();
}

void AttentionPanel::act(NextStep step)
{
    switch (step) {
    case NextStep::EditRegistry:
        emit editRegistryRequested(m_job->request.profile);
        break;
    case NextStep::ChangeTarget:
        emit anotherTargetRequested(m_job->id);
        break;
    case NextStep::CleanCache:
        emit cleanRequested();
        break;
    case NextStep::ChooseCache:
        emit folderRequested();
        break;
    default:
        actHere(step);
    }
}

/// Those for which nobody else is needed.
void AttentionPanel::actHere(NextStep step)
{
    switch (step) {
    case NextStep::Retry:
    case NextStep::RetrySmaller: // the registry's limit has been learnt
        tryAgain();
        break;
    case NextStep::RetrySlowly:
        m_workspace.jobs().retrySlowly(m_job->id);
        break;
    case NextStep::SignIn:
        askForSignIn();
        break;
    case NextStep::TrustCertificate:
        viewCertificate();
        break;
    case NextStep::OpenRegistry:
        openRegistryPage();
        break;
    case NextStep::CopyForAdmin:
        QGuiApplication::clipboard()->setText(textForAdmin(*m_job->error));
        break;
    case NextStep::ShowFile:
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_job->error->where).path()));
        break;
    case NextStep::CopyReport:
        QGuiApplication::clipboard()->setText(errorReport(*m_job->error));
        break;
    default:
        break;
    }
}

void AttentionPanel::tryAgain()
{
    if (isFinished(m_job->state))
        m_workspace.jobs().retry(m_job->id);
    else
        m_workspace.jobs().resume(m_job->id);
}

void AttentionPanel::askForSignIn()
{
    m_signIn->setVisible(true);
    const RegistryProfile *profile = m_workspace.registries().find(m_job->request.profile);
    m_signIn->begin(profile ? profile->username : QString(), profile && profile->keepPassword);
    m_signIn->focusFirst();
}

void AttentionPanel::openRegistryPage()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_job->request.profile);
    const auto address = profile ? profile->parsedAddress() : fail(ErrorCode::InvalidArgument, {});
    if (address)
        QDesktopServices::openUrl(address->url());
}

void AttentionPanel::showRaw()
{
    m_detail->setText(errorReport(*m_job->error));
    m_detail->setVisible(m_raw->isChecked());
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
    m_detail->setText(CertificateBox::describe(own));
    m_detail->show();
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
    painter.fillRect(QRect(0, 0, 4, height()), color);
    painter.setPen(colors.line);
    painter.drawLine(rect().topLeft(), rect().topRight());
    icon(failed ? QLatin1StringView("error") : QLatin1StringView("question"), color)
        .paint(&painter, QRect(18, m_title->geometry().center().y() - iconSize / 2, iconSize, iconSize));
}

} // namespace dip::ui
