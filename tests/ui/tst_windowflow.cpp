#include "tests/support/archivebuilder.h"
#include "tests/support/program.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/views/sidebar.h"
#include "ui/widgets/sheet.h"

#include <QPushButton>
#include <QSplitter>
#include <QTreeView>

#include <QtTest>

using namespace dip;
using namespace dip::test;
using ui::JobState;

namespace {

const QString user = QStringLiteral("robot$delivery");
const QString password = QStringLiteral("correct horse");

QString data(const char *file)
{
    return QStringLiteral(TEST_DATA_DIR "/") + QLatin1String(file);
}

/// The digest of a manifest as skopeo sees it in a registry; empty where it is not there.
QString digestIn(const TestRegistry &registry, const QString &name, bool signIn = false)
{
    QStringList arguments{QStringLiteral("inspect"), QStringLiteral("--no-tags"),
                          QStringLiteral("--tls-verify=false"), QStringLiteral("--format"),
                          QStringLiteral("{{.Digest}}")};
    if (signIn)
        arguments += {QStringLiteral("--creds"), user + u':' + password};
    arguments += QStringLiteral("docker://%1/%2").arg(registry.host(), name);
    return QString::fromUtf8(skopeo(arguments).out).trimmed();
}

/// One image of one layer of random bytes.
QString bigArchive(const QTemporaryDir &folder, qsizetype bytes)
{
    ArchiveBuilder builder;
    builder.addImage(
        {.names = {QStringLiteral("site/big:1.0")}, .layers = {ArchiveBuilder::bigLayer(bytes, 11)}});
    const QString path = folder.filePath(QStringLiteral("big.tar"));
    builder.writeDockerSave(path);
    return path;
}

} // namespace

/// Drives the real window as a person does, against a real docker-registry; skopeo says whether what arrived
/// is right.
class TestWindowFlow final : public QObject
{
    Q_OBJECT

private slots:
    void droppedArchivesReachTheRegistry();
    void aWrongPasswordIsAskedForInTheRow();
    void anUntrustedCertificateIsLookedAtAndTrusted();
    void pausedThenResumed();
    void theFocusDoesNotFallOnTheNextButton();
    void aPausedOneKeepsItsAmounts();
    void cancelledInTheMiddle();
    void aHalfDoneQueueIsOfferedAgain();
    void pulledBack();
    void refusesWhatIsNoArchive();
    void sectionsByKeys();
    void aSheetFitsIntoALowWindow();

private:
    static bool import(WindowFixture &fixture, const QStringList &archives, int images);
    static bool push(WindowFixture &fixture);
    static void limit(WindowFixture &fixture, qint64 bytesPerSecond);
    static bool pushSlowly(WindowFixture &fixture, const TestRegistry &registry);
    static QTreeView *showJobs(WindowFixture &fixture);
};

bool TestWindowFlow::import(WindowFixture &fixture, const QStringList &archives, int images)
{
    fixture.drop(archives);
    return QTest::qWaitFor([&] { return fixture.press(QStringLiteral("importButton")); }, 20'000) &&
           fixture.waitForJobs({JobState::Done, JobState::DoneWithWarnings}) && fixture.waitForImages(images);
}

/// All images of the cache, to the registry that the form offers.
bool TestWindowFlow::push(WindowFixture &fixture)
{
    fixture.window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Cache);
    auto *table = fixture.find<QTreeView>(QStringLiteral("imageTable"));
    if (!table)
        return false;
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_P, Qt::ControlModifier);
    return QTest::qWaitFor([&] { return fixture.press(QStringLiteral("pushButton")); }, 20'000);
}

void TestWindowFlow::limit(WindowFixture &fixture, qint64 bytesPerSecond)
{
    ui::AppSettings settings = fixture.workspace().settings();
    settings.rateLimit = bytesPerSecond;
    fixture.workspace().change(settings);
}

/// One image of 4 MB, so slowly that it is on its way for ten seconds; returns when some of it has been sent.
bool TestWindowFlow::pushSlowly(WindowFixture &fixture, const TestRegistry &registry)
{
    const QTemporaryDir folder;
    fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
    if (!import(fixture, {bigArchive(folder, 4'000'000)}, 1))
        return false;
    limit(fixture, 400'000);
    const ui::JobQueue &jobs = fixture.workspace().jobs();
    return push(fixture) &&
           QTest::qWaitFor([&] { return jobs.counts().running == 1 && jobs.jobs().last().moved > 0; },
                           20'000);
}

QTreeView *TestWindowFlow::showJobs(WindowFixture &fixture)
{
    fixture.window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Jobs);
    auto *tree = fixture.find<QTreeView>(QStringLiteral("jobTree"));
    if (tree) {
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(0, 0));
    }
    return tree;
}

