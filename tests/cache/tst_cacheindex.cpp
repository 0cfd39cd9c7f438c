#include "core/base/files.h"
#include "tests/support/sampleimages.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace dip;
using namespace dip::test;

/// index.json: what we write, what we read, and what survives.
class TestCacheIndex final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void emptyCache();
    void specifiedNames();
    void imageIsFound();
    void missingBlobIsRefused();
    void imageIsReplaced();
    void useIsRecorded();
    void imagesAreOrdered();
    void handWrittenIndexIsRead();
    void byteOrderMarkAndEscapes();
    void unknownFieldsSurvive();
    void brokenEntriesAreKept_data();
    void brokenEntriesAreKept();
    void changesOfOthersAreSeen();
    void manifestIsChecked();
    void interruptedReplacementIsWhole();

private:
    QString path(const char *relative) const { return m_cache->folder() + u'/' + QLatin1String(relative); }
    QJsonObject index() const
    {
        return QJsonDocument::fromJson(*files::readAll(path("index.json"), 1 << 30)).object();
    }
    void writeIndex(const QByteArray &json) { QVERIFY(files::writeAtomically(path("index.json"), json)); }
    void reopen() { m_cache = std::move(*Cache::open(m_cache->folder())); }

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void TestCacheIndex::init()
{
    m_cache.reset();
    m_folder.emplace();
    auto cache = Cache::open(m_folder->filePath(QStringLiteral(".cache")));
    QVERIFY(cache);
    m_cache = std::move(*cache);
}

void TestCacheIndex::emptyCache()
{
    QVERIFY(m_cache->images() && m_cache->images()->isEmpty());
    QVERIFY(m_cache->notices().isEmpty());
    QCOMPARE(m_cache->find(imageName(QStringLiteral("a:1"))).error().code, ErrorCode::NotInCache);
    QCOMPARE(m_cache->recordUse(imageName(QStringLiteral("a:1")), {}).error().code, ErrorCode::NotInCache);
}

