#include "core/archive/parseimageinfo.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/archivecontext.h"
#include "tests/support/tarwriter.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace dip;
using namespace dip::test;
using Style = ArchiveBuilder::DockerStyle;

/// Archives that are wrong, each in its own way: a clean error with the right code, never a crash.
class TestBadArchives final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void files_data();
    void files();
    void dockerSaves_data();
    void dockerSaves();
    void ociLayouts_data();
    void ociLayouts();
    void folders();
    void entriesThatNobodyNamesDoNoHarm();
    void truncatedAnywhere_data();
    void truncatedAnywhere();
    void cutBetweenEntries();
    void randomDamage_data();
    void randomDamage();

private:
    void expectCode(const QString &name, ErrorCode code);
    static void addArchives();

    ArchiveFolder m_folder;
    ArchiveBuilder m_builder; ///< one image, "tiny/app:1.0", of two layers
    QByteArray m_layer;
};

void TestBadArchives::initTestCase()
{
    m_layer = ArchiveBuilder::layer("a", "first");
    m_builder.addImage({.names = {QStringLiteral("tiny/app:1.0")},
                        .layers = {m_layer, ArchiveBuilder::layer("b", "second")}});
}

void TestBadArchives::expectCode(const QString &name, ErrorCode code)
{
    const auto contents = m_folder.parse(name);
    QVERIFY(!contents);
    QVERIFY2(contents.error().code == code, qPrintable(errorCodeName(contents.error().code) +
                                                       QStringLiteral(": ") + contents.error().detail));
    QVERIFY(!contents.error().detail.isEmpty());
    QVERIFY(contents.error().where.contains(name));
}

void TestBadArchives::files_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *title, const QByteArray &bytes, ErrorCode code) {
        QTest::newRow(title) << bytes << code;
    };
    const QByteArray tar = ArchiveBuilder::tar(m_builder.dockerSaveFiles());
    QByteArray utf16("\xff\xfe");
    for (const char c : tar)
        utf16.append(c).append('\0');

    row("empty", {}, ErrorCode::ArchiveTruncated);
    row("text", QByteArray("no archive at all\n").repeated(100), ErrorCode::ArchiveNotImage);
    row("zeros", QByteArray(100'000, '\0'), ErrorCode::ArchiveNotImage);
    row("a tar that is no image", TarWriter().file("etc/passwd", "root").finished(),
        ErrorCode::ArchiveNotImage);
    row("docker export", TarWriter().folder("etc/").file("etc/app/manifest.json", "{}").finished(),
        ErrorCode::ArchiveNotImage);
    row("docker before 1.10", TarWriter().file("repositories", "{}").file("0123/layer.tar", "x").finished(),
        ErrorCode::ArchiveNotImage);
    row("made by PowerShell", utf16, ErrorCode::ArchiveUtf16);
    row("big-endian UTF-16", QByteArray("\xfe\xff\0b\0l", 6), ErrorCode::ArchiveUtf16);
    row("gzip of text", ArchiveBuilder::gzipped(QByteArray("text").repeated(500)),
        ErrorCode::ArchiveNotImage);
    row("gzip of gzip", ArchiveBuilder::gzipped(ArchiveBuilder::gzipped(tar)), ErrorCode::ArchiveNotImage);
    row("gzip of nothing", ArchiveBuilder::gzipped({}), ErrorCode::ArchiveTruncated);
    row("gzip cut", ArchiveBuilder::gzipped(tar).chopped(20), ErrorCode::ArchiveTruncated);
    row("gzip of a cut tar", ArchiveBuilder::gzipped(tar.chopped(5000)), ErrorCode::ArchiveTruncated);
    row("gzip with garbage after it", ArchiveBuilder::gzipped(tar) + "garbage", ErrorCode::ArchiveDamaged);
    row("a layer only", m_layer, ErrorCode::ArchiveNotImage);
    row("two concatenated archives, the first being none",
        TarWriter().file("x", "x").bytes() + "junk" + QByteArray(508, 'j'), ErrorCode::ArchiveDamaged);
}

void TestBadArchives::files()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorCode, code);
    (void)m_folder.write(QStringLiteral("file.tar"), bytes);
    expectCode(QStringLiteral("file.tar"), code);
    QCOMPARE(m_folder.scratchFolders(), 0); // what was unpacked is gone
}

