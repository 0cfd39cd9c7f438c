#include "core/base/log.h"
#include "tests/support/testregistry.h"
#include "tests/support/uploadbench.h"

#include <QRegularExpression>
#include <QTest>
#include <QtConcurrentRun>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mib = 1024 * 1024;
constexpr qint64 large = 150 * mib;
constexpr qint64 chunk = 16 * mib;

} // namespace

/// The uploader against docker-registry itself.
class TestBlobUploaderReal final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QLatin1String(logRegistry().categoryName()) +
                                         QStringLiteral(".info=true"));
        m_registry.emplace();
    }

    void uploads_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("chunkSize");
        QTest::newRow("no bytes") << qint64(0) << chunk;
        QTest::newRow("one byte") << qint64(1) << chunk;
        QTest::newRow("small, in one piece") << 2 * mib << chunk;
        QTest::newRow("small, in chunks") << 2 * mib + 1 << 500'000LL;
        QTest::newRow("exactly two chunks") << 1'000'000LL << 500'000LL;
        QTest::newRow("large") << large << chunk;
    }

    void uploads()
    {
        QFETCH(qint64, size);
        QFETCH(qint64, chunkSize);
        UploadBench bench(size);
        bench.settings.uploadChunk = chunkSize;
        const UploadRun run = bench.run(m_registry->url().toString());
        QVERIFY2(run.result, run.result ? "" : qPrintable(run.result.error().detail));
        QCOMPARE(run.result->outcome, UploadOutcome::Uploaded);
        QCOMPARE(run.result->sentBytes, size);
        QCOMPARE(run.retries, 0);
        QCOMPARE(run.done, size);
        QVERIFY(m_registry->storesBlob(bench.digest()));
        QCOMPARE(bench.journalFiles(), QStringList());

        const UploadRun again = bench.run(m_registry->url().toString());
        QVERIFY(again.result);
        QCOMPARE(again.result->outcome, UploadOutcome::AlreadyThere);
        QCOMPARE(again.result->sentBytes, 0);
    }

    void mounts()
    {
        UploadBench bench(3 * mib);
        QVERIFY(bench.run(m_registry->url().toString()).result);
        bench.upload.mountCandidates = {bench.upload.repository};
        bench.upload.repository = RepositoryName::parse(u"team/other").value();
        const UploadRun run = bench.run(m_registry->url().toString());
        QVERIFY(run.result);
        QCOMPARE(run.result->outcome, UploadOutcome::Mounted);
        QCOMPARE(run.result->sentBytes, 0);
    }

    void goesOnAfterAStop_data()
    {
        QTest::addColumn<bool>("restarted");
        QTest::addColumn<bool>("newSecret");
        QTest::newRow("same registry") << false << false;
        QTest::newRow("restarted registry") << true << false;
        QTest::newRow("restarted with another secret") << true << true;
    }

    void goesOnAfterAStop()
    {
        QFETCH(bool, restarted);
        QFETCH(bool, newSecret);
        UploadBench bench(large, ++m_seed);
        bench.settings.uploadChunk = chunk;
        QVERIFY(stopAfterAChunk(bench));
        if (newSecret)
            m_registry->changeSecret();
        if (restarted)
            m_registry->restart();

        const UploadRun run = bench.run(m_registry->url().toString());
        QVERIFY2(run.result, run.result ? "" : qPrintable(run.result.error().detail));
        QCOMPARE(run.result->resumedFrom, newSecret ? 0 : chunk);
        QCOMPARE(run.note.contains(u"starts again"), newSecret);
        QCOMPARE(run.result->sentBytes, large - run.result->resumedFrom);
        QCOMPARE(run.retries, 0);
        QVERIFY(m_registry->storesBlob(bench.digest()));
        QCOMPARE(bench.journalFiles(), QStringList());
    }

    /// registry-protocol, fact 12: this registry keeps a torn chunk, and with it the session is of no use.
    void startsAgainAfterAStopInTheMiddleOfAChunk()
    {
        UploadBench bench(large, ++m_seed);
        bench.settings.uploadChunk = chunk;
        bench.rateLimit = 100 * mib;
        std::stop_source stop;
        const auto upload =
            QtConcurrent::run([&] { return bench.run(m_registry->url().toString(), stop.get_token()); });
        QVERIFY(QTest::qWaitFor([&] { return !bench.journalFiles().filter(anyNote()).isEmpty(); }, 30'000));
        QTest::qWait(30);
        stop.request_stop();
        QVERIFY(!upload.result().result);
        bench.rateLimit = 0;

        const UploadRun run = bench.run(m_registry->url().toString());
        QVERIFY2(run.result, run.result ? "" : qPrintable(run.result.error().detail));
        QCOMPARE(run.result->resumedFrom % chunk, 0);
        QCOMPARE(run.result->sentBytes, large - run.result->resumedFrom);
        QVERIFY(m_registry->storesBlob(bench.digest()));
    }

    void survivesARegistryThatIsAwayForAMoment()
    {
        UploadBench bench(large, ++m_seed);
        bench.settings.uploadChunk = chunk;
        bench.settings.retry = {.attempts = 30, .first = 20ms, .longest = 100ms};
        bench.rateLimit = 100 * mib;
        const auto upload = QtConcurrent::run([&] { return bench.run(m_registry->url().toString()); });
        QVERIFY(QTest::qWaitFor([&] { return !bench.journalFiles().filter(anyNote()).isEmpty(); }, 30'000));
        m_registry->restart();
        const UploadRun run = upload.result();
        QVERIFY2(run.result, run.result ? "" : qPrintable(run.result.error().detail));
        QCOMPARE_GE(run.retries, 1);
        QVERIFY(m_registry->storesBlob(bench.digest()));
    }

private:
    static QRegularExpression anyNote() { return QRegularExpression(QStringLiteral("json$")); }

    /// Stops exactly between two chunks: when the log says that one has arrived.
    bool stopAfterAChunk(UploadBench &bench)
    {
        static std::stop_source stop;
        stop = {};
        const auto previous =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {
                if (const LogFields *fields = LogFields::current(); fields && fields->bytes == chunk)
                    stop.request_stop();
            });
        const UploadRun run = bench.run(m_registry->url().toString(), stop.get_token());
        qInstallMessageHandler(previous);
        return !run.result && run.result.error().code == ErrorCode::Cancelled && run.done == chunk;
    }

    std::optional<TestRegistry> m_registry;
    quint32 m_seed = 1;
};

QTEST_GUILESS_MAIN(TestBlobUploaderReal)
#include "tst_blobuploader_real.moc"
