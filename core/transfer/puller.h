#pragma once

#include "core/transfer/account.h"
#include "core/transfer/imagetree.h"

#include <stop_token>

namespace dip {

class BlobProgress;
class RegistryClient;

/// registry → cache: manifests first, then every blob that is missing, then the entry.
class Puller final
{
public:
    /// All must outlive this.
    Puller(Cache &cache, std::shared_ptr<Registry> registry, ProgressSink &progress, Account &account,
           std::stop_token stop);
    Q_DISABLE_COPY_MOVE(Puller)

    [[nodiscard]] Result<void> pull(const PullAndCache &request);

private:
    [[nodiscard]] Result<ImageTree> fetchTree(RegistryClient &client, const PullAndCache &request);
    [[nodiscard]] Result<ImageTree> fetchIndex(RegistryClient &client, const RepositoryName &repository,
                                               const Manifest &index, int depth);
    [[nodiscard]] Result<void> fetchBlobs(const RepositoryName &repository, const QList<Descriptor> &blobs,
                                          int atOnce);
    [[nodiscard]] qint64 bytesToFetch(const QList<Descriptor> &blobs) const;
    [[nodiscard]] Result<void> fetchBlob(RegistryClient &client, const RepositoryName &repository,
                                         const Descriptor &blob, BlobProgress &line);
    [[nodiscard]] Result<void> save(const PullAndCache &request, ImageTree tree);

    Cache &m_cache;
    std::shared_ptr<Registry> m_registry;
    ProgressSink &m_progress;
    Account &m_account;
    std::stop_token m_stop;
};

} // namespace dip
