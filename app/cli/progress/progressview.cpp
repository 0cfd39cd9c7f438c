#include "app/cli/progress/progressview.h"

#include <QDateTime>

namespace dip::cli {

namespace {
constexpr std::chrono::milliseconds interval(100);
}

ProgressView::ProgressView(const ProgressSink &sink, std::unique_ptr<ProgressRenderer> renderer,
                           bool showNotices)
    : m_sink(sink), m_renderer(std::move(renderer)), m_showNotices(showNotices)
{
    connect(&m_timer, &QTimer::timeout, this, &ProgressView::look);
    m_timer.start(interval);
}

void ProgressView::finish()
{
    m_timer.stop();
    m_renderer->finish(m_sink, QDateTime::currentMSecsSinceEpoch());
    showNewNotices();
}

void ProgressView::look()
{
    showNewNotices();
    m_renderer->update(m_sink, QDateTime::currentMSecsSinceEpoch());
}

void ProgressView::showNewNotices()
{
    const QStringList notices = m_sink.notices();
    while (m_showNotices && m_noticesShown < notices.size())
        m_renderer->notice(notices[m_noticesShown++]);
}

} // namespace dip::cli
