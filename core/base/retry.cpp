#include "core/base/retry.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace std::chrono_literals;

namespace dip {

bool isTransient(const Error &error)
{
    if (error.code == ErrorCode::RegistryStorage)
        return false;
    switch (error.httpStatus) {
    case 0:
        break;
    case 408:
    case 425:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        return true;
    default:
        return false;
    }
    switch (error.code) {
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionLost:
    case ErrorCode::Timeout:
        return true;
    default:
        return false;
    }
}

std::chrono::milliseconds pauseBefore(int repetition, const RetryPolicy &policy, const Error &error)
{
    auto pause = policy.first;
    for (int i = 1; i < repetition && pause < policy.longest; ++i)
        pause *= 2;
    pause = std::min(pause, policy.longest);
    pause = pause / 2 +
            std::chrono::milliseconds(QRandomGenerator::global()->bounded(int(pause.count() / 2) + 1));
    if (error.retryAfterMs)
        pause = std::max(pause, std::chrono::milliseconds(*error.retryAfterMs));
    return pause;
}

bool sleepFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    return Pause().sleepFor(time, stop);
}

bool Pause::sleepFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, time, [this, before = m_ended] { return m_ended != before; });
    return !stop.stop_requested();
}

void Pause::end()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_ended;
    }
    m_wake.notify_all();
}

} // namespace dip
