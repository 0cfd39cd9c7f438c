#include "ui/jobs/steadyshare.h"

#include <algorithm>

namespace dip::ui {

double SteadyShare::add(qint64 done, qint64 total)
{
    if (total != m_total) {
        m_doneThen = std::min(m_done, done);
        m_shareThen = m_share;
        m_total = total;
    }
    m_done = done;
    if (total > m_doneThen) {
        const double ofRest = double(done - m_doneThen) / double(total - m_doneThen);
        m_share = std::clamp(m_shareThen + (1 - m_shareThen) * ofRest, m_share, 1.);
    }
    return m_share;
}

} // namespace dip::ui
