#pragma once

#include "app/cli/progress/notewatch.h"
#include "app/cli/progress/progressrenderer.h"

#include <QSet>

namespace dip::cli {

/// For files and pipes: a line for each finished blob, and every few seconds one for the whole if it moved.
class PlainRenderer final : public ProgressRenderer
{
public:
    explicit PlainRenderer(Screen &screen) : m_screen(screen) {}

    void update(const ProgressSink &sink, qint64 nowMs) override;
    void finish(const ProgressSink &sink, qint64 nowMs) override;
    void notice(const QString &text) override;

private:
    void showNews(const ProgressFigures &figures);
    void showRetries(const ProgressFigures &figures, qint64 nowMs);

    Screen &m_screen;
    ProgressMeter m_meter;
    NoteWatch m_notes;
    QSet<qsizetype> m_shown;         ///< finished lines
    QHash<qsizetype, qint64> m_told; ///< retries, by line
    std::optional<qint64> m_lastMs;
    qint64 m_lastDone = 0;
};

} // namespace dip::cli
