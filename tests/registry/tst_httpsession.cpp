#include "tests/support/sessionbench.h"
#include "tests/support/testcertificates.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <thread>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

class TestHttpSession final : public QObject
{
    Q_OBJECT

private slots:
    void requestsLookAsTheyShould()
    {
        const HttpStub stub([](const StubRequest &) {
            return StubResponse{.status = 202, .headers = {{"Set-Cookie", "a=b"}}};
        });
        HttpSession session(settingsFor(stub.url()), {});
        QVERIFY(session.send(get(stub.url(QStringLiteral("/v2/")))));
        QVERIFY(session.send({.method = "POST", .url = stub.url(QStringLiteral("/upload"))}));
        HttpRequest put{.method = "PUT", .url = stub.url(QStringLiteral("/m")), .body = "{}"};
        put.headers.add("content-type", "application/json");
        QVERIFY(session.send(put));
        QVERIFY(session.send({.method = "DELETE", .url = stub.url(QStringLiteral("/upload"))}));

        const auto requests = stub.requests();
        QCOMPARE(requests.size(), 4);
        for (const auto &request : requests) {
            QCOMPARE(request.headers.value("user-agent"),
                     QByteArrayLiteral("docker-image-pusher/" PROJECT_VERSION));
            QCOMPARE(request.headers.value("accept-encoding"), QByteArrayLiteral("identity"));
            QVERIFY(!request.headers.contains("cookie"));
            QVERIFY(!request.headers.contains("authorization"));
        }
        QCOMPARE(requests.at(1).headers.value("content-length"), QByteArrayLiteral("0"));
        QCOMPARE(requests.at(1).headers.value("content-type"), QByteArrayLiteral("application/octet-stream"));
        QCOMPARE(requests.at(2).headers.value("content-type"), QByteArrayLiteral("application/json"));
        QCOMPARE(requests.at(2).body, QByteArrayLiteral("{}"));
        QCOMPARE(requests.at(3).method, QByteArrayLiteral("DELETE"));
        QCOMPARE(stub.connections(), 1);
    }

    void answersKeepAllHeaders()
    {
        const HttpStub stub([](const StubRequest &) {
            return StubResponse{.headers = {{"Warning", "299 - \"one\""}, {"warning", "299 - \"two\""}},
                                .body = "text"};
        });
        const auto response = sendOnce(settingsFor(stub.url()), get(stub.url()));
        QVERIFY(response);
        QCOMPARE(response->status, 200);
        QCOMPARE(response->body, QByteArrayLiteral("text"));
        QCOMPARE(response->headers.values("WARNING").join('|').count("299"), 2);
    }

    void bodiesAreStreamed()
    {
        const QByteArray content = QByteArray("0123456789abcdef").repeated(1024 * 1024); // 16 MiB
        const HttpStub stub([&](const StubRequest &request) {
            return StubResponse{.body = request.method == "GET" ? content : QByteArray()};
        });
        HttpSession session(settingsFor(stub.url()), {});
        QByteArray got;
        qsizetype largest = 0;
        int heads = 0;
        auto request = get(stub.url());
        request.onHead = [&](const HttpResponse &head) -> Result<void> {
            ++heads;
            return head.status == 200 ? Result<void>() : fail(ErrorCode::Internal, {});
        };
        request.onBody = [&](QByteArrayView block) -> Result<void> {
            largest = std::max(largest, block.size());
            got += block;
            return {};
        };
        QVERIFY(session.send(request));
        QCOMPARE(heads, 1);
        QVERIFY(got == content);
        QVERIFY2(largest <= 2 * 1024 * 1024, QByteArray::number(largest));

        QBuffer device;
        device.setData(content);
        QVERIFY(device.open(QIODevice::ReadOnly));
        qint64 sent = 0;
        QVERIFY(session.send(
            {.method = "PATCH", .url = stub.url(), .device = &device, .onSent = [&](qint64 bytes) {
                 sent = bytes;
             }}));
        QVERIFY(stub.requests().last().body == content);
        QCOMPARE(sent, content.size());
    }

