#include "core/transfer/blobsender.h"

#include <QFile>

#include "core/base/log.h"
#include "core/cache/cache.h"

namespace dip {

namespace {

constexpr qsizetype mostMountCandidates = 3;

/// Of larger blobs a round trip is not felt, and a session should not have to wait for long.
constexpr qint64 largestToOpenAhead = 16 * 1024 * 1024;

/// A blob that fits into the first packets of a line costs it no more than a question does: it need not wait
/// for its turn behind large ones. Most configs are such.
constexpr qint64 largestToSendAside = 16 * 1024;

int carriersFor(const PushTarget &target)
{
    return std::max(1, target.maxConcurrent);
}

/// Enough to keep the carriers busy with small blobs: for each of them there are two requests before the one
/// that brings its bytes. By TLS each line costs a handshake and some 4 MB, so there are fewer.
int scoutsFor(const PushTarget &target, const Registry &registry)
{
    const bool isTls = registry.settings().address.url().scheme() == u"https";
    return isTls ? std::clamp(carriersFor(target) / 2, 1, 4) : std::clamp(3 * carriersFor(target), 4, 24);
}

} // namespace

BlobSender::BlobSender(const Cache &cache, std::shared_ptr<Registry> registry, const PushTarget &target,
                       ProgressSink &progress, Account &account, const std::stop_token &stop)
    : m_cache(cache)
    , m_registry(std::move(registry))
    , m_target(target)
    , m_progress(progress)
    , m_account(account)
    , m_team(carriersFor(target) + scoutsFor(target, *m_registry), stop)
{
    for (int i = 0; i < carriersFor(target); ++i)
        m_team.run([this] { return carry(); });
    for (int i = 0; i < scoutsFor(target, *m_registry); ++i)
        m_team.run([this] { return scout(); });
}

void BlobSender::offer(const RepositoryName &repository, const Descriptor &blob,
                       std::shared_ptr<const KeptRegion> source)
{
    const QMutexLocker lock(&m_mutex);
    QSet<QString> &repositories = m_offered[blob.digest];
    if (repositories.contains(repository.toString()))
        return;
    repositories.insert(repository.toString());
    if (source)
        m_sources.insert(blob.digest, source);
    ++m_unfinished;
    if (m_sending.contains(blob.digest))
        m_waiting[blob.digest].append(repository);
    else
        begin(repository, blob, knownHolders(blob.digest, repository), std::move(source));
}

void BlobSender::begin(const RepositoryName &repository, const Descriptor &blob,
                       QList<RepositoryName> mountCandidates, std::shared_ptr<const KeptRegion> source)
{
    m_sending.insert(blob.digest, repository);
    m_offers.add(std::make_shared<const Job>(Job{repository, blob,
                                                 m_progress.addBlob(blob.digest.toString(), blob.size),
                                                 std::move(mountCandidates), std::move(source)}));
}

Result<void> BlobSender::finish()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_closing = true;
        if (m_unfinished == 0)
            closeQueues();
    }
    return m_team.wait();
}

Result<void> BlobSender::scout()
{
    std::unique_ptr<RegistryClient> client;
    while (const auto job = m_offers.next(m_team.stop())) {
        if (!client)
            client = std::make_unique<RegistryClient>(m_registry, m_progress, m_team.stop());
        if (auto explored = explore(*client, *job); !explored) {
            (*job)->line->setPhase(Phase::Failed);
            return explored;
        }
    }
    return {};
}

Result<void> BlobSender::explore(RegistryClient &client, const std::shared_ptr<const Job> &job)
{
    if (m_target.dryRun) {
        if (auto asked = ask(client, *job); !asked)
            return asked;
        finished(*job);
        return {};
    }
    const BlobUpload upload = uploadOf(*job, !m_target.forceUpload);
    // "One at a time" is meant so, for the sake of a weak line or registry.
    const bool goesAside = job->blob.size <= largestToSendAside && carriersFor(m_target) > 1;
    const bool isReserved = !goesAside && reserveSession(*job);
    const auto start = client.prepareUpload(upload, isReserved, *job->line);
    if (isReserved && !(start && start->opening))
        --m_openSessions;
    if (!start)
        return std::unexpected(start.error());
    if (!start->outcome && !goesAside) {
        m_scouted.add({job, *start, isReserved && start->opening});
        return {};
    }
    if (auto sent = send(client, *job, upload, &*start); !sent)
        return sent;
    finished(*job);
    return {};
}

/// Whether this scout may open a session for the job: not for so many that some would grow old.
bool BlobSender::reserveSession(const Job &job)
{
    if (job.blob.size > largestToOpenAhead)
        return false;
    if (++m_openSessions <= 4 * carriersFor(m_target))
        return true;
    --m_openSessions;
    return false;
}

