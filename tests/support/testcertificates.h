#pragma once

#include <QSslConfiguration>
#include <QString>

namespace dip::test {

/// A certificate and its key, as PEM files.
struct TestCertificate
{
    QString certificate;
    QString key;
};

/// A certificate authority of our own, and certificates signed by it, made by the openssl program.
class TestAuthority final
{
public:
    /// `folder` must exist and outlive the files' use.
    explicit TestAuthority(QString folder);

    [[nodiscard]] QString caFile() const;

    /// `names`: a subjectAltName such as "IP:127.0.0.1,DNS:localhost".
    [[nodiscard]] TestCertificate issue(const QString &file,
                                        const QString &names = QStringLiteral("IP:127.0.0.1,DNS:localhost"),
                                        const QStringList &moreArguments = {}) const;

private:
    QString m_folder;
};

/// A certificate signed by itself, with an RSA key.
[[nodiscard]] TestCertificate makeSelfSigned(const QString &folder, const QString &file);

/// What a server needs to speak TLS with this certificate.
[[nodiscard]] QSslConfiguration serverConfiguration(const TestCertificate &certificate);

/// Puts a CA where docker looks for it: `folder`/HOST:PORT/ca.crt.
void installCa(const QString &folder, const QString &host, const QString &caFile);

} // namespace dip::test
