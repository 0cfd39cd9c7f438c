#include "core/archive/entryname.h"
#include "core/archive/mappedsource.h"
#include "core/archive/tarindex.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/archivecontext.h"
#include "tests/support/tarwriter.h"

#include <QFile>
#include <QTest>

using namespace dip;
using namespace dip::test;
using Header = TarWriter::Header;

class TestTarIndex final : public QObject
{
    Q_OBJECT

private slots:
    void normalisesNames_data();
    void normalisesNames();
    void readsEveryHeaderForm_data();
    void readsEveryHeaderForm();
    void readsWhatTarWrites_data();
    void readsWhatTarWrites();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void acceptsAnEndWithoutMarker();
    void lastOfSameNameWins();
    void resolvesLinks();
    void readsSizesAbove8GiB();
    void stopsWhenAsked();

private:
    ArchiveFolder m_folder;
};

void TestTarIndex::normalisesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected"); // "!": leads out
    const auto row = [](const char *name, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(expected);
    };
    row("a/b", "a/b");
    row("./a/b", "a/b");
    row("././a", "a");
    row("a/./b", "a/b");
    row("a//b/", "a/b");
    row("a/../b", "b");
    row("a/b/../../c", "c");
    row("a\\layer.tar", "a/layer.tar");
    row("./", "");
    row("..", "!");
    row("../a", "!");
    row("a/../../b", "!");
    row("/etc/passwd", "!");
    row("..\\a", "!");
    row("\\a", "!");
}

void TestTarIndex::normalisesNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, expected);
    QCOMPARE(normalisedName(name).value_or(QStringLiteral("!")), expected);
}

void TestTarIndex::readsEveryHeaderForm_data()
{
    QTest::addColumn<QByteArray>("tar");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");

    const QByteArray longName = QByteArray(200, 'd') + '/' + QByteArray(60, 'f');
    const QByteArray hugeName = QByteArray(5000, 'n');
    const auto row = [](const char *title, const TarWriter &tar, const QByteArray &name,
                        const QByteArray &content) {
        QTest::newRow(title) << tar.finished() << QString::fromUtf8(name) << content;
    };
    row("ustar", TarWriter().file("a", "content"), "a", "content");
    row("ustar with prefix", TarWriter().entry({.name = "b", .prefix = "a/c"}, "x"), "a/c/b", "x");
    row("v7", TarWriter().entry({.name = "a", .type = '\0', .magic = TarWriter::Magic::V7}, "x"), "a", "x");
    row("gnu, its prefix field is none",
        TarWriter().entry({.name = "a", .prefix = "1234567", .magic = TarWriter::Magic::Gnu}, "x"), "a", "x");
    row("gnu long name", TarWriter().gnuLong('L', longName).file(longName, "x"), longName, "x");
    row("pax path", TarWriter().pax({{"path", longName}}).file("short", "x"), longName, "x");
    row("pax longer than a block",
        TarWriter().pax({{"path", hugeName}, {"comment", QByteArray(9000, 'c')}}).file("s", "x"), hugeName,
        "x");
    row("pax path in UTF-8", TarWriter().pax({{"path", "层/文件"}}).file("s", "x"), "层/文件", "x");
    row("pax size wins", TarWriter().pax({{"size", "3"}}).entry({.name = "a", .claimedSize = 0}, "xyz"), "a",
        "xyz");
    row("empty pax value", TarWriter().pax({{"path", ""}}).file("a", "x"), "a", "x");
    row("global pax with a comment", TarWriter().pax({{"comment", "0123"}}, 'g').file("a", "x"), "a", "x");
    row("global and own pax",
        TarWriter().pax({{"path", "global"}}, 'g').pax({{"path", "own"}}).file("a", "x"), "own", "x");
    row("size in base 256", TarWriter().entry({.name = "a", .sizeForm = TarWriter::SizeForm::Base256}, "xyz"),
        "a", "xyz");
    row("size with blanks", TarWriter().entry({.name = "a", .rawSize = "         3  "}, "xyz"), "a", "xyz");
    row("signed checksum", TarWriter().entry({.name = "\xc3\xa4", .signedChecksum = true}, "x"), "ä", "x");
    row("contiguous file", TarWriter().entry({.name = "a", .type = '7'}, "x"), "a", "x");
    row("after a folder with a size",
        TarWriter().entry({.name = "d/", .type = '5', .claimedSize = 4096}).file("a", "x"), "a", "x");
    row("after a device and a pipe",
        TarWriter().entry({.name = "d", .type = '3'}).entry({.name = "p", .type = '6'}).file("a", "x"), "a",
        "x");
    row("after a folder of v7", TarWriter().entry({.name = "d/", .type = '\0'}).file("a", "x"), "a", "x");
    row("after an unknown type", TarWriter().entry({.name = "v", .type = 'Z'}, "12345").file("a", "x"), "a",
        "x");
    row("after a lone zero block", TarWriter().file("b", "").raw(QByteArray(512, '\0')).file("a", "x"), "a",
        "x");
    row("after a sparse file",
        TarWriter()
            .entry({.name = "s", .type = 'S', .magic = TarWriter::Magic::Gnu, .moreSparse = true})
            .raw(QByteArray(512, '\0'))
            .file("a", "x"),
        "a", "x");
    row("empty file", TarWriter().file("a", ""), "a", "");
    row("a whole block", TarWriter().file("a", QByteArray(512, 'x')), "a", QByteArray(512, 'x'));
}

