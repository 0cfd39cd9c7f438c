#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace dip::cli {

// One unit system everywhere: kB, MB, GB, TB count in thousands.

[[nodiscard]] QString sizeText(qint64 bytes);          ///< "640 B", "1.2 MB", "820 MB"
[[nodiscard]] QString rateText(qint64 bytesPerSecond); ///< "12.4 MB/s"
[[nodiscard]] QString
durationText(std::chrono::milliseconds time); ///< "0.4 s", "12.4 s", "3 min 5 s", "2 h 10 min"

/// "20M", "1.5G", "512k", "800", "20MB", "64MiB" (thousands, except with an i), also with "/s" behind.
/// nullopt for anything else, for zero and below, and for what does not fit.
[[nodiscard]] std::optional<qint64> parseSize(QStringView text);

/// "30d", "12h", "2w", "45m", "90s". nullopt for anything else.
[[nodiscard]] std::optional<std::chrono::seconds> parseDuration(QStringView text);

} // namespace dip::cli
