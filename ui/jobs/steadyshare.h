#pragma once

#include <QtTypes>

namespace dip::ui {

/// The share of a job that is done, as a bar shows it: it never falls. Where more to do comes to light, the
/// rest of the bar stands for more than before; where a count falls, for example after a lost connection, it
/// waits. Only after restart(), of which the person is told, it begins anew.
class SteadyShare final
{
public:
    /// The share now, 0 to 1.
    double add(qint64 done, qint64 total);
    void restart() { *this = {}; }

private:
    // From where the rest of the bar is counted: when the total changed last.
    qint64 m_doneThen = 0;
    double m_shareThen = 0;

    qint64 m_done = 0;
    qint64 m_total = 0;
    double m_share = 0;
};

} // namespace dip::ui
