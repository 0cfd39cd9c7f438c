#include "tests/support/testregistry.h"

#include "tests/support/program.h"

#include "tests/support/tokenserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace dip::test {

namespace {

quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no free port: %s", qPrintable(server.errorString()));
    return server.serverPort();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray htpasswdLine(const QString &username, const QString &password)
{
    QProcess process;
    process.start(QStringLiteral("htpasswd"),
                  {QStringLiteral("-Bbn"), QStringLiteral("-C"), QStringLiteral("4"), username, password});
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("htpasswd failed: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

} // namespace

TestRegistry::TestRegistry(Options options) : m_options(std::move(options))
{
    prepare();
    start();
}

TestRegistry::~TestRegistry()
{
    stop();
}

void TestRegistry::prepare()
{
    if (!m_folder.isValid() || !QDir().mkpath(folder()))
        qFatal("no temporary folder for the registry");
    if (m_options.tls) {
        m_authority.emplace(m_folder.path());
        m_certificate = m_authority->issue(QStringLiteral("server"));
    }
    if (!m_options.username.isEmpty())
        write(m_folder.filePath(QStringLiteral("htpasswd")),
              htpasswdLine(m_options.username, m_options.password));
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("log")), QIODevice::Append);
}

QByteArray TestRegistry::configuration() const
{
    QByteArray yaml = "version: 0.1\n"
                      "log: {level: info, accesslog: {disabled: false}}\n"
                      "storage:\n"
                      "  filesystem: {rootdirectory: " +
                      folder().toUtf8() +
                      "}\n"
                      "  delete: {enabled: " +
                      QByteArray(m_options.deletes ? "true" : "false") +
                      "}\n"
                      "  maintenance: {uploadpurging: {enabled: false}}\n"
                      "http:\n"
                      "  addr: " +
                      host().toUtf8() +
                      "\n"
                      "  secret: " +
                      m_secret + "\n";
    if (m_certificate)
        yaml += "  tls: {certificate: " + m_certificate->certificate.toUtf8() +
                ", key: " + m_certificate->key.toUtf8() + "}\n";
    if (!m_options.username.isEmpty())
        yaml +=
            "auth: {htpasswd: {realm: test, path: " + m_folder.filePath(QStringLiteral("htpasswd")).toUtf8() +
            "}}\n";
    if (const auto *tokens = m_options.tokenServer)
        yaml += "auth: {token: {realm: '" + tokens->realm().toEncoded() + "', service: '" +
                tokens->service().toUtf8() + "', issuer: '" + tokens->issuer().toUtf8() +
                "', rootcertbundle: " + tokens->certificateFile().toUtf8() + "}}\n";
    return yaml + m_options.moreConfiguration.toUtf8();
}

void TestRegistry::start()
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        // Between our letting go of a free port and the registry's taking it, somebody else may have it.
        if (m_port == 0)
            m_port = freePort();
        if (tryStart())
            return;
        stop();
        if (attempt < 4 && log().contains("address already in use"))
            m_port = 0;
    }
    qFatal("docker-registry does not start:\n%s", log().constData());
}

bool TestRegistry::tryStart()
{
    write(m_folder.filePath(QStringLiteral("config.yml")), configuration());
    if (m_certificate && !QFile::exists(certificateFolder() + u'/' + host()))
        installCa(certificateFolder(), host(), caFile());
    m_process.start(QStringLiteral("docker-registry"),
                    {QStringLiteral("serve"), m_folder.filePath(QStringLiteral("config.yml"))});
    if (!m_process.waitForStarted())
        qFatal("docker-registry cannot be run: %s", qPrintable(m_process.errorString()));
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 20'000 && !m_process.waitForFinished(10)) {
        if (answers())
            return true;
    }
    return false;
}

bool TestRegistry::answers() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    return socket.waitForConnected(1000);
}

void TestRegistry::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void TestRegistry::restart()
{
    stop();
    start();
}

QUrl TestRegistry::url() const
{
    return QUrl((m_options.tls ? QStringLiteral("https://") : QStringLiteral("http://")) + host());
}

QString TestRegistry::host() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_port);
}

QString TestRegistry::folder() const
{
    return m_folder.filePath(QStringLiteral("storage"));
}

QString TestRegistry::caFile() const
{
    return m_authority ? m_authority->caFile() : QString();
}

QSslCertificate TestRegistry::certificate() const
{
    return m_certificate ? QSslCertificate::fromPath(m_certificate->certificate).value(0) : QSslCertificate();
}

void TestRegistry::renewCertificate()
{
    m_certificate = m_authority->issue(QStringLiteral("renewed"));
    restart();
}

QString TestRegistry::certificateFolder() const
{
    return m_folder.filePath(QStringLiteral("certs.d"));
}

QByteArray TestRegistry::log() const
{
    QFile file(m_folder.filePath(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool TestRegistry::storesBlob(const QString &digest) const
{
    const auto hex = digest.section(u':', 1);
    return QFile::exists(
        folder() + QStringLiteral("/docker/registry/v2/blobs/sha256/%1/%2/data").arg(hex.first(2), hex));
}

QByteArray TestRegistry::manifest(const QString &image) const
{
    return skopeo({QStringLiteral("inspect"), QStringLiteral("--raw"), QStringLiteral("--tls-verify=false"),
                   QStringLiteral("docker://") + host() + u'/' + image})
        .out;
}

void TestRegistry::pushArchive(const QString &archive, const QString &name) const
{
    push(QStringLiteral("docker-archive:") + archive, name, {});
}

void TestRegistry::pushIndex(const QString &archive, const QString &name) const
{
    push(QStringLiteral("oci-archive:") + archive, name,
         {QStringLiteral("--all"), QStringLiteral("--preserve-digests")});
}

void TestRegistry::push(const QString &from, const QString &name, const QStringList &options) const
{
    QStringList arguments{QStringLiteral("copy"), QStringLiteral("--insecure-policy"),
                          QStringLiteral("--dest-tls-verify=false")};
    if (!m_options.username.isEmpty())
        arguments << QStringLiteral("--dest-creds") << m_options.username + u':' + m_options.password;
    arguments << options << from << QStringLiteral("docker://") + host() + u'/' + name;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("skopeo"), arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("skopeo failed: %s", process.readAll().constData());
}

} // namespace dip::test
