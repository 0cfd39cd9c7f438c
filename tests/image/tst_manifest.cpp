#include "core/image/manifest.h"
#include "core/image/mediatype.h"

#include <QtTest>

using namespace dip;

class TestManifest final : public QObject
{
    Q_OBJECT

private slots:
    void image();
    void index();
    void mediaTypeIsGuessed_data();
    void mediaTypeIsGuessed();
    void invalid_data();
    void invalid();
    void sizes_data();
    void sizes();
    void largestManifest();
    void made();
    void blobsAreDistinctAndDistributable();
    void withOnlySome();
    void mediaTypes();
};

static QByteArray digest(char c)
{
    return "sha256:" + QByteArray(64, c);
}

static QByteArray descriptor(char c, QByteArrayView size = "7", const QByteArray &type = "application/x")
{
    return R"({"mediaType":")" + type + R"(","digest":")" + digest(c) + R"(","size":)" + size.toByteArray() +
           '}';
}

static QByteArray imageJson(const QByteArray &config, const QByteArray &layers)
{
    return R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":)" +
           config + R"(,"layers":[)" + layers + "]}";
}

void TestManifest::image()
{
    const QByteArray bytes = imageJson(descriptor('a'), descriptor('b') + ',' + descriptor('c', "0"));
    const auto manifest = Manifest::parse(bytes);
    QVERIFY(manifest);
    QVERIFY(!manifest->isIndex());
    QCOMPARE(manifest->bytes(), bytes);
    QVERIFY(manifest->digest() == Digest::of(bytes));
    QCOMPARE(manifest->mediaType(), QString(mediatype::ociManifest));
    QCOMPARE(manifest->config().digest.toString().toLatin1(), digest('a'));
    QCOMPARE(manifest->layers().size(), 2);
    QCOMPARE(manifest->layers()[0].size, 7);
    QCOMPARE(manifest->layers()[1].size, 0);
    const Descriptor own = manifest->descriptor();
    QVERIFY(own.digest == manifest->digest());
    QCOMPARE(own.size, bytes.size());
    QCOMPARE(own.mediaType, manifest->mediaType());
}

void TestManifest::index()
{
    const auto manifest = Manifest::parse(
        R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)"
        R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")" +
        digest('a') +
        R"(","size":5,"platform":{"os":"linux","architecture":"arm","variant":"v7"},"annotations":{"k":"v"}},)" +
        descriptor('b') + "]}");
    QVERIFY(manifest);
    QVERIFY(manifest->isIndex());
    QCOMPARE(manifest->children().size(), 2);
    QVERIFY(manifest->children()[0].platform);
    QCOMPARE(manifest->children()[0].platform->toString(), QStringLiteral("linux/arm/v7"));
    QCOMPARE(manifest->children()[0].annotations.value(QStringLiteral("k")), QStringLiteral("v"));
    QVERIFY(!manifest->children()[1].platform);
    QVERIFY(manifest->blobs().isEmpty());
}

void TestManifest::mediaTypeIsGuessed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("contentType");
    QTest::addColumn<QString>("expected");
    const QByteArray bareImage = R"({"schemaVersion":2,"config":)" + descriptor('a') + R"(,"layers":[]})";
    const QByteArray bareIndex = R"({"schemaVersion":2,"manifests":[]})";
    QTest::newRow("image by its fields") << bareImage << QString() << QString(mediatype::ociManifest);
    QTest::newRow("index by its fields") << bareIndex << QString() << QString(mediatype::ociIndex);
    QTest::newRow("by the header")
        << bareImage << QStringLiteral("Application/vnd.docker.distribution.manifest.v2+json; charset=utf-8")
        << QString(mediatype::dockerManifest);
    QTest::newRow("a header that says nothing")
        << bareIndex << QStringLiteral("application/json") << QString(mediatype::ociIndex);
    QTest::newRow("the document before the header")
        << imageJson(descriptor('a'), {}) << QString(mediatype::dockerManifest)
        << QString(mediatype::ociManifest);
}

void TestManifest::mediaTypeIsGuessed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, contentType);
    const auto manifest = Manifest::parse(bytes, contentType);
    QVERIFY(manifest);
    QTEST(manifest->mediaType(), "expected");
}

void TestManifest::invalid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &bytes,
                        ErrorCode code = ErrorCode::ManifestInvalid) {
        QTest::newRow(name) << bytes << int(code);
    };
    row("empty", {});
    row("no JSON", "<html>");
    row("array", "[]");
    row("cut", imageJson(descriptor('a'), {}).chopped(2));
    row("no version", R"({"mediaType":"application/vnd.oci.image.manifest.v1+json"})");
    row("version 3", R"({"schemaVersion":3})");
    row("schema 1", R"({"schemaVersion":1,"fsLayers":[]})", ErrorCode::Unsupported);
    row("nothing in it", R"({"schemaVersion":2})");
    row("other media type", R"({"schemaVersion":2,"mediaType":"text/html","config":{}})");
    row("no config",
        R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","layers":[]})");
    row("config a string", imageJson("\"x\"", {}));
    row("layer a number", imageJson(descriptor('a'), "5"));
    row("layer without digest", imageJson(descriptor('a'), R"({"mediaType":"x","size":1})"));
    row("digest with a path",
        imageJson(descriptor('a'), R"({"mediaType":"x","size":1,"digest":"sha256:../../x"})"));
    row("child without size", R"({"schemaVersion":2,"manifests":[{"digest":")" + digest('a') + R"("}]})");
}

void TestManifest::invalid()
{
    QFETCH(QByteArray, bytes);
    const auto manifest = Manifest::parse(bytes);
    QVERIFY(!manifest);
    QTEST(int(manifest.error().code), "code");
}

