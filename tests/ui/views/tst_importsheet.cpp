#include <QAbstractItemModelTester>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTreeView>

#include "core/cache/cache.h"
#include "tests/support/archivebuilder.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/archives/archivescanner.h"
#include "ui/archives/archivesniff.h"
#include "ui/models/importmodel.h"
#include "ui/models/pushmodel.h"

using namespace dip;
using namespace dip::test;

namespace {

constexpr int patienceMs = 20'000;

ArchiveBuilder single(const QString &name, const QByteArray &content)
{
    ArchiveBuilder builder;
    builder.addImage({.names = name.isEmpty() ? QStringList() : QStringList{name},
                      .layers = {ArchiveBuilder::layer("file.txt", content)}});
    return builder;
}

/// A delivery as it comes: archives of all kinds in folders, with things that are none.
void makeDelivery(const QString &folder)
{
    QDir().mkpath(folder + QStringLiteral("/sub 目录/deeper"));
    single(QStringLiteral("a/one:1"), "1").writeDockerSave(folder + QStringLiteral("/one.tar"));
    single(QString(), "2").writeDockerSave(folder + QStringLiteral("/sub 目录/untagged.tar"));
    single(QStringLiteral("a/oci:1"), "3").writeOci(folder + QStringLiteral("/sub 目录/deeper/无后缀"));
    const QByteArray tar = ArchiveBuilder::tar(single(QStringLiteral("a/cut:1"), "4").dockerSaveFiles());
    ArchiveBuilder::writeFile(folder + QStringLiteral("/cut.tar"), tar.first(tar.size() / 2));
    QByteArray utf16("\xff\xfe");
    for (const char c : tar)
        utf16.append(c).append('\0');
    ArchiveBuilder::writeFile(folder + QStringLiteral("/powershell.tar"), utf16);
    ArchiveBuilder::writeFile(folder + QStringLiteral("/readme.txt"), "no archive");
}

} // namespace

