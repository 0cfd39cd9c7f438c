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

/// Archives that must be unpacked first: compressed ones and zips.
class TestPackedArchives final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void compressed_data();
    void compressed();
    void severalMembers();
    void unpackedFilesLiveWithTheContents();
    void cancelled();
    void zipOfArchives();
    void zipOfATree_data();
    void zipOfATree();
    void zipWithLinks();
    void badZips_data();
    void badZips();
    void truncatedZip();
    void randomDamageToZips();

private:
    QString zip(const QString &name, const ArchiveBuilder::Files &files,
                const QStringList &options = {}) const;

    ArchiveFolder m_folder;
    ArchiveBuilder m_builder;
    QByteArray m_tar;
    QString m_expected;
};

void TestPackedArchives::initTestCase()
{
    const QByteArray big = ArchiveBuilder::bigLayer(3'000'000);
    m_builder.addImage(
        {.names = {QStringLiteral("tiny/app:1.0")}, .layers = {big, ArchiveBuilder::layer("b", "second")}});
    m_tar = ArchiveBuilder::tar(m_builder.dockerSaveFiles());
    (void)m_folder.write(QStringLiteral("plain.tar"), m_tar);
    m_expected = describe(m_folder.parse(QStringLiteral("plain.tar")));
    QVERIFY(m_expected.startsWith(u"image tiny/app:1.0"));
}

/// Packs files with the zip program.
QString TestPackedArchives::zip(const QString &name, const ArchiveBuilder::Files &files,
                                const QStringList &options) const
{
    const QString folder = m_folder.path(name + QStringLiteral("-content"));
    QDir(folder).removeRecursively();
    ArchiveBuilder::writeFolder(folder, files);
    const QString path = m_folder.path(name);
    QFile::remove(path);
    (void)run(QStringLiteral("zip"),
              QStringList{QStringLiteral("-qr")} + options + QStringList{path, QStringLiteral(".")}, {},
              folder);
    return path;
}

void TestPackedArchives::compressed_data()
{
    QTest::addColumn<QString>("tool");
    for (const char *tool : {"gzip", "bzip2", "xz", "zstd"})
        QTest::newRow(tool) << QString::fromLatin1(tool);
}

void TestPackedArchives::compressed()
{
    QFETCH(const QString, tool);
    // The name says nothing, the content does.
    const QString path =
        m_folder.write(QStringLiteral("packed.dat"), run(tool, {QStringLiteral("-cq")}, m_tar));
    ProgressSink progress;
    const auto contents = parseImageInfo(path, m_folder.context(&progress));
    QCOMPARE(describe(contents), m_expected);
    QCOMPARE(contents->path, path);
    QCOMPARE(contents->keep.size(), 1);
    const auto lines = progress.lines();
    QCOMPARE(lines.size(), 1);
    QVERIFY(!lines.first()->isBlob());
    QCOMPARE(lines.first()->phase(), Phase::Done);
    QCOMPARE(lines.first()->total(), QFileInfo(path).size());
    QCOMPARE(lines.first()->done(), lines.first()->total());
}

void TestPackedArchives::severalMembers()
{
    const qsizetype half = m_tar.size() / 2;
    for (const char *name : {"gzip", "bzip2", "xz", "zstd"}) {
        const QString tool = QString::fromLatin1(name);
        const QStringList options{QStringLiteral("-cq")};
        (void)m_folder.write(QStringLiteral("members"),
                             run(tool, options, m_tar.first(half)) + run(tool, options, m_tar.sliced(half)));
        QCOMPARE(describe(m_folder.parse(QStringLiteral("members"))), m_expected);
    }
}

