#include "core/base/retry.h"
#include "core/registry/authorizedsession.h"
#include "core/registry/registryshared.h"
#include "tests/support/authorizedbench.h"
#include "tests/support/testregistry.h"
#include "tests/support/tokenserver.h"

#include <QTest>

#include <thread>

using namespace dip;
using namespace dip::test;

/// Tokens for registries that ask for them, from a token server of our own and checked by a real registry.
class TestTokens final : public QObject
{
    Q_OBJECT

private slots:
    void tokens()
    {
        TokenServer server;
        server.setUser(QStringLiteral("user"), QStringLiteral("secret"));
        TestRegistry real({.tokenServer = &server});
        real.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"),
                         QStringLiteral("tiny/app:1.0"));
        const auto before = server.requests().size();

        const auto registry = registryOf(real.url(), user());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(outcome(sendOnce(registry, get(tags), pullScope(app))), QStringLiteral("200"));
        auto asked = server.requests().sliced(before);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().scopes, pullScope(app));
        QCOMPARE(asked.first().user, QStringLiteral("user"));
        QCOMPARE(asked.first().service, server.service());
        const auto refused = real.log().count("\"GET /v2/tiny/app/tags/list HTTP/1.1\" 401");
        QCOMPARE(refused, 0);

        const auto source = RepositoryName::parse(u"other").value();
        QCOMPARE(outcome(sendOnce(
                     registry, {.method = "POST", .url = QUrl(QStringLiteral("/v2/tiny/app/blobs/uploads/"))},
                     pushScope(app, {source}))),
                 QStringLiteral("202"));
        QCOMPARE(server.requests().last().scopes, pushScope(app, {source}));

        QCOMPARE(outcome(sendOnce(registryOf(real.url()), get(tags), pullScope(app))), QStringLiteral("200"));
        QVERIFY(server.requests().last().user.isEmpty());
    }

    void tokensRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("anonymous");
        QTest::addColumn<QString>("expected");
        const auto name = QStringLiteral("user");
        QTest::newRow("wrong password")
            << name << QStringLiteral("wrong") << true << QStringLiteral("auth-failed");
        QTest::newRow("not allowed") << name << QStringLiteral("secret") << true << QStringLiteral("denied");
        QTest::newRow("anonymous, not allowed")
            << QString() << QString() << true << QStringLiteral("auth-required");
        QTest::newRow("anonymous, refused")
            << QString() << QString() << false << QStringLiteral("auth-required");
    }

    void tokensRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, password);
        QFETCH(bool, anonymous);
        QFETCH(QString, expected);
        TokenServer server;
        server.setUser(QStringLiteral("user"), QStringLiteral("secret"));
        server.setAnonymous(anonymous);
        server.setGrant([](const QString &, const QString &, const QStringList &) {
            return QStringList{QStringLiteral("pull")};
        });
        TestRegistry real({.tokenServer = &server});
        const auto registry = registryOf(real.url(), {.username = name, .password = password});
        const auto result =
            sendOnce(registry, {.method = "POST", .url = QUrl(QStringLiteral("/v2/tiny/app/blobs/uploads/"))},
                     pushScope(app));
        QCOMPARE(outcome(result), expected);
        QVERIFY(!isTransient(result.error()));
        if (expected == u"auth-failed")
            QCOMPARE(result.error().where, server.host());
    }

    void tokensEndInTheMiddle()
    {
        TokenServer server;
        server.setLifetime(300, 2); // the answer promises more than the registry keeps
        TestRegistry real({.tokenServer = &server});
        const auto registry = registryOf(real.url());
        AuthorizedSession session(registry, {});
        QCOMPARE(outcome(session.send(get(tags), pullScope(app))), QStringLiteral("404"));
        QTest::qWait(3500);
        QCOMPARE(outcome(session.send(get(tags), pullScope(app))), QStringLiteral("404"));
        QCOMPARE(server.requests().size(), 2);
    }

    void tokensAreRenewedBeforeTheirEnd_data()
    {
        QTest::addColumn<std::optional<int>>("expiresIn");
        QTest::addColumn<int>("fetches");
        QTest::newRow("long") << std::optional(300) << 1;
        QTest::newRow("one second") << std::optional(1) << 2;
        QTest::newRow("not said: a minute") << std::optional<int>() << 1;
    }

    void tokensAreRenewedBeforeTheirEnd()
    {
        QFETCH(std::optional<int>, expiresIn);
        QFETCH(int, fetches);
        TokenServer server;
        server.setLifetime(expiresIn, 300);
        const HttpStub stub([&](const StubRequest &request) { return bearerOnly(server, request); });
        const auto registry = registryOf(stub.url());
        AuthorizedSession session(registry, {});
        QCOMPARE(outcome(session.send(get(tags), pullScope(app))), QStringLiteral("200"));
        QTest::qWait(1100);
        QCOMPARE(outcome(session.send(get(tags), pullScope(app))), QStringLiteral("200"));
        QCOMPARE(server.requests().size(), fetches);
        QCOMPARE(stub.requests().size(), 3);
    }

    /// fact 19: 60 s where nothing is said. This one is 59 s old when it is given out.
    void tokensThatSayNothingLiveAMinute()
    {
        const HttpStub tokens([](const StubRequest &) {
            const auto issued = QDateTime::currentDateTimeUtc().addSecs(-59).toString(Qt::ISODateWithMs);
            return StubResponse{.body = "{\"token\":\"t\",\"issued_at\":\"" + issued.toLatin1() + "\"}"};
        });
        const HttpStub stub([&](const StubRequest &request) {
            return request.headers.contains("authorization")
                       ? StubResponse{}
                       : challenge("Bearer realm=\"" + tokens.url().toEncoded() + "/token\"");
        });
        AuthorizedSession session(registryOf(stub.url()), {});
        QCOMPARE(outcome(session.send(get(tags), pullScope(app))), QStringLiteral("200"));
        QTest::qWait(1100);
        QCOMPARE(outcome(session.send(get(tags), pullScope(app))), QStringLiteral("200"));
        QCOMPARE(tokens.requests().size(), 2);
    }

    /// fact 20: a token of one service is none of another, though the scope is the same; both are kept.
    void tokensAreOfOneService()
    {
        const HttpStub tokens([](const StubRequest &request) {
            return StubResponse{.body = request.target.contains("service=one")
                                            ? QByteArrayLiteral("{\"token\":\"one\"}")
                                            : QByteArrayLiteral("{\"token\":\"two\"}")};
        });
        const HttpStub stub([&](const StubRequest &request) {
            const QByteArray service = request.target.endsWith("one") ? "one" : "two";
            return request.headers.value("authorization") == "Bearer " + service
                       ? StubResponse{}
                       : challenge("Bearer realm=\"" + tokens.url().toEncoded() + "/token\",service=\"" +
                                   service + '"');
        });
        AuthorizedSession session(registryOf(stub.url()), {});
        for (const char *path : {"/v2/one", "/v2/two", "/v2/one", "/v2/two"})
            QCOMPARE(outcome(session.send(get(QLatin1String(path)), pullScope(app))), QStringLiteral("200"));
        QCOMPARE(tokens.requests().size(), 2);
    }

    void workersShareOneTokenAndOneChallenge()
    {
        TokenServer server;
        const HttpStub stub([&](const StubRequest &request) {
            std::this_thread::sleep_for(20ms);
            return bearerOnly(server, request);
        });
        const auto registry = registryOf(stub.url());
        std::atomic<int> good = 0;
        {
            std::vector<std::jthread> workers;
            for (int i = 0; i < 8; ++i)
                workers.emplace_back(
                    [&] { good += outcome(sendOnce(registry, get(tags), pullScope(app))) == u"200"; });
        }
        QCOMPARE(good, 8);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(stub.requests().size(), 9);
    }

    void refreshTokens()
    {
        TokenServer server;
        server.setUser(QStringLiteral("user"), QStringLiteral("secret"));
        server.setRefreshToken(QStringLiteral("refresh+&= me"));
        TestRegistry real({.tokenServer = &server});
        const auto registry = registryOf(real.url(), {.identityToken = QStringLiteral("refresh+&= me")});
        QCOMPARE(outcome(sendOnce(registry, get(tags), pullScope(app))), QStringLiteral("404"));
        QCOMPARE(server.requests().last().method, QByteArrayLiteral("POST"));
        QCOMPARE(server.requests().last().scopes, pullScope(app));

        const auto wrong = registryOf(real.url(), {.identityToken = QStringLiteral("stale")});
        QCOMPARE(outcome(sendOnce(wrong, get(tags), pullScope(app))), QStringLiteral("auth-failed"));

        server.setRefreshToken({}); // no such way: 404
        const auto byPassword = registryOf(real.url(), {.username = QStringLiteral("user"),
                                                        .password = QStringLiteral("secret"),
                                                        .identityToken = QStringLiteral("x")});
        QCOMPARE(outcome(sendOnce(byPassword, get(tags), pullScope(app))), QStringLiteral("404"));
        QCOMPARE(server.requests().last().method, QByteArrayLiteral("GET"));
        QCOMPARE(server.requests().last().user, QStringLiteral("user"));
    }

    void tokenServersInTroubleAreTriedAgain()
    {
        TokenServer server;
        server.failNext({.status = 503, .headers = {{"Retry-After", "7"}}});
        const HttpStub stub([&](const StubRequest &request) { return bearerOnly(server, request); });
        const auto registry = registryOf(stub.url());
        auto result = sendOnce(registry, get(tags), pullScope(app));
        QCOMPARE(outcome(result), QStringLiteral("server-failed"));
        QVERIFY(isTransient(result.error()));
        QCOMPARE(result.error().retryAfterMs, std::optional<qint64>(7000));
        QCOMPARE(result.error().where, server.host());
        result = sendOnce(registry, get(tags), pullScope(app));
        QCOMPARE(outcome(result), QStringLiteral("200"));
    }

    void badTokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no token") << QByteArrayLiteral("{}");
        QTest::newRow("empty") << QByteArrayLiteral("{\"token\":\"\"}");
        QTest::newRow("a second header") << QByteArrayLiteral("{\"token\":\"a\\r\\nX-Evil: 1\"}");
    }

    void badTokenAnswers()
    {
        QFETCH(QByteArray, body);
        TokenServer server;
        server.failNext({.body = body});
        const HttpStub stub([&](const StubRequest &request) { return bearerOnly(server, request); });
        QCOMPARE(outcome(sendOnce(registryOf(stub.url()), get(tags), pullScope(app))),
                 QStringLiteral("protocol-violation"));
    }

    void realmsAreChecked()
    {
        QTemporaryDir folder;
        const HttpStub stub(
            [](const StubRequest &) {
                return challenge("Bearer realm=\"http://127.0.0.1:1/token\",service=\"x\"");
            },
            serverConfiguration(makeSelfSigned(folder.path(), QStringLiteral("server"))));
        auto settings = settingsFor(stub.url(), user());
        settings.skipTls = true;
        QCOMPARE(outcome(sendOnce(std::make_shared<Registry>(settings), get(tags), pullScope(app))),
                 QStringLiteral("protocol-violation"));
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
