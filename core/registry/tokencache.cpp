#include "core/registry/tokencache.h"

#include <algorithm>

namespace dip {

TokenCache::Token TokenCache::makeToken(const QByteArray &value, qint64 lifetimeSeconds)
{
    // A request that is on its way when the token ends would be refused, so it is renewed a little before.
    const auto usable = lifetimeSeconds - std::min<qint64>(lifetimeSeconds / 5, 30);
    return {value, QDateTime::currentDateTimeUtc().addSecs(usable)};
}

std::optional<QByteArray> TokenCache::findLocked(const QString &key) const
{
    const auto it = m_tokens.constFind(key);
    if (it == m_tokens.cend() || it->renewAt <= QDateTime::currentDateTimeUtc())
        return {};
    return it->value;
}

std::optional<QByteArray> TokenCache::find(const QString &key) const
{
    const std::scoped_lock lock(m_mutex);
    return findLocked(key);
}

void TokenCache::store(const QString &key, const Token &token)
{
    const std::scoped_lock lock(m_mutex);
    m_tokens.insert(key, token);
}

void TokenCache::drop(const QString &key, QByteArrayView refused)
{
    const std::scoped_lock lock(m_mutex);
    const auto it = m_tokens.constFind(key);
    if (it != m_tokens.cend() && it->value == refused)
        m_tokens.erase(it);
}

Result<QByteArray> TokenCache::obtain(const QString &key, const std::function<Result<Token>()> &fetch,
                                      const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (auto token = findLocked(key))
            return *token;
        const auto running = m_fetches.value(key);
        if (!running) {
            m_fetches.insert(key, std::make_shared<Fetch>());
            lock.unlock();
            return fetchAndStore(key, fetch);
        }
        if (!m_fetched.wait(lock, stop, [&] { return running->over; }))
            break;
        // Who was cancelled speaks for itself alone; another failure would be everybody's.
        if (running->failure && running->failure->code != ErrorCode::Cancelled)
            return std::unexpected(*running->failure);
    }
    return fail(ErrorCode::Cancelled, {});
}

Result<QByteArray> TokenCache::fetchAndStore(const QString &key, const std::function<Result<Token>()> &fetch)
{
    auto token = fetch();
    const std::scoped_lock lock(m_mutex);
    const auto mine = m_fetches.take(key);
    mine->over = true;
    if (token)
        m_tokens.insert(key, *token);
    else
        mine->failure = token.error();
    m_fetched.notify_all();
    if (!token)
        return failure(token);
    return token->value;
}

} // namespace dip
