#pragma once

#include "core/image/manifest.h"

#include <QHash>
#include <QJsonObject>

namespace dip::ociform {

// Manifests in Docker's format made to such in OCI's, as other tools want them in an OCI layout: the same
// config and layers under OCI's media types, so other bytes and another digest.

/// False where it is in OCI's format already.
[[nodiscard]] bool turnImage(QJsonObject &manifest);
/// The same of an index; `forms` are those of its children, which have been turned before.
[[nodiscard]] bool turnIndex(QJsonObject &index, const QHash<Digest, Manifest> &forms);

} // namespace dip::ociform
