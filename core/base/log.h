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

/// What the lines that a thread logs while this lives are about, for example the id of a job. A message
/// handler finds it through current() while it is called.
class LogScope final
{
public:
    explicit LogScope(QString name);
    ~LogScope(); ///< back to what it was before
    Q_DISABLE_COPY_MOVE(LogScope)

    /// This thread's; empty where there is none.
    [[nodiscard]] static QString current();

private:
    QString m_before;
};

/// Logs "message operation=… digest=… bytes=… duration=…ms" at information level.
void logEvent(const QLoggingCategory &category, const QString &message, const LogFields &fields);

} // namespace dip
