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

#include "tests/screenshots/scene.h"
#include "ui/disk/treemap.h"
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
        return table && table->model()->rowCount() == imageCount() - 1;
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
    if (!fixture.press(QStringLiteral("undoDelete")) || !fixture.waitForImages(int(imageCount()) - 1))
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

/// It goes by itself, but not that soon.
void closeNews(const WindowFixture &fixture)
{
    if (const auto *news = fixture.find<QWidget>(QStringLiteral("deletionNews")))
        news->findChildren<QPushButton *>().last()->click();
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
    closeNews(fixture);
}

void grabAll(WindowFixture &fixture, const QStringList &archives, const Picture &picture, const QString &kind)
{
    QWidget &window = fixture.window();
    const auto name = [&kind](const char *view) {
        return QLatin1String(view) + u'-' + kind;
    };
    chooseSection(fixture, ui::Sidebar::Cache);
    closeNews(fixture);
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
        return table && table->model()->rowCount() == imageCount();
    };
    if (!QTest::qWaitFor(allAreFound, 10'000) || !fixture.press(QStringLiteral("importButton")) ||
        !fixture.waitForImages(int(imageCount())))
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
