// Grabs every view of the real window, filled by real work against a real registry, in both languages and
// both themes. Usage: screenshots FOLDER SUFFIX [-reverse]; the scale is that of QT_SCALE_FACTOR.

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLoggingCategory>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

#include "core/cache/trash.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/scriptedregistry.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/disk/treemap.h"
#include "ui/jobs/cachejobs.h"
#include "ui/log/logstore.h"
#include "ui/look/theme.h"
#include "ui/models/jobmodel.h"
#include "ui/settings/language.h"
#include "ui/views/jobspage.h"
#include "ui/widgets/sheet.h"

using namespace dip;
using namespace dip::test;

namespace {

struct Picture
{
    QString folder;
    QString suffix;
    ui::Language language;

    void grab(QWidget &window, const QString &name) const
    {
        QTest::qWait(250);
        const QString file = QStringLiteral("%1/%2-%3.png").arg(folder, name, suffix);
        if (!window.grab().save(file))
            qFatal("%s cannot be written", qPrintable(file));
    }
};

const QStringList names{
    QStringLiteral("platform/gateway:4.2.0"),
    QStringLiteral("platform/identity:4.2.0"),
    QStringLiteral("platform/web:4.2.1"),
    QStringLiteral("data/postgres:16.4"),
    QStringLiteral("data/redis:7.4"),
    QStringLiteral("data/minio:2026-01"),
    QStringLiteral("ml/inference:0.9.3"),
    QStringLiteral("ml/model-server:0.9.3"),
    QStringLiteral("monitoring/prometheus:3.0"),
    QStringLiteral("monitoring/grafana:11.3"),
    QStringLiteral("edge/collector:1.8"),
    QStringLiteral("edge/updater:1.8"),
    QStringLiteral("library/alpine:3.21"),
};

/// Earlier deliveries of the same, which share most of their layers with them.
const QStringList older{
    QStringLiteral("platform/web:4.2.0"), QStringLiteral("platform/web:4.1.7"),
    QStringLiteral("ml/inference:0.9.2"), QStringLiteral("ml/inference:0.9.1"),
    QStringLiteral("data/postgres:16.3"), QStringLiteral("platform/gateway:4.1.9"),
};
const qsizetype imageCount = names.size() + older.size();

/// An archive of single images, and one with two platforms.
QStringList makeArchives(const QString &folder)
{
    ArchiveBuilder images;
    const QByteArray base = ArchiveBuilder::bigLayer(900'000, 7);
    for (qsizetype i = 0; i < names.size() - 1; ++i) {
        images.addImage(
            {.names = {names[i]},
             .layers = {base, ArchiveBuilder::bigLayer(200'000 + 350'000 * (i % 5), quint32(20 + i)),
                        ArchiveBuilder::layer("app.txt", names[i].toUtf8())},
             .architecture = i % 4 == 3 ? QStringLiteral("arm64") : QStringLiteral("amd64")});
    }
    for (qsizetype i = 0; i < older.size(); ++i) {
        const auto next = std::ranges::find_if(
            names, [&](const QString &name) { return name.startsWith(older[i].section(u':', 0, 0)); });
        const auto seed = next - names.begin();
        images.addImage(
            {.names = {older[i]},
             .layers = {base, ArchiveBuilder::bigLayer(200'000 + 350'000 * (seed % 5), quint32(20 + seed)),
                        ArchiveBuilder::bigLayer(150'000 + 90'000 * i, quint32(60 + i))}});
    }
    ArchiveBuilder index;
    index.addIndex({.names = {names.last()},
                    .platforms = {{.layers = {ArchiveBuilder::bigLayer(400'000, 3)}},
                                  {.layers = {ArchiveBuilder::bigLayer(420'000, 4)},
                                   .architecture = QStringLiteral("arm64")}}});
    const QStringList paths{folder + QStringLiteral("/site-delivery-2026-01.tar"),
                            folder + QStringLiteral("/alpine-multi.tar")};
    images.writeDockerSave(paths[0]);
    index.writeOci(paths[1]);
    return paths;
}

QString push(WindowFixture &fixture, const QString &profile, const QString &host, const QString &image)
{
    PushFromCacheUsingManifest step{*ImageName::parse(image), {}};
    step.target.prefix = QStringLiteral("prod");
    step.target.maxConcurrent = 3;
    return fixture.workspace().jobs().add(
        {ui::JobKind::Push, image, host + QStringLiteral("/prod/") + image, profile, {}, {step}});
}

void waitFor(WindowFixture &fixture, const QString &job, ui::JobState state)
{
    if (!QTest::qWaitFor([&] { return fixture.workspace().jobs().find(job)->state == state; }, 20'000))
        qWarning("a job did not come to the state wanted, but to %d",
                 int(fixture.workspace().jobs().find(job)->state));
}

/// Jobs at a registry that refuses large bodies, has no room and asks for patience: one in each trouble.
void makeTroubles(WindowFixture &fixture, ScriptedRegistry &registry)
{
    const auto refuse = [&registry](const QString &repository, const QByteArray &method,
                                    const Answer &answer) {
        registry.add({.method = method,
                      .path = repository + QStringLiteral("/blobs/uploads/"),
                      .fault = Fault::reply(answer),
                      .times = -1});
    };
    refuse(QStringLiteral("platform/gateway"), "PUT",
           {413, {{"Content-Type", "text/html"}}, "<html></html>"});
    refuse(QStringLiteral("data/postgres"), "POST", errorAnswer(403, "DENIED", "requested access is denied"));
    refuse(QStringLiteral("ml/inference"), "POST", errorAnswer(507, "UNKNOWN", "insufficient storage"));
    refuse(QStringLiteral("data/minio"), "POST",
           errorAnswer(503, "UNAVAILABLE", "in maintenance").with("Retry-After", "180"));
    const QString id = fixture.addRegistry(registry.hostAndPort(), ui::TlsChoice::PlainHttp,
                                           QStringLiteral("robot"), QStringLiteral("secret"));
    fixture.workspace().registries().tune(id, 1, 0);
    for (const int image : {0, 3, 6})
        waitFor(fixture, push(fixture, id, registry.hostAndPort(), names[image]), ui::JobState::Failed);
}

/// A job there that waits for three minutes, besides what runs.
void makePause(WindowFixture &fixture, const ScriptedRegistry &registry)
{
    for (const ui::RegistryProfile &profile : fixture.workspace().registries().profiles()) {
        if (profile.address == registry.hostAndPort())
            fixture.workspace().jobs().start(push(fixture, profile.id, registry.hostAndPort(), names[5]));
    }
    QTest::qWait(1500);
}

/// Every job that is in trouble, chosen, with what its panel says.
void grabTroubles(WindowFixture &fixture, const Picture &picture, const QString &kind)
{
    auto *tree = fixture.find<QTreeView>(QStringLiteral("jobTree"));
    QStringList seen;
    for (int row = 0; row < tree->model()->rowCount(); ++row) {
        tree->setCurrentIndex(tree->model()->index(row, 0));
        const auto *title = fixture.find<QLabel>(QStringLiteral("attentionTitle"));
        if (!title || seen.contains(title->text()))
            continue;
        seen.append(title->text());
        picture.grab(fixture.window(), QStringLiteral("trouble%1-").arg(seen.size()) + kind);
    }
}

/// One job in each state, all by real work.
void makeJobs(WindowFixture &fixture, const TestRegistry &open, const TestRegistry &closed)
{
    ui::JobQueue &jobs = fixture.workspace().jobs();
    ui::AppSettings settings = fixture.workspace().settings();
    settings.jobsAtOnce = 1;
    const QString harbor = fixture.addRegistry(open.host(), ui::TlsChoice::PlainHttp);
    auto profile = *fixture.workspace().registries().find(harbor);
    profile.name = QStringLiteral("Site registry");
    profile.project = QStringLiteral("prod");
    profile.username = QStringLiteral("robot$prod+delivery");
    profile.pushAtOnce = true;
    fixture.workspace().registries().save(profile);
    fixture.workspace().registries().noteCheck(harbor, QStringLiteral("Harbor"), true);
    const QString locked = fixture.addRegistry(closed.host(), ui::TlsChoice::PlainHttp,
                                               QStringLiteral("robot$delivery"), QStringLiteral("wrong"));
    const QString absent = fixture.addRegistry(QStringLiteral("127.0.0.1:9"), ui::TlsChoice::Verify);

    waitFor(fixture, push(fixture, harbor, open.host(), names[0]), ui::JobState::Done);
    waitFor(fixture, push(fixture, absent, QStringLiteral("127.0.0.1:9"), names[3]), ui::JobState::Failed);
    waitFor(fixture, push(fixture, locked, closed.host(), names[4]), ui::JobState::NeedsYou);
    settings.rateLimit = 60'000;
    fixture.workspace().change(settings);
    const QString cancelled = push(fixture, harbor, open.host(), names[5]);
    waitFor(fixture, cancelled, ui::JobState::Running);
    jobs.cancel(cancelled);
    waitFor(fixture, cancelled, ui::JobState::Cancelled);
    const QString running = push(fixture, harbor, open.host(), names[2]);
    const QString second = push(fixture, harbor, open.host(), names[8]);
    jobs.start(second);
    const QString paused = push(fixture, harbor, open.host(), names[6]);
    jobs.pause(paused);
    push(fixture, harbor, open.host(), names[7]);
    waitFor(fixture, running, ui::JobState::Running);
    QTest::qWait(3500);
}

/// What transfers that ended early leave, a pinned image, and one in the trash.
void makeLeftovers(WindowFixture &fixture)
{
    Cache &cache = *fixture.workspace().cache();
    const auto write = [&cache](const QString &path, qsizetype size) {
        QFile file(cache.folder() + u'/' + path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(size, 'x')) != size)
            qFatal("%s cannot be written", qPrintable(file.fileName()));
    };
    write(QLatin1String("blobs/sha256/") + Digest::of("nobody's").hex(), 1'400'000);
    write(QLatin1String("partial/") + Digest::of("half").hex(), 620'000);
    if (!cache.setPinned({*ImageName::parse(names[1])}, true) ||
        !Trash(cache).move({.images = {*ImageName::parse(older.last())}}))
        qFatal("the cache cannot be changed");
    fixture.workspace().images().reload();
    if (!fixture.waitForImages(int(imageCount) - 1))
        qFatal("the image is not in the trash");
}

/// An export, a verification that finds all well and one that finds damage.
void makeCacheJobs(WindowFixture &fixture, const QString &folder)
{
    ui::JobQueue &jobs = fixture.workspace().jobs();
    const QList<ImageName> images{*ImageName::parse(names[1]), *ImageName::parse(names[9])};
    const QString exported = jobs.add(
        ui::exportRequest({images, folder + QStringLiteral("/site-delivery.tar"), ExportFormat::OciArchive}));
    waitFor(fixture, exported, ui::JobState::Done);
    const QString sound = jobs.add(ui::verifyRequest({images.first()}));
    waitFor(fixture, sound, ui::JobState::Done);
    const auto image = fixture.workspace().cache()->find(*ImageName::parse(names[10]));
    QFile blob(fixture.workspace().cache()->blobPath(image->blobs.last().digest));
    const QByteArray bytes = blob.open(QIODevice::ReadWrite) ? blob.read(1) : QByteArray();
    if (!blob.seek(0) || blob.write("?") != 1 || !blob.flush())
        qFatal("a blob cannot be spoilt");
    const QString damaged = jobs.add(ui::verifyRequest({}));
    waitFor(fixture, damaged, ui::JobState::Failed);
    if (!blob.seek(0) || blob.write(bytes) != 1)
        qFatal("a blob cannot be mended");
    if (!fixture.workspace().cache()->setPinned({*ImageName::parse(names[12]), *ImageName::parse(names[3])},
                                                true))
        qFatal("images cannot be pinned");
}

void chooseSection(WindowFixture &fixture, int section)
{
    fixture.window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Section(section));
}

/// What a registry holds, and one whose certificate nobody here knows.
void grabRegistries(WindowFixture &fixture, const Picture &picture, const QString &kind)
{
    QWidget &window = fixture.window();
    auto *list = fixture.find<QListView>(QStringLiteral("registryList"));
    auto *tabs = fixture.find<QTabWidget>(QStringLiteral("registryTabs"));
    const auto choose = [list](int row) {
        list->setCurrentIndex(list->model()->index(row, 0));
    };
    choose(1);
    tabs->setCurrentIndex(0);
    picture.grab(window, QStringLiteral("account-") + kind);
    tabs->setCurrentIndex(1);
    QTest::qWait(600);
    auto *tree = fixture.find<QTreeView>(QStringLiteral("registryTree"));
    tree->expandAll();
    QTest::qWait(1000);
    picture.grab(window, QStringLiteral("browse-") + kind);
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
    if (!fixture.press(QStringLiteral("registryDeleteButton")))
        qFatal("no tag can be deleted");
    QTest::qWait(600);
    picture.grab(window, QStringLiteral("deletetags-") + kind);
    if (!fixture.press(QStringLiteral("tagDeletionNo")) ||
        !fixture.press(QStringLiteral("registryCopyToButton")))
        qFatal("no tag can be copied");
    picture.grab(window, QStringLiteral("copytags-") + kind);
    QTest::keyClick(fixture.find<QTreeView>(QStringLiteral("pushTable")), Qt::Key_Escape);
    tabs->setCurrentIndex(0);
    choose(list->model()->rowCount() - 1);
    if (!fixture.press(QStringLiteral("registryTest")))
        qFatal("the connection cannot be tested");
    QTest::qWait(1000);
    picture.grab(window, QStringLiteral("untrusted-") + kind);
    if (!fixture.press(QStringLiteral("registryViewCertificate")))
        qFatal("there is no certificate to look at");
    QTest::qWait(500);
    picture.grab(window, QStringLiteral("certificate-") + kind);
    choose(0);
}

/// What takes the disk's space: all of it, one repository, and a cleaning before it is carried out.
void grabDisk(WindowFixture &fixture, const Picture &picture, const QString &kind)
{
    QWidget &window = fixture.window();
    chooseSection(fixture, ui::Sidebar::Disk);
    const auto isRead = [&fixture] {
        const auto *table = fixture.find<QTreeView>(QStringLiteral("diskTable"));
        return table && table->model()->rowCount() == imageCount - 1;
    };
    if (!QTest::qWaitFor(isRead, 10'000))
        qFatal("the disk's use was not read");
    auto *treemap = fixture.find<ui::Treemap>(QStringLiteral("diskPicture"));
    auto *tabs = fixture.find<QTabWidget>(QStringLiteral("diskTabs"));
    const auto click = [treemap](ui::DiskTree::Kind wanted, bool twice) {
        for (int node = 1; node < treemap->tree().nodes().size(); ++node) {
            if (treemap->tree()[node].kind != wanted)
                continue;
            const QPoint middle = treemap->boxes().rect(node).center().toPoint();
            QTest::mouseClick(treemap, Qt::LeftButton, {}, middle);
            if (twice)
                QTest::mouseDClick(treemap, Qt::LeftButton, {}, middle);
            return;
        }
    };
    click(ui::DiskTree::Kind::Image, false);
    picture.grab(window, QStringLiteral("disk-") + kind);
    click(ui::DiskTree::Kind::Image, true);
    picture.grab(window, QStringLiteral("diskzoom-") + kind);
    QTest::keyClick(treemap, Qt::Key_Backspace);
    tabs->setCurrentIndex(1);
    for (const char *name : {"cleanPushed", "cleanUnreferenced", "cleanChosen"})
        fixture.find<QCheckBox>(QLatin1StringView(name))->setChecked(true);
    QTest::qWait(500);
    picture.grab(window, QStringLiteral("clean-") + kind);
    fixture.find<QCheckBox>(QStringLiteral("cleanToTrash"))->setChecked(false);
    if (!fixture.press(QStringLiteral("cleanGo")))
        qFatal("nothing can be cleaned");
    picture.grab(window, QStringLiteral("cleanask-") + kind);
    fixture.find<QCheckBox>(QStringLiteral("cleanToTrash"))->setChecked(true);
    fixture.find<QCheckBox>(QStringLiteral("cleanUnreferenced"))->setChecked(false);
    QTest::qWait(500);
    if (!fixture.press(QStringLiteral("cleanGo")) ||
        !QTest::qWaitFor([&fixture] { return fixture.find<QPushButton>(QStringLiteral("undoDelete")); },
                         10'000))
        qFatal("nothing was cleaned");
    picture.grab(window, QStringLiteral("cleaned-") + kind);
    if (!fixture.press(QStringLiteral("undoDelete")) || !fixture.waitForImages(int(imageCount) - 1))
        qFatal("the cleaning was not undone");
    for (const char *name : {"cleanPushed", "cleanUnreferenced", "cleanChosen"})
        fixture.find<QCheckBox>(QLatin1StringView(name))->setChecked(false);
    tabs->setCurrentIndex(0);
}

QTreeView *imageTable(WindowFixture &fixture)
{
    auto *table = fixture.find<QTreeView>(QStringLiteral("imageTable"));
    table->setFocus();
    return table;
}

void closeSheets(QWidget &window)
{
    for (auto *sheet : window.findChildren<ui::Sheet *>()) {
        if (sheet->isVisible())
            QTest::keyClick(sheet, Qt::Key_Escape);
    }
}

QModelIndex rowOf(const QTreeView &table, const QString &image)
{
    const auto *model = table.model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == image)
            return model->index(row, 0);
    }
    qFatal("%s is not in the list", qPrintable(image));
}

/// Of images that no job needs: the bar that offers to undo, the trash, the question before deleting for
/// good, renaming, the filter at work.
void grabCache(WindowFixture &fixture, const Picture &picture, const QString &kind)
{
    QWidget &window = fixture.window();
    QTreeView *table = imageTable(fixture);
    const int all = table->model()->rowCount();
    table->setCurrentIndex(table->model()->index(all - 1, 0));
    picture.grab(window, QStringLiteral("pinned-") + kind);
    QTest::keyClick(table, Qt::Key_F2);
    (void)fixture.type(QStringLiteral("newName"), table->model()->index(0, 0).data().toString());
    picture.grab(window, QStringLiteral("rename-") + kind);
    QTest::keyClick(fixture.find<QLineEdit>(QStringLiteral("newName")), Qt::Key_Escape);
    table->setCurrentIndex(rowOf(*table, older[3])); // and the one below
    QTest::keyClick(imageTable(fixture), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Delete, Qt::ShiftModifier);
    picture.grab(window, QStringLiteral("delete-") + kind);
    (void)fixture.press(QStringLiteral("deleteNo"));
    QTest::keyClick(imageTable(fixture), Qt::Key_Delete);
    (void)fixture.waitForImages(all - 2);
    picture.grab(window, QStringLiteral("undo-") + kind);
    table->setCurrentIndex(rowOf(*table, older[1]));
    QTest::keyClick(imageTable(fixture), Qt::Key_Delete);
    (void)fixture.waitForImages(all - 3);
    (void)fixture.press(QStringLiteral("showTrash"));
    QTest::qWait(300);
    (void)fixture.press(QStringLiteral("trashEmpty"));
    picture.grab(window, QStringLiteral("trash-") + kind);
    closeSheets(window);
    fixture.workspace().trash().undo();
    fixture.workspace().trash().undo();
    (void)fixture.waitForImages(all);
    (void)fixture.press(QStringLiteral("chip:arch:arm64"));
    (void)fixture.press(QStringLiteral("chip:unpushed"));
    picture.grab(window, QStringLiteral("filter-") + kind);
    (void)fixture.type(QStringLiteral("imageFilter"), {});
    table->setCurrentIndex(table->model()->index(0, 0));
}

void grabAll(WindowFixture &fixture, const QStringList &archives, const Picture &picture, const QString &kind)
{
    QWidget &window = fixture.window();
    const auto name = [&kind](const char *view) {
        return QLatin1String(view) + u'-' + kind;
    };
    chooseSection(fixture, ui::Sidebar::Cache);
    picture.grab(window, name("cache"));
    grabCache(fixture, picture, kind);
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier);
    QTest::qWait(1500);
    picture.grab(window, name("push"));
    QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier);
    picture.grab(window, name("pull"));
    fixture.drop(archives);
    QTest::qWait(800);
    picture.grab(window, name("import"));
    closeSheets(window);
    QTest::keyClick(&window, Qt::Key_F1);
    picture.grab(window, name("help"));
    closeSheets(window);
    chooseSection(fixture, ui::Sidebar::Jobs);
    auto *tree = fixture.find<QTreeView>(QStringLiteral("jobTree"));
    for (int row = 0; row < tree->model()->rowCount(); ++row) {
        const auto index = tree->model()->index(row, 0);
        tree->setExpanded(index, row == 1);
    }
    tree->setCurrentIndex(tree->model()->index(0, 0));
    picture.grab(window, name("jobs"));
    auto *grouping = fixture.find<QComboBox>(QStringLiteral("jobGrouping"));
    grouping->setCurrentIndex(1);
    picture.grab(window, name("jobsgrouped"));
    for (QAction *action : window.findChild<ui::JobsPage *>()->jobActions()) {
        if (action->objectName() == u"limitJobs")
            action->trigger();
    }
    picture.grab(window, name("joblimit"));
    QTest::keyClick(window.findChild<QWidget *>(QStringLiteral("limitBar")), Qt::Key_Escape);
    grouping->setCurrentIndex(0);
    for (int row = 0; row < tree->model()->rowCount(); ++row) {
        const auto index = tree->model()->index(row, 0);
        if (index.data(ui::JobModel::JobRole).value<ui::Job>().harms() > 0)
            tree->setCurrentIndex(index);
    }
    picture.grab(window, name("findings"));
    grabTroubles(fixture, picture, kind);
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
    picture.grab(window, name("log"));
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    picture.grab(window, name("palette"));
    QTest::keyClick(window.findChild<QLineEdit *>(QStringLiteral("actionSearch")), Qt::Key_Escape);
    chooseSection(fixture, ui::Sidebar::Registries);
    picture.grab(window, name("registries"));
    grabRegistries(fixture, picture, kind);
    grabDisk(fixture, picture, kind);
    chooseSection(fixture, ui::Sidebar::Settings);
    picture.grab(window, name("settings"));

    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(archives.first())});
    QDragEnterEvent enter(window.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    picture.grab(window, name("drop"));
    QDragLeaveEvent leave;
    QApplication::sendEvent(&window, &leave);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setFont(QFont(QStringLiteral("Noto Sans CJK SC"), 10));
    Picture picture{QString::fromLocal8Bit(argc > 1 ? argv[1] : "."),
                    QString::fromLocal8Bit(argc > 2 ? argv[2] : "100"),
                    {}};
    QDir().mkpath(picture.folder);

    const TestRegistry open;
    const TestRegistry closed(
        {.username = QStringLiteral("robot$delivery"), .password = QStringLiteral("secret")});
    const QTemporaryDir archiveFolder;
    const QStringList archives = makeArchives(archiveFolder.path());
    for (const auto &tag : {QStringLiteral("3.21"), QStringLiteral("latest"), QStringLiteral("edge")})
        open.pushIndex(archives.last(), QStringLiteral("prod/library/alpine:") + tag);
    WindowFixture empty;
    WindowFixture fixture;
    fixture.drop(archives);
    const auto allAreFound = [&fixture] {
        const auto *table = fixture.find<QTreeView>(QStringLiteral("importTable"));
        return table && table->model()->rowCount() == imageCount;
    };
    if (!QTest::qWaitFor(allAreFound, 10'000) || !fixture.press(QStringLiteral("importButton")) ||
        !fixture.waitForImages(int(imageCount)))
        qFatal("the archives were not imported");
    if (!fixture.press(QStringLiteral("firstStepsSkip")))
        qFatal("the first steps were not offered");
    const ui::LogCapture capture(fixture.workspace().log());
    QLoggingCategory::setFilterRules(QStringLiteral("pusher.*.info=true"));
    makeCacheJobs(fixture, archiveFolder.path());
    makeLeftovers(fixture);
    ScriptedRegistry troubled;
    makeTroubles(fixture, troubled);
    makeJobs(fixture, open, closed);
    makePause(fixture, troubled);
    const TestRegistry secure({.tls = true});
    fixture.addRegistry(secure.host(), ui::TlsChoice::Verify);

    for (const auto &language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
        picture.language.use(language);
        for (const auto theme : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
            ui::applyTheme(theme);
            const QString kind = language + (theme == ui::ThemeChoice::Light ? QStringLiteral("-light")
                                                                             : QStringLiteral("-dark"));
            for (int section = 0; section < ui::Sidebar::Settings; ++section) {
                chooseSection(empty, section);
                picture.grab(empty.window(), QStringLiteral("empty%1-").arg(section) + kind);
            }
            grabAll(fixture, archives, picture, kind);
        }
    }
    return 0;
}
