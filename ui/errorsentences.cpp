// About registries and the way to them.

#include "ui/errorsentences.h"

#include <QLocale>
#include <QRegularExpression>

#include "ui/look/format.h"

namespace dip::ui {

bool ErrorSentences::isUploadForgotten(const Error &error)
{
    return error.registryCode.startsWith(QLatin1String("BLOB_UPLOAD_"));
}

ErrorText ErrorSentences::account(const Error &error, const ErrorPlace &place)
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
            untrusted(error),
            tr("Look at the certificate and trust it, or choose the file of the authority that signed it."),
            {TrustCertificate, AddCaFile, Retry, EditRegistry, CopyReport}};
    case ErrorCode::TlsChanged:
        return {tr("%1 shows another certificate than the one that you trusted.").arg(error.where),
                tr("It may have been renewed, or somebody is in between. Compare the fingerprint with its "
                   "administrator before you trust the new one."),
                {TrustCertificate, Retry, EditRegistry, CopyReport}};
    default:
        return denied(error, place);
    }
}

QString ErrorSentences::untrusted(const Error &error)
{
    static const QRegularExpression named(
        QStringLiteral("; issuer: (.*); valid until: (\\d{4}-\\d{2}-\\d{2}).*; SHA-256:"));
    const auto match = named.match(error.detail);
    if (!match.hasMatch())
        return tr("The certificate of %1 is not trusted here.").arg(error.where);
    const QDate end = QDate::fromString(match.captured(2), Qt::ISODate);
    return tr("The certificate of %1 is not trusted here (issued by %2, valid until %3).")
        .arg(error.where, match.captured(1), QLocale().toString(end, QLocale::ShortFormat));
}

ErrorText ErrorSentences::denied(const Error &error, const ErrorPlace &place)
{
    using enum NextStep;
    const QList<NextStep> steps{SignIn, ChangeTarget, OpenRegistry, Retry, CopyReport};
    if (place.repository.isEmpty() || place.account.isEmpty())
        return {tr("Signed in, but this account may not do this: %1.").arg(error.where),
                tr("The account lacks the right to push or pull here, or the project does not exist."),
                steps};
    const QString what = place.isDeletion ? tr("Signed in, but %1 may not delete from %2.")
                         : place.isPush   ? tr("Signed in, but %1 may not push to %2, or it does not exist.")
                                        : tr("Signed in, but %1 may not pull from %2, or it does not exist.");
    return {what.arg(place.account, place.repository),
            tr("Use an account with that right, another project, or ask the administrator of %1.")
                .arg(error.where),
            steps};
}

ErrorText ErrorSentences::line(const Error &error)
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

ErrorText ErrorSentences::server(const Error &error, const ErrorPlace &place)
{
    using enum NextStep;
    const QList<NextStep> steps{Retry, CopyReport};
    if (isUploadForgotten(error))
        return forgotten(error);
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
        return storage(error);
    case ErrorCode::NotFound:
        return absent(error, place);
    case ErrorCode::Unsupported:
        return {
            tr("%1 does not allow deleting.").arg(error.where),
            tr("Its administrator can allow it (docker's registry: REGISTRY_STORAGE_DELETE_ENABLED=true), "
               "or delete on the registry's own page."),
            {OpenRegistry, Retry, CopyReport}};
    case ErrorCode::ProtocolViolation:
        return {tr("%1 answered in a way that no registry should.").arg(error.where),
                tr("A proxy may have answered in its place. The report holds the answer."), steps};
    default:
        return refusal(error);
    }
}

/// What a registry may say that has no code of ours.
ErrorText ErrorSentences::refusal(const Error &error)
{
    using enum NextStep;
    const QList<NextStep> steps{Retry, CopyReport};
    if (error.registryCode == u"MANIFEST_INVALID")
        return {tr("%1 does not accept the manifest of this image.").arg(error.where),
                tr("It may not know images of this kind: of several platforms, or in OCI format."),
                {ChangeTarget, Retry, CopyReport}};
    if (error.registryCode == u"DIGEST_INVALID")
        return {tr("%1 received other bytes than were sent.").arg(error.where),
                tr("Something in between changes uploads. Try again, or give the report to the administrator "
                   "of the network."),
                steps};
    if (error.httpStatus == 405 || error.registryCode == u"UNSUPPORTED")
        return {tr("%1 takes no pushes.").arg(error.where),
                tr("It may be a mirror, or set to read-only for maintenance."),
                {ChangeTarget, Retry, CopyReport}};
    return {tr("%1 reports an error (HTTP %2).").arg(error.where, QString::number(error.httpStatus)),
            tr("This is on the server's side. Try again later or give the report to its administrator."),
            steps};
}

ErrorText ErrorSentences::forgotten(const Error &error)
{
    using enum NextStep;
    return {tr("%1 forgot the partial upload several times.").arg(error.where),
            tr("The layer starts again from its beginning. Where several servers share one address, each of "
               "them must know the uploads of the others."),
            {Continue, RetrySlowly, CopyReport}};
}

ErrorText ErrorSentences::absent(const Error &error, const ErrorPlace &place)
{
    using enum NextStep;
    if (place.isPush && !place.repository.isEmpty())
        return {tr("%1 has no project for %2.").arg(error.where, place.repository),
                tr("Choose a project that exists, or have this one made."),
                {ChangeTarget, OpenRegistry, Retry, CopyReport}};
    return {tr("%1 has no such image.").arg(error.where),
            tr("Check the name of the repository and the tag."),
            {Retry, CopyReport}};
}

/// Harbor tells the amounts.
ErrorText ErrorSentences::storage(const Error &error)
{
    using enum NextStep;
    static const QRegularExpression quota(
        QStringLiteral("adding (.+?) of storage resource, which when updated to current usage of (.+?) will "
                       "exceed the configured upper limit of ([^,;)]+?)\\.?(?:[,;)]|$)"));
    const auto match = quota.match(error.detail);
    const QString sentence =
        match.hasMatch()
            ? tr("The project's quota in %1 is used up: %2 of %3 are taken, and %4 more are needed.")
                  .arg(error.where, match.captured(2), match.captured(3), match.captured(1))
            : tr("The storage of %1 is full or not working.").arg(error.where);
    return {sentence,
            tr("Ask its administrator, or choose another project."),
            {ChangeTarget, CopyForAdmin, Retry, CopyReport}};
}

ErrorText ErrorSentences::pause(qint64 done, qint64 total, qint64 seconds, const QString &why)
{
    const int whole = int(seconds);
    const QString sentence =
        done > 0 ? tr("Interrupted at %1 of %2; it goes on from there in %n s.", nullptr, whole)
                       .arg(formatBytes(done), formatBytes(total))
                 : tr("Interrupted; it is tried again in %n s.", nullptr, whole);
    return {sentence,
            why.isEmpty() ? QString() : tr("What was said: %1").arg(why),
            {NextStep::RetryNow, NextStep::RetrySlowly}};
}

QString ErrorSentences::forAdmin(const Error &error)
{
    if (error.code == ErrorCode::BodyTooLarge)
        return tr("Uploads to %1 are refused because a proxy before it limits their size (HTTP 413). Please "
                  "raise the limit, in nginx: client_max_body_size 0; and proxy_request_buffering off;")
            .arg(error.where);
    return tr("%1 cannot store what is pushed to it: its storage or the project's quota is full, or the "
              "storage behind it does not work. Please look at its free space, quota and log.")
        .arg(error.where);
}

} // namespace dip::ui
