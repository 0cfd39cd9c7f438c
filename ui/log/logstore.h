#pragma once

#include <QDateTime>
#include <QFile>
#include <QMutex>
#include <QObject>

#include <deque>

namespace dip::ui {

struct LogEntry
{
    QDateTime when; ///< UTC
    QtMsgType level = QtInfoMsg;
    QString category;
    QString text;  ///< one line, without secrets
    QString job{}; ///< the id of the job that it is about; may be empty
};

/// Errors come after warnings, warnings after information, and so on.
[[nodiscard]] int severityOf(QtMsgType level);
/// "2026-01-05T08:00:00.000Z warning pusher.http: …", with "[job 1a2b3c4d]" where it is about one.
[[nodiscard]] QString logLine(const LogEntry &entry);
/// The text with what looks like a password or token taken out.
[[nodiscard]] QString withoutSecrets(const QString &text);

/// What the program has logged: the latest entries in memory, all of them in a file that is begun anew when
/// it grows large. append() may be called from any thread, the rest is for the main thread.
class LogStore final : public QObject
{
    Q_OBJECT

public:
    /// `file` may be empty: memory only.
    explicit LogStore(const QString &file, QObject *parent = nullptr);

    void append(LogEntry entry);
    /// What came since the last call; the oldest are left out when there are too many.
    [[nodiscard]] QList<LogEntry> takeNew();
    [[nodiscard]] QString fileName() const { return m_file.fileName(); }

    static constexpr int mostEntries = 10'000;

signals:
    /// Once after each takeNew() that left nothing.
    void arrived();

private:
    void write(const LogEntry &entry);

    QMutex m_mutex;
    QFile m_file;
    std::deque<LogEntry> m_new;
    bool m_told = false;
};

/// While it lives, what is logged through Qt goes into a store, and warnings also on to whom they went
/// before.
class LogCapture final
{
public:
    explicit LogCapture(LogStore &store);
    ~LogCapture();
    Q_DISABLE_COPY_MOVE(LogCapture)
};

} // namespace dip::ui
