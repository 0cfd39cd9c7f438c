#include "core/registry/tokencache.h"

#include <algorithm>

namespace dip {

std::optional<QByteArray> TokenCache::find(const QString &key) const
{
    const std::scoped_lock lock(m_mutex);
    const auto it = m_tokens.constFind(key);
    if (it == m_tokens.cend() || it->renewAt <= QDateTime::currentDateTimeUtc())
        return {};
    return it->value;
}

void TokenCache::store(const QString &key, const Token &token)
{
    // A request that is on its way when the token ends would be refused, so it is renewed a little before.
    const auto usable = token.lifetimeSeconds - std::min<qint64>(token.lifetimeSeconds / 5, 30);
    const std::scoped_lock lock(m_mutex);
    m_tokens.insert(key, {token.value, QDateTime::currentDateTimeUtc().addSecs(usable)});
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
    return m_fetches.get(
        key, [&] { return find(key); },
        [&]() -> Result<QByteArray> {
            auto token = fetch();
            if (!token)
                return failure(token);
            store(key, *token);
            return token->value;
        },
        stop);
}

} // namespace dip
