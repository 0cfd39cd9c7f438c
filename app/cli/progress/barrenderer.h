#pragma once

#include "app/cli/progress/notewatch.h"
#include "app/cli/progress/progressrenderer.h"

#include <QSet>

namespace dip::cli {

/// For terminals: a bar for each blob at work and one for the whole; finished blobs scroll up.
class BarRenderer final : public ProgressRenderer
{
public:
    BarRenderer(Screen &screen, int rows, bool colour) : m_screen(screen), m_rows(rows), m_colour(colour) {}

    void update(const ProgressSink &sink, qint64 nowMs) override;
    void finish(const ProgressSink &sink, qint64 nowMs) override;
    void notice(const QString &text) override;

private:
    void showNews(const ProgressFigures &figures);

    Screen &m_screen;
    const int m_rows;
    const bool m_colour;
    ProgressMeter m_meter;
    NoteWatch m_notes;
    QSet<qsizetype> m_shown; ///< finished lines
};

} // namespace dip::cli
