#include "core/cache/cache.h"
#include "core/transfer/blobsender.h"
#include "tests/support/scriptedregistry.h"
#include "tests/support/uploadbench.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

const auto uploads = QStringLiteral("/blobs/uploads/");

PushTarget atOnce(int count)
{
    PushTarget target;
    target.maxConcurrent = count;
    return target;
}

struct Sending
{
    QTemporaryDir folder;
    ScriptedRegistry server;
    std::unique_ptr<Cache> cache = Cache::open(folder.filePath(QStringLiteral("cache"))).value();
    std::shared_ptr<dip::Registry> registry;
    ProgressSink progress;
    OperationReport report;
    QList<Descriptor> blobs;
    RepositoryName repository = RepositoryName::parse(u"team/app").value();

    explicit Sending(int count, qsizetype size = 500)
    {
        RegistrySettings settings{.address = RegistryAddress::parse(server.url()).value()};
        settings.retry = {.attempts = 2, .first = 1ms, .longest = 2ms};
        registry = std::make_shared<dip::Registry>(settings);
        for (int i = 0; i < count; ++i) {
            const QByteArray bytes = patternBytes(size + i, quint32(i));
            blobs.append({{}, cache->writeBlob(bytes).value(), bytes.size(), {}, {}, {}});
        }
    }

    Result<void> send(const PushTarget &target, const std::stop_token &stop = {})
    {
        Account account(report, progress);
        BlobSender sender(*cache, registry, target, progress, account, stop);
        for (const Descriptor &blob : std::as_const(blobs))
            sender.offer(repository, blob);
        return sender.finish();
    }

    qsizetype stored()
    {
        return server.with(
            [](MemoryRegistry &memory) { return memory.blobs.value(QStringLiteral("team/app")).size(); });
    }
    qsizetype openUploads()
    {
        return server.with([](MemoryRegistry &memory) { return memory.uploads.size(); });
    }
    qsizetype heads() const { return server.requests("HEAD").size(); }
    qsizetype count(const QByteArray &method) const { return server.requests(method, uploads).size(); }
};

} // namespace

class TestBlobSender final : public QObject
{
    Q_OBJECT

private slots:
    void sendsEachOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one at a time") << 1;
        QTest::newRow("two at once") << 2;
        QTest::newRow("eight at once") << 8;
    }

    void sendsEachOnce()
    {
        QFETCH(int, count);
        Sending sending(40);
        QVERIFY(sending.send(atOnce(count)));
        QCOMPARE(sending.stored(), 40);
        QCOMPARE(sending.openUploads(), 0);
        QCOMPARE(sending.heads(), 40);
        QCOMPARE(sending.count("POST"), 40);
        QCOMPARE(sending.count("PUT"), 40);
        QCOMPARE(sending.report.moved.blobs, 40);
    }

    /// The questions about all the blobs are answered while the first one's bytes still wait for their
    /// answer.
    void asksAheadOfTheBytes()
    {
        Sending sending(12, 20'000);
        sending.server.add({.method = "PUT", .path = uploads, .fault = Fault::hang()});
        std::stop_source stop;
        Result<void> outcome;
        std::thread thread([&] { outcome = sending.send(atOnce(1), stop.get_token()); });
        const bool askedAll = QTest::qWaitFor([&] { return sending.heads() == 12; }, 10'000);
        stop.request_stop();
        thread.join();
        QVERIFY(askedAll);
        QCOMPARE(sending.count("PUT"), 1);
        QCOMPARE_LE(sending.count("POST"), 1 + 4); // sessions do not grow old in a queue
        QCOMPARE(errorCodeName(outcome.error().code), errorCodeName(ErrorCode::Cancelled));
    }

    /// A config does not wait behind a layer.
    void smallOnesNeedNoTurn()
    {
        Sending sending(2, 20'000);
        const QByteArray config = patternBytes(700, 77);
        sending.blobs.append({{}, sending.cache->writeBlob(config).value(), config.size(), {}, {}, {}});
        sending.server.add({.method = "PUT",
                            .path = uploads,
                            .fault = Fault::hang(),
                            .times = -1,
                            .headIs = [](const SeenRequest &request) {
                                return request.header("Content-Length").toInt() >= 20'000;
                            }});
        std::stop_source stop;
        Result<void> outcome;
        std::thread thread([&] { outcome = sending.send(atOnce(2), stop.get_token()); });
        const bool isThere = QTest::qWaitFor([&] { return sending.stored() == 1; }, 10'000);
        stop.request_stop();
        thread.join();
        QVERIFY(isThere);
        QVERIFY(!outcome);
        const auto there = sending.server.with(
            [](MemoryRegistry &memory) { return memory.blobs.value(QStringLiteral("team/app")).values(); });
        QCOMPARE(there, QList<QByteArray>{config});
    }

    void sendsOnlyWhatIsMissing()
    {
        Sending sending(6);
        QVERIFY(sending.send(atOnce(4)));
        sending.server.forgetRequests();
        sending.report = {};
        QVERIFY(sending.send(atOnce(4)));
        QCOMPARE(sending.report.alreadyThere.blobs, 6);
        QCOMPARE(sending.count("POST"), 0);
    }

    void doesNotAskWhenForced()
    {
        Sending sending(5);
        PushTarget target = atOnce(2);
        target.forceUpload = true;
        QVERIFY(sending.send(target));
        QCOMPARE(sending.heads(), 0);
        QCOMPARE(sending.stored(), 5);
    }

    void onlyAsksOnADryRun()
    {
        Sending sending(5);
        PushTarget target = atOnce(2);
        target.dryRun = true;
        QVERIFY(sending.send(target));
        QCOMPARE(sending.heads(), 5);
        QCOMPARE(sending.count("POST"), 0);
        QCOMPARE(sending.report.wouldMove.blobs, 5);
    }

    void failsWithWhatTheRegistrySays()
    {
        Sending sending(20);
        sending.server.add({.method = "PUT",
                            .path = uploads,
                            .fault = Fault::reply(errorAnswer(403, "DENIED")),
                            .times = -1,
                            .skip = 5});
        const auto outcome = sending.send(atOnce(3));
        QVERIFY(!outcome);
        QCOMPARE(errorCodeName(outcome.error().code), errorCodeName(ErrorCode::Denied));
        QCOMPARE(sending.stored(), 5);
    }
};

QTEST_GUILESS_MAIN(TestBlobSender)
#include "tst_blobsender.moc"
