#include "ui/errortext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "ui/log/logstore.h"

namespace dip::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Errors)

public:
    static ErrorText account(const Error &error);
    static ErrorText line(const Error &error);
    static ErrorText server(const Error &error);
    static ErrorText content(const Error &error);
    static ErrorText archive(const Error &error);
    static ErrorText disk(const Error &error);
    static QString step(NextStep step);
    static QString forAdmin(const Error &error);
};

ErrorText Texts::account(const Error &error)
{
    using enum NextStep;
    switch (error.code) {
    case ErrorCode::AuthRequired:
        return {tr("%1 asks who you are.").arg(error.where),
                tr("Sign in with an account that may use this project."),
                {SignIn, EditRegistry, CopyReport}};
    case ErrorCode::AuthFailed:
        return {tr("%1 does not accept this user name or password.").arg(error.where),
                tr("The password may have changed, or a robot account may have expired."),
                {SignIn, EditRegistry, CopyReport}};
    case ErrorCode::TlsUntrusted:
        return {
            tr("The certificate of %1 is not trusted here.").arg(error.where),
            tr("Look at the certificate and trust it, or choose the file of the authority that signed it."),
            {TrustCertificate, EditRegistry, CopyReport}};
    case ErrorCode::TlsChanged:
        return {tr("%1 shows another certificate than the one that you trusted.").arg(error.where),
                tr("It may have been renewed, or somebody is in between. Compare the fingerprint with its "
                   "administrator before you trust the new one."),
                {TrustCertificate, EditRegistry, CopyReport}};
    default:
        return {tr("Signed in, but this account may not do this: %1.").arg(error.where),
                tr("The account lacks the right to push or pull here, or the project does not exist."),
                {SignIn, ChangeTarget, OpenRegistry, Retry, CopyReport}};
    }
}

ErrorText Texts::line(const Error &error)
{
    using enum NextStep;
    const QList<NextStep> steps{Retry, EditRegistry, CopyReport};
    const QList<NextStep> slower{Retry, RetrySlowly, CopyReport};
    switch (error.code) {
    case ErrorCode::HostNotFound:
        return {tr("There is no host named %1.").arg(error.where),
                tr("Check the address for a typing error, and that this network can resolve the name."),
                steps};
    case ErrorCode::ConnectionRefused:
        return {tr("Nothing answers at %1.").arg(error.where),
                tr("Check the port, and that the registry is running and no firewall is in between."), steps};
    case ErrorCode::ConnectionLost:
        return {tr("The connection to %1 was lost several times.").arg(error.where),
                tr("What has arrived is kept. Trying again continues from there."), slower};
    case ErrorCode::Timeout:
        return {tr("%1 has stopped answering.").arg(error.where),
                tr("What has arrived is kept. Trying again continues from there."), slower};
    case ErrorCode::ProxyFailed:
        return {tr("The proxy does not let us through to %1.").arg(error.where),
                tr("Check HTTPS_PROXY and NO_PROXY in the environment of this program."), steps};
    default:
        return {tr("No secure connection to %1 could be made.").arg(error.where),
                tr("The server may speak plain HTTP on this port. Choose that for the registry if you know "
                   "it does."),
                {EditRegistry, Retry, CopyReport}};
    }
}

