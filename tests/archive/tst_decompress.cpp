#include "core/archive/decompress.h"
#include "core/archive/scratchfiles.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/archivecontext.h"

#include <QFile>
#include <QTest>

using namespace dip;
using namespace dip::test;
using mediatype::Compression;

class TestDecompress final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void unpacks_data();
    void unpacks();
    void unpacksStreamsInARow_data();
    void unpacksStreamsInARow();
    void noticesEveryCut_data();
    void noticesEveryCut();
    void noticesDamage_data();
    void noticesDamage();
    void unpacksARegionOnly();
    void tellsProgressAndStops();
    void handsOnTheTakersError();
    void hashesWhatIsNotCompressed();
    void readsRegionsInBlocks();
    void fullDiskIsTold();

private:
    static QByteArray compress(const QString &tool, const QByteArray &bytes);
    Result<QByteArray> unpack(const QByteArray &bytes) const;
    static void addTools();

    ArchiveFolder m_folder;
    QByteArray m_big; ///< beyond every internal buffer
};

void TestDecompress::initTestCase()
{
    m_big = ArchiveBuilder::bigLayer(1'500'000) + QByteArray(3'000'000, 'x') + QByteArray(2'000'000, '\0');
}

QByteArray TestDecompress::compress(const QString &tool, const QByteArray &bytes)
{
    return run(tool, {QStringLiteral("-c"), QStringLiteral("-q")}, bytes);
}

Result<QByteArray> TestDecompress::unpack(const QByteArray &bytes) const
{
    const QString path = m_folder.write(QStringLiteral("packed"), bytes);
    QByteArray unpacked;
    return decompress({path, 0, bytes.size()}, mediatype::sniffCompression(bytes), {},
                      [&](QByteArrayView block) {
                          unpacked += block;
                          return Result<void>();
                      })
        .transform([&] { return unpacked; });
}

void TestDecompress::addTools()
{
    QTest::addColumn<QString>("tool");
    for (const char *tool : {"gzip", "bzip2", "xz", "zstd"})
        QTest::newRow(tool) << QString::fromLatin1(tool);
}

void TestDecompress::unpacks_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QByteArray>("content");
    for (const char *tool : {"gzip", "bzip2", "xz", "zstd"}) {
        const QString name = QString::fromLatin1(tool);
        QTest::addRow("%s, small", tool) << name << QByteArray("hello");
        QTest::addRow("%s, empty", tool) << name << QByteArray();
        QTest::addRow("%s, big", tool) << name << m_big;
        QTest::addRow("%s, zeros", tool) << name << QByteArray(5'000'000, '\0');
        QTest::addRow("%s, one output block", tool) << name << QByteArray(1024 * 1024, 'y');
    }
}

void TestDecompress::unpacks()
{
    QFETCH(const QString, tool);
    QFETCH(const QByteArray, content);
    const QByteArray packed = compress(tool, content);
    const auto unpacked = unpack(packed);
    QVERIFY2(unpacked, qPrintable(unpacked ? QString() : unpacked.error().detail));
    QVERIFY(*unpacked == content);

    const auto digest = unpackedDigest({m_folder.path(QStringLiteral("packed")), 0, packed.size()},
                                       mediatype::sniffCompression(packed), {});
    QCOMPARE(digest.value_or(Digest::of("wrong")).toString(), Digest::of(content).toString());
}

void TestDecompress::unpacksStreamsInARow_data()
{
    addTools();
}

