#pragma once

#include <QMutex>
#include <QStringList>

namespace dip::cli {

/// The last guard before anything is shown or written: secrets that were handed in, and values that follow
/// an Authorization header or a token's or password's name, become "***". Thread-safe.
class Redactor final
{
public:
    Redactor() = default;
    Q_DISABLE_COPY_MOVE(Redactor)

    void add(const QString &username, const QString &secret);
    [[nodiscard]] QString redacted(const QString &text) const;

private:
    mutable QMutex m_mutex;
    QStringList m_secrets;
};

} // namespace dip::cli
