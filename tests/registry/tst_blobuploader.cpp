#include "tests/support/uploadfaults.h"

#include <QDateTime>
#include <QThread>
#include <QTimer>

#include <thread>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

class TestBlobUploader final : public QObject
{
    Q_OBJECT

private slots:
    void sendsNothingThatIsThere()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        registry.with([&](MemoryRegistry &memory) {
            memory.blobs[QStringLiteral("team/app")].insert(bench.digest(), bench.bytes);
        });
        const UploadRun run = bench.run(registry.url());
        QCOMPARE(run.result->outcome, UploadOutcome::AlreadyThere);
        QCOMPARE(run.phase, Phase::AlreadyThere);
        QCOMPARE(run.result->sentBytes, 0);
        QCOMPARE(registry.requests({}, QStringLiteral("/blobs/")).size(), 1);
    }

    /// registry-protocol, fact 14: the scope of the token holds `pull` on the source, or the mount is
    /// refused.
    void mountsWithTheRightScope()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        mountFromBase(bench);
        registry.with([&](MemoryRegistry &memory) {
            memory.bearer = true;
            memory.blobs[QStringLiteral("team/base")].insert(bench.digest(), bench.bytes);
        });
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        QCOMPARE(run.result->outcome, UploadOutcome::Mounted);
        QCOMPARE(run.phase, Phase::Mounted);
        QCOMPARE(run.done, fourChunks);
        QCOMPARE(stored(registry, bench), bench.bytes);
    }

    /// registry-protocol, fact 19: a token that ends in the middle costs one chunk, not the blob.
    void renewsTokensInTheMiddle()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        registry.with([](MemoryRegistry &memory) { memory.bearer = true; });
        registry.add(on("PATCH", Fault::amended([&](Answer &) {
                            registry.with([](MemoryRegistry &memory) { memory.expireTokens(); });
                        }),
                        1, 1));
        const UploadRun run = bench.run(registry.url());
        QVERIFY2(run.result, run.result ? "" : qPrintable(run.result.error().detail));
        QCOMPARE(run.retries, 0);
        QCOMPARE(bodies(registry, "PATCH"), Sizes({1000, 1000, 1000, 1000, 500}));
        QCOMPARE(run.result->sentBytes, fourChunks + 1000);
        QCOMPARE(stored(registry, bench), bench.bytes);
    }

    void goesOnWhereAnEarlierRunWasStopped_data()
    {
        QTest::addColumn<bool>("mountLeavesASession");
        QTest::newRow("plain") << false;
        QTest::newRow("and deletes the session that a mount has left") << true;
    }

    void goesOnWhereAnEarlierRunWasStopped()
    {
        QFETCH(bool, mountLeavesASession);
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        QVERIFY(stopAfterTwoChunks(registry, bench));

        registry.forgetRequests();
        if (mountLeavesASession)
            mountFromBase(bench);
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        QCOMPARE(run.result->resumedFrom, 2000);
        QCOMPARE(run.result->sentBytes, 1500);
        QCOMPARE(bodies(registry, "PATCH"), Sizes({1000, 500}));
        QCOMPARE(count(registry, "POST"), mountLeavesASession ? 1 : 0);
        QCOMPARE(count(registry, "DELETE"), mountLeavesASession ? 1 : 0);
        QCOMPARE(stored(registry, bench), bench.bytes);
        QCOMPARE(bench.journalFiles(), QStringList());
        QCOMPARE(registry.with([](MemoryRegistry &memory) { return memory.uploads.size(); }), 0);
    }

    /// Nothing was known of the registry but what its answer to the first POST said.
    void goesOnWithABlobThatOnlyThisRegistryWantsInPieces()
    {
        ScriptedRegistry registry;
        registry.with(
            [](MemoryRegistry &memory) { memory.uploadHeaders = {{"OCI-Chunk-Max-Length", "1000"}}; });
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = 2 * fourChunks;
        QVERIFY(stopAfterTwoChunks(registry, bench));

        registry.forgetRequests();
        const UploadRun run = bench.run(registry.url());
        QVERIFY2(run.result, run.result ? "" : qPrintable(run.result.error().detail));
        QCOMPARE(run.result->resumedFrom, 2000);
        QCOMPARE(run.result->sentBytes, 1500);
        QCOMPARE(count(registry, "POST"), 0);
        QCOMPARE(stored(registry, bench), bench.bytes);
        QCOMPARE(bench.journalFiles(), QStringList());
    }

    void startsAgainWhereTheRegistryForgot()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        QVERIFY(stopAfterTwoChunks(registry, bench));
        registry.with([](MemoryRegistry &memory) { memory.uploads.clear(); });
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        QCOMPARE(run.result->resumedFrom, 0);
        QCOMPARE(run.result->sentBytes, fourChunks);
        QVERIFY(run.note.contains(u"starts again"));
        QCOMPARE(run.retries, 0);
        QCOMPARE(stored(registry, bench), bench.bytes);
    }

    void waitsForARegistryThatCannotAnswerForTheSessionYet()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        QVERIFY(stopAfterTwoChunks(registry, bench));
        registry.add(on("GET", refused(503)));
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        QCOMPARE(run.retries, 1);
        QCOMPARE(run.result->resumedFrom, 2000);
    }

    /// registry-protocol, fact 8: what the answer to a PATCH says goes, also where it is less than was sent.
    void resendsWhatTheRegistryDidNotTake()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        registry.add(on(
            "PATCH", Fault::amended([&](Answer &answer) {
                registry.with([&](MemoryRegistry &memory) { memory.uploads.first().bytes.truncate(1400); });
                answer.with("Range", "0-1399")
                    .with("Location", QByteArray(answer.headers.constFirst().second).replace("2000", "1400"));
            }),
            1, 1));
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        QCOMPARE(bodies(registry, "PATCH"), Sizes({1000, 1000, 1000, 1000, 100}));
        QCOMPARE(stored(registry, bench), bench.bytes);
    }

    void honoursRetryAfterInBothForms_data()
    {
        QTest::addColumn<bool>("asDate");
        QTest::newRow("seconds") << false;
        QTest::newRow("date") << true;
    }

    void honoursRetryAfterInBothForms()
    {
        QFETCH(bool, asDate);
        ScriptedRegistry registry;
        UploadBench bench(small);
        const QDateTime start = QDateTime::currentDateTimeUtc();
        const QString date =
            QLocale::c().toString(start.addSecs(3), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        registry.add(on("POST", Fault::reply({503,
                                              {{"Retry-After", asDate ? date.toLatin1() : QByteArray("2")}},
                                              "maintenance"})));
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        // A date is exact to the second only.
        QCOMPARE_GE(start.msecsTo(QDateTime::currentDateTimeUtc()), asDate ? 1950 : 1990);
        QCOMPARE_GE(run.retryAtMs, start.toMSecsSinceEpoch() + (asDate ? 1950 : 1990));
        QVERIFY(run.note.contains(u"503"));
    }

    void aStopEndsEveryWait_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("inPause");
        QTest::newRow("HEAD") << QByteArray("HEAD") << false;
        QTest::newRow("POST") << QByteArray("POST") << false;
        QTest::newRow("PATCH") << QByteArray("PATCH") << false;
        QTest::newRow("PUT") << QByteArray("PUT") << false;
        QTest::newRow("the pause before a repetition") << QByteArray("PATCH") << true;
    }

    void aStopEndsEveryWait()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, inPause);
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        std::stop_source stop;
        Rule rule{.method = method,
                  .path = {},
                  .fault = inPause ? Fault::reply({503, {{"Retry-After", "60"}}, {}}) : Fault::hang()};
        rule.headIs = [&](const SeenRequest &) {
            QTimer::singleShot(100ms, [&stop] { stop.request_stop(); });
            return true;
        };
        registry.add(rule);
        QElapsedTimer clock;
        clock.start();
        const UploadRun run = bench.run(registry.url(), stop.get_token());
        QVERIFY(!run.result);
        QCOMPARE(run.result.error().code, ErrorCode::Cancelled);
        QCOMPARE_LT(clock.elapsed(), 3000);
        QCOMPARE(registry.requests("DELETE").size(), 0);
    }

    void saysWhatIsWrongWithTheFile_data()
    {
        QTest::addColumn<bool>("missing");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("missing") << true << ErrorCode::FileMissing;
        QTest::newRow("too long") << false << ErrorCode::SizeMismatch;
    }

    void saysWhatIsWrongWithTheFile()
    {
        QFETCH(bool, missing);
        QFETCH(ErrorCode, code);
        ScriptedRegistry registry;
        UploadBench bench(small);
        QFile file(bench.upload.file);
        if (missing) {
            QVERIFY(file.remove());
        } else {
            QVERIFY(file.open(QIODevice::Append));
            file.write("more");
            file.close();
        }
        const UploadRun run = bench.run(registry.url());
        QVERIFY(!run.result);
        QCOMPARE(run.result.error().code, code);
        QCOMPARE(run.result.error().where, bench.upload.file);
        QVERIFY(registry.requests().isEmpty());
    }

    void givesUpOnADeadRegistry()
    {
        UploadBench bench(small);
        bench.settings.retry.attempts = 2;
        const UploadRun run = bench.run(QStringLiteral("http://127.0.0.1:1"));
        QVERIFY(!run.result);
        QCOMPARE(run.result.error().code, ErrorCode::ConnectionRefused);
        QCOMPARE(run.retries, 2);
        QCOMPARE(run.phase, Phase::Failed);
    }

private:
    /// The first run: two chunks arrive, and at the third it is stopped.
    static bool stopAfterTwoChunks(ScriptedRegistry &registry, UploadBench &bench)
    {
        std::stop_source stop;
        Rule rule = on("PATCH", Fault::hang(), 1, 2);
        rule.bodyIs = [](const SeenRequest &) {
            return true;
        };
        registry.add(rule);
        const std::jthread watcher([&](const std::stop_token &done) {
            while (!done.stop_requested() && registry.faultsUsed() == 0)
                QThread::msleep(1);
            stop.request_stop();
        });
        const UploadRun run = bench.run(registry.url(), stop.get_token());
        return !run.result && run.result.error().code == ErrorCode::Cancelled &&
               bench.journalFiles().size() == 2;
    }
};

QTEST_GUILESS_MAIN(TestBlobUploader)
#include "tst_blobuploader.moc"
