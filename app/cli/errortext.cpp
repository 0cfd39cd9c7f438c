#include "app/cli/errortext.h"

#include <QCoreApplication>

namespace dip::cli {

namespace {

struct ErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(ErrorTexts)
};

QString registryFailure(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return ErrorTexts::tr("the registry does not have it");
    case ErrorCode::AuthRequired:
        return ErrorTexts::tr("the registry asks for a username and password");
    case ErrorCode::AuthFailed:
        return ErrorTexts::tr("the username or password was refused");
    case ErrorCode::Denied:
        return ErrorTexts::tr("this account is not allowed to do that, or the project does not exist");
    case ErrorCode::RateLimited:
        return ErrorTexts::tr("the registry takes no more requests for now");
    case ErrorCode::BodyTooLarge:
        return ErrorTexts::tr("the registry, or a proxy before it, takes no upload of this size");
    case ErrorCode::ServerFailed:
        return ErrorTexts::tr("the registry could not answer the request");
    case ErrorCode::ProtocolViolation:
        return ErrorTexts::tr("the answer is not what a registry may say");
    case ErrorCode::RegistryStorage:
        return ErrorTexts::tr("the storage behind the registry is full or broken");
    default:
        return {};
    }
}

QString networkFailure(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HostNotFound:
        return ErrorTexts::tr("no host of this name was found");
    case ErrorCode::ConnectionRefused:
        return ErrorTexts::tr("no connection could be made");
    case ErrorCode::ConnectionLost:
        return ErrorTexts::tr("the connection was lost");
    case ErrorCode::Timeout:
        return ErrorTexts::tr("no answer came in time");
    case ErrorCode::TlsUntrusted:
    case ErrorCode::TlsChanged:
        return ErrorTexts::tr("the certificate is not trusted here");
    case ErrorCode::TlsFailed:
        return ErrorTexts::tr("no encrypted connection (TLS) could be made");
    case ErrorCode::ProxyFailed:
        return ErrorTexts::tr("the proxy did not let the connection through");
    default:
        return {};
    }
}

QString contentFailure(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DigestMismatch:
        return ErrorTexts::tr("the content does not have the digest that it should have");
    case ErrorCode::SizeMismatch:
        return ErrorTexts::tr("the content does not have the size that it should have");
    case ErrorCode::DiffIdMismatch:
        return ErrorTexts::tr("an unpacked layer is not what the image's config promises");
    case ErrorCode::ManifestInvalid:
        return ErrorTexts::tr("the manifest is not valid");
    case ErrorCode::ManifestTooLarge:
        return ErrorTexts::tr("the manifest is larger than the 4 MiB that are allowed");
    case ErrorCode::ArchiveTruncated:
        return ErrorTexts::tr("the archive ends too early");
    case ErrorCode::ArchiveNotImage:
        return ErrorTexts::tr("this is not an image archive");
    case ErrorCode::ArchiveUtf16:
        return ErrorTexts::tr("the archive was turned into UTF-16 text");
    case ErrorCode::ArchiveUnsafe:
        return ErrorTexts::tr("the archive holds names or links that lead outside it or in circles");
    case ErrorCode::ArchiveIncomplete:
        return ErrorTexts::tr("the archive lacks a part of the image");
    case ErrorCode::ArchiveDamaged:
        return ErrorTexts::tr("the archive is damaged");
    case ErrorCode::CacheDamaged:
        return ErrorTexts::tr("the cache is damaged here");
    default:
        return {};
    }
}

QString localFailure(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return ErrorTexts::tr("interrupted");
    case ErrorCode::InvalidArgument:
        return ErrorTexts::tr("this value is not valid");
    case ErrorCode::NotInCache:
        return ErrorTexts::tr("the cache does not have it");
    case ErrorCode::FileMissing:
        return ErrorTexts::tr("the file is not there or cannot be read");
    case ErrorCode::DiskFull:
        return ErrorTexts::tr("the local disk is full");
    case ErrorCode::DiskFailed:
        return ErrorTexts::tr("the local disk cannot be written or read");
    case ErrorCode::Unsupported:
        return ErrorTexts::tr("this is not supported");
    default:
        return ErrorTexts::tr("something went wrong inside this program");
    }
}

QString whatFailed(ErrorCode code)
{
    for (const auto family : {registryFailure, networkFailure, contentFailure}) {
        if (const QString text = family(code); !text.isEmpty())
            return text;
    }
    return localFailure(code);
}

QString registryHint(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return ErrorTexts::tr(
            "Check repository and tag; `docker-image-pusher tags REPOSITORY` lists the tags.");
    case ErrorCode::AuthRequired:
        return ErrorTexts::tr("Give --username and --password-stdin, or sign in with docker login.");
    case ErrorCode::AuthFailed:
        return ErrorTexts::tr(
            "Check the account; some registries want an access token in place of the password.");
    case ErrorCode::Denied:
        return ErrorTexts::tr(
            "Check the project's name, and ask the registry's administrator for the right to it.");
    case ErrorCode::RateLimited:
        return ErrorTexts::tr("Wait a while, use a lower --max-concurrent, or sign in.");
    case ErrorCode::BodyTooLarge:
        return ErrorTexts::tr("Run the command again, it then sends smaller pieces; or ask the administrator "
                              "to raise the limit (nginx: client_max_body_size).");
    case ErrorCode::ServerFailed:
        return ErrorTexts::tr(
            "Try again later; if it stays, show these words to the registry's administrator.");
    case ErrorCode::ProtocolViolation:
        return ErrorTexts::tr(
            "Check that the address is that of a registry and not of its web page or of a login portal.");
    case ErrorCode::RegistryStorage:
        return ErrorTexts::tr("Ask the registry's administrator for free space or a larger quota; then run "
                              "the command again, what was sent is not sent again.");
    default:
        return {};
    }
}

