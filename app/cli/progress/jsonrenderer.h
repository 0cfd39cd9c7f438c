#pragma once

#include "app/cli/progress/progressrenderer.h"

namespace dip::cli {

/// For programs: one JSON object a line. {"event":"progress", "time", "done_bytes", "total_bytes",
/// "finished_blobs", "total_blobs", "bytes_per_second", "remaining_ms", "blobs": [those that changed]} and
/// {"event":"notice", "time", "text"}.
class JsonRenderer final : public ProgressRenderer
{
public:
    explicit JsonRenderer(Screen &screen) : m_screen(screen) {}

    void update(const ProgressSink &sink, qint64 nowMs) override;
    void finish(const ProgressSink &sink, qint64 nowMs) override;
    void notice(const QString &text) override;

private:
    void show(const ProgressFigures &figures, qint64 nowMs);

    Screen &m_screen;
    ProgressMeter m_meter;
    QList<std::pair<Phase, qint64>> m_shown; ///< by line
    std::optional<qint64> m_lastMs;
};

} // namespace dip::cli
