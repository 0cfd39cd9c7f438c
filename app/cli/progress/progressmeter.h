#pragma once

#include "core/base/progress.h"

#include <QHash>

#include <deque>
#include <optional>

namespace dip::cli {

/// One line of progress as it stood at one moment.
struct LineState
{
    qsizetype index = 0; ///< in ProgressSink::lines()
    QString label;       ///< short: twelve digits of the digest, or a file's name
    QString fullLabel;
    Phase phase = Phase::Waiting;
    Phase work = Phase::Waiting; ///< what was last seen being done to it: extracting, uploading …
    qint64 done = 0;             ///< bytes
    qint64 total = -1;           ///< bytes; -1 while unknown
    qint64 bytesPerSecond = 0;
    qint64 retryAtMs = 0;
    QString note;

    [[nodiscard]] bool isFinished() const;
    [[nodiscard]] bool isActive() const { return phase != Phase::Waiting && !isFinished(); }
};

/// All of an operation's progress at one moment.
struct ProgressFigures
{
    QList<LineState> lines;
    int finished = 0;
    qint64 done = 0;  ///< bytes, of known totals
    qint64 total = 0; ///< bytes
    qint64 bytesPerSecond = 0;
    std::optional<qint64> remainingMs;

    [[nodiscard]] int percent() const; ///< 100 only when all is done
};

/// Reads a ProgressSink and adds what needs a memory: speeds as moving averages of some seconds. What was
/// there already counts as done but never as speed.
class ProgressMeter final
{
public:
    [[nodiscard]] ProgressFigures look(const ProgressSink &sink, qint64 nowMs);

private:
    struct Seen
    {
        bool wasActive = false;
        Phase work = Phase::Waiting;
        qint64 lastDone = 0;
        qint64 moved = 0;                              ///< bytes that passed while we watched
        std::deque<std::pair<qint64, qint64>> samples; ///< time, moved
    };

    static qint64 speed(std::deque<std::pair<qint64, qint64>> &samples, qint64 nowMs, qint64 moved);
    void watch(Seen &seen, LineState &line, qint64 nowMs);

    QList<Seen> m_seen;
    std::deque<std::pair<qint64, qint64>> m_samples;
};

} // namespace dip::cli