    void callbacksCanRefuse()
    {
        const HttpStub stub(
            [](const StubRequest &) { return StubResponse{.body = QByteArray(100'000, 'x')}; });
        auto request = get(stub.url());
        request.onHead = [](const HttpResponse &) -> Result<void> {
            return fail(ErrorCode::SizeMismatch, {});
        };
        auto result = sendOnce(settingsFor(stub.url()), request);
        COMPARE_CODE(result, ErrorCode::SizeMismatch);
        request.onHead = {};
        request.onBody = [](QByteArrayView) -> Result<void> {
            return fail(ErrorCode::DiskFull, {});
        };
        result = sendOnce(settingsFor(stub.url()), request);
        COMPARE_CODE(result, ErrorCode::DiskFull);
    }

    void brokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<bool>("isBlob");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray head = "HTTP/1.1 200 OK\r\n";
        const QByteArray chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
        const auto add = [](const char *what, const QByteArray &raw, ErrorCode ofApi, ErrorCode ofBlob) {
            QTest::addRow("%s", what) << raw << false << ofApi;
            QTest::addRow("%s, of a blob", what) << raw << true << ofBlob;
        };
        const auto lost = ErrorCode::ConnectionLost;
        const auto violation = ErrorCode::ProtocolViolation;
        add("nothing", {}, lost, lost);
        add("cut head", head + "Content-Le", lost, lost);
        add("short body", head + "Content-Length: 10\r\n\r\n12345", lost, lost);
        add("no body", head + "Content-Length: 10\r\n\r\n", lost, lost);
        add("endless head", head + "X-Long: " + QByteArray(1024 * 1024, 'x'), lost, violation);
        add("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", lost, violation);
        QTest::newRow("too long") << head + "Content-Length: 2000\r\n\r\n" + QByteArray(2000, 'x') << false
                                  << ErrorCode::ManifestTooLarge;
        QTest::newRow("too long, chunked") << chunked + "7d0\r\n" + QByteArray(2000, 'x') + "\r\n0\r\n\r\n"
                                           << false << ErrorCode::ManifestTooLarge;
        // Qt takes these for whole, some always and some by chance; what is read by the registry's interface
        // is checked by its content.
        QTest::newRow("no last chunk, of a blob") << chunked + "5\r\n12345\r\n" << true << lost;
        QTest::newRow("cut chunk, of a blob") << chunked + "5\r\n123" << true << lost;
        QTest::newRow("no chunk's size, of a blob") << chunked + "hello\r\n" << true << violation;
        QTest::newRow("no length, of a blob") << head + "Content-Length: many\r\n\r\n" << true << violation;
    }

    void brokenAnswers()
    {
        QFETCH(QByteArray, raw);
        QFETCH(bool, isBlob);
        QFETCH(ErrorCode, code);
        const HttpStub stub([&](const StubRequest &) { return StubResponse{.raw = raw}; });
        auto request = get(stub.url());
        request.bodyLimit = 1000;
        if (isBlob)
            request.onBody = [](QByteArrayView) -> Result<void> {
                return {};
            };
        const auto result = sendOnce(settingsFor(stub.url()), request);
        COMPARE_CODE(result, code);
    }

    void errorBodiesAreBounded()
    {
        const HttpStub stub([](const StubRequest &) {
            return StubResponse{.status = 500, .body = QByteArray(8 * 1024 * 1024, 'x')};
        });
        const auto response = sendOnce(settingsFor(stub.url()), get(stub.url()));
        QVERIFY(response);
        QCOMPARE(response->status, 500);
        QCOMPARE(response->body.size(), 64 * 1024);
    }

    void anAnswerBeforeTheBodyIsSent_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("1 MiB") << 1024 * 1024;
        QTest::newRow("64 MiB") << 64 * 1024 * 1024;
    }

    /// nginx and the like answer 413 by the head alone. Where the line breaks before that answer can be read
    /// there is only the lost connection to tell of; a retry would be told the same.
    void anAnswerBeforeTheBodyIsSent()
    {
        QFETCH(int, size);
        const HttpStub stub(
            [](const StubRequest &) { return StubResponse{.status = 413, .body = "too much"}; });
        QBuffer device;
        device.setData(QByteArray(size, 'x'));
        QVERIFY(device.open(QIODevice::ReadOnly));
        HttpRequest request{.method = "PUT", .url = stub.url(), .device = &device, .idleTimeout = 5s};
        request.headers.add("X-Stub-Early", "1");
        const auto response = sendOnce(settingsFor(stub.url()), request);
        if (response)
            QCOMPARE(response->status, 413);
        else
            QCOMPARE(errorCodeName(response.error().code), errorCodeName(ErrorCode::ConnectionLost));
    }

    void idlenessIsATimeout()
    {
        const HttpStub stub([](const StubRequest &) { return StubResponse{.hang = true}; });
        auto request = get(stub.url());
        request.idleTimeout = 200ms;
        QElapsedTimer time;
        time.start();
        const auto result = sendOnce(settingsFor(stub.url()), request);
        COMPARE_CODE(result, ErrorCode::Timeout);
        QVERIFY(time.elapsed() >= 190 && time.elapsed() < 2000);
    }

    void slownessIsNone()
    {
        // Nine pieces 100 ms apart: longer in all than the idle time.
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            auto *socket = server.nextPendingConnection();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
            auto *timer = new QTimer(socket);
            connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            timer->start(100);
        });
        const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
        auto request = get(url);
        request.idleTimeout = 400ms;
        const auto response = sendOnce(settingsFor(url), request);
        QVERIFY(response);
        QCOMPARE(response->body, QByteArrayLiteral("xxxxxxxxx"));
    }

