#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTcpServer>
#include <QThread>
#include <QTreeView>

#include "core/registry/registryclient.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/scriptedregistry.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/models/pushmodel.h"
#include "ui/settings/language.h"
#include "ui/views/pushsheet.h"
#include "ui/widgets/registrycombo.h"

using namespace dip;
using namespace dip::test;

namespace {

constexpr int patienceMs = 20'000;

/// Two images that share a layer, and one of two platforms.
QStringList makeArchives(const QString &folder)
{
    const QByteArray base = ArchiveBuilder::bigLayer(300'000, 1);
    ArchiveBuilder images;
    images.addImage(
        {.names = {QStringLiteral("app/web:1")}, .layers = {base, ArchiveBuilder::layer("web", "1")}});
    images.addImage(
        {.names = {QStringLiteral("app/db:1")}, .layers = {base, ArchiveBuilder::layer("db", "1")}});
    ArchiveBuilder multi;
    multi.addIndex({.names = {QStringLiteral("app/multi:1")},
                    .platforms = {{.layers = {ArchiveBuilder::layer("m", "amd")}},
                                  {.layers = {ArchiveBuilder::layer("m", "arm")},
                                   .architecture = QStringLiteral("arm64")}}});
    const QStringList paths{folder + QStringLiteral("/images.tar"), folder + QStringLiteral("/multi.tar")};
    images.writeDockerSave(paths[0]);
    multi.writeOci(paths[1]);
    return paths;
}

std::optional<Manifest> manifestIn(const TestRegistry &registry, const QString &name)
{
    const auto image = *ImageName::parse(name);
    std::optional<Manifest> found;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        ProgressSink progress;
        RegistryClient client(std::make_shared<Registry>(RegistrySettings{
                                  .address = RegistryAddress::parse(registry.url().toString()).value()}),
                              progress, {});
        if (auto manifest = client.getManifest(image.repository, image.reference))
            found = *manifest;
    }));
    thread->start();
    thread->wait();
    return found;
}

} // namespace