void TestBadArchives::dockerSaves_data()
{
    QTest::addColumn<QByteArray>("tar");
    QTest::addColumn<ErrorCode>("code");
    const ArchiveBuilder::Files good = m_builder.dockerSaveFiles(Style::Podman);
    const QString configName = m_builder.configDigest(0).sliced(7) + QStringLiteral(".json");
    const QString layerName = QString::fromLatin1(ArchiveBuilder::sha256(m_layer)) + QStringLiteral(".tar");
    const auto row = [](const char *title, const ArchiveBuilder::Files &files, ErrorCode code) {
        QTest::newRow(title) << ArchiveBuilder::tar(files) << code;
    };
    const auto with = [&](const QString &name, const QByteArray &content) {
        ArchiveBuilder::Files files = good;
        ArchiveBuilder::replace(files, name, content);
        return files;
    };
    const auto without = [&](const QString &name) {
        ArchiveBuilder::Files files = good;
        ArchiveBuilder::remove(files, name);
        return files;
    };
    const auto listing = [&](const QByteArray &list) {
        return with(QStringLiteral("manifest.json"), list);
    };
    const auto layersOf = [&](const QByteArray &layers) {
        return listing(R"([{"Config":")" + configName.toUtf8() + R"(","Layers":[)" + layers + "]}]");
    };
    const QByteArray layer = '"' + layerName.toUtf8() + '"';

    row("manifest.json is null", listing("null"), ErrorCode::ArchiveNotImage);
    row("manifest.json is []", listing("[]"), ErrorCode::ArchiveNotImage);
    row("manifest.json is empty", listing(""), ErrorCode::ArchiveNotImage);
    row("manifest.json is an object", listing("{}"), ErrorCode::ArchiveNotImage);
    row("manifest.json has numbers", listing("[1,2]"), ErrorCode::ArchiveNotImage);
    row("manifest.json has nulls", listing("[null]"), ErrorCode::ArchiveNotImage);
    row("manifest.json is cut", listing("[{\"Config\":\"a"), ErrorCode::ArchiveNotImage);
    row("no Config", listing(R"([{"Layers":[]}])"), ErrorCode::ArchiveNotImage);
    row("manifest.json too large", listing("[" + QByteArray(17 * 1024 * 1024, ' ') + "]"),
        ErrorCode::ManifestTooLarge);
    row("config missing", without(configName), ErrorCode::ArchiveIncomplete);
    row("config of other content", with(configName, m_builder.config(0) + " "), ErrorCode::DigestMismatch);
    row("layer missing", without(layerName), ErrorCode::ArchiveIncomplete);
    row("fewer layers than diff_ids", layersOf(layer), ErrorCode::ArchiveIncomplete);
    row("no layers", layersOf(""), ErrorCode::ArchiveIncomplete);
    row("layer that climbs out", layersOf(layer + ",\"../../etc/passwd\""), ErrorCode::ArchiveUnsafe);
    row("absolute layer", layersOf(layer + ",\"/etc/passwd\""), ErrorCode::ArchiveUnsafe);
    row("layer is no string", layersOf(layer + ",5"), ErrorCode::ArchiveIncomplete);
    row("config that climbs out", listing(R"([{"Config":"../config.json","Layers":[]}])"),
        ErrorCode::ArchiveUnsafe);

    ArchiveBuilder::Files odd = listing(R"([{"Config":"c","Layers":[]}])");
    odd.append({QStringLiteral("c"), "no JSON"});
    row("config is no JSON", odd, ErrorCode::ManifestInvalid);
    odd.last().second = R"({"rootfs":{"diff_ids":["sha256:12"]}})";
    row("config with a wrong diff_id", odd, ErrorCode::ManifestInvalid);
    odd.last().second = QByteArray(9 * 1024 * 1024, ' ');
    row("config too large", odd, ErrorCode::ManifestTooLarge);

    const auto linked = [&](const TarWriter &links) {
        ArchiveBuilder::Files files = layersOf(layer + ",\"link\"");
        return links.bytes() + ArchiveBuilder::tar(files);
    };
    QTest::newRow("link in a circle")
        << linked(TarWriter().symlink("link", "other").symlink("other", "link")) << ErrorCode::ArchiveUnsafe;
    QTest::newRow("link to itself") << linked(TarWriter().hardlink("link", "link"))
                                    << ErrorCode::ArchiveUnsafe;
    QTest::newRow("link that leads out")
        << linked(TarWriter().symlink("link", "../../etc/passwd")) << ErrorCode::ArchiveUnsafe;
    QTest::newRow("absolute link") << linked(TarWriter().symlink("link", "/etc/passwd"))
                                   << ErrorCode::ArchiveUnsafe;
    QTest::newRow("hard link that leads out")
        << linked(TarWriter().hardlink("link", "../x")) << ErrorCode::ArchiveUnsafe;
    QTest::newRow("link to nothing") << linked(TarWriter().symlink("link", "nothing"))
                                     << ErrorCode::ArchiveIncomplete;
    QTest::newRow("manifest.json is a link out")
        << TarWriter().symlink("manifest.json", "/etc/passwd").finished() << ErrorCode::ArchiveUnsafe;
}

