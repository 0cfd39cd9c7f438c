#pragma once

#include "core/base/result.h"
#include "core/image/digest.h"

#include <QUrl>

#include <optional>

namespace dip {

/// Where an upload session goes on: the Location of an answer to `request`, which may be relative, absolute
/// or on another host. On the registry's own host it keeps the port that the registry was reached at (`base`)
/// where it names none, as behind a proxy. ProtocolViolation, see resolveLocation.
[[nodiscard]] Result<QUrl> uploadLocation(const QUrl &request, QByteArrayView location, const QUrl &base);

/// The URL with `digest` appended to the query that it has.
[[nodiscard]] QUrl withDigest(const QUrl &location, const Digest &digest);

/// How many bytes the registry says it holds, from the Range of an answer: "0-N" is inclusive. `expected` are
/// as many as it should hold: it tells the one byte of "0-0" from none.
[[nodiscard]] std::optional<qint64> parseUploadRange(QByteArrayView range, qint64 expected);

} // namespace dip
