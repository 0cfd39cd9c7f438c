#pragma once

#include "core/archive/archivesource.h"

namespace dip {

/// The images of an OCI layout (OCI image-spec, Image Layout), with their manifests' exact bytes, named by
/// annotations. Children of an index that are not wholly there go into `absent`, with a remark.
/// ArchiveNotImage where index.json is no index; ArchiveIncomplete where an image, or all of an index's
/// platforms, are not wholly there.
[[nodiscard]] Result<QList<ArchivedImage>> readOciLayout(const ArchiveSource &source, QStringList &remarks);

} // namespace dip
