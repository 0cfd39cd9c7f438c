#include "core/base/files.h"
#include "tests/support/sampleimages.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace dip;

/// Blobs: how they come into the cache and out of it.
class TestCacheBlobs final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writtenBlobIsThere();
    void piecesBecomeOneBlob();
    void promisesAreChecked_data();
    void promisesAreChecked();
    void unfinishedLeavesNothing();
    void restartBeginsAnew();
    void sameBlobTwice();
    void somethingElseInTheWay_data();
    void somethingElseInTheWay();
    void folderInTheWay();
    void linkIsNoBlob();
    void downloadIsContinued();
    void downloadOfAnotherIsLeftAlone();
    void damagedRestIsNoticed();
    void longRestIsThrownAway();
    void resumeStops();
    void readingChecks();
    void scratchGoes();
    void linkedFolderIsRefused();

private:
    QString path(const QString &relative) const { return m_cache->folder() + u'/' + relative; }
    QStringList files(const QString &relative) const
    {
        return QDir(path(relative)).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }
    QStringList temporaries() const
    {
        QStringList found;
        QDirIterator all(path(QStringLiteral("tmp")), QDir::Files | QDir::Hidden,
                         QDirIterator::Subdirectories);
        while (all.hasNext())
            found.append(all.next());
        return found;
    }

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void TestCacheBlobs::init()
{
    m_cache.reset();
    m_folder.emplace();
    auto cache = Cache::open(m_folder->filePath(QStringLiteral("a/.cache")));
    QVERIFY(cache);
    m_cache = std::move(*cache);
}

void TestCacheBlobs::writtenBlobIsThere()
{
    const auto digest = m_cache->writeBlob("hello");
    QVERIFY(digest);
    QVERIFY(*digest == Digest::of("hello"));
    QVERIFY(m_cache->hasBlob(*digest, 5));
    QVERIFY(!m_cache->hasBlob(*digest, 4));
    QVERIFY(!m_cache->hasBlob(Digest::of("other"), 5));
    QCOMPARE(m_cache->blobSize(*digest), std::optional<qint64>(5));
    QVERIFY(!m_cache->blobSize(Digest::of("other")));
    QCOMPARE(m_cache->blobPath(*digest), path(QStringLiteral("blobs/sha256/") + digest->hex()));
    QVERIFY(QDir::isAbsolutePath(m_cache->blobPath(*digest)));
    QCOMPARE(*m_cache->readBlob(*digest, 100), QByteArray("hello"));
    QVERIFY(temporaries().isEmpty());
}

