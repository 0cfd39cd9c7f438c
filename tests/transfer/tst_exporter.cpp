#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/archive/parseimageinfo.h"
#include "core/cache/cache.h"
#include "core/transfer/imagemanager.h"
#include "core/transfer/imagetree.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/program.h"
#include "tests/support/sampleimages.h"

using namespace dip;
using namespace dip::test;

/// What is exported and extracted again is the same, digest for digest; and others can read it.
class TestExporter final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void extractIsInverse_data();
    void extractIsInverse();
    void sharedLayersOnce();
    void namesStayAsTheyAre_data();
    void namesStayAsTheyAre();
    void sameContentPackedOtherwise();
    void indexInAnIndex();
    void indexKeepsItsPlatforms();
    void dockerArchiveHoldsOnePlatform();
    void skopeoReads_data();
    void skopeoReads();
    void targetIsThere();
    void damagedBlobIsNoted();
    void missingImage();
    void stops();

private:
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    std::unique_ptr<Cache> open(const char *name) const { return std::move(*Cache::open(file(name))); }
    void extract(Cache &cache, const QString &archive);
    Result<void> exportTo(const QString &target, ExportFormat format, bool overwrite = false,
                          const std::stop_token &stop = {});

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

namespace {

QString data(const char *name)
{
    return QStringLiteral(TEST_DATA_DIR "/") + QLatin1String(name);
}

/// All that makes the images of a cache what they are.
QStringList contentOf(const Cache &cache)
{
    QStringList lines;
    const QList<CachedImage> images = *cache.images();
    for (const CachedImage &image : images) {
        QStringList blobs;
        for (const CachedBlob &blob : image.blobs)
            blobs.append(blob.digest.toString() + u' ' + QString::number(blob.size) + u' ' + blob.mediaType);
        blobs.sort();
        lines.append(image.name.toString() + u' ' + image.manifestDigest->toString() + u' ' +
                     blobs.join(QLatin1String(", ")));
    }
    return lines;
}

QList<ImageName> namesIn(const Cache &cache)
{
    QList<ImageName> names;
    const QList<CachedImage> images = *cache.images();
    for (const CachedImage &image : images)
        names.append(image.name);
    return names;
}

} // namespace

void TestExporter::init()
{
    m_cache.reset();
    m_folder.emplace();
    m_cache = open("cache");
}

void TestExporter::extract(Cache &cache, const QString &archive)
{
    ProgressSink sink;
    OperationReport report;
    const auto done =
        ImageManager(cache).executeOperation(ExtractAndCache{archive, {}}, {}, sink, report, {});
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
}

Result<void> TestExporter::exportTo(const QString &target, ExportFormat format, bool overwrite,
                                    const std::stop_token &stop)
{
    ProgressSink sink;
    OperationReport report;
    const ExportFromCache request{namesIn(*m_cache), target, format, {}, overwrite};
    auto done = ImageManager(*m_cache).exportImages(request, sink, report, stop);
    if (done && report.images.size() != request.images.size())
        return fail(ErrorCode::Internal, QStringLiteral("the report lacks images"));
    return done;
}

void TestExporter::extractIsInverse_data()
{
    QTest::addColumn<QString>("archive");
    QTest::addColumn<ExportFormat>("format");
    for (const char *name :
         {"docker20-multi.tar", "docker26-single.tar", "oci-gzip.tar", "podman-multi.tar"}) {
        QTest::addRow("%s, docker", name) << data(name) << ExportFormat::DockerArchive;
        QTest::addRow("%s, oci", name) << data(name) << ExportFormat::OciArchive;
        QTest::addRow("%s, folder", name) << data(name) << ExportFormat::OciLayout;
    }
}

void TestExporter::extractIsInverse()
{
    QFETCH(QString, archive);
    QFETCH(ExportFormat, format);
    extract(*m_cache, archive);
    const auto exported = exportTo(file("out"), format);
    QVERIFY2(exported, exported ? "" : qPrintable(exported.error().detail));
    const auto second = open("second");
    extract(*second, file("out"));
    QCOMPARE(contentOf(*second), contentOf(*m_cache));
    QCOMPARE(QFileInfo(file("out")).isDir(), format == ExportFormat::OciLayout);
    // Nothing is left beside it.
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
             3);
}