Result<void> BlobSender::carry()
{
    std::unique_ptr<RegistryClient> client;
    while (const auto scouted = m_scouted.next(m_team.stop())) {
        if (!client)
            client = std::make_unique<RegistryClient>(m_registry, m_progress, m_team.stop());
        const Job &job = *scouted->job;
        if (scouted->holdsPlace)
            --m_openSessions;
        if (auto sent = send(*client, job, uploadOf(job, !m_target.forceUpload), &scouted->start); !sent) {
            job.line->setPhase(Phase::Failed);
            return sent;
        }
        finished(job);
    }
    return {};
}

Result<void> BlobSender::ask(RegistryClient &client, const Job &job)
{
    job.line->setPhase(Phase::Checking);
    const auto presence = client.headBlob(job.repository, job.blob.digest);
    if (!presence)
        return std::unexpected(presence.error());
    const bool there = *presence == BlobPresence::Present && !m_target.forceUpload;
    there ? m_account.alreadyThere(job.blob.size) : m_account.wouldMove(job.blob.size);
    job.line->setPhase(there ? Phase::AlreadyThere : Phase::Done);
    return {};
}

BlobUpload BlobSender::uploadOf(const Job &job, bool skipExisting) const
{
    BlobUpload upload{job.repository, job.blob, m_cache.blobPath(job.blob.digest), skipExisting};
    if (skipExisting)
        upload.mountCandidates = job.mountCandidates;
    if (job.source && QFile::exists(job.source->region.file)) {
        upload.file = job.source->region.file;
        upload.offset = job.source->region.offset;
    }
    return upload;
}

Result<void> BlobSender::send(RegistryClient &client, const Job &job, const BlobUpload &upload,
                              const UploadStart *start)
{
    const bool isNeeded = !start || !start->outcome;
    const bool isFromCache = upload.file == m_cache.blobPath(job.blob.digest);
    if (isNeeded && isFromCache && !m_cache.hasBlob(job.blob.digest, job.blob.size))
        return missing(job);
    QElapsedTimer clock;
    clock.start();
    const auto report = client.uploadBlobWithToken(upload, *job.line, start);
    if (!report)
        return std::unexpected(report.error());
    m_account.line(report->sentBytes, report->resumedFrom);
    switch (report->outcome) {
    case UploadOutcome::Uploaded:
        m_account.moved(job.blob.size);
        break;
    case UploadOutcome::AlreadyThere:
        m_account.alreadyThere(job.blob.size);
        break;
    case UploadOutcome::Mounted:
        m_account.mounted(job.blob.size);
        break;
    }
    logEvent(logTransfer(), QStringLiteral("blob is in the registry"),
             {QStringLiteral("push"), job.blob.digest.toString(), report->sentBytes, clock.elapsed()});
    return {};
}

std::unexpected<Error> BlobSender::missing(const Job &job)
{
    if (job.source)
        return fail(ErrorCode::FileMissing, QStringLiteral("the archive is no longer there"),
                    job.source->region.file);
    return fail(ErrorCode::CacheDamaged,
                QStringLiteral("a blob of the image is missing, or no regular file of its size"),
                job.blob.digest.toString());
}

/// Others may want the blob in their repositories: now it can be mounted there.
void BlobSender::finished(const Job &job)
{
    const QMutexLocker lock(&m_mutex);
    m_sending.remove(job.blob.digest);
    const QList<RepositoryName> waiting = m_waiting.take(job.blob.digest);
    for (const RepositoryName &repository : waiting)
        begin(repository, job.blob, {job.repository}, job.source);
    if (--m_unfinished == 0 && m_closing)
        closeQueues();
}

void BlobSender::closeQueues()
{
    m_offers.close();
    m_scouted.close();
}

Result<void> BlobSender::sendAgain(const RepositoryName &repository, const QList<Descriptor> &blobs)
{
    RegistryClient client(m_registry, m_progress, m_team.stop());
    for (const Descriptor &blob : blobs) {
        const Job job{repository,
                      blob,
                      m_progress.addBlob(blob.digest.toString(), blob.size),
                      {},
                      m_sources.value(blob.digest)};
        if (auto sent = send(client, job, uploadOf(job, false), nullptr); !sent)
            return sent;
    }
    return {};
}

/// Repositories of this registry that earlier pushes have put the blob into.
QList<RepositoryName> BlobSender::knownHolders(const Digest &digest, const RepositoryName &except)
{
    if (!m_holders) {
        m_holders.emplace();
        const auto images = m_cache.images();
        for (const CachedImage &image : images ? *images : QList<CachedImage>()) {
            for (const ImageCopy &copy : image.copies) {
                if (copy.registry != m_registry->host())
                    continue;
                for (const CachedBlob &blob : image.blobs) {
                    QList<RepositoryName> &holders = (*m_holders)[blob.digest];
                    if (!holders.contains(copy.name.repository) && holders.size() <= mostMountCandidates)
                        holders.append(copy.name.repository);
                }
            }
        }
    }
    QList<RepositoryName> holders = m_holders->value(digest);
    holders.removeAll(except);
    return holders.first(std::min(holders.size(), mostMountCandidates));
}

} // namespace dip