void TestBadArchives::dockerSaves()
{
    QFETCH(const QByteArray, tar);
    QFETCH(const ErrorCode, code);
    (void)m_folder.write(QStringLiteral("saved.tar"), tar);
    expectCode(QStringLiteral("saved.tar"), code);
}

void TestBadArchives::ociLayouts_data()
{
    QTest::addColumn<ArchiveBuilder::Files>("files");
    QTest::addColumn<ErrorCode>("code");
    const ArchiveBuilder::Files good = m_builder.ociFiles();
    const auto row = [](const char *title, const ArchiveBuilder::Files &files, ErrorCode code) {
        QTest::newRow(title) << files << code;
    };
    const auto blob = [](const QByteArray &bytes) {
        return QStringLiteral("blobs/sha256/") + QString::fromLatin1(ArchiveBuilder::sha256(bytes));
    };
    const auto with = [&](const QString &name, const QByteArray &content) {
        ArchiveBuilder::Files files = good;
        ArchiveBuilder::replace(files, name, content);
        return files;
    };
    const auto without = [&](const QString &name) {
        ArchiveBuilder::Files files = good;
        ArchiveBuilder::remove(files, name);
        return files;
    };
    // index.json names this manifest instead.
    const auto withManifest = [&](const QByteArray &manifest) {
        ArchiveBuilder::Files files = with(
            QStringLiteral("index.json"),
            R"({"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:)" +
                ArchiveBuilder::sha256(manifest) + R"(","size":)" + QByteArray::number(manifest.size()) +
                "}]}");
        files.append({blob(manifest), manifest});
        return files;
    };
    const auto flipped = [](QByteArray bytes) {
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
        return bytes;
    };
    const QString index = QStringLiteral("index.json");

    row("index.json is no JSON", with(index, "nonsense"), ErrorCode::ArchiveNotImage);
    row("index.json lists nothing", with(index, R"({"schemaVersion":2,"manifests":[]})"),
        ErrorCode::ArchiveNotImage);
    row("index.json is a manifest", with(index, m_builder.manifest(0)), ErrorCode::ArchiveNotImage);
    row("index.json lists something else",
        with(index,
             R"({"schemaVersion":2,"manifests":[{"mediaType":"text/plain","size":1,"digest":"sha256:)" +
                 ArchiveBuilder::sha256("x") + "\"}]}"),
        ErrorCode::ArchiveNotImage);
    row("index.json too large", with(index, QByteArray(5 * 1024 * 1024, ' ')), ErrorCode::ManifestTooLarge);
    row("manifest missing", without(blob(m_builder.manifest(0))), ErrorCode::ArchiveIncomplete);
    row("config missing", without(blob(m_builder.config(0))), ErrorCode::ArchiveIncomplete);
    row("layer missing", without(blob(m_layer)), ErrorCode::ArchiveIncomplete);
    row("manifest of other content", with(blob(m_builder.manifest(0)), flipped(m_builder.manifest(0))),
        ErrorCode::DigestMismatch);
    row("config of other content", with(blob(m_builder.config(0)), flipped(m_builder.config(0))),
        ErrorCode::DigestMismatch);
    row("layer of another size", with(blob(m_layer), m_layer.chopped(1)), ErrorCode::SizeMismatch);
    row("manifest of 5 MiB", withManifest(m_builder.manifest(0) + QByteArray(5 * 1024 * 1024, ' ')),
        ErrorCode::ManifestTooLarge);
    row("manifest is no JSON", withManifest("nonsense"), ErrorCode::ManifestInvalid);
    row("manifest of schema 1", withManifest(R"({"schemaVersion":1})"), ErrorCode::Unsupported);
    row("fewer layers than diff_ids",
        withManifest(QByteArray(m_builder.manifest(0))
                         .replace(m_builder.manifest(0).indexOf("\"layers\""), m_builder.manifest(0).size(),
                                  R"("layers":[],"schemaVersion":2})")),
        ErrorCode::ManifestInvalid);
}

