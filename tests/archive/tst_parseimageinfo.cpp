#include "core/archive/parseimageinfo.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/archivecontext.h"
#include "tests/support/tarwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace dip;
using namespace dip::test;
using Style = ArchiveBuilder::DockerStyle;

/// What well-made archives hold.
class TestParseImageInfo final : public QObject
{
    Q_OBJECT

private slots:
    void dockerSaveStyles_data();
    void dockerSaveStyles();
    void dockerSaveOddities();
    void dockerSaveNames();
    void moreLayersThanDiffIds();
    void linksBetweenLayers();
    void ociWinsWhereBothAreWhole();
    void dockerSaveWinsWhereOciLacks();
    void imagesThatOnlyManifestJsonLists();
    void sameContentIsOneImage();
    void archiveInsideOneFolder();

private:
    static ArchiveBuilder twoImages();

    ArchiveFolder m_folder;
};

ArchiveBuilder TestParseImageInfo::twoImages()
{
    const QByteArray base = ArchiveBuilder::layer("base", QByteArray(2000, 'b'));
    ArchiveBuilder builder;
    builder.addImage(
        {.names = {QStringLiteral("tiny/app:1.0")}, .layers = {base, ArchiveBuilder::layer("one", "1")}});
    builder.addImage(
        {.names = {QStringLiteral("harbor.cn:8443/prod/web:2.1"), QStringLiteral("tiny/app:2.0")},
         .layers = {base, ArchiveBuilder::layer("two", "2")},
         .architecture = QStringLiteral("arm64")});
    return builder;
}

void TestParseImageInfo::dockerSaveStyles_data()
{
    QTest::addColumn<Style>("style");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<bool>("manifestFirst");
    for (const auto &[name, style] :
         {std::pair("docker 20", Style::Docker20), std::pair("docker 26", Style::Docker26),
          std::pair("podman", Style::Podman), std::pair("kaniko", Style::Kaniko)}) {
        QTest::addRow("%s", name) << style << QByteArray() << false;
        QTest::addRow("%s, ./ before names", name) << style << QByteArray("./") << false;
        QTest::addRow("%s, manifest.json first", name) << style << QByteArray() << true;
    }
}

void TestParseImageInfo::dockerSaveStyles()
{
    QFETCH(const Style, style);
    QFETCH(const QByteArray, prefix);
    QFETCH(const bool, manifestFirst);
    const ArchiveBuilder builder = twoImages();
    ArchiveBuilder::Files files = builder.dockerSaveFiles(style);
    if (manifestFirst)
        std::ranges::rotate(files, files.end() - 1);
    (void)m_folder.write(QStringLiteral("saved.tar"), ArchiveBuilder::tar(files, prefix));
    const auto contents = m_folder.parse(QStringLiteral("saved.tar"));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(contents->remarks, QStringList());
    QCOMPARE(contents->images.size(), 2);
    const bool isOci = style == Style::Docker26;
    QCOMPARE(contents->formats, QList<ArchiveFormat>{isOci ? ArchiveFormat::Oci : ArchiveFormat::DockerSave});
    QCOMPARE(namesOf(contents->images[0]), QStringList{QStringLiteral("tiny/app:1.0")});
    QCOMPARE(namesOf(contents->images[1]),
             (QStringList{QStringLiteral("harbor.cn:8443/prod/web:2.1"), QStringLiteral("tiny/app:2.0")}));
    for (qsizetype i = 0; i < 2; ++i) {
        const ArchivedManifest &platform = contents->images[i].platforms.first();
        QCOMPARE(platform.configBytes, builder.config(i));
        QCOMPARE(platform.configDigest.toString(), builder.configDigest(i));
        QCOMPARE(platform.manifest.has_value(), isOci);
        QVERIFY(!isOci || platform.manifest->bytes() == builder.manifest(i));
        QCOMPARE(platform.layers.first().compression,
                 style == Style::Kaniko ? mediatype::Compression::Gzip : mediatype::Compression::None);
        QCOMPARE(layersProblem(platform), QString());
    }
    QCOMPARE(contents->images[1].platforms.first().config.platform.toString(), QStringLiteral("linux/arm64"));
}

