#include "core/base/progress.h"

#include <QDateTime>

namespace dip {

QString BlobProgress::note() const
{
    const QMutexLocker lock(&m_mutex);
    return m_note;
}

void BlobProgress::setNote(const QString &note)
{
    const QMutexLocker lock(&m_mutex);
    m_note = note;
}

void BlobProgress::waitForRetry(qint64 untilMs, const QString &note)
{
    setNote(note);
    m_retryAtMs = untilMs;
    m_phase = Phase::WaitingToRetry;
}

bool BlobProgress::pauseForRetry(std::chrono::milliseconds time, const QString &note,
                                 const std::stop_token &stop)
{
    waitForRetry(QDateTime::currentMSecsSinceEpoch() + time.count(), note);
    return m_pause.sleepFor(time, stop);
}

std::shared_ptr<BlobProgress> ProgressSink::addBlob(const QString &label, qint64 total)
{
    const QMutexLocker lock(&m_mutex);
    return m_lines.emplaceBack(std::make_shared<BlobProgress>(label, total, true));
}

std::shared_ptr<BlobProgress> ProgressSink::addStep(const QString &label, qint64 total)
{
    const QMutexLocker lock(&m_mutex);
    return m_lines.emplaceBack(std::make_shared<BlobProgress>(label, total, false));
}

QList<std::shared_ptr<const BlobProgress>> ProgressSink::lines() const
{
    const QMutexLocker lock(&m_mutex);
    return {m_lines.cbegin(), m_lines.cend()};
}

void ProgressSink::retryNow()
{
    const QMutexLocker lock(&m_mutex);
    for (const auto &line : std::as_const(m_lines))
        line->retryNow();
    m_pause.end();
}

void ProgressSink::retryNow(qsizetype line)
{
    const QMutexLocker lock(&m_mutex);
    if (line >= 0 && line < m_lines.size())
        m_lines[line]->retryNow();
}

void ProgressSink::notice(const QString &text)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_notices.contains(text))
        m_notices.append(text);
}

QStringList ProgressSink::notices() const
{
    const QMutexLocker lock(&m_mutex);
    return m_notices;
}

} // namespace dip