    void aStopEndsTheWait()
    {
        const HttpStub stub([](const StubRequest &) { return StubResponse{.hang = true}; });
        std::stop_source source;
        std::jthread stopper([&source] {
            std::this_thread::sleep_for(100ms);
            source.request_stop();
        });
        QElapsedTimer time;
        time.start();
        const auto result = sendOnce(settingsFor(stub.url()), get(stub.url()), source.get_token());
        COMPARE_CODE(result, ErrorCode::Cancelled);
        QVERIFY2(time.elapsed() < 1000, QByteArray::number(time.elapsed()));
        const auto again = sendOnce(settingsFor(stub.url()), get(stub.url()), source.get_token());
        COMPARE_CODE(again, ErrorCode::Cancelled);
        QCOMPARE(stub.requests().size(), 1);
    }

    void nobodyThere()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QUrl closed(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
        server.close();
        const auto refused = sendOnce(settingsFor(closed), get(closed));
        COMPARE_CODE(refused, ErrorCode::ConnectionRefused);
        QCOMPARE(refused.error().where, closed.authority());
        const QUrl nowhere(QStringLiteral("http://no-such-host.invalid/"));
        const auto unknown = sendOnce(settingsFor(nowhere), get(nowhere));
        COMPARE_CODE(unknown, ErrorCode::HostNotFound);
    }

    void redirectsKeepTheAuthorizationAtHome()
    {
        const HttpStub storage([](const StubRequest &) { return StubResponse{.body = "blob"}; });
        const HttpStub stub([&](const StubRequest &request) {
            return request.target == "/a"
                       ? redirectTo("/b?x=1")
                       : redirectTo(storage.url(QStringLiteral("/signed?s=1")).toEncoded(), 302);
        });
        auto request = get(stub.url(QStringLiteral("/a")));
        request.headers.add("Authorization", "Basic c2VjcmV0");
        request.followRedirects = true;
        const auto response = sendOnce(settingsFor(stub.url()), request);
        QVERIFY(response);
        QCOMPARE(response->body, QByteArrayLiteral("blob"));
        QCOMPARE(response->url, storage.url(QStringLiteral("/signed?s=1")));
        QCOMPARE(stub.requests().size(), 2);
        QCOMPARE(stub.requests().at(1).target, QByteArrayLiteral("/b?x=1"));
        QVERIFY(stub.requests().at(1).headers.contains("authorization"));
        QVERIFY(!storage.requests().first().headers.contains("authorization"));
    }

