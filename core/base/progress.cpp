#include "core/base/progress.h"

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
