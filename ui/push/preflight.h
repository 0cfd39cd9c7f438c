#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

#include "core/base/error.h"
#include "core/transfer/operation.h"
#include "ui/background.h"

namespace dip {
class Cache;
}

namespace dip::ui {

/// Asks the registry in the background what a push would send. For the main thread.
class Preflight final : public QObject
{
    Q_OBJECT

public:
    /// What is there under one target's name.
    enum class Tag { Absent, Same, Other };

    struct Outcome
    {
        Tally wouldMove{}; ///< each blob counted once, however many images have it
        Tally alreadyThere{};
        QList<Tag> tags;                ///< in the order of the pushes
        bool mayPush = false;           ///< the registry said so
        std::optional<Error> refusal{}; ///< why not, where the registry said that
        std::optional<RepositoryName> refusedAt{};
    };

    explicit Preflight(QObject *parent = nullptr);
    ~Preflight() override; ///< stops what is asked, and waits for its end

    /// Asks a moment later, so that typing does not ask at every letter; ends what was asked before.
    void ask(const std::shared_ptr<Cache> &cache, const std::shared_ptr<Registry> &registry,
             const QList<PushFromCacheUsingManifest> &pushes);
    void cancel();
    [[nodiscard]] bool isAsking() const { return m_asking; }

signals:
    void answered(const dip::ui::Preflight::Outcome &outcome);
    void failed(const dip::Error &error);

private:
    void begin();

    QTimer m_delay;
    std::shared_ptr<Cache> m_cache;
    std::shared_ptr<Registry> m_registry;
    QList<PushFromCacheUsingManifest> m_pushes;
    int m_asked = 0;
    bool m_asking = false;
    Background m_background;
};

} // namespace dip::ui
