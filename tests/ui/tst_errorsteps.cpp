#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QtTest>

#include "core/registry/registrymemory.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/jobbench.h"

using namespace dip;
using namespace dip::test;
using ui::JobState;

/// The buttons beside a job that is in trouble do what they say.
class TestErrorSteps final : public QObject
{
    Q_OBJECT

private slots:
    void smallerPiecesGetThrough();
    void oneLayerAtATime();
    void aPauseIsEnded();
    void aPauseOfOneLayerIsEnded();
    void aPauseIsSlowedDown();
    void forgottenUploadsGoOn();
    void anotherAccountMay();
    void aFileOfAuthoritiesIsTrusted();
    void aDamagedLayerIsFetchedAgain();
    void allIsVerified();
    void aBadArchiveIsSkipped();
    void reportsHoldNoSecret();
    void administratorsAreTold();

private:
    static QString failedByDamage(JobBench &bench);
    static QString failedBySecret(JobBench &bench);
};

namespace {

const QString uploads = QStringLiteral("/blobs/uploads/");

/// How many requests of a kind are under way at the same time, at most.
struct Crowd
{
    std::shared_ptr<std::atomic<int>> now = std::make_shared<std::atomic<int>>(0);
    std::shared_ptr<std::atomic<int>> most = std::make_shared<std::atomic<int>>(0);

    void watch(ScriptedRegistry &registry, const QByteArray &method) const
    {
        registry.add({.method = method,
                      .path = uploads,
                      .fault = Fault::amended([n = now](Answer &) { --*n; }),
                      .times = -1,
                      .headIs = [n = now, m = most](const SeenRequest &) {
                          *m = std::max<int>(*m, ++*n);
                          return true;
                      }});
        registry.setDelay(std::chrono::milliseconds(60));
    }
};

Fault busyFor(int seconds)
{
    return Fault::reply(errorAnswer(503, "UNAVAILABLE").with("Retry-After", QByteArray::number(seconds)));
}

bool waitsToRetry(const ui::Job *job)
{
    return job && std::ranges::any_of(job->lines, [](const ui::JobLine &line) {
               return line.phase == Phase::WaitingToRetry;
           });
}

qint64 largestBody(const ScriptedRegistry &registry)
{
    qint64 largest = 0;
    for (const SeenRequest &seen : registry.requests({}, uploads))
        largest = std::max(largest, seen.header("Content-Length").toLongLong());
    return largest;
}

} // namespace

