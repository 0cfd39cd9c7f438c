#include "tests/support/testcertificates.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace dip::test {

namespace {

void openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("openssl failed: %s", process.readAllStandardError().constData());
}

QStringList newEcKey()
{
    return {QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
            QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes")};
}

} // namespace

TestAuthority::TestAuthority(QString folder) : m_folder(std::move(folder))
{
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"),
                        QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/O=Test/CN=Test CA"),
                        QStringLiteral("-keyout"), m_folder + QStringLiteral("/ca.key"),
                        QStringLiteral("-out"), caFile()} +
            newEcKey());
}

QString TestAuthority::caFile() const
{
    return m_folder + QStringLiteral("/ca.crt");
}

TestCertificate TestAuthority::issue(const QString &file, const QString &names,
                                     const QStringList &moreArguments) const
{
    const TestCertificate result{m_folder + u'/' + file + QStringLiteral(".crt"),
                                 m_folder + u'/' + file + QStringLiteral(".key")};
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-CA"), caFile(),
                        QStringLiteral("-CAkey"), m_folder + QStringLiteral("/ca.key"),
                        QStringLiteral("-subj"), QStringLiteral("/O=Test/CN=") + file,
                        QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + names,
                        QStringLiteral("-addext"), QStringLiteral("basicConstraints=critical,CA:FALSE"),
                        QStringLiteral("-keyout"), result.key, QStringLiteral("-out"), result.certificate} +
            newEcKey() +
            (moreArguments.isEmpty() ? QStringList{QStringLiteral("-days"), QStringLiteral("2")}
                                     : moreArguments));
    return result;
}

TestCertificate makeSelfSigned(const QString &folder, const QString &file)
{
    const TestCertificate result{folder + u'/' + file + QStringLiteral(".crt"),
                                 folder + u'/' + file + QStringLiteral(".key")};
    openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"), QStringLiteral("2"),
             QStringLiteral("-subj"), QStringLiteral("/O=Test/CN=") + file, QStringLiteral("-newkey"),
             QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-addext"),
             QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-keyout"), result.key,
             QStringLiteral("-out"), result.certificate});
    return result;
}

QSslConfiguration serverConfiguration(const TestCertificate &certificate)
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificate.certificate));
    QFile file(certificate.key);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(certificate.key));
    const auto pem = file.readAll();
    QSslKey key(pem, QSsl::Ec);
    configuration.setPrivateKey(key.isNull() ? QSslKey(pem, QSsl::Rsa) : key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

void installCa(const QString &folder, const QString &host, const QString &caFile)
{
    const auto place = folder + u'/' + host;
    if (!QDir().mkpath(place) || !QFile::copy(caFile, place + QStringLiteral("/ca.crt")))
        qFatal("cannot write below %s", qPrintable(place));
}

} // namespace dip::test
