#include "core/registry/blobuploader.h"
#include "tests/support/uploadfaults.h"

using namespace dip;
using namespace dip::test;

namespace {

/// One thread has asked, another one sends: as two clients of one registry.
struct Ahead
{
    ScriptedRegistry server;
    UploadBench bench{small};
    std::shared_ptr<dip::Registry> registry;
    ProgressSink sink;
    std::shared_ptr<BlobProgress> progress;

    Ahead()
    {
        bench.settings.address = RegistryAddress::parse(server.url()).value();
        bench.settings.uploadChunk = chunk;
        registry = std::make_shared<dip::Registry>(bench.settings);
        progress = sink.addBlob(bench.digest(), bench.bytes.size());
    }

    Result<UploadStart> prepare(bool openSession)
    {
        AuthorizedSession session(registry, {});
        return BlobUploader(*registry, session, sink).prepare(bench.upload, openSession, *progress);
    }

    Result<UploadReport> send(const UploadStart &start)
    {
        AuthorizedSession session(registry, {});
        return BlobUploader(*registry, session, sink).upload(bench.upload, *progress, &start);
    }

    void keepInRegistry(const QString &repository)
    {
        server.with([&](MemoryRegistry &memory) { memory.blobs[repository][bench.digest()] = bench.bytes; });
    }

    qsizetype heads() { return server.requests("HEAD").size(); }
};

} // namespace

class TestUploadAhead final : public QObject
{
    Q_OBJECT

private slots:
    void opensTheSessionThatIsUsed()
    {
        Ahead ahead;
        const auto start = ahead.prepare(true);
        QVERIFY(start && !start->outcome && start->opening);
        QCOMPARE(ahead.progress->phase(), Phase::Waiting);
        QCOMPARE(openUploads(ahead.server), 1);

        const auto report = ahead.send(*start);
        QVERIFY(report);
        QCOMPARE(report->outcome, UploadOutcome::Uploaded);
        QCOMPARE(stored(ahead.server, ahead.bench), ahead.bench.bytes);
        QCOMPARE(ahead.heads(), 1);
        QCOMPARE(count(ahead.server, "POST"), 1);
        QCOMPARE(count(ahead.server, "PUT"), 1);
        QCOMPARE(openUploads(ahead.server), 0);
    }

    void opensNoneUnasked()
    {
        Ahead ahead;
        const auto start = ahead.prepare(false);
        QVERIFY(start && !start->opening);
        QCOMPARE(count(ahead.server, "POST"), 0);
        QVERIFY(ahead.send(*start));
        QCOMPARE(ahead.heads(), 1);
        QCOMPARE(count(ahead.server, "POST"), 1);
    }

    void sendsNothingThatIsThere()
    {
        Ahead ahead;
        ahead.keepInRegistry(QStringLiteral("team/app"));
        const auto start = ahead.prepare(true);
        QVERIFY(start);
        QCOMPARE(start->outcome, std::optional(UploadOutcome::AlreadyThere));
        const auto report = ahead.send(*start);
        QVERIFY(report);
        QCOMPARE(report->outcome, UploadOutcome::AlreadyThere);
        QCOMPARE(ahead.progress->phase(), Phase::AlreadyThere);
        QCOMPARE(ahead.server.requests().size(), 2); // GET /v2/ and HEAD
    }

    void mountsWithoutSending()
    {
        Ahead ahead;
        ahead.keepInRegistry(QStringLiteral("team/base"));
        mountFromBase(ahead.bench);
        const auto start = ahead.prepare(true);
        QVERIFY(start);
        QCOMPARE(start->outcome, std::optional(UploadOutcome::Mounted));
        const auto report = ahead.send(*start);
        QVERIFY(report);
        QCOMPARE(report->outcome, UploadOutcome::Mounted);
        QCOMPARE(count(ahead.server, "PUT"), 0);
    }

