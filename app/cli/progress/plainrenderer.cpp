#include "app/cli/progress/plainrenderer.h"

#include "app/cli/progress/progresstext.h"
#include "app/cli/screen.h"

namespace dip::cli {

namespace {
constexpr qint64 intervalMs = 5'000;
constexpr int widest = 200;
} // namespace

void PlainRenderer::update(const ProgressSink &sink, qint64 nowMs)
{
    const ProgressFigures figures = m_meter.look(sink, nowMs);
    showNews(figures);
    showRetries(figures, nowMs);
    if (!m_lastMs)
        m_lastMs = nowMs;
    if (nowMs - *m_lastMs < intervalMs || figures.done == m_lastDone)
        return;
    m_screen.line(plainText(figures));
    m_lastMs = nowMs;
    m_lastDone = figures.done;
}

void PlainRenderer::finish(const ProgressSink &sink, qint64 nowMs)
{
    showNews(m_meter.look(sink, nowMs));
}

void PlainRenderer::notice(const QString &text)
{
    m_screen.line(text);
}

void PlainRenderer::showNews(const ProgressFigures &figures)
{
    for (const LineState &line : m_notes.fresh(figures))
        m_screen.line(noteText(line));
    for (const LineState &line : figures.lines) {
        if (!line.isFinished() || m_shown.contains(line.index))
            continue;
        m_shown.insert(line.index);
        m_screen.line(finishedText(line, false));
    }
}

/// Each wait is told once, not counted down.
void PlainRenderer::showRetries(const ProgressFigures &figures, qint64 nowMs)
{
    for (const LineState &line : figures.lines) {
        if (line.phase != Phase::WaitingToRetry || m_told.value(line.index) == line.retryAtMs)
            continue;
        m_told.insert(line.index, line.retryAtMs);
        m_screen.line(activeText(line, nowMs, widest, false));
    }
}

} // namespace dip::cli