ErrorText Texts::server(const Error &error)
{
    using enum NextStep;
    const QList<NextStep> steps{Retry, CopyReport};
    switch (error.code) {
    case ErrorCode::RateLimited:
        return {tr("%1 asks for fewer requests.").arg(error.where),
                tr("Wait some minutes, then try again. Fewer layers at once help, too."),
                {Retry, RetrySlowly, CopyReport}};
    case ErrorCode::BodyTooLarge:
        return {tr("A proxy before %1 refuses uploads of this size.").arg(error.where),
                tr("Smaller pieces may pass. Or ask its administrator to raise the limit (nginx: "
                   "client_max_body_size 0)."),
                {RetrySmaller, CopyForAdmin, CopyReport}};
    case ErrorCode::RegistryStorage:
        return {tr("The storage of %1 is full or not working.").arg(error.where),
                tr("Ask its administrator, or choose another project."),
                {ChangeTarget, CopyForAdmin, Retry, CopyReport}};
    case ErrorCode::NotFound:
        return {tr("%1 has no such image.").arg(error.where),
                tr("Check the name of the repository and the tag."), steps};
    case ErrorCode::ProtocolViolation:
        return {tr("%1 answered in a way that no registry should.").arg(error.where),
                tr("A proxy may have answered in its place. The report holds the answer."), steps};
    default:
        return {tr("%1 reports an error (HTTP %2).").arg(error.where, QString::number(error.httpStatus)),
                tr("This is on the server's side. Try again later or give the report to its administrator."),
                steps};
    }
}

ErrorText Texts::content(const Error &error)
{
    using enum NextStep;
    const QList<NextStep> steps{Retry, CopyReport};
    switch (error.code) {
    case ErrorCode::DigestMismatch:
    case ErrorCode::SizeMismatch:
    case ErrorCode::DiffIdMismatch:
        return {tr("The data is not what its digest promises: %1.").arg(error.where),
                tr("It was damaged on the way or on disk. Import or pull the image again."), steps};
    case ErrorCode::ManifestInvalid:
    case ErrorCode::ManifestTooLarge:
        return {tr("The manifest of this image cannot be understood: %1.").arg(error.where),
                tr("It may have been made by a faulty tool. The report names what is wrong."), steps};
    case ErrorCode::NotInCache:
        return {tr("The cache no longer has %1.").arg(error.where), tr("Import or pull the image again."),
                steps};
    case ErrorCode::CacheDamaged:
        return {tr("The copy in the cache is damaged: %1.").arg(error.where),
                tr("Delete the image from the cache, then import or pull it again."), steps};
    case ErrorCode::InvalidArgument:
        return {
            tr("This cannot be done as asked: %1.").arg(error.where.isEmpty() ? error.detail : error.where),
            error.where.isEmpty() ? QString() : error.detail, steps};
    case ErrorCode::Unsupported:
        return {tr("This kind of image is not supported: %1.").arg(error.where), error.detail, steps};
    default:
        return {tr("Something went wrong inside the program."),
                tr("Trying again may help. The report helps us to mend it."), steps};
    }
}

ErrorText Texts::archive(const Error &error)
{
    using enum NextStep;
    const QString file = QFileInfo(error.where).fileName();
    const QList<NextStep> steps{Retry, ShowFile, CopyReport};
    switch (error.code) {
    case ErrorCode::ArchiveTruncated:
        return {tr("%1 ends too early.").arg(file), tr("The file was not copied completely. Copy it again."),
                steps};
    case ErrorCode::ArchiveUtf16:
        return {tr("%1 was turned into text by PowerShell.").arg(file),
                tr("Save it again with docker save -o FILE instead of docker save > FILE."), steps};
    case ErrorCode::ArchiveNotImage:
        return {tr("%1 is no image archive.").arg(file),
                tr("Archives made by docker save, podman save or skopeo, and OCI layouts can be imported."),
                steps};
    case ErrorCode::ArchiveUnsafe:
        return {tr("%1 holds file names that point outside of it, so it is not opened.").arg(file),
                tr("Ask where the file comes from."), steps};
    case ErrorCode::ArchiveIncomplete:
        return {tr("%1 lacks a part of an image.").arg(file), tr("Save the image again."), steps};
    case ErrorCode::FileMissing:
        return {tr("%1 is not there or cannot be read.").arg(file),
                tr("Was it moved, or is a drive or share not connected?"), steps};
    default:
        return {tr("%1 is damaged.").arg(file), tr("Copy or save it again."), steps};
    }
}