QString networkHint(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HostNotFound:
        return ErrorTexts::tr("Check the spelling of --registry and this machine's name resolution (DNS).");
    case ErrorCode::ConnectionRefused:
        return ErrorTexts::tr("Check address and port, and whether a firewall or proxy is in between.");
    case ErrorCode::ConnectionLost:
        return ErrorTexts::tr("Run the command again: it continues where it stopped.");
    case ErrorCode::Timeout:
        return ErrorTexts::tr(
            "Run the command again: it continues where it stopped; --idle-timeout sets how long to wait.");
    case ErrorCode::TlsUntrusted:
    case ErrorCode::TlsChanged:
        return ErrorTexts::tr("Put the registry's CA certificate into /etc/docker/certs.d/HOST/ca.crt, or "
                              "use --skip-tls if you trust the network.");
    case ErrorCode::TlsFailed:
        return ErrorTexts::tr("If the registry speaks plain HTTP, write --registry http://HOST.");
    case ErrorCode::ProxyFailed:
        return ErrorTexts::tr("Check HTTPS_PROXY and NO_PROXY.");
    default:
        return {};
    }
}

QString contentHint(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DigestMismatch:
    case ErrorCode::SizeMismatch:
        return ErrorTexts::tr(
            "It was damaged on the way or on the disk: fetch it once more from its source.");
    case ErrorCode::DiffIdMismatch:
        return ErrorTexts::tr("The archive was altered or damaged: save the image once more.");
    case ErrorCode::ManifestInvalid:
    case ErrorCode::ManifestTooLarge:
        return ErrorTexts::tr("This may be no container image; build or save it once more.");
    case ErrorCode::ArchiveTruncated:
        return ErrorTexts::tr("Copy the file once more and compare the sizes.");
    case ErrorCode::ArchiveNotImage:
        return ErrorTexts::tr("Make it with `docker save -o FILE IMAGE`, or as an OCI archive.");
    case ErrorCode::ArchiveUtf16:
        return ErrorTexts::tr("PowerShell's > does that; use `docker save -o FILE IMAGE`.");
    case ErrorCode::ArchiveUnsafe:
        return ErrorTexts::tr("Do not use this file unless you know where it comes from.");
    case ErrorCode::ArchiveIncomplete:
        return ErrorTexts::tr("Save the image once more with all its layers.");
    case ErrorCode::ArchiveDamaged:
        return ErrorTexts::tr("Copy the file or save the image once more.");
    case ErrorCode::CacheDamaged:
        return ErrorTexts::tr("Pull or extract the image once more: that mends the cache.");
    default:
        return {};
    }
}

QString localHint(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return ErrorTexts::tr("Run the command again: it continues where it stopped.");
    case ErrorCode::InvalidArgument:
        return ErrorTexts::tr("See `docker-image-pusher help` for what is meant.");
    case ErrorCode::NotInCache:
        return ErrorTexts::tr("`docker-image-pusher list` shows what is there.");
    case ErrorCode::FileMissing:
        return ErrorTexts::tr("Check the path and the permissions.");
    case ErrorCode::DiskFull:
        return ErrorTexts::tr("Make room, run `docker-image-pusher clean`, or choose another --cache-dir.");
    case ErrorCode::DiskFailed:
        return ErrorTexts::tr("Check the permissions and the disk, or choose another --cache-dir.");
    case ErrorCode::Unsupported:
        return ErrorTexts::tr("Only current image formats with SHA-256 digests are supported; save the image "
                              "with a newer tool.");
    default:
        return ErrorTexts::tr("Run it again with -vv --log-file FILE and report the file.");
    }
}

QString nextStep(ErrorCode code)
{
    for (const auto family : {registryHint, networkHint, contentHint}) {
        if (const QString text = family(code); !text.isEmpty())
            return text;
    }
    return localHint(code);
}

/// Where the detail would only repeat our sentence.
bool saysItself(ErrorCode code)
{
    return code == ErrorCode::Cancelled || code == ErrorCode::NotInCache || code == ErrorCode::ArchiveUtf16;
}

/// The server's or the system's own words, which stay in their language; nothing is said twice.
QString quoted(const Error &error)
{
    const QString detail = saysItself(error.code) ? QString() : error.detail.simplified();
    QStringList words;
    if (error.httpStatus > 0 && !detail.contains(QString::number(error.httpStatus)))
        words.append(QStringLiteral("HTTP %1").arg(error.httpStatus));
    if (!error.registryCode.isEmpty() && !detail.contains(error.registryCode))
        words.append(error.registryCode);
    if (!detail.isEmpty())
        words.append(detail);
    return words.join(QLatin1String(", "));
}

} // namespace

ErrorText errorText(const Error &error)
{
    QString what = whatFailed(error.code);
    if (!error.where.isEmpty())
        what = ErrorTexts::tr("%1: %2", "place and what failed there").arg(error.where, what);
    if (const QString words = quoted(error); !words.isEmpty())
        what = ErrorTexts::tr("%1 (%2)", "what failed, and the server's words").arg(what, words);
    return {what, nextStep(error.code)};
}

} // namespace dip::cli
