#pragma once

#include "core/cache/blobstore.h"
#include "core/cache/indexdocument.h"

namespace dip {

struct RebuiltIndex
{
    IndexDocument document;
    QStringList notices; ///< images that are left out, and why
};

/// An index of all images in manifests/ whose blobs are there. Names come from the paths.
[[nodiscard]] RebuiltIndex rebuildIndex(const CacheFolder &folder, const BlobStore &blobs);

} // namespace dip
