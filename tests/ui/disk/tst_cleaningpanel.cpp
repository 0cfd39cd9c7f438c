#include "core/cache/trash.h"
#include "tests/support/sampleimages.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/disk/cleaningpanel.h"
#include "ui/look/format.h"
#include "ui/models/planmodel.h"
#include "ui/views/sidebar.h"
#include "ui/widgets/messagestrip.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDirIterator>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QTabWidget>
#include <QTreeView>

#include <QtTest>

using namespace dip;
using namespace dip::test;

namespace {
constexpr int patienceMs = 30'000;
} // namespace

/// What the cleaning says is what happens to a real cache: images, bytes on the disk, and the way back.
class TestCleaningPanel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhatIsFreed_data();
    void saysWhatIsFreed();
    void previewListsAll();
    void toTheTrashAndBack();
    void pinnedAndUsedImagesStay();
    void onlyWhatWasShownGoes();
    void freesAtLeast();
    void deleteKey();
    void planModelKeepsItsContract();

private:
    void add(int seed, const char *name, const QList<SampleLayer> &layers);
    void reload(int images);
    void tick(const char *name, bool on = true);
    bool waitForPlan();
    qint64 bytesThere() const;
    QStringList names() const;
    Cache &cache() const { return *m_fixture->workspace().cache(); }
    ui::CleaningPanel *panel() const { return m_fixture->window().findChild<ui::CleaningPanel *>(); }
    QString textOf(const char *label) const
    {
        return m_fixture->find<QLabel>(QLatin1StringView(label))->text();
    }
    QTreeView *table() const
    {
        return m_fixture->window().findChild<QTreeView *>(QStringLiteral("diskTable"));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestCleaningPanel::add(int seed, const char *name, const QList<SampleLayer> &layers)
{
    QVERIFY(store(cache(), imageOfLayers(seed, layers), QLatin1StringView(name)));
}

void TestCleaningPanel::reload(int images)
{
    m_fixture->workspace().images().reload();
    QVERIFY(QTest::qWaitFor([&] { return table()->model()->rowCount() == images; }, patienceMs));
}

/// Two that share, one alone, one untagged, one pushed; and what belongs to none of them.
void TestCleaningPanel::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    add(1, "a/web:1", {{1, 60'000}, {2, 30'000}});
    add(2, "a/web:2", {{1, 60'000}, {3, 50'000}});
    add(3, "b:1", {{4, 20'000}});
    const SampleImage untagged = imageOfLayers(4, {{5, 15'000}});
    QVERIFY(store(cache(), untagged, QLatin1String("c@") + untagged.manifest.digest().toString()));
    const SampleImage pushed = imageOfLayers(5, {{1, 60'000}, {6, 12'000}});
    QVERIFY(store(cache(), pushed, QStringLiteral("d:1")));
    const ImageName there = imageName(QStringLiteral("prod/d:1"));
    QVERIFY(cache().recordUse(imageName(QStringLiteral("d:1")),
                              ImageCopy{QStringLiteral("registry.example.com"), there,
                                        pushed.manifest.digest(), QDateTime::currentDateTimeUtc()}));
    for (const QString &path : {QLatin1String("blobs/sha256/") + Digest::of("nobody's").hex(),
                                QLatin1String("partial/") + Digest::of("half").hex()}) {
        QFile file(cache().folder() + u'/' + path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(7000, 'x')), 7000);
    }
    m_fixture->window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Disk);
    reload(5);
    m_fixture->find<QTabWidget>(QStringLiteral("diskTabs"))->setCurrentIndex(1);
    QVERIFY(panel()->isVisible());
}

void TestCleaningPanel::cleanup()
{
    m_fixture.reset();
}

void TestCleaningPanel::tick(const char *name, bool on)
{
    m_fixture->find<QCheckBox>(QLatin1StringView(name))->setChecked(on);
}

/// For what is ticked now.
bool TestCleaningPanel::waitForPlan()
{
    QSignalSpy spy(panel(), &ui::CleaningPanel::planChanged);
    panel()->refresh();
    return spy.wait(patienceMs);
}

qint64 TestCleaningPanel::bytesThere() const
{
    qint64 sum = 0;
    QDirIterator all(cache().folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QFileInfo info = all.nextFileInfo();
        if (info.fileName() != QLatin1String("index.json") &&
            !info.filePath().contains(QLatin1String("/leases/")))
            sum += info.size();
    }
    return sum;
}

QStringList TestCleaningPanel::names() const
{
    QStringList list;
    const QList<CachedImage> images = *cache().images();
    for (const CachedImage &image : images)
        list.append(image.name.toString());
    return list;
}

void TestCleaningPanel::saysWhatIsFreed_data()
{
    QTest::addColumn<QStringList>("ticked");
    QTest::addColumn<int>("left");
    QTest::addColumn<qint64>("shared");
    const QString unreferenced = QStringLiteral("cleanUnreferenced");
    const QString unfinished = QStringLiteral("cleanUnfinished");
    const QString untagged = QStringLiteral("cleanUntagged");
    const QString pushed = QStringLiteral("cleanPushed");
    const QString unused = QStringLiteral("cleanUnused");
    QTest::newRow("unreferenced") << QStringList{unreferenced} << 5 << qint64(0);
    QTest::newRow("unfinished") << QStringList{unfinished} << 5 << qint64(0);
    QTest::newRow("untagged") << QStringList{untagged} << 4 << qint64(0);
    QTest::newRow("pushed") << QStringList{pushed} << 4 << qint64(60'000);
    QTest::newRow("untagged or pushed") << QStringList{untagged, pushed} << 3 << qint64(60'000);
    QTest::newRow("untagged and pushed")
        << QStringList{untagged, pushed, QStringLiteral("cleanMatchAll")} << 5 << qint64(0);
    QTest::newRow("all unused") << QStringList{unused} << 0 << qint64(0);
    QTest::newRow("everything") << QStringList{unreferenced, unfinished, unused} << 0 << qint64(0);
}

void TestCleaningPanel::saysWhatIsFreed()
{
    QFETCH(QStringList, ticked);
    QFETCH(int, left);
    QFETCH(qint64, shared);
    m_fixture->find<QSpinBox>(QStringLiteral("cleanDays"))->setValue(0);
    for (const QString &name : std::as_const(ticked))
        tick(qPrintable(name));
    tick("cleanToTrash", false);
    QVERIFY(waitForPlan());
    const CleanPlan plan = panel()->plan();
    QCOMPARE(plan.images.size(), 5 - left);
    QCOMPARE(plan.shared, shared);
    if (plan.images.isEmpty() && plan.files.isEmpty()) {
        QVERIFY(!m_fixture->press(QStringLiteral("cleanGo")));
        return;
    }
    const QString figures = textOf("cleanFigures");
    QVERIFY2(figures.contains(ui::formatBytes(plan.bytes())), qPrintable(figures));
    QVERIFY2(figures.contains(ui::formatBytes(plan.bytes() + shared)), qPrintable(figures));
    QCOMPARE(figures.contains(ui::formatBytes(shared)), shared > 0);
    const qint64 before = bytesThere();
    QVERIFY(m_fixture->press(QStringLiteral("cleanGo")));
    if (!plan.images.isEmpty())
        QVERIFY(m_fixture->press(QStringLiteral("cleanYes"))); // there is no way back, so it asks
    QVERIFY(QTest::qWaitFor([&] { return before - bytesThere() == plan.bytes(); }, patienceMs));
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), left, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), left, patienceMs);
}

void TestCleaningPanel::previewListsAll()
{
    tick("cleanPushed");
    tick("cleanUnreferenced");
    QVERIFY(cache().setPinned({imageName(QStringLiteral("b:1"))}, true));
    QVERIFY(waitForPlan());
    const QAbstractItemModel *model = m_fixture->find<QTreeView>(QStringLiteral("cleanPreview"))->model();
    const CleanPlan &plan = panel()->plan();
    QCOMPARE(model->rowCount(), 2);
    const QModelIndex images = model->index(0, 0);
    QCOMPARE(model->rowCount(images), 1);
    QCOMPARE(model->index(0, 0, images).data().toString(), QStringLiteral("d:1"));
    const QModelIndex files = model->index(1, 0);
    QCOMPARE(model->rowCount(files), int(plan.files.size()));
    QStringList shown;
    for (int row = 0; row < model->rowCount(files); ++row)
        shown.append(model->index(row, 0, files).data(Qt::ToolTipRole).toString());
    for (const CleanPlan::File &file : plan.files)
        QVERIFY2(shown.contains(file.path), qPrintable(file.path));
}

void TestCleaningPanel::toTheTrashAndBack()
{
    tick("cleanUntagged");
    tick("cleanUnreferenced");
    QVERIFY(waitForPlan());
    const QStringList before = names();
    QVERIFY(m_fixture->press(QStringLiteral("cleanGo"))); // and does not ask
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), before.size() - 1, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QAbstractButton>(QStringLiteral("undoDelete")), patienceMs);
    QCOMPARE(cache().usage()->rest().unreferenced.files, 0); // nobody misses that
    QCOMPARE(Trash(cache()).items()->size(), 1);
    QVERIFY(m_fixture->press(QStringLiteral("undoDelete")));
    QTRY_COMPARE_WITH_TIMEOUT(names(), before, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 5, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->find<QAbstractButton>(QStringLiteral("undoDelete")), patienceMs);
}

void TestCleaningPanel::pinnedAndUsedImagesStay()
{
    QVERIFY(cache().setPinned({imageName(QStringLiteral("a/web:1"))}, true));
    const QString registry = m_fixture->addRegistry(QStringLiteral("127.0.0.1:9"), ui::TlsChoice::PlainHttp);
    const PushFromCacheUsingManifest step{imageName(QStringLiteral("b:1")), {}};
    const QString job = m_fixture->workspace().jobs().add(
        {ui::JobKind::Push, QStringLiteral("b:1"), QStringLiteral("127.0.0.1:9/b:1"), registry, {}, {step}});
    m_fixture->workspace().jobs().pause(job);
    m_fixture->find<QSpinBox>(QStringLiteral("cleanDays"))->setValue(0);
    tick("cleanUnused");
    QVERIFY(waitForPlan());
    QCOMPARE(panel()->plan().images.size(), 3);
    QCOMPARE(panel()->plan().pinned, QList{imageName(QStringLiteral("a/web:1"))});
    QCOMPARE(panel()->plan().inUse, QList{imageName(QStringLiteral("b:1"))});
    const QString notes = textOf("cleanNotes");
    QVERIFY2(notes.contains(QLatin1String("pinned")) && notes.contains(QLatin1String("jobs")),
             qPrintable(notes));
    const QAbstractItemModel *model = m_fixture->find<QTreeView>(QStringLiteral("cleanPreview"))->model();
    QCOMPARE(model->rowCount(model->index(1, 0)), 2);
    QVERIFY(m_fixture->press(QStringLiteral("cleanGo")));
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList({QStringLiteral("a/web:1"), QStringLiteral("b:1")}),
                              patienceMs);
    // The key says so, too.
    m_fixture->find<QTabWidget>(QStringLiteral("diskTabs"))->setCurrentIndex(0);
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 2, patienceMs);
    table()->selectAll();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    const auto isTold = [this] {
        const auto *news = m_fixture->find<ui::MessageStrip>(QStringLiteral("deletionNews"));
        const QString text = news ? news->text() : QString();
        return text.contains(QLatin1String("pinned")) && text.contains(QLatin1String("jobs"));
    };
    QVERIFY(QTest::qWaitFor(isTold, patienceMs));
    QCOMPARE(names().size(), 2);
}