void TestTarIndex::readsEveryHeaderForm()
{
    QFETCH(const QByteArray, tar);
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);

    const QString path = m_folder.write(QStringLiteral("a.tar"), tar);
    const auto index = TarIndex::scan(path, {});
    QVERIFY2(index, qPrintable(index ? QString() : index.error().detail));
    QVERIFY(index->hasEnd);
    QVERIFY(!index->entries.isEmpty());
    const TarEntry &entry = index->entries.last();
    QCOMPARE(entry.name, name);
    QCOMPARE(entry.kind, TarEntry::Kind::File);
    QCOMPARE(tar.mid(entry.offset, entry.size), content);
    QCOMPARE(entry.size, content.size());
}

void TestTarIndex::readsWhatTarWrites_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"v7", "oldgnu", "gnu", "ustar", "posix"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestTarIndex::readsWhatTarWrites()
{
    QFETCH(const QString, format);
    const QString folder = m_folder.path(QStringLiteral("tree-") + format);
    const QString deep = QString(60, u'd') + u'/' + QString(60, u'e') + QStringLiteral("/file");
    const bool isShort = format == u"v7";
    ArchiveBuilder::Files files{{QStringLiteral("one"), "1"},
                                {QStringLiteral("sub/two"), QByteArray(3000, '2')}};
    if (!isShort)
        files.append({deep, "deep"});
    ArchiveBuilder::writeFolder(folder, files);
    QVERIFY(QFile::link(QStringLiteral("sub/two"), folder + QStringLiteral("/link")));
    const QString path = m_folder.path(QStringLiteral("tool.tar"));
    (void)run(QStringLiteral("tar"), {QStringLiteral("--format=") + format, QStringLiteral("-cf"), path,
                                      QStringLiteral("-C"), folder, QStringLiteral(".")});

    const auto source = MappedSource::openTar(path, path, {});
    QVERIFY(source);
    for (const auto &[name, content] : std::as_const(files))
        QCOMPARE((*source)->read(name, 10'000).value_or("missing"), content);
    QCOMPARE((*source)->read(u"link", 10'000).value_or("missing"), QByteArray(3000, '2'));
}

void TestTarIndex::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *title, const QByteArray &bytes, ErrorCode code) {
        QTest::newRow(title) << bytes << code;
    };
    const TarWriter good = TarWriter().file("first", "1");

    row("empty file", {}, ErrorCode::ArchiveTruncated);
    row("short text", "hello", ErrorCode::ArchiveNotImage);
    row("long text", QByteArray("hello world ").repeated(100), ErrorCode::ArchiveNotImage);
    row("only header, cut", TarWriter().file("a", "x").bytes().first(300), ErrorCode::ArchiveNotImage);
    row("second header cut", good.bytes() + TarWriter().file("b", "x").bytes().first(300),
        ErrorCode::ArchiveTruncated);
    row("content cut", TarWriter().file("a", QByteArray(2000, 'x')).bytes().first(1000),
        ErrorCode::ArchiveTruncated);
    row("wrong checksum at first", TarWriter().entry({.name = "a", .wrongChecksum = true}, "x").finished(),
        ErrorCode::ArchiveNotImage);
    row("wrong checksum later", TarWriter(good).entry({.name = "a", .wrongChecksum = true}, "x").finished(),
        ErrorCode::ArchiveDamaged);
    row("negative size", TarWriter(good).entry({.name = "a", .rawSize = QByteArray(12, '\xff')}).finished(),
        ErrorCode::ArchiveDamaged);
    row("size beyond 63 bits",
        TarWriter(good).entry({.name = "a", .rawSize = "\x80\1\1\1\1\1\1\1\1\1\1\1"}).finished(),
        ErrorCode::ArchiveDamaged);
    row("largest size",
        TarWriter(good)
            .entry({.name = "a", .rawSize = QByteArray("\x80\0\0\0\x7f\xff\xff\xff\xff\xff\xff\xff", 12)})
            .finished(),
        ErrorCode::ArchiveTruncated);
    row("size is no number", TarWriter(good).entry({.name = "a", .rawSize = "0000000009x"}).finished(),
        ErrorCode::ArchiveDamaged);
    row("pax size negative", TarWriter(good).pax({{"size", "-5"}}).file("a", "x").finished(),
        ErrorCode::ArchiveDamaged);
    row("pax size largest", TarWriter(good).pax({{"size", "9223372036854775807"}}).file("a", "x").finished(),
        ErrorCode::ArchiveTruncated);
    row("pax size overflows",
        TarWriter(good).pax({{"size", "9223372036854775808"}}).file("a", "x").finished(),
        ErrorCode::ArchiveDamaged);
    row("pax length wrong", TarWriter(good).entry({.name = "p", .type = 'x'}, "99 path=a\n").finished(),
        ErrorCode::ArchiveDamaged);
    row("pax length zero", TarWriter(good).entry({.name = "p", .type = 'x'}, "0 path=a\n").finished(),
        ErrorCode::ArchiveDamaged);
    row("pax length negative", TarWriter(good).entry({.name = "p", .type = 'x'}, "-9 path=a\n").finished(),
        ErrorCode::ArchiveDamaged);
    row("pax without equals", TarWriter(good).entry({.name = "p", .type = 'x'}, "7 path\n").finished(),
        ErrorCode::ArchiveDamaged);
    row("long name too long",
        TarWriter(good).entry({.name = "L", .type = 'L'}, QByteArray(1024 * 1024 + 1, 'n')).finished(),
        ErrorCode::ArchiveDamaged);
    row("long name cut",
        TarWriter(good).entry({.name = "L", .type = 'L', .claimedSize = 5000}, "abc").bytes(),
        ErrorCode::ArchiveTruncated);
    row("sparse map cut",
        TarWriter(good)
            .entry({.name = "s", .type = 'S', .magic = TarWriter::Magic::Gnu, .moreSparse = true})
            .bytes(),
        ErrorCode::ArchiveTruncated);
}

void TestTarIndex::tellsWhatIsWrong()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorCode, code);
    const auto index = TarIndex::scan(m_folder.write(QStringLiteral("bad.tar"), bytes), {});
    QVERIFY(!index);
    QCOMPARE(errorCodeName(index.error().code), errorCodeName(code));
    QVERIFY(!index.error().detail.isEmpty());
}

