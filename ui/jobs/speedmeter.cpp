#include "ui/jobs/speedmeter.h"

namespace dip::ui {

namespace {
constexpr qint64 windowMs = 8000;
constexpr qint64 enoughMs = 1000;
} // namespace

void SpeedMeter::add(qint64 atMs, qint64 bytes)
{
    if (!m_samples.empty() && bytes < m_samples.back().bytes)
        m_samples.clear();
    m_samples.push_back({atMs, bytes});
    while (m_samples.size() > 2 && m_samples[1].atMs <= atMs - windowMs)
        m_samples.pop_front();
}

double SpeedMeter::bytesPerSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const qint64 ms = m_samples.back().atMs - m_samples.front().atMs;
    return ms <= 0 ? 0 : double(m_samples.back().bytes - m_samples.front().bytes) * 1000 / double(ms);
}

std::optional<qint64> SpeedMeter::remainingMs(qint64 bytesLeft) const
{
    const double speed = bytesPerSecond();
    if (speed < 1 || m_samples.back().atMs - m_samples.front().atMs < enoughMs)
        return {};
    return qint64(double(bytesLeft) / speed * 1000);
}

} // namespace dip::ui
