#include "app/cli/redactor.h"

#include <QRegularExpression>
#include <QUrl>

namespace dip::cli {

namespace {
// Shorter ones would take letters out of every word.
constexpr qsizetype shortest = 4;
} // namespace

void Redactor::add(const QString &username, const QString &secret)
{
    if (secret.size() < shortest)
        return;
    const QMutexLocker lock(&m_mutex);
    m_secrets.append(secret);
    m_secrets.append(QString::fromLatin1((username + u':' + secret).toUtf8().toBase64())); // Basic
    m_secrets.append(QString::fromLatin1(QUrl::toPercentEncoding(secret)));                // forms
}

QString Redactor::redacted(const QString &text) const
{
    // An Authorization value, or name=value and "name": "value" for the names of secrets.
    static const QRegularExpression named(
        QStringLiteral(
            R"re(((?:authorization:\s*(?:basic|bearer)|basic|bearer)\s+|)re"
            R"re((?:password|passwd|access_token|refresh_token|identitytoken|token)(?:=|"\s*:\s*")))re"
            R"re(([A-Za-z0-9+/=._~%-]{4,}))re"),
        QRegularExpression::CaseInsensitiveOption);
    QString result = text;
    result.replace(named, QStringLiteral("\\1***"));
    const QMutexLocker lock(&m_mutex);
    for (const QString &secret : m_secrets)
        result.replace(secret, QStringLiteral("***"));
    return result;
}

} // namespace dip::cli
