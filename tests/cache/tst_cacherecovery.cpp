#include "core/base/files.h"
#include "core/image/mediatype.h"
#include "tests/support/sampleimages.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace dip;
using namespace dip::test;

/// A lost or damaged index, names that collide on disk, and what dead processes leave.
class TestCacheRecovery final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void lostIndexIsRebuilt();
    void damagedIndexIsRebuilt_data();
    void damagedIndexIsRebuilt();
    void indexDamagedWhileOpen();
    void incompleteImagesAreLeftOut();
    void indexWithPlatformsIsRebuilt();
    void collidingNames_data();
    void collidingNames();
    void manifestThroughALink();
    void deadSessionsAreSwept();
    void folderCannotBeMade();

private:
    QString path(const char *relative) const { return root() + u'/' + QLatin1String(relative); }
    QString root() const { return m_folder->filePath(QStringLiteral(".cache")); }
    void reopen() { m_cache = std::move(*Cache::open(root())); }
    QStringList names() const
    {
        QStringList list;
        const QList<CachedImage> images = *m_cache->images();
        for (const CachedImage &image : images)
            list.append(image.name.toString());
        return list;
    }

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void TestCacheRecovery::init()
{
    m_cache.reset();
    m_folder.emplace();
    auto cache = Cache::open(root());
    QVERIFY(cache);
    m_cache = std::move(*cache);
}

void TestCacheRecovery::lostIndexIsRebuilt()
{
    const QStringList all{QStringLiteral("a:1"),
                          QStringLiteral("a:B"),
                          QStringLiteral("a:b"),
                          QStringLiteral("a/b:c"),
                          QStringLiteral("a@") + sampleImage(1).manifest.digest().toString(),
                          QStringLiteral("con:nul")};
    for (qsizetype i = 0; i < all.size(); ++i)
        QVERIFY(store(*m_cache, sampleImage(int(i)), all[i]));
    const QStringList before = names();
    QVERIFY(QFile::remove(path("index.json")));
    reopen();
    QCOMPARE(names(), before);
    QCOMPARE(m_cache->notices().size(), 1);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto found = m_cache->find(imageName(all[i]));
        QVERIFY(found);
        QCOMPARE(found->blobs.size(), 3);
        QVERIFY(found->configDigest == sampleImage(int(i)).manifest.config().digest);
        QCOMPARE(m_cache->manifest(*found)->bytes(), sampleImage(int(i)).manifest.bytes());
    }
    reopen();
    QVERIFY(m_cache->notices().isEmpty()); // it is whole again
}

void TestCacheRecovery::damagedIndexIsRebuilt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty file") << QByteArray();
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("cut") << QByteArray(R"({"a/1": {"repository": "a")");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("two documents") << QByteArray("{}{}");
    QTest::newRow("comma too many") << QByteArray(R"({"a/1": {"repository": "a",,}})");
}

void TestCacheRecovery::damagedIndexIsRebuilt()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("a:1")));
    QVERIFY(files::writeAtomically(path("index.json"), bytes));
    reopen();
    QCOMPARE(names(), QStringList(QStringLiteral("a:1")));
    const QStringList kept = QDir(root()).entryList({QStringLiteral("index.json.damaged-*")}, QDir::Files);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(*files::readAll(root() + u'/' + kept.first(), 1 << 20), bytes);
    QCOMPARE(m_cache->notices().size(), 1);
    QVERIFY(m_cache->notices().first().contains(kept.first()));
}

void TestCacheRecovery::indexDamagedWhileOpen()
{
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("a:1")));
    QVERIFY(files::writeAtomically(path("index.json"), "junk"));
    QCOMPARE(names(), QStringList(QStringLiteral("a:1")));
    QVERIFY(QFile::remove(path("index.json")));
    QVERIFY(store(*m_cache, sampleImage(2), QStringLiteral("b:1")));
    QCOMPARE(names(), QStringList({QStringLiteral("a:1"), QStringLiteral("b:1")}));
}

