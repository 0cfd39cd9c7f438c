#pragma once

#include "app/cli/options.h"
#include "core/base/result.h"

#include <QFile>
#include <QLoggingCategory>
#include <QMutex>

#include <memory>

namespace dip::cli {

class Redactor;
class Screen;

/// Takes the process's log messages while it lives: to standard error as -v, -vv and -q say, and to the log
/// file, each line cleaned of secrets. There can be one at a time.
class Logging final
{
public:
    /// DiskFailed where the log file cannot be written. Both must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<Logging>> start(const CommonOptions &options, Screen &screen,
                                                                const Redactor &redactor);
    ~Logging();
    Q_DISABLE_COPY_MOVE(Logging)

    /// Drops all messages until a Logging lives; Qt speaks of the locale before there are options.
    static void silence();

private:
    Logging(const CommonOptions &options, Screen &screen, const Redactor &redactor);
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message);
    void take(QtMsgType type, const QString &category, const QString &message);
    [[nodiscard]] bool isShown(QtMsgType type, const QString &category) const;

    const CommonOptions m_options;
    Screen &m_screen;
    const Redactor &m_redactor;
    QMutex m_mutex;
    QFile m_file;
};

/// One line of the log, without a line break.
[[nodiscard]] QString logLine(LogFormat format, const QDateTime &time, QtMsgType type,
                              const QString &category, const QString &message);

} // namespace dip::cli
