#include <QAbstractItemModelTester>
#include <QAction>
#include <QDropEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

#include "core/image/mediatype.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/scriptedregistry.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/look/format.h"
#include "ui/models/pushmodel.h"
#include "ui/models/registrytreemodel.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/registrycombo.h"

using namespace dip;
using namespace dip::test;

namespace {

constexpr int patienceMs = 20'000;

QStringList tagsOf(const TestRegistry &registry, const QString &repository)
{
    const QByteArray json =
        run(QStringLiteral("skopeo"), {QStringLiteral("list-tags"), QStringLiteral("--tls-verify=false"),
                                       QStringLiteral("docker://%1/%2").arg(registry.host(), repository)});
    QStringList tags;
    for (const auto &tag : QJsonDocument::fromJson(json).object()[u"Tags"].toArray())
        tags.append(tag.toString());
    tags.sort();
    return tags;
}

/// The same bytes under two names, and other ones under a third.
void fill(const TestRegistry &registry)
{
    const QTemporaryDir folder;
    ArchiveBuilder other;
    other.addImage({.names = {QStringLiteral("x:1")}, .layers = {ArchiveBuilder::layer("b", "B")}});
    other.writeDockerSave(folder.filePath(QStringLiteral("b.tar")));
    for (const auto &name : {QStringLiteral("team/app:1.0"), QStringLiteral("team/app:latest")})
        registry.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"), name);
    registry.pushArchive(folder.filePath(QStringLiteral("b.tar")), QStringLiteral("team/app:2.0"));
}

/// The tree of a registry's contents, with the first repository's tags to be seen.
QTreeView *browse(WindowFixture &fixture, int tags)
{
    if (!QTest::qWaitForWindowActive(&fixture.window())) // shortcuts are for the active one
        return nullptr;
    QTest::keyClick(&fixture.window(), Qt::Key_3, Qt::ControlModifier);
    fixture.find<QTabWidget>(QStringLiteral("registryTabs"))->setCurrentIndex(1);
    auto *tree = fixture.find<QTreeView>(QStringLiteral("registryTree"));
    if (!tree || !QTest::qWaitFor([&] { return tree->model()->rowCount() > 0; }, patienceMs))
        return nullptr;
    const QModelIndex first = tree->model()->index(0, 0);
    tree->expand(first);
    return QTest::qWaitFor([&] { return tree->model()->rowCount(first) == tags; }, patienceMs) ? tree
                                                                                               : nullptr;
}

void choose(QTreeView *tree, const QStringList &tags)
{
    tree->clearSelection();
    const QModelIndex first = tree->model()->index(0, 0);
    auto keys = Qt::KeyboardModifiers(Qt::NoModifier);
    for (int row = 0; row < tree->model()->rowCount(first); ++row) {
        const QModelIndex index = tree->model()->index(row, 0, first);
        if (!tags.contains(index.data().toString()))
            continue;
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, keys, tree->visualRect(index).center());
        keys = Qt::ControlModifier;
    }
}

QString textOf(const WindowFixture &fixture, const char *name)
{
    const auto *strip = fixture.find<ui::MessageStrip>(QLatin1String(name));
    return strip ? strip->text() : QString();
}

} // namespace

/// What can be done with tags that a registry holds.
class TestRegistryTags final : public QObject
{
    Q_OBJECT

private:
    static QString makeIndex(const QTemporaryDir &folder)
    {
        ArchiveBuilder archive;
        archive.addIndex({.names = {QStringLiteral("team/multi:1")},
                          .platforms = {{.layers = {ArchiveBuilder::layer("a", "A")}},
                                        {.layers = {ArchiveBuilder::layer("b", "B")},
                                         .architecture = QStringLiteral("arm64")}},
                          .attestation = true});
        archive.writeOci(folder.filePath(QStringLiteral("multi.tar")));
        return folder.filePath(QStringLiteral("multi.tar"));
    }

    static ExtractAndCache ownImage(const QTemporaryDir &folder)
    {
        ArchiveBuilder archive;
        archive.addImage(
            {.names = {QStringLiteral("team/multi:1")}, .layers = {ArchiveBuilder::layer("c", "C")}});
        archive.writeDockerSave(folder.filePath(QStringLiteral("own.tar")));
        return {folder.filePath(QStringLiteral("own.tar")), {}, 1};
    }

    /// Bytes of the blobs of one of the platforms of team/app:multi.
    static qint64 sizeOf(const TestRegistry &registry, int platform)
    {
        const auto index = Manifest::parse(rawManifest(registry, QStringLiteral("team/app:multi"))).value();
        const auto name = QStringLiteral("team/app@") + index.children().at(platform).digest.toString();
        qint64 bytes = 0;
        for (const Descriptor &blob : Manifest::parse(rawManifest(registry, name)).value().blobs())
            bytes += blob.size;
        return bytes;
    }

