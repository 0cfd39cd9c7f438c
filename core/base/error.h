#pragma once

#include <QString>

#include <optional>

namespace dip {

/// What went wrong, as far as a face must tell it apart. The sentence for a person is made by the face.
enum class ErrorCode {
    Cancelled,
    InvalidArgument, ///< an option, name, platform or address that cannot be meant
    NotFound,        ///< the registry has no such repository, manifest or blob
    NotInCache,      ///< the cache has no such image or blob
    FileMissing,     ///< a file or folder named by the user is not there or cannot be read
    AuthRequired,    ///< the registry wants credentials and none were given
    AuthFailed,      ///< the registry or its token server refused the credentials
    Denied,          ///< signed in, but not allowed to do this
    HostNotFound,
    ConnectionRefused, ///< nothing listens there, or no route leads there
    ConnectionLost,    ///< the line was cut in the middle
    Timeout,           ///< nothing moved for the idle time
    TlsUntrusted,      ///< the certificate is not trusted here
    TlsChanged,        ///< the certificate is not the one that was trusted for this registry
    TlsFailed,         ///< any other failure of TLS, for example an answer in plain HTTP
    ProxyFailed,
    RateLimited,       ///< 429
    BodyTooLarge,      ///< 413, or 416 meant so
    ServerFailed,      ///< other 4xx or 5xx that this version has no better word for
    ProtocolViolation, ///< the registry answered what the specification forbids
    RegistryStorage,   ///< the storage behind the registry is full or broken
    DigestMismatch,
    SizeMismatch,
    DiffIdMismatch, ///< a layer's unpacked content is not what the image's config promises
    ManifestInvalid,
    ManifestTooLarge,
    ArchiveTruncated,
    ArchiveNotImage,   ///< readable, but no image archive
    ArchiveUtf16,      ///< docker save redirected by PowerShell
    ArchiveUnsafe,     ///< names that climb out of the archive, or links that go in circles
    ArchiveIncomplete, ///< a blob or layer that the image names is not inside
    ArchiveDamaged,
    CacheDamaged,
    DiskFull,
    DiskFailed, ///< unwritable, read-only or failing local storage
    Unsupported,
    Internal,
};

/// A stable lower-case name for logs and JSON, for example "digest-mismatch".
QString errorCodeName(ErrorCode code);

/// Everything a face needs to explain a failure. Never holds a secret.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;                     ///< English, for the log; may quote the server, one line
    QString where;                      ///< the host, URL without query, path, reference or digest concerned
    int httpStatus = 0;                 ///< 0: no answer was involved
    QString registryCode;               ///< for example MANIFEST_UNKNOWN (OCI distribution-spec, Error Codes)
    std::optional<qint64> retryAfterMs; ///< Retry-After, where the server named one
};

} // namespace dip
