#pragma once

#include "core/base/retry.h"
#include "core/image/reference.h"
#include "core/registry/credentials.h"
#include "core/registry/registryaddress.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>
#include <QStringList>

#include <memory>

namespace dip {

class RateLimiter;

/// How to reach one registry. Handed in by value.
struct RegistrySettings
{
    RegistryAddress address;
    Credentials credentials{};                 ///< empty: anonymous
    bool skipTls = false;                      ///< take any certificate, and fall back to plain HTTP
    std::optional<Digest> pinnedCertificate{}; ///< SHA-256 of the registry's certificate (DER): exactly this
                                               ///< one is taken, whoever signed it, and no other
    QStringList certificateFolders{};          ///< docker's certs.d folders; HOST[:PORT]/*.crt, *.cert, *.key
    QProcessEnvironment environment{};         ///< for HTTP_PROXY, HTTPS_PROXY, NO_PROXY
    std::chrono::milliseconds idleTimeout{60'000};    ///< nothing moves for so long: Timeout
    std::chrono::milliseconds commitTimeout{600'000}; ///< the same, for the answer that ends an upload
    RetryPolicy retry{};
    qint64 uploadChunk = 64 * 1024 * 1024;  ///< bytes; larger blobs go up in pieces of this size
    QString memoryFile{};                   ///< where what was learnt of registries is kept; empty: nowhere
    QString journalFolder{};                ///< where unfinished uploads are noted; empty: nowhere
    std::shared_ptr<RateLimiter> limiter{}; ///< of all of a process's registries together; may be empty
};

/// docker's certs.d folders of this system and user.
[[nodiscard]] QStringList defaultCertificateFolders(const QProcessEnvironment &environment);

/// What all threads that talk to one registry share: settings, tokens, what was learnt of it, the rate limit.
/// Thread-safe. Make RegistryClients from it, one for each thread.
class Registry final
{
public:
    explicit Registry(RegistrySettings settings);
    ~Registry();
    Q_DISABLE_COPY_MOVE(Registry)

    [[nodiscard]] const RegistrySettings &settings() const;
    [[nodiscard]] QString host() const { return settings().address.hostAndPort(); }

    /// Bytes a second for uploads and downloads of all clients together; 0: no limit but that of
    /// settings().limiter. Takes effect at once.
    void setRateLimit(qint64 bytesPerSecond);
    /// The same registry as one job sees it: all is shared with this one, but a rate limit set to it is for
    /// its own clients, within that of this one.
    [[nodiscard]] std::shared_ptr<Registry> forOneJob() const;
    [[nodiscard]] RateLimiter &limiter() const { return *m_limiter; } ///< what its clients move is taken here

    /// For a proxy that refuses what seems small enough: blobs go up in pieces of a quarter of the smallest
    /// that has been tried so far, and on their own in still smaller ones. Kept as all that is learnt of the
    /// registry; returns the bytes of a piece.
    qint64 useSmallerPieces();

    struct Shared;
    [[nodiscard]] Shared &shared() const { return *m_shared; } ///< for RegistryClient

private:
    Registry(std::shared_ptr<Shared> shared, std::shared_ptr<RateLimiter> limiter);

    const std::shared_ptr<Shared> m_shared;
    const std::shared_ptr<RateLimiter> m_limiter;
};

} // namespace dip
