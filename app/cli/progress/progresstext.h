#pragma once

#include "app/cli/progress/progressmeter.h"

namespace dip::cli {

// The words of progress, for bars and for plain lines.

/// A line that stays when a blob is finished: "✓ a3ed12ab34cd  212 MB  already there".
[[nodiscard]] QString finishedText(const LineState &line, bool colour);
/// A remark on a blob: "· a3ed12ab34cd  the registry forgot the partial upload".
[[nodiscard]] QString noteText(const LineState &line);
/// A blob being worked on, with a bar, in at most `width` columns.
[[nodiscard]] QString activeText(const LineState &line, qint64 nowMs, int width, bool colour);
/// The whole, with a bar, in at most `width` columns.
[[nodiscard]] QString totalText(const ProgressFigures &figures, int width);
/// The whole as a sentence, for logs: "62 %: 1.2 GB of 1.9 GB, 4 of 11 blobs, 12.4 MB/s, about 3 min left".
[[nodiscard]] QString plainText(const ProgressFigures &figures);

/// A stable name for programs: "uploading".
[[nodiscard]] QString phaseName(Phase phase);

} // namespace dip::cli
