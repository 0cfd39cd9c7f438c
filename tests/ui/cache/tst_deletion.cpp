#include <QAbstractItemModelTester>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>

#include <QtTest>

#include "core/base/files.h"
#include "core/cache/indexdocument.h"
#include "tests/support/archivebuilder.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/models/trashmodel.h"
#include "ui/views/sidebar.h"
#include "ui/widgets/messagestrip.h"

using namespace dip;
using namespace dip::test;

namespace {

constexpr int patienceMs = 20'000;
const QString one = QStringLiteral("team/one:1.0");
const QString two = QStringLiteral("team/two:1.0");
const QString three = QStringLiteral("team/three:1.0");

/// Three images, of which the first two share a layer.
QString makeArchive(const QTemporaryDir &folder)
{
    ArchiveBuilder builder;
    const QByteArray shared = ArchiveBuilder::bigLayer(300'000, 5);
    builder.addImage({.names = {one}, .layers = {shared, ArchiveBuilder::bigLayer(40'000, 6)}});
    builder.addImage({.names = {two}, .layers = {shared, ArchiveBuilder::bigLayer(50'000, 7)}});
    builder.addImage({.names = {three}, .layers = {ArchiveBuilder::bigLayer(60'000, 8)}});
    const QString path = folder.filePath(QStringLiteral("three.tar"));
    builder.writeDockerSave(path);
    return path;
}

} // namespace

/// Deleting in the window: to the trash without a question and back, byte for byte, or for good after one.
class TestDeletion final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void undoRestoresEveryByte();
    void severalStepsAreUndone();
    void theFieldKeepsItsOwnUndo();
    void escapeKeepsThem();
    void forGoodAfterOneQuestion();
    void trashIsShownAndRestored();
    void trashIsEmptiedAfterOneQuestion();
    void pinnedAndNeededStay();
    void nameTakenMeanwhile();
    void choiceStaysInPlace();
    void modelKeepsItsContract();

private:
    [[nodiscard]] QMap<QString, QString> content() const;
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] bool waitForNames(const QStringList &wanted) const
    {
        return QTest::qWaitFor([&] { return names() == wanted; }, patienceMs);
    }
    [[nodiscard]] qint64 blobBytes() const;
    [[nodiscard]] QTreeView *choose(const QStringList &images) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    [[nodiscard]] QString news() const;

    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestDeletion::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->workspace().jobs().add({ui::JobKind::Import,
                                       QStringLiteral("three"),
                                       {},
                                       {},
                                       {},
                                       {ExtractAndCache{makeArchive(m_folder), {}, 2}}});
    QVERIFY(m_fixture->waitForImages(3));
}

void TestDeletion::cleanup()
{
    m_fixture.reset();
}

/// The digest of every file below blobs/ and manifests/, and every entry of the index.
QMap<QString, QString> TestDeletion::content() const
{
    QMap<QString, QString> all;
    const QString root = m_fixture->workspace().cacheFolder();
    for (const char *folder : {"/blobs", "/manifests"}) {
        QDirIterator files(root + QLatin1String(folder), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = files.next();
            all.insert(name, Digest::of(*files::readAll(name, 1 << 24)).toString());
        }
    }
    const auto index = IndexDocument::parse(*files::readAll(root + QStringLiteral("/index.json"), 1 << 24));
    for (qsizetype i = 0; i < index->size(); ++i)
        all.insert(index->key(i), QString::fromUtf8(index->value(i).toByteArray()));
    return all;
}

qint64 TestDeletion::blobBytes() const
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(m_fixture->workspace().cacheFolder() + QStringLiteral("/blobs/sha256"))
                                     .entryInfoList(QDir::Files))
        bytes += file.size();
    return bytes;
}

QStringList TestDeletion::names() const
{
    QStringList names;
    const QList<CachedImage> images = *m_fixture->workspace().cache()->images();
    for (const CachedImage &image : images)
        names.append(image.name.toString());
    return names;
}

QTreeView *TestDeletion::choose(const QStringList &images) const
{
    m_fixture->window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Cache);
    auto *table = m_fixture->find<QTreeView>(QStringLiteral("imageTable"));
    table->setFocus();
    table->clearSelection();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, 0);
        if (images.contains(index.data().toString()))
            table->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    return table;
}

void TestDeletion::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(m_fixture->find<QTreeView>(QStringLiteral("imageTable")), key, modifiers);
}

QString TestDeletion::news() const
{
    const auto *strip = m_fixture->find<ui::MessageStrip>(QStringLiteral("deletionNews"));
    return strip ? strip->text() : QString();
}

void TestDeletion::undoRestoresEveryByte()
{
    const auto before = content();
    (void)choose({one, three});
    press(Qt::Key_Delete);
    QCOMPARE(m_fixture->workspace().images().rowCount(), 1); // at once, without waiting for the disk
    QVERIFY(waitForNames({two}));
    QVERIFY(QTest::qWaitFor([this] { return !news().isEmpty(); }, patienceMs));
    QCOMPARE(news(),
             QStringLiteral("Moved 2 image(s) to the cache trash. Disk space is released when the trash is "
                            "emptied: after 7 day(s), or at once when space runs low."));
    QVERIFY(m_fixture->press(QStringLiteral("undoDelete")));
    QVERIFY(m_fixture->waitForImages(3));
    QCOMPARE(content(), before);
    QCOMPARE(news(), QStringLiteral("Brought back 2 image(s)."));
    QVERIFY(!m_fixture->find<QAbstractButton>(QStringLiteral("undoDelete")));
}

/// The last one first; without waiting for one to be done.
void TestDeletion::severalStepsAreUndone()
{
    const auto before = content();
    for (const QString &image : {one, two, three}) {
        (void)choose({image});
        press(Qt::Key_Delete);
        QVERIFY(QTest::qWaitFor([&] { return !names().contains(image); }, patienceMs));
        QTest::qWait(50);
    }
    QVERIFY(m_fixture->waitForImages(0));
    QWidget &window = m_fixture->window();
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_fixture->waitForImages(1));
    QCOMPARE(names(), QStringList{three});
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier); // there is nothing left to undo
    QVERIFY(m_fixture->waitForImages(3));
    QCOMPARE(content(), before);
}

void TestDeletion::theFieldKeepsItsOwnUndo()
{
    (void)choose({one});
    press(Qt::Key_Delete);
    QVERIFY(waitForNames({three, two}));
    QVERIFY(m_fixture->type(QStringLiteral("imageFilter"), QStringLiteral("tw")));
    QTest::keyClick(m_fixture->find<QLineEdit>(QStringLiteral("imageFilter")), Qt::Key_Z,
                    Qt::ControlModifier);
    QTest::qWait(200);
    QCOMPARE(names(), (QStringList{three, two}));
}

void TestDeletion::escapeKeepsThem()
{
    (void)choose({one});
    press(Qt::Key_Delete, Qt::ShiftModifier);
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->find<QAbstractButton>(QStringLiteral("deleteNo")); },
                            patienceMs));
    auto *no = m_fixture->find<QAbstractButton>(QStringLiteral("deleteNo"));
    QCOMPARE(m_fixture->window().focusWidget(), no);
    QTest::keyClick(no, Qt::Key_Escape);
    QVERIFY(!no->isVisible());
    QCOMPARE(m_fixture->window().focusWidget(), m_fixture->find<QTreeView>(QStringLiteral("imageTable")));
    QCOMPARE(names().size(), 3);
}

void TestDeletion::forGoodAfterOneQuestion()
{
    const qint64 before = blobBytes();
    (void)choose({one, three});
    press(Qt::Key_Delete, Qt::ShiftModifier);
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->find<QAbstractButton>(QStringLiteral("deleteYes")); },
                            patienceMs));
    QCOMPARE(names().size(), 3);
    const auto plan = m_fixture->workspace().cache()->planCleaning(
        {.images = {*ImageName::parse(one), *ImageName::parse(three)}});
    QVERIFY(plan->bytes() > 90'000 && plan->bytes() < 300'000); // the shared layer stays
    const QString yes = m_fixture->find<QAbstractButton>(QStringLiteral("deleteYes"))->text();
    QVERIFY2(yes.startsWith(QStringLiteral("Delete 2 image(s) (")), qPrintable(yes));
    (void)choose({two}); // what was asked about goes, whatever is chosen by now
    QVERIFY(m_fixture->press(QStringLiteral("deleteYes")));
    QVERIFY(waitForNames({two}));
    QVERIFY(QTest::qWaitFor([this] { return !news().isEmpty(); }, patienceMs)); // the list may be faster
    QVERIFY(before - blobBytes() > 90'000);
    QVERIFY(news().startsWith(QStringLiteral("Deleted 2 image(s) for good")));
    QTRY_VERIFY(m_fixture->workspace().trash().items().isEmpty());
    QTRY_VERIFY(!m_fixture->workspace().trash().canUndo());
}

