#include "core/base/files.h"
#include "tests/support/sampleimages.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace dip;
using namespace dip::test;

/// What cleaning removes, to the byte, and what it must leave.
class TestCacheCleaning final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void planIsExact_data();
    void planIsExact();
    void namedImagesAlone();
    void unusedImages();
    void imagesInUseStay();
    void whatStaysIsTold();
    void unknownImage();
    void unfinishedFiles();
    void leasesProtect();
    void committedBlobsAreProtected();
    void brokenEntriesProtect();
    void brokenEntryIsCleaned();
    void foreignFilesStay();
    void manifestsOfOthersStay();

private:
    QString root() const { return m_folder->filePath(QStringLiteral(".cache")); }
    QString path(const char *relative) const { return root() + u'/' + QLatin1String(relative); }
    void reopen() { m_cache = std::move(*Cache::open(root())); }
    void add(int seed, const char *name) { QVERIFY(store(*m_cache, sampleImage(seed), QLatin1String(name))); }
    qint64 bytesThere() const;
    QStringList names() const;

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void TestCacheCleaning::init()
{
    m_cache.reset();
    m_folder.emplace();
    reopen();
}

/// All that cleaning is about; index.json, which it rewrites, is not.
qint64 TestCacheCleaning::bytesThere() const
{
    qint64 sum = 0;
    QDirIterator all(root(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QFileInfo info = all.nextFileInfo();
        if (!info.isSymLink() && info.fileName() != QLatin1String("index.json"))
            sum += info.size();
    }
    return sum;
}

QStringList TestCacheCleaning::names() const
{
    QStringList list;
    const QList<CachedImage> images = *m_cache->images();
    for (const CachedImage &image : images)
        list.append(image.name.toString());
    return list;
}

void TestCacheCleaning::planIsExact_data()
{
    QTest::addColumn<CleanRequest>("request");
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<int>("blobs");
    const ImageName a = imageName(QStringLiteral("a:1"));
    const ImageName b = imageName(QStringLiteral("b:1"));
    const QStringList all{QStringLiteral("a:1"), QStringLiteral("a2:1"), QStringLiteral("b:1"),
                          QStringLiteral("c:1")};
    QTest::newRow("nothing named") << CleanRequest{} << all << 4;
    QTest::newRow("one whose blobs another has too") << CleanRequest{false, {a}, {}} << all.sliced(1) << 0;
    QTest::newRow("one that stands alone")
        << CleanRequest{false, {b}, {}} << QStringList{all[0], all[1], all[3]} << 3;
    QTest::newRow("both that share") << CleanRequest{false, {a, imageName(all[1])}, {}} << all.sliced(2) << 3;
    QTest::newRow("all") << CleanRequest{true, {}, {}} << QStringList() << 13;
    QTest::newRow("all unused") << CleanRequest{false, {}, QDateTime::currentDateTimeUtc().addDays(1)}
                                << QStringList() << 9;
    QTest::newRow("none unused") << CleanRequest{false, {}, QDateTime::currentDateTimeUtc().addDays(-1)}
                                 << all << 0;
}

void TestCacheCleaning::planIsExact()
{
    QFETCH(CleanRequest, request);
    QFETCH(QStringList, left);
    add(1, "a:1");
    add(1, "a2:1");
    add(2, "b:1");
    add(3, "c:1");
    QVERIFY(storeBlobs(*m_cache, sampleImage(4)));
    QVERIFY(m_cache->writeBlob("stray"));
    QVERIFY(QDir().mkpath(path("manifests/stray")));
    QVERIFY(files::writeAtomically(path("manifests/stray/1"), "stray"));
    reopen(); // what was committed without a lease is free now
    const qint64 before = bytesThere();
    const auto plan = m_cache->planCleaning(request);
    QVERIFY(plan);
    QCOMPARE(bytesThere(), before);
    const auto done = m_cache->clean(request);
    QVERIFY(done);
    QCOMPARE(before - bytesThere(), plan->bytes());
    QCOMPARE(done->bytes(), plan->bytes());
    QCOMPARE(done->files.size(), plan->files.size());
    QTEST(done->blobCount(), "blobs");
    QCOMPARE(done->images.size(), 4 - left.size());
    QCOMPARE(names(), left);
    for (const QString &name : std::as_const(left)) {
        const auto image = m_cache->find(imageName(name));
        QVERIFY(image && m_cache->manifest(*image));
        for (const CachedBlob &blob : std::as_const(image->blobs))
            QVERIFY(m_cache->hasBlob(blob.digest, blob.size));
    }
    const QStringList folders = QDir(path("manifests")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    QCOMPARE(folders.contains(QStringLiteral("stray")), request.namesImages() && !request.all);
    for (const ImageName &name : std::as_const(done->images))
        QVERIFY(!folders.contains(name.repository.toString()));
    const auto again =
        m_cache->planCleaning(request.images.isEmpty() ? request : CleanRequest{false, {}, {}});
    QVERIFY(again);
    QCOMPARE(again->bytes() > 0, !request.images.isEmpty()); // what is stray was not asked for
}

void TestCacheCleaning::namedImagesAlone()
{
    add(1, "a:1");
    add(2, "a/b:1");
    QVERIFY(m_cache->clean({false, {imageName(QStringLiteral("a/b:1"))}, {}}));
    QVERIFY(QFile::exists(path("manifests/a/1")));
    QVERIFY(!QFile::exists(path("manifests/a/b")));
    QCOMPARE(names(), QStringList(QStringLiteral("a:1")));
}

void TestCacheCleaning::unusedImages()
{
    add(1, "old:1");
    add(2, "used:1");
    QTest::qSleep(20);
    const QDateTime since = QDateTime::currentDateTimeUtc();
    QTest::qSleep(20);
    QVERIFY(m_cache->recordUse(imageName(QStringLiteral("used:1")), {}));
    add(3, "new:1");
    const auto done = m_cache->clean({false, {}, since});
    QVERIFY(done);
    QCOMPARE(done->images.size(), 1);
    QCOMPARE(names(), QStringList({QStringLiteral("new:1"), QStringLiteral("used:1")}));
}

void TestCacheCleaning::imagesInUseStay()
{
    add(1, "a:1");
    add(2, "b:1");
    const ImageName a = imageName(QStringLiteral("a:1"));
    for (CleanRequest request : {CleanRequest{.all = true}, CleanRequest{.free = 1'000'000'000}}) {
        request.inUse = {a, imageName(QStringLiteral("absent:1"))};
        const auto plan = m_cache->planCleaning(request);
        QVERIFY(plan);
        QCOMPARE(plan->images, QList{imageName(QStringLiteral("b:1"))});
        QCOMPARE(plan->inUse, QList{a});
    }
    QVERIFY(m_cache->clean({.images = {a}, .inUse = {a}}));
    QCOMPARE(names().size(), 2);
}

/// What images share with others is not freed, and counted apart; progress tells of every file.
void TestCacheCleaning::whatStaysIsTold()
{
    QVERIFY(store(*m_cache, imageOfLayers(1, {{1, 5000}, {2, 700}}), QStringLiteral("a:1")));
    QVERIFY(store(*m_cache, imageOfLayers(2, {{1, 5000}, {3, 900}}), QStringLiteral("b:1")));
    QVERIFY(store(*m_cache, imageOfLayers(3, {{3, 900}}), QStringLiteral("c:1")));
    const CleanRequest request{
        .images = {imageName(QStringLiteral("a:1")), imageName(QStringLiteral("b:1"))}};
    const auto plan = m_cache->planCleaning(request);
    QVERIFY(plan);
    QCOMPARE(plan->shared, 900);
    const auto usage = m_cache->usage();
    QCOMPARE(plan->bytes() + plan->shared, usage->selection(request.images).total);
    QList<qsizetype> seen;
    const auto done = m_cache->clean(request, [&seen, &plan](qsizetype number, qsizetype all) {
        QCOMPARE(all, plan->files.size());
        seen.append(number);
    });
    QVERIFY(done);
    QCOMPARE(seen.size(), plan->files.size());
    QVERIFY(std::ranges::is_sorted(seen) && seen.last() == plan->files.size());
}

void TestCacheCleaning::unknownImage()
{
    add(1, "a:1");
    const CleanRequest request{
        false, {imageName(QStringLiteral("a:1")), imageName(QStringLiteral("b:1"))}, {}};
    QCOMPARE(m_cache->planCleaning(request).error().code, ErrorCode::NotInCache);
    QCOMPARE(m_cache->clean(request).error().code, ErrorCode::NotInCache);
    QCOMPARE(names().size(), 1);
}

void TestCacheCleaning::unfinishedFiles()
{
    {
        auto left = m_cache->resumeBlob(Digest::of("left"), 4);
        QVERIFY(left && (*left)->write("lef"));
    }
    auto worked = m_cache->resumeBlob(Digest::of("work"), 4);
    QVERIFY(worked && (*worked)->write("wo"));
    auto unnamed = m_cache->newBlob();
    QVERIFY(unnamed && (*unnamed)->write("unnamed"));
    // What a process that died since leaves.
    QVERIFY(QDir().mkpath(path("tmp/dead/1/deep")));
    QVERIFY(files::writeAtomically(path("tmp/dead/1/deep/file"), "12345"));
    QVERIFY(files::writeAtomically(path("leases/dead.1"), Digest::of("x").hex().toLatin1() + '\n'));
    QVERIFY(files::writeAtomically(path("leases/dead.lock"), ""));

    QVERIFY(m_cache->planCleaning({false, {}, QDateTime::currentDateTimeUtc()})->files.isEmpty());
    const qint64 before = bytesThere();
    const auto plan = m_cache->planCleaning({});
    QVERIFY(plan);
    QCOMPARE(plan->bytes(), 3 + 5 + 65);
    const auto done = m_cache->clean({});
    QVERIFY(done);
    QCOMPARE(before - bytesThere(), plan->bytes());
    QVERIFY(!QFile::exists(path("tmp/dead")));
    QCOMPARE(QDir(path("partial")).entryList(QDir::Files).size(), 2); // the one worked on, and its lock
    QVERIFY((*worked)->write("rk"));
    QVERIFY((*worked)->commit(Digest::of("work"), 4));
    QVERIFY((*unnamed)->commit(Digest::of("unnamed"), 7));
}

void TestCacheCleaning::leasesProtect()
{
    add(1, "a:1");
    const Digest config = sampleImage(1).manifest.config().digest;
    const auto other = Cache::open(root());
    QVERIFY(other);
    {
        const auto lease = (*other)->lease({config});
        QVERIFY(lease);
        QVERIFY((*lease)->add({Digest::of(sampleImage(1).layers[0]), Digest::of("not there yet")}));
        const auto done = m_cache->clean({true, {}, {}});
        QVERIFY(done);
        QCOMPARE(done->keptForTransfers, 2);
        QCOMPARE(done->blobCount(), 1);
        QVERIFY(m_cache->blobSize(config) && m_cache->blobSize(Digest::of(sampleImage(1).layers[0])));
        QVERIFY(!m_cache->blobSize(Digest::of(sampleImage(1).layers[1])));
    }
    const auto done = m_cache->clean({});
    QVERIFY(done);
    QCOMPARE(done->keptForTransfers, 0);
    QCOMPARE(done->blobCount(), 2);
}

/// A blob that a transfer has committed is kept until its image names it, whoever cleans.
void TestCacheCleaning::committedBlobsAreProtected()
{
    const auto other = Cache::open(root());
    QVERIFY(other);
    for (const bool leased : {true, false}) {
        const SampleImage image = sampleImage(leased ? 1 : 2);
        auto lease = leased ? (*other)->lease({}) : Result<std::unique_ptr<Cache::Lease>>();
        QVERIFY(lease);
        QVERIFY(storeBlobs(**other, image));
        QCOMPARE(m_cache->clean({})->keptForTransfers, 3);
        QCOMPARE((*other)->clean({true, {}, {}})->keptForTransfers, 3);
        QVERIFY((*other)->addImage(entryFor(image, QStringLiteral("a:1")), image.manifest));
        lease->reset();
        // From now on the image alone keeps them.
        QCOMPARE(m_cache->clean({})->files.size(), 0);
        QCOMPARE(m_cache->clean({true, {}, {}})->blobCount(), 3);
    }
    {
        const auto lease = (*other)->lease({});
        QVERIFY((*other)->writeBlob("of a transfer that failed"));
    }
    QCOMPARE(m_cache->clean({})->blobCount(), 1);
}

void TestCacheCleaning::brokenEntriesProtect()
{
    add(1, "a:1");
    add(2, "b:1");
    QByteArray index = *files::readAll(path("index.json"), 1 << 20);
    index.replace("\"repository\": \"a\"", "\"repository\": 7");
    QVERIFY(files::writeAtomically(path("index.json"), index));
    reopen();
    const auto done = m_cache->clean({});
    QVERIFY(done);
    QVERIFY(done->files.isEmpty());
    QCOMPARE(m_cache->clean({false, {imageName(QStringLiteral("b:1"))}, {}})->blobCount(), 3);
    QVERIFY(m_cache->blobSize(sampleImage(1).manifest.config().digest));
    QVERIFY(QFile::exists(path("manifests/a/1")));
}

void TestCacheCleaning::brokenEntryIsCleaned()
{
    add(1, "a:1");
    add(2, "b:1");
    QByteArray index = *files::readAll(path("index.json"), 1 << 20);
    index.replace("\"manifests/a/1\"", "\"../../precious\"");
    QVERIFY(files::writeAtomically(path("index.json"), index));
    QVERIFY(files::writeAtomically(m_folder->filePath(QStringLiteral("precious")), "x"));
    reopen();
    const auto done = m_cache->clean({false, {imageName(QStringLiteral("a:1"))}, {}});
    QVERIFY(done);
    QCOMPARE(done->images.size(), 1);
    QCOMPARE(done->blobCount(), 3);
    QCOMPARE(m_cache->find(imageName(QStringLiteral("a:1"))).error().code, ErrorCode::NotInCache);
    QVERIFY(m_cache->clean({true, {}, {}}));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("precious"))));
    QCOMPARE(bytesThere(), 0);
}

void TestCacheCleaning::foreignFilesStay()
{
    QVERIFY(files::writeAtomically(path("README"), "mine"));
    QVERIFY(files::writeAtomically(path("blobs/sha256/notes.txt"), "mine"));
    QVERIFY(files::writeAtomically(path("partial/notes.txt"), "mine"));
    const QString outside = m_folder->filePath(QStringLiteral("outside"));
    QVERIFY(files::writeAtomically(outside, "precious"));
    const QString link = m_cache->blobPath(Digest::of("link"));
    QVERIFY(QFile::link(outside, link));
    const auto done = m_cache->clean({true, {}, {}});
    QVERIFY(done);
    QCOMPARE(done->files.size(), 1); // the link, which frees nothing
    QCOMPARE(done->bytes(), 0);
    QVERIFY(!QFileInfo(link).isSymLink());
    QVERIFY(QFile::exists(outside));
    for (const char *file : {"README", "blobs/sha256/notes.txt", "partial/notes.txt"})
        QVERIFY(QFile::exists(path(file)));
}

/// Two entries by another hand that share a manifest: it goes with the last one.
void TestCacheCleaning::manifestsOfOthersStay()
{
    add(1, "a:1");
    add(1, "b:1");
    QByteArray index = *files::readAll(path("index.json"), 1 << 20);
    index.replace("\"manifests/b/1\"", "\"manifests/a/1\"");
    QVERIFY(files::writeAtomically(path("index.json"), index));
    QVERIFY(m_cache->clean({false, {imageName(QStringLiteral("a:1"))}, {}}));
    QVERIFY(m_cache->manifest(*m_cache->find(imageName(QStringLiteral("b:1")))));
    QVERIFY(store(*m_cache, sampleImage(2), QStringLiteral("a:1")));
    QVERIFY(m_cache->manifest(*m_cache->find(imageName(QStringLiteral("b:1")))));
    QVERIFY(m_cache->clean({false, {imageName(QStringLiteral("b:1"))}, {}}));
    QVERIFY(!QFile::exists(path("manifests/a/1")));
    QVERIFY(m_cache->manifest(*m_cache->find(imageName(QStringLiteral("a:1")))));
}

QTEST_GUILESS_MAIN(TestCacheCleaning)
#include "tst_cachecleaning.moc"
