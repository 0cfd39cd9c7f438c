#include "core/base/files.h"
#include "core/cache/indexdocument.h"
#include "core/cache/trash.h"
#include "core/transfer/verifier.h"
#include "tests/support/randomimages.h"
#include "tests/support/sampleimages.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace dip;
using namespace dip::test;

/// What must hold for any cache and any selection, tried with a thousand of them: what is said to be freed is
/// what the disk has more afterwards; what goes to the trash comes back byte for byte; what stays is whole.
class TestCacheProperties final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { PropertyRounds::tellIfFailed(m_seed); }
    void undoRestoresEveryByte();
    void wouldFreeIsFreed();

private:
    QString root() const { return m_folder->filePath(QStringLiteral(".cache")); }
    QString path(const QString &relative) const { return root() + u'/' + relative; }
    void makeCache(quint32 seed);
    void decorate();
    void putFile(const QString &relative, const QByteArray &bytes) const;
    QMap<QString, QByteArray> content() const;
    qint64 bytesThere() const;
    QList<ImageName> someImages(int oneIn);
    QStringList moveSome();
    CleanRequest someRequest();
    void stayingAreWhole() const;

    std::optional<PropertyRounds> m_rounds;
    quint32 m_seed = 0; ///< of the round that runs
    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    std::optional<RandomImages> m_images;
};

void TestCacheProperties::initTestCase()
{
    m_rounds.emplace(1000);
}

/// In memory where there is such a place: what is counted here needs no syncing disk.
void TestCacheProperties::makeCache(quint32 seed)
{
    m_seed = seed;
    m_cache.reset();
    const QString memory = QStringLiteral("/dev/shm");
    if (QFileInfo(memory).isWritable())
        m_folder.emplace(memory + QLatin1String("/cacheproperties-XXXXXX"));
    else
        m_folder.emplace();
    m_cache = std::move(*Cache::open(root()));
    m_images.emplace(seed);
    const auto filled = m_images->fill(*m_cache, 6);
    QVERIFY2(filled, filled ? "" : qPrintable(filled.error().detail));
    decorate();
    m_cache.reset(); // so that its leases on what no image names are over
    m_cache = std::move(*Cache::open(root()));
}

void TestCacheProperties::putFile(const QString &relative, const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(path(relative)).path()));
    QVERIFY(files::writeAtomically(path(relative), bytes));
}

/// Uses, pushes and pins, and things that are no image's.
void TestCacheProperties::decorate()
{
    RandomImages &chance = *m_images;
    const QList<CachedImage> images = *m_cache->images();
    for (const CachedImage &image : images) {
        if (chance.oneIn(5))
            QVERIFY(m_cache->setPinned({image.name}, true));
        const Digest pushed = chance.oneIn(2) ? *image.manifestDigest : Digest::of("another");
        const ImageCopy copy{QStringLiteral("host"), image.name, pushed, QDateTime::currentDateTimeUtc()};
        if (chance.oneIn(3))
            QVERIFY(m_cache->recordUse(image.name, copy));
    }
    if (chance.oneIn(3))
        QVERIFY(m_cache->writeBlob("stray"));
    if (chance.oneIn(4))
        putFile(QStringLiteral("partial/") + Digest::of("left").hex(), "lef");
    if (chance.oneIn(4))
        putFile(QStringLiteral("uploads/12.json"), "{}");
    if (chance.oneIn(4))
        putFile(QStringLiteral("manifests/nobody/1"), "orphan");
}

