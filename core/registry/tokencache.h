#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace dip {

/// Bearer tokens by service and scope (one cache belongs to one registry). Thread-safe. Tokens are given out
/// only until shortly before they expire.
class TokenCache final
{
public:
    struct Token
    {
        QByteArray value;
        QDateTime renewAt;
    };

    /// `lifetimeSeconds` as the server said, 60 where it did not (Docker distribution, Token Authentication).
    [[nodiscard]] static Token makeToken(const QByteArray &value, qint64 lifetimeSeconds);

    [[nodiscard]] std::optional<QByteArray> find(const QString &key) const;
    void store(const QString &key, const Token &token);
    /// Forgets a token that was refused; one that has come in its place meanwhile stays.
    void drop(const QString &key, QByteArrayView refused);

    /// The token of this key, from the cache or by `fetch`. Of several threads that want the same one, one
    /// fetches and the others wait for its outcome.
    [[nodiscard]] Result<QByteArray> obtain(const QString &key, const std::function<Result<Token>()> &fetch,
                                            const std::stop_token &stop);

private:
    struct Fetch
    {
        std::optional<Error> failure;
        bool over = false;
    };
    [[nodiscard]] std::optional<QByteArray> findLocked(const QString &key) const;
    [[nodiscard]] Result<QByteArray> fetchAndStore(const QString &key,
                                                   const std::function<Result<Token>()> &fetch);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_fetched;
    QHash<QString, Token> m_tokens;
    QHash<QString, std::shared_ptr<Fetch>> m_fetches;
};

} // namespace dip