void TestWindowFlow::droppedArchivesReachTheRegistry()
{
    const TestRegistry registry;
    WindowFixture fixture;
    fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
    QVERIFY(import(fixture, {data("docker20-multi.tar")}, 2));
    QVERIFY(push(fixture));
    QVERIFY(fixture.waitForJobs({JobState::Done, JobState::DoneWithWarnings}, 3));
    const auto images = fixture.workspace().cache()->images();
    for (const CachedImage &image : *images) {
        QVERIFY(image.manifestDigest.has_value());
        QCOMPARE(digestIn(registry, image.name.toString()), image.manifestDigest->toString());
        QCOMPARE(image.copies.size(), 1);
    }
}

void TestWindowFlow::aWrongPasswordIsAskedForInTheRow()
{
    const TestRegistry registry({.username = user, .password = password});
    WindowFixture fixture;
    fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp, user, QStringLiteral("wrong"));
    QVERIFY(import(fixture, {data("docker26-single.tar")}, 1));
    QVERIFY(push(fixture));
    QVERIFY(QTest::qWaitFor([&] { return fixture.workspace().jobs().counts().needsYou == 1; }, 20'000));
    QVERIFY(showJobs(fixture));
    QVERIFY(fixture.type(QStringLiteral("signInPassword"), password));
    QVERIFY(fixture.press(QStringLiteral("signInButton")));
    QCOMPARE(fixture.window().focusWidget(), fixture.find<QTreeView>(QStringLiteral("jobTree")));
    QVERIFY(fixture.waitForJobs({JobState::Done, JobState::DoneWithWarnings}, 2));
    const auto images = fixture.workspace().cache()->images();
    QCOMPARE(digestIn(registry, images->first().name.toString(), true),
             images->first().manifestDigest->toString());
}

void TestWindowFlow::anUntrustedCertificateIsLookedAtAndTrusted()
{
    const TestRegistry registry({.tls = true});
    WindowFixture fixture;
    fixture.addRegistry(registry.host(), ui::TlsChoice::Verify);
    QVERIFY(import(fixture, {data("docker26-single.tar")}, 1));
    QVERIFY(push(fixture));
    QVERIFY(QTest::qWaitFor([&] { return fixture.workspace().jobs().counts().needsYou == 1; }, 20'000));
    QVERIFY(showJobs(fixture));
    QVERIFY(fixture.press(QStringLiteral("step-trust")));
    QVERIFY(QTest::qWaitFor([&] { return fixture.press(QStringLiteral("trustButton")); }, 20'000));
    QVERIFY(fixture.waitForJobs({JobState::Done, JobState::DoneWithWarnings}, 2));
    const auto images = fixture.workspace().cache()->images();
    QCOMPARE(digestIn(registry, images->first().name.toString()), images->first().manifestDigest->toString());
}

void TestWindowFlow::pausedThenResumed()
{
    const TestRegistry registry;
    WindowFixture fixture;
    QVERIFY(pushSlowly(fixture, registry));
    const ui::JobQueue &jobs = fixture.workspace().jobs();
    QTreeView *tree = showJobs(fixture);
    QVERIFY(tree);
    QTest::keyClick(tree, Qt::Key_Space);
    QVERIFY(QTest::qWaitFor([&] { return jobs.counts().paused == 1; }, 5'000));
    const QList<ui::JobLine> lines = jobs.jobs().last().lines;
    QVERIFY(std::ranges::any_of(lines, &ui::JobLine::stopped));
    for (const ui::JobLine &line : lines) // pausing is no failure
        QVERIFY2(line.phase != Phase::Failed || line.stopped, qPrintable(line.label));
    limit(fixture, 0);
    QVERIFY(showJobs(fixture));
    QTest::keyClick(tree, Qt::Key_Space);
    QVERIFY(fixture.waitForJobs({JobState::Done, JobState::DoneWithWarnings}, 2));
    QVERIFY(!digestIn(registry, QStringLiteral("site/big:1.0")).isEmpty());
}

void TestWindowFlow::theFocusDoesNotFallOnTheNextButton()
{
    const TestRegistry registry;
    WindowFixture fixture;
    QVERIFY(pushSlowly(fixture, registry));
    const QTreeView *tree = showJobs(fixture);
    auto *button = fixture.find<QPushButton>(QStringLiteral("pauseAll"));
    QVERIFY(tree && button);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return fixture.workspace().jobs().counts().paused == 1; }, 5'000));
    QCOMPARE(fixture.window().focusWidget(), button);
    limit(fixture, 0);
    QTest::keyClick(button, Qt::Key_Return);
    QVERIFY(fixture.waitForJobs({JobState::Done, JobState::DoneWithWarnings}, 2));
    QVERIFY(!button->isVisible());
    QCOMPARE(fixture.window().focusWidget(), tree);
}

void TestWindowFlow::aPausedOneKeepsItsAmounts()
{
    const TestRegistry registry;
    WindowFixture fixture;
    QVERIFY(pushSlowly(fixture, registry));
    fixture.workspace().jobs().pauseAll();
    QVERIFY(QTest::qWaitFor([&] { return fixture.workspace().jobs().counts().paused == 1; }, 5'000));
    const ui::Job before = fixture.workspace().jobs().jobs().last();
    QCOMPARE_LT(before.moved, before.total);
    fixture.restart();
    const ui::Job after = fixture.workspace().jobs().jobs().last();
    QCOMPARE(after.state, JobState::Paused);
    QCOMPARE(after.moved, before.moved);
    QCOMPARE(after.total, before.total);
}

void TestWindowFlow::cancelledInTheMiddle()
{
    const TestRegistry registry;
    WindowFixture fixture;
    QVERIFY(pushSlowly(fixture, registry));
    ui::JobQueue &jobs = fixture.workspace().jobs();
    jobs.cancel(jobs.jobs().last().id);
    QVERIFY(QTest::qWaitFor([&] { return jobs.jobs().last().state == JobState::Cancelled; }, 5'000));
    QVERIFY(digestIn(registry, QStringLiteral("site/big:1.0")).isEmpty());
    QVERIFY(fixture.workspace().cache()->images()->size() == 1);
}

void TestWindowFlow::aHalfDoneQueueIsOfferedAgain()
{
    const TestRegistry registry;
    WindowFixture fixture;
    QVERIFY(pushSlowly(fixture, registry));
    fixture.restart();
    QCOMPARE(fixture.workspace().jobs().counts().interrupted, 1);
    fixture.restart(); // nobody has answered
    QCOMPARE(fixture.workspace().jobs().counts().interrupted, 1);
    limit(fixture, 0);
    QVERIFY(showJobs(fixture));
    QVERIFY(fixture.press(QStringLiteral("resumeInterrupted")));
    QVERIFY(fixture.waitForJobs({JobState::Done, JobState::DoneWithWarnings}, 2));
    QVERIFY(!digestIn(registry, QStringLiteral("site/big:1.0")).isEmpty());
}

void TestWindowFlow::pulledBack()
{
    const TestRegistry registry;
    registry.pushArchive(data("docker26-single.tar"), QStringLiteral("far/away:3"));
    WindowFixture fixture;
    fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
    QTest::keyClick(&fixture.window(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(fixture.type(QStringLiteral("pullRepository"), QStringLiteral("far/away")));
    QVERIFY(fixture.type(QStringLiteral("pullTag"), QStringLiteral("3")));
    QVERIFY(QTest::qWaitFor([&] { return fixture.press(QStringLiteral("pullButton")); }, 20'000));
    QVERIFY(fixture.waitForJobs({JobState::Done, JobState::DoneWithWarnings}));
    QVERIFY(fixture.waitForImages(1));
    const auto images = fixture.workspace().cache()->images();
    QCOMPARE(images->first().manifestDigest->toString(), digestIn(registry, QStringLiteral("far/away:3")));
}

void TestWindowFlow::refusesWhatIsNoArchive()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("notes.tar")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("these are no layers") > 0);
    file.close();
    WindowFixture fixture;
    fixture.drop({file.fileName()});
    QTest::qWait(300);
    QVERIFY(!fixture.press(QStringLiteral("importButton")));
    QVERIFY(fixture.workspace().jobs().jobs().isEmpty());
}

void TestWindowFlow::sectionsByKeys()
{
    WindowFixture fixture;
    auto *sidebar = fixture.window().findChild<ui::Sidebar *>();
    for (int section = 0; section < ui::Sidebar::SectionCount; ++section) {
        QTest::keyClick(&fixture.window(), Qt::Key(Qt::Key_1 + section), Qt::ControlModifier);
        QCOMPARE(sidebar->currentRow(), section);
    }
}

/// The screen of a laptop at 200 %.
void TestWindowFlow::aSheetFitsIntoALowWindow()
{
    WindowFixture fixture;
    QVERIFY(fixture.press(QStringLiteral("firstStepsSkip")));
    QVERIFY(import(fixture, {data("docker26-single.tar")}, 1));
    QWidget &window = fixture.window();
    window.resize(960, 500);
    QCOMPARE(window.height(), 500);
    fixture.window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Cache);
    for (const auto key : {Qt::Key_P, Qt::Key_D}) { // push form, pull form
        QTest::keyClick(&window, key, Qt::ControlModifier);
        QTest::qWait(50);
        ui::Sheet *sheet = nullptr;
        for (auto *candidate : window.findChildren<ui::Sheet *>()) {
            if (candidate->isVisible())
                sheet = candidate;
        }
        QVERIFY(sheet && sheet->isAncestorOf(window.focusWidget()));
        const QWidget *sheets = sheet->parentWidget();
        const auto *splitter = qobject_cast<const QSplitter *>(sheets->parentWidget());
        QVERIFY(splitter);
        QCOMPARE_GT(sheets->y(), splitter->widget(0)->geometry().bottom());
        QCOMPARE_GE(sheet->height(), sheet->minimumSizeHint().height());
        QCOMPARE_LE(sheets->geometry().bottom(), splitter->height());
    }
}

QTEST_MAIN(TestWindowFlow)
#include "tst_windowflow.moc"