void TestExporter::sharedLayersOnce()
{
    const QByteArray shared = ArchiveBuilder::bigLayer(300'000);
    ArchiveBuilder builder;
    builder.addImage({.names = {QStringLiteral("a:1")}, .layers = {shared}, .gzip = true});
    builder.addImage({.names = {QStringLiteral("b:1"), QStringLiteral("b:2")},
                      .layers = {shared, ArchiveBuilder::layer("b", "b")},
                      .gzip = true});
    builder.writeOci(file("in.tar"));
    extract(*m_cache, file("in.tar"));
    for (const auto format : {ExportFormat::DockerArchive, ExportFormat::OciArchive}) {
        QVERIFY(exportTo(file("out.tar"), format, true));
        QVERIFY(QFileInfo(file("out.tar")).size() < 350'000);
        const auto second = open(format == ExportFormat::DockerArchive ? "second" : "third");
        extract(*second, file("out.tar"));
        QCOMPARE(contentOf(*second), contentOf(*m_cache));
        QCOMPARE(namesIn(*second).size(), 3);
    }
}

void TestExporter::namesStayAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("docker's library") << "library/web:1";
    QTest::newRow("begins like a host") << "my.org/web:1";
    QTest::newRow("begins with docker's own") << "docker.io/library/web:1";
    QTest::newRow("by digest") << QLatin1String("web@") + sampleImage(1, 0).manifest.digest().toString();
}

void TestExporter::namesStayAsTheyAre()
{
    QFETCH(QString, name);
    QVERIFY(store(*m_cache, sampleImage(1, 0), name));
    for (const auto format : {ExportFormat::DockerArchive, ExportFormat::OciArchive}) {
        QVERIFY(exportTo(file("out.tar"), format, true));
        const auto second = open(format == ExportFormat::DockerArchive ? "second" : "third");
        extract(*second, file("out.tar"));
        QCOMPARE(namesIn(*second), QList{imageName(name)});
    }
}

/// Two images of one config, whose layers are plain in one and by gzip in the other.
void TestExporter::sameContentPackedOtherwise()
{
    ImageSpec spec{.names = {QStringLiteral("plain:1")}, .layers = {ArchiveBuilder::layer("a", "a")}};
    ArchiveBuilder().addImage(spec).writeOci(file("plain.tar"));
    extract(*m_cache, file("plain.tar"));
    spec.names = {QStringLiteral("packed:1")};
    spec.gzip = true;
    ArchiveBuilder().addImage(spec).writeOci(file("packed.tar"));
    extract(*m_cache, file("packed.tar"));
    for (const auto format : {ExportFormat::DockerArchive, ExportFormat::OciArchive}) {
        QVERIFY(exportTo(file("out.tar"), format, true));
        const auto second = open(format == ExportFormat::DockerArchive ? "second" : "third");
        extract(*second, file("out.tar"));
        QCOMPARE(contentOf(*second), contentOf(*m_cache));
    }
    // Also where manifest.json alone tells of them.
    QVERIFY(exportTo(file("out.tar"), ExportFormat::DockerArchive, true));
    QCOMPARE(QProcess::execute(QStringLiteral("tar"),
                               {QStringLiteral("--delete"), QStringLiteral("-f"), file("out.tar"),
                                QStringLiteral("index.json"), QStringLiteral("oci-layout")}),
             0);
    const auto fourth = open("fourth");
    extract(*fourth, file("out.tar"));
    for (const char *name : {"plain:1", "packed:1"}) {
        const auto was = m_cache->find(imageName(QLatin1String(name)));
        const auto is = fourth->find(imageName(QLatin1String(name)));
        QVERIFY(was && is);
        for (const CachedBlob &blob : was->blobs)
            QVERIFY2(std::ranges::contains(is->blobs, blob.digest, &CachedBlob::digest), name);
    }
}

/// As a pull of all platforms brings one.
void TestExporter::indexInAnIndex()
{
    const auto indexOf = [](const Manifest &child) {
        return *Manifest::parse(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",)"
                                R"("manifests":[{"mediaType":")" +
                                child.mediaType().toUtf8() + R"(","digest":")" +
                                child.digest().toString().toUtf8() + R"(","size":)" +
                                QByteArray::number(child.bytes().size()) + "}]}");
    };
    const SampleImage image = sampleImage(1, 0);
    const Manifest inner = indexOf(image.manifest);
    const Manifest outer = indexOf(inner);
    const auto lease = m_cache->lease({});
    QVERIFY(lease && storeBlobs(*m_cache, image) && m_cache->writeBlob(image.manifest.bytes()) &&
            m_cache->writeBlob(inner.bytes()));
    const ImageName name = imageName(QStringLiteral("nested:1"));
    QVERIFY(m_cache->addImage(ImageTree{outer, {image.manifest, inner}, {}}.entry(name), outer));
    QVERIFY(exportTo(file("out"), ExportFormat::OciLayout));
    const auto second = open("second");
    extract(*second, file("out"));
    QCOMPARE(contentOf(*second), contentOf(*m_cache));
}

void TestExporter::indexKeepsItsPlatforms()
{
    ArchiveBuilder builder;
    ImageSpec amd{.layers = {ArchiveBuilder::layer("a", "amd64")}};
    ImageSpec arm{.layers = {ArchiveBuilder::layer("a", "arm64")}, .architecture = QStringLiteral("arm64")};
    builder.addIndex(
        {.names = {QStringLiteral("multi/app:1")}, .platforms = {amd, arm}, .attestation = true});
    builder.writeOci(file("in.tar"));
    extract(*m_cache, file("in.tar"));
    for (const auto format : {ExportFormat::OciArchive, ExportFormat::OciLayout}) {
        const QString target = file(format == ExportFormat::OciArchive ? "out.tar" : "out");
        QVERIFY(exportTo(target, format));
        const auto second = open(format == ExportFormat::OciArchive ? "second" : "third");
        extract(*second, target);
        QCOMPARE(contentOf(*second), contentOf(*m_cache));
    }
}

