#include "core/archive/parseimageinfo.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/archivecontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace dip;
using namespace dip::test;

/// OCI layouts, as archives and folders: manifests, indexes, names by annotation, what is left out.
class TestOciArchives final : public QObject
{
    Q_OBJECT

private slots:
    void ociArchiveAndFolder();
    void ociNames_data();
    void ociNames();
    void ociIndexOfPlatforms();
    void absentPlatformsAreRemarked();
    void foreignLayersAreLeftOut();
    void otherArtifactsAreTaken();
    void totalSizeCountsEachOnce();

private:
    ArchiveFolder m_folder;
};

namespace {

IndexSpec threePlatforms()
{
    return {.names = {QStringLiteral("multi:1")},
            .platforms = {
                {.layers = {ArchiveBuilder::layer("a", "amd64")}},
                {.layers = {ArchiveBuilder::layer("a", "arm64")},
                 .architecture = QStringLiteral("arm64"),
                 .variant = QStringLiteral("v8")},
                {.layers = {ArchiveBuilder::layer("a", "s390x")}, .architecture = QStringLiteral("s390x")}}};
}

/// An OCI archive with this manifest and config; the blobs' content is given.
ArchiveBuilder::Files ociOf(const QByteArray &manifest, const QList<QByteArray> &blobs)
{
    ArchiveBuilder::Files files;
    const auto add = [&](const QByteArray &blob) {
        files.append(
            {QStringLiteral("blobs/sha256/") + QString::fromLatin1(ArchiveBuilder::sha256(blob)), blob});
    };
    for (const QByteArray &blob : blobs)
        add(blob);
    add(manifest);
    files.append({QStringLiteral("oci-layout"), R"({"imageLayoutVersion":"1.0.0"})"});
    files.append(
        {QStringLiteral("index.json"),
         R"({"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:)" +
             ArchiveBuilder::sha256(manifest) + R"(","size":)" + QByteArray::number(manifest.size()) +
             R"(}]})"});
    return files;
}

QByteArray descriptorOf(const QByteArray &mediaType, const QByteArray &blob, const QByteArray &more = {})
{
    return R"({"mediaType":")" + mediaType + R"(","digest":"sha256:)" + ArchiveBuilder::sha256(blob) +
           R"(","size":)" + QByteArray::number(blob.size()) + more + '}';
}

} // namespace

void TestOciArchives::ociArchiveAndFolder()
{
    const QByteArray base = ArchiveBuilder::layer("base", QByteArray(2000, 'b'));
    ArchiveBuilder builder;
    builder.addImage({.names = {QStringLiteral("tiny/app:1.0")},
                      .layers = {base, ArchiveBuilder::layer("one", "1")},
                      .gzip = true});
    builder.addImage(
        {.names = {QStringLiteral("harbor.cn:8443/prod/web:2.1"), QStringLiteral("tiny/app:2.0")},
         .layers = {base, ArchiveBuilder::layer("two", "2")},
         .gzip = true});
    builder.writeOci(m_folder.path(QStringLiteral("oci.tar")));
    builder.writeOciFolder(m_folder.path(QStringLiteral("oci")));
    const auto fromTar = m_folder.parse(QStringLiteral("oci.tar"));
    QVERIFY2(fromTar, qPrintable(fromTar ? QString() : fromTar.error().detail));
    QCOMPARE(fromTar->formats, QList<ArchiveFormat>{ArchiveFormat::Oci});
    QCOMPARE(fromTar->images.size(), 2);
    QCOMPARE(namesOf(fromTar->images[1]),
             (QStringList{QStringLiteral("harbor.cn:8443/prod/web:2.1"), QStringLiteral("tiny/app:2.0")}));
    for (qsizetype i = 0; i < 2; ++i) {
        const ArchivedManifest &platform = fromTar->images[i].platforms.first();
        QCOMPARE(platform.manifest->bytes(), builder.manifest(i));
        QVERIFY(platform.layers.first().digest.has_value());
        QCOMPARE(platform.layers.first().compression, mediatype::Compression::Gzip);
        QCOMPARE(layersProblem(platform), QString());
    }
    QCOMPARE(describe(m_folder.parse(QStringLiteral("oci"))), describe(fromTar));
}

