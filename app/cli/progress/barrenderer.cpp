#include "app/cli/progress/barrenderer.h"

#include "app/cli/progress/progresstext.h"
#include "app/cli/screen.h"

#include <algorithm>

namespace dip::cli {

namespace {
constexpr int keptRows = 2; ///< for the total and the line that scrolls
}

void BarRenderer::update(const ProgressSink &sink, qint64 nowMs)
{
    const ProgressFigures figures = m_meter.look(sink, nowMs);
    showNews(figures);
    if (figures.lines.isEmpty())
        return;
    const int width = m_screen.columns() - 1; // the last column would break the line on some terminals
    const qsizetype most = std::max(1, m_rows - keptRows);
    QStringList live;
    for (const LineState &line : figures.lines) {
        if (line.isActive() && live.size() < most)
            live.append(activeText(line, nowMs, width, m_colour));
    }
    live.append(totalText(figures, width));
    m_screen.setLive(live);
}

void BarRenderer::finish(const ProgressSink &sink, qint64 nowMs)
{
    m_screen.setLive({});
    showNews(m_meter.look(sink, nowMs));
}

void BarRenderer::notice(const QString &text)
{
    m_screen.line(text);
}

void BarRenderer::showNews(const ProgressFigures &figures)
{
    for (const LineState &line : m_notes.fresh(figures))
        m_screen.line(noteText(line));
    for (const LineState &line : figures.lines) {
        if (!line.isFinished() || m_shown.contains(line.index))
            continue;
        m_shown.insert(line.index);
        m_screen.line(finishedText(line, m_colour));
    }
}

} // namespace dip::cli