void TestErrorSteps::smallerPiecesGetThrough()
{
    constexpr qint64 limit = 100'000;
    JobBench bench(1, 600'000);
    bench.limitBodies(limit);
    const QString job = bench.push();
    QVERIFY(bench.reaches(job, JobState::Failed));
    QCOMPARE(bench.id(), QStringLiteral("E413-BODY-TOO-LARGE"));
    QVERIFY(bench.press("retry-smaller"));
    QVERIFY(bench.reaches(job, JobState::Done));

    // It is remembered, for this registry alone: the next push sends nothing that is too large.
    const QString file = bench.fixture().folder() + QStringLiteral("/registry-memory.json");
    const auto known = RegistryMemory(file, bench.registry().hostAndPort()).traits();
    QVERIFY(known.maxChunk > 0 && known.maxChunk <= limit);
    QCOMPARE(RegistryMemory(file, QStringLiteral("elsewhere:1")).traits().maxChunk, 0);
    bench.registry().with([](MemoryRegistry &memory) {
        memory.blobs.clear();
        memory.manifests.clear();
    });
    bench.registry().forgetRequests();
    bench.jobs().retry(job);
    QVERIFY(bench.reaches(job, JobState::Done));
    QVERIFY(largestBody(bench.registry()) > 0 && largestBody(bench.registry()) <= limit);
}

void TestErrorSteps::oneLayerAtATime()
{
    JobBench bench(6, 30'000);
    bench.breakDown("PUT", uploads, Fault::cutRequest(10));
    const QString job = bench.push(4);
    QVERIFY(bench.reaches(job, JobState::Failed));
    bench.mend();
    const Crowd crowd;
    crowd.watch(bench.registry(), "PUT");
    QVERIFY(bench.press("retry-slowly"));
    QVERIFY(bench.reaches(job, JobState::Done));
    QCOMPARE(*crowd.most, 1);

    // The others go on as before.
    bench.registry().with([](MemoryRegistry &memory) {
        memory.blobs.clear();
        memory.manifests.clear();
    });
    QVERIFY(bench.reaches(bench.push(4), JobState::Done));
    QVERIFY(*crowd.most > 1);
}

void TestErrorSteps::aPauseIsEnded()
{
    JobBench bench;
    bench.breakDown("PUT", uploads, busyFor(3600));
    const QString job = bench.push();
    QVERIFY(QTest::qWaitFor([&] { return waitsToRetry(bench.jobs().find(job)); }, 20'000));
    bench.choose(job);
    QTRY_COMPARE(bench.steps(), QStringList({QStringLiteral("retry-now"), QStringLiteral("retry-slowly")}));
    QVERIFY2(bench.cause().contains(QRegularExpression(QStringLiteral("in 3[56]\\d\\d s\\.$"))),
             qPrintable(bench.cause()));
    bench.mend();
    QVERIFY(bench.press("retry-now"));
    QVERIFY(bench.reaches(job, JobState::Done));
    QVERIFY(bench.steps().isEmpty());
}

void TestErrorSteps::aPauseOfOneLayerIsEnded()
{
    JobBench bench;
    bench.breakDown("PUT", uploads, busyFor(3600));
    const QString job = bench.push(4);
    const auto waiting = [&] {
        const ui::Job *now = bench.jobs().find(job);
        return std::ranges::count(now->lines, Phase::WaitingToRetry, &ui::JobLine::phase);
    };
    QVERIFY(QTest::qWaitFor([&] { return waiting() == 2; }, 20'000)); // the layer and the config
    bench.mend();
    bench.jobs().retryNow(job, 0);
    QVERIFY(QTest::qWaitFor([&] { return waiting() == 1; }, 20'000));
    QCOMPARE(bench.jobs().find(job)->lines[0].phase, Phase::Done);
    QTest::qWait(600);
    QCOMPARE(waiting(), 1);
    bench.jobs().retryNow(job);
    QVERIFY(bench.reaches(job, JobState::Done));
}

void TestErrorSteps::aPauseIsSlowedDown()
{
    JobBench bench(6, 30'000);
    bench.breakDown("PUT", uploads, busyFor(3600));
    const QString job = bench.push(4);
    QVERIFY(QTest::qWaitFor([&] { return waitsToRetry(bench.jobs().find(job)); }, 20'000));
    bench.choose(job);
    QTRY_VERIFY(!bench.steps().isEmpty());
    bench.mend();
    const Crowd crowd;
    crowd.watch(bench.registry(), "PUT");
    QVERIFY(bench.press("retry-slowly"));
    QVERIFY(bench.reaches(job, JobState::Done));
    QCOMPARE(*crowd.most, 1);
}

void TestErrorSteps::forgottenUploadsGoOn()
{
    JobBench bench;
    bench.breakDown("PUT", uploads, Fault::reply(errorAnswer(404, "BLOB_UPLOAD_UNKNOWN")));
    const QString job = bench.push();
    QVERIFY(bench.reaches(job, JobState::Failed));
    bench.mend();
    QVERIFY(bench.press("continue"));
    QVERIFY(bench.reaches(job, JobState::Done));
}

void TestErrorSteps::anotherAccountMay()
{
    JobBench bench;
    bench.breakDown("POST", uploads, Fault::reply(errorAnswer(403, "DENIED")));
    const QString job = bench.push();
    QVERIFY(bench.reaches(job, JobState::Failed));
    QVERIFY(bench.press("sign-in"));
    bench.mend();
    QVERIFY(bench.fixture().type(QStringLiteral("signInUser"), QStringLiteral("admin")));
    QVERIFY(bench.fixture().type(QStringLiteral("signInPassword"), QStringLiteral("of-the-admin")));
    QVERIFY(bench.fixture().press(QStringLiteral("signInButton")));
    QVERIFY(bench.reaches(job, JobState::Done));
    QCOMPARE(bench.jobs().find(job)->account, QStringLiteral("admin"));
}

void TestErrorSteps::aFileOfAuthoritiesIsTrusted()
{
    const TestRegistry registry({.tls = true});
    JobBench bench;
    const QString profile = bench.fixture().addRegistry(registry.host(), ui::TlsChoice::Verify);
    const QString job = bench.push(profile, registry.host());
    QVERIFY(bench.reaches(job, JobState::NeedsYou));
    const auto choose = [&](const QString &file) {
        if (!bench.press("add-ca"))
            return false;
        auto *dialog = bench.fixture().window().findChild<QFileDialog *>();
        if (!dialog)
            return false;
        emit dialog->fileSelected(file);
        dialog->close();
        delete dialog;
        return true;
    };
    QVERIFY(choose(bench.archive())); // no certificate in it
    QCOMPARE(bench.jobs().find(job)->state, JobState::NeedsYou);
    QVERIFY(choose(registry.caFile()));
    QVERIFY(bench.reaches(job, JobState::Done));
}

/// A push of a layer that has changed on the disk.
QString TestErrorSteps::failedByDamage(JobBench &bench)
{
    const auto images = bench.fixture().workspace().cache()->images();
    const auto layer = std::ranges::find(images->first().blobs, false, &CachedBlob::isConfig);
    QFile file(bench.fixture().workspace().cache()->blobPath(layer->digest));
    if (!file.open(QIODevice::ReadWrite) || file.write("damaged") != 7)
        return {};
    file.close();
    const QString job = bench.push();
    return bench.reaches(job, JobState::Failed) ? job : QString();
}

void TestErrorSteps::aDamagedLayerIsFetchedAgain()
{
    JobBench bench;
    const QString job = failedByDamage(bench);
    QVERIFY(!job.isEmpty());
    QVERIFY(bench.press("fetch-again"));
    QCOMPARE(bench.jobs().jobs().last().request.kind, ui::JobKind::Verify);
    QVERIFY(bench.reaches(bench.jobs().jobs().last().id, JobState::Done));
    bench.choose(job);
    QVERIFY(bench.press("retry"));
    QVERIFY(bench.reaches(job, JobState::Done));
}

void TestErrorSteps::allIsVerified()
{
    JobBench bench;
    QVERIFY(!failedByDamage(bench).isEmpty());
    QVERIFY(bench.press("verify-all"));
    const ui::Job &verification = bench.jobs().jobs().last();
    QCOMPARE(verification.request.kind, ui::JobKind::Verify);
    QVERIFY(bench.reaches(verification.id, JobState::Failed));
    QCOMPARE(bench.jobs().jobs().last().harms(), 1);
}

void TestErrorSteps::aBadArchiveIsSkipped()
{
    JobBench bench;
    const QString file = bench.path(QStringLiteral("web.tar"));
    ArchiveBuilder::writeFile(file, "these are no layers");
    const QString job = bench.import(file);
    const QString after = bench.import(bench.archive(), job);
    QVERIFY(bench.reaches(job, JobState::Failed));
    QVERIFY(bench.press("skip"));
    QVERIFY(!bench.jobs().find(job));
    QCOMPARE(bench.jobs().find(after)->state, JobState::Cancelled);
}

/// The registry echoes what it was sent, as some debugging proxies do.
QString TestErrorSteps::failedBySecret(JobBench &bench)
{
    bench.registry().with([](MemoryRegistry &memory) { memory.basic = "robot:s3cr3t-pass"; });
    const QByteArray echo = "Authorization: Basic " + QByteArray("robot:s3cr3t-pass").toBase64() +
                            " password=s3cr3t-pass https://robot:s3cr3t-pass@proxy/";
    bench.breakDown("POST", uploads, Fault::reply(errorAnswer(507, "UNKNOWN", echo)));
    return bench.push();
}

void TestErrorSteps::reportsHoldNoSecret()
{
    JobBench bench;
    QVERIFY(bench.reaches(failedBySecret(bench), JobState::Failed));
    for (const char *step : {"copy-report", "copy-for-admin"}) {
        QGuiApplication::clipboard()->clear();
        QVERIFY(bench.press(step));
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(QLatin1String("E507-REGISTRY-STORAGE")), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("s3cr3t")), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String(QByteArray("robot:s3cr3t-pass").toBase64())), qPrintable(text));
    }
}

void TestErrorSteps::administratorsAreTold()
{
    JobBench bench;
    bench.limitBodies(500);
    QVERIFY(bench.reaches(bench.push(), JobState::Failed));
    QVERIFY(bench.press("copy-for-admin"));
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(QStringLiteral("Uploads to %1 are refused").arg(bench.registry().hostAndPort())),
             qPrintable(text));
    QVERIFY(text.contains(QLatin1String("client_max_body_size 0")));
}

QTEST_MAIN(TestErrorSteps)
#include "tst_errorsteps.moc"
