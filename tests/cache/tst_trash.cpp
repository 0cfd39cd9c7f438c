#include "core/cache/trash.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/files.h"
#include "core/cache/indexdocument.h"
#include "tests/support/sampleimages.h"

using namespace dip;
using namespace dip::test;

/// What goes to the trash comes back byte for byte, whatever happens in between; what is emptied gives back
/// what was promised.
class TestTrash final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void undoRestoresEverything();
    void cleaningKeepsWhatTheTrashNeeds();
    void emptyingFreesWhatWasTold();
    void severalItemsAreNoSum();
    void nameIsTaken();
    void sameImageIsThereAgain();
    void pathIsTaken();
    void pinnedAndUnknown();
    void emptiedAfterAWeek();
    void interrupted_data();
    void interrupted();
    void damagedItemIsPassedOver();
    void freeingTakesTheTrashBeforeImages();

private:
    QString root() const { return m_folder->filePath(QStringLiteral(".cache")); }
    QString path(const QString &relative) const { return root() + u'/' + relative; }
    void reopen()
    {
        m_cache.reset();
        m_cache = std::move(*Cache::open(root()));
    }
    void add(int seed, const char *name) { QVERIFY(store(*m_cache, sampleImage(seed), QLatin1String(name))); }
    QString move(const char *name)
    {
        const auto moved = Trash(*m_cache).move({.images = {imageName(QLatin1String(name))}});
        return moved ? moved->id : QString();
    }
    QMap<QString, QByteArray> content() const;
    qint64 bytesThere() const;
    QStringList names() const;

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void TestTrash::init()
{
    m_cache.reset();
    const QString memory = QStringLiteral("/dev/shm");
    if (QFileInfo(memory).isWritable())
        m_folder.emplace(memory + QLatin1String("/trash-XXXXXX"));
    else
        m_folder.emplace();
    reopen();
}

/// Every entry, manifest and blob.
QMap<QString, QByteArray> TestTrash::content() const
{
    QMap<QString, QByteArray> all;
    for (const QString &folder : {QStringLiteral("blobs"), QStringLiteral("manifests")}) {
        QDirIterator files(path(folder), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = files.next();
            all.insert(name.sliced(root().size()), *files::readAll(name, 1 << 24));
        }
    }
    const auto index =
        IndexDocument::parse(files::readAll(path(QStringLiteral("index.json")), 1 << 24).value_or("{}"));
    for (qsizetype i = 0; index && i < index->size(); ++i)
        all.insert(index->key(i), index->value(i).toByteArray());
    return all;
}

