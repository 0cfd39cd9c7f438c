#pragma once

#include <QHash>
#include <QSslCertificate>
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
    /// `pinnedHost` ("host:port") trusts no authority: its certificate is compared with one that is known.
    explicit TlsSettings(QStringList folders, QString pinnedHost = {})
        : m_folders(std::move(folders)), m_pinnedHost(std::move(pinnedHost))
    {}

    [[nodiscard]] const QSslConfiguration &configurationFor(const QUrl &url);

private:
    QStringList m_folders;
    QString m_pinnedHost;
    QHash<QString, QSslConfiguration> m_known;
};

/// What is wrong with a server's certificate, in English and on one line: the reasons, whom it names, who
/// made it, its end and its fingerprint.
[[nodiscard]] QString describeUntrusted(const QList<QSslError> &errors);

/// Why no TLS came about, by what OpenSSL says: that a server speaks plain HTTP it does not say in words.
[[nodiscard]] QString describeTlsFailure(const QString &reason);
/// That a host shows another certificate than the one that was trusted; both are told apart by fingerprint.
[[nodiscard]] QString describeChanged(const QSslCertificate &now, const QByteArray &trustedSum);

/// The version, the certificate and its issuer.
[[nodiscard]] QString describeTls(const QSslConfiguration &connection);

} // namespace dip