void TestExporter::dockerArchiveHoldsOnePlatform()
{
    ArchiveBuilder builder;
    ImageSpec amd{.layers = {ArchiveBuilder::layer("a", "amd64")}};
    ImageSpec arm{.layers = {ArchiveBuilder::layer("a", "arm64")}, .architecture = QStringLiteral("arm64")};
    builder.addIndex({.names = {QStringLiteral("multi/app:1")}, .platforms = {amd, arm}});
    builder.writeOci(file("in.tar"));
    extract(*m_cache, file("in.tar"));
    ProgressSink sink;
    OperationReport report;
    ExportFromCache request{namesIn(*m_cache), file("out.tar"), ExportFormat::DockerArchive,
                            *Platform::parse(u"linux/arm64"), false};
    QVERIFY(ImageManager(*m_cache).exportImages(request, sink, report, {}));
    QCOMPARE(sink.notices().size(), 1);
    QCOMPARE(report.images.first().platforms, QStringList{QStringLiteral("linux/arm64")});
    request.platform = *Platform::parse(u"linux/riscv64");
    request.target = file("other.tar");
    QCOMPARE(ImageManager(*m_cache).exportImages(request, sink, report, {}).error().code,
             ErrorCode::NotFound);
    QVERIFY(!QFileInfo::exists(file("other.tar")));
}

void TestExporter::skopeoReads_data()
{
    extractIsInverse_data();
}

/// The judgement of a tool that did not come from us: the same config digest, image by image.
void TestExporter::skopeoReads()
{
    QFETCH(QString, archive);
    QFETCH(ExportFormat, format);
    extract(*m_cache, archive);
    QVERIFY(exportTo(file("out"), format));
    const QString transport = format == ExportFormat::DockerArchive ? QStringLiteral("docker-archive:")
                              : format == ExportFormat::OciArchive  ? QStringLiteral("oci-archive:")
                                                                    : QStringLiteral("oci:");
    const QList<CachedImage> images = *m_cache->images();
    for (const CachedImage &image : images) {
        const QString source = transport + file("out") + u':' + image.name.toString();
        const Outcome raw = skopeo({QStringLiteral("inspect"), QStringLiteral("--raw"), source});
        QVERIFY2(raw.exitCode == 0, raw.all());
        QCOMPARE(raw.json()[QLatin1String("config")][QLatin1String("digest")].toString(),
                 image.configDigest->toString());
        QDir(file("copy")).removeRecursively();
        const Outcome copied = skopeo({QStringLiteral("copy"), source, QLatin1String("dir:") + file("copy")});
        QVERIFY2(copied.exitCode == 0, copied.all()); // it checks layers and diff_ids on the way
    }
}

void TestExporter::targetIsThere()
{
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("a:1")));
    ArchiveBuilder::writeFile(file("out.tar"), "precious");
    QCOMPARE(exportTo(file("out.tar"), ExportFormat::OciArchive).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(QFileInfo(file("out.tar")).size(), 8);
    QVERIFY(exportTo(file("out.tar"), ExportFormat::OciArchive, true));
    QVERIFY(QFileInfo(file("out.tar")).size() > 6000);
    QCOMPARE(exportTo(file("cache"), ExportFormat::OciLayout, true).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(exportTo(file("cache"), ExportFormat::OciArchive, true).error().code,
             ErrorCode::InvalidArgument);
    QVERIFY(QDir().mkpath(file("empty")));
    QVERIFY(exportTo(file("empty"), ExportFormat::OciLayout));
    QVERIFY(QFileInfo::exists(file("empty/oci-layout")));
}

/// A damaged layer never leaves as if it were whole; the old file stays.
void TestExporter::damagedBlobIsNoted()
{
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("a:1")));
    ArchiveBuilder::writeFile(file("out.tar"), "precious");
    ArchiveBuilder::writeFile(m_cache->blobPath(Digest::of(sampleImage(1).layers[0])), QByteArray(3000, 'x'));
    QCOMPARE(exportTo(file("out.tar"), ExportFormat::OciArchive, true).error().code, ErrorCode::CacheDamaged);
    QCOMPARE(QFileInfo(file("out.tar")).size(), 8);
    QCOMPARE(exportTo(file("out"), ExportFormat::OciLayout).error().code, ErrorCode::CacheDamaged);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
             2);
}

void TestExporter::missingImage()
{
    ProgressSink sink;
    OperationReport report;
    const ExportFromCache request{
        {imageName(QStringLiteral("a:1"))}, file("out.tar"), ExportFormat::OciArchive};
    QCOMPARE(ImageManager(*m_cache).exportImages(request, sink, report, {}).error().code,
             ErrorCode::NotInCache);
    QVERIFY(!QFileInfo::exists(file("out.tar")));
}

void TestExporter::stops()
{
    QVERIFY(store(*m_cache, sampleImage(1), QStringLiteral("a:1")));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(exportTo(file("out.tar"), ExportFormat::OciArchive, false, stop.get_token()).error().code,
             ErrorCode::Cancelled);
    QVERIFY(!QFileInfo::exists(file("out.tar")));
}

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
