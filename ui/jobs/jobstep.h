#pragma once

#include "core/transfer/exportrequest.h"
#include "core/transfer/operation.h"

#include <variant>

namespace dip::ui {

/// Images of the cache are read again and compared with their digests; see Verifier.
struct VerifyImages
{
    QList<ImageName> images; ///< empty: the whole cache
    bool repair = false;
};

/// Manifests are deleted from a registry, with all tags that stand for them; see planTagDeletion().
struct DeleteFromRegistry
{
    RepositoryName repository;
    QStringList tags; ///< all that go, as the person was told
    QList<Digest> digests;
};

/// What a job does: one of the four modes, work within the cache, or deleting from a registry.
using JobStep = std::variant<PullAndCache, ExtractAndCache, PushFromCacheUsingManifest, PushFromCacheUsingTar,
                             ExportFromCache, VerifyImages, DeleteFromRegistry>;

/// The cache's images that a step works on, or reads.
[[nodiscard]] QList<ImageName> imagesOf(const JobStep &step);
[[nodiscard]] QList<ImageName> imagesOfAll(const QList<JobStep> &steps);

} // namespace dip::ui
