#pragma once

#include <QtTypes>

#include <chrono>
#include <memory>
#include <mutex>

namespace dip {

/// A token bucket that all transfers of a process share, of whatever job and registry: each gets its turn in
/// small grants, so that they have the rate in equal parts. Thread-safe.
class RateLimiter final
{
public:
    /// What it grants, `outer` has to grant as well.
    explicit RateLimiter(std::shared_ptr<RateLimiter> outer = {}) : m_outer(std::move(outer)) {}

    void setRate(qint64 bytesPerSecond); ///< 0: unlimited; takes effect at once
    [[nodiscard]] qint64 rate() const;

    /// How many of `wanted` bytes may move now, and otherwise (0) after what time to ask again.
    struct Grant
    {
        qint64 bytes;
        std::chrono::milliseconds wait;
    };
    [[nodiscard]] Grant take(qint64 wanted);

private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] Grant takeOwn(qint64 wanted);
    void giveBack(qint64 bytes);

    const std::shared_ptr<RateLimiter> m_outer;
    mutable std::mutex m_mutex;
    qint64 m_rate = 0;
    double m_credit = 0;
    Clock::time_point m_last{};
};

} // namespace dip