void TestOciArchives::ociNames_data()
{
    QTest::addColumn<QString>("containerd");
    QTest::addColumn<QString>("refName");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("remarks");
    const auto row = [](const char *title, const char *containerd, const char *refName,
                        const QStringList &names, int remarks) {
        QTest::newRow(title) << QString::fromLatin1(containerd) << QString::fromLatin1(refName) << names
                             << remarks;
    };
    row("full name", "", "tiny/app:1.0", {QStringLiteral("tiny/app:1.0")}, 0);
    row("full name with host", "", "localhost:5000/app:1.0", {QStringLiteral("localhost:5000/app:1.0")}, 0);
    row("only a tag", "", "1.0", {}, 1);
    row("containerd wins", "quay.io/a/b:1", "1", {QStringLiteral("quay.io/a/b:1")}, 0);
    row("docker hub, as docker calls it", "docker.io/library/nginx:1", "1", {QStringLiteral("nginx:1")}, 0);
    row("no annotation", "", "", {}, 0);
    row("no name at all", "", "NOT/A NAME:1", {}, 1);
}

void TestOciArchives::ociNames()
{
    QFETCH(const QString, containerd);
    QFETCH(const QString, refName);
    QFETCH(const QStringList, names);
    QFETCH(const int, remarks);
    ArchiveBuilder builder;
    builder.addImage({.layers = {ArchiveBuilder::layer("a", "a")}});
    ArchiveBuilder::Files files = builder.ociFiles();
    QJsonObject annotations;
    if (!containerd.isEmpty())
        annotations.insert(QStringLiteral("io.containerd.image.name"), containerd);
    if (!refName.isEmpty())
        annotations.insert(QStringLiteral("org.opencontainers.image.ref.name"), refName);
    QJsonObject index =
        QJsonDocument::fromJson(ArchiveBuilder::content(files, QStringLiteral("index.json"))).object();
    QJsonObject root = index[QLatin1String("manifests")].toArray().first().toObject();
    root.insert(QStringLiteral("annotations"), annotations);
    index.insert(QStringLiteral("manifests"), QJsonArray{root});
    ArchiveBuilder::replace(files, QStringLiteral("index.json"), QJsonDocument(index).toJson());
    (void)m_folder.write(QStringLiteral("named.tar"), ArchiveBuilder::tar(files));
    const auto contents = m_folder.parse(QStringLiteral("named.tar"));
    QVERIFY(contents);
    QCOMPARE(namesOf(contents->images.first()), names);
    QCOMPARE(contents->remarks.size(), remarks);
}

void TestOciArchives::ociIndexOfPlatforms()
{
    IndexSpec spec = threePlatforms();
    spec.attestation = true;
    ArchiveBuilder builder;
    builder.addIndex(spec);
    builder.writeOci(m_folder.path(QStringLiteral("multi.tar")));
    const auto contents = m_folder.parse(QStringLiteral("multi.tar"));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(contents->images.size(), 1);
    const ArchivedImage &image = contents->images.first();
    QCOMPARE(namesOf(image), QStringList{QStringLiteral("multi:1")});
    QCOMPARE(image.index->bytes(), builder.manifest(0));
    QCOMPARE(image.platforms.size(), 4); // the attestation stays
    QVERIFY(image.absent.isEmpty());
    QCOMPARE(image.platforms[1].config.platform.toString(), QStringLiteral("linux/arm64/v8"));
    QCOMPARE(image.platforms[3].config.platform.os, QStringLiteral("unknown"));
    for (qsizetype i = 0; i < 4; ++i) {
        QVERIFY(image.platforms[i].manifest->digest() == image.index->children().at(i).digest);
        QCOMPARE(layersProblem(image.platforms[i]), QString());
    }
}