ErrorText Texts::disk(const Error &error)
{
    using enum NextStep;
    if (error.code == ErrorCode::DiskFull)
        return {tr("The disk of the cache is full."),
                tr("Delete images that are no longer needed, or choose a folder on another disk."),
                {CleanCache, ChooseCache, Retry, CopyReport}};
    return {tr("The disk could not be written or read: %1.").arg(error.where),
            tr("Check that the folder is writable and the drive is healthy."),
            {ChooseCache, Retry, CopyReport}};
}

QString Texts::step(NextStep step)
{
    switch (step) {
    case NextStep::Retry:
        return tr("Try again");
    case NextStep::RetrySmaller:
        return tr("Use smaller pieces and try again");
    case NextStep::RetrySlowly:
        return tr("One layer at a time");
    case NextStep::OpenRegistry:
        return tr("Open registry page");
    case NextStep::ChangeTarget:
        return tr("Choose another target…");
    case NextStep::CleanCache:
        return tr("Clean the cache…");
    case NextStep::CopyForAdmin:
        return tr("Copy text for the administrator");
    case NextStep::SignIn:
        return tr("Sign in");
    case NextStep::TrustCertificate:
        return tr("View certificate…");
    case NextStep::EditRegistry:
        return tr("Edit registry…");
    case NextStep::ChooseCache:
        return tr("Choose cache folder…");
    case NextStep::ShowFile:
        return tr("Show file");
    case NextStep::CopyReport:
        return tr("Copy report");
    }
    return {};
}

QString Texts::forAdmin(const Error &error)
{
    if (error.code == ErrorCode::BodyTooLarge)
        return tr("Uploads to %1 are refused because a proxy before it limits their size (HTTP 413). Please "
                  "raise the limit, in nginx: client_max_body_size 0; and proxy_request_buffering off;")
            .arg(error.where);
    return tr("%1 cannot store what is pushed to it: its storage or the project's quota is full, or the "
              "storage behind it does not work. Please look at its free space, quota and log.")
        .arg(error.where);
}

} // namespace

ErrorText explain(const Error &error)
{
    using enum ErrorCode;
    switch (error.code) {
    case AuthRequired:
    case AuthFailed:
    case Denied:
    case TlsUntrusted:
    case TlsChanged:
        return Texts::account(error);
    case HostNotFound:
    case ConnectionRefused:
    case ConnectionLost:
    case Timeout:
    case ProxyFailed:
    case TlsFailed:
        return Texts::line(error);
    case RateLimited:
    case BodyTooLarge:
    case RegistryStorage:
    case NotFound:
    case ProtocolViolation:
    case ServerFailed:
        return Texts::server(error);
    case ArchiveTruncated:
    case ArchiveNotImage:
    case ArchiveUtf16:
    case ArchiveUnsafe:
    case ArchiveIncomplete:
    case ArchiveDamaged:
    case FileMissing:
        return Texts::archive(error);
    case DiskFull:
    case DiskFailed:
        return Texts::disk(error);
    default:
        return Texts::content(error);
    }
}

QString nextStepText(NextStep step)
{
    return Texts::step(step);
}

QString errorReport(const Error &error)
{
    QStringList lines{QStringLiteral("docker-image-pusher %1").arg(QLatin1String(PROJECT_VERSION)),
                      QStringLiteral("error: %1").arg(errorId(error)),
                      QStringLiteral("where: %1").arg(error.where),
                      QStringLiteral("detail: %1").arg(error.detail)};
    if (error.httpStatus != 0)
        lines.append(QStringLiteral("http status: %1").arg(error.httpStatus));
    if (!error.registryCode.isEmpty())
        lines.append(QStringLiteral("registry code: %1").arg(error.registryCode));
    return withoutSecrets(lines.join(u'\n'));
}

QString errorId(const Error &error)
{
    const QString name = errorCodeName(error.code).toUpper();
    return error.httpStatus != 0 ? QStringLiteral("E%1-%2").arg(QString::number(error.httpStatus), name)
                                 : QStringLiteral("E-") + name;
}

QString textForAdmin(const Error &error)
{
    return Texts::forAdmin(error) + QStringLiteral("\n\n") + errorReport(error);
}

} // namespace dip::ui
