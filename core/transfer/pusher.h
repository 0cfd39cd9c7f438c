#pragma once

#include "core/transfer/account.h"
#include "core/transfer/imagetree.h"

#include <stop_token>

namespace dip {

class BlobSender;
class RegistryClient;

/// An image on its way to a registry.
struct PlannedPush
{
    ImageName cacheName;
    ImageName target;
    ImageTree tree;
    std::optional<Digest> before{}; ///< what the target's name stood for in the registry until now
    bool isCached = true;           ///< false: its blobs come straight from an archive
};

/// cache → registry. Both push modes end in pushFromCache().
class Pusher final
{
public:
    /// All must outlive this.
    Pusher(Cache &cache, std::shared_ptr<Registry> registry, ProgressSink &progress, Account &account,
           std::stop_token stop);
    Q_DISABLE_COPY_MOVE(Pusher)

    [[nodiscard]] Result<void> push(const PushFromCacheUsingManifest &request);
    [[nodiscard]] Result<void> push(const PushFromCacheUsingTar &request);

private:
    /// Blobs that `sender` has not got yet, then manifests, children first and the tag last.
    [[nodiscard]] Result<void> pushFromCache(const QList<PlannedPush> &pushes, const PushTarget &target,
                                             BlobSender &sender);
    [[nodiscard]] Result<void> pushManifests(RegistryClient &client, const PlannedPush &push,
                                             BlobSender &sender);
    [[nodiscard]] Result<void> putManifest(RegistryClient &client, const PlannedPush &push,
                                           const Reference &reference, const Manifest &manifest,
                                           BlobSender &sender);
    [[nodiscard]] Result<bool> isThereAlready(PlannedPush &push, const PushTarget &target);
    void countAsThere(const PlannedPush &push);
    void report(const PlannedPush &push);
    [[nodiscard]] ImageCopy copyOf(const PlannedPush &push) const;
    void note(const PlannedPush &push); ///< in the cache, that the registry has it

    Cache &m_cache;
    std::shared_ptr<Registry> m_registry;
    ProgressSink &m_progress;
    Account &m_account;
    std::stop_token m_stop;
};

} // namespace dip
