#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTcpServer>
#include <QTreeView>

#include "tests/support/archivebuilder.h"
#include "tests/support/httpstub.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/models/registrytreemodel.h"
#include "ui/registries/accounthelp.h"
#include "ui/registries/registrybrowser.h"
#include "ui/widgets/certificatebox.h"
#include "ui/widgets/checkladder.h"
#include "ui/widgets/registrycombo.h"

using namespace dip;
using namespace dip::test;

namespace {

constexpr int patienceMs = 20'000;

void showRegistries(WindowFixture &fixture)
{
    if (!QTest::qWaitForWindowActive(&fixture.window()))
        qFatal("the window did not come forward"); // shortcuts are for the active one
    QTest::keyClick(&fixture.window(), Qt::Key_3, Qt::ControlModifier);
}

QString textOf(const WindowFixture &fixture, const char *name)
{
    const auto *label = fixture.find<QLabel>(QLatin1String(name));
    return label ? label->text() : QString();
}

} // namespace

class TestRegistriesPage final : public QObject
{
    Q_OBJECT

private:
    /// One image for each name, which may be empty.
    static QString archive(const QTemporaryDir &folder, const QStringList &names)
    {
        ArchiveBuilder builder;
        for (const QString &name : names)
            builder.addImage({.names = name.isEmpty() ? QStringList() : QStringList{name},
                              .layers = {ArchiveBuilder::layer("a", name.toUtf8())}});
        builder.writeDockerSave(folder.filePath(QStringLiteral("web.tar")));
        return folder.filePath(QStringLiteral("web.tar"));
    }

    /// Real drag and drop events over a row of the list.
    static void drop(const WindowFixture &fixture, int row, const QString &path)
    {
        auto *list = fixture.find<QListView>(QStringLiteral("registryList"));
        QVERIFY(list);
        const QPoint place = list->visualRect(list->model()->index(row, 0)).center();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QCOMPARE(textOf(fixture, "registriesTitle"),
                 QStringLiteral("Push to ") + list->model()->index(row, 0).data().toString());
        QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &drop);
    }