void TestCacheRecovery::incompleteImagesAreLeftOut()
{
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("whole:1")));
    QVERIFY(store(*m_cache, sampleImage(2), QStringLiteral("holey:1")));
    QVERIFY(QFile::remove(m_cache->blobPath(Digest::of(sampleImage(2).layers[1]))));
    QVERIFY(QDir().mkpath(path("manifests/junk")));
    QVERIFY(files::writeAtomically(path("manifests/junk/1"), "junk"));
    QVERIFY(files::writeAtomically(path("manifests/junk/.hidden"), "junk"));
    QVERIFY(QFile::remove(path("index.json")));
    reopen();
    QCOMPARE(names(), QStringList(QStringLiteral("whole:1")));
    const QString told = m_cache->notices().join(u'\n');
    QVERIFY(told.contains(QLatin1String("manifests/holey/1")) &&
            told.contains(Digest::of(sampleImage(2).layers[1]).hex()));
    QVERIFY(told.contains(QLatin1String("manifests/junk/1")) &&
            told.contains(QLatin1String("manifests/junk/.hidden")));
    QVERIFY(QFile::exists(path("manifests/holey/1"))); // nothing is removed for that
}

void TestCacheRecovery::indexWithPlatformsIsRebuilt()
{
    const SampleImage here = sampleImage(1); // for amd64
    const SampleImage absent = sampleImage(2);
    const auto child = [](const SampleImage &image) {
        return R"({"mediaType":")" + image.manifest.mediaType().toLatin1() + R"(","digest":")" +
               image.manifest.digest().toString().toLatin1() + R"(","size":)" +
               QByteArray::number(image.manifest.bytes().size()) + '}';
    };
    const auto index =
        Manifest::parse(R"({"schemaVersion":2,"manifests":[)" + child(here) + ',' + child(absent) + "]}");
    QVERIFY(index);
    QVERIFY(storeBlobs(*m_cache, here));
    QVERIFY(m_cache->writeBlob(here.manifest.bytes()));
    CachedImage entry = entryFor(here, QStringLiteral("multi:1"));
    entry.blobs.append(CachedBlob::from(here.manifest.descriptor(), false));
    QVERIFY(m_cache->addImage(entry, *index));
    QVERIFY(QFile::remove(path("index.json")));
    reopen();
    const auto found = m_cache->find(imageName(QStringLiteral("multi:1")));
    QVERIFY(found);
    QCOMPARE(found->blobs.size(), 4);
    QCOMPARE(found->configDigest.has_value(), Platform::host().architecture == QLatin1String("amd64"));
    QVERIFY(m_cache->manifest(*found)->isIndex());
    // Without any of its platforms it is no image.
    QVERIFY(QFile::remove(m_cache->blobPath(here.manifest.digest())));
    QVERIFY(QFile::remove(path("index.json")));
    reopen();
    QVERIFY(names().isEmpty());
    QCOMPARE(m_cache->notices().size(), 2);
}

void TestCacheRecovery::collidingNames_data()
{
    QTest::addColumn<QStringList>("images");
    QTest::addColumn<QStringList>("plain"); // that lie in the specified place
    const QString digestName = QStringLiteral("a@") + sampleImage(0).manifest.digest().toString();
    QTest::newRow("file, then folder") << QStringList{QStringLiteral("a:b"), QStringLiteral("a/b:c")}
                                       << QStringList{QStringLiteral("manifests/a/b")};
    QTest::newRow("folder, then file") << QStringList{QStringLiteral("a/b:c"), QStringLiteral("a:b")}
                                       << QStringList{QStringLiteral("manifests/a/b/c")};
    QTest::newRow("case only") << QStringList{QStringLiteral("a:RC"), QStringLiteral("a:rc"),
                                              QStringLiteral("a:Rc")}
                               << QStringList{QStringLiteral("manifests/a/RC")};
    QTest::newRow("case only, file and folder") << QStringList{QStringLiteral("a:B"), QStringLiteral("a/b:c")}
                                                << QStringList{QStringLiteral("manifests/a/B")};
    QTest::newRow("device names") << QStringList{QStringLiteral("con:1"), QStringLiteral("a:NUL"),
                                                 QStringLiteral("a:aux.1")}
                                  << QStringList{};
    QTest::newRow("dot at the end") << QStringList{QStringLiteral("a:1."), QStringLiteral("a:1")}
                                    << QStringList{QStringLiteral("manifests/a/1")};
    QTest::newRow("digest") << QStringList{digestName} << QStringList{};
}