    static QByteArray rawManifest(const TestRegistry &registry, const QString &name)
    {
        return run(QStringLiteral("skopeo"),
                   {QStringLiteral("inspect"), QStringLiteral("--raw"), QStringLiteral("--tls-verify=false"),
                    QStringLiteral("docker://%1/%2").arg(registry.host(), name)});
    }

private slots:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }

    void deletesTagsWithWhatSharesTheirImage()
    {
        const TestRegistry registry;
        fill(registry);
        WindowFixture fixture;
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        auto *tree = browse(fixture, 3);
        QVERIFY(tree);
        choose(tree, {QStringLiteral("1.0")});
        QTest::keyClick(tree, Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QListWidget>(QStringLiteral("tagDeletionList")), patienceMs);
        QVERIFY(textOf(fixture, "tagDeletionQuestion").contains(registry.host()));
        const auto *list = fixture.find<QListWidget>(QStringLiteral("tagDeletionList"));
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(0)->text(), QStringLiteral("team/app:1.0"));
        QVERIFY(list->item(1)->text().startsWith(QLatin1String("team/app:latest ")));
        QVERIFY(fixture.find<QPushButton>(QStringLiteral("tagDeletionYes"))->text().contains(u'2'));
        QVERIFY(fixture.press(QStringLiteral("tagDeletionNo")));
        QVERIFY(!fixture.find<QListWidget>(QStringLiteral("tagDeletionList")));
        QVERIFY(fixture.workspace().jobs().jobs().isEmpty());

        QVERIFY(fixture.press(QStringLiteral("registryDeleteButton")));
        QVERIFY(QTest::qWaitFor([&] { return fixture.press(QStringLiteral("tagDeletionYes")); }, patienceMs));
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}));
        QTRY_COMPARE_WITH_TIMEOUT(tree->model()->rowCount(tree->model()->index(0, 0)), 1, patienceMs);
        QCOMPARE(tagsOf(registry, QStringLiteral("team/app")), QStringList{QStringLiteral("2.0")});
        QVERIFY(textOf(fixture, "tagDeletionNews").contains(u'2'));
    }

    /// Where deleting is switched off, that is said here, and the job says what helps.
    void aRegistryThatDoesNotAllowIt()
    {
        const TestRegistry registry({.deletes = false});
        fill(registry);
        WindowFixture fixture;
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        auto *tree = browse(fixture, 3);
        QVERIFY(tree);
        choose(tree, {QStringLiteral("2.0"), QStringLiteral("latest")});
        auto *action = fixture.window().findChild<QAction *>(QStringLiteral("registryDelete"));
        QVERIFY(action->isEnabled() && action->text().contains(u'2'));
        action->trigger();
        QVERIFY(QTest::qWaitFor([&] { return fixture.press(QStringLiteral("tagDeletionYes")); }, patienceMs));
        QVERIFY(fixture.waitForJobs({ui::JobState::Failed}));
        QTRY_VERIFY_WITH_TIMEOUT(textOf(fixture, "tagDeletionFailure").contains(QLatin1String("not allow")),
                                 patienceMs);
        QCOMPARE(tagsOf(registry, QStringLiteral("team/app")).size(), 3);

        fixture.restart(); // the job is kept as it was
        const ui::Job &job = fixture.workspace().jobs().jobs().first();
        QCOMPARE(job.request.kind, ui::JobKind::Delete);
        QCOMPARE(std::get<ui::DeleteFromRegistry>(job.request.steps.first()).tags.size(), 3);
        QCOMPARE(job.error->code, ErrorCode::Unsupported);
    }

    /// All platforms go along, so the digest stays; and an image of the cache that happens to have the same
    /// name is not replaced.
    void copiesToAnotherRegistry()
    {
        const TestRegistry from;
        const TestRegistry to;
        const QTemporaryDir folder;
        const QString archive = makeIndex(folder);
        from.pushIndex(archive, QStringLiteral("team/multi:1"));
        WindowFixture fixture;
        fixture.addRegistry(from.host(), ui::TlsChoice::PlainHttp);
        const QString target = fixture.addRegistry(to.host(), ui::TlsChoice::PlainHttp);
        fixture.workspace().jobs().add(
            {ui::JobKind::Import, QStringLiteral("own"), {}, {}, {}, {ownImage(folder)}});
        QVERIFY(fixture.waitForImages(1));
        const ImageName name = *ImageName::parse(u"team/multi:1");
        const auto own = fixture.workspace().cache()->find(name)->manifestDigest;

        auto *tree = browse(fixture, 1);
        QVERIFY(tree);
        choose(tree, {QStringLiteral("1")});
        QVERIFY(fixture.press(QStringLiteral("registryCopyToButton")));
        auto *combo = fixture.find<ui::RegistryCombo>(QStringLiteral("pushRegistry"));
        QVERIFY(combo);
        QCOMPARE(combo->profile(), target);
        auto *table = fixture.find<QTreeView>(QStringLiteral("pushTable"));
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, ui::PushModel::Source).data().toString(),
                 from.host() + QStringLiteral("/team/multi:1"));
        QCOMPARE(table->model()->index(0, ui::PushModel::Target).data().toString(), name.toString());
        QVERIFY(fixture.workspace().jobs().jobs().size() == 1); // nothing is pulled before it is decided
        QVERIFY(fixture.press(QStringLiteral("pushButton")));
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}, 3));
        QCOMPARE(rawManifest(to, name.toString()), rawManifest(from, name.toString()));
        (void)run(QStringLiteral("skopeo"),
                  {QStringLiteral("copy"), QStringLiteral("--all"), QStringLiteral("--insecure-policy"),
                   QStringLiteral("--src-tls-verify=false"),
                   QStringLiteral("docker://%1/team/multi:1").arg(to.host()),
                   QStringLiteral("dir:") + folder.filePath(QStringLiteral("all"))});
        QCOMPARE(fixture.workspace().cache()->find(name)->manifestDigest, own);
    }

    void tagsAreDraggedOntoARegistry()
    {
        const TestRegistry registry;
        fill(registry);
        WindowFixture fixture;
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        fixture.addRegistry(QStringLiteral("b.example"), ui::TlsChoice::Verify);
        const QString third = fixture.addRegistry(QStringLiteral("c.example"), ui::TlsChoice::Verify);
        auto *tree = browse(fixture, 3);
        QVERIFY(tree);
        choose(tree, {QStringLiteral("1.0"), QStringLiteral("2.0")});
        auto *list = fixture.find<QListView>(QStringLiteral("registryList"));
        const std::unique_ptr<QMimeData> data(
            tree->model()->mimeData(tree->selectionModel()->selectedIndexes()));
        const auto place = [list](int row) {
            return list->visualRect(list->model()->index(row, 0)).center();
        };
        QDragEnterEvent enter(place(0), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &enter);
        QCOMPARE(enter.dropAction(), Qt::IgnoreAction); // where they are already
        QDragMoveEvent move(place(2), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &move);
        QVERIFY(move.isAccepted());
        QVERIFY(list->selectionModel()->isSelected(list->model()->index(2, 0)));
        QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 3); // the tree stays
        QDropEvent drop(place(2), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &drop);
        QVERIFY(list->selectionModel()->isSelected(list->model()->index(0, 0)));
        auto *combo = fixture.find<ui::RegistryCombo>(QStringLiteral("pushRegistry"));
        QVERIFY(combo);
        QCOMPARE(combo->profile(), third);
        QCOMPARE(fixture.find<QTreeView>(QStringLiteral("pushTable"))->model()->rowCount(), 2);
    }

    void showsPlatformsAndSizes()
    {
        const TestRegistry registry;
        const QTemporaryDir folder;
        registry.pushIndex(makeIndex(folder), QStringLiteral("team/app:multi"));
        registry.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"),
                             QStringLiteral("team/app:single"));
        WindowFixture fixture;
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        auto *tree = browse(fixture, 2);
        QVERIFY(tree);
        const QAbstractItemModelTester tester(tree->model());
        const QModelIndex app = tree->model()->index(0, 0);
        const auto cell = [&](int row, int column, int role = Qt::DisplayRole) {
            return tree->model()->index(row, column, app).data(role).toString();
        };
        using ui::RegistryTreeModel;
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, RegistryTreeModel::Platforms), QStringLiteral("amd64, arm64"),
                                  patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(cell(1, RegistryTreeModel::Platforms), QStringLiteral("amd64"), patienceMs);
        const qint64 amd = sizeOf(registry, 0);
        const qint64 arm = sizeOf(registry, 1);
        QVERIFY(amd > 0 && arm > 0);
        QCOMPARE(cell(0, RegistryTreeModel::Size), ui::formatBytes(amd + arm));
        QCOMPARE(cell(0, RegistryTreeModel::Size, Qt::ToolTipRole),
                 QStringLiteral("linux/amd64: %1\nlinux/arm64: %2")
                     .arg(ui::formatBytes(amd), ui::formatBytes(arm)));
    }

    void whatCannotBeReadSaysSo()
    {
        ScriptedRegistry registry;
        registry.with([](MemoryRegistry &memory) {
            memory.manifests[QStringLiteral("odd/one")].insert(QStringLiteral("1"), {"text/plain", "no"});
        });
        WindowFixture fixture;
        fixture.addRegistry(registry.hostAndPort(), ui::TlsChoice::PlainHttp);
        auto *tree = browse(fixture, 1);
        QVERIFY(tree);
        const QModelIndex size =
            tree->model()->index(0, ui::RegistryTreeModel::Size, tree->model()->index(0, 0));
        QTRY_COMPARE_WITH_TIMEOUT(size.data().toString(), QStringLiteral("unknown"), patienceMs);
        QVERIFY(size.data(Qt::ToolTipRole).toString().contains(QLatin1String("manifest")));
        const auto asked = registry.requests("GET", QStringLiteral("/manifests/")).size();
        tree->resize(tree->width(), tree->height() - 10); // looks again
        QTest::qWait(500);
        QCOMPARE(registry.requests("GET", QStringLiteral("/manifests/")).size(), asked);
    }

    /// A repository of thousands of tags is not asked thousands of times.
    void asksOnlyAboutWhatIsSeen()
    {
        constexpr int count = 5000;
        ScriptedRegistry registry;
        registry.with([](MemoryRegistry &memory) {
            const Descriptor config{mediatype::dockerConfig, Digest::of("{}"), 2, {}, {}, {}};
            const QByteArray bytes = Manifest::makeDocker(config, {}).bytes();
            const QByteArray type(mediatype::dockerManifest.data(), mediatype::dockerManifest.size());
            memory.blobs[QStringLiteral("many/tags")].insert(config.digest.toString(), "{}");
            for (int i = 0; i < count; ++i)
                memory.manifests[QStringLiteral("many/tags")].insert(
                    QStringLiteral("t%1").arg(i, 4, 10, QLatin1Char('0')), {type, bytes});
        });
        // As docker-registry, which gives all tags in one.
        registry.add({.method = "GET",
                      .path = QStringLiteral("/tags/list"),
                      .fault = Fault::amended([](Answer &answer) {
                          QJsonArray tags;
                          for (int i = 0; i < count; ++i)
                              tags.append(QStringLiteral("t%1").arg(i, 4, 10, QLatin1Char('0')));
                          answer.body = QJsonDocument(QJsonObject{{QStringLiteral("tags"), tags}}).toJson();
                          answer.without("Link");
                      }),
                      .times = -1});
        WindowFixture fixture;
        fixture.addRegistry(registry.hostAndPort(), ui::TlsChoice::PlainHttp);
        auto *tree = browse(fixture, count);
        QVERIFY(tree);
        const QModelIndex all = tree->model()->index(0, 0);
        const auto size = [&](int row) {
            return tree->model()->index(row, ui::RegistryTreeModel::Size, all).data().toString();
        };
        const auto asked = [&] {
            return registry.requests("GET", QStringLiteral("/manifests/")).size();
        };
        const int seen = tree->viewport()->height() / tree->visualRect(all).height() + 2;
        QTRY_VERIFY_WITH_TIMEOUT(!size(0).isEmpty() && !size(seen - 4).isEmpty(), patienceMs);
        QVERIFY(asked() <= seen);
        tree->scrollToBottom();
        QTRY_VERIFY_WITH_TIMEOUT(!size(count - 1).isEmpty() && !size(count - seen + 4).isEmpty(), patienceMs);
        QVERIFY(asked() <= 2 * seen);
        const auto before = asked();
        tree->scrollToTop();
        QTest::qWait(500);
        QCOMPARE(asked(), before); // it is known
        QVERIFY(size(count / 2).isEmpty());
    }

    /// Nothing is deleted from a page that nobody sees.
    void actionsGoWithTheirPage()
    {
        const TestRegistry registry;
        fill(registry);
        WindowFixture fixture;
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        auto *tree = browse(fixture, 3);
        QVERIFY(tree);
        choose(tree, {QStringLiteral("1.0")});
        const auto *action = fixture.window().findChild<QAction *>(QStringLiteral("registryDelete"));
        QVERIFY(action->isEnabled());
        QTest::keyClick(&fixture.window(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!action->isEnabled());
        QTest::keyClick(&fixture.window(), Qt::Key_3, Qt::ControlModifier);
        QVERIFY(action->isEnabled());
    }
};

QTEST_MAIN(TestRegistryTags)
#include "tst_registrytags.moc"
