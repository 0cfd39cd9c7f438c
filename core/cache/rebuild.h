#pragma once

#include "core/cache/blobstore.h"
#include "core/cache/cachedimage.h"
#include "core/cache/indexdocument.h"

namespace dip {

struct RebuiltIndex
{
    IndexDocument document;
    QStringList notices; ///< images that are left out, and why
};

/// The entry that a manifest and what is among the blobs give. Errors say what is wrong.
[[nodiscard]] Result<CachedImage> imageFromManifest(const CacheFolder &folder, const BlobStore &blobs,
                                                    const QString &manifestPath);

/// An index of all images in manifests/ whose blobs are there. Names come from the paths.
[[nodiscard]] RebuiltIndex rebuildIndex(const CacheFolder &folder, const BlobStore &blobs);

} // namespace dip