void TestCacheIndex::specifiedNames()
{
    const SampleImage image = sampleImage(1);
    QVERIFY(store(*m_cache, image, QStringLiteral("library/web:1.0")));
    const QJsonObject root = index();
    QCOMPARE(root.keys(), QStringList(QStringLiteral("library/web/1.0")));
    const QJsonObject entry = root[QLatin1String("library/web/1.0")].toObject();
    QCOMPARE(entry[QLatin1String("repository")].toString(), QStringLiteral("library/web"));
    QCOMPARE(entry[QLatin1String("reference")].toString(), QStringLiteral("1.0"));
    QCOMPARE(entry[QLatin1String("manifest_path")].toString(), QStringLiteral("manifests/library/web/1.0"));
    QCOMPARE(entry[QLatin1String("config_digest")].toString(), image.manifest.config().digest.toString());
    const QJsonObject blobs = entry[QLatin1String("blobs")].toObject();
    QCOMPARE(blobs.size(), 3);
    const QStringList names{QStringLiteral("compressed"), QStringLiteral("digest"),
                            QStringLiteral("is_config"),  QStringLiteral("media_type"),
                            QStringLiteral("path"),       QStringLiteral("size")};
    for (const Descriptor &descriptor : image.manifest.blobs()) {
        const QJsonObject blob = blobs[descriptor.digest.toString()].toObject();
        QCOMPARE(blob.keys(), names);
        QCOMPARE(blob[QLatin1String("digest")].toString(), descriptor.digest.toString());
        QCOMPARE(blob[QLatin1String("size")].toInteger(), descriptor.size);
        QCOMPARE(blob[QLatin1String("path")].toString(),
                 QStringLiteral("blobs/sha256/") + descriptor.digest.hex());
        const bool isConfig = descriptor.digest == image.manifest.config().digest;
        QVERIFY(blob[QLatin1String("is_config")] == QJsonValue(isConfig));
        QVERIFY(blob[QLatin1String("compressed")] == QJsonValue(!isConfig));
        QCOMPARE(blob[QLatin1String("media_type")].toString(), descriptor.mediaType);
    }
    QCOMPARE(*files::readAll(path("manifests/library/web/1.0"), 10'000), image.manifest.bytes());
}

void TestCacheIndex::imageIsFound()
{
    const SampleImage image = sampleImage(1);
    CachedImage entry = entryFor(image, QStringLiteral("a/b:1"));
    entry.source = QStringLiteral("C:\\images\\\"镜像\".tar");
    entry.platforms = {QStringLiteral("linux/amd64"), QStringLiteral("linux/arm/v7")};
    QVERIFY(storeBlobs(*m_cache, image));
    QVERIFY(m_cache->addImage(entry, image.manifest));
    reopen();
    const auto found = m_cache->find(imageName(QStringLiteral("a/b:1")));
    QVERIFY(found);
    QCOMPARE(found->name.toString(), QStringLiteral("a/b:1"));
    QVERIFY(found->configDigest == image.manifest.config().digest);
    QVERIFY(found->manifestDigest == image.manifest.digest());
    QCOMPARE(found->source, entry.source);
    QCOMPARE(found->platforms, entry.platforms);
    QCOMPARE(found->added.timeSpec(), Qt::UTC);
    QVERIFY(qAbs(found->added.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(!found->lastUsed.isValid());
    QCOMPARE(found->blobs.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        QVERIFY(found->blobs[i].digest == entry.blobs[i].digest);
        QCOMPARE(found->blobs[i].size, entry.blobs[i].size);
        QCOMPARE(found->blobs[i].isConfig, entry.blobs[i].isConfig);
        QCOMPARE(found->blobs[i].compressed, entry.blobs[i].compressed);
        QCOMPARE(found->blobs[i].mediaType, entry.blobs[i].mediaType);
    }
    QCOMPARE(found->totalSize(), 6000 + image.config.size());
    const auto manifest = m_cache->manifest(*found);
    QVERIFY(manifest);
    QCOMPARE(manifest->bytes(), image.manifest.bytes());
}

void TestCacheIndex::missingBlobIsRefused()
{
    const SampleImage image = sampleImage(1);
    QVERIFY(storeBlobs(*m_cache, image));
    QVERIFY(QFile::remove(m_cache->blobPath(Digest::of(image.layers[1]))));
    const auto added = m_cache->addImage(entryFor(image, QStringLiteral("a:1")), image.manifest);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::NotInCache);
    QVERIFY(m_cache->images()->isEmpty());
    QVERIFY(!QFile::exists(path("manifests/a/1")));
}

void TestCacheIndex::imageIsReplaced()
{
    const QString name = QStringLiteral("a:1");
    QVERIFY(store(*m_cache, sampleImage(1), name));
    const ImageCopy copy{QStringLiteral("r:5000"), imageName(name), sampleImage(1).manifest.digest(),
                         QDateTime::currentDateTimeUtc()};
    QVERIFY(m_cache->recordUse(imageName(name), copy));
    const CachedImage old = *m_cache->find(imageName(name));
    QVERIFY(store(*m_cache, sampleImage(1), name)); // the same again
    QCOMPARE(m_cache->find(imageName(name))->copies.size(), 1);
    QVERIFY(m_cache->find(imageName(name))->lastUsed.isValid());
    QVERIFY(store(*m_cache, sampleImage(2), name));
    QCOMPARE(m_cache->images()->size(), 1);
    const CachedImage now = *m_cache->find(imageName(name));
    QVERIFY(now.manifestDigest == sampleImage(2).manifest.digest());
    QVERIFY(now.copies.isEmpty());
    QCOMPARE(m_cache->manifest(now)->bytes(), sampleImage(2).manifest.bytes());
    QCOMPARE(QDir(path("manifests/a")).entryList(QDir::Files), QStringList(QStringLiteral("1")));
    QCOMPARE(m_cache->manifest(old).error().code, ErrorCode::NotInCache);
}

void TestCacheIndex::useIsRecorded()
{
    const ImageName name = imageName(QStringLiteral("a:1"));
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("a:1")));
    QVERIFY(m_cache->recordUse(name, {}));
    QVERIFY(m_cache->find(name)->lastUsed.isValid());
    const QDateTime when =
        QDateTime::fromString(QStringLiteral("2024-02-03T04:05:06.789Z"), Qt::ISODateWithMs);
    const auto copy = [&](const char16_t *host, const QString &to, int seed) {
        return ImageCopy{QString(host), imageName(to), sampleImage(seed).manifest.digest(), when};
    };
    QVERIFY(m_cache->recordUse(name, copy(u"one:5000", QStringLiteral("x/a:1"), 1)));
    QVERIFY(m_cache->recordUse(name, copy(u"two", QStringLiteral("x/a:1"), 1)));
    QVERIFY(m_cache->recordUse(name, copy(u"one:5000", QStringLiteral("x/a:1"), 2)));
    reopen();
    const auto copies = m_cache->find(name)->copies;
    QCOMPARE(copies.size(), 2);
    QCOMPARE(copies[0].registry, QStringLiteral("two"));
    QCOMPARE(copies[1].registry, QStringLiteral("one:5000"));
    QCOMPARE(copies[1].name.toString(), QStringLiteral("x/a:1"));
    QVERIFY(copies[1].digest == sampleImage(2).manifest.digest());
    QCOMPARE(copies[1].when, when);
    const QJsonObject json = index()[QLatin1String("a/1")][QLatin1String("copies")][1].toObject();
    QCOMPARE(json[QLatin1String("reference")].toString(), QStringLiteral("1"));
    QCOMPARE(json[QLatin1String("when")].toString(), QStringLiteral("2024-02-03T04:05:06.789Z"));
}

void TestCacheIndex::imagesAreOrdered()
{
    for (const char16_t *name : {u"b:1", u"a:2", u"a:1", u"a/b:1"})
        QVERIFY(store(*m_cache, sampleImage(1), QString(name)));
    QStringList names;
    const QList<CachedImage> images = *m_cache->images();
    for (const CachedImage &image : images)
        names.append(image.name.toString());
    QCOMPARE(names, QStringList({QStringLiteral("a:1"), QStringLiteral("a:2"), QStringLiteral("a/b:1"),
                                 QStringLiteral("b:1")}));
}

static QByteArray handWritten(const SampleImage &image, const QByteArray &manifestPath,
                              const QByteArray &extra = {})
{
    const QByteArray config = image.manifest.config().digest.toString().toLatin1();
    const QByteArray hex = image.manifest.config().digest.hex().toLatin1();
    return R"("hand/made/1": {"repository": "hand/made", "reference": "1", "manifest_path": ")" +
           manifestPath + R"(", "config_digest": ")" + config + R"(", "blobs": {")" + config +
           R"(": {"digest": ")" + config + R"(", "size": )" + QByteArray::number(image.config.size()) +
           R"(, "path": "blobs/sha256/)" + hex +
           R"(", "is_config": true, "compressed": false, "media_type": "application/x")" + extra + "}}" +
           extra + '}';
}

