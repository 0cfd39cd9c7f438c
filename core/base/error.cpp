#include "core/base/error.h"

namespace dip {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::InvalidArgument:
        return QStringLiteral("invalid-argument");
    case ErrorCode::NotFound:
        return QStringLiteral("not-found");
    case ErrorCode::NotInCache:
        return QStringLiteral("not-in-cache");
    case ErrorCode::FileMissing:
        return QStringLiteral("file-missing");
    case ErrorCode::AuthRequired:
        return QStringLiteral("auth-required");
    case ErrorCode::AuthFailed:
        return QStringLiteral("auth-failed");
    case ErrorCode::Denied:
        return QStringLiteral("denied");
    case ErrorCode::HostNotFound:
        return QStringLiteral("host-not-found");
    case ErrorCode::ConnectionRefused:
        return QStringLiteral("connection-refused");
    case ErrorCode::ConnectionLost:
        return QStringLiteral("connection-lost");
    case ErrorCode::Timeout:
        return QStringLiteral("timeout");
    case ErrorCode::TlsUntrusted:
        return QStringLiteral("tls-untrusted");
    case ErrorCode::TlsChanged:
        return QStringLiteral("tls-changed");
    case ErrorCode::TlsFailed:
        return QStringLiteral("tls-failed");
    case ErrorCode::ProxyFailed:
        return QStringLiteral("proxy-failed");
    case ErrorCode::RateLimited:
        return QStringLiteral("rate-limited");
    case ErrorCode::BodyTooLarge:
        return QStringLiteral("body-too-large");
    case ErrorCode::ServerFailed:
        return QStringLiteral("server-failed");
    case ErrorCode::ProtocolViolation:
        return QStringLiteral("protocol-violation");
    case ErrorCode::RegistryStorage:
        return QStringLiteral("registry-storage");
    case ErrorCode::DigestMismatch:
        return QStringLiteral("digest-mismatch");
    case ErrorCode::SizeMismatch:
        return QStringLiteral("size-mismatch");
    case ErrorCode::DiffIdMismatch:
        return QStringLiteral("diff-id-mismatch");
    case ErrorCode::ManifestInvalid:
        return QStringLiteral("manifest-invalid");
    case ErrorCode::ManifestTooLarge:
        return QStringLiteral("manifest-too-large");
    case ErrorCode::ArchiveTruncated:
        return QStringLiteral("archive-truncated");
    case ErrorCode::ArchiveNotImage:
        return QStringLiteral("archive-not-image");
    case ErrorCode::ArchiveUtf16:
        return QStringLiteral("archive-utf16");
    case ErrorCode::ArchiveUnsafe:
        return QStringLiteral("archive-unsafe");
    case ErrorCode::ArchiveIncomplete:
        return QStringLiteral("archive-incomplete");
    case ErrorCode::ArchiveDamaged:
        return QStringLiteral("archive-damaged");
    case ErrorCode::CacheDamaged:
        return QStringLiteral("cache-damaged");
    case ErrorCode::DiskFull:
        return QStringLiteral("disk-full");
    case ErrorCode::DiskFailed:
        return QStringLiteral("disk-failed");
    case ErrorCode::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorCode::Internal:
        return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

} // namespace dip
