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

/// What a job does: one of the four modes, or work within the cache.
using JobStep = std::variant<PullAndCache, ExtractAndCache, PushFromCacheUsingManifest, PushFromCacheUsingTar,
                             ExportFromCache, VerifyImages>;

/// The cache's images that a step works on, or reads.
[[nodiscard]] QList<ImageName> imagesOf(const JobStep &step);
[[nodiscard]] QList<ImageName> imagesOfAll(const QList<JobStep> &steps);

} // namespace dip::ui