void TestCacheIndex::handWrittenIndexIsRead()
{
    const SampleImage image = sampleImage(1);
    QVERIFY(storeBlobs(*m_cache, image));
    QVERIFY(QDir().mkpath(path("manifests/elsewhere")));
    QVERIFY(files::writeAtomically(path("manifests/elsewhere/m.json"), image.manifest.bytes()));
    writeIndex('{' + handWritten(image, "manifests/elsewhere/m.json") + '}');
    reopen();
    QVERIFY2(m_cache->notices().isEmpty(), qPrintable(m_cache->notices().join(u'\n')));
    const auto found = m_cache->find(imageName(QStringLiteral("hand/made:1")));
    QVERIFY(found);
    QVERIFY(!found->manifestDigest);
    QCOMPARE(found->blobs.size(), 1);
    QVERIFY(found->blobs.first().isConfig);
    QCOMPARE(m_cache->manifest(*found)->bytes(), image.manifest.bytes());
    // Taken over by us, it moves to its specified place.
    QVERIFY(store(*m_cache, image, QStringLiteral("hand/made:1")));
    QVERIFY(QFile::exists(path("manifests/hand/made/1")));
    QVERIFY(!QFile::exists(path("manifests/elsewhere")));
}

void TestCacheIndex::byteOrderMarkAndEscapes()
{
    QByteArray entry = handWritten(sampleImage(1), "manifests/hand/made/1");
    entry.replace("hand/made", "hand\\/made").replace("blobs/", "blobs\\/");
    writeIndex("\xef\xbb\xbf{" + entry + "}");
    reopen();
    QVERIFY(m_cache->find(imageName(QStringLiteral("hand/made:1"))));
    QVERIFY(storeBlobs(*m_cache, sampleImage(1)));
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("hand/made:1")));
    QCOMPARE(m_cache->images()->size(), 1);
    QCOMPARE(index().size(), 1);
}

