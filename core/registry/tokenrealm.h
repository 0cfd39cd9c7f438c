#pragma once

#include "core/base/result.h"

#include <QHostAddress>
#include <QUrl>

#include <functional>

namespace dip {

/// Finds the addresses of the registry's own host; asked only where they matter.
using OwnAddresses = std::function<Result<QList<QHostAddress>>()>;

/// Whether a registry may send us to this token server: never from https to plain HTTP, and never to a
/// loopback, link-local or private address where the registry itself is not on such a one. ProtocolViolation.
[[nodiscard]] Result<void> checkRealm(const QUrl &realm, const QUrl &registry,
                                      const OwnAddresses &ownAddresses);

} // namespace dip
