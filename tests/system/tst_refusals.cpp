#include <QDirIterator>
#include <QTcpServer>
#include <QtTest>

#include "tests/support/httpstub.h"
#include "tests/support/program.h"
#include "tests/support/testregistry.h"
#include "tests/support/tinycache.h"

using namespace dip;
using namespace dip::test;

/// Registries that the real program may not enter, cannot reach, does not trust or cannot believe: each gets
/// its own message and exit code, the cache stays as it was, and no password shows.
class TestRefusals final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void wrongPassword();
    void noPassword();
    void passwordNeverShows();
    void noRoute();
    void wordsStayWholeInATerminal();
    void untrustedCertificate();
    void skipTls();
    void ownAuthority();
    void hugeManifest();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString cache() const { return file(QStringLiteral("cache")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestRegistry> m_plain;
    std::unique_ptr<TestRegistry> m_locked;
    std::unique_ptr<TestRegistry> m_tls;
};

void TestRefusals::initTestCase()
{
    m_plain = std::make_unique<TestRegistry>();
    m_plain->start();
    TestRegistry::Options locked;
    locked.username = QStringLiteral("user");
    locked.password = QStringLiteral("right-password");
    m_locked = std::make_unique<TestRegistry>(locked);
    m_locked->start();
    TestRegistry::Options tls;
    tls.tls = true;
    m_tls = std::make_unique<TestRegistry>(tls);
    m_tls->start();
}

void TestRefusals::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    makeTinyCache(cache());
}

void TestRefusals::wrongPassword()
{
    const Outcome outcome = pusher(
        {QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("tiny/app:1.0"), QStringLiteral("-u"),
         QStringLiteral("user"), QStringLiteral("--password-stdin"), QStringLiteral("--registry"),
         m_locked->url().toString(), QStringLiteral("--cache-dir"), cache()},
        "wrong-password\n");
    verifyMessage(outcome, 4);
    verifyTinyCache(cache());
}

void TestRefusals::noPassword()
{
    verifyMessage(pusher({QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("tiny/app:1.0"),
                          QStringLiteral("--registry"), m_locked->url().toString(),
                          QStringLiteral("--cache-dir"), cache()}),
                  4);
}