qint64 TestTrash::bytesThere() const
{
    qint64 sum = 0;
    QDirIterator all(root(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QFileInfo info = all.nextFileInfo();
        if (info.fileName() != QLatin1String("index.json") &&
            !info.filePath().contains(QLatin1String("/leases/")))
            sum += info.size();
    }
    return sum;
}

QStringList TestTrash::names() const
{
    QStringList list;
    const QList<CachedImage> images = *m_cache->images();
    for (const CachedImage &image : images)
        list.append(image.name.toString());
    return list;
}

void TestTrash::undoRestoresEverything()
{
    add(1, "a/b:1");
    add(1, "a:1");
    add(2, "b:1");
    QVERIFY(m_cache->recordUse(imageName(QStringLiteral("b:1")), {}));
    const auto before = content();
    const auto moved = Trash(*m_cache).move({.all = true});
    QVERIFY(moved);
    QCOMPARE(moved->images.size(), 3);
    QCOMPARE(names(), QStringList());
    QVERIFY(QDir(path(QStringLiteral("manifests"))).isEmpty());
    const auto items = Trash(*m_cache).items();
    QVERIFY(items);
    QCOMPARE(items->size(), 1);
    QCOMPARE(items->first().images.size(), 3);
    reopen();
    const auto restored = Trash(*m_cache).restore(moved->id);
    QVERIFY(restored);
    QCOMPARE(restored->size(), 3);
    QCOMPARE(content(), before);
    QVERIFY(QDir(path(QStringLiteral("trash"))).isEmpty());
    QCOMPARE(Trash(*m_cache).restore(moved->id).error().code, ErrorCode::NotInCache);
}

void TestTrash::cleaningKeepsWhatTheTrashNeeds()
{
    add(1, "a:1");
    add(1, "same:1");
    add(2, "b:1");
    const auto before = content();
    const QString id = move("a:1");
    QVERIFY(!id.isEmpty());
    QCOMPARE(m_cache->clean({.images = {imageName(QStringLiteral("same:1"))}})->blobCount(), 0);
    QVERIFY(m_cache->clean({.all = true}));
    QCOMPARE(names(), QStringList());
    QVERIFY(Trash(*m_cache).restore(id));
    QCOMPARE(names(), QStringList{QStringLiteral("a:1")});
    for (const auto &[name, bytes] : content().asKeyValueRange())
        QCOMPARE(bytes, before.value(name));
    const auto image = m_cache->find(imageName(QStringLiteral("a:1")));
    for (const CachedBlob &blob : image->blobs)
        QVERIFY(m_cache->readBlob(blob.digest, 1 << 20));
}

void TestTrash::emptyingFreesWhatWasTold()
{
    add(1, "a:1");
    add(1, "same:1");
    add(2, "b:1");
    QVERIFY(Trash(*m_cache).isEmpty());
    const QString first = move("a:1");
    const QString second = move("b:1");
    QVERIFY(!Trash(*m_cache).isEmpty());
    QCOMPARE(m_cache->usage()->rest().unreferenced.bytes, 0);
    const auto items = Trash(*m_cache).items();
    QVERIFY(items && items->size() == 2);
    const qint64 told = items->last().bytes;
    QVERIFY(told > 6000 && items->first().bytes < 6000); // the first one's blobs are needed by another image
    QCOMPARE(m_cache->usage()->rest().trash.bytes, told + items->first().bytes);
    QCOMPARE(Trash(*m_cache).bytes({second}).value_or(-1), told);
    QCOMPARE(Trash(*m_cache).bytes({}).value_or(-1), 0);
    const qint64 before = bytesThere();
    const auto done = Trash(*m_cache).empty({second});
    QVERIFY(done);
    QCOMPARE(done->bytes(), told);
    QCOMPARE(before - bytesThere(), told);
    QCOMPARE(Trash(*m_cache).items()->size(), 1);
    QCOMPARE(Trash(*m_cache).empty({QStringLiteral("other")}).error().code, ErrorCode::NotInCache);
    QVERIFY(Trash(*m_cache).empty());
    QCOMPARE(Trash(*m_cache).items()->size(), 0);
    QVERIFY(Trash(*m_cache).isEmpty());
    QVERIFY(m_cache->clean({})->files.isEmpty());
    QCOMPARE(names(), QStringList{QStringLiteral("same:1")});
    Q_UNUSED(first)
}

/// Blobs that two items share are freed by neither alone, and by both together.
void TestTrash::severalItemsAreNoSum()
{
    add(1, "a:1");
    add(1, "same:1");
    const QStringList ids{move("a:1"), move("same:1")};
    const qint64 alone = *Trash(*m_cache).bytes({ids[0]}) + *Trash(*m_cache).bytes({ids[1]});
    const qint64 together = *Trash(*m_cache).bytes(ids);
    QVERIFY2(together > alone + 6000, qPrintable(QString::number(together)));
    const qint64 before = bytesThere();
    QVERIFY(Trash(*m_cache).empty(ids));
    QCOMPARE(before - bytesThere(), together);
}

void TestTrash::nameIsTaken()
{
    add(1, "a:1");
    add(2, "b:1");
    const QString id = Trash(*m_cache).move({.all = true})->id;
    add(3, "a:1");
    const auto before = content();
    const auto refused = Trash(*m_cache).restore(id);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(refused.error().where, QStringLiteral("a:1"));
    QCOMPARE(content(), before);
    QVERIFY(m_cache->clean({.images = {imageName(QStringLiteral("a:1"))}}));
    QVERIFY(Trash(*m_cache).restore(id));
    QCOMPARE(m_cache->manifest(*m_cache->find(imageName(QStringLiteral("a:1"))))->digest(),
             sampleImage(1).manifest.digest());
}

void TestTrash::sameImageIsThereAgain()
{
    add(1, "a:1");
    add(2, "b:1");
    const QString id = Trash(*m_cache).move({.all = true})->id;
    add(1, "a:1");
    QVERIFY(Trash(*m_cache).restore(id));
    QCOMPARE(names(), QStringList({QStringLiteral("a:1"), QStringLiteral("b:1")}));
    QVERIFY(m_cache->manifest(*m_cache->find(imageName(QStringLiteral("a:1")))));
}

/// The manifest's old place has become a folder: the image comes back with its manifest elsewhere.
void TestTrash::pathIsTaken()
{
    add(1, "a:b");
    const QString id = move("a:b");
    add(2, "a/b:1");
    QVERIFY(Trash(*m_cache).restore(id));
    for (const char *name : {"a:b", "a/b:1"})
        QVERIFY(m_cache->manifest(*m_cache->find(imageName(QLatin1String(name)))));
}

void TestTrash::pinnedAndUnknown()
{
    add(1, "a:1");
    QVERIFY(m_cache->setPinned({imageName(QStringLiteral("a:1"))}, true));
    const auto moved = Trash(*m_cache).move({.all = true});
    QVERIFY(moved && moved->images.isEmpty() && moved->id.isEmpty());
    QCOMPARE(moved->pinned.size(), 1);
    QCOMPARE(Trash(*m_cache).move({.images = {imageName(QStringLiteral("b:1"))}}).error().code,
             ErrorCode::NotInCache);
    QCOMPARE(Trash(*m_cache).items()->size(), 0);
}

void TestTrash::emptiedAfterAWeek()
{
    add(1, "a:1");
    add(2, "b:1");
    const QString old = move("a:1");
    const QString fresh = move("b:1");
    const QString longAgo = QDateTime::currentDateTimeUtc().addDays(-8).toString(u"yyyyMMdd'T'HHmmsszzz") +
                            QLatin1String("-0000");
    QVERIFY(QDir(path(QStringLiteral("trash"))).rename(old, longAgo));
    reopen();
    const auto items = Trash(*m_cache).items();
    QVERIFY(items);
    QCOMPARE(items->size(), 1);
    QCOMPARE(items->first().id, fresh);
    QVERIFY(!m_cache->blobSize(Digest::of(sampleImage(1).layers[0])));
    QVERIFY(m_cache->blobSize(Digest::of(sampleImage(2).layers[0])));
}

void TestTrash::interrupted_data()
{
    QTest::addColumn<bool>("indexWritten");
    QTest::addColumn<bool>("manifestMoved");
    QTest::newRow("before the index was written") << false << false;
    QTest::newRow("before the manifest was moved") << true << false;
    QTest::newRow("while it was restored") << true << false;
    QTest::newRow("not at all") << true << true;
}

/// Each state that a crash can leave: nothing is lost, and cleaning does no harm.
void TestTrash::interrupted()
{
    QFETCH(bool, indexWritten);
    QFETCH(bool, manifestMoved);
    add(1, "a:1");
    const auto before = content();
    const QByteArray index = *files::readAll(path(QStringLiteral("index.json")), 1 << 20);
    const QString id = move("a:1");
    const QString inTrash = path(QLatin1String("trash/") + id + QLatin1String("/manifests/a/1"));
    QVERIFY(QFile::exists(inTrash));
    if (!manifestMoved) {
        QVERIFY(QDir().mkpath(path(QStringLiteral("manifests/a"))));
        QVERIFY(QFile::rename(inTrash, path(QStringLiteral("manifests/a/1"))));
    }
    if (!indexWritten)
        QVERIFY(files::writeAtomically(path(QStringLiteral("index.json")), index));
    reopen();
    QVERIFY(m_cache->clean({}));
    if (indexWritten) {
        QCOMPARE(names(), QStringList());
        QVERIFY(QFile::exists(inTrash));
        QVERIFY(Trash(*m_cache).restore(id));
    } else {
        QCOMPARE(Trash(*m_cache).items()->size(), 0);
    }
    QCOMPARE(content(), before);
}

void TestTrash::damagedItemIsPassedOver()
{
    add(1, "a:1");
    const QString id = move("a:1");
    QVERIFY(files::writeAtomically(path(QLatin1String("trash/") + id + QLatin1String("/entries.json")),
                                   "no JSON"));
    QVERIFY(QDir().mkpath(path(QStringLiteral("trash/mine"))));
    QCOMPARE(Trash(*m_cache).items()->size(), 0);
    QCOMPARE(Trash(*m_cache).restore(id).error().code, ErrorCode::NotInCache);
    QVERIFY(m_cache->clean({}));
    QVERIFY(QFileInfo::exists(path(QStringLiteral("trash/mine"))));
}

void TestTrash::freeingTakesTheTrashBeforeImages()
{
    add(1, "a:1");
    add(2, "b:1");
    add(3, "c:1");
    move("a:1");
    QTest::qSleep(5);
    const QString second = move("b:1");
    const qint64 before = bytesThere();
    const auto done = m_cache->clean({.free = 5000});
    QVERIFY(done && done->images.isEmpty() && done->missing == 0);
    QCOMPARE(before - bytesThere(), done->bytes());
    QCOMPARE(Trash(*m_cache).items()->size(), 1);
    QCOMPARE(Trash(*m_cache).items()->first().id, second);
    const auto more = m_cache->clean({.free = 12'000});
    QVERIFY(more);
    QCOMPARE(more->images, QList{imageName(QStringLiteral("c:1"))});
    QCOMPARE(Trash(*m_cache).items()->size(), 0);
    QCOMPARE(m_cache->usage()->rest().trash.files, 0);
}

QTEST_GUILESS_MAIN(TestTrash)
#include "tst_trash.moc"
