#pragma once

#include <QHash>
#include <QObject>

namespace dip::ui {

/// Passwords by profile: in memory for the session, and in the system's keychain where the person wants it
/// and there is one. Nowhere else. For the main thread.
class SecretStore final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] QString password(const QString &profile) const { return m_passwords.value(profile); }
    void setPassword(const QString &profile, const QString &password, bool inKeychain);
    void forget(const QString &profile);
    /// Asks the keychain; arrived() follows where it knows the password.
    void fetch(const QString &profile);

signals:
    void arrived(const QString &profile);
    /// The keychain did not take it; it is kept for this session only.
    void notKept(const QString &profile, const QString &why);

private:
    QHash<QString, QString> m_passwords;
};

} // namespace dip::ui
