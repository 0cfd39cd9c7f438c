#include "app/cli/exitcode.h"

namespace dip::cli {

ExitCode exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return ExitCode::Interrupted;
    case ErrorCode::InvalidArgument:
        return ExitCode::Usage;
    case ErrorCode::NotFound:
    case ErrorCode::NotInCache:
    case ErrorCode::FileMissing:
        return ExitCode::NotFound;
    case ErrorCode::AuthRequired:
    case ErrorCode::AuthFailed:
    case ErrorCode::Denied:
        return ExitCode::Access;
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionLost:
    case ErrorCode::Timeout:
    case ErrorCode::TlsUntrusted:
    case ErrorCode::TlsChanged:
    case ErrorCode::TlsFailed:
    case ErrorCode::ProxyFailed:
    case ErrorCode::RateLimited:
    case ErrorCode::BodyTooLarge:
    case ErrorCode::ServerFailed:
    case ErrorCode::ProtocolViolation:
        return ExitCode::Network;
    case ErrorCode::DigestMismatch:
    case ErrorCode::SizeMismatch:
    case ErrorCode::DiffIdMismatch:
    case ErrorCode::ManifestInvalid:
    case ErrorCode::ManifestTooLarge:
    case ErrorCode::ArchiveTruncated:
    case ErrorCode::ArchiveNotImage:
    case ErrorCode::ArchiveUtf16:
    case ErrorCode::ArchiveUnsafe:
    case ErrorCode::ArchiveIncomplete:
    case ErrorCode::ArchiveDamaged:
    case ErrorCode::CacheDamaged:
        return ExitCode::Integrity;
    case ErrorCode::RegistryStorage:
        return ExitCode::RegistryStorage;
    case ErrorCode::DiskFull:
    case ErrorCode::DiskFailed:
        return ExitCode::LocalDisk;
    case ErrorCode::Unsupported:
    case ErrorCode::Internal:
        return ExitCode::Other;
    }
    return ExitCode::Other;
}

} // namespace dip::cli
