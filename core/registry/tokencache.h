#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QMutex>

#include <optional>

namespace dip {

/// Bearer tokens by service and scope (one cache belongs to one registry). Thread-safe. Tokens are given out
/// only until shortly before they expire.
class TokenCache final
{
public:
    [[nodiscard]] std::optional<QByteArray> find(const QString &key) const;
    /// `lifetimeSeconds` as the server said, 60 where it did not (Docker distribution, Token Authentication).
    void store(const QString &key, const QByteArray &token, qint64 lifetimeSeconds);
    void drop(const QString &key);

private:
    struct Token
    {
        QByteArray value;
        QDateTime renewAt;
    };
    mutable QMutex m_mutex;
    QHash<QString, Token> m_tokens;
};

} // namespace dip
