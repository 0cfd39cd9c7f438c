#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>

#include <QtTest>

#include "tests/support/archivebuilder.h"
#include "tests/support/program.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/jobs/cachejobs.h"
#include "ui/jobs/jobtext.h"
#include "ui/views/exportdialog.h"
#include "ui/views/jobspage.h"
#include "ui/views/sidebar.h"

using namespace dip;
using namespace dip::test;
using ui::JobState;

namespace {

constexpr int patienceMs = 20'000;

const QString fixtures = QStringLiteral(TEST_DATA_DIR "/docker20-multi.tar");

QString transportOf(ExportFormat format)
{
    return format == ExportFormat::DockerArchive ? QStringLiteral("docker-archive:")
           : format == ExportFormat::OciArchive  ? QStringLiteral("oci-archive:")
                                                 : QStringLiteral("oci:");
}

void spoil(const QString &path)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadWrite) && file.write("spoilt") == 6, qPrintable(path));
}

} // namespace

/// Exporting and verifying as jobs of the window.
class TestCacheJobs final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void names();
    void exportIsReadByOthers_data();
    void exportIsReadByOthers();
    void exportOutlivesTheProgram();
    void exportThatFailsSaysSo();
    void soundCache();
    void damageIsToldAndRepaired();
    void repairsFromTheRegistry();
    void damageThatStays();
    void damageMetOnTheWayIsFetchedAgain();

private:
    [[nodiscard]] QList<CachedImage> images() const { return *m_fixture->workspace().cache()->images(); }
    [[nodiscard]] const ui::Job &job(const QString &id) const
    {
        return *m_fixture->workspace().jobs().find(id);
    }
    [[nodiscard]] bool waitFor(const QString &id, JobState state) const;
    [[nodiscard]] QTreeView *chooseAll() const;
    [[nodiscard]] QString textOf(const char *label) const;
    void import(const QString &archive, int count);
    void verifyByAction();
    void show(const QString &id) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestCacheJobs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<WindowFixture>();
}

void TestCacheJobs::cleanup()
{
    m_fixture.reset();
}

void TestCacheJobs::import(const QString &archive, int count)
{
    m_fixture->workspace().jobs().add(
        {ui::JobKind::Import, QStringLiteral("images"), {}, {}, {}, {ExtractAndCache{archive, {}, 2}}});
    QVERIFY(m_fixture->waitForImages(count));
    QVERIFY(m_fixture->waitForJobs({JobState::Done, JobState::DoneWithWarnings}));
}

bool TestCacheJobs::waitFor(const QString &id, JobState state) const
{
    return QTest::qWaitFor([&] { return job(id).state == state; }, patienceMs);
}

QTreeView *TestCacheJobs::chooseAll() const
{
    m_fixture->window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Cache);
    auto *table = m_fixture->find<QTreeView>(QStringLiteral("imageTable"));
    table->setFocus();
    table->selectAll();
    return table;
}

QString TestCacheJobs::textOf(const char *label) const
{
    const auto *widget = m_fixture->find<QLabel>(QLatin1String(label));
    return widget ? widget->text() : QString();
}

void TestCacheJobs::show(const QString &id) const
{
    m_fixture->window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Jobs);
    m_fixture->window().findChild<ui::JobsPage *>()->showJob(id);
}

void TestCacheJobs::names()
{
    const auto one = *ImageName::parse(QStringLiteral("platform/web:4.2.1"));
    QCOMPARE(ui::exportName({one}), QStringLiteral("platform_web_4.2.1"));
    const auto untagged = *ImageName::parse(QStringLiteral("a/b@sha256:") + QString(64, u'e'));
    QCOMPARE(ui::exportName({untagged}), QStringLiteral("a_b_eeeeeeeeeeee"));
    QVERIFY(ui::exportName({one, untagged}).startsWith(QStringLiteral("images-20")));
}

void TestCacheJobs::exportIsReadByOthers_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("docker archive") << ExportFormat::DockerArchive;
    QTest::newRow("oci archive") << ExportFormat::OciArchive;
    QTest::newRow("oci folder") << ExportFormat::OciLayout;
}

