#include "core/registry/blobuploader.h"

#include "core/registry/registryshared.h"
#include "core/registry/uploadjob.h"

namespace dip {

struct BlobUploader::Private
{
    Registry &registry;
    AuthorizedSession &session;
    ProgressSink &progress;
};

BlobUploader::BlobUploader(Registry &registry, AuthorizedSession &session, ProgressSink &progress)
    : d(new Private{registry, session, progress})
{}

BlobUploader::~BlobUploader() = default;

Result<UploadStart> BlobUploader::prepare(const BlobUpload &upload, bool openSession, BlobProgress &progress)
{
    return UploadJob(d->registry, d->session, d->progress, upload, progress).prepare(openSession);
}

Result<UploadReport> BlobUploader::upload(const BlobUpload &upload, BlobProgress &progress,
                                          const UploadStart *start)
{
    return UploadJob(d->registry, d->session, d->progress, upload, progress).run(start);
}

} // namespace dip