void TestDeletion::trashIsShownAndRestored()
{
    (void)choose({one, two});
    press(Qt::Key_Delete);
    QVERIFY(QTest::qWaitFor([this] { return m_fixture->press(QStringLiteral("showTrash")); }, patienceMs));
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->workspace().trash().items().size() == 1; }, patienceMs));
    auto *table = m_fixture->find<QTreeView>(QStringLiteral("trashTable"));
    QVERIFY(table);
    QCOMPARE(table->model()->index(0, ui::TrashModel::Images).data().toString(),
             one + QStringLiteral(", ") + two);
    QVERIFY(m_fixture->press(QStringLiteral("trashRestore")));
    QVERIFY(m_fixture->waitForImages(3));
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->workspace().trash().items().isEmpty(); }, patienceMs));
    QTRY_VERIFY(!m_fixture->workspace().trash().canUndo()); // it was taken back here
    QVERIFY(!m_fixture->press(QStringLiteral("trashRestore")));
}

void TestDeletion::trashIsEmptiedAfterOneQuestion()
{
    for (const QString &image : {one, two}) {
        (void)choose({image});
        press(Qt::Key_Delete);
        QVERIFY(QTest::qWaitFor([&] { return !names().contains(image); }, patienceMs));
    }
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->workspace().trash().items().size() == 2; }, patienceMs));
    QVERIFY(m_fixture->press(QStringLiteral("openTrash")));
    const qint64 before = blobBytes();
    QVERIFY(m_fixture->press(QStringLiteral("trashEmpty")));
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->find<QAbstractButton>(QStringLiteral("trashYes")); },
                            patienceMs));
    QCOMPARE(blobBytes(), before);
    const QString yes = m_fixture->find<QAbstractButton>(QStringLiteral("trashYes"))->text();
    QVERIFY2(yes.startsWith(QStringLiteral("Delete 2 image(s) (")), qPrintable(yes));
    QVERIFY(m_fixture->press(QStringLiteral("trashYes")));
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->workspace().trash().items().isEmpty(); }, patienceMs));
    QVERIFY(before - blobBytes() > 390'000); // the shared layer, too, though neither alone would free it
    QTRY_VERIFY(!m_fixture->workspace().trash().canUndo());
    QCOMPARE(names(), QStringList{three});
}

