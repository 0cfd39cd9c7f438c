#include "core/settings/credentials.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace dip;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray auth(const QByteArray &pair)
{
    return "{\"auth\":\"" + pair.toBase64() + "\"}";
}

QByteArray under(const QByteArray &key, const QByteArray &entry)
{
    return "{\"auths\":{\"" + key + "\":" + entry + "}}";
}

QString describe(const Result<std::optional<Credentials>> &result)
{
    if (!result)
        return errorCodeName(result.error().code);
    if (!*result)
        return QStringLiteral("none");
    return (*result)->username + u'/' + (*result)->password + u'/' + (*result)->identityToken;
}

} // namespace

class TestCredentials final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment();
        m_environment.insert(QStringLiteral("HOME"), m_folder->path());
        m_environment.insert(QStringLiteral("PATH"),
                             m_folder->filePath(QStringLiteral("bin")) + QStringLiteral(":/usr/bin:/bin"));
    }

    void environmentVariables()
    {
        QVERIFY(!credentialsFromEnvironment(m_environment));
        m_environment.insert(QStringLiteral("DOCKER_IMAGE_PUSHER_USERNAME"), QStringLiteral("u"));
        m_environment.insert(QStringLiteral("DOCKER_IMAGE_PUSHER_PASSWORD"), QStringLiteral("p"));
        QCOMPARE(describe(credentialsFromEnvironment(m_environment)), QStringLiteral("u/p/"));
    }

    void folder()
    {
        QCOMPARE(dockerConfigFolder(m_environment), m_folder->filePath(QStringLiteral(".docker")));
        m_environment.insert(QStringLiteral("DOCKER_CONFIG"), QStringLiteral("/elsewhere"));
        QCOMPARE(dockerConfigFolder(m_environment), QStringLiteral("/elsewhere"));
    }

    void auths_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &config, const char *address,
                            const char *expected) {
            QTest::newRow(name) << config << QString::fromLatin1(address) << QString::fromUtf8(expected);
        };
        row("plain", under("harbor.cn:8443", auth("u:p")), "https://harbor.cn:8443", "u/p/");
        row("colon in the password", under("harbor.cn", auth("u:p:q")), "harbor.cn", "u/p:q/");
        row("unicode", under("harbor.cn", auth("u:密码")), "harbor.cn", "u/密码/");
        row("padded", under("harbor.cn", auth(QByteArray("u:p\0\0", 5))), "harbor.cn", "u/p/");
        row("another host", under("harbor.cn", auth("u:p")), "other.cn", "none");
        row("another port", under("harbor.cn:8443", auth("u:p")), "harbor.cn", "none");
        row("scheme", under("https://harbor.cn", auth("u:p")), "harbor.cn", "u/p/");
        row("scheme and path", under("https://harbor.cn:8443/v2/", auth("u:p")), "harbor.cn:8443", "u/p/");
        row("plain HTTP", under("localhost:5000", auth("u:p")), "http://localhost:5000", "u/p/");
        row("exact before near",
            "{\"auths\":{\"harbor.cn/project\":" + auth("a:b") + ",\"harbor.cn\":" + auth("u:p") + "}}",
            "harbor.cn", "u/p/");
        row("docker hub", under("https://index.docker.io/v1/", auth("u:p")), "docker.io", "u/p/");
        row("docker hub by podman", under("docker.io", auth("u:p")), "registry-1.docker.io", "u/p/");
        row("fields", under("harbor.cn", "{\"username\":\"u\",\"password\":\"p\"}"), "harbor.cn", "u/p/");
        row("identity token",
            under("harbor.cn", "{\"auth\":\"" + QByteArray("u:").toBase64() + "\",\"identitytoken\":\"t\"}"),
            "harbor.cn", "u//t");
        row("empty entry", under("harbor.cn", "{}"), "harbor.cn", "none");
        row("no auths", "{}", "harbor.cn", "none");
        row("damaged entry", under("harbor.cn", "{\"auth\":\"%%%\"}"), "harbor.cn", "invalid-argument");
        row("entry without colon", under("harbor.cn", auth("up")), "harbor.cn", "invalid-argument");
        row("damaged file", "{\"auths\":", "harbor.cn", "invalid-argument");
        row("no object", "[]", "harbor.cn", "invalid-argument");
    }

    void auths()
    {
        QFETCH(QByteArray, config);
        QFETCH(QString, address);
        QFETCH(QString, expected);
        writeConfig(config);
        const auto found = ask(address);
        QCOMPARE(describe(found), expected);
        if (!found)
            QCOMPARE(found.error().where, m_folder->filePath(QStringLiteral(".docker/config.json")));
    }

    void noFile() { QCOMPARE(describe(ask(QStringLiteral("harbor.cn"))), QStringLiteral("none")); }

    void filesOfPodman()
    {
        const auto runtime = m_folder->filePath(QStringLiteral("run"));
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
        write(runtime + QStringLiteral("/containers/auth.json"), under("harbor.cn", auth("run:p")));
        QCOMPARE(describe(ask(QStringLiteral("harbor.cn"))), QStringLiteral("run/p/"));
        const auto named = m_folder->filePath(QStringLiteral("named.json"));
        m_environment.insert(QStringLiteral("REGISTRY_AUTH_FILE"), named);
        write(named, under("harbor.cn", auth("named:p")));
        QCOMPARE(describe(ask(QStringLiteral("harbor.cn"))), QStringLiteral("named/p/"));
        writeConfig(under("harbor.cn", auth("docker:p")));
        QCOMPARE(describe(ask(QStringLiteral("harbor.cn"))), QStringLiteral("docker/p/"));
    }

    void helpers_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &script, const char *expected) {
            QTest::newRow(name) << script << QString::fromLatin1(expected);
        };
        row("password", "printf '{\"Username\":\"for-%s\",\"Secret\":\"s\"}' \"$server\"",
            "for-harbor.cn/s/");
        row("token", "echo '{\"Username\":\"<token>\",\"Secret\":\"t\"}'", "//t");
        row("not found", "echo 'credentials not found in native keychain'; exit 1", "from/auths/");
        row("failing", "echo 'no keychain'; exit 1", "unsupported");
        row("junk", "echo junk", "unsupported");
        row("crash", "kill -9 $$", "unsupported");
    }

    void helpers()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, expected);
        writeHelper(QStringLiteral("test.er_1-x"), script);
        const QByteArray more = ",\"auths\":{\"harbor.cn\":" + auth("from:auths") + "}}";
        for (const char *how :
             {"{\"credsStore\":\"test.er_1-x\"", "{\"credHelpers\":{\"harbor.cn\":\"test.er_1-x\"}"}) {
            writeConfig(how + more);
            const auto found = ask(QStringLiteral("harbor.cn"));
            QCOMPARE(describe(found), expected);
            if (!found)
                QCOMPARE(found.error().where, QStringLiteral("docker-credential-test.er_1-x"));
        }
    }

    void theRegistrysOwnHelperComesFirst()
    {
        writeHelper(QStringLiteral("one"), "echo '{\"Username\":\"one\",\"Secret\":\"s\"}'");
        writeHelper(QStringLiteral("all"), "echo '{\"Username\":\"all\",\"Secret\":\"s\"}'");
        writeConfig("{\"credsStore\":\"all\",\"credHelpers\":{\"harbor.cn\":\"one\"}}");
        QCOMPARE(describe(ask(QStringLiteral("harbor.cn"))), QStringLiteral("one/s/"));
        QCOMPARE(describe(ask(QStringLiteral("other.cn"))), QStringLiteral("all/s/"));
    }

    void dockerHubIsAskedForByItsKey()
    {
        writeHelper(QStringLiteral("echo"), "printf '{\"Username\":\"%s\",\"Secret\":\"s\"}' \"$server\"");
        writeConfig("{\"credsStore\":\"echo\"}");
        QCOMPARE(describe(ask(QStringLiteral("docker.io"))),
                 QStringLiteral("https://index.docker.io/v1//s/"));
    }

    void helpersNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("not there") << QByteArrayLiteral("nobody") << QStringLiteral("file-missing");
        QTest::newRow("path") << QByteArrayLiteral("../../evil") << QStringLiteral("invalid-argument");
        QTest::newRow("space") << QByteArrayLiteral("a b") << QStringLiteral("invalid-argument");
        QTest::newRow("line end") << QByteArrayLiteral("a\\n") << QStringLiteral("invalid-argument");
        QTest::newRow("empty: none") << QByteArray() << QStringLiteral("none");
    }

    void helpersNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, expected);
        writeConfig("{\"credsStore\":\"" + name + "\"}");
        QCOMPARE(describe(ask(QStringLiteral("harbor.cn"))), expected);
    }

private:
    [[nodiscard]] Result<std::optional<Credentials>> ask(const QString &address) const
    {
        return credentialsFromDocker(RegistryAddress::parse(address).value(), m_environment);
    }
    void writeConfig(const QByteArray &config) const
    {
        write(m_folder->filePath(QStringLiteral(".docker/config.json")), config);
    }
    /// A helper that has the server it is asked for in $server.
    void writeHelper(const QString &name, const QByteArray &script) const
    {
        const auto path = m_folder->filePath(QStringLiteral("bin/docker-credential-")) + name;
        write(path, "#!/bin/sh\nread -r server; [ \"$1\" = get ] || exit 9\n" + script + '\n');
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
