#pragma once

#include <QObject>
#include <QTimer>

#include <memory>
#include <stop_token>

#include "core/transfer/operation.h"

namespace dip {
class Cache;
}

namespace dip::ui {

/// Asks the registry in the background what a push would send. For the main thread.
class Preflight final : public QObject
{
    Q_OBJECT

public:
    struct Outcome
    {
        Tally wouldMove{};
        Tally alreadyThere{};
    };

    explicit Preflight(QObject *parent = nullptr);
    ~Preflight() override; ///< stops what is asked

    /// Asks a moment later, so that typing does not ask at every letter; ends what was asked before.
    void ask(const std::shared_ptr<Cache> &cache, const std::shared_ptr<Registry> &registry,
             const QList<PushFromCacheUsingManifest> &pushes);
    void cancel();

signals:
    void answered(const dip::ui::Preflight::Outcome &outcome);
    void failed(const dip::Error &error);

private:
    void begin();

    QTimer m_delay;
    std::stop_source m_stop;
    std::shared_ptr<Cache> m_cache;
    std::shared_ptr<Registry> m_registry;
    QList<PushFromCacheUsingManifest> m_pushes;
    int m_asked = 0;
};

} // namespace dip::ui