/// Every entry, manifest and blob.
QMap<QString, QByteArray> TestCacheProperties::content() const
{
    QMap<QString, QByteArray> all;
    for (const QString &folder : {QStringLiteral("blobs"), QStringLiteral("manifests")}) {
        QDirIterator there(path(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (there.hasNext()) {
            const QString name = there.next();
            all.insert(name.sliced(root().size()), *files::readAll(name, 1 << 24));
        }
    }
    const auto index = IndexDocument::parse(*files::readAll(path(QStringLiteral("index.json")), 1 << 24));
    for (qsizetype i = 0; index && i < index->size(); ++i)
        all.insert(index->key(i), index->value(i).toByteArray());
    return all;
}

/// All but index.json, which cleaning rewrites, and the lock files, which are empty.
qint64 TestCacheProperties::bytesThere() const
{
    qint64 sum = 0;
    QDirIterator all(root(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QFileInfo info = all.nextFileInfo();
        if (info.filePath() != path(QStringLiteral("index.json")))
            sum += info.size();
    }
    return sum;
}

QList<ImageName> TestCacheProperties::someImages(int oneIn)
{
    QList<ImageName> some;
    const QList<CachedImage> images = *m_cache->images();
    for (const CachedImage &image : images) {
        if (m_images->oneIn(oneIn))
            some.append(image.name);
    }
    return some;
}

/// Verifies all that is left, blob by blob.
void TestCacheProperties::stayingAreWhole() const
{
    ProgressSink sink;
    VerifyReport report;
    QVERIFY(Verifier(*m_cache, sink, {}).verify({.threads = 1}, report));
    for (const AuditFinding &finding : std::as_const(report.findings))
        QVERIFY2(!finding.isHarm(), qPrintable(finding.path + u' ' + finding.detail));
}

// --- undo

/// Moves some images in one to three steps; the items that came of it.
QStringList TestCacheProperties::moveSome()
{
    QStringList ids;
    for (int steps = m_images->chance().bounded(1, 4); steps > 0; --steps) {
        const QList<ImageName> some = someImages(3);
        const auto moved = some.isEmpty() ? Trash::Moved() : *Trash(*m_cache).move({.images = some});
        if (!moved.id.isEmpty())
            ids.append(moved.id);
    }
    return ids;
}

void TestCacheProperties::undoRestoresEveryByte()
{
    int undone = 0;
    for (int round = 0; round < m_rounds->rounds; ++round) {
        makeCache(m_rounds->seed + quint32(round));
        QVERIFY(m_cache->clean({})); // what is no image's may go at any time, so it is no part of this
        const auto before = content();
        QStringList ids = moveSome();
        if (m_images->oneIn(2))
            QVERIFY(m_cache->clean({}));
        if (m_images->oneIn(2))
            m_cache = std::move(*Cache::open(root()));
        std::shuffle(ids.begin(), ids.end(), m_images->chance());
        for (const QString &id : std::as_const(ids))
            QVERIFY(Trash(*m_cache).restore(id));
        QCOMPARE(content(), before);
        undone += ids.isEmpty() ? 0 : 1;
    }
    QCOMPARE_GT(undone, m_rounds->rounds / 2);
}

// --- cleaning

CleanRequest TestCacheProperties::someRequest()
{
    RandomImages &chance = *m_images;
    CleanRequest request;
    request.images = chance.oneIn(3) ? QList<ImageName>() : someImages(2);
    request.all = chance.oneIn(12);
    request.untagged = chance.oneIn(5);
    request.pushed = chance.oneIn(5);
    if (chance.oneIn(5))
        request.unusedSince = QDateTime::currentDateTimeUtc().addDays(chance.oneIn(2) ? 1 : -1);
    request.matchAll = chance.oneIn(5) && request.hasConditions();
    request.unreferenced = chance.oneIn(5);
    request.unfinished = chance.oneIn(5);
    if (chance.oneIn(5))
        request.free = chance.chance().bounded(1, 30'000);
    return request;
}

/// The figure before, the plan, what was done and the disk agree. Some images lie in the trash meanwhile, and
/// their blobs stay.
void TestCacheProperties::wouldFreeIsFreed()
{
    qint64 freed = 0;
    for (int round = 0; round < m_rounds->rounds; ++round) {
        makeCache(m_rounds->seed + quint32(round));
        if (m_images->oneIn(3))
            moveSome();

        const QList<ImageName> selected = someImages(2);
        const auto usage = m_cache->usage();
        QVERIFY(usage);
        const CacheUsage::Selection expected = usage->selection(selected);
        QCOMPARE(expected.total, expected.freed + expected.shared);
        qint64 before = bytesThere();
        QCOMPARE(before, usage->bytes() + usage->rest().unreferenced.bytes + usage->rest().unfinished.bytes +
                             usage->rest().uploads.bytes + usage->rest().inTransfer.bytes +
                             usage->rest().trash.bytes);
        if (!selected.isEmpty()) {
            QVERIFY(m_cache->setPinned(selected, false));
            QCOMPARE(m_cache->planCleaning({.images = selected})->bytes(), expected.freed);
            QCOMPARE(m_cache->clean({.images = selected})->bytes(), expected.freed);
            QCOMPARE(before - bytesThere(), expected.freed);
        }

        const CleanRequest request = someRequest();
        const auto plan = m_cache->planCleaning(request);
        QVERIFY(plan);
        before = bytesThere();
        const auto done = m_cache->clean(request);
        QVERIFY(done);
        QCOMPARE(done->images, plan->images);
        QCOMPARE(done->bytes(), plan->bytes());
        QCOMPARE(before - bytesThere(), plan->bytes());
        QVERIFY(!request.free || plan->bytes() + plan->missing >= *request.free);
        stayingAreWhole();
        freed += plan->bytes();
    }
    QCOMPARE_GT(freed, m_rounds->rounds);
}

QTEST_GUILESS_MAIN(TestCacheProperties)
#include "tst_cacheproperties.moc"