/// By the keys and the dialog, several images into one; skopeo finds each of them in it.
void TestCacheJobs::exportIsReadByOthers()
{
    QFETCH(ExportFormat, format);
    import(fixtures, 2);
    QTest::keyClick(chooseAll(), Qt::Key_E, Qt::ControlModifier);
    QPointer<QFileDialog> dialog =
        m_fixture->window().findChild<QFileDialog *>(QStringLiteral("exportDialog"));
    QVERIFY(dialog);
    QVERIFY(QFileInfo(dialog->selectedFiles().value(0)).fileName().startsWith(QStringLiteral("images-20")));
    const QString filter = dialog->nameFilters().value(int(format));
    dialog->selectNameFilter(filter);
    emit dialog->filterSelected(filter);
    const bool isFolder = format == ExportFormat::OciLayout;
    QCOMPARE(dialog->selectedFiles().value(0).endsWith(QStringLiteral(".tar")), !isFolder);
    const QString target = m_folder->filePath(isFolder ? QStringLiteral("out") : QStringLiteral("out.tar"));
    dialog->setDirectory(m_folder->path());
    dialog->selectFile(target);
    QMetaObject::invokeMethod(dialog, "accept");
    const ui::JobQueue &jobs = m_fixture->workspace().jobs();
    QVERIFY(QTest::qWaitFor([&] { return jobs.jobs().size() == 2; }, patienceMs));
    const QString id = jobs.jobs().last().id;
    QVERIFY2(QTest::qWaitFor([&] { return ui::isFinished(job(id).state); }, patienceMs),
             "the export did not end");
    QVERIFY2(!job(id).error, qPrintable(ui::jobSummary(job(id))));
    QCOMPARE(ui::jobTitle(job(id)), QStringLiteral("2 image(s)  →  ") + target);
    QVERIFY(job(id).moved > 0);
    QCOMPARE(job(id).moved, job(id).total);
    QCOMPARE(job(id).digests.size(), 2);
    const QList<CachedImage> all = images();
    for (const CachedImage &image : all) {
        const Outcome raw = skopeo({QStringLiteral("inspect"), QStringLiteral("--raw"),
                                    transportOf(format) + target + u':' + image.name.toString()});
        QVERIFY2(raw.exitCode == 0, raw.all());
        QCOMPARE(raw.json()[u"config"][u"digest"].toString(), image.configDigest->toString());
    }
}

void TestCacheJobs::exportOutlivesTheProgram()
{
    import(fixtures, 2);
    m_fixture->workspace().jobs().setJobsAtOnce(0);
    const QString target = m_folder->filePath(QStringLiteral("later.tar"));
    QList<ImageName> names;
    const QList<CachedImage> all = images();
    for (const CachedImage &image : all)
        names.append(image.name);
    const ExportFromCache step{names, target, ExportFormat::OciArchive, *Platform::parse(u"linux/arm64"),
                               true};
    const QString id = m_fixture->workspace().jobs().add(ui::exportRequest(step));
    const QString second = m_fixture->workspace().jobs().add(ui::verifyRequest({names.first()}, true));
    m_fixture->restart();
    QCOMPARE(m_fixture->workspace().jobs().counts().interrupted, 2);
    const auto kept = std::get<ExportFromCache>(job(id).request.steps.first());
    QCOMPARE(kept.images, step.images);
    QCOMPARE(kept.target, target);
    QCOMPARE(kept.format, step.format);
    QCOMPARE(kept.platform, step.platform);
    QVERIFY(kept.overwrite);
    QVERIFY(!QFileInfo::exists(target));
    show(id);
    QVERIFY(m_fixture->press(QStringLiteral("resumeInterrupted")));
    QVERIFY(waitFor(id, JobState::Done));
    QVERIFY(waitFor(second, JobState::Done));
    QVERIFY(QFileInfo(target).size() > 0);
}

void TestCacheJobs::exportThatFailsSaysSo()
{
    import(fixtures, 2);
    const QString there = m_folder->filePath(QStringLiteral("there.tar"));
    ArchiveBuilder::writeFile(there, "precious");
    const QString id = m_fixture->workspace().jobs().add(ui::exportRequest({{images().first().name}, there}));
    QVERIFY(waitFor(id, JobState::Failed));
    QCOMPARE(ui::jobSummary(job(id)), there + QStringLiteral(" is there already."));
    QCOMPARE(QFileInfo(there).size(), 8);
    const QString nowhere = m_fixture->workspace().jobs().add(ui::exportRequest(
        {{images().first().name}, m_folder->filePath(QStringLiteral("no/such/folder.tar"))}));
    QVERIFY(waitFor(nowhere, JobState::Failed));
    QVERIFY(ui::jobSummary(job(nowhere)).contains(QStringLiteral("no/such/folder.tar")));
}

/// By the button beside the details.
void TestCacheJobs::verifyByAction()
{
    (void)chooseAll();
    const QList<QAction *> actions = m_fixture->find<QTreeView>(QStringLiteral("imageTable"))->actions();
    const auto verify = std::ranges::find(actions, QStringLiteral("Verify 2 image(s)"), &QAction::text);
    QVERIFY(verify != actions.end());
    (*verify)->trigger();
}

void TestCacheJobs::soundCache()
{
    import(fixtures, 2);
    verifyByAction();
    const QString id = m_fixture->workspace().jobs().jobs().last().id;
    QVERIFY(waitFor(id, JobState::Done));
    QCOMPARE(ui::jobTitle(job(id)), QStringLiteral("Verify 2 image(s)"));
    QCOMPARE(ui::jobStatus(job(id)), QStringLiteral("All is sound"));
    QVERIFY(job(id).moved > 0);
    QVERIFY(!m_fixture->find<QWidget>(QStringLiteral("findings")));
}

