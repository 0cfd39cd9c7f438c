#include "core/image/mediatype.h"
#include "tests/support/clientbench.h"
#include "tests/support/httpstub.h"
#include "tests/support/testregistry.h"
#include "tests/support/tokenserver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <thread>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

const RepositoryName app = RepositoryName::parse(u"tiny/app").value();
const Reference tag = Reference::parse(u"1.0").value();

QByteArray typeOf(QLatin1StringView type)
{
    return QByteArray(type.data(), type.size());
}

const QByteArray imageManifest =
    "{\"schemaVersion\":2,\"mediaType\":\"application/"
    "vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":"
    "\"application/vnd.oci.image.config.v1+json\",\"digest\":"
    "\"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"size\":0},\"layers\":[]}";

} // namespace

class TestRegistryClient final : public QObject
{
    Q_OBJECT

private slots:
    void realRegistry()
    {
        TestRegistry real;
        real.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"),
                         QStringLiteral("tiny/app:1.0"));
        Client c(real.url());
        QCOMPARE(codeOf(c.client.ping()), QStringLiteral("fine"));

        const auto manifest = c.client.getManifest(app, tag);
        QCOMPARE(codeOf(manifest), QStringLiteral("fine"));
        const auto byDigest = c.client.getManifest(app, Reference::fromDigest(manifest->digest()));
        QCOMPARE(codeOf(byDigest), QStringLiteral("fine"));
        QCOMPARE(byDigest->bytes(), manifest->bytes());

        const auto head = c.client.headManifest(app, tag);
        QCOMPARE(codeOf(head), QStringLiteral("fine"));
        QVERIFY(head->has_value());
        QCOMPARE((*head)->digest, std::optional(manifest->digest()));
        QCOMPARE((*head)->size, manifest->bytes().size());
        QCOMPARE((*head)->mediaType, manifest->mediaType());

        QCOMPARE(codeOf(c.client.getManifest(app, Reference::parse(u"none").value())),
                 QStringLiteral("not-found"));
        const auto none = c.client.headManifest(app, Reference::parse(u"none").value());
        QVERIFY(none && !*none);
        QCOMPARE(c.client.headBlob(app, manifest->config().digest).value(), BlobPresence::Present);
        QCOMPARE(c.client.headBlob(app, Digest::of("nothing")).value(), BlobPresence::Absent);

        for (const auto &blob : manifest->blobs()) {
            QByteArray got;
            QCOMPARE(download(c, app, blob, got).value(), blob.size);
            QCOMPARE(Digest::of(got), blob.digest);
            got.truncate(blob.size / 2);
            QCOMPARE(download(c, app, blob, got).value(), blob.size - blob.size / 2);
            QCOMPARE(Digest::of(got), blob.digest);
        }
        QCOMPARE(c.progress.retries(), 0);