void TestTarIndex::acceptsAnEndWithoutMarker()
{
    const QByteArray bytes = TarWriter().file("a", "x").bytes();
    for (const QByteArray &end : {QByteArray(), QByteArray(512, '\0'), QByteArray(100, '\0')}) {
        const auto index = TarIndex::scan(m_folder.write(QStringLiteral("endless.tar"), bytes + end), {});
        QVERIFY(index);
        QVERIFY(!index->hasEnd);
        QCOMPARE(index->entries.size(), 1);
    }
    // Only the padding is cut: the content is whole.
    const auto index = TarIndex::scan(m_folder.write(QStringLiteral("endless.tar"), bytes.first(513)), {});
    QVERIFY(index);
    QCOMPARE(index->entries.size(), 1);
}

void TestTarIndex::lastOfSameNameWins()
{
    const QByteArray tar = TarWriter().file("a", "old").file("./a", "new").finished();
    const auto source = MappedSource::openTar(m_folder.write(QStringLiteral("twice.tar"), tar), {}, {});
    QVERIFY(source);
    QCOMPARE((*source)->read(u"a", 10).value_or("missing"), QByteArray("new"));
}

void TestTarIndex::resolvesLinks()
{
    TarWriter tar;
    tar.file("x/layer.tar", "data");
    tar.symlink("y/layer.tar", "../x/layer.tar").symlink("z/layer.tar", "../y/./layer.tar");
    tar.hardlink("h/layer.tar", "x/layer.tar").hardlink("hh", "./z/layer.tar");
    tar.gnuLong('K', QByteArray(150, 'd') + "/../x/layer.tar").symlink("k", "short");
    tar.pax({{"linkpath", "x/layer.tar"}}).symlink("p", "short");
    tar.symlink("loop1", "loop2").symlink("loop2", "loop1").symlink("self", "self");
    tar.symlink("out", "../../etc/passwd").symlink("abs", "/etc/passwd").hardlink("hout", "../x");
    tar.symlink("dangling", "nothing")
        .entry({.name = "sparse", .type = 'S', .magic = TarWriter::Magic::Gnu}, "1");
    tar.file("../climbs", "x").file("/absolute", "x");
    const auto source =
        MappedSource::openTar(m_folder.write(QStringLiteral("links.tar"), tar.finished()), {}, {});
    QVERIFY(source);
    for (const char *name : {"x/layer.tar", "y/layer.tar", "z/layer.tar", "h/layer.tar", "hh", "k", "p"})
        QCOMPARE((*source)->read(QString::fromLatin1(name), 10).value_or(name), QByteArray("data"));
    const auto codeOf = [&](const char *name) {
        const auto found = (*source)->find(QString::fromLatin1(name));
        return found ? QStringLiteral("found") : errorCodeName(found.error().code);
    };
    for (const char *name :
         {"loop1", "loop2", "self", "out", "abs", "hout", "../climbs", "/absolute", "climbs/../../x"})
        QCOMPARE(codeOf(name), errorCodeName(ErrorCode::ArchiveUnsafe));
    for (const char *name : {"dangling", "nothing", "climbs"})
        QCOMPARE(codeOf(name), errorCodeName(ErrorCode::ArchiveIncomplete));
    QCOMPARE(codeOf("sparse"), errorCodeName(ErrorCode::Unsupported));
}

