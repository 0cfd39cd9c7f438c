#include <QAction>
#include <QSpinBox>
#include <QTreeView>
#include <QtTest>

#include "core/base/log.h"
#include "tests/ui/support/jobbench.h"
#include "ui/models/logmodel.h"
#include "ui/views/jobspage.h"
#include "ui/views/logpanel.h"
#include "ui/widgets/messagestrip.h"

using namespace dip;
using namespace dip::test;
using ui::JobState;

/// What can be done on the page of jobs beside the errors: places in line, what is wanted twice, the log.
class TestJobsPage final : public QObject
{
    Q_OBJECT

private slots:
    void aJobGetsAPlaceInLine();
    void whatIsOnItsWayIsShown();
    void anotherNameForTheSameImageIsTheSame();
    void aWaitingLayerIsTriedByAKey();
    void theLogOpensAtAJob();

private:
    static QAction *action(JobBench &bench, const char *name);
    static void stopTheLine(JobBench &bench);
};

namespace {

const QString uploads = QStringLiteral("/blobs/uploads/");

Fault busy()
{
    return Fault::reply(errorAnswer(503, "UNAVAILABLE").with("Retry-After", "3600"));
}

} // namespace

QAction *TestJobsPage::action(JobBench &bench, const char *name)
{
    for (QAction *action : bench.fixture().window().findChild<ui::JobsPage *>()->jobActions()) {
        if (action->objectName() == QLatin1String(name))
            return action;
    }
    return nullptr;
}

/// One job runs for as long as is wanted, and no other is begun.
void TestJobsPage::stopTheLine(JobBench &bench)
{
    bench.breakDown("PUT", uploads, busy());
    bench.jobs().setJobsAtOnce(1);
    bench.push();
}

void TestJobsPage::aJobGetsAPlaceInLine()
{
    JobBench bench;
    stopTheLine(bench);
    QStringList ids;
    for (const char *name : {"a", "b", "c", "d"})
        ids.append(bench.import(QLatin1String(name)));
    bench.choose(ids.last());
    QVERIFY(action(bench, "moveToPosition")->isEnabled());
    action(bench, "moveToPosition")->trigger();
    auto *field = bench.fixture().find<QSpinBox>(QStringLiteral("position"));
    QVERIFY(field);
    QCOMPARE(field->value(), 4);
    QCOMPARE(field->maximum(), 4);
    QTest::keyClicks(field, QStringLiteral("2"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(bench.jobs().positionOf(ids[3]), 2);
    QCOMPARE(bench.jobs().positionOf(ids[1]), 3);
    QVERIFY(!bench.fixture().find<QSpinBox>(QStringLiteral("position")));
    bench.jobs().moveToPosition(ids[0], 4);
    QCOMPARE(bench.jobs().positionOf(ids[0]), 4);
    QCOMPARE(bench.jobs().positionOf(ids[2]), 3);
    bench.jobs().moveToPosition(ids[0], 99);
    QCOMPARE(bench.jobs().positionOf(ids[0]), 4);
}

void TestJobsPage::whatIsOnItsWayIsShown()
{
    JobBench bench;
    stopTheLine(bench);
    const QString first = bench.import(QStringLiteral("other.tar"));
    bench.choose(first);
    QCOMPARE(bench.push(), bench.jobs().jobs()[1].id); // that which runs
    QVERIFY(bench.fixture().find<ui::MessageStrip>(QStringLiteral("joinedStrip")));
    QCOMPARE(bench.jobs().jobs().size(), 3);
    bench.choose(first);
    QVERIFY(bench.fixture().press(QStringLiteral("showJoined")));
    const auto *tree = bench.fixture().find<QTreeView>(QStringLiteral("jobTree"));
    QVERIFY(tree->currentIndex().data().toString().contains(QLatin1String("/prod/app:1.0")));
    QVERIFY(!bench.fixture().find<ui::MessageStrip>(QStringLiteral("joinedStrip")));
}

void TestJobsPage::anotherNameForTheSameImageIsTheSame()
{
    JobBench bench;
    stopTheLine(bench);
    const ui::JobRequest request{ui::JobKind::Push,
                                 QStringLiteral("one:1"),
                                 QStringLiteral("host/prod/x:1"),
                                 {},
                                 {},
                                 {PushFromCacheUsingManifest{*ImageName::parse(u"one:1"), {}}},
                                 QStringLiteral("sha256:aa")};
    ui::JobRequest other = request;
    other.source = QStringLiteral("two:1");
    other.steps = {PushFromCacheUsingManifest{*ImageName::parse(u"two:1"), {}}};
    const QString id = bench.jobs().add(request);
    QCOMPARE(bench.jobs().add(other), id);
    other.target = QStringLiteral("host/prod/y:1");
    QVERIFY(bench.jobs().add(other) != id);
    other.target = request.target;
    other.digest = QStringLiteral("sha256:bb");
    QVERIFY(bench.jobs().add(other) != id);
}

void TestJobsPage::aWaitingLayerIsTriedByAKey()
{
    JobBench bench;
    bench.breakDown("PUT", uploads, busy());
    const QString job = bench.push(4);
    const auto waiting = [&] {
        return std::ranges::count(bench.jobs().find(job)->lines, Phase::WaitingToRetry, &ui::JobLine::phase);
    };
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 2, 20'000);
    bench.choose(job);
    auto *tree = bench.fixture().find<QTreeView>(QStringLiteral("jobTree"));
    const QModelIndex row = tree->currentIndex();
    tree->expand(row);
    tree->setCurrentIndex(tree->model()->index(1, 0, row));
    tree->setFocus();
    bench.mend();
    QTest::keyClick(tree, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 1, 20'000);
    QCOMPARE(bench.jobs().find(job)->lines[1].phase, Phase::Done);
    QVERIFY(action(bench, "retryNow")->isEnabled());
    action(bench, "retryNow")->trigger();
    QVERIFY(bench.reaches(job, JobState::Done));
    QVERIFY(!action(bench, "retryNow")->isEnabled());
}

void TestJobsPage::theLogOpensAtAJob()
{
    JobBench bench(3);
    const ui::LogCapture capture(bench.fixture().workspace().log());
    QLoggingCategory::setFilterRules(QStringLiteral("pusher.*.info=true"));
    const QString one = bench.push(3);
    QVERIFY(bench.reaches(one, JobState::Done));
    const QString two = bench.import(bench.path(QStringLiteral("absent.tar")));
    QVERIFY(bench.reaches(two, JobState::Failed));
    qCWarning(logSettings) << "about no job";
    bench.choose(one);
    action(bench, "openJobLog")->trigger();
    const auto *table = bench.fixture().find<QTreeView>(QStringLiteral("logTable"));
    QVERIFY(table);
    const QString blob =
        bench.fixture().workspace().cache()->images()->first().blobs.last().digest.toString();
    const auto shows = [&](const QString &text) {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, ui::LogModel::Text).data().toString().contains(text))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(shows(blob)); // from a thread of the team
    QVERIFY(!shows(QStringLiteral("about no job")));
    QVERIFY(!shows(QStringLiteral("a job failed")));
    bench.choose(two);
    action(bench, "openJobLog")->trigger();
    QTRY_VERIFY(shows(QStringLiteral("a job failed")));
    QVERIFY(!shows(blob));
    QVERIFY(bench.fixture().press(QStringLiteral("logJob")));
    QTRY_VERIFY(shows(QStringLiteral("about no job")) && shows(blob));
    QLoggingCategory::setFilterRules({});
}

QTEST_MAIN(TestJobsPage)
#include "tst_jobspage.moc"
