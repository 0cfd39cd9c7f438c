#include "tests/support/clientbench.h"
#include "tests/support/httpstub.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

const RepositoryName app = RepositoryName::parse(u"tiny/app").value();
const Reference tag = Reference::parse(u"1.0").value();

const QByteArray imageManifest =
    "{\"schemaVersion\":2,\"mediaType\":\"application/"
    "vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":"
    "\"application/vnd.oci.image.config.v1+json\",\"digest\":"
    "\"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"size\":0},\"layers\":[]}";

} // namespace

/// Downloads of blobs: what a registry or a line may do to them, and what must come out.
class TestBlobDownload final : public QObject
{
    Q_OBJECT

private slots:
    void downloads_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("have"); // bytes there already, of 300,000
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("restarts");
        QTest::addColumn<int>("retries");
        const auto row = [](const char *fault, int have, const char *expected, int restarts, int retries) {
            QTest::addRow("%s from %d", fault, have)
                << QString::fromLatin1(fault) << have << QString::fromLatin1(expected) << restarts << retries;
        };
        row("none", 0, "fine", 0, 0);
        row("none", 100'000, "fine", 0, 0);
        row("none", 300'000, "fine", 0, 0);
        row("cut", 0, "fine", 0, 4); // each try brings some of it
        row("cut", 100'000, "fine", 0, 3);
        row("cut at once", 0, "connection-lost", 0, 2);
        row("ignores Range", 100'000, "fine", 1, 0);
        row("ignores Range and cuts once", 0, "fine", 1, 1);
        row("wrong begin", 100'000, "fine", 1, 0);
        row("wrong total", 100'000, "fine", 1, 0);
        row("no Content-Range", 100'000, "fine", 1, 0);
        row("416", 100'000, "fine", 1, 0);
        row("416 always", 100'000, "server-failed", 1, 0);
        row("part unasked", 0, "protocol-violation", 0, 0);
        row("longer", 0, "size-mismatch", 0, 0);
        row("longer, chunked", 0, "size-mismatch", 0, 0);
        row("shorter", 0, "size-mismatch", 0, 0);
        row("shorter, chunked", 0, "connection-lost", 2, 2); // as one whose line was cut each time
        row("404", 0, "not-found", 0, 0);
        row("503", 0, "fine", 0, 1);
        row("disk full", 0, "disk-full", 0, 0);
    }

    void downloads()
    {
        QFETCH(QString, fault);
        QFETCH(int, have);
        QFETCH(QString, expected);
        QFETCH(int, restarts);
        QFETCH(int, retries);
        int count = 0;
        const HttpStub stub([&](const StubRequest &request) {
            return request.target == "/v2/" ? StubResponse{} : blobAnswer(fault, request, count++);
        });
        Client c(stub.url());
        QByteArray got = content().first(have);
        int restarted = 0;
        RegistryClient::BlobSink sink{
            .offset = have,
            .write = [&](QByteArrayView block) -> Result<void> {
                if (fault == u"disk full")
                    return fail(ErrorCode::DiskFull, {});
                got += block;
                return {};
            },
            .restart = [&]() -> Result<void> {
                got.clear();
                ++restarted;
                return {};
            },
        };
        const Descriptor blob = blobOf(content());
        BlobProgress progress(QStringLiteral("blob"), blob.size, true);
        const auto result = c.client.downloadBlob(app, blob, sink, progress);
        QCOMPARE(codeOf(result), expected);
        QCOMPARE(restarted, restarts);
        QCOMPARE(c.progress.retries(), retries);
        QVERIFY(got.size() <= blob.size);
        if (result)
            QVERIFY(got == content());
        if (result && have < blob.size)
            QCOMPARE(progress.done(), blob.size);
    }

    /// Qt may take a chunked body for whole whose line was cut: what is read from it must not pass for whole.
    void cutChunksAreNoAnswer()
    {
        const HttpStub stub([](const StubRequest &request) {
            QByteArray body = imageManifest;
            if (request.path().contains("/tags/"))
                body = "{\"name\":\"tiny/app\",\"tags\":[\"1.0\"]}";
            body.chop(1);
            return StubResponse{.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" +
                                       QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n"};
        });
        for (int round = 0; round < 10; ++round) {
            Client c(stub.url());
            QVERIFY(!c.client.getManifest(app, tag));
            QVERIFY(!c.client.listTags(app));
            QByteArray got;
            const Descriptor blob = blobOf(imageManifest);
            QCOMPARE(codeOf(download(c, app, blob, got)), QStringLiteral("connection-lost"));
        }
    }

    void downloadsFromStorageElsewhere()
    {
        const HttpStub storage(
            [](const StubRequest &request) { return blobAnswer(QStringLiteral("none"), request, 0); });
        const HttpStub stub([&](const StubRequest &request) {
            if (request.headers.value("authorization").isEmpty())
                return StubResponse{.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}};
            return request.target == "/v2/"
                       ? StubResponse{}
                       : StubResponse{
                             .status = 307,
                             .headers = {{"Location", storage.url(QStringLiteral("/x?sig=1")).toEncoded()}}};
        });
        auto settings = settingsFor(stub.url());
        settings.credentials.username = QStringLiteral("user");
        Client c(settings);
        QByteArray got = content().first(1000);
        const Descriptor blob = blobOf(content());
        QCOMPARE(codeOf(download(c, app, blob, got)), QStringLiteral("fine"));
        QVERIFY(got == content());
        QCOMPARE(storage.requests().size(), 1);
        QVERIFY(!storage.requests().first().headers.contains("authorization"));
        QCOMPARE(storage.requests().first().headers.value("range"), QByteArrayLiteral("bytes=1000-"));
    }

    void downloadsKeepToTheRate()
    {
        const HttpStub stub([](const StubRequest &request) {
            return request.target == "/v2/" ? StubResponse{} : blobAnswer(QStringLiteral("none"), request, 0);
        });
        const auto registry = std::make_shared<Registry>(settingsFor(stub.url()));
        registry->setRateLimit(200'000);
        ProgressSink progress;
        RegistryClient client(registry, progress, {});
        QByteArray got;
        const Descriptor blob = blobOf(content());
        BlobProgress line(QStringLiteral("blob"), blob.size, true);
        QElapsedTimer time;
        time.start();
        QVERIFY(client.downloadBlob(app, blob,
                                    {.write = [&](QByteArrayView block) -> Result<void> {
                                         got += block;
                                         return {};
                                     },
                                     .restart = {}},
                                    line));
        QVERIFY(got == content());
        QVERIFY2(time.elapsed() > 700, QByteArray::number(time.elapsed()));
    }

    void aStopEndsTheWait_data()
    {
        QTest::addColumn<QString>("where");
        QTest::newRow("no answer") << QStringLiteral("answer");
        QTest::newRow("between tries") << QStringLiteral("retry");
        QTest::newRow("rate limit") << QStringLiteral("rate");
    }

    void aStopEndsTheWait()
    {
        QFETCH(QString, where);
        const HttpStub stub([&](const StubRequest &request) {
            if (request.target == "/v2/")
                return StubResponse{};
            if (where == u"answer")
                return StubResponse{.hang = true};
            if (where == u"retry")
                return StubResponse{.status = 429, .headers = {{"Retry-After", "60"}}};
            return blobAnswer(QStringLiteral("none"), request, 0);
        });
        std::stop_source source;
        const auto registry = std::make_shared<Registry>(settingsFor(stub.url()));
        registry->setRateLimit(where == u"rate" ? 1000 : 0);
        ProgressSink progress;
        RegistryClient client(registry, progress, source.get_token());
        const Descriptor blob = blobOf(content());
        BlobProgress line(QStringLiteral("blob"), blob.size, true);
        std::optional<Phase> phase;
        qint64 retryAt = 0;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(300ms);
            phase = line.phase();
            retryAt = line.retryAtMs();
            source.request_stop();
        });
        QElapsedTimer time;
        time.start();
        const auto result = client.downloadBlob(
            app, blob, {.write = [](QByteArrayView) -> Result<void> { return {}; }, .restart = {}}, line);
        QCOMPARE(codeOf(result), QStringLiteral("cancelled"));
        QVERIFY2(time.elapsed() < 30'000, QByteArray::number(time.elapsed()));
        stopper.join();
        QCOMPARE(phase == Phase::WaitingToRetry, where == u"retry");
        if (where == u"retry")
            QVERIFY(retryAt > QDateTime::currentMSecsSinceEpoch() + 50'000);
    }

private:
    static const QByteArray &content()
    {
        static const QByteArray bytes = [] {
            QByteArray made;
            for (int i = 0; made.size() < 300'000; ++i)
                made += QByteArray::number(i) + '\n';
            return made.first(300'000);
        }();
        return bytes;
    }

    static StubResponse part(qint64 from, qint64 claimedFrom, qint64 claimedTotal)
    {
        return {.status = 206,
                .headers = {{"Content-Range", "bytes " + QByteArray::number(claimedFrom) + '-' +
                                                  QByteArray::number(claimedTotal - 1) + '/' +
                                                  QByteArray::number(claimedTotal)}},
                .body = content().sliced(from)};
    }

    static StubResponse chunked(const QByteArray &body)
    {
        return {.headers = {{"Transfer-Encoding", "chunked"}},
                .body = QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n"};
    }

    /// What a registry with this fault answers to the GET number `count` of a blob.
    static StubResponse blobAnswer(const QString &fault, const StubRequest &request, int count)
    {
        const auto range = request.headers.value("range");
        const auto from = range.isEmpty() ? 0 : range.sliced(6, range.size() - 7).toLongLong();
        StubResponse whole{.body = content()};
        auto good = range.isEmpty() ? whole : part(from, from, content().size());
        if (fault == u"cut")
            good.cutAfter = std::min<qint64>(60'000, good.body.size());
        else if (fault == u"cut at once")
            good.cutAfter = 0;
        else if (fault == u"ignores Range")
            return whole;
        else if (fault == u"ignores Range and cuts once")
            good = {.body = content(), .cutAfter = count == 0 ? std::optional<qint64>(60'000) : std::nullopt};
        else if (fault == u"wrong begin" && !range.isEmpty())
            return part(from, from - 1, content().size());
        else if (fault == u"wrong total" && !range.isEmpty())
            return part(from, from, content().size() + 1);
        else if (fault == u"no Content-Range" && !range.isEmpty())
            return {.status = 206, .body = content().sliced(from)};
        else if ((fault == u"416" && !range.isEmpty()) || fault == u"416 always")
            return {.status = 416, .headers = {{"Content-Range", "bytes */300000"}}};
        else if (fault == u"part unasked")
            return part(0, 0, content().size() + 1);
        else if (fault == u"longer")
            return {.body = content() + 'x'};
        else if (fault == u"longer, chunked")
            return chunked(content() + 'x');
        else if (fault == u"shorter")
            return {.body = content().chopped(1)};
        else if (fault == u"shorter, chunked")
            return chunked(content().chopped(1));
        else if (fault == u"404")
            return {.status = 404};
        else if (fault == u"503" && count == 0)
            return {.status = 503};
        return good;
    }
};

QTEST_GUILESS_MAIN(TestBlobDownload)
#include "tst_blobdownload.moc"
