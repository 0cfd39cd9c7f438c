#include "tests/support/archivebuilder.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/archives/archivescanner.h"
#include "ui/models/cachefilter.h"
#include "ui/models/cachemodel.h"
#include "ui/models/importmodel.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobsorter.h"
#include "ui/models/pushmodel.h"
#include "ui/models/registrymodel.h"

#include <QAbstractItemModelTester>

#include <QtTest>

using namespace dip;
using namespace dip::test;
using Tester = QAbstractItemModelTester;

namespace {

QString data(const char *file)
{
    return QStringLiteral(TEST_DATA_DIR "/") + QLatin1String(file);
}

ExtractAndCache extraction(const QString &file)
{
    return {file, {}, 2};
}

} // namespace

/// Every model keeps the contract of QAbstractItemModel while it fills and changes; the tester ends the test
/// where one does not.
class TestUiModels final : public QObject
{
    Q_OBJECT

private slots:
    void cache();
    void jobs();
    void imports();
    void pushes();
    void registries();
};

void TestUiModels::cache()
{
    WindowFixture fixture;
    ui::CacheModel &model = fixture.workspace().images();
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    ui::CacheFilter filter;
    filter.setSourceModel(&model);
    const Tester filterTester(&filter, Tester::FailureReportingMode::QtTest);
    fixture.workspace().jobs().add({ui::JobKind::Import,
                                    QStringLiteral("docker20"),
                                    {},
                                    {},
                                    {},
                                    {extraction(data("docker20-multi.tar"))}});
    QVERIFY(fixture.waitForImages(2));
    QCOMPARE(filter.rowCount(), 2);
    filter.setQuery(QStringLiteral("app:2"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setQuery(QStringLiteral("size>1G"));
    QCOMPARE(filter.rowCount(), 0);
    filter.setQuery(QStringLiteral("arch:amd64 unpushed"));
    QCOMPARE(filter.rowCount(), 2);
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        model.sort(column);
        filter.sort(column, Qt::DescendingOrder);
    }
}

void TestUiModels::jobs()
{
    WindowFixture fixture;
    ui::JobQueue &queue = fixture.workspace().jobs();
    ui::JobModel model(queue);
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    ui::JobSorter sorter;
    sorter.setSourceModel(&model);
    const Tester sorterTester(&sorter, Tester::FailureReportingMode::QtTest);
    QStringList ids;
    for (const char *file : {"docker20-multi.tar", "absent.tar", "podman-multi.tar", "oci-gzip.tar"})
        ids.append(
            queue.add({ui::JobKind::Import, QLatin1String(file), {}, {}, {}, {extraction(data(file))}}));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(
        queue.add(
            {ui::JobKind::Import, QStringLiteral("docker20"), {}, {}, {}, {extraction(data("absent.tar"))}}),
        ids[1]); // the same work joins
    queue.moveUp(ids[3]);
    queue.moveToTop(ids[2]);
    QVERIFY(
        fixture.waitForJobs({ui::JobState::Done, ui::JobState::DoneWithWarnings, ui::JobState::Failed}, 4));
    QCOMPARE(queue.find(ids[1])->state, ui::JobState::Failed);
    QVERIFY(model.rowCount(model.index(0, 0)) > 0);
    queue.retry(ids[1]);
    QVERIFY(
        fixture.waitForJobs({ui::JobState::Done, ui::JobState::DoneWithWarnings, ui::JobState::Failed}, 4));
    queue.remove(ids[0]);
    QCOMPARE(model.rowCount(), 3);
    queue.removeFinished();
    QCOMPARE(model.rowCount(), 0);
}

void TestUiModels::imports()
{
    WindowFixture fixture;
    ui::ImportModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    ui::ArchiveScanner scanner;
    connect(&scanner, &ui::ArchiveScanner::scanned, &model,
            [&model](const QList<ui::ImportRow> &rows) { model.add(rows); });
    scanner.setCache(fixture.workspace().cache());
    scanner.scan({data("docker20-multi.tar"), data("oci-gzip.tar")});
    QVERIFY(QTest::qWaitFor([&] { return !scanner.isBusy() && model.rowCount() == 3; }, 20'000));
    QCOMPARE(model.chosen().size(), 3);
    QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.chosen().size(), 2);
    QVERIFY(model.isValid());
    QVERIFY(model.setData(model.index(1, 0), QStringLiteral("Not a Name!"), Qt::EditRole));
    QVERIFY(!model.isValid());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestUiModels::pushes()
{
    ui::PushModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setRows({{*ImageName::parse(QStringLiteral("team/app:1.0")), 5, {}},
                   {*ImageName::parse(QStringLiteral("team/web:2.0")), 7, {}}});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.setData(model.index(0, ui::PushModel::Target), QStringLiteral("prod/app:9"), Qt::EditRole));
    QVERIFY(model.problem(0).isEmpty());
    QVERIFY(
        model.setData(model.index(1, ui::PushModel::Target), QStringLiteral("prod/UPPER:9"), Qt::EditRole));
    QVERIFY(!model.problem(1).isEmpty());
    QVERIFY(!model.isValid());
    model.drop(1);
    QVERIFY(model.isValid());
}

void TestUiModels::registries()
{
    const QTemporaryDir folder;
    ui::RegistryDirectory registries(folder.path());
    ui::RegistryModel model(registries);
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    auto profile = ui::RegistryProfile::create(QStringLiteral("registry.example.com"));
    registries.save(profile);
    registries.save(ui::RegistryProfile::create(QStringLiteral("other.example.com:5000")));
    QCOMPARE(model.rowCount(), 2);
    profile.name = QStringLiteral("Site");
    registries.save(profile);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(model.rowOf(profile.id)).data().toString(), QStringLiteral("Site"));
    registries.remove(profile.id);
    QCOMPARE(model.rowCount(), 1);
}

QTEST_MAIN(TestUiModels)
#include "tst_uimodels.moc"
