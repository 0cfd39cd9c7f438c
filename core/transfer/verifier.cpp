#include "core/transfer/verifier.h"

#include <algorithm>

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include "core/base/log.h"
#include "core/base/sha256.h"
#include "core/transfer/blobrestorer.h"
#include "core/transfer/team.h"

namespace dip {

using Kind = AuditFinding::Kind;
using Outcome = AuditFinding::Outcome;

namespace {

constexpr qint64 blockSize = 1 << 20;

/// The digest of a file; an Error where it cannot be read.
Result<Digest> digestOfFile(const QString &path, BlobProgress &line, const std::stop_token &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::DiskFailed, file.errorString(), path);
    QByteArray block(blockSize, Qt::Uninitialized);
    Sha256 hash;
    while (!stop.stop_requested()) {
        const qint64 count = file.read(block.data(), block.size());
        if (count < 0)
            return fail(ErrorCode::DiskFailed, file.errorString(), path);
        if (count == 0)
            return Digest::fromSum(hash.finish());
        hash.add(QByteArrayView(block).first(count));
        line.addDone(count);
    }
    return fail(ErrorCode::Cancelled, QStringLiteral("stopped while verifying"), path);
}

} // namespace

bool VerifyReport::isSound() const
{
    return std::ranges::none_of(findings, &AuditFinding::isHarm);
}

Result<void> Verifier::verify(const VerifyRequest &request, VerifyReport &report)
{
    QElapsedTimer clock;
    clock.start();
    auto audit = m_cache.audit(request.images);
    if (!audit)
        return failure(audit);
    m_audit = std::move(*audit);
    report.findings = m_audit.findings;
    report.images = int(m_audit.images.size());
    const int threads = request.threads > 0 ? request.threads : QThread::idealThreadCount();
    auto read = readBlobs(threads, report);
    if (read && request.repair)
        repair(request, report);
    std::ranges::stable_sort(report.findings, std::greater(), &AuditFinding::isHarm);
    report.elapsedMs = clock.elapsed();
    logEvent(logCache(), QStringLiteral("verified"),
             {QStringLiteral("verify"), {}, report.bytes, report.elapsedMs});
    return read;
}

Result<void> Verifier::readBlobs(int threads, VerifyReport &report)
{
    qint64 total = 0;
    for (const CacheAudit::Blob &blob : std::as_const(m_audit.blobs))
        total += blob.size;
    const auto line = m_progress.addStep(m_cache.folder(), total);
    line->setPhase(Phase::Verifying);
    // The largest first, so that no long one is left over for the end.
    std::ranges::sort(m_audit.blobs, std::greater(), &CacheAudit::Blob::size);
    std::atomic<qsizetype> next = 0;
    Team team(threads, m_stop);
    for (int i = 0; i < threads; ++i) {
        team.run([&]() -> Result<void> {
            for (qsizetype at = next++; at < m_audit.blobs.size() && !team.stop().stop_requested();
                 at = next++)
                check(m_audit.blobs[at], *line, team.stop(), report);
            return {};
        });
    }
    auto done = team.wait();
    line->setPhase(done ? Phase::Done : Phase::Failed);
    return done;
}

void Verifier::check(const CacheAudit::Blob &blob, BlobProgress &line, const std::stop_token &stop,
                     VerifyReport &report)
{
    const QString path = m_cache.blobPath(blob.digest);
    const auto digest = digestOfFile(path, line, stop);
    if (!digest && digest.error().code == ErrorCode::Cancelled)
        return;
    if (!digest && !QFileInfo::exists(path))
        return; // cleaned meanwhile
    const std::scoped_lock guard(m_mutex);
    ++report.blobs;
    report.bytes += blob.size;
    if (digest == blob.digest)
        return;
    QList<ImageName> images;
    for (const qsizetype image : blob.images)
        images.append(m_audit.images[image].name);
    const QString detail =
        digest ? QStringLiteral("its content has the digest ") + digest->toString() : digest.error().detail;
    report.findings.removeIf([&](const AuditFinding &other) { // it is more than surplus
        return other.kind == Kind::BlobSurplus && other.digest == blob.digest;
    });
    report.findings.append({Kind::BlobDamaged, QLatin1String("blobs/sha256/") + blob.digest.hex(),
                            blob.digest, blob.size, images, detail});
}

// --- repair

void Verifier::repair(const VerifyRequest &request, VerifyReport &report)
{
    dropDamaged(report);
    BlobRestorer restorer(m_cache, m_progress, m_stop, request.registryOf);
    restorer.restore(m_audit, report.findings);
    rebuildEntries(report);
}

void Verifier::dropDamaged(VerifyReport &report)
{
    for (AuditFinding &finding : report.findings) {
        if (finding.kind != Kind::BlobDamaged)
            continue;
        const auto known = std::ranges::find(m_audit.blobs, *finding.digest, &CacheAudit::Blob::digest);
        CacheAudit::Blob blob{*finding.digest};
        if (known != m_audit.blobs.end()) {
            blob = *known;
        } else { // of another size; it is dropped as it is
            const QFileInfo info(m_cache.blobPath(*finding.digest));
            blob.size = info.size();
            blob.changed = info.lastModified().toMSecsSinceEpoch();
        }
        if (auto dropped = m_cache.dropBlob(blob))
            finding.outcome = Outcome::Dropped;
        else
            finding.failure = dropped.error();
    }
}

/// After blobs and manifests are back, as far as they could be had.
void Verifier::rebuildEntries(VerifyReport &report)
{
    for (AuditFinding &finding : report.findings) {
        if (finding.kind != Kind::EntryDamaged || finding.images.isEmpty())
            continue;
        if (auto rebuilt = m_cache.rebuildEntry(finding.images.first()))
            finding.outcome = Outcome::Rebuilt;
        else
            finding.failure = rebuilt.error();
    }
}

} // namespace dip