    void theAuthorizationDoesNotComeBack()
    {
        QByteArray home;
        const HttpStub storage([&](const StubRequest &) { return redirectTo(home); });
        const HttpStub stub([&](const StubRequest &request) {
            return request.target == "/a" ? redirectTo(storage.url(QStringLiteral("/x")).toEncoded())
                                          : StubResponse{};
        });
        home = stub.url(QStringLiteral("/b")).toEncoded();
        auto request = get(stub.url(QStringLiteral("/a")));
        request.headers.add("authorization", "Bearer t");
        request.followRedirects = true;
        QVERIFY(sendOnce(settingsFor(stub.url()), request));
        QCOMPARE(stub.requests().size(), 2);
        QVERIFY(!stub.requests().at(1).headers.contains("authorization"));
    }

    void redirectsEnd()
    {
        int count = 0;
        const HttpStub stub([&](const StubRequest &request) {
            return request.target == "/circle" ? redirectTo("/circle")
                                               : redirectTo("/" + QByteArray::number(++count));
        });
        auto request = get(stub.url(QStringLiteral("/circle")));
        request.followRedirects = true;
        auto result = sendOnce(settingsFor(stub.url()), request);
        COMPARE_CODE(result, ErrorCode::ProtocolViolation);
        request.url = stub.url(QStringLiteral("/far"));
        result = sendOnce(settingsFor(stub.url()), request);
        COMPARE_CODE(result, ErrorCode::ProtocolViolation);
        QCOMPARE(count, 11);
        request.followRedirects = false;
        result = sendOnce(settingsFor(stub.url()), request);
        QVERIFY(result);
        QCOMPARE(result->status, 307);
    }

    void aConnectionClosedMeanwhileIsNoFailure()
    {
        const HttpStub stub([](const StubRequest &request) {
            return StubResponse{.body = "12",
                                .cutAfter =
                                    request.target == "/first" ? std::optional<qint64>(2) : std::nullopt};
        });
        HttpSession session(settingsFor(stub.url()), {});
        QVERIFY(session.send(get(stub.url(QStringLiteral("/first")))));
        QTest::qWait(50);
        QVERIFY(session.send(get(stub.url(QStringLiteral("/second")))));
    }

    void proxiesAreUsed()
    {
        const HttpStub proxy([](const StubRequest &) { return StubResponse{.body = "by proxy"}; });
        const QUrl far(QStringLiteral("http://registry.example/v2/"));
        auto settings = settingsFor(QUrl(QStringLiteral("http://registry.example")));
        settings.environment.insert(QStringLiteral("http_proxy"), proxy.url().toString());
        const auto response = sendOnce(settings, get(far));
        QVERIFY(response);
        QCOMPARE(response->body, QByteArrayLiteral("by proxy"));
        QCOMPARE(proxy.requests().first().target, QByteArrayLiteral("http://registry.example/v2/"));

        const HttpStub refusing([](const StubRequest &) { return StubResponse{.status = 403}; });
        settings.environment.insert(QStringLiteral("HTTPS_PROXY"), refusing.url().toString());
        const auto refused = sendOnce(settings, get(QUrl(QStringLiteral("https://registry.example/v2/"))));
        COMPARE_CODE(refused, ErrorCode::ProxyFailed);
        QCOMPARE(refusing.requests().first().method, QByteArrayLiteral("CONNECT"));
    }
};

QTEST_GUILESS_MAIN(TestHttpSession)
#include "tst_httpsession.moc"
