#include <QTemporaryDir>
#include <QtTest>

#include "core/registry/blobnotes.h"
#include "tests/ui/support/jobbench.h"
#include "ui/jobs/cachejobs.h"
#include "ui/jobs/jobrun.h"
#include "ui/jobs/jobspoken.h"
#include "ui/jobs/jobtext.h"
#include "ui/models/jobmodel.h"
#include "ui/settings/language.h"

using namespace dip;
using namespace dip::test;
using namespace dip::ui;

namespace {

Job push()
{
    Job job;
    job.request.kind = JobKind::Push;
    job.request.source = QStringLiteral("web:2.1");
    job.request.target = QStringLiteral("harbor.example.com/prod/web:2.1");
    job.state = JobState::Running;
    return job;
}

} // namespace

/// How far a job is, as its bar and its words say.
class TestJobProgress final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_language.use(QStringLiteral("en")); }
    void whatIsThereCountsAsDone();
    void moreWorkDoesNotTurnTheBarBack();
    void aLostConnectionDoesNotTurnTheBarBack();
    void aForgottenUploadBeginsAnewAndSaysSo();
    void unpackingIsNotAll();
    void aSecondLookForWhatTheRegistryMisses();
    void exportsKnowTheirSize();
    void realJobsNeverGoBack();
    void isReadAloud();
    void linesAreReadAloud();

private:
    Language m_language;
};

void TestJobProgress::whatIsThereCountsAsDone()
{
    JobRun run;
    Job job = push();
    const auto there = run.progress().addBlob(QStringLiteral("sha256:a"), 300);
    const auto moved = run.progress().addBlob(QStringLiteral("sha256:b"), 700);
    QVERIFY(run.sample(job));
    QCOMPARE(job.share, 0);
    there->setPhase(Phase::AlreadyThere);
    moved->setPhase(Phase::Uploading);
    moved->setDone(350);
    run.sample(job);
    QCOMPARE(job.share, 0.65);
    moved->setPhase(Phase::Done);
    run.sample(job);
    QCOMPARE(job.share, 1);
}

/// As when images of an archive are planned one after another.
void TestJobProgress::moreWorkDoesNotTurnTheBarBack()
{
    JobRun run;
    Job job = push();
    double before = 0;
    for (int image = 0; image < 5; ++image) {
        const auto line = run.progress().addBlob(QStringLiteral("sha256:%1").arg(image), 1000);
        for (int done = 0; done <= 1000; done += 125) {
            line->setDone(done);
            run.sample(job);
            QVERIFY2(job.share >= before,
                     qPrintable(QStringLiteral("%1 after %2").arg(job.share).arg(before)));
            before = job.share;
        }
    }
    QCOMPARE(job.share, 1);
}

void TestJobProgress::aLostConnectionDoesNotTurnTheBarBack()
{
    JobRun run;
    Job job = push();
    const auto line = run.progress().addBlob(QStringLiteral("sha256:a"), 1000);
    line->setPhase(Phase::Uploading);
    line->setDone(640);
    run.sample(job);
    QCOMPARE(job.share, 0.64);
    line->waitForRetry(QDateTime::currentMSecsSinceEpoch() + 8000, QStringLiteral("connection reset"));
    run.sample(job);
    line->setPhase(Phase::Uploading);
    line->setDone(600); // so much had arrived
    run.sample(job);
    QCOMPARE(job.share, 0.64);
    line->setDone(700);
    run.sample(job);
    QCOMPARE(job.share, 0.7);
}

void TestJobProgress::aForgottenUploadBeginsAnewAndSaysSo()
{
    JobRun run;
    Job job = push();
    const auto line = run.progress().addBlob(QStringLiteral("sha256:a"), 1000);
    run.progress().addBlob(QStringLiteral("sha256:b"), 1000);
    line->setPhase(Phase::Uploading);
    line->setDone(800);
    run.sample(job);
    QCOMPARE(job.share, 0.4);
    line->setNote(uploadForgotten);
    line->setDone(0);
    run.sample(job);
    QCOMPARE(job.share, 0);
    QVERIFY(lineStatus(job.lines[0]).contains(QStringLiteral("from its beginning")));
    line->setDone(500);
    run.sample(job);
    QCOMPARE(job.share, 0.25);
    run.sample(job); // the note stays, and means nothing more
    QCOMPARE(job.share, 0.25);
}

void TestJobProgress::unpackingIsNotAll()
{
    JobRun run;
    Job job = push();
    job.request.kind = JobKind::Import;
    const auto step = run.progress().addStep(QStringLiteral("images.tar.gz"), 1000);
    step->setPhase(Phase::Unpacking);
    step->setDone(1000);
    run.sample(job);
    QCOMPARE(job.share, 0.5);
    step->setPhase(Phase::Done);
    const auto layer = run.progress().addBlob(QStringLiteral("sha256:a"), 3000);
    run.sample(job);
    QCOMPARE(job.share, 0.5);
    layer->setDone(1500);
    run.sample(job);
    QCOMPARE(job.share, 0.75);
}

