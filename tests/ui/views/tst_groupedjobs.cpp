#include <QAction>
#include <QComboBox>
#include <QTreeView>
#include <QtTest>

#include "tests/ui/support/jobbench.h"
#include "ui/jobs/jobgrouping.h"
#include "ui/models/jobmodel.h"
#include "ui/settings/language.h"
#include "ui/views/jobspage.h"

using namespace dip;
using namespace dip::test;
using namespace dip::ui;

/// Headings on the page of jobs: chosen in a list, kept, reached by keys, and good for all their jobs.
class TestGroupedJobs final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_language.use(QStringLiteral("en")); }
    void init();
    void cleanup();
    void groupingIsChosenAndKept();
    void headingsAreReachedByKeys();
    void aHeadingStandsForItsJobs();
    void theChosenJobStaysChosen();
    void whatNeedsYouIsFound();

private:
    [[nodiscard]] QTreeView *tree() const
    {
        return m_bench->fixture().find<QTreeView>(QStringLiteral("jobTree"));
    }
    [[nodiscard]] QStringList headings() const;
    void group(int row) const;

    Language m_language;
    std::unique_ptr<JobBench> m_bench;
    QString m_push;
    QStringList m_imports;
};

/// A push and two imports that wait.
void TestGroupedJobs::init()
{
    m_bench = std::make_unique<JobBench>();
    m_bench->jobs().setJobsAtOnce(0);
    m_push = m_bench->push();
    m_imports = {m_bench->import(QStringLiteral("a.tar")), m_bench->import(QStringLiteral("b.tar"))};
    m_bench->jobs().removeFinished();
}

void TestGroupedJobs::cleanup()
{
    m_bench.reset();
}

QStringList TestGroupedJobs::headings() const
{
    QStringList texts;
    for (int row = 0; row < tree()->model()->rowCount(); ++row) {
        const QVariant heading = tree()->model()->index(row, 0).data(JobModel::HeadingRole);
        if (heading.isValid())
            texts.append(heading.value<JobHeading>().title);
    }
    return texts;
}

void TestGroupedJobs::group(int row) const
{
    auto *box = m_bench->fixture().find<QComboBox>(QStringLiteral("jobGrouping"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < row; ++i)
        QTest::keyClick(box, Qt::Key_Down);
}

void TestGroupedJobs::groupingIsChosenAndKept()
{
    QVERIFY(headings().isEmpty());
    group(1);
    QCOMPARE(headings(), QStringList({m_bench->registry().hostAndPort(), QStringLiteral("This computer")}));
    QVERIFY(tree()->isExpanded(tree()->model()->index(0, 0)));
    m_bench->fixture().restart();
    m_bench->fixture().window().findChild<Sidebar *>()->choose(Sidebar::Jobs);
    QCOMPARE(headings().size(), 2);
    QVERIFY(tree()->isExpanded(tree()->model()->index(1, 0)));
    group(2);
    QCOMPARE(headings(), QStringList{QStringLiteral("Without a delivery list")});
    group(0);
    QVERIFY(headings().isEmpty());
    QCOMPARE(tree()->model()->rowCount(), 3);
}

void TestGroupedJobs::headingsAreReachedByKeys()
{
    group(1);
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Home);
    const QModelIndex first = tree()->model()->index(0, 0);
    QCOMPARE(tree()->currentIndex(), first);
    QTest::keyClick(tree(), Qt::Key_Left);
    QVERIFY(!tree()->isExpanded(first));
    QTest::keyClick(tree(), Qt::Key_Down);
    QCOMPARE(tree()->currentIndex(), tree()->model()->index(1, 0));
    QTest::keyClick(tree(), Qt::Key_Up);
    QTest::keyClick(tree(), Qt::Key_Right);
    QVERIFY(tree()->isExpanded(first));
    QTest::keyClick(tree(), Qt::Key_Down);
    QCOMPARE(tree()->currentIndex().parent(), first);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Group 127.0.0.1:")));
    m_bench->jobs().pause(m_push); // what is closed stays closed, wherever it goes
    tree()->collapse(first);
    m_bench->jobs().resume(m_push);
    QVERIFY(!tree()->isExpanded(first));
}

void TestGroupedJobs::aHeadingStandsForItsJobs()
{
    group(1);
    tree()->setFocus();
    tree()->setCurrentIndex(tree()->model()->index(1, 0));
    QTest::keyClick(tree(), Qt::Key_Space);
    for (const QString &id : std::as_const(m_imports))
        QCOMPARE(m_bench->jobs().find(id)->state, JobState::Paused);
    QCOMPARE(m_bench->jobs().find(m_push)->state, JobState::Waiting);
    QAction *cancel = m_bench->fixture().window().findChild<JobsPage *>()->jobActions()[2];
    QCOMPARE(cancel->text(), QStringLiteral("Cancel 2 jobs"));
    cancel->trigger();
    for (const QString &id : std::as_const(m_imports))
        QCOMPARE(m_bench->jobs().find(id)->state, JobState::Cancelled);
}

void TestGroupedJobs::theChosenJobStaysChosen()
{
    m_bench->choose(m_imports[1]);
    for (const int grouping : {1, 2, 0}) {
        group(grouping);
        QCOMPARE(tree()->currentIndex().data(JobModel::IdsRole).toStringList(), QStringList{m_imports[1]});
    }
}

void TestGroupedJobs::whatNeedsYouIsFound()
{
    m_bench->registry().with([](MemoryRegistry &memory) { memory.basic = "robot:another"; });
    m_bench->jobs().start(m_push);
    group(1);
    QVERIFY(m_bench->reaches(m_push, JobState::NeedsYou));
    m_bench->choose(m_imports[0]);
    m_bench->fixture().window().findChild<JobsPage *>()->showWaitingForYou();
    QCOMPARE(tree()->currentIndex().data(JobModel::IdsRole).toStringList(), QStringList{m_push});
    QVERIFY(tree()->model()->index(0, 0).data(JobModel::HeadingRole).value<JobHeading>().needsYou);
}

QTEST_MAIN(TestGroupedJobs)
#include "tst_groupedjobs.moc"
