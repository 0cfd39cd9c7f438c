#pragma once

#include "core/archive/archivesource.h"

namespace dip {

/// What one source holds.
struct ArchivedTree
{
    QList<ArchivedImage> images; ///< never empty
    QList<ArchiveFormat> formats;
    QStringList remarks;
};

/// Reads an OCI layout, a docker-save archive, or both in one, as docker 25 and newer write them. Of both,
/// the OCI side wins where it is whole, for its manifests keep their digests; then manifest.json gives the
/// names, and the images that only it lists.
[[nodiscard]] Result<ArchivedTree> readArchivedTree(const ArchiveSource &source);

} // namespace dip