void TestDecompress::unpacksStreamsInARow()
{
    QFETCH(const QString, tool);
    const QByteArray one = compress(tool, "one ");
    const QByteArray two = compress(tool, "two ");
    const QByteArray big = compress(tool, m_big);
    const QByteArray empty = compress(tool, {});
    QVERIFY(unpack(one + two).value_or("?") == "one two ");
    QVERIFY(unpack(one + empty + two + one).value_or("?") == "one two one ");
    QVERIFY(unpack(big + one + big).value_or("?") == m_big + "one " + m_big);
    QVERIFY(unpack(one.repeated(200)).value_or("?") == QByteArray("one ").repeated(200));

    QVERIFY(unpack(one + QByteArray(512, '\0')).value_or("?") == "one ");
    QVERIFY(unpack(big + QByteArray(700'000, '\0')).value_or("?") == m_big);
    const auto garbage = unpack(one + "garbage that is no stream");
    QVERIFY(!garbage);
    QCOMPARE(garbage.error().code, ErrorCode::ArchiveDamaged);
}

void TestDecompress::noticesEveryCut_data()
{
    addTools();
}

void TestDecompress::noticesEveryCut()
{
    QFETCH(const QString, tool);
    const QByteArray packed = compress(
        tool, ArchiveBuilder::layer("a", "some content that is worth compressing, worth compressing"));
    for (qsizetype cut = 6; cut < packed.size(); ++cut) {
        const auto unpacked = unpack(packed.first(cut));
        QVERIFY2(!unpacked, qPrintable(QString::number(cut)));
        QCOMPARE(unpacked.error().code, ErrorCode::ArchiveTruncated);
    }
    // The second of two streams is cut.
    QCOMPARE(unpack(packed + packed.first(packed.size() - 3)).error().code, ErrorCode::ArchiveTruncated);
    const QByteArray big = compress(tool, m_big);
    QCOMPARE(unpack(big.first(big.size() / 2)).error().code, ErrorCode::ArchiveTruncated);
    const QString path = m_folder.write(QStringLiteral("layer"), big.first(big.size() - 1));
    const auto digest = unpackedDigest({path, 0, big.size() - 1}, mediatype::sniffCompression(big), {});
    QVERIFY(!digest);
    QCOMPARE(digest.error().code, ErrorCode::ArchiveDamaged);
}

void TestDecompress::noticesDamage_data()
{
    addTools();
}

void TestDecompress::noticesDamage()
{
    QFETCH(const QString, tool);
    QByteArray packed = compress(tool, m_big);
    for (qsizetype i = 0; i < 400; ++i) // enough to break each format's checksums or structure
        packed[packed.size() / 3 + i] = char(packed[packed.size() / 3 + i] ^ 0x55);
    const auto unpacked = unpack(packed);
    QVERIFY(!unpacked);
    QCOMPARE(unpacked.error().code, ErrorCode::ArchiveDamaged);
    QVERIFY(unpacked.error().where.endsWith(u"packed"));
}

void TestDecompress::unpacksARegionOnly()
{
    const QByteArray packed = ArchiveBuilder::gzipped("inside");
    const QString path =
        m_folder.write(QStringLiteral("around"), QByteArray(700, 'a') + packed + QByteArray(700, 'z'));
    const auto digest = unpackedDigest({path, 700, packed.size()}, Compression::Gzip, {});
    QVERIFY(digest);
    QCOMPARE(digest->toString(), Digest::of("inside").toString());
}

void TestDecompress::tellsProgressAndStops()
{
    const QByteArray packed = compress(QStringLiteral("gzip"), m_big);
    const QString path = m_folder.write(QStringLiteral("watched"), packed);
    QList<qint64> seen;
    std::stop_source stop;
    const auto take = [](QByteArrayView) {
        return Result<void>();
    };
    auto outcome = decompress({path, 0, packed.size()}, Compression::Gzip, stop.get_token(), take,
                              [&](qint64 done) { seen.append(done); });
    QVERIFY(outcome);
    QVERIFY(seen.size() > 3);
    QVERIFY(std::ranges::is_sorted(seen));
    QCOMPARE(seen.last(), packed.size());

    seen.clear();
    outcome =
        decompress({path, 0, packed.size()}, Compression::Gzip, stop.get_token(), take, [&](qint64 done) {
            seen.append(done);
            stop.request_stop();
        });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QCOMPARE(seen.size(), 1);
}

void TestDecompress::handsOnTheTakersError()
{
    const QByteArray packed = ArchiveBuilder::gzipped("x");
    const QString path = m_folder.write(QStringLiteral("taken"), packed);
    const auto outcome =
        decompress({path, 0, packed.size()}, Compression::Gzip, {}, [](QByteArrayView) -> Result<void> {
            return fail(ErrorCode::DiskFull, QStringLiteral("no room"), QStringLiteral("there"));
        });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::DiskFull);
    QCOMPARE(outcome.error().where, QStringLiteral("there"));
}

void TestDecompress::hashesWhatIsNotCompressed()
{
    const QString path = m_folder.write(QStringLiteral("plain"), "0123456789");
    const auto digest = unpackedDigest({path, 2, 5}, Compression::None, {});
    QVERIFY(digest);
    QCOMPARE(digest->toString(), Digest::of("23456").toString());
    QCOMPARE(unpackedDigest({path, 2, 50}, Compression::None, {}).error().code, ErrorCode::ArchiveTruncated);
    QCOMPARE(unpackedDigest({path + u'x', 0, 5}, Compression::None, {}).error().code, ErrorCode::FileMissing);
}

void TestDecompress::readsRegionsInBlocks()
{
    const QString path = m_folder.write(QStringLiteral("region"), m_big);
    const FileRegion region{path, 1000, m_big.size() - 2000};
    QByteArray all;
    qsizetype largest = 0;
    std::stop_source stop;
    auto outcome = readRegion(region, stop.get_token(), [&](QByteArrayView block) {
        largest = std::max(largest, block.size());
        all += block;
        return Result<void>();
    });
    QVERIFY(outcome);
    QCOMPARE(largest, qsizetype(1024 * 1024));
    QVERIFY(all == m_big.sliced(1000, m_big.size() - 2000));

    int blocks = 0;
    outcome = readRegion(region, stop.get_token(), [&](QByteArrayView) {
        ++blocks;
        stop.request_stop();
        return Result<void>();
    });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QCOMPARE(blocks, 1);

    outcome = readRegion(region, {},
                         [](QByteArrayView) -> Result<void> { return fail(ErrorCode::DiffIdMismatch, {}); });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::DiffIdMismatch);
    outcome = readRegion({path, m_big.size() - 5, 10}, {}, [](QByteArrayView) { return Result<void>(); });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::ArchiveTruncated);
    QVERIFY(readRegion({path, 0, 0}, {},
                       [](QByteArrayView) -> Result<void> { return fail(ErrorCode::Internal, {}); }));
}

void TestDecompress::fullDiskIsTold()
{
#ifdef Q_OS_LINUX
    ScratchWriter writer(QStringLiteral("/dev/full")); // every write to it finds no room
    QVERIFY(writer.open());
    const auto written = writer.write("x");
    QVERIFY(!written);
    QCOMPARE(errorCodeName(written.error().code), errorCodeName(ErrorCode::DiskFull));
#endif
    ScratchWriter nowhere(m_folder.path(QStringLiteral("no/such/folder")));
    const auto opened = nowhere.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DiskFailed);
}

QTEST_GUILESS_MAIN(TestDecompress)
#include "tst_decompress.moc"
