#pragma once

#include "ui/models/pushmodel.h"
#include "ui/registries/remotetags.h"

namespace dip::ui {

class CacheModel;
struct RegistryProfile;

/// Images of one registry as rows of a push to another. Each brings the pull that comes first: whole, with
/// all platforms, so that its digest stays. Where the cache has another image of that name, the pulled one
/// gets a name of its own there and the other stays as it is.
[[nodiscard]] QList<PushModel::Row> copyRows(const RemoteTags &tags, const RegistryProfile &from,
                                             const CacheModel &cached, int blobsAtOnce);

} // namespace dip::ui
