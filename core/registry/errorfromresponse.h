#pragma once

#include "core/registry/httpmessage.h"

namespace dip {

/// What an unsuccessful answer means, from its status, the registry's error list (OCI distribution-spec,
/// Error Codes), or the first line of a text or HTML body. `what` is the reference or digest concerned.
[[nodiscard]] Error errorFromResponse(const HttpResponse &response, const QString &what);

/// Retry-After in either form (RFC 9110, 10.2.3), in milliseconds from now.
[[nodiscard]] std::optional<qint64> parseRetryAfter(QByteArrayView value);

} // namespace dip
