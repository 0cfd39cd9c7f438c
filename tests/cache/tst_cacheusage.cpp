#include "core/base/files.h"
#include "core/image/mediatype.h"
#include "tests/support/sampleimages.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace dip;
using namespace dip::test;

/// Figures that hold: what is said to be freed is what the disk has more afterwards.
class TestCacheUsage final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sharesAndSelections();
    void whatBelongsToNobody();
    void pinnedStay();
    void pinSurvives();
    void untaggedAndPushed();
    void matchAll();
    void partsAlone();
    void freesTheLeastRecentlyUsed();
    void freesNoMoreThanNeeded();
    void cannotFreeEnough();
    void unwritableCacheIsCounted();

private:
    QString root() const { return m_folder->filePath(QStringLiteral(".cache")); }
    QString path(const char *relative) const { return root() + u'/' + QLatin1String(relative); }
    void reopen()
    {
        m_cache.reset();
        m_cache = std::move(*Cache::open(root()));
    }
    void add(int seed, const char *name) { QVERIFY(store(*m_cache, sampleImage(seed), QLatin1String(name))); }
    /// An image of these layers and a config of its own.
    void addOf(const QByteArrayList &layers, const QString &name, int seed);
    qint64 bytesThere() const;
    QStringList names() const;
    QStringList chosen(const CleanRequest &request) const;

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void TestCacheUsage::init()
{
    m_cache.reset();
    // In memory where there is such a place: what is counted here needs no syncing disk.
    const QString memory = QStringLiteral("/dev/shm");
    if (QFileInfo(memory).isWritable())
        m_folder.emplace(memory + QLatin1String("/cacheusage-XXXXXX"));
    else
        m_folder.emplace();
    reopen();
}

void TestCacheUsage::addOf(const QByteArrayList &layers, const QString &name, int seed)
{
    const SampleImage base = sampleImage(seed, 0);
    QList<Descriptor> descriptors;
    for (const QByteArray &layer : layers)
        descriptors.append({mediatype::dockerLayerGzip, Digest::of(layer), layer.size(), {}, {}, {}});
    const SampleImage image{base.config, layers, Manifest::makeDocker(base.manifest.config(), descriptors)};
    QVERIFY(store(*m_cache, image, name));
}

/// All but index.json, which cleaning rewrites.
qint64 TestCacheUsage::bytesThere() const
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

QStringList TestCacheUsage::names() const
{
    QStringList list;
    const QList<CachedImage> images = *m_cache->images();
    for (const CachedImage &image : images)
        list.append(image.name.toString());
    return list;
}

QStringList TestCacheUsage::chosen(const CleanRequest &request) const
{
    QStringList list;
    const auto plan = m_cache->planCleaning(request);
    if (!plan)
        return {errorCodeName(plan.error().code)};
    for (const ImageName &name : plan->images)
        list.append(name.toString());
    return list;
}

void TestCacheUsage::sharesAndSelections()
{
    const QByteArray big(5000, 'b');
    const QByteArray own(700, 'o');
    addOf({big, own}, QStringLiteral("a:1"), 1);
    addOf({big}, QStringLiteral("b:1"), 2);
    const auto usage = m_cache->usage();
    QVERIFY(usage);
    QCOMPARE(usage->images().size(), 2);
    const qsizetype a = usage->indexOf(imageName(QStringLiteral("a:1")));
    const qsizetype b = usage->indexOf(imageName(QStringLiteral("b:1")));
    QCOMPARE(usage->indexOf(imageName(QStringLiteral("c:1"))), -1);
    QCOMPARE(usage->share(a).shared, big.size());
    QCOMPARE(usage->share(b).shared, big.size());
    QCOMPARE(usage->share(a).total, usage->share(a).shared + usage->share(a).unique);
    QCOMPARE(usage->bytes(), usage->share(a).unique + usage->share(b).unique + big.size());
    const CacheUsage::Selection one = usage->selection(QList<qsizetype>{a, a});
    QCOMPARE(one.freed, usage->share(a).unique);
    QCOMPARE(one.total, usage->share(a).total);
    const CacheUsage::Selection both =
        usage->selection({imageName(QStringLiteral("a:1")), imageName(QStringLiteral("b:1"))});
    QCOMPARE(both.freed, usage->bytes());
    QCOMPARE(both.shared, 0);
    for (const quint32 file : usage->filesOf(b)) {
        if (usage->digestOf(file) == Digest::of(big))
            QCOMPARE(usage->imagesOf(file), 2);
    }
}

