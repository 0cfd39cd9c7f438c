#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace dip {

/// Of several threads that want the same thing, one gets it and the others wait for its outcome. Thread-safe.
template<typename Value> class SingleFlight final
{
public:
    /// `known` is asked first and must be quick; `fetch` is called by one thread at a time for each key, and
    /// has to see to it that `known` knows afterwards.
    [[nodiscard]] Result<Value> get(const QString &key, const std::function<std::optional<Value>()> &known,
                                    const std::function<Result<Value>()> &fetch, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            if (auto value = known())
                return *value;
            const auto running = m_running.value(key);
            if (!running)
                return fly(key, fetch, lock);
            if (!m_landed.wait(lock, stop, [&] { return running->has_value(); }))
                break;
            // Who was cancelled speaks for itself alone.
            if (running->value() || running->value().error().code != ErrorCode::Cancelled)
                return running->value();
        }
        return fail(ErrorCode::Cancelled, {});
    }

private:
    using Outcome = std::optional<Result<Value>>;

    Result<Value> fly(const QString &key, const std::function<Result<Value>()> &fetch,
                      std::unique_lock<std::mutex> &lock)
    {
        const auto mine = std::make_shared<Outcome>();
        m_running.insert(key, mine);
        lock.unlock();
        auto result = fetch();
        lock.lock();
        m_running.remove(key);
        *mine = result;
        m_landed.notify_all();
        return result;
    }

    std::mutex m_mutex;
    std::condition_variable_any m_landed;
    QHash<QString, std::shared_ptr<Outcome>> m_running;
};

} // namespace dip
