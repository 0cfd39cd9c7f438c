#pragma once

#include <QDateTime>
#include <QString>

namespace dip::ui {

[[nodiscard]] QString formatBytes(qint64 bytes);          ///< "1.9 GB"
[[nodiscard]] QString formatSpeed(double bytesPerSecond); ///< "12.4 MB/s"
[[nodiscard]] QString formatRemaining(qint64 ms);         ///< "about 3 min left"
[[nodiscard]] QString formatWhen(const QDateTime &when);  ///< "today 14:05", "3/4/26"; empty where invalid
/// One after the other, as the language separates them.
[[nodiscard]] QString joinSentences(const QStringList &sentences);
/// "1G", "500M", "2.5 GB" in bytes, in steps of 1000; -1 where it is no size.
[[nodiscard]] qint64 parseBytes(QStringView text);

} // namespace dip::ui
