#include "core/base/retry.h"
#include "core/registry/authorizedsession.h"
#include "core/registry/registryshared.h"
#include "tests/support/authorizedbench.h"
#include "tests/support/testregistry.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

class TestAuthorizedSession final : public QObject
{
    Q_OBJECT

private slots:
    void scopesAreLeast()
    {
        QCOMPARE(pullScope(app), Scopes{QStringLiteral("repository:tiny/app:pull")});
        const auto other = RepositoryName::parse(u"other").value();
        QCOMPARE(pushScope(app, {other, app}), (Scopes{QStringLiteral("repository:tiny/app:pull,push"),
                                                       QStringLiteral("repository:other:pull")}));
    }

    void openRegistry()
    {
        const HttpStub stub([](const StubRequest &) { return StubResponse{}; });
        const auto registry = registryOf(stub.url(), user());
        AuthorizedSession session(registry, {});
        QCOMPARE(outcome(session.send(get(tags), pullScope(app))), QStringLiteral("200"));
        QCOMPARE(outcome(session.send(get(tags), pullScope(app))), QStringLiteral("200"));
        QCOMPARE(stub.requests().size(), 3);
        QCOMPARE(stub.requests().first().target, QByteArrayLiteral("/v2/"));
        for (const auto &request : stub.requests())
            QVERIFY2(!request.headers.contains("authorization"), "nobody asked for the password");
    }