void TestParseImageInfo::dockerSaveOddities()
{
    const QByteArray layer = ArchiveBuilder::layer("a", "a");
    ArchiveBuilder builder;
    builder.addImage({.layers = {layer, layer, layer}}); // no name, and a layer three times
    builder.addImage({.names = {QStringLiteral("scratch:empty")}});
    (void)m_folder.write(QStringLiteral("odd.tar"), ArchiveBuilder::tar(builder.dockerSaveFiles()));
    auto contents = m_folder.parse(QStringLiteral("odd.tar"));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QVERIFY(contents->images[0].names.isEmpty());
    QCOMPARE(contents->images[0].platforms.first().layers.size(), 3);
    QCOMPARE(contents->images[0].totalSize(), builder.config(0).size() + layer.size());
    QVERIFY(contents->images[1].platforms.first().layers.isEmpty());

    // A config whose name says nothing, names as docker on Windows writes them, unknown fields.
    TarWriter tar;
    tar.file("config", builder.config(0)).file("x/layer.tar", layer);
    tar.file(
        "manifest.json",
        R"([{"Config":"config","Layers":["x\\layer.tar","x\\layer.tar","./x/../x/layer.tar"],"Other":1}])");
    (void)m_folder.write(QStringLiteral("odd.tar"), tar.finished());
    contents = m_folder.parse(QStringLiteral("odd.tar"));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(contents->images.first().platforms.first().configDigest.toString(), builder.configDigest(0));
    QCOMPARE(layersProblem(contents->images.first().platforms.first()), QString());
}

void TestParseImageInfo::dockerSaveNames()
{
    ArchiveBuilder builder;
    builder.addImage({.names = {QStringLiteral("nginx:1.25"), QStringLiteral("Bad Name:1"),
                                QStringLiteral("<none>:<none>"), QStringLiteral("localhost:5000/a/b:v1")}});
    builder.writeDockerSave(m_folder.path(QStringLiteral("names.tar")));
    const auto contents = m_folder.parse(QStringLiteral("names.tar"));
    QVERIFY(contents);
    QCOMPARE(namesOf(contents->images.first()),
             (QStringList{QStringLiteral("nginx:1.25"), QStringLiteral("localhost:5000/a/b:v1")}));
    QCOMPARE(contents->images.first().names.at(1).host, QStringLiteral("localhost:5000"));
    QCOMPARE(contents->remarks.size(), 1);
    QVERIFY(contents->remarks.first().contains(u"Bad Name:1"));
}

void TestParseImageInfo::moreLayersThanDiffIds()
{
    const QByteArray layer = ArchiveBuilder::layer("a", "a");
    ArchiveBuilder builder;
    builder.addImage({.names = {QStringLiteral("a:1")}, .layers = {layer}});
    ArchiveBuilder::Files files = builder.dockerSaveFiles(Style::Podman);
    const QString name = QString::fromLatin1(ArchiveBuilder::sha256(layer)) + QStringLiteral(".tar");
    QByteArray list = ArchiveBuilder::content(files, QStringLiteral("manifest.json"));
    list.replace('"' + name.toUtf8() + '"', '"' + name.toUtf8() + "\",\"surplus\"");
    ArchiveBuilder::replace(files, QStringLiteral("manifest.json"), list);
    files.append({QStringLiteral("surplus"), layer});
    (void)m_folder.write(QStringLiteral("surplus.tar"), ArchiveBuilder::tar(files));
    const auto contents = m_folder.parse(QStringLiteral("surplus.tar"));
    QVERIFY(contents);
    const QList<ArchivedLayer> layers = contents->images.first().platforms.first().layers;
    QCOMPARE(layers.size(), 2);
    QVERIFY(layers[0].diffId.has_value());
    QVERIFY(!layers[1].diffId.has_value());
}

