#pragma once

#include "core/registry/singleflight.h"

#include <QByteArray>
#include <QDateTime>

namespace dip {

/// Bearer tokens by service and scope (one cache belongs to one registry). Thread-safe. Tokens are given out
/// only until shortly before they expire.
class TokenCache final
{
public:
    struct Token
    {
        QByteArray value;
        qint64 lifetimeSeconds =
            60; ///< where the server names none (Docker distribution, Token Authentication)
    };

    [[nodiscard]] std::optional<QByteArray> find(const QString &key) const;
    void store(const QString &key, const Token &token);
    /// Forgets a token that was refused; one that has come in its place meanwhile stays.
    void drop(const QString &key, QByteArrayView refused);

    /// The token of this key, from the cache or by `fetch`, which only one thread calls at a time.
    [[nodiscard]] Result<QByteArray> obtain(const QString &key, const std::function<Result<Token>()> &fetch,
                                            const std::stop_token &stop);

private:
    struct Kept
    {
        QByteArray value;
        QDateTime renewAt;
    };
    mutable std::mutex m_mutex;
    QHash<QString, Kept> m_tokens;
    SingleFlight<QByteArray> m_fetches;
};

} // namespace dip
