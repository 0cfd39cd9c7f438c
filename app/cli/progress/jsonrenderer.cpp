#include "app/cli/progress/jsonrenderer.h"

#include "app/cli/progress/progresstext.h"
#include "app/cli/screen.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace dip::cli {

namespace {

constexpr qint64 intervalMs = 500;

QString timeText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC).toString(Qt::ISODateWithMs);
}

QString lineOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject blobObject(const LineState &line)
{
    QJsonObject object{{QStringLiteral("label"), line.fullLabel},
                       {QStringLiteral("phase"), phaseName(line.phase)},
                       {QStringLiteral("done_bytes"), line.done},
                       {QStringLiteral("total_bytes"), line.total}};
    if (line.phase == Phase::WaitingToRetry)
        object[QStringLiteral("retry_at")] = timeText(line.retryAtMs);
    if (!line.note.isEmpty())
        object[QStringLiteral("note")] = line.note;
    return object;
}

} // namespace

void JsonRenderer::update(const ProgressSink &sink, qint64 nowMs)
{
    const ProgressFigures figures = m_meter.look(sink, nowMs);
    if (!m_lastMs || nowMs - *m_lastMs >= intervalMs)
        show(figures, nowMs);
}

void JsonRenderer::finish(const ProgressSink &sink, qint64 nowMs)
{
    show(m_meter.look(sink, nowMs), nowMs);
}

void JsonRenderer::notice(const QString &text)
{
    m_screen.line(lineOf({{QStringLiteral("event"), QStringLiteral("notice")},
                          {QStringLiteral("time"), timeText(QDateTime::currentMSecsSinceEpoch())},
                          {QStringLiteral("text"), text}}));
}

void JsonRenderer::show(const ProgressFigures &figures, qint64 nowMs)
{
    QJsonArray changed;
    m_shown.resize(figures.lines.size(), {Phase::Waiting, -1});
    for (const LineState &line : figures.lines) {
        const std::pair now(line.phase, line.done);
        if (m_shown[line.index] == now)
            continue;
        m_shown[line.index] = now;
        changed.append(blobObject(line));
    }
    if (changed.isEmpty())
        return;
    m_lastMs = nowMs;
    QJsonObject object{{QStringLiteral("event"), QStringLiteral("progress")},
                       {QStringLiteral("time"), timeText(nowMs)},
                       {QStringLiteral("done_bytes"), figures.done},
                       {QStringLiteral("total_bytes"), figures.total},
                       {QStringLiteral("finished_blobs"), figures.finished},
                       {QStringLiteral("total_blobs"), figures.lines.size()},
                       {QStringLiteral("bytes_per_second"), figures.bytesPerSecond},
                       {QStringLiteral("remaining_ms"), QJsonValue::Null},
                       {QStringLiteral("blobs"), changed}};
    if (figures.remainingMs)
        object[QStringLiteral("remaining_ms")] = *figures.remainingMs;
    m_screen.line(lineOf(object));
}

} // namespace dip::cli
