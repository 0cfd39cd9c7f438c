#include "core/transfer/account.h"

#include "core/base/progress.h"

namespace dip {

Account::Account(OperationReport &report, const ProgressSink &progress)
    : m_report(report), m_progress(progress)
{
    m_clock.start();
}

Account::~Account()
{
    m_report.elapsedMs = m_clock.elapsed();
    m_report.retries = m_progress.retries();
}

void Account::line(qint64 bytes, qint64 resumedBytes)
{
    const QMutexLocker lock(&m_mutex);
    m_report.lineBytes += bytes;
    m_report.resumedBytes += resumedBytes;
}

void Account::image(const ImageReport &image)
{
    const QMutexLocker lock(&m_mutex);
    m_report.images.append(image);
}

void Account::count(Tally OperationReport::*tally, qint64 bytes)
{
    const QMutexLocker lock(&m_mutex);
    ++(m_report.*tally).blobs;
    (m_report.*tally).bytes += bytes;
}

} // namespace dip
