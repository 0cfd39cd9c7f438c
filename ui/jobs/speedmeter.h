#pragma once

#include <QtTypes>

#include <deque>
#include <optional>

namespace dip::ui {

/// The mean speed of the last seconds.
class SpeedMeter final
{
public:
    /// `bytes` as counted from the beginning; a count that falls begins anew.
    void add(qint64 atMs, qint64 bytes);
    [[nodiscard]] double bytesPerSecond() const;
    /// Nothing until there is a second's worth to judge by, or while nothing moves.
    [[nodiscard]] std::optional<qint64> remainingMs(qint64 bytesLeft) const;

private:
    struct Sample
    {
        qint64 atMs;
        qint64 bytes;
    };
    std::deque<Sample> m_samples;
};

} // namespace dip::ui