void TestCacheBlobs::piecesBecomeOneBlob()
{
    QByteArray all;
    auto writer = m_cache->newBlob();
    QVERIFY(writer);
    for (int i = 0; i < 5; ++i) {
        const QByteArray piece(300'000 + i, char('a' + i));
        QVERIFY((*writer)->write(piece));
        all += piece;
        QCOMPARE((*writer)->size(), all.size());
    }
    QVERIFY(files(QStringLiteral("blobs/sha256")).isEmpty());
    const auto digest = (*writer)->commit(std::nullopt, std::nullopt);
    QVERIFY(digest);
    QCOMPARE(*m_cache->readBlob(*digest, 10'000'000), all);
}

void TestCacheBlobs::promisesAreChecked_data()
{
    QTest::addColumn<QByteArray>("promised");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("code"); // -1: good
    QTest::newRow("both right") << QByteArray("hello") << qint64(5) << -1;
    QTest::newRow("size wrong") << QByteArray("hello") << qint64(6) << int(ErrorCode::SizeMismatch);
    QTest::newRow("digest wrong") << QByteArray("other") << qint64(5) << int(ErrorCode::DigestMismatch);
}

void TestCacheBlobs::promisesAreChecked()
{
    QFETCH(QByteArray, promised);
    QFETCH(qint64, size);
    QFETCH(int, code);
    for (const bool named : {false, true}) {
        auto writer = named ? m_cache->resumeBlob(Digest::of(promised), size) : m_cache->newBlob();
        QVERIFY(writer);
        QVERIFY((*writer)->write("hello"));
        const auto digest = (*writer)->commit(Digest::of(promised), size);
        QCOMPARE(digest ? -1 : int(digest.error().code), code);
        QCOMPARE(files(QStringLiteral("blobs/sha256")).size(), code < 0 ? 1 : 0);
        QVERIFY(temporaries().isEmpty());
        QCOMPARE(files(QStringLiteral("partial")), QStringList());
    }
}

void TestCacheBlobs::unfinishedLeavesNothing()
{
    {
        auto writer = m_cache->newBlob();
        QVERIFY(writer && (*writer)->write("half"));
        QCOMPARE(temporaries().size(), 1);
        auto download = m_cache->resumeBlob(Digest::of("x"), 1);
        QVERIFY(download);
    }
    QVERIFY(temporaries().isEmpty());
    QVERIFY(files(QStringLiteral("partial")).isEmpty()); // it had nothing worth keeping
}

void TestCacheBlobs::restartBeginsAnew()
{
    auto writer = m_cache->newBlob();
    QVERIFY(writer && (*writer)->write("wrong beginning"));
    QVERIFY((*writer)->restart());
    QCOMPARE((*writer)->size(), 0);
    QVERIFY((*writer)->write("right"));
    QVERIFY((*writer)->commit(Digest::of("right"), 5));
    QCOMPARE(*m_cache->readBlob(Digest::of("right"), 10), QByteArray("right"));
}

void TestCacheBlobs::sameBlobTwice()
{
    const auto digest = m_cache->writeBlob("hello");
    QVERIFY(digest);
    const auto before = QFileInfo(m_cache->blobPath(*digest)).lastModified();
    QTest::qWait(20);
    QVERIFY(m_cache->writeBlob("hello"));
    QCOMPARE(QFileInfo(m_cache->blobPath(*digest)).lastModified(), before);
    QVERIFY(temporaries().isEmpty());
}

void TestCacheBlobs::somethingElseInTheWay_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind :
         {"short file", "empty folder", "link to a file", "link to a folder", "broken link"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestCacheBlobs::somethingElseInTheWay()
{
    QFETCH(QString, kind);
    const QString place = m_cache->blobPath(Digest::of("hello"));
    const QString outside = m_folder->filePath(QStringLiteral("outside"));
    QVERIFY(files::writeAtomically(outside, "HELLO"));
    if (kind == QLatin1String("short file"))
        QVERIFY(files::writeAtomically(place, "hel"));
    else if (kind == QLatin1String("empty folder"))
        QVERIFY(QDir().mkdir(place));
    else if (kind == QLatin1String("link to a file"))
        QVERIFY(QFile::link(outside, place));
    else if (kind == QLatin1String("link to a folder"))
        QVERIFY(QFile::link(m_folder->path(), place));
    else
        QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("none")), place));
    QVERIFY(!m_cache->hasBlob(Digest::of("hello"), 5));
    QVERIFY(m_cache->writeBlob("hello"));
    QVERIFY(m_cache->hasBlob(Digest::of("hello"), 5));
    QVERIFY(!QFileInfo(place).isSymLink());
    QCOMPARE(*files::readAll(outside, 10), QByteArray("HELLO"));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("none"))));
}

void TestCacheBlobs::folderInTheWay()
{
    const QString place = m_cache->blobPath(Digest::of("hello"));
    QVERIFY(QDir().mkpath(place + QStringLiteral("/inside")));
    const auto written = m_cache->writeBlob("hello");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::CacheDamaged);
    QVERIFY(QFileInfo(place + QStringLiteral("/inside")).isDir());
    QVERIFY(temporaries().isEmpty());
}

void TestCacheBlobs::linkIsNoBlob()
{
    const QString outside = m_folder->filePath(QStringLiteral("outside"));
    QVERIFY(files::writeAtomically(outside, "hello"));
    QVERIFY(QFile::link(outside, m_cache->blobPath(Digest::of("hello"))));
    QVERIFY(!m_cache->hasBlob(Digest::of("hello"), 5));
    QVERIFY(!m_cache->blobSize(Digest::of("hello")));
    QCOMPARE(m_cache->readBlob(Digest::of("hello"), 10).error().code, ErrorCode::NotInCache);
}

void TestCacheBlobs::downloadIsContinued()
{
    const QByteArray all = QByteArray(2'500'000, 'd') + "end";
    const Digest digest = Digest::of(all);
    {
        auto writer = m_cache->resumeBlob(digest, all.size());
        QVERIFY(writer);
        QCOMPARE((*writer)->size(), 0);
        QVERIFY((*writer)->write(QByteArrayView(all).first(2'000'000)));
    }
    m_cache = std::move(*Cache::open(m_cache->folder()));
    auto writer = m_cache->resumeBlob(digest, all.size());
    QVERIFY(writer);
    QCOMPARE((*writer)->size(), 2'000'000);
    QVERIFY((*writer)->write(QByteArrayView(all).sliced(2'000'000)));
    QVERIFY((*writer)->commit(digest, all.size()));
    QCOMPARE(*m_cache->readBlob(digest, 10'000'000), all);
    QVERIFY(files(QStringLiteral("partial")).isEmpty());
}