void TestCacheRecovery::collidingNames()
{
    QFETCH(QStringList, images);
    QFETCH(QStringList, plain);
    for (int round = 0; round < 2; ++round) { // the second one replaces each
        for (qsizetype i = 0; i < images.size(); ++i)
            QVERIFY(store(*m_cache, sampleImage(int(i) + 10 * round), images[i]));
        QStringList paths;
        for (qsizetype i = 0; i < images.size(); ++i) {
            const auto found = m_cache->find(imageName(images[i]));
            QVERIFY(found);
            QCOMPARE(m_cache->manifest(*found)->bytes(), sampleImage(int(i) + 10 * round).manifest.bytes());
            paths.append(found->manifestPath);
            QVERIFY2(!found->manifestPath.contains(u':'), qPrintable(found->manifestPath));
            const bool specified = !found->manifestPath.contains(u'+');
            QCOMPARE(plain.contains(found->manifestPath), specified);
        }
        for (const QString &place : std::as_const(plain))
            QVERIFY(paths.contains(place));
    }
    QVERIFY(QFile::remove(path("index.json")));
    const QStringList before = images;
    reopen();
    QCOMPARE(names().size(), before.size());
    QVERIFY(m_cache->clean({true, {}, {}}));
    QVERIFY(QDir(path("manifests")).isEmpty());
}

/// A folder below manifests/ that is a link is not followed, and another image's manifest is not overwritten.
void TestCacheRecovery::manifestThroughALink()
{
    const QString outside = m_folder->filePath(QStringLiteral("outside"));
    QVERIFY(QDir().mkpath(outside));
    QVERIFY(QFile::link(outside, path("manifests/a")));
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("a:1")));
    QVERIFY(QDir(outside).isEmpty());
    QCOMPARE(m_cache->find(imageName(QStringLiteral("a:1")))->manifestPath,
             QStringLiteral("manifests/+a/+1+"));

    QByteArray index = *files::readAll(path("index.json"), 1 << 20);
    QVERIFY(store(*m_cache, sampleImage(2), QStringLiteral("b:1")));
    index = *files::readAll(path("index.json"), 1 << 20);
    index.replace("\"manifests/b/1\"", "\"manifests/c/1\""); // as another hand may do
    QVERIFY(QDir().rename(path("manifests/b"), path("manifests/c")));
    QVERIFY(files::writeAtomically(path("index.json"), index));
    QVERIFY(store(*m_cache, sampleImage(3), QStringLiteral("c:1")));
    QCOMPARE(m_cache->manifest(*m_cache->find(imageName(QStringLiteral("b:1"))))->bytes(),
             sampleImage(2).manifest.bytes());
    QCOMPARE(m_cache->manifest(*m_cache->find(imageName(QStringLiteral("c:1"))))->bytes(),
             sampleImage(3).manifest.bytes());
}

void TestCacheRecovery::deadSessionsAreSwept()
{
    const auto living = Cache::open(root());
    QVERIFY(living);
    auto writer = (*living)->newBlob();
    QVERIFY(writer && (*writer)->write("alive"));
    QVERIFY(QDir().mkpath(path("tmp/dead/1/a")));
    QVERIFY(files::writeAtomically(path("tmp/dead/1/a/file"), "x"));
    QVERIFY(files::writeAtomically(path("tmp/stray"), "x"));
    QVERIFY(files::writeAtomically(path("leases/dead.lock"), ""));
    QVERIFY(files::writeAtomically(path("leases/dead.1"), Digest::of("x").hex().toLatin1() + '\n'));
    QVERIFY(files::writeAtomically(path("leases/lockless.1"), ""));
    const QString outside = m_folder->filePath(QStringLiteral("outside"));
    QVERIFY(files::writeAtomically(outside, "x"));
    QVERIFY(QFile::link(m_folder->path(), path("tmp/dead/link")));
    QVERIFY(QFile::link(m_folder->path(), path("tmp/link")));
    reopen();
    QCOMPARE(QDir(path("tmp")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System).size(), 1);
    QCOMPARE(QDir(path("leases")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    QVERIFY(QFile::exists(outside));
    QVERIFY((*writer)->commit(Digest::of("alive"), 5));
}

void TestCacheRecovery::folderCannotBeMade()
{
    QVERIFY(files::writeAtomically(path("file"), "x"));
    const auto opened = Cache::open(path("file/.cache"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DiskFailed);
    QCOMPARE(Cache::open(path("file")).error().code, ErrorCode::DiskFailed);
}

QTEST_GUILESS_MAIN(TestCacheRecovery)
#include "tst_cacherecovery.moc"