void TestCacheUsage::whatBelongsToNobody()
{
    add(1, "a:1");
    QVERIFY(m_cache->writeBlob("stray"));
    QVERIFY(files::writeAtomically(path("manifests/b"), "orphan"));
    reopen();
    {
        auto left = m_cache->resumeBlob(Digest::of("left"), 4);
        QVERIFY(left && (*left)->write("lef"));
    }
    {
        auto begun = m_cache->resumeBlob(Digest::of("work"), 4);
        QVERIFY(begun && (*begun)->write("wo"));
    }
    const auto worked = m_cache->resumeBlob(Digest::of("work"), 4);
    QVERIFY(worked);
    QVERIFY(QDir().mkpath(path("uploads")));
    QVERIFY(files::writeAtomically(path("uploads/1234.json"), "{}"));
    const auto usage = m_cache->usage();
    QVERIFY(usage);
    QCOMPARE(usage->rest().unreferenced.bytes, 5 + 6);
    QCOMPARE(usage->rest().unreferenced.files, 2);
    QCOMPARE(usage->rest().unfinished.bytes, 3);
    QCOMPARE(usage->rest().uploads.bytes, 2);
    QCOMPARE(usage->rest().inTransfer.bytes, 2);
    QCOMPARE(usage->rest().trash.files, 0);
    const qint64 all = usage->bytes() + 5 + 6 + 3 + 2 + 2;
    QCOMPARE(bytesThere(), all);
    const auto done = m_cache->clean({});
    QVERIFY(done);
    QCOMPARE(done->bytes(), 5 + 6 + 3 + 2);
    QCOMPARE(bytesThere(), all - done->bytes());
}

void TestCacheUsage::pinnedStay()
{
    add(1, "a:1");
    add(2, "b:1");
    QVERIFY(m_cache->setPinned({imageName(QStringLiteral("a:1"))}, true));
    const auto plan = m_cache->clean({.all = true});
    QVERIFY(plan);
    QCOMPARE(plan->pinned, QList{imageName(QStringLiteral("a:1"))});
    QCOMPARE(names(), QStringList{QStringLiteral("a:1")});
    QCOMPARE(chosen({.images = {imageName(QStringLiteral("a:1"))}}), QStringList());
    QCOMPARE(chosen({.free = 1'000'000}), QStringList());
    QVERIFY(m_cache->setPinned({imageName(QStringLiteral("a:1"))}, false));
    QCOMPARE(chosen({.all = true}), QStringList{QStringLiteral("a:1")});
    const Result<void> unknown =
        m_cache->setPinned({imageName(QStringLiteral("a:1")), imageName(QStringLiteral("c:1"))}, true);
    QCOMPARE(unknown.error().code, ErrorCode::NotInCache);
    QVERIFY(!m_cache->find(imageName(QStringLiteral("a:1")))->pinned);
}

void TestCacheUsage::pinSurvives()
{
    add(1, "a:1");
    QVERIFY(m_cache->setPinned({imageName(QStringLiteral("a:1"))}, true));
    QVERIFY(m_cache->recordUse(imageName(QStringLiteral("a:1")), {}));
    add(2, "a:1");
    reopen();
    QVERIFY(m_cache->find(imageName(QStringLiteral("a:1")))->pinned);
    QVERIFY(m_cache->setPinned({imageName(QStringLiteral("a:1"))}, false));
    const auto index = files::readAll(path("index.json"), 1 << 20);
    QVERIFY(index && !index->contains("pinned"));
}

void TestCacheUsage::untaggedAndPushed()
{
    const SampleImage image = sampleImage(1);
    const QString untagged = QLatin1String("a@") + image.manifest.digest().toString();
    QVERIFY(store(*m_cache, image, untagged));
    add(2, "b:1");
    add(3, "c:1");
    const ImageName b = imageName(QStringLiteral("b:1"));
    const ImageName c = imageName(QStringLiteral("c:1"));
    QVERIFY(m_cache->recordUse(b, ImageCopy{QStringLiteral("host"), b, sampleImage(2).manifest.digest(),
                                            QDateTime::currentDateTimeUtc()}));
    QVERIFY(m_cache->recordUse(c, ImageCopy{QStringLiteral("host"), c, sampleImage(4).manifest.digest(),
                                            QDateTime::currentDateTimeUtc()}));
    QCOMPARE(chosen({.untagged = true}), QStringList{untagged});
    QCOMPARE(chosen({.pushed = true}), QStringList{QStringLiteral("b:1")}); // what went from c was another
    QCOMPARE(chosen({.untagged = true, .pushed = true}).size(), 2);
}

