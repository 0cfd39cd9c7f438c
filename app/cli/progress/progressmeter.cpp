#include "app/cli/progress/progressmeter.h"

#include "core/image/digest.h"

#include <algorithm>

namespace dip::cli {

namespace {

constexpr qint64 windowMs = 6'000;
constexpr qint64 shortestMs = 400; ///< less is no measure

QString shortLabel(const QString &label)
{
    if (const auto digest = Digest::parse(label))
        return digest->shortHex();
    return label.section(u'/', -1);
}

} // namespace

bool LineState::isFinished() const
{
    return phase == Phase::Done || phase == Phase::AlreadyThere || phase == Phase::Mounted ||
           phase == Phase::Failed;
}

int ProgressFigures::percent() const
{
    if (finished == lines.size())
        return 100;
    if (total <= 0)
        return 0;
    return static_cast<int>(std::clamp<qint64>(done * 100 / total, 0, 99));
}

qint64 ProgressMeter::speed(std::deque<std::pair<qint64, qint64>> &samples, qint64 nowMs, qint64 moved)
{
    samples.emplace_back(nowMs, moved);
    while (samples.size() > 2 && samples[1].first <= nowMs - windowMs)
        samples.pop_front();
    const qint64 time = nowMs - samples.front().first;
    return time < shortestMs ? 0 : (moved - samples.front().second) * 1000 / time;
}

/// A resumed transfer starts with what an earlier run had moved: the first sight of a moving line is where
/// its measuring begins.
void ProgressMeter::watch(Seen &seen, LineState &line, qint64 nowMs)
{
    const bool counts = line.phase != Phase::AlreadyThere && line.phase != Phase::Mounted;
    const bool wholeAtOnce = !seen.wasActive && line.phase == Phase::Done;
    if (counts && (seen.wasActive || wholeAtOnce))
        seen.moved += std::max<qint64>(0, line.done - seen.lastDone);
    seen.wasActive = seen.wasActive || line.isActive();
    if (line.isActive() && line.phase != Phase::WaitingToRetry)
        seen.work = line.phase;
    line.work = seen.work;
    seen.lastDone = line.done;
    line.bytesPerSecond = speed(seen.samples, nowMs, seen.moved);
}

ProgressFigures ProgressMeter::look(const ProgressSink &sink, qint64 nowMs)
{
    ProgressFigures figures;
    const auto lines = sink.lines();
    m_seen.resize(lines.size());
    qint64 moved = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const BlobProgress &blob = *lines[i];
        LineState line{i,
                       shortLabel(blob.label()),
                       blob.label(),
                       blob.phase(),
                       Phase::Waiting,
                       blob.done(),
                       blob.total(),
                       0,
                       blob.retryAtMs(),
                       blob.note()};
        if (line.isFinished() && line.phase != Phase::Failed && line.total >= 0)
            line.done = line.total;
        watch(m_seen[i], line, nowMs);
        moved += m_seen[i].moved;
        figures.finished += line.isFinished() ? 1 : 0;
        if (line.total >= 0) {
            figures.total += line.total;
            figures.done += std::min(line.done, line.total);
        }
        figures.lines.append(line);
    }
    figures.bytesPerSecond = speed(m_samples, nowMs, moved);
    if (figures.bytesPerSecond > 0 && figures.done < figures.total)
        figures.remainingMs = (figures.total - figures.done) * 1000 / figures.bytesPerSecond;
    return figures;
}

} // namespace dip::cli