void TestManifest::sizes_data()
{
    QTest::addColumn<QByteArray>("size");
    QTest::addColumn<qint64>("expected"); // -1: invalid
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("beyond 32 bits") << QByteArray("5000000000") << qint64(5'000'000'000);
    QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
    QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
    QTest::newRow("huge") << QByteArray("99999999999999999999") << qint64(-1);
    QTest::newRow("exponent beyond") << QByteArray("1e300") << qint64(-1);
    QTest::newRow("text") << QByteArray("\"7\"") << qint64(-1);
    QTest::newRow("null") << QByteArray("null") << qint64(-1);
    QTest::newRow("boolean") << QByteArray("true") << qint64(-1);
}

void TestManifest::sizes()
{
    QFETCH(QByteArray, size);
    QFETCH(qint64, expected);
    const auto manifest = Manifest::parse(imageJson(descriptor('a'), descriptor('b', size)));
    QCOMPARE(manifest.has_value(), expected >= 0);
    if (manifest)
        QCOMPARE(manifest->layers().first().size, expected);
    else
        QCOMPARE(manifest.error().code, ErrorCode::ManifestInvalid);
}

void TestManifest::largestManifest()
{
    QByteArray bytes = imageJson(descriptor('a'), {});
    bytes += QByteArray(Manifest::maxSize - bytes.size(), ' ');
    QVERIFY(Manifest::parse(bytes));
    for (const qsizetype size : {qsizetype(Manifest::maxSize + 1), qsizetype(5 * 1024 * 1024)}) {
        const auto large = Manifest::parse(bytes + QByteArray(size - bytes.size(), ' '));
        QVERIFY(!large);
        QCOMPARE(large.error().code, ErrorCode::ManifestTooLarge);
    }
}

void TestManifest::made()
{
    const Descriptor config{mediatype::dockerConfig, Digest::of("c"), 1, {}, {}, {}};
    const Descriptor layer{mediatype::dockerLayer, Digest::of("l"), 2, {}, {}, {}};
    const Manifest manifest = Manifest::makeDocker(config, {layer});
    QVERIFY(manifest.digest() == Digest::of(manifest.bytes()));
    const auto parsed = Manifest::parse(manifest.bytes());
    QVERIFY(parsed);
    QCOMPARE(parsed->mediaType(), QString(mediatype::dockerManifest));
    QVERIFY(parsed->config().digest == config.digest);
    QCOMPARE(parsed->layers().size(), 1);
    QCOMPARE(parsed->layers().first().mediaType, QString(mediatype::dockerLayer));
    QCOMPARE(parsed->layers().first().size, 2);
    QCOMPARE(Manifest::makeDocker(config, {layer}).bytes(), manifest.bytes());
}

void TestManifest::blobsAreDistinctAndDistributable()
{
    const auto manifest = Manifest::parse(imageJson(
        descriptor('a'),
        QByteArrayList{descriptor('b'),
                       descriptor('c', "1", "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"),
                       descriptor('d', "1", "application/vnd.oci.image.layer.nondistributable.v1.tar"),
                       descriptor('b')}
            .join(',')));
    QVERIFY(manifest);
    QCOMPARE(manifest->layers().size(), 4);
    QByteArrayList digests;
    for (const Descriptor &blob : manifest->blobs())
        digests.append(blob.digest.toString().toLatin1());
    QCOMPARE(digests, QByteArrayList({digest('a'), digest('b')}));
}

void TestManifest::withOnlySome()
{
    const QByteArray attestation = R"({"mediaType":"x","size":1,"digest":")" + digest('c') +
                                   R"(","annotations":{"vnd.docker.reference.digest":")" + digest('b') +
                                   R"("}})";
    const auto index = Manifest::parse(R"({"schemaVersion":2,"extra":1,"manifests":[)" + descriptor('a') +
                                       ',' + descriptor('b') + ',' + attestation + "]}");
    QVERIFY(index);
    const auto at = [&](int i) {
        return index->children()[i].digest;
    };
    const auto one = index->withOnly({at(0), at(2)}); // the attestation speaks of an image that goes
    QVERIFY(one);
    QCOMPARE(one->children().size(), 1);
    QVERIFY(one->children().first().digest == at(0));
    QVERIFY(one->bytes().contains("\"extra\":1"));
    QCOMPARE(index->withOnly({at(1), at(2)})->children().size(), 2);
    QCOMPARE(index->withOnly({}).error().code, ErrorCode::NotFound);
}

void TestManifest::mediaTypes()
{
    using namespace mediatype;
    for (const QString &type : {QString(ociLayerGzip), QString(ociLayerZstd), QString(dockerLayerGzip)})
        QVERIFY2(isCompressedLayer(type), qPrintable(type));
    for (const QString &type : {QString(ociLayer), QString(dockerLayer), QString(dockerConfig)})
        QVERIFY2(!isCompressedLayer(type), qPrintable(type));
    QVERIFY(isIndex(QString(dockerIndex)) && isIndex(QString(ociIndex)) && !isIndex(QString(ociManifest)));
    QCOMPARE(sniffCompression(QByteArray("\x1f\x8b\x08\x00", 4)), Compression::Gzip);
    QCOMPARE(sniffCompression("BZh91A"), Compression::Bzip2);
    QCOMPARE(sniffCompression(QByteArray("\xfd"
                                         "7zXZ\0",
                                         6)),
             Compression::Xz);
    QCOMPARE(sniffCompression("\x28\xb5\x2f\xfd"), Compression::Zstd);
    QCOMPARE(sniffCompression("hello!"), Compression::None);
    QCOMPARE(sniffCompression({}), Compression::None);
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