void TestPackedArchives::unpackedFilesLiveWithTheContents()
{
    (void)m_folder.write(QStringLiteral("kept.tar.gz"), ArchiveBuilder::gzipped(m_tar));
    QString file;
    {
        const auto contents = m_folder.parse(QStringLiteral("kept.tar.gz"));
        QVERIFY(contents);
        const ArchiveContents copy = *contents;
        const ArchivedLayer &layer = copy.images.first().platforms.first().layers.first();
        file = layer.region.file;
        QVERIFY(QFile::exists(file));
        QCOMPARE(unpackedDigest(layer.region, layer.compression, {})->toString(), layer.diffId->toString());
    }
    QVERIFY(!QFile::exists(file));
    QCOMPARE(m_folder.scratchFolders(), 0);
}

void TestPackedArchives::cancelled()
{
    std::stop_source stop;
    stop.request_stop();
    (void)m_folder.write(QStringLiteral("stopped.tar.gz"), ArchiveBuilder::gzipped(m_tar));
    const QString zipped = zip(QStringLiteral("stopped.zip"), {{QStringLiteral("a.tar"), m_tar}});
    for (const QString &path : {m_folder.path(QStringLiteral("stopped.tar.gz")), zipped}) {
        ProgressSink progress;
        const auto contents = parseImageInfo(path, m_folder.context(&progress, stop.get_token()));
        QVERIFY(!contents);
        QCOMPARE(contents.error().code, ErrorCode::Cancelled);
        QCOMPARE(progress.lines().first()->phase(), Phase::Failed);
        QCOMPARE(m_folder.scratchFolders(), 0);
    }
}

void TestPackedArchives::zipOfArchives()
{
    ArchiveBuilder other;
    other.addImage({.names = {QStringLiteral("other:2")}, .layers = {ArchiveBuilder::layer("o", "o")}});
    const QByteArray sourceTar = TarWriter().file("main.c", "int main;").finished();
    const QString path =
        zip(QStringLiteral("many.zip"),
            {{QStringLiteral("README.txt"), QByteArray(5000, 'r')},
             {QStringLiteral("images/app.tar"), m_tar},
             {QStringLiteral("images/app-again.tar.gz"), ArchiveBuilder::gzipped(m_tar)},
             {QStringLiteral("images/other.tar.xz"),
              run(QStringLiteral("xz"), {QStringLiteral("-c")}, ArchiveBuilder::tar(other.ociFiles()))},
             {QStringLiteral("source.tar"), sourceTar}});
    ProgressSink progress;
    const auto contents = parseImageInfo(path, m_folder.context(&progress));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(contents->images.size(), 2); // the same image twice is one
    QStringList names = namesOf(contents->images[0]) + namesOf(contents->images[1]);
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("other:2"), QStringLiteral("tiny/app:1.0")}));
    QCOMPARE(contents->formats.size(), 2);
    QCOMPARE(contents->remarks.size(), 1);
    QVERIFY(contents->remarks.first().contains(u"many.zip/source.tar"));
    for (const auto &line : progress.lines()) {
        QCOMPARE(line->phase(), Phase::Done);
        QCOMPARE(line->done(), line->total());
    }
    QCOMPARE(progress.lines().size(), 3); // the zip and the two compressed archives in it
}

void TestPackedArchives::zipOfATree_data()
{
    QTest::addColumn<bool>("isOci");
    QTest::addColumn<QString>("prefix");
    QTest::newRow("docker save") << false << QString();
    QTest::newRow("docker save in a folder") << false << QStringLiteral("saved/");
    QTest::newRow("oci layout") << true << QString();
    QTest::newRow("oci layout in a folder") << true << QStringLiteral("layout/");
}

void TestPackedArchives::zipOfATree()
{
    QFETCH(const bool, isOci);
    QFETCH(const QString, prefix);
    ArchiveBuilder::Files files = isOci ? m_builder.ociFiles() : m_builder.dockerSaveFiles();
    (void)m_folder.write(QStringLiteral("tree.tar"), ArchiveBuilder::tar(files));
    for (auto &file : files)
        file.first.prepend(prefix);
    const QString path = zip(QStringLiteral("tree.zip"), files);
    const auto contents = parseImageInfo(path, m_folder.context());
    QCOMPARE(describe(contents), describe(m_folder.parse(QStringLiteral("tree.tar"))));
    QCOMPARE(contents->images.size(), 1);
    const ArchivedLayer &layer = contents->images.first().platforms.first().layers.first();
    QCOMPARE(unpackedDigest(layer.region, layer.compression, {})->toString(), layer.diffId->toString());
}