class TestPushForm final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_language.use(QStringLiteral("en"));
        m_archives = makeArchives(m_folder.path());
    }

    void firstRegistryIsChosen()
    {
        WindowFixture fixture;
        ui::RegistryCombo combo(fixture.workspace().registries());
        QCOMPARE(combo.profile(), QString());
        const QString first = fixture.addRegistry(QStringLiteral("a.example"), ui::TlsChoice::Verify);
        QCOMPARE(combo.profile(), first);
        const QString second = fixture.addRegistry(QStringLiteral("b.example"), ui::TlsChoice::Verify);
        QCOMPARE(combo.profile(), first);
        combo.setProfile(second);
        fixture.workspace().registries().remove(second);
        QCOMPARE(combo.profile(), first);
        const ui::RegistryCombo another(fixture.workspace().registries());
        QCOMPARE(another.profile(), first);
    }

    void saysWhatWillBeSentAndPushes()
    {
        const TestRegistry registry;
        WindowFixture fixture;
        import(fixture, 3);
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        open(fixture, {QStringLiteral("app/web:1"), QStringLiteral("app/db:1")});
        QCOMPARE(pushButton(fixture)->text(), QStringLiteral("Push 2 images"));
        // One shared layer, one own layer each, two configs.
        QTRY_VERIFY_WITH_TIMEOUT(state(fixture).contains(QLatin1String("0 of 5 layers")), patienceMs);
        QCOMPARE(tableText(fixture, 0, ui::PushModel::State), QStringLiteral("new"));
        QVERIFY(fixture.type(QStringLiteral("pushTag"), QStringLiteral("{tag}-site")));
        QVERIFY(preview(fixture).contains(registry.host() + QStringLiteral("/app/")));
        QVERIFY(preview(fixture).endsWith(QStringLiteral(":1-site")));
        QTest::keyClick(fixture.find<QLineEdit>(QStringLiteral("pushTag")), Qt::Key_Return);
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}, 2));
        QVERIFY(manifestIn(registry, QStringLiteral("app/web:1-site")));
        QVERIFY(manifestIn(registry, QStringLiteral("app/db:1-site")));

        open(fixture, {QStringLiteral("app/web:1"), QStringLiteral("app/db:1")});
        QVERIFY(fixture.type(QStringLiteral("pushTag"), QStringLiteral("{tag}-site")));
        QTRY_VERIFY_WITH_TIMEOUT(state(fixture).contains(QLatin1String("5 of 5 layers")), patienceMs);
        QCOMPARE(tableText(fixture, 0, ui::PushModel::State), QStringLiteral("already there"));
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        const TestRegistry registry;
        WindowFixture fixture;
        import(fixture, 3);
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        const qsizetype jobs = fixture.workspace().jobs().jobs().size();
        open(fixture, {QStringLiteral("app/web:1")});
        auto *cancel = fixture.find<QAbstractButton>(QStringLiteral("pushCancel"));
        QVERIFY(cancel);
        cancel->setFocus();
        QTest::keyClick(cancel, Qt::Key_Return);
        QVERIFY(!pushButton(fixture));
        QCOMPARE(fixture.workspace().jobs().jobs().size(), jobs);
        QCOMPARE(fixture.window().focusWidget(), fixture.find<QTreeView>(QStringLiteral("imageTable")));
    }

    void saysWhetherOneMayPush()
    {
        ScriptedRegistry registry;
        WindowFixture fixture;
        import(fixture, 3);
        fixture.addRegistry(registry.hostAndPort(), ui::TlsChoice::PlainHttp, QStringLiteral("robot"),
                            QStringLiteral("pw"));
        open(fixture, {QStringLiteral("app/web:1")});
        QTRY_VERIFY_WITH_TIMEOUT(state(fixture).startsWith(QLatin1String("You may push, and ")), patienceMs);
        QVERIFY(registry.with([](MemoryRegistry &memory) { return memory.uploads.isEmpty(); }));
        registry.add({.method = "POST",
                      .path = QStringLiteral("/blobs/uploads/"),
                      .fault = Fault::reply(errorAnswer(403, "DENIED")),
                      .times = -1});
        QVERIFY(fixture.type(QStringLiteral("pushTag"), QStringLiteral("2")));
        QTRY_COMPARE_WITH_TIMEOUT(
            state(fixture),
            QStringLiteral("Signed in, but robot may not push to app/web, or it does not exist."),
            patienceMs);
        QVERIFY(registry.requests("PUT").isEmpty());
    }

    void enterInAFieldIsOnePress()
    {
        const TestRegistry registry;
        registry.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"),
                             QStringLiteral("app/web:1"));
        WindowFixture fixture;
        import(fixture, 3);
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        const qsizetype jobs = fixture.workspace().jobs().jobs().size();
        open(fixture, {QStringLiteral("app/web:1")});
        auto *tag = fixture.find<QLineEdit>(QStringLiteral("pushTag"));
        QVERIFY(tag);
        tag->setFocus();
        QTest::keyClick(tag, Qt::Key_Return); // at once: looks first, and then asks
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QWidget>(QStringLiteral("pushQuestions")), patienceMs);
        QCOMPARE(fixture.workspace().jobs().jobs().size(), jobs);
    }

    void asksBeforeItOverwrites()
    {
        const TestRegistry registry;
        registry.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"),
                             QStringLiteral("app/web:1"));
        const auto before = manifestIn(registry, QStringLiteral("app/web:1"));
        QVERIFY(before);
        WindowFixture fixture;
        import(fixture, 3);
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        open(fixture, {QStringLiteral("app/web:1"), QStringLiteral("app/db:1")});
        QVERIFY(fixture.press(QStringLiteral("pushButton"))); // at once: looks first
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QWidget>(QStringLiteral("pushQuestions")), patienceMs);
        QVERIFY(!pushButton(fixture)->isEnabled());
        QVERIFY(fixture.press(QStringLiteral("pushSkipAll")));
        QCOMPARE(pushButton(fixture)->text(), QStringLiteral("Push 1 image"));
        QVERIFY(fixture.press(QStringLiteral("pushButton")));
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}, 1));
        QCOMPARE(manifestIn(registry, QStringLiteral("app/web:1"))->digest(), before->digest());
        QVERIFY(manifestIn(registry, QStringLiteral("app/db:1")));

        open(fixture, {QStringLiteral("app/web:1")});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QWidget>(QStringLiteral("pushQuestions")), patienceMs);
        QVERIFY(fixture.press(QStringLiteral("pushOverwriteAll")));
        QVERIFY(fixture.press(QStringLiteral("pushButton")));
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}, 2));
        QVERIFY(manifestIn(registry, QStringLiteral("app/web:1"))->digest() != before->digest());
    }

    void chosenPlatformsOnly()
    {
        const TestRegistry registry;
        WindowFixture fixture;
        import(fixture, 3);
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        open(fixture, {QStringLiteral("app/multi:1")});
        auto *platforms = fixture.find<QPushButton>(QStringLiteral("pushPlatforms"));
        QVERIFY(platforms && platforms->isEnabled());
        QCOMPARE(platforms->menu()->actions().size(), 2);
        platforms->menu()->actions().first()->trigger();
        QCOMPARE(platforms->text(), QStringLiteral("linux/arm64"));
        platforms->menu()->actions().last()->trigger(); // the last one cannot be left out
        QCOMPARE(platforms->text(), QStringLiteral("linux/arm64"));
        QTRY_VERIFY_WITH_TIMEOUT(state(fixture).contains(QLatin1String("0 of 2 layers")), patienceMs);
        QVERIFY(fixture.press(QStringLiteral("pushButton")));
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}, 1));
        const auto pushed = manifestIn(registry, QStringLiteral("app/multi:1"));
        QVERIFY(pushed);
        QVERIFY(!pushed->isIndex());
    }

    void deliveryListComesBack()
    {
        WindowFixture fixture;
        import(fixture, 3);
        fixture.addRegistry(QStringLiteral("127.0.0.1:9"), ui::TlsChoice::PlainHttp);
        open(fixture, {QStringLiteral("app/web:1"), QStringLiteral("app/db:1")});
        auto *sheet = fixture.window().findChild<ui::PushSheet *>();
        auto *table = fixture.find<QTreeView>(QStringLiteral("pushTable"));
        table->model()->setData(table->model()->index(0, ui::PushModel::Target), QStringLiteral("x/own:7"),
                                Qt::EditRole);
        const QString file = m_folder.filePath(QStringLiteral("list.json"));
        sheet->saveList(file);
        table->model()->setData(table->model()->index(0, ui::PushModel::Target), QStringLiteral("y/other:7"),
                                Qt::EditRole);
        sheet->openList(file);
        QCOMPARE(tableText(fixture, 0, ui::PushModel::Target), QStringLiteral("x/own:7"));
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(!fixture.find<QWidget>(QStringLiteral("pushNotice")));

        sheet->openList(m_archives.first());
        QVERIFY(fixture.find<QWidget>(QStringLiteral("pushNotice")));
        QCOMPARE(table->model()->rowCount(), 2); // what was there stays
    }

    void jobsRememberTheirList()
    {
        WindowFixture fixture;
        import(fixture, 3);
        fixture.addRegistry(QStringLiteral("127.0.0.1:9"), ui::TlsChoice::PlainHttp);
        fixture.workspace().jobs().setJobsAtOnce(0);
        auto *sheet = fixture.window().findChild<ui::PushSheet *>();
        const auto lastList = [&] {
            for (const ui::Job &job : QList(fixture.workspace().jobs().jobs()))
                fixture.workspace().jobs().cancel(job.id); // or the same would join
            emit pushButton(fixture)->clicked();           // whatever the registry is asked meanwhile
            emit pushButton(fixture)->clicked();
            return fixture.workspace().jobs().jobs().last().request.deliveryList;
        };
        open(fixture, {QStringLiteral("app/web:1")});
        const QString file = m_folder.filePath(QStringLiteral("site north.json"));
        sheet->saveList(file);
        QCOMPARE(lastList(), QStringLiteral("site north"));
        open(fixture, {QStringLiteral("app/db:1")});
        QCOMPARE(lastList(), QString());
        open(fixture, {QStringLiteral("app/multi:1")});
        sheet->openList(file);
        QCOMPARE(lastList(), QStringLiteral("site north"));
    }

    void tuningIsKeptWithTheRegistry()
    {
        WindowFixture fixture;
        import(fixture, 3);
        const QString id = fixture.addRegistry(QStringLiteral("127.0.0.1:9"), ui::TlsChoice::PlainHttp);
        open(fixture, {QStringLiteral("app/web:1")});
        QVERIFY(fixture.press(QStringLiteral("pushMore")));
        fixture.find<QSpinBox>(QStringLiteral("pushRetries"))->setValue(7);
        fixture.find<QSpinBox>(QStringLiteral("pushLimit"))->setValue(3000);
        QCOMPARE(fixture.workspace().registries().find(id)->retries, 7);
        QCOMPARE((*fixture.workspace().registries().registryFor(id))->settings().retry.attempts, 7);
        fixture.restart();
        QCOMPARE(fixture.workspace().registries().find(id)->rateLimit, 3'000'000);
    }

    /// The registry does not answer: the window must go all the same, and at once.
    void askingEndsWithTheForm()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        auto fixture = std::make_unique<WindowFixture>();
        import(*fixture, 3);
        fixture->addRegistry(QStringLiteral("127.0.0.1:%1").arg(silent.serverPort()),
                             ui::TlsChoice::PlainHttp);
        open(*fixture, {QStringLiteral("app/web:1")});
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patienceMs);
        std::weak_ptr<Cache> cache = fixture->workspace().cache();
        fixture.reset();
        QVERIFY(cache.expired()); // nothing in the background holds it any more
    }

