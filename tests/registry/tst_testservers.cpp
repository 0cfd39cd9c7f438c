#include "tests/support/testregistry.h"
#include "tests/support/tokenserver.h"

#include <QTest>

using namespace dip::test;

/// The test servers themselves, against tools that are not ours.
class TestServers final : public QObject
{
    Q_OBJECT

private slots:
    void registryKeepsItsStorageOverARestart()
    {
        TestRegistry registry;
        registry.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"),
                             QStringLiteral("tiny/app:1.0"));
        registry.restart();
        QCOMPARE(curl({}, registry.url().resolved(QUrl(QStringLiteral("/v2/tiny/app/tags/list")))),
                 QByteArrayLiteral("{\"name\":\"tiny/app\",\"tags\":[\"1.0\"]}\n200"));
    }

    void registrySpeaksTlsAndAsksForAPassword()
    {
        TestRegistry registry(
            {.tls = true, .username = QStringLiteral("user"), .password = QStringLiteral("secret")});
        const auto ping = registry.url().resolved(QUrl(QStringLiteral("/v2/")));
        const QStringList trust{QStringLiteral("--cacert"), registry.caFile()};
        QVERIFY(curl({}, ping).endsWith("000"));
        QVERIFY(curl(trust, ping).endsWith("401"));
        QCOMPARE(curl(trust + QStringList{QStringLiteral("-u"), QStringLiteral("user:secret")}, ping),
                 QByteArrayLiteral("{}200"));
        registry.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"),
                             QStringLiteral("tiny/app:1.0"));
    }

    void registryTakesTheTokenServersTokens()
    {
        TokenServer tokens;
        TestRegistry registry({.tokenServer = &tokens});
        registry.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"),
                             QStringLiteral("tiny/app:1.0"));
        QVERIFY(!tokens.requests().isEmpty());
        QVERIFY(tokens.requests().last().scopes.contains(QStringLiteral("repository:tiny/app:pull,push")));
        QCOMPARE(tokens.requests().last().service, tokens.service());
    }

private:
    static QByteArray curl(const QStringList &arguments, const QUrl &url)
    {
        QProcess process;
        process.start(QStringLiteral("curl"), QStringList{QStringLiteral("-s"), QStringLiteral("-w"),
                                                          QStringLiteral("%{http_code}")} +
                                                  arguments + QStringList{url.toString()});
        process.waitForFinished();
        return process.readAllStandardOutput();
    }
};

QTEST_GUILESS_MAIN(TestServers)
#include "tst_testservers.moc"