void TestBadArchives::ociLayouts()
{
    QFETCH(const ArchiveBuilder::Files, files);
    QFETCH(const ErrorCode, code);
    (void)m_folder.write(QStringLiteral("oci.tar"), ArchiveBuilder::tar(files));
    expectCode(QStringLiteral("oci.tar"), code);
    const QString folder = QStringLiteral("oci-%1").arg(quintptr(QTest::currentDataTag()));
    ArchiveBuilder::writeFolder(m_folder.path(folder), files);
    expectCode(folder, code);
}

void TestBadArchives::folders()
{
    const auto inFolder = [this](const QString &name) {
        return m_folder.path(QStringLiteral("bad-folder/") + name);
    };
    expectCode(QStringLiteral("no-such-file"), ErrorCode::FileMissing);
    QVERIFY(QDir().mkpath(inFolder({})));
    expectCode(QStringLiteral("bad-folder"), ErrorCode::ArchiveNotImage);

    const QString outside = m_folder.write(QStringLiteral("outside"), m_layer);
    ArchiveBuilder::writeFolder(inFolder({}), {{QStringLiteral("c.json"), m_builder.config(0)}});
    QVERIFY(QFile::link(outside, inFolder(QStringLiteral("out"))));
    QVERIFY(QFile::link(QStringLiteral("loop"), inFolder(QStringLiteral("loop"))));
    QVERIFY(QFile::link(m_folder.path({}), inFolder(QStringLiteral("dir"))));
    (void)run(QStringLiteral("mkfifo"), {inFolder(QStringLiteral("pipe"))});
    for (const auto &[layer, code] :
         {std::pair("out", ErrorCode::ArchiveUnsafe), std::pair("loop", ErrorCode::ArchiveUnsafe),
          std::pair("dir/outside", ErrorCode::ArchiveUnsafe),
          std::pair("../outside", ErrorCode::ArchiveUnsafe), std::pair("pipe", ErrorCode::ArchiveIncomplete),
          std::pair(".", ErrorCode::ArchiveIncomplete)}) {
        (void)m_folder.write(QStringLiteral("bad-folder/manifest.json"),
                             QByteArray(R"([{"Config":"c.json","Layers":[")") + layer + "\",\"" + layer +
                                 "\"]}]");
        expectCode(QStringLiteral("bad-folder"), code);
    }
    expectCode(QStringLiteral("bad-folder/pipe"), ErrorCode::FileMissing); // and does not hang
}

void TestBadArchives::entriesThatNobodyNamesDoNoHarm()
{
    TarWriter tar;
    tar.file("../climbs", "x").file("/absolute", "x").symlink("out", "/etc/passwd").symlink("loop", "loop");
    tar.raw(ArchiveBuilder::tar(m_builder.dockerSaveFiles()));
    (void)m_folder.write(QStringLiteral("harmless.tar"), tar.bytes());
    const auto contents = m_folder.parse(QStringLiteral("harmless.tar"));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(contents->images.size(), 1);
}