    void takesTheSessionOfARefusedMount()
    {
        Ahead ahead;
        mountFromBase(ahead.bench);
        const auto start = ahead.prepare(true);
        QVERIFY(start && start->opening);
        QVERIFY(ahead.send(*start));
        QCOMPARE(count(ahead.server, "POST"), 1);
        QCOMPARE(openUploads(ahead.server), 0);
    }

    /// OCI-Chunk-Max-Length comes with the answer that opened the session, to another thread.
    void keepsTheBoundsOfTheAnswer()
    {
        Ahead ahead;
        ahead.server.with(
            [](MemoryRegistry &memory) { memory.uploadHeaders = {{"OCI-Chunk-Max-Length", "300"}}; });
        const auto start = ahead.prepare(true);
        QVERIFY(start);
        QVERIFY(ahead.send(*start));
        QCOMPARE(bodies(ahead.server, "PATCH"), Sizes({300, 300, 100}));
    }

    void opensAnotherForOneThatIsStale()
    {
        Ahead ahead;
        auto start = ahead.prepare(true);
        QVERIFY(start);
        start->freshUntil = QDeadlineTimer(0);
        QVERIFY(ahead.send(*start));
        QCOMPARE(count(ahead.server, "POST"), 2);
        QCOMPARE(count(ahead.server, "DELETE"), 1);
        QCOMPARE(openUploads(ahead.server), 0);
        QCOMPARE(stored(ahead.server, ahead.bench), ahead.bench.bytes);
    }

    void opensAnotherForOneThatIsForgotten()
    {
        Ahead ahead;
        const auto start = ahead.prepare(true);
        QVERIFY(start);
        ahead.server.with([](MemoryRegistry &memory) { memory.uploads.clear(); });
        QVERIFY(ahead.send(*start));
        QCOMPARE(count(ahead.server, "POST"), 2);
        QCOMPARE(stored(ahead.server, ahead.bench), ahead.bench.bytes);
    }

    /// A blob inside of an archive goes up from there.
    void sendsAPieceOfAFile()
    {
        Ahead ahead;
        const QByteArray blob = ahead.bench.bytes.sliced(100, 500);
        ahead.bench.upload.offset = 100;
        ahead.bench.upload.blob.digest = Digest::of(blob);
        ahead.bench.upload.blob.size = blob.size();
        ahead.bench.settings.uploadChunk = 200;
        ahead.registry = std::make_shared<dip::Registry>(ahead.bench.settings);
        QVERIFY(ahead.send({}));
        QCOMPARE(bodies(ahead.server, "PATCH"), Sizes({200, 200, 100}));
        QCOMPARE(stored(ahead.server, ahead.bench), blob);
    }

    void looksAtThePieceWhenItsDigestIsRefused()
    {
        Ahead ahead;
        ahead.bench.upload.offset = 100;
        ahead.bench.upload.blob.size = 500; // with the digest of something else
        const auto report = ahead.send({});
        QVERIFY(!report);
        QCOMPARE(errorCodeName(report.error().code), errorCodeName(ErrorCode::DigestMismatch));
    }

    void noticesThatTheFileIsTooShort()
    {
        Ahead ahead;
        ahead.bench.upload.offset = 1;
        const auto report = ahead.send({});
        QVERIFY(!report);
        QCOMPARE(errorCodeName(report.error().code), errorCodeName(ErrorCode::SizeMismatch));
    }

    /// What goes wrong ahead is met again by the upload, which has the patience.
    void leavesFailuresToTheUpload()
    {
        Ahead ahead;
        ahead.server.add(on("POST", refused(503), 2));
        const auto start = ahead.prepare(true);
        QVERIFY(start && !start->opening);
        QVERIFY(ahead.send(*start));
        QCOMPARE(ahead.sink.retries(), 1);
        QCOMPARE(count(ahead.server, "POST"), 3);
    }
};

QTEST_GUILESS_MAIN(TestUploadAhead)
#include "tst_uploadahead.moc"
