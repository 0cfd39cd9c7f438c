#include "app/cli/progress/notewatch.h"

namespace dip::cli {

QList<LineState> NoteWatch::fresh(const ProgressFigures &figures)
{
    QList<LineState> lines;
    for (const LineState &line : figures.lines) {
        if (line.note.isEmpty() || m_known.value(line.index) == line.note)
            continue;
        m_known.insert(line.index, line.note);
        if (line.phase != Phase::WaitingToRetry)
            lines.append(line);
    }
    return lines;
}

} // namespace dip::cli
