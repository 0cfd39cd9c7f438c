#include "core/base/files.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace dip;

class TestFiles final : public QObject
{
    Q_OBJECT

private slots:
    void writeAtomicallyReplaces();
    void writeAtomicallyFails();
    void replaceOverwritesFilesNotFolders();
    void readAllLimits();
    void makeFolderMakesAll();
    void syncsFileAndFolder();
    void writeAllTakesEverything();
    void fullDeviceIsToldApart();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
};

static QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

void TestFiles::writeAtomicallyReplaces()
{
    QVERIFY(files::writeAtomically(path("a"), "one"));
    QVERIFY(files::writeAtomically(path("a"), "two"));
    QCOMPARE(content(path("a")), QByteArray("two"));
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList(QStringLiteral("a")));
}

void TestFiles::writeAtomicallyFails()
{
    const auto missing = files::writeAtomically(path("none/a"), "x");
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::DiskFailed);
    QVERIFY(files::makeFolder(path("folder/inside")));
    QVERIFY(!files::writeAtomically(path("folder"), "x"));
    QVERIFY(QFileInfo(path("folder/inside")).isDir());
}

void TestFiles::replaceOverwritesFilesNotFolders()
{
    QVERIFY(files::writeAtomically(path("from"), "new"));
    QVERIFY(files::writeAtomically(path("to"), "old"));
    QVERIFY(files::replace(path("from"), path("to")));
    QCOMPARE(content(path("to")), QByteArray("new"));
    QVERIFY(!QFile::exists(path("from")));
    const auto gone = files::replace(path("from"), path("to"));
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::DiskFailed);
}

void TestFiles::readAllLimits()
{
    QVERIFY(files::writeAtomically(path("five"), "12345"));
    const auto whole = files::readAll(path("five"), 5);
    QVERIFY(whole);
    QCOMPARE(*whole, QByteArray("12345"));
    const auto large = files::readAll(path("five"), 4);
    QVERIFY(!large);
    QCOMPARE(large.error().code, ErrorCode::ManifestTooLarge);
    const auto missing = files::readAll(path("none"), 4);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::FileMissing);
    const auto folder = files::readAll(m_folder.path(), 1 << 20);
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::DiskFailed);
}

void TestFiles::makeFolderMakesAll()
{
    QVERIFY(files::makeFolder(path("x/y/z")));
    QVERIFY(files::makeFolder(path("x/y/z")));
    QVERIFY(QFileInfo(path("x/y/z")).isDir());
    QVERIFY(files::writeAtomically(path("file"), ""));
    const auto below = files::makeFolder(path("file/below"));
    QVERIFY(!below);
    QCOMPARE(below.error().code, ErrorCode::DiskFailed);
}

void TestFiles::syncsFileAndFolder()
{
    QFile file(path("synced"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("abc"), 3);
    QVERIFY(files::sync(file));
    QCOMPARE(content(path("synced")), QByteArray("abc")); // nothing is left in the buffer
    QVERIFY(files::syncFolder(m_folder.path()));
    QVERIFY(!files::syncFolder(path("none")));
}

void TestFiles::writeAllTakesEverything()
{
    const QByteArray bytes(3'000'001, 'z');
    QFile file(path("large"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QVERIFY(files::writeAll(file, bytes));
    QVERIFY(files::writeAll(file, {}));
    file.close();
    QCOMPARE(content(path("large")), bytes);
}

void TestFiles::fullDeviceIsToldApart()
{
#ifdef Q_OS_LINUX
    QFile full(QStringLiteral("/dev/full"));
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto written = files::writeAll(full, "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::DiskFull);
#endif
    QVERIFY(files::writeAtomically(path("read"), ""));
    QFile readOnly(path("read"));
    QVERIFY(readOnly.open(QIODevice::ReadOnly));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ReadOnly device")));
    const auto refused = files::writeAll(readOnly, "x");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DiskFailed);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