private slots:
    /// No keychain, whatever the machine has.
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }

    void aCertificateIsLookedAtThenTrusted()
    {
        const TestRegistry registry({.tls = true});
        WindowFixture fixture;
        showRegistries(fixture);
        const QString id = fixture.addRegistry(registry.host(), ui::TlsChoice::Verify);
        QVERIFY(fixture.press(QStringLiteral("registryTest")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QLabel>(QStringLiteral("registryFailure")), patienceMs);
        QVERIFY(textOf(fixture, "registryFailure").contains(QLatin1String("SHA-256")));
        QVERIFY(!fixture.workspace().registries().find(id)->checkedGood);

        QVERIFY(fixture.press(QStringLiteral("registryViewCertificate")));
        QVERIFY(!fixture.find<QPushButton>(QStringLiteral("registrySave"))->isEnabled());
        const QString fingerprint = ui::CertificateBox::fingerprintOf(registry.certificate());
        QTRY_VERIFY_WITH_TIMEOUT(textOf(fixture, "certificateText").contains(QLatin1String("Test CA")),
                                 patienceMs);
        QVERIFY(textOf(fixture, "certificateText")
                    .remove(u':')
                    .remove(QChar(0x200B))
                    .contains(fingerprint.toUpper()));
        QVERIFY(fixture.press(QStringLiteral("certificateTrust")));
        QVERIFY(fixture.press(QStringLiteral("registrySave")));
        QCOMPARE(fixture.workspace().registries().find(id)->fingerprint, fingerprint);
        QVERIFY(fixture.press(QStringLiteral("registryTest")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().registries().find(id)->checkedGood, patienceMs);
        QVERIFY(!fixture.find<QLabel>(QStringLiteral("registryFailure")));
        QCOMPARE(fixture.workspace().registries().find(id)->product, QStringLiteral("distribution"));
        fixture.restart();
        QVERIFY(fixture.workspace().registries().find(id)->pinned());
    }

    void aNewOneCanBeGivenUp()
    {
        WindowFixture fixture;
        showRegistries(fixture);
        fixture.addRegistry(QStringLiteral("a.example"), ui::TlsChoice::Verify);
        QVERIFY(fixture.press(QStringLiteral("registryAdd")));
        QVERIFY(fixture.type(QStringLiteral("registryAddress"), QStringLiteral("b.example")));
        QVERIFY(fixture.press(QStringLiteral("registryRemove"))); // it says Cancel
        QCOMPARE(fixture.workspace().registries().profiles().size(), 1);
        QCOMPARE(fixture.find<QLineEdit>(QStringLiteral("registryAddress"))->text(),
                 QStringLiteral("a.example"));
    }

    /// What a test found is gone when something else is entered.
    void aTestHoldsForWhatWasTested()
    {
        const TestRegistry registry({.tls = true});
        WindowFixture fixture;
        showRegistries(fixture);
        fixture.addRegistry(registry.host(), ui::TlsChoice::Verify);
        QVERIFY(fixture.press(QStringLiteral("registryTest")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QLabel>(QStringLiteral("registryFailure")), patienceMs);
        QTest::keyClicks(fixture.find<QLineEdit>(QStringLiteral("registryUser")), QStringLiteral("x"));
        QVERIFY(!fixture.find<QLabel>(QStringLiteral("registryFailure")));
        QVERIFY(!fixture.find<QPushButton>(QStringLiteral("registryViewCertificate")));
    }

    /// Robots and tokens are called otherwise by each product.
    void theAccountIsExplained()
    {
        const HttpStub harbor([](const StubRequest &) {
            return StubResponse{.status = 401,
                                .headers = {{"WWW-Authenticate",
                                             "Basic realm=\"x\", Bearer realm=\"http://127.0.0.1:9/service/"
                                             "token\",service=\"harbor-registry\""}}};
        });
        WindowFixture fixture;
        showRegistries(fixture);
        const QString id = fixture.addRegistry(harbor.host(), ui::TlsChoice::PlainHttp);
        QVERIFY(!fixture.find<QLabel>(QStringLiteral("registryAccountHelp")));
        QVERIFY(fixture.press(QStringLiteral("registryTest")));
        QTRY_VERIFY_WITH_TIMEOUT(
            textOf(fixture, "registryAccountHelp").contains(QLatin1String("robot$project+name")), patienceMs);
        QCOMPARE(fixture.workspace().registries().find(id)->product, QStringLiteral("Harbor"));
        QVERIFY(fixture.type(QStringLiteral("registryAddress"), QStringLiteral("site.azurecr.io")));
        QVERIFY(textOf(fixture, "registryAccountHelp").contains(QLatin1String("service principal")));
        QVERIFY(fixture.type(QStringLiteral("registryAddress"), QStringLiteral("site.example.cn")));
        QVERIFY(!fixture.find<QLabel>(QStringLiteral("registryAccountHelp")));
        for (const auto &product : {QStringLiteral("Quay"), QStringLiteral("GitLab"), QStringLiteral("Nexus"),
                                    QStringLiteral("Tencent TCR"), QStringLiteral("Huawei SWR")})
            QVERIFY2(ui::accountHelp(product).startsWith(product), qPrintable(product));
        QVERIFY(ui::accountHelp(QStringLiteral("distribution")).isEmpty());
    }

    void withoutAFingerprintNothingIsReached()
    {
        WindowFixture fixture;
        const QString id = fixture.addRegistry(QStringLiteral("127.0.0.1:9"), ui::TlsChoice::Pinned);
        const auto registry = fixture.workspace().registries().registryFor(id);
        QVERIFY(!registry);
        QCOMPARE(registry.error().code, ErrorCode::TlsUntrusted);
    }

    void withoutAKeychainThePasswordIsForTheSession()
    {
        WindowFixture fixture;
        showRegistries(fixture);
        const QString id = fixture.addRegistry(QStringLiteral("127.0.0.1:9"), ui::TlsChoice::PlainHttp);
        QVERIFY(fixture.type(QStringLiteral("registryUser"), QStringLiteral("robot")));
        QVERIFY(fixture.type(QStringLiteral("registryPassword"), QStringLiteral("secret")));
        fixture.find<QCheckBox>(QStringLiteral("registryKeep"))->setChecked(true);
        QVERIFY(fixture.press(QStringLiteral("registrySave")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QLabel>(QStringLiteral("registryKeychainNote")), patienceMs);
        QVERIFY(fixture.workspace().registries().hasPassword(id));
        QVERIFY(!fixture.workspace().registries().find(id)->keepPassword);
        QFile stored(fixture.folder() + QStringLiteral("/registries.json"));
        QVERIFY(stored.open(QIODevice::ReadOnly));
        QVERIFY(!stored.readAll().contains("secret"));
        fixture.restart();
        QVERIFY(!fixture.workspace().registries().hasPassword(id));
    }

    void browsesAndPulls()
    {
        const TestRegistry registry;
        for (const auto &name :
             {QStringLiteral("team/app:1"), QStringLiteral("team/app:2"), QStringLiteral("team/db:1")})
            registry.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"), name);
        WindowFixture fixture;
        showRegistries(fixture);
        fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        fixture.find<QTabWidget>(QStringLiteral("registryTabs"))->setCurrentIndex(1);
        auto *tree = fixture.find<QTreeView>(QStringLiteral("registryTree"));
        QTRY_COMPARE_WITH_TIMEOUT(tree->model()->rowCount(), 2, patienceMs);
        const QModelIndex app = tree->model()->index(0, 0);
        QCOMPARE(app.data().toString(), QStringLiteral("team/app"));
        QCOMPARE(tree->model()->rowCount(app), 0); // nobody has looked
        tree->expand(app);
        QTRY_COMPARE_WITH_TIMEOUT(tree->model()->rowCount(app), 2, patienceMs);
        tree->setCurrentIndex(tree->model()->index(0, 0, app));
        tree->selectionModel()->select(tree->model()->index(1, 0, app), QItemSelectionModel::Select);
        QVERIFY(fixture.press(QStringLiteral("registryPull")));
        auto *tags = fixture.find<QListWidget>(QStringLiteral("pullTags"));
        QVERIFY(tags);
        QTRY_COMPARE_WITH_TIMEOUT(tags->selectedItems().size(), 2, patienceMs);
        QVERIFY(fixture.type(QStringLiteral("pullSaveAs"), QStringLiteral("mine/app")));
        QVERIFY(fixture.press(QStringLiteral("pullButton")));
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}, 2));
        QVERIFY(fixture.waitForImages(2));
        QVERIFY(fixture.workspace().cache()->find(*ImageName::parse(u"mine/app:2")));
    }

    void pagesAreReadWhenLookedAt()
    {
        const TestRegistry registry({.moreConfiguration = QStringLiteral("catalog: {maxentries: 2}\n")});
        for (const auto &name : {QStringLiteral("a:1"), QStringLiteral("b:1"), QStringLiteral("c:1")})
            registry.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"), name);
        ui::RegistryTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false);
        model.setRegistry(std::make_shared<Registry>(
            RegistrySettings{.address = RegistryAddress::parse(registry.url().toString()).value()}));
        QVERIFY(model.canFetchMore({}));
        const QSignalSpy read(&model, &ui::RegistryTreeModel::pageRead);
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({})); // one page at a time
        QTRY_COMPARE_WITH_TIMEOUT(read.count(), 1, patienceMs);
        while (model.canFetchMore({})) {
            const auto before = read.count();
            model.fetchMore({});
            QTRY_COMPARE_WITH_TIMEOUT(read.count(), before + 1, patienceMs);
        }
        QCOMPARE(model.rowCount(), 3);
        const QSignalSpy failed(&model, &ui::RegistryTreeModel::failed);
        const QModelIndex none = model.addRepository(*RepositoryName::parse(u"no/such"));
        model.fetchMore(none);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
        QCOMPARE(model.rowCount(none), 0);
        QVERIFY(!model.canFetchMore(none));
        QCOMPARE(model.addRepository(*RepositoryName::parse(u"no/such")), none);
    }

    void filesDroppedOnARegistryArePushedThere()
    {
        const QTemporaryDir folder;
        const QString path = archive(folder, {QStringLiteral("app/web:1")});
        WindowFixture fixture;
        showRegistries(fixture);
        fixture.addRegistry(QStringLiteral("a.example"), ui::TlsChoice::Verify);
        const QString second = fixture.addRegistry(QStringLiteral("b.example"), ui::TlsChoice::Verify);
        auto *list = fixture.find<QListView>(QStringLiteral("registryList"));
        QTRY_VERIFY(list->visualRect(list->model()->index(1, 0)).isValid());
        drop(fixture, 1, path);
        QVERIFY(QTest::qWaitFor([&] { return fixture.press(QStringLiteral("importAndPushButton")); },
                                patienceMs));
        QTRY_VERIFY(fixture.find<ui::RegistryCombo>(QStringLiteral("pushRegistry")));
        QCOMPARE(fixture.find<ui::RegistryCombo>(QStringLiteral("pushRegistry"))->profile(), second);
    }

    /// One drop, and not a click.
    void whatIsDroppedIsPushedAtOnce()
    {
        const TestRegistry registry;
        const QTemporaryDir folder;
        WindowFixture fixture;
        showRegistries(fixture);
        const QString id = fixture.addRegistry(registry.host(), ui::TlsChoice::PlainHttp);
        QVERIFY(fixture.type(QStringLiteral("registryProject"), QStringLiteral("prod")));
        fixture.find<QCheckBox>(QStringLiteral("registryAtOnce"))->setChecked(true);
        QVERIFY(fixture.press(QStringLiteral("registrySave")));
        fixture.restart();
        QVERIFY(fixture.workspace().registries().find(id)->pushAtOnce);
        showRegistries(fixture);

        drop(fixture, 0, archive(folder, {QStringLiteral("app/web:1"), QStringLiteral("app/web:2")}));
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}, 3));
        for (const auto &name : {QStringLiteral("prod/app/web:1"), QStringLiteral("prod/app/web:2")})
            (void)run(QStringLiteral("skopeo"),
                      {QStringLiteral("inspect"), QStringLiteral("--tls-verify=false"),
                       QStringLiteral("docker://%1/%2").arg(registry.host(), name)});
        QVERIFY(!fixture.find<QTreeView>(QStringLiteral("importTable")));
        QVERIFY(!fixture.find<QTreeView>(QStringLiteral("pushTable")));
    }

    /// An image without a name, an archive that ends early: the person decides, and nothing was begun, not
    /// even with what is good beside it.
    void whatNeedsADecisionIsNotPushedAtOnce_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<bool>("isTorn");
        const QString web = QStringLiteral("app/web:1");
        QTest::newRow("no name") << QStringList{QString()} << false;
        QTest::newRow("one of two has no name") << QStringList{web, QString()} << false;
        QTest::newRow("torn") << QStringList{web} << true;
    }

    void whatNeedsADecisionIsNotPushedAtOnce()
    {
        QFETCH(QStringList, names);
        QFETCH(bool, isTorn);
        const QTemporaryDir folder;
        WindowFixture fixture;
        showRegistries(fixture);
        const QString id = fixture.addRegistry(QStringLiteral("a.example"), ui::TlsChoice::Verify);
        auto profile = *fixture.workspace().registries().find(id);
        profile.pushAtOnce = true;
        fixture.workspace().registries().save(profile);
        const QString path = archive(folder, names);
        if (isTorn)
            QVERIFY(QFile::resize(path, QFileInfo(path).size() / 2));
        drop(fixture, 0, path);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QTreeView>(QStringLiteral("importTable")), patienceMs);
        QVERIFY(fixture.workspace().jobs().jobs().isEmpty());
    }

    void dockersRegistriesAreTakenOver()
    {
        const QTemporaryDir folder;
        QFile config(folder.filePath(QStringLiteral("config.json")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("{\"auths\": {\"harbor.example:8443\": {\"auth\": \"" +
                     QByteArray("robot:secret").toBase64() +
                     "\"}, \"https://plain.example/v2/\": {}, \"known.example\": {}}}");
        config.close();
        qputenv("DOCKER_CONFIG", folder.path().toLocal8Bit());
        WindowFixture fixture;
        fixture.addRegistry(QStringLiteral("known.example"), ui::TlsChoice::Verify);
        showRegistries(fixture);
        QVERIFY(fixture.press(QStringLiteral("registryImport")));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace().registries().profiles().size(), 3, patienceMs);
        const ui::RegistryProfile &harbor = fixture.workspace().registries().profiles()[1];
        QCOMPARE(harbor.address, QStringLiteral("harbor.example:8443"));
        QCOMPARE(harbor.username, QStringLiteral("robot"));
        QVERIFY(fixture.workspace().registries().hasPassword(harbor.id));
        QVERIFY(fixture.find<QWidget>(QStringLiteral("registryNotice")));
        qunsetenv("DOCKER_CONFIG");
    }

    /// Asking a host that never answers must not outlive who asked.
    void browsingEndsWithItsOwner()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        auto registry = std::make_shared<Registry>(RegistrySettings{
            .address = RegistryAddress::parse(QStringLiteral("http://127.0.0.1:%1").arg(silent.serverPort()))
                           .value()});
        const std::weak_ptr<Registry> watched = registry;
        auto browser = std::make_unique<ui::RegistryBrowser>();
        const QSignalSpy failed(browser.get(), &ui::RegistryBrowser::failed);
        browser->readRepositories(registry);
        browser->readTags(registry, *RepositoryName::parse(u"a"));
        browser->check(registry);
        registry.reset();
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patienceMs);
        browser.reset();
        QVERIFY(watched.expired());
        QCOMPARE(failed.count(), 0);
    }
};

QTEST_MAIN(TestRegistriesPage)
#include "tst_registriespage.moc"
