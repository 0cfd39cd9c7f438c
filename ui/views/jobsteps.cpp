#include "ui/views/jobsteps.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

#include "core/base/files.h"
#include "core/base/log.h"
#include "ui/errortext.h"
#include "ui/jobs/cachejobs.h"
#include "ui/jobs/jobtrouble.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr qint64 largestCertificateFile = 4 * 1024 * 1024;
} // namespace

JobSteps::JobSteps(Workspace &workspace, QWidget *view) : QObject(view), m_workspace(workspace), m_view(view)
{}

bool JobSteps::canDo(NextStep step, const Job &job) const
{
    switch (step) {
    case NextStep::VerifyAll:
        return m_verify != nullptr;
    case NextStep::FetchAgain:
        return !imagesOfAll(job.request.steps).isEmpty();
    case NextStep::ChangeTarget:
        return job.request.kind == JobKind::Push;
    case NextStep::PushWithoutCache:
        return m_workspace.jobs().canPushWithoutCache(job.id);
    case NextStep::SignIn:
    case NextStep::TrustCertificate:
    case NextStep::AddCaFile:
    case NextStep::EditRegistry:
    case NextStep::OpenRegistry:
    case NextStep::RetrySmaller:
        return m_workspace.registries().find(job.request.profile) != nullptr;
    default:
        return true;
    }
}

void JobSteps::act(NextStep step, const Job &job)
{
    JobQueue &jobs = m_workspace.jobs();
    switch (step) {
    case NextStep::Retry:
    case NextStep::Continue:
        tryAgain(job);
        break;
    case NextStep::RetryNow:
        jobs.retryNow(job.id);
        break;
    case NextStep::RetrySmaller:
        useSmallerPieces(job);
        break;
    case NextStep::RetrySlowly:
        jobs.retrySlowly(job.id);
        break;
    case NextStep::Skip:
        jobs.skip(job.id);
        break;
    case NextStep::CopyForAdmin:
        QGuiApplication::clipboard()->setText(textForAdmin(*job.error, placeOf(job)));
        break;
    case NextStep::CopyReport:
        copyReport(job);
        break;
    default:
        actForRegistry(step, job);
    }
}

void JobSteps::actForRegistry(NextStep step, const Job &job)
{
    switch (step) {
    case NextStep::SignIn:
        emit signInRequested();
        break;
    case NextStep::TrustCertificate:
        emit certificateRequested();
        break;
    case NextStep::AddCaFile:
        chooseCaFile(job.request.profile);
        break;
    case NextStep::EditRegistry:
        emit editRegistryRequested(job.request.profile);
        break;
    case NextStep::OpenRegistry:
        openRegistryPage(job);
        break;
    case NextStep::ChangeTarget:
        emit anotherTargetRequested(job.id);
        break;
    default:
        actForCache(step, job);
    }
}

void JobSteps::actForCache(NextStep step, const Job &job)
{
    switch (step) {
    case NextStep::VerifyAll:
        m_verify->trigger();
        break;
    case NextStep::FetchAgain:
        m_workspace.jobs().add(verifyRequest(imagesOfAll(job.request.steps), true));
        break;
    case NextStep::CleanCache:
        emit cleanRequested();
        break;
    case NextStep::ChooseCache:
        emit folderRequested();
        break;
    case NextStep::PushWithoutCache:
        m_workspace.jobs().pushWithoutCache(job.id);
        break;
    case NextStep::ShowFile:
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(job.error->where).path()));
        break;
    default:
        break;
    }
}

void JobSteps::tryAgain(const Job &job)
{
    if (isFinished(job.state))
        m_workspace.jobs().retry(job.id);
    else
        m_workspace.jobs().resume(job.id);
}

void JobSteps::useSmallerPieces(const Job &job)
{
    if (const auto registry = m_workspace.registries().registryFor(job.request.profile)) {
        const qint64 bytes = (*registry)->useSmallerPieces();
        qCInfo(logRegistry) << "blobs for" << (*registry)->host() << "go up in pieces of" << bytes << "bytes";
    }
    tryAgain(job);
}

void JobSteps::openRegistryPage(const Job &job)
{
    const RegistryProfile *profile = m_workspace.registries().find(job.request.profile);
    const auto address = profile ? profile->parsedAddress() : fail(ErrorCode::InvalidArgument, {});
    if (address)
        QDesktopServices::openUrl(address->url());
}

void JobSteps::chooseCaFile(const QString &profile)
{
    auto *dialog = new QFileDialog(m_view, tr("Certificate of the authority"), {},
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, profile](const QString &file) { trustFile(profile, file); });
    dialog->open();
}

void JobSteps::trustFile(const QString &profile, const QString &file)
{
    const RegistryProfile *known = m_workspace.registries().find(profile);
    if (!known)
        return;
    const auto pem = files::readAll(file, largestCertificateFile);
    const auto trusted =
        pem ? m_workspace.registries().trust(*known, *pem) : Result<void>(std::unexpected(pem.error()));
    if (trusted)
        m_workspace.jobs().answer(profile);
    else
        emit failed(explain(trusted.error()).sentence);
}

void JobSteps::copyReport(const Job &job)
{
    if (const auto trouble = troubleOf(job))
        QGuiApplication::clipboard()->setText(trouble->report);
}

} // namespace dip::ui