void TestCacheIndex::unknownFieldsSurvive()
{
    const SampleImage image = sampleImage(1);
    const QByteArray extra = R"(, "x_note": {"deep": [1.0, "é", 12345678901234567890]})";
    const QByteArray untouched =
        R"("other/2": {"repository":"other",  "reference":"2","blobs":{},"manifest_path":"manifests/other/2","odd":1e2})";
    writeIndex(R"({"x_version": 1.50, )" + handWritten(image, "manifests/hand/made/1", extra) + ", " +
               untouched + ", \"x_list\": [1]}");
    reopen();
    QVERIFY2(m_cache->notices().isEmpty(), qPrintable(m_cache->notices().join(u'\n')));
    QVERIFY(QDir().mkpath(path("manifests/hand/made")));
    QVERIFY(files::writeAtomically(path("manifests/hand/made/1"), image.manifest.bytes()));
    QVERIFY(m_cache->recordUse(imageName(QStringLiteral("hand/made:1")), {}));
    QVERIFY(store(*m_cache, image, QStringLiteral("new:1")));
    QVERIFY(store(*m_cache, image, QStringLiteral("hand/made:1")));
    const QByteArray bytes = *files::readAll(path("index.json"), 1 << 20);
    QVERIFY(bytes.contains("\"x_version\": 1.50"));
    QVERIFY(bytes.contains("\"x_list\": [1]"));
    QVERIFY(bytes.contains(untouched));
    QCOMPARE(bytes.count(QByteArrayView(extra).sliced(2)), 2);
    const QJsonObject entry = index()[QLatin1String("hand/made/1")].toObject();
    QVERIFY(entry.contains(QLatin1String("x_note")) && entry.contains(QLatin1String("last_used")));
    QVERIFY(entry[QLatin1String("blobs")][image.manifest.config().digest.toString()].toObject().contains(
        QLatin1String("x_note")));
    QCOMPARE(m_cache->images()->size(), 3);
}

void TestCacheIndex::brokenEntriesAreKept_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("absolute manifest_path", "\"manifests/hand/made/1\"", "\"/etc/passwd\"");
    row("manifest_path upwards", "\"manifests/hand/made/1\"", "\"manifests/../../secret\"");
    row("manifest_path upwards for Windows", "\"manifests/hand/made/1\"",
        "\"manifests\\\\..\\\\..\\\\secret\"");
    row("manifest_path of another kind", "\"manifests/hand/made/1\"", "\"index.json\"");
    row("no manifest_path", "\"manifest_path\"", "\"x\"");
    row("absolute blob path", "\"blobs/sha256/", "\"/blobs/sha256/");
    row("blob path upwards", "\"blobs/sha256/", "\"blobs/../../");
    row("other repository", "\"repository\": \"hand/made\"", "\"repository\": \"hand\"");
    row("reference of a wrong form", "\"reference\": \"1\"", "\"reference\": \"../1\"");
    row("key of a wrong form", "\"hand/made/1\": {", "\"Hand/made/1\": {");
    row("no blobs", "\"blobs\": {", "\"Blobs\": {");
    row("blob key without a digest", "\"blobs\": {\"sha256:", "\"blobs\": {\"sha1:");
    row("digest disagrees", "\"digest\": \"sha256:", "\"digest\": \"sha256:0");
    row("size negative", "\"size\": ", "\"size\": -");
    row("size a text", "\"is_config\": true", "\"size\": \"7\"");
    row("config_digest of a wrong form", "\"config_digest\": \"sha256:", "\"config_digest\": \"sha256:z");
    row("entry a list of blobs", "\"blobs\": {", "\"blobs\": [], \"rest\": {");
}

void TestCacheIndex::brokenEntriesAreKept()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray entry = handWritten(sampleImage(1), "manifests/hand/made/1");
    QVERIFY(entry.contains(from));
    entry.replace(entry.indexOf(from), from.size(), to);
    writeIndex('{' + entry + '}');
    reopen();
    QVERIFY(store(*m_cache, sampleImage(2), QStringLiteral("good:1")));
    const auto images = m_cache->images();
    QVERIFY(images);
    QCOMPARE(images->size(), 1);
    QCOMPARE(images->first().name.toString(), QStringLiteral("good:1"));
    QCOMPARE(m_cache->notices().size(), 1);
    QVERIFY(m_cache->notices().first().contains(QLatin1String("and/made/1")));
    QVERIFY(m_cache->images()); // nor is it told twice
    QCOMPARE(m_cache->notices().size(), 1);
    if (!entry.startsWith("\"Hand"))
        QCOMPARE(m_cache->find(imageName(QStringLiteral("hand/made:1"))).error().code,
                 ErrorCode::CacheDamaged);
    QVERIFY(files::readAll(path("index.json"), 1 << 20)->contains(entry));
}

