#include "core/base/syncedfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dip;

class TestSyncedFile final : public QObject
{
    Q_OBJECT

private slots:
    void keepsEveryByte_data();
    void keepsEveryByte();
    void goesOnAtTheEnd_data();
    void goesOnAtTheEnd();
    void writesBlocksPastTheCache();
    void beginsAgain();
    void goesOnAfterAFlush();
    void tellsThatThereIsNoRoom();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("file")); }
    QTemporaryDir m_folder;
};

static constexpr qint64 MiB = 1024 * 1024;

static QByteArray pattern(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char(i ^ (i >> 9) ^ (i >> 17));
    return bytes;
}

static QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

static Result<void> writeIn(SyncedFile &file, QByteArrayView bytes, qint64 piece)
{
    for (qint64 at = 0; at < bytes.size(); at += piece) {
        if (auto written = file.write(bytes.sliced(at, std::min(piece, bytes.size() - at))); !written)
            return written;
    }
    return {};
}

void TestSyncedFile::keepsEveryByte_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("piece");
    QTest::newRow("nothing") << qint64(0) << qint64(1);
    QTest::newRow("one byte") << qint64(1) << qint64(1);
    QTest::newRow("less than a block") << qint64(70'001) << qint64(999);
    QTest::newRow("a block") << MiB << qint64(16'384);
    QTest::newRow("a block and a byte") << MiB + 1 << MiB + 1;
    QTest::newRow("blocks and a rest") << 3 * MiB + 4'097 << qint64(65'537);
    QTest::newRow("large pieces") << 5 * MiB << 2 * MiB + 7;
}

void TestSyncedFile::keepsEveryByte()
{
    QFETCH(qint64, size);
    QFETCH(qint64, piece);
    QFile::remove(path());
    const QByteArray bytes = pattern(size);
    SyncedFile file(path());
    QVERIFY(file.open());
    QVERIFY(writeIn(file, bytes, piece));
    QCOMPARE(file.size(), size);
    QVERIFY(file.sync());
    QVERIFY(content(path()) == bytes);
}

void TestSyncedFile::goesOnAtTheEnd_data()
{
    QTest::addColumn<qint64>("first");
    for (const qint64 first : {qint64(1), qint64(4'095), qint64(4'096), qint64(4'097), MiB, MiB + 5'000})
        QTest::addRow("%lld bytes are there", static_cast<long long>(first)) << first;
}

void TestSyncedFile::goesOnAtTheEnd()
{
    QFETCH(qint64, first);
    QFile::remove(path());
    const QByteArray bytes = pattern(3 * MiB + 123);
    {
        SyncedFile file(path());
        QVERIFY(file.open());
        QVERIFY(file.write(QByteArrayView(bytes).first(first)));
        QVERIFY(file.flush());
    }
    QCOMPARE(content(path()), bytes.first(first));
    SyncedFile file(path());
    QVERIFY(file.open());
    QCOMPARE(file.size(), first);
    QVERIFY(file.write(QByteArrayView(bytes).sliced(first)));
    QVERIFY(file.sync());
    QVERIFY(content(path()) == bytes);
}

/// Both a file system that can and one that cannot get the bytes; this one tells which it is.
void TestSyncedFile::writesBlocksPastTheCache()
{
    QFile::remove(path());
    SyncedFile file(path());
    QVERIFY(file.open());
    const QByteArray bytes = pattern(2 * MiB + 10);
    QVERIFY(file.write(QByteArrayView(bytes).first(MiB - 1)));
    QVERIFY(!file.writesPastTheCache()); // no block is full yet
    QVERIFY(file.write(QByteArrayView(bytes).sliced(MiB - 1)));
    qInfo("blocks go %s", file.writesPastTheCache() ? "to the disk" : "through the system's memory");
    QVERIFY(file.sync());
    QVERIFY(!file.writesPastTheCache()); // the rest is no whole block
    QVERIFY(content(path()) == bytes);
}

void TestSyncedFile::beginsAgain()
{
    QFile::remove(path());
    SyncedFile file(path());
    QVERIFY(file.open());
    QVERIFY(file.write(pattern(MiB + 77)));
    QVERIFY(file.clear());
    QCOMPARE(file.size(), 0);
    QVERIFY(file.write("short"));
    QVERIFY(file.sync());
    QCOMPARE(content(path()), QByteArray("short"));
}

void TestSyncedFile::goesOnAfterAFlush()
{
    QFile::remove(path());
    const QByteArray bytes = pattern(2 * MiB + 99);
    SyncedFile file(path());
    QVERIFY(file.open());
    QVERIFY(file.write(QByteArrayView(bytes).first(MiB + 500)));
    QVERIFY(file.flush());
    QCOMPARE(content(path()), bytes.first(MiB + 500));
    QVERIFY(file.write(QByteArrayView(bytes).sliced(MiB + 500)));
    QVERIFY(file.sync());
    QVERIFY(content(path()) == bytes);
}

void TestSyncedFile::tellsThatThereIsNoRoom()
{
    SyncedFile missing(m_folder.filePath(QStringLiteral("none/file")));
    const auto opened = missing.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DiskFailed);
#ifdef Q_OS_LINUX
    SyncedFile full(QStringLiteral("/dev/full"));
    QVERIFY(full.open());
    const auto written = full.write(pattern(MiB));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::DiskFull);
#endif
}

QTEST_GUILESS_MAIN(TestSyncedFile)
#include "tst_syncedfile.moc"