void TestPackedArchives::zipWithLinks()
{
    const QString folder = m_folder.path(QStringLiteral("linked"));
    const QByteArray layer = ArchiveBuilder::layer("a", "a");
    ArchiveBuilder builder;
    builder.addImage({.layers = {layer, layer}});
    ArchiveBuilder::writeFolder(
        folder, {{QStringLiteral("first/layer.tar"), layer},
                 {QStringLiteral("second/json"), "{}"},
                 {QStringLiteral("c.json"), builder.config(0)},
                 {QStringLiteral("manifest.json"),
                  R"([{"Config":"c.json","Layers":["first/layer.tar","second/layer.tar"]}])"}});
    const auto packedWithLink = [&](const QString &target) {
        QFile::remove(folder + QStringLiteral("/second/layer.tar"));
        QVERIFY(QFile::link(target, folder + QStringLiteral("/second/layer.tar")));
        QFile::remove(m_folder.path(QStringLiteral("linked.zip")));
        (void)run(QStringLiteral("zip"),
                  {QStringLiteral("-qry"), m_folder.path(QStringLiteral("linked.zip")), QStringLiteral(".")},
                  {}, folder);
    };
    packedWithLink(QStringLiteral("../first/layer.tar"));
    const auto contents = m_folder.parse(QStringLiteral("linked.zip"));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(contents->images.first().totalSize(), builder.config(0).size() + layer.size());

    packedWithLink(QStringLiteral("../../../etc/passwd"));
    const auto outward = m_folder.parse(QStringLiteral("linked.zip"));
    QVERIFY(!outward);
    QCOMPARE(outward.error().code, ErrorCode::ArchiveUnsafe);
}

