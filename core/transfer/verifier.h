#pragma once

#include "core/base/progress.h"
#include "core/cache/cache.h"

#include <functional>
#include <mutex>
#include <stop_token>

namespace dip {

class Registry;

/// What to verify, and whether to repair.
struct VerifyRequest
{
    QList<ImageName> images = {}; ///< empty: the whole cache
    bool repair = false;
    int threads = 0; ///< that read at once; 0: one for each processor
    /// How to reach the registry of a host that an image came from or went to; called from one thread.
    /// Without it, or where it fails, nothing is fetched from there.
    std::function<Result<std::shared_ptr<Registry>>(const QString &host)> registryOf = {};
};

/// What came of it. Also filled, as far as it came, where it was stopped.
struct VerifyReport
{
    QList<AuditFinding> findings; ///< what harms images first
    int images = 0;
    int blobs = 0;    ///< read
    qint64 bytes = 0; ///< read
    qint64 elapsedMs = 0;

    [[nodiscard]] bool isSound() const; ///< no image suffers from anything, now
};

/// Reads every blob again, by several threads, and compares with its name, the manifests and the index; on
/// demand repairs. A repair drops what is damaged, fetches it from the archive or a registry where the image
/// came from or went to, and makes entries of the index anew; it touches nothing that is whole.
///
///     Cache::audit ──▶ blobs to read ──▶ team: SHA-256 ──▶ findings ──▶ drop ─▶ BlobRestorer ─▶ entries
///
/// Blocking; for a worker thread. Progress is one step over all bytes, and a line for each blob that is
/// fetched. Errors: NotInCache, Cancelled, DiskFailed …; that something is damaged is no error, but a
/// finding.
class Verifier final
{
public:
    /// Both must outlive this.
    Verifier(Cache &cache, ProgressSink &progress, std::stop_token stop)
        : m_cache(cache), m_progress(progress), m_stop(std::move(stop))
    {}
    Q_DISABLE_COPY_MOVE(Verifier)

    [[nodiscard]] Result<void> verify(const VerifyRequest &request, VerifyReport &report);

private:
    [[nodiscard]] Result<void> readBlobs(int threads, VerifyReport &report);
    void check(const CacheAudit::Blob &blob, BlobProgress &line, const std::stop_token &stop,
               VerifyReport &report);
    void repair(const VerifyRequest &request, VerifyReport &report);
    void dropDamaged(VerifyReport &report);
    void rebuildEntries(VerifyReport &report);

    Cache &m_cache;
    ProgressSink &m_progress;
    std::stop_token m_stop;
    CacheAudit m_audit;
    std::mutex m_mutex; ///< over the report while a team works
};

} // namespace dip
