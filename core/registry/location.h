#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace dip {

/// The port that is meant, written or not.
[[nodiscard]] int effectivePort(const QUrl &url);

/// Same scheme, host and port: only there does an Authorization go along.
[[nodiscard]] bool sameOrigin(const QUrl &a, const QUrl &b);

/// Where a Location header leads from `base` (RFC 9110, 10.2.2), kept on https: a server behind a proxy may
/// write http and leave out the port, and means itself. ProtocolViolation where there is none, where it leads
/// from https to another host by http, or to something that is not HTTP.
[[nodiscard]] Result<QUrl> resolveLocation(const QUrl &base, QByteArrayView location);

/// For an error: without query and user, which may be secret.
[[nodiscard]] QString urlForPeople(const QUrl &url);

} // namespace dip
