#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <QSslError>
#include <QStringList>
#include <QUrl>

namespace dip {

/// How TLS is spoken with each host: 1.2 or newer, the system's CA certificates and, from docker's certs.d
/// folders (HOST:PORT/ or HOST/), *.crt as further CAs and *.cert with *.key to sign in. For one thread.
class TlsSettings final
{
public:
    explicit TlsSettings(QStringList folders) : m_folders(std::move(folders)) {}

    [[nodiscard]] const QSslConfiguration &configurationFor(const QUrl &url);

private:
    QStringList m_folders;
    QHash<QString, QSslConfiguration> m_known;
};

/// What is wrong with a server's certificate, in English and on one line: the reasons, whom it names, who
/// made it, its end and its fingerprint.
[[nodiscard]] QString describeUntrusted(const QList<QSslError> &errors);

/// Why no TLS came about, by what OpenSSL says: that a server speaks plain HTTP it does not say in words.
[[nodiscard]] QString describeTlsFailure(const QString &reason);

/// The version, the certificate and its issuer.
[[nodiscard]] QString describeTls(const QSslConfiguration &connection);

} // namespace dip
