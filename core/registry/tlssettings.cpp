#include "core/registry/tlssettings.h"

#include "core/base/log.h"
#include "core/registry/location.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace dip {

namespace {

/// The names under which docker looks for a host's folder.
QStringList folderNames(const QUrl &url)
{
    const auto port = QString::number(effectivePort(url));
    QStringList names{url.host() + u':' + port};
#ifdef Q_OS_WIN
    names << url.host() + port;
#endif
    if (effectivePort(url) == 443)
        names << url.host();
    return names;
}

QSslKey readKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto pem = file.read(1024 * 1024);
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

QList<QSslCertificate> readAuthorities(const QDir &folder)
{
    QList<QSslCertificate> found;
    for (const auto &name : folder.entryList({QStringLiteral("*.crt")}, QDir::Files, QDir::Name)) {
        const auto certificates = QSslCertificate::fromPath(folder.filePath(name));
        if (certificates.isEmpty())
            qCWarning(logHttp) << "no certificate could be read from" << folder.filePath(name);
        found += certificates;
    }
    return found;
}

void addOwnCertificate(QSslConfiguration &configuration, const QDir &folder)
{
    for (const auto &name : folder.entryList({QStringLiteral("*.cert")}, QDir::Files, QDir::Name)) {
        const auto chain = QSslCertificate::fromPath(folder.filePath(name));
        const auto key = readKey(folder.filePath(name.chopped(4) + QStringLiteral("key")));
        if (chain.isEmpty() || key.isNull()) {
            qCWarning(logHttp) << "no certificate with a key of its own in" << folder.filePath(name);
            continue;
        }
        configuration.setLocalCertificateChain(chain);
        configuration.setPrivateKey(key);
    }
}

QString nameOf(const QStringList &commonName, const QStringList &organization)
{
    const auto names = commonName.isEmpty() ? organization : commonName;
    return names.isEmpty() ? QStringLiteral("nobody") : names.first();
}

QString subjectOf(const QSslCertificate &certificate)
{
    return nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                  certificate.subjectInfo(QSslCertificate::Organization));
}

QString issuerOf(const QSslCertificate &certificate)
{
    return nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                  certificate.issuerInfo(QSslCertificate::Organization));
}

QString reasonOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
        return QStringLiteral("it is signed by itself");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
        return QStringLiteral("its issuer is not known here");
    case QSslError::CertificateExpired:
        return QStringLiteral("it has expired");
    case QSslError::CertificateNotYetValid:
        return QStringLiteral("it is not valid yet");
    case QSslError::HostNameMismatch:
        return QStringLiteral("it is made for another host name");
    case QSslError::CertificateRevoked:
        return QStringLiteral("it has been revoked");
    default:
        return error.errorString();
    }
}

} // namespace

const QSslConfiguration &TlsSettings::configurationFor(const QUrl &url)
{
    const auto host = url.host() + u':' + QString::number(effectivePort(url));
    if (const auto it = m_known.constFind(host); it != m_known.cend())
        return *it;
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    QList<QSslCertificate> authorities;
    for (const auto &folder : m_folders) {
        for (const auto &name : folderNames(url)) {
            const QDir dir(folder + u'/' + name);
            authorities += readAuthorities(dir);
            addOwnCertificate(configuration, dir);
        }
    }
    // Naming CAs ends the looking up of the system's own on demand, so these have to be named too.
    if (host == m_pinnedHost)
        configuration.setCaCertificates({}); // so that every handshake asks us
    else if (!authorities.isEmpty())
        configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + authorities);
    return *m_known.insert(host, configuration);
}

QString describeUntrusted(const QList<QSslError> &errors)
{
    QStringList reasons;
    QSslCertificate certificate;
    for (const auto &error : errors) {
        reasons << reasonOf(error);
        if (certificate.isNull())
            certificate = error.certificate();
    }
    reasons.removeDuplicates();
    return QStringLiteral(
               "the certificate is not trusted: %1; subject: %2; issuer: %3; valid until: %4; SHA-256: %5")
        .arg(reasons.join(QStringLiteral(", ")), subjectOf(certificate), issuerOf(certificate),
             certificate.expiryDate().toUTC().toString(Qt::ISODate),
             QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')));
}

QString describeTlsFailure(const QString &reason)
{
    const bool isPlain = reason.contains(QLatin1String("wrong version number")) ||
                         reason.contains(QLatin1String("http request"));
    return isPlain ? QStringLiteral("the server answered in plain HTTP (%1)").arg(reason) : reason;
}

QString describeChanged(const QSslCertificate &now, const QByteArray &trustedSum)
{
    return QStringLiteral("the certificate is not the one that was trusted (SHA-256: %1); now there is: "
                          "subject: %2; issuer: %3; valid until: %4; SHA-256: %5")
        .arg(QString::fromLatin1(trustedSum.toHex(':')), subjectOf(now), issuerOf(now),
             now.expiryDate().toUTC().toString(Qt::ISODate),
             QString::fromLatin1(now.digest(QCryptographicHash::Sha256).toHex(':')));
}

QString describeTls(const QSslConfiguration &connection)
{
    const auto version =
        connection.sessionProtocol() == QSsl::TlsV1_2 ? QStringLiteral("TLS 1.2") : QStringLiteral("TLS 1.3");
    const auto certificate = connection.peerCertificate();
    return QStringLiteral("%1; subject: %2; issuer: %3; valid until: %4")
        .arg(version, subjectOf(certificate), issuerOf(certificate),
             certificate.expiryDate().toUTC().toString(Qt::ISODate));
}

} // namespace dip
