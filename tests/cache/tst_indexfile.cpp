#include "core/cache/indexfile.h"

#include "core/base/files.h"
#include "core/cache/indexentries.h"
#include "core/cache/indexentry.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace dip;

/// The parts below the cache's entries: the document, the file, the fields.
class TestIndexFile final : public QObject
{
    Q_OBJECT

private slots:
    void aHeldDocumentStaysAsItIs();
    void manyEntriesInOrder();
    void senselessPlatformsAreNone_data();
    void senselessPlatformsAreNone();
};

static QByteArray entry(const QByteArray &repository, const QByteArray &more = {})
{
    return R"({"repository": ")" + repository + R"(", "reference": "1", "manifest_path": "manifests/)" +
           repository + R"(/1", "config_digest": "", "blobs": {})" + more + '}';
}

/// A new entry is put into the very bytes of the index, unless somebody reads them just now.
void TestIndexFile::aHeldDocumentStaysAsItIs()
{
    const QTemporaryDir temporary;
    CacheFolder folder(temporary.path());
    QVERIFY(folder.makeFolders());
    Session session(folder);
    const BlobStore blobs(folder, session);
    IndexFile file(folder, session, blobs);
    const auto lock = folder.lock();
    QVERIFY(lock);
    const IndexDocument::Changes first{{QStringLiteral("a/1"), "{\"n\": 1}"}};
    const IndexDocument::Changes second{{QStringLiteral("b/2"), "{\"n\": 2}"}, {QStringLiteral("c/3"), "{}"}};
    const IndexDocument::Changes third{{QStringLiteral("a/1"), "{\"n\": 3}"}, {QStringLiteral("c/3"), {}}};

    const auto one = file.change(*lock, *file.read(*lock), first);
    QVERIFY(one);
    const QByteArray before((*one)->bytes().constData(), (*one)->bytes().size());
    auto two = file.change(*lock, *one, second);
    QVERIFY(two);
    QCOMPARE((*one)->bytes(), before);
    QCOMPARE((*one)->size(), 1);
    QCOMPARE((*two)->bytes(), IndexDocument::empty().changed(first).changed(second).bytes());

    auto three = file.change(*lock, std::move(*two), third);
    QVERIFY(three);
    QCOMPARE((*three)->size(), 2);
    QCOMPARE((*three)->find(QStringLiteral("a/1")), QByteArrayView("{\"n\": 3}"));
    QCOMPARE((*three)->find(QStringLiteral("b/2")), QByteArrayView("{\"n\": 2}"));
    QVERIFY((*three)->find(QStringLiteral("c/3")).isNull());

    const IndexDocument::Changes fourth{{QStringLiteral("d/4"), "{\"n\": 4}"}};
    const QByteArray expected = (*three)->changed(fourth).bytes();
    const auto four = file.change(*lock, std::move(*three), fourth);
    QVERIFY(four);
    QCOMPARE((*four)->bytes(), expected);
    QCOMPARE((*four)->find(QStringLiteral("d/4")), QByteArrayView("{\"n\": 4}"));
    QCOMPARE(*files::readAll(folder.indexFile(), 1 << 20), expected);
}

/// Enough for several threads.
void TestIndexFile::manyEntriesInOrder()
{
    IndexDocument::Changes entries;
    for (int i = 0; i < 1200; ++i) {
        const QByteArray repository = "r" + QByteArray::number((i * 7919) % 1200);
        entries.emplace(QString::fromLatin1(repository) + QStringLiteral("/1"), entry(repository));
    }
    entries[QStringLiteral("r5/1")] = "{\"blobs\": 7}";
    entries[QStringLiteral("x_note")] = "true";
    const IndexDocument document = IndexDocument::empty().changed(entries);
    const indexentry::Entries all = indexentry::readAll(document);
    QCOMPARE(all.images.size(), 1199);
    QVERIFY(std::ranges::is_sorted(all.images, {}, &CachedImage::name));
    QCOMPARE(all.unreadable.size(), 2);
    QCOMPARE(document.key(all.unreadable[0].at), QStringLiteral("r5/1"));
    QCOMPARE(document.key(all.unreadable[1].at), QStringLiteral("x_note"));
    for (qsizetype i = 1; i < all.images.size(); ++i)
        QVERIFY(all.images[i - 1].name.toString() != all.images[i].name.toString());
}

void TestIndexFile::senselessPlatformsAreNone_data()
{
    QTest::addColumn<QByteArray>("platforms");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("good") << QByteArray(R"(["linux/amd64", "linux\/arm\/v7"])")
                          << QStringList{QStringLiteral("linux/amd64"), QStringLiteral("linux/arm/v7")};
    QTest::newRow("text") << QByteArray(R"("linux/amd64")") << QStringList();
    QTest::newRow("number in a list") << QByteArray(R"(["linux/amd64", 5])") << QStringList();
    QTest::newRow("no platform") << QByteArray(R"(["linux"])") << QStringList();
    QTest::newRow("objects") << QByteArray(R"([{"os": "linux"}])") << QStringList();
    QTest::newRow("null") << QByteArray("null") << QStringList();
}

void TestIndexFile::senselessPlatformsAreNone()
{
    QFETCH(QByteArray, platforms);
    QFETCH(QStringList, expected);
    indexentry::TextPool pool;
    const auto image =
        indexentry::parse(QStringLiteral("a/1"), entry("a", R"(, "platforms": )" + platforms), pool);
    QVERIFY(image);
    QCOMPARE(image->platforms, expected);
}

QTEST_GUILESS_MAIN(TestIndexFile)
#include "tst_indexfile.moc"
