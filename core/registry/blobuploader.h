#pragma once

#include "core/base/progress.h"
#include "core/registry/authorizedsession.h"
#include "core/registry/registryclient.h"

namespace dip {

/// Uploads one blob after another for one thread: the state machine behind
/// RegistryClient::uploadBlobWithToken (OCI distribution-spec, Pushing blobs). Drawn in blobuploader.cpp.
class BlobUploader final
{
public:
    /// All must outlive this.
    BlobUploader(Registry &registry, AuthorizedSession &session, ProgressSink &progress);
    ~BlobUploader();
    Q_DISABLE_COPY_MOVE(BlobUploader)

    [[nodiscard]] Result<UploadStart> prepare(const BlobUpload &upload, bool openSession,
                                              BlobProgress &progress);
    [[nodiscard]] Result<UploadReport> upload(const BlobUpload &upload, BlobProgress &progress,
                                              const UploadStart *start = nullptr);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dip