void TestCacheIndex::changesOfOthersAreSeen()
{
    const auto other = Cache::open(m_cache->folder());
    QVERIFY(other);
    for (int i = 0; i < 20; ++i) {
        const QString name = QStringLiteral("a:%1").arg(i);
        QVERIFY(store(i % 2 ? **other : *m_cache, sampleImage(1), name));
        QCOMPARE(m_cache->images()->size(), i + 1);
        QVERIFY((*other)->find(imageName(name)));
        // A change that keeps the file's length, within one tick of its clock.
        QVERIFY(m_cache->recordUse(imageName(name), {}));
        const QDateTime used = m_cache->find(imageName(name))->lastUsed;
        QCOMPARE((*other)->find(imageName(name))->lastUsed, used);
    }
}

void TestCacheIndex::manifestIsChecked()
{
    const ImageName name = imageName(QStringLiteral("a:1"));
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("a:1")));
    const CachedImage image = *m_cache->find(name);
    QVERIFY(files::writeAtomically(path("manifests/a/1"), sampleImage(2).manifest.bytes()));
    QCOMPARE(m_cache->manifest(image).error().code, ErrorCode::CacheDamaged);
    QVERIFY(QFile::remove(path("manifests/a/1")));
    QCOMPARE(m_cache->manifest(image).error().code, ErrorCode::CacheDamaged);
    const QString outside = m_folder->filePath(QStringLiteral("outside"));
    QVERIFY(files::writeAtomically(outside, sampleImage(1).manifest.bytes()));
    QVERIFY(QFile::link(outside, path("manifests/a/1")));
    QCOMPARE(m_cache->manifest(image).error().code, ErrorCode::CacheDamaged);
    CachedImage forged = image;
    forged.manifestPath = QStringLiteral("manifests/../../outside");
    QCOMPARE(m_cache->manifest(forged).error().code, ErrorCode::CacheDamaged);

    const Descriptor child = sampleImage(3).manifest.descriptor();
    QCOMPARE(m_cache->childManifest(child).error().code, ErrorCode::NotInCache);
    QVERIFY(m_cache->writeBlob(sampleImage(3).manifest.bytes()));
    QCOMPARE(m_cache->childManifest(child)->bytes(), sampleImage(3).manifest.bytes());
    const auto junk = m_cache->writeBlob("junk");
    QVERIFY(junk);
    QCOMPARE(m_cache->childManifest({{}, *junk, 4, {}, {}, {}}).error().code, ErrorCode::ManifestInvalid);
}

/// Where a process ended between the index's change and the manifest's, both the old and the new are whole.
void TestCacheIndex::interruptedReplacementIsWhole()
{
    const ImageName name = imageName(QStringLiteral("a:1"));
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("a:1")));
    QVERIFY(files::writeAtomically(path("manifests/a/1+new"), sampleImage(2).manifest.bytes()));
    QCOMPARE(m_cache->manifest(*m_cache->find(name))->bytes(), sampleImage(1).manifest.bytes());
    QVERIFY(store(*m_cache, sampleImage(2), QStringLiteral("a:1")));
    QVERIFY(files::writeAtomically(path("manifests/a/1+new"), sampleImage(2).manifest.bytes()));
    QVERIFY(files::writeAtomically(path("manifests/a/1"), sampleImage(1).manifest.bytes()));
    QCOMPARE(m_cache->manifest(*m_cache->find(name))->bytes(), sampleImage(2).manifest.bytes());
    QVERIFY(store(*m_cache, sampleImage(2), QStringLiteral("a:1")));
    QCOMPARE(QDir(path("manifests/a")).entryList(QDir::Files), QStringList(QStringLiteral("1")));
    QCOMPARE(m_cache->manifest(*m_cache->find(name))->bytes(), sampleImage(2).manifest.bytes());
}

QTEST_GUILESS_MAIN(TestCacheIndex)
#include "tst_cacheindex.moc"
