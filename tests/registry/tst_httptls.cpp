#include "tests/support/sessionbench.h"
#include "tests/support/testcertificates.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

/// Whom a session trusts, and what it says of those it does not.
class TestHttpTls final : public QObject
{
    Q_OBJECT

private slots:
    void tlsIsVerified_data()
    {
        QTest::addColumn<QString>("names");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("trustCa");
        QTest::addColumn<QString>("reason"); // empty: trusted
        const auto ours = QStringLiteral("IP:127.0.0.1");
        QTest::newRow("trusted") << ours << QStringList() << true << QString();
        QTest::newRow("unknown issuer")
            << ours << QStringList() << false << QStringLiteral("its issuer is not known here");
        QTest::newRow("other host") << QStringLiteral("DNS:other.example") << QStringList() << true
                                    << QStringLiteral("it is made for another host name");
        QTest::newRow("expired") << ours
                                 << QStringList{QStringLiteral("-not_before"),
                                                QStringLiteral("20200101000000Z"),
                                                QStringLiteral("-not_after"),
                                                QStringLiteral("20200102000000Z")}
                                 << true << QStringLiteral("it has expired");
    }

    void tlsIsVerified()
    {
        QFETCH(QString, names);
        QFETCH(QStringList, arguments);
        QFETCH(bool, trustCa);
        QFETCH(QString, reason);
        QTemporaryDir folder;
        const TestAuthority authority(folder.path());
        const HttpStub stub([](const StubRequest &) { return StubResponse{.body = "{}"}; },
                            serverConfiguration(authority.issue(QStringLiteral("server"), names, arguments)));
        auto settings = settingsFor(stub.url());
        if (trustCa) {
            installCa(folder.filePath(QStringLiteral("certs.d")), stub.host(), authority.caFile());
            settings.certificateFolders = {folder.filePath(QStringLiteral("certs.d"))};
        }
        auto request = get(stub.url());
        request.describeTls = true;
        const auto response = sendOnce(settings, request);
        if (reason.isEmpty()) {
            QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
            QVERIFY2(response->tls.startsWith(u"TLS 1.3") && response->tls.contains(u"issuer: Test CA"),
                     qPrintable(response->tls));
            return;
        }
        COMPARE_CODE(response, ErrorCode::TlsUntrusted);
        for (const auto &part : {reason, QStringLiteral("subject: server"), QStringLiteral("issuer: Test CA"),
                                 QStringLiteral("SHA-256: ")})
            QVERIFY2(response.error().detail.contains(part), qPrintable(response.error().detail));
        QVERIFY(stub.requests().isEmpty());
        settings.skipTls = true;
        QVERIFY(sendOnce(settings, request));
    }

    void skipTlsIsForTheRegistryAlone()
    {
        QTemporaryDir folder;
        const HttpStub stub([](const StubRequest &) { return StubResponse{}; },
                            serverConfiguration(makeSelfSigned(folder.path(), QStringLiteral("server"))));
        auto settings = settingsFor(QUrl(QStringLiteral("https://registry.example")));
        settings.skipTls = true;
        const auto response = sendOnce(settings, get(stub.url()));
        COMPARE_CODE(response, ErrorCode::TlsUntrusted);
        QVERIFY2(response.error().detail.contains(u"it is signed by itself"),
                 qPrintable(response.error().detail));
    }

    void clientCertificatesAreSent()
    {
        QTemporaryDir folder;
        const TestAuthority authority(folder.path());
        auto tls = serverConfiguration(authority.issue(QStringLiteral("server")));
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setCaCertificates(QSslCertificate::fromPath(authority.caFile()));
        const HttpStub stub([](const StubRequest &) { return StubResponse{}; }, tls);
        const auto certs = folder.filePath(QStringLiteral("certs.d"));
        installCa(certs, stub.host(), authority.caFile());
        auto settings = settingsFor(stub.url());
        settings.certificateFolders = {certs};
        QVERIFY(!sendOnce(settings, get(stub.url())));

        const auto client = authority.issue(QStringLiteral("client"), QStringLiteral("DNS:client"));
        const auto place = certs + u'/' + stub.host();
        QVERIFY(QFile::copy(client.certificate, place + QStringLiteral("/client.cert")));
        QVERIFY(QFile::copy(client.key, place + QStringLiteral("/client.key")));
        const auto response = sendOnce(settings, get(stub.url()));
        QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
    }

    void plainHttpWhereTlsIsExpectedIsSaid()
    {
        const HttpStub stub([](const StubRequest &) { return StubResponse{}; });
        auto url = stub.url();
        url.setScheme(QStringLiteral("https"));
        // Some hang up on a ClientHello, some answer 400.
        auto result = sendOnce(settingsFor(url), get(url));
        COMPARE_CODE(result, ErrorCode::TlsFailed);

        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            server.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        });
        url = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort()));
        result = sendOnce(settingsFor(url), get(url));
        COMPARE_CODE(result, ErrorCode::TlsFailed);
        QVERIFY2(result.error().detail.startsWith(u"the server answered in plain HTTP"),
                 qPrintable(result.error().detail));
    }

    void oldTlsIsRefused()
    {
        QTemporaryDir folder;
        auto tls = serverConfiguration(makeSelfSigned(folder.path(), QStringLiteral("server")));
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        tls.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        const HttpStub stub([](const StubRequest &) { return StubResponse{}; }, tls);
        auto settings = settingsFor(stub.url());
        settings.skipTls = true;
        const auto result = sendOnce(settings, get(stub.url()));
        COMPARE_CODE(result, ErrorCode::TlsFailed);
    }

    void redirectsFromTlsToPlainHttpElsewhereAreRefused()
    {
        QTemporaryDir folder;
        const HttpStub stub([](const StubRequest &) { return redirectTo("http://localhost:1/blob"); },
                            serverConfiguration(makeSelfSigned(folder.path(), QStringLiteral("server"))));
        auto settings = settingsFor(stub.url());
        settings.skipTls = true;
        auto request = get(stub.url());
        request.followRedirects = true;
        const auto result = sendOnce(settings, request);
        COMPARE_CODE(result, ErrorCode::ProtocolViolation);
    }
};

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"
