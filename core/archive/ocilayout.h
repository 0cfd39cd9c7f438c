#pragma once

#include "core/archive/archivesource.h"

namespace dip {

/// On a descriptor of index.json: the digest of the manifest in Docker's format that the OCI one was made
/// from by our export. Its blob lies beside, and is what the image is read from.
inline constexpr QLatin1StringView originalManifestAnnotation("io.docker-image-pusher.original-manifest");

/// The images of an OCI layout (OCI image-spec, Image Layout), with their manifests' exact bytes, named by
/// annotations. Children of an index that are not wholly there go into `absent`, with a remark.
/// ArchiveNotImage where index.json is no index; ArchiveIncomplete where an image, or all of an index's
/// platforms, are not wholly there.
[[nodiscard]] Result<QList<ArchivedImage>> readOciLayout(const ArchiveSource &source, QStringList &remarks);

} // namespace dip
