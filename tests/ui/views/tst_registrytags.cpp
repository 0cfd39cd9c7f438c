#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

#include "tests/support/archivebuilder.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/views/sidebar.h"
#include "ui/widgets/messagestrip.h"

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