void TestTarIndex::readsSizesAbove8GiB()
{
    // A sparse file on the disk: 9 GiB that need no room.
    const qint64 size = qint64(9) * 1024 * 1024 * 1024;
    for (const bool inPax : {false, true}) {
        TarWriter head;
        if (inPax)
            head.pax({{"size", QByteArray::number(size)}}).entry({.name = "big", .claimedSize = 0});
        else
            head.entry({.name = "big", .sizeForm = TarWriter::SizeForm::Base256, .claimedSize = size});
        const QByteArray tail = TarWriter().file("after", "x").finished();
        QFile file(m_folder.write(QStringLiteral("big.tar"), head.bytes()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(head.bytes().size() + size));
        QCOMPARE(file.write(tail), tail.size());
        file.close();

        const auto index = TarIndex::scan(file.fileName(), {});
        QVERIFY(index);
        QCOMPARE(index->entries.size(), 2);
        QCOMPARE(index->entries.first().size, size);
        QCOMPARE(index->entries.last().name, QStringLiteral("after"));
        QVERIFY(file.remove());
    }
}

void TestTarIndex::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const auto index = TarIndex::scan(
        m_folder.write(QStringLiteral("s.tar"), TarWriter().file("a", "x").finished()), stop.get_token());
    QVERIFY(!index);
    QCOMPARE(index.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestTarIndex)
#include "tst_tarindex.moc"