void TestDeletion::pinnedAndNeededStay()
{
    QVERIFY(m_fixture->workspace().cache()->setPinned({*ImageName::parse(one)}, true));
    ui::JobQueue &jobs = m_fixture->workspace().jobs();
    jobs.setJobsAtOnce(0);
    jobs.add({ui::JobKind::Export,
              two,
              {},
              {},
              {},
              {ExportFromCache{{*ImageName::parse(two)}, m_folder.filePath(QStringLiteral("never.tar"))}}});
    (void)choose({one, two, three});
    press(Qt::Key_Delete);
    QVERIFY(waitForNames({one, two}));
    QVERIFY(QTest::qWaitFor([this] { return !news().isEmpty(); }, patienceMs));
    QVERIFY(m_fixture->waitForImages(2)); // the list, which did not know of the pin, too
    QVERIFY2(news().endsWith(
                 QStringLiteral("low. 1 image(s) stay, because they are pinned. 1 image(s) stay, because "
                                "jobs need them.")),
             qPrintable(news()));
    (void)choose({one});
    press(Qt::Key_Delete, Qt::ShiftModifier);
    QVERIFY(QTest::qWaitFor(
        [&] { return news() == QStringLiteral("1 image(s) stay, because they are pinned."); }, patienceMs));
    QVERIFY(!m_fixture->press(QStringLiteral("deleteYes")));
}

void TestDeletion::nameTakenMeanwhile()
{
    (void)choose({three});
    press(Qt::Key_Delete);
    QVERIFY(waitForNames({one, two}));
    QVERIFY(QTest::qWaitFor([this] { return !news().isEmpty(); }, patienceMs));
    QVERIFY(m_fixture->workspace().cache()->giveName(*ImageName::parse(two), *ImageName::parse(three), true));
    QVERIFY(m_fixture->press(QStringLiteral("undoDelete")));
    QVERIFY(QTest::qWaitFor([&] { return news().contains(QStringLiteral("another image named ") + three); },
                            patienceMs));
    QTRY_COMPARE(m_fixture->workspace().trash().items().size(), 1);
}

/// What comes after the deleted ones is chosen then, so that the keyboard goes on from there.
void TestDeletion::choiceStaysInPlace()
{
    QTreeView *table = choose({three}); // the second of the list
    press(Qt::Key_Delete);
    QVERIFY(m_fixture->waitForImages(2));
    QVERIFY(QTest::qWaitFor([&] { return table->currentIndex().data().toString() == two; }, patienceMs));
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QTest::keyClick(&m_fixture->window(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_fixture->waitForImages(3));
    QVERIFY(QTest::qWaitFor([&] { return table->currentIndex().data().toString() == two; }, patienceMs));
}

void TestDeletion::modelKeepsItsContract()
{
    ui::TrashModel model(m_fixture->workspace().trash());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester imageTester(&m_fixture->workspace().images(),
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto *filter = m_fixture->find<QTreeView>(QStringLiteral("imageTable"))->model();
    const QAbstractItemModelTester filterTester(filter,
                                                QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(filter, &QAbstractItemModel::modelReset);
    (void)choose({one, two});
    press(Qt::Key_Delete);
    QVERIFY(QTest::qWaitFor([&] { return model.rowCount() == 1; }, patienceMs));
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QVERIFY(!model.index(0, column).data().toString().isEmpty());
    }
    m_fixture->workspace().trash().undo();
    QVERIFY(QTest::qWaitFor([&] { return model.rowCount() == 0; }, patienceMs));
    QVERIFY(m_fixture->waitForImages(3));
    QCOMPARE(resets.size(), 0); // what is chosen and scrolled to stays
}

QTEST_MAIN(TestDeletion)
#include "tst_deletion.moc"
