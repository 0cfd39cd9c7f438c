#include "core/transfer/imagesummary.h"

#include "core/base/files.h"
#include "core/transfer/imagemanager.h"
#include "tests/support/sampleimages.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace dip;
using namespace dip::test;

/// A list tells the same of an image whether its entry knows the platforms or its manifests have to be read.
class TestImageSummary final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsOfImages_data();
    void tellsOfImages();
    void missesABlob_data();
    void missesABlob();
    void missesTheManifest();
    void absentChild();
    void configWithoutAPlatform();

private:
    void extract(const char *archive);
    QList<CachedImage> images() const { return m_cache->images().value_or(QList<CachedImage>()); }
    void forgetPlatforms();
    ImageSummary only() const { return summarise(*m_cache, images()).at(0); }

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void TestImageSummary::init()
{
    m_cache.reset();
    m_folder.emplace();
    m_cache = std::move(*Cache::open(m_folder->filePath(QStringLiteral("cache"))));
}

void TestImageSummary::extract(const char *archive)
{
    ProgressSink sink;
    OperationReport report;
    const ExtractAndCache request{QStringLiteral(TEST_DATA_DIR "/") + QLatin1String(archive), {}};
    const auto done = ImageManager(*m_cache).executeOperation(request, {}, sink, report, {});
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
}

/// As an index.json by another hand is: with the specified names only.
void TestImageSummary::forgetPlatforms()
{
    const QString path = m_cache->folder() + QStringLiteral("/index.json");
    QJsonObject index = QJsonDocument::fromJson(*files::readAll(path, 1 << 24)).object();
    for (auto entry = index.begin(); entry != index.end(); ++entry) {
        QJsonObject object = entry->toObject();
        QVERIFY(object.contains(QLatin1String("platforms")));
        object.remove(QLatin1String("platforms"));
        object.remove(QLatin1String("manifest_digest"));
        *entry = object;
    }
    QVERIFY(files::writeAtomically(path, QJsonDocument(index).toJson()));
    const QList<CachedImage> now = images();
    QVERIFY(std::ranges::all_of(now, [](const CachedImage &image) { return image.platforms.isEmpty(); }));
}

void TestImageSummary::tellsOfImages_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::newRow("docker 20, two images") << QByteArray("docker20-multi.tar");
    QTest::newRow("docker 26") << QByteArray("docker26-single.tar");
    QTest::newRow("OCI") << QByteArray("oci-gzip.tar");
}

void TestImageSummary::tellsOfImages()
{
    QFETCH(QByteArray, archive);
    extract(archive.constData());
    const QList<CachedImage> before = images();
    const std::vector<ImageSummary> known = summarise(*m_cache, before);
    QVERIFY(!known.empty());
    for (size_t i = 0; i < known.size(); ++i) {
        QCOMPARE(known[i].platforms, QStringList(QStringLiteral("linux/amd64")));
        QVERIFY(known[i].digest == before[qsizetype(i)].manifestDigest);
        QVERIFY(known[i].isWhole);
    }
    forgetPlatforms();
    const std::vector<ImageSummary> read = summarise(*m_cache, images());
    QCOMPARE(read.size(), known.size());
    for (size_t i = 0; i < known.size(); ++i) {
        QCOMPARE(read[i].platforms, known[i].platforms);
        QVERIFY(read[i].digest == known[i].digest);
        QVERIFY(read[i].isWhole);
    }
}

void TestImageSummary::missesABlob_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<int>("left"); // bytes; -1: the file is gone
    QTest::newRow("known, gone") << true << -1;
    QTest::newRow("known, cut") << true << 5;
    QTest::newRow("read, gone") << false << -1;
    QTest::newRow("read, cut") << false << 5;
}

void TestImageSummary::missesABlob()
{
    QFETCH(bool, isKnown);
    QFETCH(int, left);
    extract("oci-gzip.tar");
    if (!isKnown)
        forgetPlatforms();
    QVERIFY(only().isWhole);
    const QList<CachedBlob> blobs = images().at(0).blobs;
    const auto layer = std::ranges::find(blobs, false, &CachedBlob::isConfig);
    QVERIFY(layer != blobs.end());
    QFile file(m_cache->blobPath(layer->digest));
    QVERIFY(left < 0 ? file.remove() : file.resize(left));
    const ImageSummary summary = only();
    QVERIFY(!summary.isWhole);
    QVERIFY(summary.digest);
    QCOMPARE(summary.platforms, QStringList(QStringLiteral("linux/amd64")));
}

void TestImageSummary::missesTheManifest()
{
    extract("oci-gzip.tar");
    const QString path = m_cache->folder() + u'/' + images().at(0).manifestPath;
    QVERIFY(QFile::remove(path));
    QVERIFY(!only().digest);
    QVERIFY(!only().isWhole);
}

/// An index by another hand, of which one platform is not there.
void TestImageSummary::absentChild()
{
    const SampleImage here = sampleImage(1);
    const SampleImage elsewhere = sampleImage(2);
    const auto child = [](const SampleImage &image, const char16_t *platform) {
        Descriptor descriptor = image.manifest.descriptor();
        descriptor.platform = *Platform::parse(platform);
        return QJsonObject{
            {QStringLiteral("mediaType"), descriptor.mediaType},
            {QStringLiteral("digest"), descriptor.digest.toString()},
            {QStringLiteral("size"), descriptor.size},
            {QStringLiteral("platform"),
             QJsonObject{{QStringLiteral("os"), descriptor.platform->os},
                         {QStringLiteral("architecture"), descriptor.platform->architecture}}}};
    };
    const QJsonObject index{
        {QStringLiteral("schemaVersion"), 2},
        {QStringLiteral("mediaType"), QStringLiteral("application/vnd.oci.image.index.v1+json")},
        {QStringLiteral("manifests"),
         QJsonArray{child(here, u"linux/arm64"), child(elsewhere, u"linux/s390x")}}};
    const auto manifest = Manifest::parse(QJsonDocument(index).toJson());
    QVERIFY(manifest);
    QVERIFY(storeBlobs(*m_cache, here));
    QVERIFY(m_cache->writeBlob(here.manifest.bytes()));
    CachedImage entry = entryFor(here, QStringLiteral("two:1"));
    QVERIFY(m_cache->addImage(entry, *manifest));
    QCOMPARE(only().platforms, QStringList(QStringLiteral("linux/arm64")));
    QVERIFY(!only().isWhole);
    QVERIFY(only().digest == manifest->digest());
}

/// As those of helm charts and other artifacts are.
void TestImageSummary::configWithoutAPlatform()
{
    const QByteArray config = R"({"name":"chart","version":"1.0.0"})";
    const auto digest = m_cache->writeBlob(config);
    QVERIFY(digest);
    const Manifest manifest = Manifest::makeDocker(
        {QStringLiteral("application/vnd.cncf.helm.config.v1+json"), *digest, config.size(), {}, {}, {}}, {});
    CachedImage entry{imageName(QStringLiteral("chart:1")), {}, *digest, {}, {}, {}, {}, {}, {}};
    for (const Descriptor &blob : manifest.blobs())
        entry.blobs.append(CachedBlob::from(blob, true));
    QVERIFY(m_cache->addImage(entry, manifest));
    QCOMPARE(only().platforms, QStringList());
    QVERIFY(only().isWhole);
}

QTEST_GUILESS_MAIN(TestImageSummary)
#include "tst_imagesummary.moc"