void TestPackedArchives::badZips_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const auto bytesOf = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto row = [](const char *title, const QByteArray &bytes, ErrorCode code) {
        QTest::newRow(title) << bytes << code;
    };
    const QStringList stored{QStringLiteral("-0")};
    const QString name = QStringLiteral("bad.zip");

    row("zip of junk", bytesOf(zip(name, {{QStringLiteral("junk"), QByteArray(3000, 'j')}})),
        ErrorCode::ArchiveNotImage);
    row("zip of a tar that is no image",
        bytesOf(zip(name, {{QStringLiteral("a.tar"), TarWriter().file("a", "a").finished()}})),
        ErrorCode::ArchiveNotImage);
    row("zip of nothing", QByteArray("PK\5\6") + QByteArray(18, '\0'), ErrorCode::ArchiveNotImage);
    const QByteArray inner = bytesOf(zip(name, {{QStringLiteral("a.tar"), m_tar}}));
    row("zip of a zip", bytesOf(zip(name, {{QStringLiteral("a.zip"), inner}})), ErrorCode::ArchiveNotImage);
    row("zip of a cut tar", bytesOf(zip(name, {{QStringLiteral("a.tar"), m_tar.first(100'000)}})),
        ErrorCode::ArchiveTruncated);
    row("encrypted",
        bytesOf(
            zip(name, {{QStringLiteral("a.tar"), m_tar}}, {QStringLiteral("-P"), QStringLiteral("word")})),
        ErrorCode::Unsupported);
    row("only the magic", "PK\3\4", ErrorCode::ArchiveTruncated);
    row("magic and junk", "PK\3\4" + QByteArray(5000, 'j'), ErrorCode::ArchiveTruncated);

    QByteArray wrong = bytesOf(zip(name, {{QStringLiteral("a.tar"), m_tar}}, stored));
    wrong[1'000'000] = char(wrong[1'000'000] ^ 1);
    row("wrong checksum", wrong, ErrorCode::ArchiveDamaged);
    QByteArray packed = bytesOf(zip(name, {{QStringLiteral("a.tar"), m_tar}}));
    packed.replace(packed.size() / 2, 200, QByteArray(200, '\xff'));
    row("damaged deflate", packed, ErrorCode::ArchiveDamaged);

    // zip itself writes no such names; they are as long as those that they replace.
    const QByteArray good =
        bytesOf(zip(name, {{QStringLiteral("abc/x.tar"), ArchiveBuilder::tar(m_builder.ociFiles())}},
                    stored + QStringList{QStringLiteral("-D")}));
    row("name that climbs out", QByteArray(good).replace("abc/x.tar", "../../x.t"), ErrorCode::ArchiveUnsafe);
    row("absolute name", QByteArray(good).replace("abc/x.tar", "/abc/x.ta"), ErrorCode::ArchiveUnsafe);
    row("name that climbs out on Windows", QByteArray(good).replace("abc/x.tar", "..\\..\\x.t"),
        ErrorCode::ArchiveUnsafe);
}

void TestPackedArchives::badZips()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorCode, code);
    const auto contents = parseImageInfo(m_folder.write(QStringLiteral("bad"), bytes), m_folder.context());
    QVERIFY(!contents);
    QVERIFY2(contents.error().code == code, qPrintable(errorCodeName(contents.error().code) +
                                                       QStringLiteral(": ") + contents.error().detail));
    QVERIFY(contents.error().where.contains(u"bad"));
    QCOMPARE(m_folder.scratchFolders(), 0);
}

void TestPackedArchives::truncatedZip()
{
    ArchiveBuilder small;
    small.addImage({.names = {QStringLiteral("a:1")}, .layers = {ArchiveBuilder::layer("a", "a")}});
    QFile file(zip(QStringLiteral("cut.zip"), small.dockerSaveFiles(), {QStringLiteral("-D")}));
    const QString whole = describe(m_folder.parse(QStringLiteral("cut.zip")));
    QVERIFY(whole.startsWith(u"image a:1"));
    const qint64 wholeSize = file.size();
    const qint64 endRecord = 22; // its last bytes are zero, so it can be read without them
    for (qint64 size = file.size() - 1; size >= 4; --size) {
        QVERIFY(file.resize(size));
        const QString result = describe(m_folder.parse(QStringLiteral("cut.zip")));
        const bool inEndRecord = size > wholeSize - endRecord;
        if (inEndRecord && (result == whole || result == errorCodeName(ErrorCode::ArchiveDamaged)))
            continue;
        QVERIFY2(result == errorCodeName(ErrorCode::ArchiveTruncated),
                 qPrintable(QStringLiteral("%1 bytes: %2").arg(size).arg(result)));
    }
}

void TestPackedArchives::randomDamageToZips()
{
    ArchiveBuilder small;
    small.addImage({.names = {QStringLiteral("a:1")}, .layers = {ArchiveBuilder::layer("a", "a")}});
    QFile file(zip(QStringLiteral("fuzz.zip"), small.ociFiles()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QRandomGenerator random(7);
    int errors = 0;
    for (int round = 0; round < 300; ++round) {
        QByteArray damaged = bytes;
        damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
        const auto contents =
            parseImageInfo(m_folder.write(QStringLiteral("fuzzed"), damaged), m_folder.context());
        errors += contents ? 0 : 1;
        QVERIFY(contents ? !contents->images.isEmpty() : !contents.error().detail.isEmpty());
    }
    QVERIFY(errors > 30);
    QCOMPARE(m_folder.scratchFolders(), 0);
}

QTEST_GUILESS_MAIN(TestPackedArchives)
#include "tst_packedarchives.moc"