class TestImportSheet final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_delivery = m_folder.filePath(QStringLiteral("delivery"));
        makeDelivery(m_delivery);
    }

    void sniffs_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<bool>("archive");
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00\x00\x00") << true;
        QTest::newRow("zip") << QByteArray("PK\x03\x04") << true;
        QTest::newRow("utf-16") << QByteArray("\xff\xfe"
                                              "b\0",
                                              4)
                                << true;
        QTest::newRow("utf-16 big-endian") << QByteArray("\xfe\xff"
                                                         "\0b",
                                                         4)
                                           << true;
        QTest::newRow("text") << QByteArray("hello") << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("zeros") << QByteArray(512, '\0') << false;
    }

    void sniffs()
    {
        QFETCH(QByteArray, start);
        const QString path = m_folder.filePath(QStringLiteral("start"));
        ArchiveBuilder::writeFile(path, start);
        QTEST(ui::mayBeArchive(path), "archive");
    }

    void severalRowsAreTickedTogether()
    {
        WindowFixture fixture;
        QTreeView *table = drop(fixture, {m_delivery}, 5);
        QVERIFY(table);
        const auto ticked = [table] {
            int count = 0;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                count += table->model()->index(row, 0).data(Qt::CheckStateRole) == Qt::Checked;
            return count;
        };
        QCOMPARE(ticked(), 3); // two cannot be imported
        table->setCurrentIndex(table->model()->index(rowOf(table, QStringLiteral("one.tar")), 0));
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(ticked(), 0);
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(ticked(), 3);
        table->clearSelection();
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(ticked(), 2);
    }

    void aFolderIsLookedThrough()
    {
        WindowFixture fixture;
        QTreeView *table = drop(fixture, {m_delivery}, 5);
        QVERIFY(table);
        QCOMPARE(check(table, QStringLiteral("one.tar")), QStringLiteral("good"));
        QCOMPARE(check(table, QStringLiteral("cut.tar")), QStringLiteral("cut.tar ends too early."));
        const QString utf16 = check(table, QStringLiteral("powershell.tar"));
        QVERIFY2(utf16.contains(QLatin1String("docker save -o")), qPrintable(utf16));
        QVERIFY(check(table, QStringLiteral("untagged.tar")).contains(QLatin1String("needs a name")));
        QVERIFY(!fixture.find<QAbstractButton>(QStringLiteral("importButton"))->isEnabled());
        const QString state = fixture.find<QLabel>(QStringLiteral("importState"))->text();
        QVERIFY2(state.contains(QLatin1String("valid name")), qPrintable(state));

        const int untagged = rowOf(table, QStringLiteral("untagged.tar"));
        const QModelIndex cell = table->model()->index(untagged, ui::ImportModel::Name);
        QVERIFY(table->model()->setData(cell, QStringLiteral("Not A Name"), Qt::EditRole));
        QVERIFY(!fixture.find<QAbstractButton>(QStringLiteral("importButton"))->isEnabled());
        QVERIFY(table->model()->setData(cell, QStringLiteral("b/two:2"), Qt::EditRole));
        const QModelIndex oci = table->model()->index(rowOf(table, QStringLiteral("无后缀")), 0);
        QVERIFY(table->model()->setData(oci, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(fixture.press(QStringLiteral("importButton")));
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}, 2));
        QVERIFY(fixture.waitForImages(2));
        QVERIFY(fixture.workspace().cache()->find(*ImageName::parse(u"b/two:2")));
        QVERIFY(fixture.workspace().cache()->find(*ImageName::parse(u"a/one:1")));
    }

    void layoutFoldersAndZips()
    {
        const QString layout = m_folder.filePath(QStringLiteral("layout"));
        single(QStringLiteral("a/layout:1"), "5").writeOciFolder(layout);
        const QString inner = m_folder.filePath(QStringLiteral("inner.tar"));
        single(QStringLiteral("a/zipped:1"), "6").writeDockerSave(inner);
        const QString zip = m_folder.filePath(QStringLiteral("images.zip"));
        (void)run(QStringLiteral("zip"), {QStringLiteral("-q"), QStringLiteral("-j"), zip, inner});
        WindowFixture fixture;
        QTreeView *table = drop(fixture, {layout, zip}, 2);
        QVERIFY(table);
        QVERIFY(fixture.press(QStringLiteral("importButton")));
        QVERIFY(fixture.waitForJobs({ui::JobState::Done}, 2));
        QVERIFY(fixture.waitForImages(2));
    }

    void importsAndOpensThePushForm()
    {
        WindowFixture fixture;
        QVERIFY(drop(fixture, {m_delivery + QStringLiteral("/one.tar")}, 1));
        QVERIFY(fixture.press(QStringLiteral("importAndPushButton")));
        auto *table = fixture.find<QTreeView>(QStringLiteral("pushTable"));
        QVERIFY(table);
        QCOMPARE(table->model()->index(0, ui::PushModel::Source).data().toString(),
                 QStringLiteral("a/one:1"));
        QVERIFY(fixture.waitForImages(1));
    }

    void aFileIsListedOnce()
    {
        WindowFixture fixture;
        const QString file = m_delivery + QStringLiteral("/one.tar");
        QVERIFY(drop(fixture, {file}, 1));
        fixture.drop({file, m_delivery + QStringLiteral("/cut.tar")});
        auto *table = fixture.find<QTreeView>(QStringLiteral("importTable"));
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patienceMs);
    }

    void sameNamesAreTold()
    {
        ui::ImportModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ui::ImportRow row;
        row.file = QStringLiteral("/a.tar");
        row.number = 1;
        row.name = row.ownNames = QStringLiteral("a/one:1");
        ui::ImportRow other = row;
        other.file = QStringLiteral("/b.tar");
        model.add({row, other});
        QVERIFY(model.isValid());
        const QString said = model.index(1, ui::ImportModel::Check).data().toString();
        QVERIFY2(said.contains(QLatin1String("same name")), qPrintable(said));
        model.setData(model.index(0, ui::ImportModel::Name), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(model.index(1, ui::ImportModel::Check).data().toString(), QStringLiteral("good"));
    }

    void scanningEndsWithItsOwner()
    {
        const QTemporaryDir folder;
        auto opened = Cache::open(folder.path());
        QVERIFY(opened);
        std::shared_ptr<Cache> cache = std::move(*opened);
        const std::weak_ptr<Cache> watched = cache;
        auto scanner = std::make_unique<ui::ArchiveScanner>();
        const QSignalSpy scanned(scanner.get(), &ui::ArchiveScanner::scanned);
        scanner->setCache(std::move(cache));
        for (int i = 0; i < 20; ++i)
            scanner->scan({m_delivery});
        scanner.reset();
        QVERIFY(watched.expired());
        QCOMPARE(scanned.count(), 0);
    }

private:
    static QTreeView *drop(WindowFixture &fixture, const QStringList &paths, int rows)
    {
        fixture.drop(paths);
        auto *table = fixture.find<QTreeView>(QStringLiteral("importTable"));
        const bool came =
            table && QTest::qWaitFor([&] { return table->model()->rowCount() == rows; }, patienceMs);
        return came ? table : nullptr;
    }

    static int rowOf(const QTreeView *table, const QString &file)
    {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, ui::ImportModel::File).data().toString() == file)
                return row;
        }
        return -1;
    }

    static QString check(const QTreeView *table, const QString &file)
    {
        return table->model()->index(rowOf(table, file), ui::ImportModel::Check).data().toString();
    }

    QTemporaryDir m_folder;
    QString m_delivery;
};

QTEST_MAIN(TestImportSheet)
#include "tst_importsheet.moc"
