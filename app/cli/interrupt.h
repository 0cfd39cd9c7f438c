#pragma once

#include <QObject>

#include <memory>
#include <stop_token>

class QSocketNotifier;

namespace dip::cli {

/// Turns Ctrl-C and a request to end into a stop. The second one ends the process at once with 130: the cache
/// stays valid whatever happens. One at a time, on the main thread.
class Interrupt final : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(std::stop_source stop);
    ~Interrupt() override;

signals:
    void requested();

private:
    void ask();

    std::stop_source m_stop;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace dip::cli