void TestOciArchives::absentPlatformsAreRemarked()
{
    IndexSpec spec = threePlatforms();
    spec.leaveOut = {0, 2};
    ArchiveBuilder builder;
    builder.addIndex(spec);
    ArchiveBuilder::Files files = builder.ociFiles();
    (void)m_folder.write(QStringLiteral("partial.tar"), ArchiveBuilder::tar(files));
    auto contents = m_folder.parse(QStringLiteral("partial.tar"));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    const ArchivedImage &image = contents->images.first();
    QCOMPARE(image.platforms.size(), 1);
    QCOMPARE(image.platforms.first().config.platform.architecture, QStringLiteral("arm64"));
    QCOMPARE(image.absent.size(), 2);
    QVERIFY(image.absent.at(1).digest == image.index->children().at(2).digest);
    QCOMPARE(contents->remarks.size(), 2);
    QVERIFY(contents->remarks.first().contains(u"linux/amd64"));

    // A child whose manifest is there but not its layer is as absent as one without both.
    const QByteArray layer = ArchiveBuilder::layer("a", "arm64");
    ArchiveBuilder whole;
    whole.addIndex(threePlatforms());
    files = whole.ociFiles();
    ArchiveBuilder::remove(files, QStringLiteral("blobs/sha256/") +
                                      QString::fromLatin1(ArchiveBuilder::sha256(layer)));
    (void)m_folder.write(QStringLiteral("partial.tar"), ArchiveBuilder::tar(files));
    contents = m_folder.parse(QStringLiteral("partial.tar"));
    QVERIFY(contents);
    QCOMPARE(contents->images.first().platforms.size(), 2);
    QCOMPARE(contents->images.first().absent.size(), 1);

    // Only an attestation is left: no image.
    spec.leaveOut = {0, 1, 2};
    spec.attestation = true;
    ArchiveBuilder nothing;
    nothing.addIndex(spec).writeOci(m_folder.path(QStringLiteral("partial.tar")));
    contents = m_folder.parse(QStringLiteral("partial.tar"));
    QVERIFY(!contents);
    QCOMPARE(contents.error().code, ErrorCode::ArchiveIncomplete);
}

void TestOciArchives::foreignLayersAreLeftOut()
{
    const QByteArray foreign = ArchiveBuilder::layer("windows", "base");
    const QByteArray own = ArchiveBuilder::layer("own", "own");
    ArchiveBuilder source;
    source.addImage({.layers = {foreign, own}, .os = QStringLiteral("windows")});
    for (const QByteArray &type : {QByteArray("application/vnd.oci.image.layer.nondistributable.v1.tar"),
                                   QByteArray("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip")}) {
        const QByteArray manifest =
            R"({"schemaVersion":2,"config":)" +
            descriptorOf("application/vnd.oci.image.config.v1+json", source.config(0)) + R"(,"layers":[)" +
            descriptorOf(type, foreign, R"(,"urls":["https://example.com/base"])") + ',' +
            descriptorOf("application/vnd.oci.image.layer.v1.tar", own) + "]}";
        (void)m_folder.write(QStringLiteral("foreign.tar"),
                             ArchiveBuilder::tar(ociOf(manifest, {source.config(0), own})));
        const auto contents = m_folder.parse(QStringLiteral("foreign.tar"));
        QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
        const ArchivedManifest &platform = contents->images.first().platforms.first();
        QCOMPARE(platform.layers.size(), 1);
        QCOMPARE(platform.layers.first().diffId->toString(),
                 Digest::of(own).toString()); // the second diff_id
    }
}

void TestOciArchives::otherArtifactsAreTaken()
{
    const QByteArray config = "no JSON, and none is needed";
    const QByteArray chart = "a chart";
    const QByteArray manifest =
        R"({"schemaVersion":2,"config":)" + descriptorOf("application/vnd.cncf.helm.config.v1+json", config) +
        R"(,"layers":[)" + descriptorOf("application/vnd.cncf.helm.chart.content.v1.tar+gzip", chart) + "]}";
    (void)m_folder.write(QStringLiteral("chart.tar"), ArchiveBuilder::tar(ociOf(manifest, {config, chart})));
    const auto contents = m_folder.parse(QStringLiteral("chart.tar"));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(contents->images.first().platforms.first().layers.size(), 1);
    QVERIFY(contents->images.first().platforms.first().config.platform.isEmpty());
}

void TestOciArchives::totalSizeCountsEachOnce()
{
    const QByteArray shared = ArchiveBuilder::layer("s", QByteArray(5000, 's'));
    const QByteArray own = ArchiveBuilder::layer("o", "o");
    ArchiveBuilder builder;
    builder.addIndex({.platforms = {{.layers = {shared, own, shared}},
                                    {.layers = {shared}, .architecture = QStringLiteral("arm64")}}});
    builder.writeOci(m_folder.path(QStringLiteral("size.tar")));
    const auto contents = m_folder.parse(QStringLiteral("size.tar"));
    QVERIFY(contents);
    const ArchivedImage &image = contents->images.first();
    const qint64 configs = image.platforms[0].configBytes.size() + image.platforms[1].configBytes.size();
    QCOMPARE(image.totalSize(), configs + shared.size() + own.size());
}

QTEST_GUILESS_MAIN(TestOciArchives)
#include "tst_ociarchives.moc"
