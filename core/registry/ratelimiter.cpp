#include "core/registry/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace dip {

namespace {

constexpr qint64 smallestBurst = 64 * 1024;
constexpr qint64 largestGrant = 64 * 1024; // so that one greedy taker does not empty the bucket for the rest

/// What may move at once after a pause: a quarter of a second's worth.
double burstAt(qint64 rate)
{
    return double(std::max(rate / 4, smallestBurst));
}

/// What is worth waking up for: a twentieth of a second's worth, within reason.
qint64 worthwhileAt(qint64 rate)
{
    return std::clamp<qint64>(rate / 20, 1, 16 * 1024);
}

} // namespace

void RateLimiter::setRate(qint64 bytesPerSecond)
{
    const std::scoped_lock lock(m_mutex);
    const bool wasUnlimited = m_rate == 0;
    m_rate = std::max<qint64>(0, bytesPerSecond);
    m_credit = wasUnlimited ? burstAt(m_rate) : std::min(m_credit, burstAt(m_rate));
    m_last = Clock::now();
}

qint64 RateLimiter::rate() const
{
    const std::scoped_lock lock(m_mutex);
    return m_rate;
}

RateLimiter::Grant RateLimiter::take(qint64 wanted)
{
    const Grant own = takeOwn(wanted);
    if (!m_outer || own.bytes <= 0)
        return own;
    const Grant both = m_outer->take(own.bytes);
    giveBack(own.bytes - both.bytes);
    return both;
}

void RateLimiter::giveBack(qint64 bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_credit += double(bytes);
}

RateLimiter::Grant RateLimiter::takeOwn(qint64 wanted)
{
    const std::scoped_lock lock(m_mutex);
    if (m_rate == 0 || wanted <= 0)
        return {wanted, {}};
    const auto now = Clock::now();
    const double seconds = std::chrono::duration<double>(now - m_last).count();
    m_last = now;
    m_credit = std::min(burstAt(m_rate), m_credit + seconds * double(m_rate));

    const qint64 least = std::min(wanted, worthwhileAt(m_rate));
    if (m_credit < double(least)) {
        const double missing = (double(least) - m_credit) / double(m_rate);
        return {0, std::chrono::milliseconds(qint64(std::ceil(missing * 1000)))};
    }
    const qint64 granted = std::min({wanted, largestGrant, qint64(m_credit)});
    m_credit -= double(granted);
    return {granted, {}};
}

} // namespace dip
