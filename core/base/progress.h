#pragma once

#include <QList>
#include <QMutex>
#include <QString>

#include <atomic>
#include <memory>

#include "core/base/retry.h"

namespace dip {

/// What is being done to one blob (or to an archive that is unpacked first).
enum class Phase {
    Waiting,
    Checking,       ///< asking the registry or the cache whether it is there
    Unpacking,      ///< decompressing an archive's outer compression
    Extracting,     ///< archive → cache
    Downloading,    ///< registry → cache
    Uploading,      ///< cache → registry
    Committing,     ///< all bytes sent; the registry is putting them away
    WaitingToRetry, ///< see BlobProgress::retryAtMs
    Done,
    AlreadyThere, ///< nothing had to be moved
    Mounted,      ///< taken over from another repository of the registry
    Failed,
    Verifying, ///< reading what the cache holds
    Exporting, ///< cache → archive
};

/// One line of progress. Workers write, faces read, and may end a pause; all members may be used from any
/// thread.
class BlobProgress final
{
public:
    explicit BlobProgress(QString label, qint64 total, bool isBlob)
        : m_label(std::move(label)), m_isBlob(isBlob), m_total(total)
    {}
    Q_DISABLE_COPY_MOVE(BlobProgress)

    [[nodiscard]] const QString &label() const { return m_label; } ///< the digest where known, else the file
    [[nodiscard]] bool isBlob() const
    {
        return m_isBlob;
    } ///< false: an archive that is unpacked or read first
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] qint64 done() const { return m_done; }           ///< bytes
    [[nodiscard]] qint64 total() const { return m_total; }         ///< bytes; -1 while unknown
    [[nodiscard]] qint64 retryAtMs() const { return m_retryAtMs; } ///< ms since epoch, in WaitingToRetry
    [[nodiscard]] QString note() const; ///< English detail, for example why it waits

    void setPhase(Phase phase) { m_phase = phase; }
    void setDone(qint64 bytes) { m_done = bytes; }
    void addDone(qint64 bytes) { m_done += bytes; }
    void setTotal(qint64 bytes) { m_total = bytes; }
    void setNote(const QString &note);
    void waitForRetry(qint64 untilMs, const QString &note);
    /// Tells it, and waits so long; false as soon as a stop is asked for.
    [[nodiscard]] bool pauseForRetry(std::chrono::milliseconds time, const QString &note,
                                     const std::stop_token &stop);
    void retryNow() { m_pause.end(); } ///< ends the pause before another attempt, if it is in one

private:
    const QString m_label;
    const bool m_isBlob;
    std::atomic<Phase> m_phase = Phase::Waiting;
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_total;
    std::atomic<qint64> m_retryAtMs = 0;
    mutable QMutex m_mutex;
    QString m_note;
    Pause m_pause;
};

/// All progress of one operation. Workers add lines and count; a face looks at it by a timer, at most ten
/// times a second. Thread-safe.
class ProgressSink final
{
public:
    ProgressSink() = default;
    Q_DISABLE_COPY_MOVE(ProgressSink)

    /// A new line; the sink keeps it for its own lifetime.
    std::shared_ptr<BlobProgress> addBlob(const QString &label, qint64 total);
    std::shared_ptr<BlobProgress> addStep(const QString &label, qint64 total);

    /// The lines in the order of their making.
    [[nodiscard]] QList<std::shared_ptr<const BlobProgress>> lines() const;

    /// One-off remarks worth showing (a registry's Warning header, a skipped platform, a rebuilt index);
    /// the same text is kept once.
    void notice(const QString &text);
    [[nodiscard]] QStringList notices() const;

    /// Ends all pauses before another attempt: those of lines, and that of requests that have no line.
    void retryNow();
    void retryNow(qsizetype line);                   ///< only that of one line, by its place among lines()
    [[nodiscard]] Pause &pause() { return m_pause; } ///< for requests that have no line

    void countRetry() { ++m_retries; }
    [[nodiscard]] int retries() const { return m_retries; }

private:
    mutable QMutex m_mutex;
    QList<std::shared_ptr<BlobProgress>> m_lines;
    QStringList m_notices;
    std::atomic<int> m_retries = 0;
    Pause m_pause;
};

} // namespace dip