/// The registry says at the end that it lacks a blob: the bar is full all the same until that has gone up.
void TestJobProgress::aSecondLookForWhatTheRegistryMisses()
{
    JobRun run;
    Job job = push();
    const auto first = run.progress().addBlob(QStringLiteral("sha256:a"), 1000);
    first->setPhase(Phase::Done);
    run.sample(job);
    run.progress().addBlob(QStringLiteral("sha256:a"), 1000);
    run.sample(job);
    QCOMPARE(job.share, 1);
    QCOMPARE(jobStatus(job), QStringLiteral("Almost done"));
}

void TestJobProgress::exportsKnowTheirSize()
{
    JobBench bench(5, 400'000);
    QList<qint64> totals;
    connect(&bench.jobs(), &JobQueue::changed, this, [&](const QList<int> &rows) {
        for (const int row : rows) {
            const Job &job = bench.jobs().jobs()[row];
            if (job.request.kind == JobKind::Export && job.total > 0)
                totals.append(job.total);
        }
    });
    const QString job = bench.jobs().add(exportRequest({{*ImageName::parse(u"site/app:1.0")},
                                                        bench.path(QStringLiteral("out.tar")),
                                                        ExportFormat::DockerArchive}));
    QVERIFY(bench.reaches(job, JobState::Done));
    QVERIFY(!totals.isEmpty());
    QCOMPARE(*std::ranges::min_element(totals), totals.last());
    QVERIFY(totals.last() > 5 * 400'000);
}

/// A push whose session is lost once: what the bar showed fell only where a line says why.
void TestJobProgress::realJobsNeverGoBack()
{
    JobBench bench(3, 900'000);
    bench.jobs().setJobsAtOnce(1);
    bench.registry().add({.method = "PUT",
                          .path = QStringLiteral("/blobs/uploads/"),
                          .fault = Fault::cutRequest(500'000),
                          .times = 1});
    bench.registry().add({.method = "PUT",
                          .path = QStringLiteral("/blobs/uploads/"),
                          .fault = Fault::reply(errorAnswer(404, "BLOB_UPLOAD_UNKNOWN")),
                          .times = 1,
                          .skip = 1});
    double before = 0;
    int falls = 0;
    int unexplained = 0;
    connect(&bench.jobs(), &JobQueue::changed, this, [&](const QList<int> &rows) {
        for (const int row : rows) {
            const Job &job = bench.jobs().jobs()[row];
            if (job.request.kind != JobKind::Push)
                continue;
            if (job.share < before) {
                ++falls;
                unexplained += std::ranges::none_of(
                    job.lines, [](const JobLine &line) { return line.note == uploadForgotten; });
            }
            before = job.share;
        }
    });
    const QString job = bench.push(1);
    bench.jobs().setRateLimit(job, 1'500'000); // so that there is something to see
    QVERIFY(bench.reaches(job, JobState::Done));
    QVERIFY(bench.registry().faultsUsed() >= 1);
    QCOMPARE(unexplained, 0);
    QCOMPARE(bench.jobs().find(job)->share, 1);
    qInfo("the bar fell %d time(s), each with a reason in its line", falls);
}

void TestJobProgress::isReadAloud()
{
    Job job = push();
    job.total = 1000;
    job.moved = 620;
    job.share = 0.62;
    job.remainingMs = 175'000;
    job.speed = 2.2;
    QCOMPARE(jobSpoken(job),
             QStringLiteral(
                 "web:2.1 to harbor.example.com/prod/web:2.1, uploading, 62 percent, about 3 minutes left"));
    job.remainingMs = 62'000;
    QVERIFY(jobSpoken(job).endsWith(QStringLiteral("about 1 minute left")));
    job.remainingMs = 7'300'000;
    QVERIFY(jobSpoken(job).endsWith(QStringLiteral("about 2 hours left")));
    job.remainingMs.reset();
    QVERIFY(jobSpoken(job).endsWith(QStringLiteral("uploading, 62 percent")));
    job.stopping = true;
    QVERIFY(jobSpoken(job).contains(QStringLiteral(", Stopping…")));
    job.stopping = false;
    job.state = JobState::NeedsYou;
    job.error = Error{ErrorCode::AuthFailed, {}, QStringLiteral("harbor.example.com"), 401, {}, {}};
    QVERIFY(jobSpoken(job).contains(QStringLiteral(", Needs you, harbor.example.com does not accept")));
    for (const QChar sign : {u'·', u'→'})
        QVERIFY(!jobSpoken(job).contains(sign));
}

void TestJobProgress::linesAreReadAloud()
{
    JobBench bench;
    const QString id = bench.push();
    QVERIFY(bench.reaches(id, JobState::Done));
    const JobModel model(bench.jobs());
    const QModelIndex job = model.index(1, 0);
    QVERIFY(job.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("site/app:1.0 to ")));
    QCOMPARE(model.rowCount(job), 2);
    QVERIFY(
        model.index(0, 0, job).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral(", done, ")));
}

QTEST_MAIN(TestJobProgress)
#include "tst_jobprogress.moc"