    void basic_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("expected");
        QTest::newRow("good") << QStringLiteral("user") << QStringLiteral("secret") << QStringLiteral("404");
        QTest::newRow("bad") << QStringLiteral("user") << QStringLiteral("wrong")
                             << QStringLiteral("auth-failed");
        QTest::newRow("missing") << QString() << QString() << QStringLiteral("auth-required");
    }

    void basic()
    {
        QFETCH(QString, name);
        QFETCH(QString, password);
        QFETCH(QString, expected);
        static TestRegistry server(
            {.username = QStringLiteral("user"), .password = QStringLiteral("secret")});
        const auto registry = registryOf(server.url(), {.username = name, .password = password});
        const auto result = sendOnce(registry, get(tags), pullScope(app));
        QCOMPARE(outcome(result), expected);
        if (!result) {
            QCOMPARE(result.error().where, server.host());
            QCOMPARE(result.error().httpStatus, 401);
        }
    }

    void basicIsSentAheadOnceKnown()
    {
        const HttpStub stub([](const StubRequest &request) {
            return request.headers.contains("authorization") ? StubResponse{}
                                                             : challenge("Basic realm=\"x\"");
        });
        const auto registry = registryOf(stub.url(), user());
        for (int i = 0; i < 3; ++i) {
            QBuffer body;
            body.setData("content");
            QVERIFY(body.open(QIODevice::ReadOnly));
            const HttpRequest put{.method = "PUT", .url = QUrl(QStringLiteral("/v2/x")), .device = &body};
            QCOMPARE(outcome(sendOnce(registry, put, {})), QStringLiteral("200"));
        }
        QCOMPARE(stub.requests().size(), 4); // one /v2/
        QCOMPARE(stub.requests().last().headers.value("authorization"),
                 "Basic " + QByteArray("user:secret").toBase64());
        QCOMPARE(stub.requests().last().body, QByteArrayLiteral("content"));
    }

    /// Some registries are open at /v2/ and ask only further in. The body goes again from its start.
    void aChallengeInTheMiddleIsLearnt()
    {
        const HttpStub stub([](const StubRequest &request) {
            return request.target == "/v2/" || request.headers.contains("authorization")
                       ? StubResponse{}
                       : challenge("Basic realm=\"x\"");
        });
        const auto registry = registryOf(stub.url(), user());
        QBuffer body;
        body.setData("content");
        QVERIFY(body.open(QIODevice::ReadOnly));
        QCOMPARE(
            outcome(sendOnce(registry,
                             {.method = "PATCH", .url = QUrl(QStringLiteral("/v2/x")), .device = &body}, {})),
            QStringLiteral("200"));
        QCOMPARE(stub.requests().size(), 3);
        QCOMPARE(stub.requests().last().body, QByteArrayLiteral("content"));
    }

    void theAuthorizationStaysAtHome()
    {
        const HttpStub elsewhere([](const StubRequest &) { return StubResponse{}; });
        const HttpStub stub([](const StubRequest &request) {
            return request.headers.contains("authorization") ? StubResponse{}
                                                             : challenge("Basic realm=\"x\"");
        });
        const auto registry = registryOf(stub.url(), user());
        QCOMPARE(outcome(sendOnce(
                     registry,
                     {.method = "PATCH", .url = elsewhere.url(QStringLiteral("/upload")), .body = "x"}, {})),
                 QStringLiteral("200"));
        QVERIFY(!elsewhere.requests().first().headers.contains("authorization"));

        // Storage that says 401 for itself is not the registry's word about the credentials.
        const HttpStub storage([](const StubRequest &) { return challenge("Basic realm=\"storage\""); });
        QCOMPARE(outcome(sendOnce(registry, {.method = "GET", .url = storage.url()}, {})),
                 QStringLiteral("401"));
        QCOMPARE(storage.requests().size(), 1);
    }

    void skipTlsFallsBackToPlainHttp()
    {
        const HttpStub stub([](const StubRequest &) { return StubResponse{}; });
        auto url = stub.url();
        url.setScheme(QStringLiteral("https"));
        auto settings = settingsFor(url);
        QCOMPARE(outcome(sendOnce(std::make_shared<Registry>(settings), get(tags), {})),
                 QStringLiteral("tls-failed"));
        QVERIFY(stub.requests().isEmpty());

        settings.skipTls = true;
        const auto registry = std::make_shared<Registry>(settings);
        AuthorizedSession session(registry, {});
        QCOMPARE(outcome(session.send(get(tags), {})), QStringLiteral("200"));
        QCOMPARE(session.baseUrl(), stub.url());
        QVERIFY(registry->shared().plainHttp);
        const auto connections = stub.connections();
        QCOMPARE(outcome(session.send(get(tags), {})), QStringLiteral("200"));
        QCOMPARE(stub.connections(), connections);
    }

    void tlsWithOwnCa()
    {
        TestRegistry real(
            {.tls = true, .username = QStringLiteral("user"), .password = QStringLiteral("secret")});
        auto settings = settingsFor(real.url(), user());
        QCOMPARE(outcome(sendOnce(std::make_shared<Registry>(settings), get(tags), {})),
                 QStringLiteral("tls-untrusted"));
        settings.certificateFolders = {real.certificateFolder()};
        QCOMPARE(outcome(sendOnce(std::make_shared<Registry>(settings), get(tags), {})),
                 QStringLiteral("404"));
        settings.certificateFolders = {};
        settings.skipTls = true;
        const auto registry = std::make_shared<Registry>(settings);
        QCOMPARE(outcome(sendOnce(registry, get(tags), {})), QStringLiteral("404"));
        QVERIFY(!registry->shared().plainHttp);
    }

    void anAddressThatOnlyLeadsElsewhereIsSaid()
    {
        const HttpStub stub([](const StubRequest &) {
            return StubResponse{.status = 301, .headers = {{"Location", "https://harbor.example/v2/"}}};
        });
        const auto result = sendOnce(registryOf(stub.url()), get(tags), {});
        QCOMPARE(outcome(result), QStringLiteral("protocol-violation"));
        QVERIFY(result.error().detail.contains(u"https://harbor.example"));
    }

    void warningsArePassedOn()
    {
        const HttpStub stub([](const StubRequest &) {
            return StubResponse{
                .headers = {{"Warning", "299 - \"Say \\\"goodbye\\\"\""}, {"Warning", "199 - \"no\""}}};
        });
        QStringList warnings;
        AuthorizedSession session(registryOf(stub.url()), {});
        session.setWarningHandler([&](const QString &text) { warnings << text; });
        QCOMPARE(outcome(session.send(get(tags), {})), QStringLiteral("200"));
        QCOMPARE(warnings, QStringList{QStringLiteral("Say \"goodbye\"")});
    }

    void aStopEndsTheWait_data()
    {
        QTest::addColumn<bool>("atTokenServer");
        QTest::newRow("registry") << false;
        QTest::newRow("token server") << true;
    }

    void aStopEndsTheWait()
    {
        QFETCH(bool, atTokenServer);
        TokenServer server;
        server.failNext({.hang = true});
        const HttpStub stub([&](const StubRequest &request) {
            return atTokenServer ? bearerOnly(server, request) : StubResponse{.hang = true};
        });
        const auto registry = registryOf(stub.url());
        std::stop_source source;
        QElapsedTimer time;
        time.start();
        std::vector<std::jthread> workers; // one asks, the other waits for it
        std::atomic<int> cancelled = 0;
        for (int i = 0; i < 2; ++i)
            workers.emplace_back([&] {
                cancelled += outcome(sendOnce(registry, get(tags), pullScope(app), source.get_token())) ==
                             u"cancelled";
            });
        std::this_thread::sleep_for(200ms);
        source.request_stop();
        workers.clear();
        QCOMPARE(cancelled, 2);
        QVERIFY2(time.elapsed() < 1200, QByteArray::number(time.elapsed()));
    }
};

QTEST_GUILESS_MAIN(TestAuthorizedSession)
#include "tst_authorizedsession.moc"
