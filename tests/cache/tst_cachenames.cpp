#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include "core/cache/trash.h"
#include "tests/support/sampleimages.h"

using namespace dip;
using namespace dip::test;

/// An image gets another name, or a second one, without a byte of it being copied, and never in place of
/// another.
class TestCacheNames final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void renames();
    void givesASecondName();
    void namesWhatHadNone();
    void refuses_data();
    void refuses();
    void namesThatCollideOnDisk();

private:
    [[nodiscard]] ImageName name(const char *text) const { return imageName(QLatin1String(text)); }
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QStringList manifests() const;

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void TestCacheNames::init()
{
    m_cache.reset();
    m_folder.emplace();
    m_cache = std::move(*Cache::open(m_folder->filePath(QStringLiteral(".cache"))));
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("team/app:1.0")));
    QVERIFY(store(*m_cache, sampleImage(2), QStringLiteral("team/other:1.0")));
    QVERIFY(m_cache->recordUse(name("team/app:1.0"),
                               ImageCopy{QStringLiteral("host:5000"), name("prod/app:1.0"),
                                         sampleImage(1).manifest.digest(), QDateTime::currentDateTimeUtc()}));
    QVERIFY(m_cache->setPinned({name("team/app:1.0")}, true));
}

QStringList TestCacheNames::names() const
{
    QStringList list;
    const QList<CachedImage> images = *m_cache->images();
    for (const CachedImage &image : images)
        list.append(image.name.toString());
    return list;
}

/// Files below manifests/.
QStringList TestCacheNames::manifests() const
{
    QStringList list;
    QDirIterator files(m_cache->folder() + QStringLiteral("/manifests"), QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        list.append(files.next());
    return list;
}

void TestCacheNames::renames()
{
    const CachedImage before = *m_cache->find(name("team/app:1.0"));
    QVERIFY(m_cache->giveName(name("team/app:1.0"), name("site/web:2.1"), false));
    QCOMPARE(names(), (QStringList{QStringLiteral("site/web:2.1"), QStringLiteral("team/other:1.0")}));
    const CachedImage after = *m_cache->find(name("site/web:2.1"));
    QCOMPARE(after.manifestDigest, before.manifestDigest);
    QCOMPARE(after.lastUsed, before.lastUsed);
    QCOMPARE(after.added, before.added);
    QVERIFY(after.pinned);
    QVERIFY(after.isPushed());
    QCOMPARE(m_cache->manifest(after)->bytes(), sampleImage(1).manifest.bytes());
    QCOMPARE(manifests().size(), 2); // that of the old name is gone
    QVERIFY(!QFileInfo::exists(m_cache->folder() + QStringLiteral("/manifests/team/app")));
}

void TestCacheNames::givesASecondName()
{
    QVERIFY(m_cache->giveName(name("team/app:1.0"), name("team/app:latest"), true));
    QCOMPARE(names().size(), 3);
    const CachedImage first = *m_cache->find(name("team/app:1.0"));
    const CachedImage second = *m_cache->find(name("team/app:latest"));
    QCOMPARE(second.manifestDigest, first.manifestDigest);
    QVERIFY(first.pinned && !second.pinned);
    const auto usage = m_cache->usage();
    QVERIFY(usage->share(usage->indexOf(second.name)).unique < 2000); // the manifest's file alone
    QVERIFY(Trash(*m_cache).move({.images = {second.name}}));
    QVERIFY(m_cache->manifest(*m_cache->find(first.name))); // the one does not take the other along
    // Twice the same is nothing new.
    QVERIFY(m_cache->giveName(first.name, first.name, false));
    QCOMPARE(names().size(), 2);
}

void TestCacheNames::namesWhatHadNone()
{
    const QString untagged = QStringLiteral("team/bare@") + sampleImage(3).manifest.digest().toString();
    QVERIFY(store(*m_cache, sampleImage(3), untagged));
    QVERIFY(m_cache->giveName(imageName(untagged), name("team/bare:1"), false));
    QVERIFY(m_cache->manifest(*m_cache->find(name("team/bare:1"))));
    QVERIFY(!m_cache->find(imageName(untagged)));
}

void TestCacheNames::refuses_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("name is taken") << "team/app:1.0" << "team/other:1.0" << ErrorCode::InvalidArgument;
    QTest::newRow("digest for a name")
        << "team/app:1.0" << QString(QLatin1String("team/app@sha256:") + QString(64, u'a'))
        << ErrorCode::InvalidArgument;
    QTest::newRow("not there") << "team/absent:1.0" << "team/new:1.0" << ErrorCode::NotInCache;
}

void TestCacheNames::refuses()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(ErrorCode, code);
    const QStringList before = names();
    for (const bool keepOld : {false, true}) {
        const auto given = m_cache->giveName(imageName(from), imageName(to), keepOld);
        QVERIFY(!given);
        QCOMPARE(given.error().code, code);
    }
    QCOMPARE(names(), before);
    QCOMPARE(m_cache->find(name("team/other:1.0"))->manifestDigest, sampleImage(2).manifest.digest());
}

/// A repository below what is a reference's file; the same but for the case of a letter.
void TestCacheNames::namesThatCollideOnDisk()
{
    QVERIFY(m_cache->giveName(name("team/app:1.0"), name("a:b"), false));
    QVERIFY(m_cache->giveName(name("team/other:1.0"), name("a/b:c"), false));
    QVERIFY(m_cache->giveName(name("a:b"), name("a:B"), true));
    QCOMPARE(names().size(), 3);
    const QList<CachedImage> images = *m_cache->images();
    for (const CachedImage &image : images)
        QVERIFY(m_cache->manifest(image));
    QCOMPARE(manifests().size(), 3);
}

QTEST_GUILESS_MAIN(TestCacheNames)
#include "tst_cachenames.moc"
