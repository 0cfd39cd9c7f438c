#pragma once

#include <QElapsedTimer>
#include <QLoggingCategory>

#include <optional>

namespace dip {

Q_DECLARE_LOGGING_CATEGORY(logArchive)
Q_DECLARE_LOGGING_CATEGORY(logCache)
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logAuth)
Q_DECLARE_LOGGING_CATEGORY(logRegistry)
Q_DECLARE_LOGGING_CATEGORY(logTransfer)
Q_DECLARE_LOGGING_CATEGORY(logSettings)

/// The structured part of a log line. A message handler finds it through LogFields::current() while it is
/// called; everybody else sees it in the text. Never put a token, password or Authorization value into one.
struct LogFields
{
    QString operation; ///< for example "upload"
    QString digest;
    std::optional<qint64> bytes;
    std::optional<qint64> durationMs;

    /// The fields of the line that this thread is logging just now, or null.
    [[nodiscard]] static const LogFields *current();
};

/// Logs "message operation=… digest=… bytes=… duration=…ms" at information level.
void logEvent(const QLoggingCategory &category, const QString &message, const LogFields &fields);

} // namespace dip
