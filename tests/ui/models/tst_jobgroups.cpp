#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QMimeData>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/ui/support/windowfixture.h"
#include "ui/jobs/jobqueue.h"
#include "ui/models/jobgroups.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobsorter.h"
#include "ui/registries/registrydirectory.h"

using namespace dip;
using namespace dip::test;
using namespace dip::ui;
using Tester = QAbstractItemModelTester;

/// Jobs below headings: who belongs where, in what order, and that views can rely on it while jobs run.
class TestJobGroups final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void groupsByRegistry();
    void groupsByDeliveryList();
    void listsOutliveTheProgram();
    void headingsTellOfTheirJobs();
    void theMostUrgentGroupComesFirst();
    void groupsComeAndGo();
    void indexesFollowTheirJobs();
    void dragsWithinAGroup();
    void followsRunningJobs_data();
    void followsRunningJobs();

private:
    QString add(const QString &host, const QString &image, const QString &list = {});
    [[nodiscard]] QStringList shown() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryDirectory> m_registries;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<JobModel> m_model;
    std::unique_ptr<JobSorter> m_sorter;
    std::unique_ptr<JobGroups> m_groups;
    std::unique_ptr<Tester> m_tester;
};

void TestJobGroups::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registries = std::make_unique<RegistryDirectory>(m_folder->path());
    m_queue = std::make_unique<JobQueue>(m_folder->filePath(QStringLiteral("queue.json")), *m_registries);
    m_model = std::make_unique<JobModel>(*m_queue);
    m_sorter = std::make_unique<JobSorter>();
    m_sorter->setSourceModel(m_model.get());
    m_groups = std::make_unique<JobGroups>(*m_sorter);
    m_tester = std::make_unique<Tester>(m_groups.get(), Tester::FailureReportingMode::QtTest);
}

void TestJobGroups::cleanup()
{
    m_tester.reset();
    m_groups.reset();
    m_sorter.reset();
    m_model.reset();
    m_queue.reset();
}

/// A push; of nothing that would run, for want of a cache.
QString TestJobGroups::add(const QString &host, const QString &image, const QString &list)
{
    const PushFromCacheUsingManifest step{*ImageName::parse(image), {}};
    return m_queue->add({JobKind::Push, image, host + u'/' + image, host, {}, {step}, {}, list});
}

/// "host: ab" for each group: the first letters of its images.
QStringList TestJobGroups::shown() const
{
    QStringList groups;
    for (int g = 0; g < m_groups->rowCount(); ++g) {
        const QModelIndex heading = m_groups->index(g, 0);
        QString text = heading.data().toString() + QStringLiteral(": ");
        for (int row = 0; row < m_groups->rowCount(heading); ++row)
            text += m_groups->index(row, 0, heading).data().toString()[0];
        groups.append(text);
    }
    return groups;
}

void TestJobGroups::groupsByRegistry()
{
    add(QStringLiteral("one"), QStringLiteral("a:1"));
    add(QStringLiteral("two:5000"), QStringLiteral("b:1"));
    add(QStringLiteral("one"), QStringLiteral("c:1"));
    m_queue->add({JobKind::Pull, QStringLiteral("two:5000/d:1"), {}, QStringLiteral("two"), {}, {}});
    m_queue->add({JobKind::Import,
                  QStringLiteral("e.tar"),
                  {},
                  {},
                  {},
                  {ExtractAndCache{QStringLiteral("e.tar"), {}, 1}}});
    QCOMPARE(m_groups->rowCount(), 0); // until it is asked for
    m_groups->group(JobGrouping::Target);
    QCOMPARE(shown(), QStringList({QStringLiteral("one: ac"), QStringLiteral("two:5000: bt"),
                                   QStringLiteral("This computer: e")}));
    m_groups->group(JobGrouping::None);
    QCOMPARE(m_groups->rowCount(), 0);
}

void TestJobGroups::groupsByDeliveryList()
{
    add(QStringLiteral("one"), QStringLiteral("a:1"), QStringLiteral("site north"));
    add(QStringLiteral("one"), QStringLiteral("b:1"));
    add(QStringLiteral("two"), QStringLiteral("c:1"), QStringLiteral("site north"));
    m_groups->group(JobGrouping::DeliveryList);
    QCOMPARE(shown(),
             QStringList({QStringLiteral("site north: ac"), QStringLiteral("Without a delivery list: b")}));
    m_groups->group(JobGrouping::Target);
    QCOMPARE(shown(), QStringList({QStringLiteral("one: ab"), QStringLiteral("two: c")}));
}