        const auto other = Reference::parse(u"2.0").value();
        QCOMPARE(codeOf(c.client.uploadManifestWithToken(app, other, *manifest)), QStringLiteral("fine"));
        QCOMPARE(c.client.getManifest(app, other)->bytes(), manifest->bytes());
        auto tags = c.client.listTags(app);
        QCOMPARE(codeOf(tags), QStringLiteral("fine"));
        tags->tags.sort();
        QCOMPARE(tags->tags, (QStringList{QStringLiteral("1.0"), QStringLiteral("2.0")}));
        QVERIFY(!tags->next);
        QCOMPARE(c.client.listRepositories()->tags, QStringList{QStringLiteral("tiny/app")});
        QCOMPARE(codeOf(c.client.listTags(RepositoryName::parse(u"no/such").value())),
                 QStringLiteral("not-found"));
    }

    void blobsMissingForAManifest()
    {
        TestRegistry real;
        Client c(real.url());
        const auto manifest = Manifest::parse(imageManifest).value();
        const auto put = c.client.uploadManifestWithToken(app, tag, manifest);
        QCOMPARE(codeOf(put), QStringLiteral("not-found"));
        QCOMPARE(put.error().registryCode, QStringLiteral("MANIFEST_BLOB_UNKNOWN"));
        QCOMPARE(put.error().where, QStringLiteral("tiny/app:1.0"));
    }

    void aPullAsksForPullAlone()
    {
        TokenServer tokens;
        TestRegistry real({.tokenServer = &tokens});
        real.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"),
                         QStringLiteral("tiny/app:1.0"));
        const auto before = tokens.requests().size();
        Client c(real.url());
        const auto manifest = c.client.getManifest(app, tag);
        QCOMPARE(codeOf(manifest), QStringLiteral("fine"));
        QByteArray got;
        QCOMPARE(codeOf(download(c, app, manifest->config(), got)), QStringLiteral("fine"));
        QCOMPARE(codeOf(c.client.listTags(app)), QStringLiteral("fine"));
        const auto asked = tokens.requests().sliced(before);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().scopes, QStringList{QStringLiteral("repository:tiny/app:pull")});
    }

    void manifestsAreAskedForAndSentAsTheyShould()
    {
        const HttpStub stub([](const StubRequest &request) {
            if (request.method == "PUT")
                return StubResponse{.status = 201}; // without a Location
            return StubResponse{
                .headers = {{"Content-Type", typeOf(mediatype::ociManifest) + "; charset=utf-8"},
                            {"Docker-Content-Digest", "sha256:" + QByteArray(64, '0')}},
                .body = imageManifest};
        });
        Client c(stub.url());
        // What the registry says of the digest is a hint only.
        const auto manifest = c.client.getManifest(app, tag);
        QCOMPARE(codeOf(manifest), QStringLiteral("fine"));
        QCOMPARE(manifest->digest(), Digest::of(imageManifest));
        const auto accept = stub.requests().last().headers.value("accept");
        for (const auto type :
             {mediatype::ociIndex, mediatype::ociManifest, mediatype::dockerIndex, mediatype::dockerManifest})
            QVERIFY(accept.contains(typeOf(type)));
        QCOMPARE(codeOf(c.client.getManifest(app, Reference::fromDigest(Digest::of("other")))),
                 QStringLiteral("digest-mismatch"));
        QCOMPARE(codeOf(c.client.uploadManifestWithToken(app, tag, *manifest)), QStringLiteral("fine"));
        QCOMPARE(stub.requests().last().headers.value("content-type"), typeOf(mediatype::ociManifest));
        QCOMPARE(stub.requests().last().body, imageManifest);
    }

    void manifestsAreBounded()
    {
        const HttpStub stub(
            [](const StubRequest &) { return StubResponse{.body = QByteArray(5 * 1024 * 1024, ' ')}; });
        Client c(stub.url());
        QCOMPARE(codeOf(c.client.getManifest(app, tag)), QStringLiteral("manifest-too-large"));
    }

    void retries_data()
    {
        QTest::addColumn<int>("status"); // 0: the line is cut
        QTest::addColumn<int>("failures");
        QTest::addColumn<QString>("expected");
        QTest::newRow("503, then fine") << 503 << 2 << QStringLiteral("fine");
        QTest::newRow("503 for too long") << 503 << 3 << QStringLiteral("server-failed");
        QTest::newRow("429, then fine") << 429 << 1 << QStringLiteral("fine");
        QTest::newRow("cut, then fine") << 0 << 2 << QStringLiteral("fine");
        QTest::newRow("404 is final") << 404 << 1 << QStringLiteral("not-found");
        QTest::newRow("403 is final") << 403 << 1 << QStringLiteral("denied");
        QTest::newRow("507 is final") << 507 << 1 << QStringLiteral("registry-storage");
    }

    void retries()
    {
        QFETCH(int, status);
        QFETCH(int, failures);
        QFETCH(QString, expected);
        int left = failures;
        const HttpStub stub([&](const StubRequest &request) {
            if (request.target == "/v2/" || left-- <= 0)
                return StubResponse{.body = request.target == "/v2/" ? QByteArray() : imageManifest};
            return status == 0 ? StubResponse{.raw = QByteArray()} : StubResponse{.status = status};
        });
        Client c(stub.url());
        QCOMPARE(codeOf(c.client.getManifest(app, tag)), expected);
        const bool isFinal = status == 404 || status == 403 || status == 507;
        if (status == 0) // Qt itself sends again where a kept connection turns out to be closed
            QVERIFY(c.progress.retries() >= 1 && c.progress.retries() <= failures);
        else
            QCOMPARE(c.progress.retries(), isFinal ? 0 : std::min(failures, 2));
    }

    void pages_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QString>("next"); // empty: none
        const QByteArray host = "HOST";
        QTest::newRow("none") << QByteArray() << QString();
        QTest::newRow("relative") << QByteArrayLiteral("</v2/tiny/app/tags/list?last=a&n=2>; rel=\"next\"")
                                  << QStringLiteral("/v2/tiny/app/tags/list?last=a&n=2");
        QTest::newRow("absolute") << QByteArrayLiteral(
                                         "<http://HOST/v2/tiny/app/tags/list?last=a%2Fb>;rel=next")
                                  << QStringLiteral("/v2/tiny/app/tags/list?last=a%2Fb");
        QTest::newRow("other relation") << QByteArrayLiteral("</v2/x>; rel=\"prev\"") << QString();
        QTest::newRow("junk") << QByteArrayLiteral("next") << QString();
        QTest::newRow("other host") << QByteArrayLiteral("<http://evil.example/v2/x>; rel=\"next\"")
                                    << QStringLiteral("refused");
    }

    void pages()
    {
        QFETCH(QByteArray, link);
        QFETCH(QString, next);
        QByteArray host;
        const HttpStub stub([&](const StubRequest &request) {
            if (request.target.contains("last="))
                return StubResponse{.body = "{\"name\":\"tiny/app\",\"tags\":[\"c\"]}"};
            StubResponse first{.body = "{\"name\":\"tiny/app\",\"tags\":[\"a\",\"b\"]}"};
            if (!link.isEmpty())
                first.headers.append({"Link", QByteArray(link).replace("HOST", host)});
            return first;
        });
        host = stub.host().toLatin1();
        Client c(stub.url());
        const auto page = c.client.listTags(app);
        if (next == u"refused") {
            QCOMPARE(codeOf(page), QStringLiteral("protocol-violation"));
            return;
        }
        QCOMPARE(codeOf(page), QStringLiteral("fine"));
        QCOMPARE(page->tags, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(page->next.value_or(QString()), next);
        if (page->next)
            QCOMPARE(c.client.listTags(app, page->next)->tags, QStringList{QStringLiteral("c")});
    }

    void noTagsAtAll()
    {
        const HttpStub stub([](const StubRequest &) {
            return StubResponse{.body = "{\"name\":\"tiny/app\",\"tags\":null}"};
        });
        Client c(stub.url());
        QVERIFY(c.client.listTags(app)->tags.isEmpty());
    }

    void warningsAreNoticedOnce()
    {
        const HttpStub stub([](const StubRequest &) {
            return StubResponse{.headers = {{"Warning", "299 - \"We are moving.\""}}};
        });
        Client c(stub.url());
        QVERIFY(c.client.ping());
        QVERIFY(c.client.ping());
        QCOMPARE(c.progress.notices(), QStringList{stub.host() + QStringLiteral(": We are moving.")});
    }

    void presence_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<BlobPresence>("presence");
        QTest::newRow("200") << 200 << BlobPresence::Present;
        QTest::newRow("redirect") << 307 << BlobPresence::Present;
        QTest::newRow("404") << 404 << BlobPresence::Absent;
        QTest::newRow("403") << 403 << BlobPresence::Unknown;
        QTest::newRow("405") << 405 << BlobPresence::Unknown;
        QTest::newRow("500") << 500 << BlobPresence::Unknown;
    }

    void presence()
    {
        QFETCH(int, status);
        QFETCH(BlobPresence, presence);
        const HttpStub stub([&](const StubRequest &request) {
            return StubResponse{.status = request.method == "HEAD" ? status : 200,
                                .headers = {{"Location", "/elsewhere"}}};
        });
        Client c(stub.url());
        QCOMPARE(c.client.headBlob(app, Digest::of("x")).value(), presence);
    }

    void checks_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("steps");
        QTest::addColumn<QString>("failure"); // empty: none
        QTest::newRow("open") << QStringLiteral("open") << 5 << QString();
        QTest::newRow("TLS, password") << QStringLiteral("tls") << 5 << QString();
        QTest::newRow("wrong password") << QStringLiteral("wrong") << 5 << QStringLiteral("auth-failed");
        QTest::newRow("no password") << QStringLiteral("missing") << 5 << QStringLiteral("auth-required");
        QTest::newRow("untrusted") << QStringLiteral("untrusted") << 3 << QStringLiteral("tls-untrusted");
        QTest::newRow("no such host") << QStringLiteral("host") << 1 << QStringLiteral("host-not-found");
        QTest::newRow("nobody there") << QStringLiteral("port") << 2 << QStringLiteral("connection-refused");
        QTest::newRow("no registry") << QStringLiteral("web") << 4 << QStringLiteral("protocol-violation");
        QTest::newRow("proxy") << QStringLiteral("proxy") << 5 << QString();
        QTest::newRow("no proxy") << QStringLiteral("noproxy") << 2 << QStringLiteral("proxy-failed");
    }

    void checks()
    {
        QFETCH(QString, kind);
        QFETCH(int, steps);
        QFETCH(QString, failure);
        static TestRegistry tls(
            {.tls = true, .username = QStringLiteral("user"), .password = QStringLiteral("secret")});
        const HttpStub open([](const StubRequest &) { return StubResponse{}; });
        const HttpStub web([](const StubRequest &) {
            return StubResponse{.status = 404, .body = "<title>Not Found</title>"};
        });
        const auto closed = closedPort();
        auto settings =
            settingsFor(kind == u"open"           ? open.url()
                        : kind == u"web"          ? web.url()
                        : kind == u"host"         ? QUrl(QStringLiteral("http://no-such-host.invalid"))
                        : kind == u"port"         ? closed
                        : kind.contains(u"proxy") ? QUrl(QStringLiteral("http://registry.example"))
                                                  : tls.url());
        if (kind != u"untrusted")
            settings.certificateFolders = {tls.certificateFolder()};
        if (kind == u"tls" || kind == u"wrong")
            settings.credentials = {.username = QStringLiteral("user"),
                                    .password = kind == u"tls" ? QStringLiteral("secret") : kind};
        if (kind.contains(u"proxy"))
            settings.environment.insert(QStringLiteral("HTTP_PROXY"),
                                        (kind == u"proxy" ? open.url() : closed).toString());
        Client c(settings);
        const auto ladder = c.client.check();
        QCOMPARE(ladder.size(), steps);
        for (qsizetype i = 0; i < ladder.size(); ++i) {
            QCOMPARE(int(ladder.at(i).kind), int(i));
            const bool isFailure = i == ladder.size() - 1 && !failure.isEmpty();
            QCOMPARE(ladder.at(i).error ? errorCodeName(ladder.at(i).error->code) : QString(),
                     isFailure ? failure : QString());
            QCOMPARE(ladder.at(i).detail.isEmpty(), isFailure);
        }
    }

private:
    static QUrl closedPort()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("no free port");
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
    }
};

QTEST_GUILESS_MAIN(TestRegistryClient)
#include "tst_registryclient.moc"
