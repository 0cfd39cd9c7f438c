#pragma once

#include "core/archive/archivedimage.h"
#include "core/registry/registryclient.h"
#include "core/transfer/account.h"
#include "core/transfer/team.h"

#include <QHash>

#include <atomic>

namespace dip {

class Cache;

/// Sends blobs from the cache to one registry by several threads. Each (repository, blob) is sent once,
/// however often it is offered; a blob that two repositories need goes up once and is then mounted.
///
///     offer ──▶ scouts: is it there? mounted? a session for it ──(bytes to send)──▶ carriers: max-concurrent
///                  │ nothing to send, or next to nothing                               │
///                  └──────────────────────────▶ done ◀──────────────────────────────────┘
///
/// What the scouts ask carries no bytes, so that there are more of them, and a far registry's round trips
/// pass beside the bytes. Blobs of a few KiB, as configs are, they send themselves where more than one may be
/// on its way.
class BlobSender final
{
public:
    /// All must outlive this. Begins at once with what is offered.
    BlobSender(const Cache &cache, std::shared_ptr<Registry> registry, const PushTarget &target,
               ProgressSink &progress, Account &account, const std::stop_token &stop);
    Q_DISABLE_COPY_MOVE(BlobSender)

    /// Asked for when sending failed, or when the operation is to stop.
    [[nodiscard]] std::stop_token stop() const { return m_team.stop(); }

    /// From any thread. The blob must lie in the cache or in `source`. Where both have it and the source was
    /// read just now, it is sent from there: the system has those bytes in memory, and the cache's on the
    /// disk.
    void offer(const RepositoryName &repository, const Descriptor &blob,
               std::shared_ptr<const KeptRegion> source = {});
    /// No more will be offered: waits until all are there. For the owner's thread.
    [[nodiscard]] Result<void> finish();
    /// Once more, without trusting the registry's word that a blob is there.
    [[nodiscard]] Result<void> sendAgain(const RepositoryName &repository, const QList<Descriptor> &blobs);

private:
    struct Job
    {
        RepositoryName repository;
        Descriptor blob;
        std::shared_ptr<BlobProgress> line;
        QList<RepositoryName> mountCandidates;
        std::shared_ptr<const KeptRegion> source; ///< null: the cache's file
    };
    struct ScoutedJob
    {
        std::shared_ptr<const Job> job;
        UploadStart start;
        bool holdsPlace; ///< among m_openSessions
    };

    void begin(const RepositoryName &repository, const Descriptor &blob,
               QList<RepositoryName> mountCandidates, std::shared_ptr<const KeptRegion> source);
    [[nodiscard]] Result<void> scout();
    [[nodiscard]] Result<void> explore(RegistryClient &client, const std::shared_ptr<const Job> &job);
    [[nodiscard]] bool reserveSession(const Job &job);
    [[nodiscard]] Result<void> carry();
    [[nodiscard]] BlobUpload uploadOf(const Job &job, bool skipExisting) const;
    [[nodiscard]] Result<void> send(RegistryClient &client, const Job &job, const BlobUpload &upload,
                                    const UploadStart *start);
    [[nodiscard]] Result<void> ask(RegistryClient &client, const Job &job);
    [[nodiscard]] static std::unexpected<Error> missing(const Job &job);
    void finished(const Job &job);
    void closeQueues();
    [[nodiscard]] QList<RepositoryName> knownHolders(const Digest &digest, const RepositoryName &except);

    const Cache &m_cache;
    std::shared_ptr<Registry> m_registry;
    const PushTarget m_target;
    ProgressSink &m_progress;
    Account &m_account;
    JobQueue<std::shared_ptr<const Job>> m_offers;
    JobQueue<ScoutedJob> m_scouted;
    std::atomic<int> m_openSessions = 0; ///< opened by scouts, not taken by a carrier yet

    QMutex m_mutex;
    QHash<Digest, QSet<QString>> m_offered;         ///< repositories, by blob
    QHash<Digest, RepositoryName> m_sending;        ///< where a blob is on its way just now
    QHash<Digest, QList<RepositoryName>> m_waiting; ///< repositories that wait for it to arrive there
    QHash<Digest, std::shared_ptr<const KeptRegion>> m_sources;
    std::optional<QHash<Digest, QList<RepositoryName>>> m_holders; ///< earlier pushes to this registry
    int m_unfinished = 0;
    bool m_closing = false;

    Team m_team; ///< last, so that it ends before all that its threads work with
};

} // namespace dip