void TestRefusals::passwordNeverShows()
{
    const QString log = file(QStringLiteral("log.txt"));
    for (const char *password : {"right-password", "wrong-password"}) {
        const Outcome outcome = pusher(
            {QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("tiny/app:1.0"),
             QStringLiteral("-r"), QStringLiteral("secret/app"), QStringLiteral("-u"), QStringLiteral("user"),
             QStringLiteral("--password-stdin"), QStringLiteral("-vv"), QStringLiteral("--log-file"), log,
             QStringLiteral("--log-format"), QStringLiteral("json"), QStringLiteral("--registry"),
             m_locked->url().toString(), QStringLiteral("--cache-dir"), cache()},
            QByteArray(password) + '\n');
        QCOMPARE(outcome.exitCode, QByteArray(password) == "right-password" ? 0 : 4);
        const QByteArray written = outcome.all() + contentOf(log);
        QVERIFY(contentOf(log).size() > 100);
        const QByteArray basic = (QByteArray("user:") + password).toBase64();
        QVERIFY2(!written.contains(password) && !written.contains(basic), written);
    }
    for (QDirIterator it(cache(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        QVERIFY(!contentOf(it.next()).contains("-password"));
}

void TestRefusals::noRoute()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    const Outcome outcome =
        pusher({QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("tiny/app:1.0"),
                QStringLiteral("--retry-attempts"), QStringLiteral("0"), QStringLiteral("--registry"),
                QStringLiteral("http://127.0.0.1:%1").arg(port), QStringLiteral("--cache-dir"), cache()});
    verifyMessage(outcome, 5);
    QVERIFY2(outcome.err.contains(QByteArray::number(port)), outcome.err);

    const Outcome nameless = pusher({QStringLiteral("check"), QStringLiteral("--registry"),
                                     QStringLiteral("https://no-such-host.invalid")});
    QVERIFY2(nameless.exitCode == 5, nameless.all());
}

void TestRefusals::wordsStayWholeInATerminal()
{
    const QStringList arguments{QStringLiteral("pull"),        QStringLiteral("a/b:1"),
                                QStringLiteral("--progress"),  QStringLiteral("none"),
                                QStringLiteral("--registry"),  QStringLiteral("https://no-such-host.invalid"),
                                QStringLiteral("--cache-dir"), cache()};
    const Outcome plain = pusher(arguments);
    verifyMessage(plain, 5);
    const QString command = QStringLiteral("stty cols 44; " PROGRAM " ") + arguments.join(u' ');
    const Outcome shown =
        run(QStringLiteral("script"), {QStringLiteral("-qec"), command, QStringLiteral("/dev/null")}, {},
            cleanEnvironment());
    QCOMPARE(shown.exitCode, 5);
    QCOMPARE(QString::fromUtf8(shown.out).simplified(), QString::fromUtf8(plain.err).simplified());
    const QStringList lines = QString::fromUtf8(shown.out).split(QStringLiteral("\r\n"));
    QVERIFY(lines.size() > 3);
    for (const QString &line : lines)
        QVERIFY2(line.size() <= 44, qPrintable(line));
}

void TestRefusals::untrustedCertificate()
{
    const Outcome outcome = pusher({QStringLiteral("push"), QStringLiteral("-s"),
                                    QStringLiteral("tiny/app:1.0"), QStringLiteral("--registry"),
                                    m_tls->url().toString(), QStringLiteral("--cache-dir"), cache()});
    verifyMessage(outcome, 5);
    QVERIFY2(outcome.err.contains("certificate"), outcome.err);
}

void TestRefusals::skipTls()
{
    const Outcome outcome =
        pusher({QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("tiny/app:1.0"),
                QStringLiteral("--skip-tls"), QStringLiteral("--registry"), m_tls->url().toString(),
                QStringLiteral("--cache-dir"), cache()});
    QVERIFY2(outcome.exitCode == 0, outcome.all());
    // A registry without TLS is reached by --skip-tls, too.
    const Outcome plain =
        pusher({QStringLiteral("check"), QStringLiteral("--skip-tls"), QStringLiteral("--registry"),
                QStringLiteral("https://") + m_plain->host()});
    QVERIFY2(plain.exitCode == 0, plain.all());
}

void TestRefusals::ownAuthority()
{
    const QString certificates = file(QStringLiteral("home/.config/docker/certs.d/")) + m_tls->host();
    QVERIFY(QDir().mkpath(certificates));
    QVERIFY(QFile::copy(m_tls->caFile(), certificates + QStringLiteral("/ca.crt")));
    const Outcome outcome =
        pusher({QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("tiny/app:1.0"),
                QStringLiteral("-r"), QStringLiteral("own/authority"), QStringLiteral("--registry"),
                m_tls->url().toString(), QStringLiteral("--cache-dir"), cache()},
               {}, cleanEnvironment(file(QStringLiteral("home"))));
    QVERIFY2(outcome.exitCode == 0, outcome.all());
}

void TestRefusals::hugeManifest()
{
    HttpStub stub([](const StubRequest &request) -> StubResponse {
        if (request.path() == "/v2/")
            return {200, {}, "{}", {}, false, {}};
        return {200,
                {{"Content-Type", "application/vnd.oci.image.manifest.v1+json"}},
                QByteArray(5 * 1024 * 1024, ' '),
                {},
                false,
                {}};
    });
    const Outcome outcome = pusher({QStringLiteral("pull"), QStringLiteral("-r"), QStringLiteral("a/b"),
                                    QStringLiteral("-t"), QStringLiteral("1"), QStringLiteral("--registry"),
                                    stub.url().toString(), QStringLiteral("--cache-dir"), cache()});
    verifyMessage(outcome, 6);
    verifyTinyCache(cache());
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