void TestCacheUsage::matchAll()
{
    add(1, "a:1");
    add(2, "b:1");
    const ImageName a = imageName(QStringLiteral("a:1"));
    QVERIFY(m_cache->recordUse(a, ImageCopy{QStringLiteral("host"), a, sampleImage(1).manifest.digest(),
                                            QDateTime::currentDateTimeUtc()}));
    const QDateTime tomorrow = QDateTime::currentDateTimeUtc().addDays(1);
    QCOMPARE(chosen({.unusedSince = tomorrow, .pushed = true}).size(), 2);
    QCOMPARE(chosen({.unusedSince = tomorrow, .pushed = true, .matchAll = true}),
             QStringList{QStringLiteral("a:1")});
    QCOMPARE(chosen({.unusedSince = tomorrow.addDays(-2), .pushed = true, .matchAll = true}), QStringList());
    QCOMPARE(chosen({.matchAll = true}), QStringList());
}

void TestCacheUsage::partsAlone()
{
    QVERIFY(m_cache->writeBlob("stray"));
    reopen();
    {
        auto left = m_cache->resumeBlob(Digest::of("left"), 4);
        QVERIFY(left && (*left)->write("lef"));
    }
    QCOMPARE(m_cache->planCleaning({.unreferenced = true})->bytes(), 5);
    QCOMPARE(m_cache->planCleaning({.unfinished = true})->bytes(), 3);
    QCOMPARE(m_cache->planCleaning({})->bytes(), 8);
    QCOMPARE(m_cache->planCleaning({.pushed = true})->bytes(), 0);
}

void TestCacheUsage::freesTheLeastRecentlyUsed()
{
    for (int i = 1; i <= 4; ++i) {
        addOf({QByteArray(10'000, char('a' + i))}, QStringLiteral("i%1:1").arg(i), i);
        QTest::qSleep(5);
    }
    QVERIFY(m_cache->recordUse(imageName(QStringLiteral("i1:1")), {}));
    QCOMPARE(chosen({.free = 10'000}), QStringList{QStringLiteral("i2:1")});
    QCOMPARE(chosen({.free = 20'000}), QStringList({QStringLiteral("i2:1"), QStringLiteral("i3:1")}));
    const qint64 before = bytesThere();
    const auto done = m_cache->clean({.free = 20'000});
    QVERIFY(done && done->missing == 0);
    QVERIFY(before - bytesThere() >= 20'000);
    QCOMPARE(before - bytesThere(), done->bytes());
    QCOMPARE(names(), QStringList({QStringLiteral("i1:1"), QStringLiteral("i4:1")}));
    // What nobody needs goes first, and may be enough.
    QVERIFY(m_cache->writeBlob(QByteArray(3000, 'x')));
    reopen();
    QCOMPARE(chosen({.free = 3000}), QStringList());
    QCOMPARE(m_cache->clean({.free = 3000})->bytes(), 3000);
    QCOMPARE(chosen({.pushed = true, .free = 1}), QStringList()); // conditions say who may go
}

void TestCacheUsage::freesNoMoreThanNeeded()
{
    const QByteArray shared(10'000, 's');
    addOf({shared}, QStringLiteral("a:1"), 1);
    QTest::qSleep(5);
    addOf({QByteArray(20'000, 'x')}, QStringLiteral("b:1"), 2);
    QTest::qSleep(5);
    addOf({shared}, QStringLiteral("c:1"), 3);
    QCOMPARE(chosen({.free = 20'000}), QStringList{QStringLiteral("b:1")}); // a's layer stays for c anyway
}

void TestCacheUsage::cannotFreeEnough()
{
    add(1, "a:1");
    add(2, "b:1");
    QVERIFY(m_cache->setPinned({imageName(QStringLiteral("b:1"))}, true));
    const auto lease = m_cache->lease({sampleImage(1).manifest.config().digest});
    QVERIFY(lease);
    const auto plan = m_cache->planCleaning({.free = 1'000'000});
    QVERIFY(plan);
    QCOMPARE(plan->images, QList{imageName(QStringLiteral("a:1"))});
    QCOMPARE(plan->missing, 1'000'000 - plan->bytes());
    QCOMPARE(plan->keptForTransfers, 1);
    QCOMPARE(plan->pinned, QList{imageName(QStringLiteral("b:1"))});
}

void TestCacheUsage::unwritableCacheIsCounted()
{
    add(1, "a:1");
    const qint64 bytes = m_cache->usage()->bytes();
    m_cache.reset();
    // A file in the lock's place serves as a folder that cannot be written to, also for root.
    QVERIFY(QFile::remove(path("index.lock")) && QDir().mkpath(path("index.lock")));
    reopen();
    const auto usage = m_cache->usage();
    QVERIFY(usage);
    QCOMPARE(usage->bytes(), bytes);
    QCOMPARE(m_cache->planCleaning({.all = true})->images.size(), 1);
    QVERIFY(!m_cache->clean({.all = true}));
    QCOMPARE(names().size(), 1);
}

QTEST_GUILESS_MAIN(TestCacheUsage)
#include "tst_cacheusage.moc"
