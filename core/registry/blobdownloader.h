#pragma once

#include "core/registry/authorizedsession.h"
#include "core/registry/registryclient.h"

namespace dip {

/// Downloads one blob after another for one thread (OCI distribution-spec, Pulling blobs). All must outlive
/// this.
class BlobDownloader final
{
public:
    BlobDownloader(Registry &registry, AuthorizedSession &session, ProgressSink &progress)
        : m_registry(registry), m_session(session), m_progress(progress)
    {}
    Q_DISABLE_COPY_MOVE(BlobDownloader)

    /// See RegistryClient::downloadBlob.
    [[nodiscard]] Result<qint64> download(const RepositoryName &repository, const Descriptor &blob,
                                          const RegistryClient::BlobSink &sink, BlobProgress &progress);

private:
    struct Job;
    [[nodiscard]] Result<void> attempt(Job &job);
    [[nodiscard]] Result<void> takeHead(Job &job, const HttpResponse &head);
    [[nodiscard]] Result<void> takeBlock(Job &job, QByteArrayView block);
    [[nodiscard]] Result<void> startOver(Job &job);
    [[nodiscard]] Result<void> pause(Job &job, int repetition, const Error &error);

    Registry &m_registry;
    AuthorizedSession &m_session;
    ProgressSink &m_progress;
};

} // namespace dip