/// What has changed since one looked: an image more that would fit, and one that does not any more.
void TestCleaningPanel::onlyWhatWasShownGoes()
{
    tick("cleanUntagged");
    tick("cleanPushed");
    tick("cleanToTrash", false);
    QVERIFY(waitForPlan());
    QCOMPARE(panel()->plan().images.size(), 2);
    QVERIFY(m_fixture->press(QStringLiteral("cleanGo")));
    const SampleImage late = imageOfLayers(6, {{7, 5000}});
    QVERIFY(store(cache(), late, QLatin1String("e@") + late.manifest.digest().toString()));
    QVERIFY(cache().setPinned({imageName(QStringLiteral("d:1"))}, true));
    QVERIFY(m_fixture->press(QStringLiteral("cleanYes")));
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 5, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(names().filter(QStringLiteral("@")).size(), 1, patienceMs);
    QVERIFY(names().filter(QStringLiteral("@")).first().startsWith(QLatin1String("e@")));
    QVERIFY(names().contains(QStringLiteral("d:1")));
}

/// The image that was not used for the longest goes first, for good, and no more than are needed.
void TestCleaningPanel::freesAtLeast()
{
    tick("cleanFree");
    m_fixture->find<QDoubleSpinBox>(QStringLiteral("cleanGigabytes"))->setValue(1);
    QVERIFY(waitForPlan());
    QVERIFY(!m_fixture->find<QCheckBox>(QStringLiteral("cleanToTrash"))->isEnabled());
    QCOMPARE(panel()->plan().images.size(), 5);
    QVERIFY(panel()->plan().missing > 0);
    const QString notes = textOf("cleanNotes");
    QVERIFY2(notes.contains(ui::formatBytes(panel()->plan().missing)), qPrintable(notes));
    const CleanPlan plan = panel()->plan();
    const qint64 before = bytesThere();
    QVERIFY(m_fixture->press(QStringLiteral("cleanGo")));
    QCOMPARE(names().size(), 5);
    QVERIFY(m_fixture->press(QStringLiteral("cleanYes")));
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 0, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(before - bytesThere(), plan.bytes(), patienceMs);
    QCOMPARE(Trash(cache()).items()->size(), 0);
}