private:
    void import(WindowFixture &fixture, int images)
    {
        fixture.drop(m_archives);
        QVERIFY(QTest::qWaitFor([&] {
            auto *table = fixture.find<QTreeView>(QStringLiteral("importTable"));
            return table && table->model()->rowCount() == images;
        }));
        QVERIFY(fixture.press(QStringLiteral("importButton")));
        QVERIFY(fixture.waitForImages(images));
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}, 2));
        fixture.workspace().jobs().removeFinished();
    }

    /// Chooses them in the cache and opens the form.
    static void open(WindowFixture &fixture, const QStringList &images)
    {
        QTest::keyClick(&fixture.window(), Qt::Key_1, Qt::ControlModifier);
        auto *table = fixture.find<QTreeView>(QStringLiteral("imageTable"));
        QVERIFY(table);
        table->clearSelection();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QModelIndex index = table->model()->index(row, 0);
            if (images.contains(index.data().toString()))
                table->selectionModel()->select(index,
                                                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        QTest::keyClick(&fixture.window(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(fixture.find<QTreeView>(QStringLiteral("pushTable")));
        QCOMPARE(fixture.find<QTreeView>(QStringLiteral("pushTable"))->model()->rowCount(), images.size());
    }

    static QString tableText(const WindowFixture &fixture, int row, int column)
    {
        const auto *table = fixture.find<QTreeView>(QStringLiteral("pushTable"));
        return table->model()->index(row, column).data().toString();
    }
    static QString state(const WindowFixture &fixture)
    {
        return fixture.find<QLabel>(QStringLiteral("pushState"))->text();
    }
    static QString preview(const WindowFixture &fixture)
    {
        return fixture.find<QLabel>(QStringLiteral("pushPreview"))->text();
    }
    static QAbstractButton *pushButton(const WindowFixture &fixture)
    {
        return fixture.find<QAbstractButton>(QStringLiteral("pushButton"));
    }

    ui::Language m_language; ///< English has plurals
    QTemporaryDir m_folder;
    QStringList m_archives;
};

QTEST_MAIN(TestPushForm)
#include "tst_pushform.moc"