void TestJobGroups::listsOutliveTheProgram()
{
    add(QStringLiteral("one"), QStringLiteral("a:1"), QStringLiteral("site north"));
    add(QStringLiteral("one"), QStringLiteral("b:1"));
    cleanup();
    const QString name = m_folder->filePath(QStringLiteral("queue.json"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    QJsonArray jobs = document[u"jobs"].toArray();
    QCOMPARE(jobs[0][u"deliveryList"].toString(), QStringLiteral("site north"));
    QJsonObject old = jobs[1].toObject(); // as earlier versions wrote it
    old.remove(QStringLiteral("deliveryList"));
    jobs[1] = old;
    document[u"jobs"] = jobs;
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(document).toJson()) > 0);
    file.close();
    const JobQueue again(name, *m_registries);
    QCOMPARE(again.jobs().size(), 2);
    QCOMPARE(again.jobs()[0].request.deliveryList, QStringLiteral("site north"));
    QCOMPARE(again.jobs()[1].request.deliveryList, QString());
    QCOMPARE(again.jobs()[1].request.source, QStringLiteral("b:1"));
}

void TestJobGroups::headingsTellOfTheirJobs()
{
    const QString a = add(QStringLiteral("one"), QStringLiteral("a:1"));
    const QString b = add(QStringLiteral("one"), QStringLiteral("b:1"));
    m_groups->group(JobGrouping::Target);
    const QModelIndex heading = m_groups->index(0, 0);
    QCOMPARE(heading.data(JobModel::IdsRole).toStringList(), QStringList({a, b}));
    QCOMPARE(heading.data(JobModel::HeadingRole).value<JobHeading>().summary,
             QStringLiteral("0 of 2 done  ·  2 waiting"));
    QSignalSpy changed(m_groups.get(), &QAbstractItemModel::dataChanged);
    m_queue->cancel(a);
    QVERIFY(std::ranges::any_of(changed,
                                [&](const QList<QVariant> &of) { return of[0].toModelIndex() == heading; }));
    QCOMPARE(heading.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Group one: 0 of 2 done, 1 waiting"));
    QVERIFY(!m_groups->flags(heading).testFlag(Qt::ItemIsDragEnabled));
}

void TestJobGroups::theMostUrgentGroupComesFirst()
{
    const QString a = add(QStringLiteral("one"), QStringLiteral("a:1"));
    add(QStringLiteral("two"), QStringLiteral("b:1"));
    add(QStringLiteral("one"), QStringLiteral("c:1"));
    m_groups->group(JobGrouping::Target);
    m_queue->cancel(a);
    QCOMPARE(shown(), QStringList({QStringLiteral("two: b"), QStringLiteral("one: ca")}));
    m_queue->restart(a);
    QCOMPARE(shown(), QStringList({QStringLiteral("one: ac"), QStringLiteral("two: b")}));
}

void TestJobGroups::groupsComeAndGo()
{
    m_groups->group(JobGrouping::Target);
    const QString a = add(QStringLiteral("one"), QStringLiteral("a:1"));
    const QString b = add(QStringLiteral("two"), QStringLiteral("b:1"));
    add(QStringLiteral("one"), QStringLiteral("c:1"));
    QCOMPARE(shown(), QStringList({QStringLiteral("one: ac"), QStringLiteral("two: b")}));
    m_queue->cancel(b);
    m_queue->remove(b);
    QCOMPARE(shown(), QStringList({QStringLiteral("one: ac")}));
    m_sorter->setFilter(QStringLiteral("c:1"), JobSorter::Show::All);
    QCOMPARE(shown(), QStringList({QStringLiteral("one: c")}));
    m_sorter->setFilter({}, JobSorter::Show::All);
    QCOMPARE(shown(), QStringList({QStringLiteral("one: ac")}));
    m_queue->cancel(a);
    m_queue->removeFinished();
    QCOMPARE(shown(), QStringList({QStringLiteral("one: c")}));
}

void TestJobGroups::indexesFollowTheirJobs()
{
    const QString a = add(QStringLiteral("one"), QStringLiteral("a:1"));
    const QString b = add(QStringLiteral("one"), QStringLiteral("b:1"));
    add(QStringLiteral("two"), QStringLiteral("c:1"));
    m_groups->group(JobGrouping::Target);
    const QPersistentModelIndex one(m_groups->index(0, 0));
    const QPersistentModelIndex jobA(m_groups->index(0, 0, one));
    const QPersistentModelIndex jobB(m_groups->index(1, 0, one));
    m_queue->moveDown(a);
    QCOMPARE(jobA.row(), 1);
    m_queue->cancel(a);
    m_queue->cancel(b);
    QCOMPARE(one.row(), 1);
    QCOMPARE(jobA.data(JobModel::IdsRole).toStringList(), QStringList{a});
    QCOMPARE(jobB.data(JobModel::IdsRole).toStringList(), QStringList{b});
    QCOMPARE(jobB.parent(), QModelIndex(one));
}

void TestJobGroups::dragsWithinAGroup()
{
    for (const char *image : {"a:1", "b:1", "c:1"})
        add(QStringLiteral("one"), QLatin1String(image));
    const QString other = add(QStringLiteral("two"), QStringLiteral("d:1"));
    m_queue->cancel(m_queue->jobs()[1].id); // b is over, and stands last
    m_groups->group(JobGrouping::Target);
    const QModelIndex one = m_groups->index(0, 0);
    QCOMPARE(shown()[0], QStringLiteral("one: acb"));
    QVERIFY(m_groups->flags(m_groups->index(0, 0, one)).testFlag(Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> dragged(m_groups->mimeData({m_groups->index(0, 0, one)}));
    QVERIFY(!m_groups->canDropMimeData(dragged.get(), Qt::MoveAction, 0, 0, m_groups->index(1, 0)));
    QVERIFY(!m_groups->canDropMimeData(dragged.get(), Qt::MoveAction, 1, 0, {}));
    QVERIFY(m_groups->canDropMimeData(dragged.get(), Qt::MoveAction, 2, 0, one));
    QVERIFY(!m_groups->dropMimeData(dragged.get(), Qt::MoveAction, 2, 0, one)); // moved, nothing to remove
    QCOMPARE(shown()[0], QStringLiteral("one: cab"));
    m_groups->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, one);
    QCOMPARE(shown()[0], QStringLiteral("one: acb"));
    QCOMPARE(m_queue->positionOf(other), 3);
}

void TestJobGroups::followsRunningJobs_data()
{
    QTest::addColumn<JobGrouping>("by");
    QTest::newRow("registry") << JobGrouping::Target;
    QTest::newRow("delivery list") << JobGrouping::DeliveryList;
}

void TestJobGroups::followsRunningJobs()
{
    QFETCH(JobGrouping, by);
    WindowFixture fixture;
    JobQueue &queue = fixture.workspace().jobs();
    JobModel model(queue);
    JobSorter sorter;
    sorter.setSourceModel(&model);
    JobGroups groups(sorter);
    const Tester tester(&groups, Tester::FailureReportingMode::QtTest);
    groups.group(by);
    const auto import = [&](const char *file, const QString &list) {
        const QString path = QStringLiteral(TEST_DATA_DIR "/") + QLatin1String(file);
        return queue.add({JobKind::Import, path, {}, {}, {}, {ExtractAndCache{path, {}, 2}}, {}, list});
    };
    import("docker20-multi.tar", QStringLiteral("north"));
    const QString absent = import("absent.tar", {});
    import("podman-multi.tar", QStringLiteral("north"));
    const QString last = import("oci-gzip.tar", QStringLiteral("south"));
    QCOMPARE(groups.rowCount(), by == JobGrouping::Target ? 1 : 3);
    queue.moveToTop(last);
    const QList<JobState> ended{JobState::Done, JobState::DoneWithWarnings, JobState::Failed};
    QVERIFY(fixture.waitForJobs(ended, 4));
    queue.retry(absent);
    QVERIFY(fixture.waitForJobs(ended, 4));
    int lines = 0;
    for (int g = 0; g < groups.rowCount(); ++g) {
        const QModelIndex heading = groups.index(g, 0);
        for (int row = 0; row < groups.rowCount(heading); ++row) {
            const QModelIndex job = groups.index(row, 0, heading);
            QCOMPARE(groups.rowCount(job), int(job.data(JobModel::JobRole).value<Job>().lines.size()));
            lines += groups.rowCount(job);
        }
    }
    QVERIFY(lines > 0);
    queue.removeFinished();
    QCOMPARE(groups.rowCount(), 0);
}

QTEST_MAIN(TestJobGroups)
#include "tst_jobgroups.moc"