void TestBadArchives::addArchives()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto real = [](const char *name) {
        QFile file(QStringLiteral(TEST_DATA_DIR "/") + QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTest::newRow("docker 20") << real("docker20-multi.tar");
    QTest::newRow("docker 26") << real("docker26-single.tar");
    QTest::newRow("oci") << real("oci-gzip.tar");
    QTest::newRow("podman") << real("podman-multi.tar");
    QTest::newRow("tar.gz") << ArchiveBuilder::gzipped(real("podman-multi.tar"));
    QTest::newRow("tar.zst") << run(QStringLiteral("zstd"), {QStringLiteral("-cq")},
                                    real("docker26-single.tar"));
}

void TestBadArchives::truncatedAnywhere_data()
{
    addArchives();
}

void TestBadArchives::truncatedAnywhere()
{
    QFETCH(const QByteArray, bytes);
    const QString whole =
        describe(parseImageInfo(m_folder.write(QStringLiteral("whole"), bytes), m_folder.context()));
    QVERIFY(whole.startsWith(u"image"));
    const QSet<QString> clean{errorCodeName(ErrorCode::ArchiveTruncated),
                              errorCodeName(ErrorCode::ArchiveNotImage)};
    QFile file(m_folder.write(QStringLiteral("cut"), bytes));
    int errors = 0;
    for (qint64 size = bytes.size() - 1; size >= 0;
         size -= size % 512 < 2 ? 1 : qMin<qint64>(size % 512 - 1, 101)) {
        QVERIFY(file.resize(size));
        const QString result = describe(parseImageInfo(file.fileName(), m_folder.context()));
        if (result == whole)
            continue;
        ++errors;
        QVERIFY2(clean.contains(result), qPrintable(QStringLiteral("%1 bytes: %2").arg(size).arg(result)));
        // Only what is too short to be known for what it is may be called no image.
        QVERIFY2(size < 512 || result == errorCodeName(ErrorCode::ArchiveTruncated),
                 qPrintable(QStringLiteral("%1 bytes: %2").arg(size).arg(result)));
    }
    QVERIFY(errors > 10);
    QCOMPARE(m_folder.scratchFolders(), 0);
}

void TestBadArchives::cutBetweenEntries()
{
    ArchiveBuilder builder;
    builder.addIndex({.names = {QStringLiteral("multi:1")},
                      .platforms = {{.layers = {m_layer}},
                                    {.layers = {m_layer}, .architecture = QStringLiteral("arm64")}}});
    ArchiveBuilder::Files files = builder.ociFiles();
    std::ranges::reverse(files); // the index first, its blobs after it
    QByteArray tar = ArchiveBuilder::tar(files).chopped(1024);
    (void)m_folder.write(QStringLiteral("endless.tar"), tar); // whole, but for the end-of-archive
    QCOMPARE(describe(m_folder.parse(QStringLiteral("endless.tar"))).count(u"manifest"), 2);
    // Without the last blob a platform would be taken for one that was never there.
    const qsizetype last = 512 + (files.last().second.size() + 511) / 512 * 512;
    (void)m_folder.write(QStringLiteral("endless.tar"), tar.chopped(last));
    expectCode(QStringLiteral("endless.tar"), ErrorCode::ArchiveTruncated);
}

void TestBadArchives::randomDamage_data()
{
    addArchives();
}

void TestBadArchives::randomDamage()
{
    QFETCH(const QByteArray, bytes);
    QRandomGenerator random(20240607);
    int errors = 0;
    for (int round = 0; round < 150; ++round) {
        QByteArray damaged = bytes;
        for (int i = random.bounded(1, 6); i > 0; --i) {
            const qsizetype at = random.bounded(int(damaged.size()));
            damaged[at] = char(random.bounded(256));
        }
        const auto contents =
            parseImageInfo(m_folder.write(QStringLiteral("fuzz"), damaged), m_folder.context());
        if (contents) {
            QVERIFY(!contents->images.isEmpty());
            continue;
        }
        ++errors;
        QVERIFY(!contents.error().detail.isEmpty());
        QVERIFY(contents.error().code != ErrorCode::Internal);
    }
    QVERIFY(errors > 0);
    QCOMPARE(m_folder.scratchFolders(), 0);
}

QTEST_GUILESS_MAIN(TestBadArchives)
#include "tst_badarchives.moc"