void TestCacheJobs::damageIsToldAndRepaired()
{
    import(fixtures, 2);
    const CachedImage image = images().first();
    const Digest layer = image.blobs.last().digest;
    const QString path = m_fixture->workspace().cache()->blobPath(layer);
    spoil(path);
    verifyByAction();
    const QString id = m_fixture->workspace().jobs().jobs().last().id;
    QVERIFY(waitFor(id, JobState::Failed));
    QCOMPARE(ui::jobStatus(job(id)), QStringLiteral("Damage found"));
    const QString summary = ui::jobSummary(job(id));
    QVERIFY2(summary.startsWith(QStringLiteral("The cache is damaged in 1 place(s).")), qPrintable(summary));
    QCOMPARE(textOf("findingsTitle"), summary);
    QVERIFY(textOf("findingsList").contains(layer.hex()));
    QVERIFY(textOf("findingsList").contains(image.name.toString()));

    m_fixture->restart(); // what was found is still known
    show(id);
    QCOMPARE(textOf("findingsTitle"), summary);
    QVERIFY(m_fixture->press(QStringLiteral("repairButton")));
    const QString repair = m_fixture->workspace().jobs().jobs().last().id;
    QVERIFY(repair != id);
    QVERIFY(waitFor(repair, JobState::Done));
    QCOMPARE(ui::jobStatus(job(repair)), QStringLiteral("Repaired"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(Digest::of(file.readAll()), layer);
}

/// With the person's own profile for it, over plain HTTP.
void TestCacheJobs::repairsFromTheRegistry()
{
    const TestRegistry registry;
    registry.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"), QStringLiteral("far/away:3"));
    const QString profile = m_fixture->addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
    m_fixture->workspace().jobs().add(
        {ui::JobKind::Pull,
         QStringLiteral("far/away:3"),
         {},
         profile,
         {},
         {PullAndCache{*ImageName::parse(QStringLiteral("far/away:3")), {}, {}}}});
    QVERIFY(m_fixture->waitForImages(1));
    const QString path = m_fixture->workspace().cache()->blobPath(images().first().blobs.last().digest);
    QVERIFY(QFile::remove(path));
    const QString id = m_fixture->workspace().jobs().add(ui::verifyRequest({}, true));
    QVERIFY2(waitFor(id, JobState::Done), qPrintable(ui::jobSummary(job(id))));
    QCOMPARE(ui::jobTitle(job(id)), QStringLiteral("Repair the whole cache"));
    QVERIFY(QFileInfo::exists(path));
}

void TestCacheJobs::damageThatStays()
{
    const QString archive = m_folder->filePath(QStringLiteral("gone.tar"));
    QVERIFY(QFile::copy(fixtures, archive));
    import(archive, 2);
    QVERIFY(QFile::remove(archive));
    spoil(m_fixture->workspace().cache()->blobPath(images().first().blobs.last().digest));
    const QString id = m_fixture->workspace().jobs().add(ui::verifyRequest({}, true));
    QVERIFY(waitFor(id, JobState::Failed));
    show(id);
    QVERIFY2(textOf("findingsList").contains(QStringLiteral("removed, but not to be had again:")),
             qPrintable(textOf("findingsList")));
}

/// An export meets a damaged layer; its row offers to fetch it from where it came, and to verify everything.
void TestCacheJobs::damageMetOnTheWayIsFetchedAgain()
{
    import(fixtures, 2);
    const CachedImage image = images().first();
    const QString path = m_fixture->workspace().cache()->blobPath(image.blobs.last().digest);
    spoil(path);
    const QString target = m_folder->filePath(QStringLiteral("out.tar"));
    const QString id = m_fixture->workspace().jobs().add(ui::exportRequest({{image.name}, target}));
    QVERIFY(waitFor(id, JobState::Failed));
    QVERIFY(!QFileInfo::exists(target));
    show(id);
    QVERIFY(m_fixture->find<QAbstractButton>(QStringLiteral("step-verify-all")));
    QVERIFY(m_fixture->press(QStringLiteral("step-fetch-again")));
    const QString repair = m_fixture->workspace().jobs().jobs().last().id;
    QVERIFY(waitFor(repair, JobState::Done));
    QCOMPARE(ui::jobStatus(job(repair)), QStringLiteral("Repaired"));
    m_fixture->workspace().jobs().retry(id);
    QVERIFY(waitFor(id, JobState::Done));
    QVERIFY(QFileInfo(target).size() > 0);
}

QTEST_MAIN(TestCacheJobs)
#include "tst_cachejobs.moc"