void TestCacheBlobs::downloadOfAnotherIsLeftAlone()
{
    auto first = m_cache->resumeBlob(Digest::of("hello"), 5);
    QVERIFY(first && (*first)->write("he"));
    const auto other = Cache::open(m_cache->folder());
    QVERIFY(other);
    auto second = (*other)->resumeBlob(Digest::of("hello"), 5);
    QVERIFY(second);
    QCOMPARE((*second)->size(), 0);
    QVERIFY((*second)->write("hello"));
    QVERIFY((*second)->commit(Digest::of("hello"), 5));
    QVERIFY((*first)->write("llo"));
    QVERIFY((*first)->commit(Digest::of("hello"), 5));
    QCOMPARE(*m_cache->readBlob(Digest::of("hello"), 5), QByteArray("hello"));
}

void TestCacheBlobs::damagedRestIsNoticed()
{
    QVERIFY(files::writeAtomically(path(QStringLiteral("partial/") + Digest::of("hello").hex()), "hX"));
    {
        auto writer = m_cache->resumeBlob(Digest::of("hello"), 5);
        QVERIFY(writer);
        QCOMPARE((*writer)->size(), 2);
        QVERIFY((*writer)->write("llo"));
        QCOMPARE((*writer)->commit(Digest::of("hello"), 5).error().code, ErrorCode::DigestMismatch);
    }
    auto again = m_cache->resumeBlob(Digest::of("hello"), 5);
    QVERIFY(again);
    QCOMPARE((*again)->size(), 0);
}

void TestCacheBlobs::longRestIsThrownAway()
{
    const QString place = path(QStringLiteral("partial/") + Digest::of("hello").hex());
    QVERIFY(files::writeAtomically(place, "hello and more"));
    {
        auto writer = m_cache->resumeBlob(Digest::of("hello"), 5);
        QVERIFY(writer);
        QCOMPARE((*writer)->size(), 0);
    }
    // Nor is anything written through a link.
    const QString outside = m_folder->filePath(QStringLiteral("outside"));
    QVERIFY(files::writeAtomically(outside, "mine"));
    QVERIFY(QFile::link(outside, place));
    auto writer = m_cache->resumeBlob(Digest::of("hello"), 5);
    QVERIFY(writer);
    QCOMPARE((*writer)->size(), 0);
    QVERIFY((*writer)->write("hello"));
    QVERIFY((*writer)->commit(Digest::of("hello"), 5));
    QCOMPARE(*files::readAll(outside, 10), QByteArray("mine"));
}

void TestCacheBlobs::resumeStops()
{
    const QString place = path(QStringLiteral("partial/") + Digest::of("hello").hex());
    QVERIFY(files::writeAtomically(place, "hel"));
    std::stop_source source;
    source.request_stop();
    const auto writer = m_cache->resumeBlob(Digest::of("hello"), 5, source.get_token());
    QVERIFY(!writer);
    QCOMPARE(writer.error().code, ErrorCode::Cancelled);
    QCOMPARE(*files::readAll(place, 10), QByteArray("hel"));
}

void TestCacheBlobs::readingChecks()
{
    QCOMPARE(m_cache->readBlob(Digest::of("hello"), 10).error().code, ErrorCode::NotInCache);
    QVERIFY(m_cache->writeBlob("hello"));
    QCOMPARE(m_cache->readBlob(Digest::of("hello"), 4).error().code, ErrorCode::ManifestTooLarge);
    QVERIFY(files::writeAtomically(m_cache->blobPath(Digest::of("hello")), "hellO"));
    QCOMPARE(m_cache->readBlob(Digest::of("hello"), 10).error().code, ErrorCode::CacheDamaged);
}

void TestCacheBlobs::scratchGoes()
{
    QString first;
    {
        const auto scratch = m_cache->scratch();
        const auto other = m_cache->scratch();
        QVERIFY(scratch && other);
        first = (*scratch)->folder();
        QVERIFY(first != (*other)->folder());
        QVERIFY(first.startsWith(m_cache->folder()));
        QVERIFY(files::makeFolder(first + QStringLiteral("/a/b")));
        QVERIFY(files::writeAtomically(first + QStringLiteral("/a/file"), "x"));
        // Another cache that opens the folder sees that its owner lives.
        QVERIFY(Cache::open(m_cache->folder()));
        QVERIFY(QFile::exists(first + QStringLiteral("/a/file")));
    }
    QVERIFY(!QFile::exists(first));
}

void TestCacheBlobs::linkedFolderIsRefused()
{
    const QString root = m_cache->folder();
    m_cache.reset();
    const QString elsewhere = m_folder->filePath(QStringLiteral("elsewhere"));
    QVERIFY(QDir().mkpath(elsewhere));
    QVERIFY(QDir(root + QStringLiteral("/manifests")).removeRecursively());
    QVERIFY(QFile::link(elsewhere, root + QStringLiteral("/manifests")));
    const auto opened = Cache::open(root);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::CacheDamaged);
}

QTEST_GUILESS_MAIN(TestCacheBlobs)
#include "tst_cacheblobs.moc"