void TestCleaningPanel::deleteKey()
{
    m_fixture->find<QTabWidget>(QStringLiteral("diskTabs"))->setCurrentIndex(0);
    QAbstractItemModel *model = table()->model();
    table()->setCurrentIndex(
        model->match(model->index(0, 0), Qt::DisplayRole, QStringLiteral("b:1")).first());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(!names().contains(QStringLiteral("b:1")), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QAbstractButton>(QStringLiteral("undoDelete")), patienceMs);
    QTest::keySequence(table(), QKeySequence::Undo);
    QTRY_VERIFY_WITH_TIMEOUT(names().contains(QStringLiteral("b:1")), patienceMs);
}

void TestCleaningPanel::planModelKeepsItsContract()
{
    ui::PlanModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    CleanPlan plan;
    plan.files.append({QStringLiteral("partial/x"), 5, {}});
    model.setPlan(plan);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.group(0), ui::PlanModel::Files);
    plan.images = plan.pinned =
        plan.inUse = {imageName(QStringLiteral("a:1")), imageName(QStringLiteral("b:1"))};
    model.setPlan(plan);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowCount(model.index(1, 0)), 4);
    QVERIFY(model.index(3, 1, model.index(1, 0)).data() != model.index(0, 1, model.index(1, 0)).data());
    model.setPlan({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestCleaningPanel)
#include "tst_cleaningpanel.moc"
