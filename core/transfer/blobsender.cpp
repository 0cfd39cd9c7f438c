#include "core/transfer/blobsender.h"

#include "core/base/log.h"
#include "core/cache/cache.h"

namespace dip {

namespace {
constexpr qsizetype mostMountCandidates = 3;
}

BlobSender::BlobSender(const Cache &cache, std::shared_ptr<Registry> registry, const PushTarget &target,
                       ProgressSink &progress, Account &account, const std::stop_token &stop)
    : m_cache(cache)
    , m_registry(std::move(registry))
    , m_target(target)
    , m_progress(progress)
    , m_account(account)
    , m_team(target.maxConcurrent, stop)
{
    for (int i = 0; i < std::max(1, target.maxConcurrent); ++i)
        m_team.run([this] { return work(); });
}

void BlobSender::offer(const RepositoryName &repository, const Descriptor &blob)
{
    const QMutexLocker lock(&m_mutex);
    QSet<QString> &repositories = m_offered[blob.digest];
    if (repositories.contains(repository.toString()))
        return;
    repositories.insert(repository.toString());
    ++m_unfinished;
    if (m_sending.contains(blob.digest))
        m_waiting[blob.digest].append(repository);
    else
        begin(repository, blob, knownHolders(blob.digest, repository));
}

void BlobSender::begin(const RepositoryName &repository, const Descriptor &blob,
                       QList<RepositoryName> mountCandidates)
{
    m_sending.insert(blob.digest, repository);
    m_queue.add(std::make_shared<const Job>(Job{repository, blob,
                                                m_progress.addBlob(blob.digest.toString(), blob.size),
                                                std::move(mountCandidates)}));
}

Result<void> BlobSender::finish()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_closing = true;
        if (m_unfinished == 0)
            m_queue.close();
    }
    return m_team.wait();
}

Result<void> BlobSender::work()
{
    std::unique_ptr<RegistryClient> client;
    while (const auto job = m_queue.next(m_team.stop())) {
        if (!client)
            client = std::make_unique<RegistryClient>(m_registry, m_progress, m_team.stop());
        auto done = m_target.dryRun ? ask(*client, **job) : send(*client, **job, !m_target.forceUpload);
        if (!done) {
            (*job)->line->setPhase(Phase::Failed);
            return done;
        }
        finished(**job);
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

Result<void> BlobSender::send(RegistryClient &client, const Job &job, bool skipExisting)
{
    QElapsedTimer clock;
    clock.start();
    const BlobUpload upload{job.repository, job.blob, m_cache.blobPath(job.blob.digest), skipExisting,
                            skipExisting ? job.mountCandidates : QList<RepositoryName>()};
    const auto report = client.uploadBlobWithToken(upload, *job.line);
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

/// Others may want the blob in their repositories: now it can be mounted there.
void BlobSender::finished(const Job &job)
{
    const QMutexLocker lock(&m_mutex);
    m_sending.remove(job.blob.digest);
    const QList<RepositoryName> waiting = m_waiting.take(job.blob.digest);
    for (const RepositoryName &repository : waiting)
        begin(repository, job.blob, {job.repository});
    if (--m_unfinished == 0 && m_closing)
        m_queue.close();
}

Result<void> BlobSender::sendAgain(const RepositoryName &repository, const QList<Descriptor> &blobs)
{
    RegistryClient client(m_registry, m_progress, m_team.stop());
    for (const Descriptor &blob : blobs) {
        const Job job{repository, blob, m_progress.addBlob(blob.digest.toString(), blob.size), {}};
        if (auto sent = send(client, job, false); !sent)
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
