#pragma once

#include "core/base/result.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace dip {

/// How often and how patiently something is tried again.
struct RetryPolicy
{
    int attempts = 3;                          ///< tries after the first one
    std::chrono::milliseconds first{500};      ///< pause before the first repetition
    std::chrono::milliseconds longest{30'000}; ///< the pause doubles up to this, then jitter is applied
};

/// Whether trying again can help: lost lines, time-outs, 408, 425, 429, 500, 502, 503, 504. All else is
/// final.
[[nodiscard]] bool isTransient(const Error &error);

/// The pause before repetition number `repetition` (from 1): exponential with jitter (between half and all of
/// it), never shorter than the error's Retry-After.
[[nodiscard]] std::chrono::milliseconds pauseBefore(int repetition, const RetryPolicy &policy,
                                                    const Error &error);

/// Sleeps; false as soon as a stop is asked for.
[[nodiscard]] bool sleepFor(std::chrono::milliseconds time, const std::stop_token &stop);

/// A sleep that another thread can end. Thread-safe.
class Pause final
{
public:
    /// Sleeps until the time is over or end() is called; false as soon as a stop is asked for.
    [[nodiscard]] bool sleepFor(std::chrono::milliseconds time, const std::stop_token &stop);
    /// Wakes who sleeps now; a later sleep is none of its business.
    void end();

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    quint64 m_ended = 0; ///< calls of end()
};

} // namespace dip