void TestParseImageInfo::linksBetweenLayers()
{
    const QByteArray layer = ArchiveBuilder::layer("a", "a");
    ArchiveBuilder builder;
    builder.addImage({.layers = {layer, layer, layer}});
    TarWriter tar;
    tar.symlink("second/layer.tar", "../first/layer.tar").hardlink("third/layer.tar", "first/layer.tar");
    tar.file("first/layer.tar", layer).file("c.json", builder.config(0));
    tar.file(
        "manifest.json",
        R"([{"Config":"c.json","RepoTags":null,"Layers":["first/layer.tar","second/layer.tar","third/layer.tar"]}])");
    (void)m_folder.write(QStringLiteral("linked.tar"), tar.finished());
    const auto contents = m_folder.parse(QStringLiteral("linked.tar"));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(layersProblem(contents->images.first().platforms.first()), QString());
    QCOMPARE(contents->images.first().totalSize(), builder.config(0).size() + layer.size());

    // The same as a folder, with a link inside it.
    const QString folder = m_folder.path(QStringLiteral("linked"));
    ArchiveBuilder::writeFolder(
        folder,
        {{QStringLiteral("first/layer.tar"), layer},
         {QStringLiteral("second/x"), {}},
         {QStringLiteral("c.json"), builder.config(0)},
         {QStringLiteral("manifest.json"),
          R"([{"Config":"c.json","Layers":["first/layer.tar","second/layer.tar","second/layer.tar"]}])"}});
    QVERIFY(QFile::link(QStringLiteral("../first/layer.tar"), folder + QStringLiteral("/second/layer.tar")));
    const auto inFolder = m_folder.parse(QStringLiteral("linked"));
    QVERIFY2(inFolder, qPrintable(inFolder ? QString() : inFolder.error().detail));
    QCOMPARE(layersProblem(inFolder->images.first().platforms.first()), QString());
}

void TestParseImageInfo::ociWinsWhereBothAreWhole()
{
    ArchiveBuilder builder = twoImages();
    builder.annotateTagOnly(); // so manifest.json alone knows the names
    builder.writeDockerSave(m_folder.path(QStringLiteral("both.tar")), Style::Docker26);
    const auto contents = m_folder.parse(QStringLiteral("both.tar"));
    QVERIFY(contents);
    QCOMPARE(contents->formats, QList<ArchiveFormat>{ArchiveFormat::Oci});
    QCOMPARE(contents->images.size(), 2);
    for (qsizetype i = 0; i < 2; ++i)
        QCOMPARE(contents->images[i].platforms.first().manifest->digest().toString(),
                 builder.manifestDigest(i));
    QCOMPARE(namesOf(contents->images[1]),
             (QStringList{QStringLiteral("harbor.cn:8443/prod/web:2.1"), QStringLiteral("tiny/app:2.0")}));

    // A manifest.json that lists nothing does no harm.
    ArchiveBuilder::Files files = builder.dockerSaveFiles(Style::Docker26);
    ArchiveBuilder::replace(files, QStringLiteral("manifest.json"), "null");
    (void)m_folder.write(QStringLiteral("both.tar"), ArchiveBuilder::tar(files));
    const auto withoutNames = m_folder.parse(QStringLiteral("both.tar"));
    QVERIFY(withoutNames);
    QCOMPARE(withoutNames->images.size(), 2);
    QVERIFY(withoutNames->images.first().names.isEmpty());
}

void TestParseImageInfo::dockerSaveWinsWhereOciLacks()
{
    const ArchiveBuilder builder = twoImages();
    ArchiveBuilder::Files files = builder.dockerSaveFiles(Style::Docker26);
    ArchiveBuilder::remove(files, QStringLiteral("blobs/sha256/") + builder.manifestDigest(1).sliced(7));
    (void)m_folder.write(QStringLiteral("lacks.tar"), ArchiveBuilder::tar(files));
    auto contents = m_folder.parse(QStringLiteral("lacks.tar"));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(contents->formats, QList<ArchiveFormat>{ArchiveFormat::DockerSave});
    QCOMPARE(contents->images.size(), 2);
    QVERIFY(!contents->images.first().platforms.first().manifest);
    QVERIFY(contents->images.first().platforms.first().layers.first().digest); // its name in blobs/ says it
    QCOMPARE(contents->remarks.size(), 1);
    QCOMPARE(layersProblem(contents->images[1].platforms.first()), QString());

    ArchiveBuilder::replace(files, QStringLiteral("index.json"), "[]");
    (void)m_folder.write(QStringLiteral("lacks.tar"), ArchiveBuilder::tar(files));
    contents = m_folder.parse(QStringLiteral("lacks.tar"));
    QVERIFY(contents);
    QCOMPARE(contents->formats, QList<ArchiveFormat>{ArchiveFormat::DockerSave});
}

