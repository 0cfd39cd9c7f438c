#pragma once

#include "app/cli/progress/progressrenderer.h"

#include <QObject>
#include <QTimer>

namespace dip::cli {

/// Looks at a sink by a timer, on the main thread, and shows it. Nothing is shown once it is destroyed.
class ProgressView final : public QObject
{
    Q_OBJECT
public:
    /// The sink must outlive it.
    ProgressView(const ProgressSink &sink, std::unique_ptr<ProgressRenderer> renderer, bool showNotices);
    void finish();

private:
    void look();
    void showNewNotices();

    const ProgressSink &m_sink;
    std::unique_ptr<ProgressRenderer> m_renderer;
    const bool m_showNotices;
    qsizetype m_noticesShown = 0;
    QTimer m_timer;
};

} // namespace dip::cli
