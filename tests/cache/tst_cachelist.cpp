#include "tests/support/sampleimages.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace dip;
using namespace dip::test;

/// The list of images is read once for each index, and never an old one.
class TestCacheList final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsOwnChanges();
    void showsOthersChanges();
    void livesWithoutTheIndexInMemory();
    void manyMayAskAtOnce();

private:
    [[nodiscard]] std::unique_ptr<Cache> open() const { return std::move(*Cache::open(m_folder->path())); }
    static QStringList names(const Cache &cache);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCacheList::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QStringList TestCacheList::names(const Cache &cache)
{
    QStringList names;
    const auto images = cache.images();
    for (const CachedImage &image : *images)
        names.append(image.name.toString());
    return names;
}

void TestCacheList::showsOwnChanges()
{
    const auto cache = open();
    QCOMPARE(names(*cache), QStringList());
    for (int i = 0; i < 5; ++i) {
        QVERIFY(store(*cache, sampleImage(i), QStringLiteral("a/b:%1").arg(i)));
        QCOMPARE(names(*cache).size(), i + 1);
    }
    QVERIFY(cache->setPinned({imageName(QStringLiteral("a/b:3"))}, true));
    QVERIFY(cache->images()->at(3).pinned);
}

void TestCacheList::showsOthersChanges()
{
    const auto cache = open();
    const auto other = open();
    for (int i = 0; i < 5; ++i) {
        QVERIFY(store(*other, sampleImage(i), QStringLiteral("a/b:%1").arg(i)));
        QCOMPARE(names(*cache).size(), i + 1);
        QTest::qWait(i == 2 ? 250 : 0); // an index that is older than a clock's tick, too
        QCOMPARE(names(*cache), names(*other));
    }
}

void TestCacheList::livesWithoutTheIndexInMemory()
{
    const auto cache = open();
    QVERIFY(store(*cache, sampleImage(1), QStringLiteral("a/b:1")));
    for (const int pause : {0, 250}) {
        QTest::qWait(pause);
        QCOMPARE(names(*cache).size(), 1);
        cache->forgetIndex();
        QCOMPARE(names(*cache).size(), 1);
        QVERIFY(cache->find(imageName(QStringLiteral("a/b:1"))));
        cache->forgetIndex();
        QVERIFY(cache->recordUse(imageName(QStringLiteral("a/b:1")), {}));
        QVERIFY(cache->images()->first().lastUsed.isValid());
    }
    cache->forgetIndex();
    const auto other = open();
    QVERIFY(store(*other, sampleImage(2), QStringLiteral("a/b:2")));
    QCOMPARE(names(*cache).size(), 2);
}

void TestCacheList::manyMayAskAtOnce()
{
    const auto cache = open();
    std::vector<std::jthread> askers;
    std::atomic<int> wrong = 0;
    for (int i = 0; i < 4; ++i) {
        askers.emplace_back([&](const std::stop_token &stop) {
            for (qsizetype before = 0; !stop.stop_requested();) {
                const qsizetype now = names(*cache).size();
                wrong += now < before;
                before = now;
                cache->forgetIndex();
            }
        });
    }
    for (int i = 0; i < 20; ++i)
        QVERIFY(store(*cache, sampleImage(i), QStringLiteral("a/b:%1").arg(i)));
    askers.clear();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(names(*cache).size(), 20);
}

QTEST_GUILESS_MAIN(TestCacheList)
#include "tst_cachelist.moc"