void TestParseImageInfo::imagesThatOnlyManifestJsonLists()
{
    ArchiveBuilder oci;
    oci.addImage({.names = {QStringLiteral("one:1")}, .layers = {ArchiveBuilder::layer("a", "1")}});
    ArchiveBuilder docker;
    docker.addImage({.names = {QStringLiteral("two:2")}, .layers = {ArchiveBuilder::layer("a", "2")}});
    ArchiveBuilder::Files files = oci.ociFiles() + docker.dockerSaveFiles();
    (void)m_folder.write(QStringLiteral("mixed.tar"), ArchiveBuilder::tar(files));
    auto contents = m_folder.parse(QStringLiteral("mixed.tar"));
    QVERIFY(contents);
    QCOMPARE(contents->images.size(), 2);
    QCOMPARE(contents->formats, (QList<ArchiveFormat>{ArchiveFormat::Oci, ArchiveFormat::DockerSave}));
    QCOMPARE(namesOf(contents->images[0]), QStringList{QStringLiteral("one:1")});
    QCOMPARE(namesOf(contents->images[1]), QStringList{QStringLiteral("two:2")});

    ArchiveBuilder::remove(files, docker.configDigest(0).sliced(7) + QStringLiteral(".json"));
    (void)m_folder.write(QStringLiteral("mixed.tar"), ArchiveBuilder::tar(files));
    contents = m_folder.parse(QStringLiteral("mixed.tar"));
    QVERIFY(contents);
    QCOMPARE(contents->images.size(), 1);
    QCOMPARE(contents->remarks.size(), 1);
}

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

} // namespace

void TestParseImageInfo::sameContentIsOneImage()
{
    const ImageSpec spec{.names = {QStringLiteral("a:1")}, .layers = {ArchiveBuilder::layer("a", "a")}};
    ImageSpec again = spec;
    again.names = {QStringLiteral("b:1"), QStringLiteral("a:1")};
    ArchiveBuilder builder;
    builder.addImage(spec).addImage(again);
    for (const Style style : {Style::Docker20, Style::Docker26}) {
        builder.writeDockerSave(m_folder.path(QStringLiteral("same.tar")), style);
        const auto contents = m_folder.parse(QStringLiteral("same.tar"));
        QVERIFY(contents);
        QCOMPARE(contents->images.size(), 1);
        QCOMPARE(namesOf(contents->images.first()),
                 (QStringList{QStringLiteral("a:1"), QStringLiteral("b:1")}));
    }

    // An index, and one of its platforms beside it: with the same name it is no image of its own, with
    // another it is.
    for (const bool ownName : {false, true}) {
        IndexSpec index = threePlatforms();
        ImageSpec child = index.platforms.at(1);
        child.names = {ownName ? QStringLiteral("arm-only:1") : QStringLiteral("multi:1")};
        ArchiveBuilder nested;
        nested.addIndex(index).addImage(child).writeOci(m_folder.path(QStringLiteral("same.tar")));
        const auto contents = m_folder.parse(QStringLiteral("same.tar"));
        QVERIFY(contents);
        QCOMPARE(contents->images.size(), ownName ? 2 : 1);
        QVERIFY(contents->images.first().index);
    }
}

void TestParseImageInfo::archiveInsideOneFolder()
{
    const ArchiveBuilder builder = twoImages();
    (void)m_folder.write(QStringLiteral("flat.tar"), ArchiveBuilder::tar(builder.ociFiles()));
    (void)m_folder.write(QStringLiteral("deep.tar"), ArchiveBuilder::tar(builder.ociFiles(), "./layout/"));
    QCOMPARE(describe(m_folder.parse(QStringLiteral("deep.tar"))),
             describe(m_folder.parse(QStringLiteral("flat.tar"))));
    (void)m_folder.write(QStringLiteral("flat.tar"), ArchiveBuilder::tar(builder.dockerSaveFiles()));
    (void)m_folder.write(QStringLiteral("deep.tar"),
                         ArchiveBuilder::tar(builder.dockerSaveFiles(), "saved/"));
    QCOMPARE(describe(m_folder.parse(QStringLiteral("deep.tar"))),
             describe(m_folder.parse(QStringLiteral("flat.tar"))));
    QCOMPARE(m_folder.parse(QStringLiteral("deep.tar")).value_or(ArchiveContents()).images.size(), 2);
}

QTEST_GUILESS_MAIN(TestParseImageInfo)
#include "tst_parseimageinfo.moc"
