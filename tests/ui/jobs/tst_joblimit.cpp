#include <QAction>
#include <QComboBox>
#include <QTreeView>
#include <QtTest>

#include "core/registry/ratelimiter.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/jobbench.h"
#include "ui/jobs/jobtext.h"
#include "ui/views/jobspage.h"
#include "ui/widgets/ratebox.h"

using namespace dip;
using namespace dip::test;
using namespace dip::ui;

namespace {

constexpr qint64 crawl = 1000; // bytes a second: what is not let go within the burst takes minutes

} // namespace

/// One job has a speed limit of its own, and the others have not.
class TestJobLimit final : public QObject
{
    Q_OBJECT

private slots:
    void limitsOneJobAlone();
    void isSetInThePage();
    void outlivesTheProgram();
    void isForTransfersOnly();

private:
    static QAction *action(JobBench &bench);
    static QString pushTo(JobBench &bench, const QString &profile, const QString &host,
                          const char *repository);
};

QAction *TestJobLimit::action(JobBench &bench)
{
    for (QAction *action : bench.fixture().window().findChild<JobsPage *>()->jobActions()) {
        if (action->objectName() == u"limitJobs")
            return action;
    }
    return nullptr;
}

QString TestJobLimit::pushTo(JobBench &bench, const QString &profile, const QString &host,
                             const char *repository)
{
    PushFromCacheUsingManifest step{*ImageName::parse(u"site/app:1.0"), {}};
    step.target.repository = *RepositoryName::parse(QLatin1String(repository).toString());
    step.target.forceUpload = true; // no layer is taken from the other's repository
    const QString target = host + u'/' + QLatin1String(repository) + QStringLiteral(":1.0");
    return bench.jobs().add({JobKind::Push, QStringLiteral("site/app:1.0"), target, profile, {}, {step}});
}

/// Against a real registry. The slow one cannot end before its limit is lifted, and then it does.
void TestJobLimit::limitsOneJobAlone()
{
    const TestRegistry registry;
    JobBench bench(2, 2'000'000);
    const QString profile = bench.fixture().addRegistry(registry.host(), TlsChoice::PlainHttp);
    bench.jobs().setJobsAtOnce(0); // nothing begins
    const QString slow = pushTo(bench, profile, registry.host(), "prod/slow");
    const QString free = pushTo(bench, profile, registry.host(), "prod/free");
    bench.jobs().setRateLimit(slow, crawl);
    QVERIFY(jobSummary(*bench.jobs().find(slow)).endsWith(QStringLiteral("at most 1 kB/s")));
    bench.jobs().setJobsAtOnce(2);
    QVERIFY(bench.reaches(free, JobState::Done));
    QCOMPARE(bench.jobs().find(slow)->state, JobState::Running);
    QTRY_VERIFY_WITH_TIMEOUT(bench.jobs().find(slow)->moved > 0, 20'000);
    QVERIFY(jobSummary(*bench.jobs().find(slow)).endsWith(QStringLiteral("at most 1 kB/s")));
    bench.jobs().setRateLimit(slow, 0);
    QVERIFY(bench.reaches(slow, JobState::Done));
    QVERIFY(!jobSummary(*bench.jobs().find(slow)).contains(QStringLiteral("at most")));
}

void TestJobLimit::isSetInThePage()
{
    JobBench bench;
    bench.jobs().setJobsAtOnce(0);
    const QString one = bench.push();
    const QString two = pushTo(bench, bench.profile(), bench.registry().hostAndPort(), "prod/two");
    bench.choose(one);
    auto *tree = bench.fixture().find<QTreeView>(QStringLiteral("jobTree"));
    tree->selectAll();
    QVERIFY(action(bench)->isEnabled());
    action(bench)->trigger();
    auto *rate = bench.fixture().find<RateBox>(QStringLiteral("jobLimit"));
    auto *usual = bench.fixture().find<QComboBox>(QStringLiteral("usualLimits"));
    QVERIFY(rate && usual);
    QVERIFY(rate->hasFocus());
    QCOMPARE(usual->currentIndex(), 0);
    QTest::keyClick(usual, Qt::Key_Down);
    QCOMPARE(rate->bytesPerSecond(), usualRates[1]);
    QTest::keyClicks(rate, QStringLiteral("350"));
    QCOMPARE(usual->currentIndex(), int(usualRates.size()));
    QTest::keyClick(rate, Qt::Key_Return);
    QVERIFY(!bench.fixture().find<RateBox>(QStringLiteral("jobLimit")));
    for (const QString &id : {one, two})
        QCOMPARE(bench.jobs().find(id)->rateLimit, 350'000);

    bench.choose(two);
    action(bench)->trigger();
    QCOMPARE(rate->bytesPerSecond(), 350'000);
    QTest::keyClicks(rate, QStringLiteral("9"));
    QTest::keyClick(rate, Qt::Key_Escape);
    QCOMPARE(bench.jobs().find(two)->rateLimit, 350'000);
}

void TestJobLimit::outlivesTheProgram()
{
    JobBench bench;
    bench.jobs().setJobsAtOnce(0);
    const QString job = bench.push();
    bench.jobs().setRateLimit(job, 500'000);
    bench.fixture().restart();
    QVERIFY(bench.jobs().find(job));
    QCOMPARE(bench.jobs().find(job)->rateLimit, 500'000);
}

void TestJobLimit::isForTransfersOnly()
{
    JobBench bench;
    bench.jobs().setJobsAtOnce(0);
    const QString local = bench.import(QStringLiteral("other.tar"));
    bench.choose(local);
    QVERIFY(!action(bench)->isEnabled());
    bench.jobs().setRateLimit(local, 1000);
    QCOMPARE(bench.jobs().find(local)->rateLimit, 0);
    bench.jobs().cancel(local);
    bench.jobs().setJobsAtOnce(1);
    const QString done = bench.push();
    QVERIFY(bench.reaches(done, JobState::Done));
    QVERIFY(!action(bench)->isEnabled());
}

QTEST_MAIN(TestJobLimit)
#include "tst_joblimit.moc"
