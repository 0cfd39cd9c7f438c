#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

#include "core/image/digest.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/program.h"
#include "tests/support/testregistry.h"

using namespace dip;
using namespace dip::test;

/// Things in a cache that nobody of us put there: folders, links and pipes in the place of its files, entries
/// of the index that lead out of it, linked folders. The real program says what is wrong; nothing outside is
/// taken for a blob or removed, and nothing hangs.
class TestForeignFiles final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void inTheWay_data();
    void inTheWay();
    void platformInTheWay();
    void entryLeadsOut_data();
    void entryLeadsOut();
    void indexIsNoFile_data();
    void indexIsNoFile();
    void linkedFolder_data();
    void linkedFolder();
    void linkedTrash();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString inCache(const QString &name) const { return file(QLatin1String("cache/") + name); }
    [[nodiscard]] QString outside(const QString &name = {}) const
    {
        return file(QLatin1String("outside/") + name);
    }
    [[nodiscard]] Outcome tell(const char *line) const;
    void expect(const char *line, const QSet<int> &codes, const QByteArray &said = {}) const;
    void replace(const QString &path, const QString &kind) const;
    void outsideIsAsBefore() const;

    QByteArray m_layer = ArchiveBuilder::bigLayer(3000, 1);
    QString m_configHex;
    mutable int m_runs = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestRegistry> m_registry;
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestForeignFiles::initTestCase()
{
    m_registry = std::make_unique<TestRegistry>();
}

/// The images a:1 and b:1, and outside of the cache the layer's right bytes and wrong ones.
void TestForeignFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    ArchiveBuilder builder;
    builder.addImage({.names = {QStringLiteral("a:1")}, .layers = {m_layer}});
    builder.addImage({.names = {QStringLiteral("b:1")}, .layers = {ArchiveBuilder::bigLayer(2000, 2)}});
    builder.writeDockerSave(file(QStringLiteral("in.tar")));
    m_configHex = builder.configDigest(0).section(u':', 1);
    QCOMPARE(tell("extract -f FOLDER/in.tar").exitCode, 0);
    QVERIFY(QDir().mkpath(outside(QStringLiteral("sub"))));
    ArchiveBuilder::writeFile(outside(QStringLiteral("right")), m_layer);
    ArchiveBuilder::writeFile(outside(QStringLiteral("wrong")), QByteArray(m_layer.size(), 'w'));
    ArchiveBuilder::writeFile(outside(QStringLiteral("notes.json")), "{}");
    ArchiveBuilder::writeFile(outside(QStringLiteral("sub/file")), "precious");
}

void TestForeignFiles::outsideIsAsBefore() const
{
    QCOMPARE(contentOf(outside(QStringLiteral("right"))), m_layer);
    QCOMPARE(contentOf(outside(QStringLiteral("wrong"))), QByteArray(m_layer.size(), 'w'));
    QCOMPARE(contentOf(outside(QStringLiteral("notes.json"))), QByteArray("{}"));
    QCOMPARE(contentOf(outside(QStringLiteral("sub/file"))), QByteArray("precious"));
    QCOMPARE(QDir(outside())
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
                 .size(),
             4);
}

Outcome TestForeignFiles::tell(const char *line) const
{
    QStringList arguments = QString::fromLatin1(line).split(u' ');
    arguments.replaceInStrings(QStringLiteral("FOLDER"), m_folder->path());
    arguments.replaceInStrings(QStringLiteral("REGISTRY"), m_registry->url().toString());
    arguments.replaceInStrings(QStringLiteral("FRESH"), QStringLiteral("fresh/%1").arg(++m_runs));
    return pusher(arguments + QStringList{QStringLiteral("--cache-dir"), file(QStringLiteral("cache"))});
}

void TestForeignFiles::expect(const char *line, const QSet<int> &codes, const QByteArray &said) const
{
    const Outcome outcome = tell(line);
    const QByteArray all =
        QByteArray(line) + ": exit code " + QByteArray::number(outcome.exitCode) + ": " + outcome.all();
    QVERIFY2(codes.contains(outcome.exitCode), all);
    QVERIFY2(outcome.all().contains(said), all);
    QVERIFY2(outcome.exitCode == 0 || outcome.err.trimmed().count('\n') >= 1, all);
    outsideIsAsBefore();
}

void TestForeignFiles::replace(const QString &path, const QString &kind) const
{
    QVERIFY2(QFile::remove(path), qPrintable(path));
    if (kind == QLatin1String("folder"))
        QVERIFY(QDir().mkpath(path));
    else if (kind == QLatin1String("full folder"))
        QVERIFY(QDir().mkpath(path + QLatin1String("/precious")));
    else if (kind == QLatin1String("pipe"))
        QVERIFY(mkfifo(QFile::encodeName(path).constData(), 0600) == 0);
    else
        QVERIFY(QFile::link(outside(kind), path));
}

void TestForeignFiles::inTheWay_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("kind");
    for (const char *place : {"layer", "config", "manifest"}) {
        for (const char *kind : {"folder", "full folder", "pipe", "right", "wrong", "dangling", "sub"})
            QTest::addRow("%s: %s", place, kind) << QString::fromLatin1(place) << QString::fromLatin1(kind);
    }
}

void TestForeignFiles::inTheWay()
{
    QFETCH(QString, place);
    QFETCH(QString, kind);
    const QString path =
        inCache(place == QLatin1String("layer") ? QLatin1String("blobs/sha256/") + Digest::of(m_layer).hex()
                : place == QLatin1String("config") ? QLatin1String("blobs/sha256/") + m_configHex
                                                   : QStringLiteral("manifests/a/1"));
    const bool isFolder = kind.endsWith(QLatin1String("folder"));
    const bool isFull = kind == QLatin1String("full folder");
    replace(path, kind);
    expect("list", {0}, place == QLatin1String("manifest") ? "damaged" : "incomplete");
    expect("list --usage", {0}, "a:1");
    expect("verify", {6}, "needed by a:1");
    expect("export a:1 -o FOLDER/out.tar", {6}, "the cache is damaged here");
    QVERIFY(!QFileInfo::exists(file(QStringLiteral("out.tar"))));
    expect("push -s a:1 -r FRESH --registry REGISTRY", {6}, "the cache is damaged here");
    expect("push -s b:1 -r fresh/b --registry REGISTRY", {0});
    // What came from an archive is had from there again; a folder with something in it is left alone.
    const bool stays = isFull || (isFolder && place == QLatin1String("manifest"));
    expect("verify --repair", {stays ? 6 : 0});
    if (!stays) {
        expect("verify", {0});
        replace(path, kind);
    }
    expect("clean --yes --image a:1", {0});
    expect("list", {0}, "b:1");
    expect("clean", {0});
    expect("verify b:1", {0});
    const bool isLeft = isFolder || (kind == QLatin1String("sub") && place == QLatin1String("manifest"));
    QCOMPARE(QFileInfo::exists(path) || QFileInfo(path).isSymLink(), isLeft);
    QCOMPARE(QFileInfo::exists(path + QLatin1String("/precious")), isFull);
}

/// A platform of an index that the entry names is damage, and not one that was never fetched.
void TestForeignFiles::platformInTheWay()
{
    ArchiveBuilder builder;
    builder.addIndex({.names = {QStringLiteral("multi:1")},
                      .platforms = {{.layers = {m_layer}},
                                    {.layers = {m_layer}, .architecture = QStringLiteral("arm64")}}});
    builder.writeOci(file(QStringLiteral("multi.tar")));
    expect("extract -f FOLDER/multi.tar", {0});
    const QJsonValue children = QJsonDocument::fromJson(builder.manifest(0))[QLatin1String("manifests")];
    const QString hex = children[1][QLatin1String("digest")].toString().section(u':', 1);
    replace(inCache(QLatin1String("blobs/sha256/") + hex), QStringLiteral("right"));
    expect("export multi:1 --format oci -o FOLDER/out", {6}, "the cache is damaged here");
    expect("push -s multi:1 -r FRESH --registry REGISTRY", {6}, "the cache is damaged here");
    expect("verify --repair", {0});
    expect("push -s multi:1 -r FRESH --registry REGISTRY", {0});
}

void TestForeignFiles::entryLeadsOut_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const QByteArray manifest = "\"manifests/a/1\"";
    const QByteArray blob = "\"path\": \"blobs/sha256/" + Digest::of(m_layer).hex().toLatin1() + '"';
    QTest::newRow("manifest, upwards") << manifest << QByteArray("\"../outside/right\"");
    QTest::newRow("manifest, upwards later") << manifest << QByteArray("\"manifests/../../outside/right\"");
    QTest::newRow("manifest, absolute") << manifest << QByteArray("\"/etc/hostname\"");
    QTest::newRow("manifest, elsewhere inside") << manifest << QByteArray("\"index.json\"");
    QTest::newRow("blob, upwards") << blob << QByteArray("\"path\": \"../outside/right\"");
    QTest::newRow("blob, absolute") << blob << QByteArray("\"path\": \"/etc/hostname\"");
    QTest::newRow("blob, backwards") << blob << QByteArray("\"path\": \"..\\\\outside\\\\right\"");
}

void TestForeignFiles::entryLeadsOut()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray index = contentOf(inCache(QStringLiteral("index.json")));
    QVERIFY(index.contains(from));
    ArchiveBuilder::writeFile(inCache(QStringLiteral("index.json")), index.replace(from, to));
    expect("list", {0}, "a/1 cannot be used");
    expect("list --usage", {0}, "b:1");
    expect("verify", {6}, "damaged entry of the index: a/1");
    expect("export a:1 -o FOLDER/out.tar", {6}, "the cache is damaged here");
    expect("push -s a:1 --registry REGISTRY", {6}, "the cache is damaged here");
    expect("clean", {0});
    expect("verify --repair", {0}, "made anew");
    expect("export a:1 -o FOLDER/out.tar", {0});
    ArchiveBuilder::writeFile(inCache(QStringLiteral("index.json")), index);
    expect("clean --yes --image a:1", {0});
    expect("list", {0}, "b:1");
    expect("verify", {0});
}

void TestForeignFiles::indexIsNoFile_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"folder", "pipe"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestForeignFiles::indexIsNoFile()
{
    QFETCH(QString, kind);
    replace(inCache(QStringLiteral("index.json")), kind);
    for (const char *line :
         {"list", "list --usage", "verify", "verify --repair", "clean", "clean --yes --all",
          "export a:1 -o FOLDER/out.tar", "push -s a:1 --registry REGISTRY", "extract -f FOLDER/in.tar",
          "pin a:1", "trash"})
        expect(line, {8}, "index.json");
    QVERIFY(QDir(inCache({})).rmdir(QStringLiteral("index.json")) ||
            QFile::remove(inCache(QStringLiteral("index.json"))));
    expect("list", {0}, "a:1"); // rebuilt
}

void TestForeignFiles::linkedFolder_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *folder :
         {"blobs", "blobs/sha256", "manifests", "partial", "tmp", "leases", "uploads", "trash"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
}

void TestForeignFiles::linkedFolder()
{
    QFETCH(QString, folder);
    QDir(inCache(folder)).removeRecursively();
    QVERIFY(QFile::link(outside(), inCache(folder)));
    for (const char *line :
         {"list", "list --usage", "verify --repair", "clean", "clean --yes --all", "trash empty --yes",
          "export a:1 -o FOLDER/out.tar", "push -s a:1 --registry REGISTRY", "extract -f FOLDER/in.tar"})
        expect(line, {6}, "symbolic link");
}

/// An item of the trash that lies elsewhere is none, nor is what lies elsewhere restored or emptied.
void TestForeignFiles::linkedTrash()
{
    expect("clean --trash --image a:1", {0});
    const QString item =
        QDir(inCache(QStringLiteral("trash"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).first();
    const QString elsewhere = file(QStringLiteral("elsewhere"));
    QVERIFY(QDir().rename(inCache(QLatin1String("trash/") + item), elsewhere));
    QVERIFY(QFile::link(elsewhere, inCache(QLatin1String("trash/") + item)));
    expect("trash", {0}, "The trash is empty.");
    expect("trash empty --yes", {0});
    expect("clean --free 1G --yes", {0});
    QVERIFY(QFileInfo::exists(elsewhere + QLatin1String("/entries.json")));
    QVERIFY(QFileInfo::exists(elsewhere + QLatin1String("/manifests/a/1")));
    // Only the manifests lie elsewhere.
    QVERIFY(QFile::remove(inCache(QLatin1String("trash/") + item)));
    QVERIFY(QDir().mkpath(inCache(QLatin1String("trash/") + item)));
    QVERIFY(QFile::copy(elsewhere + QLatin1String("/entries.json"),
                        inCache(QLatin1String("trash/") + item + QLatin1String("/entries.json"))));
    QVERIFY(QFile::link(elsewhere + QLatin1String("/manifests"),
                        inCache(QLatin1String("trash/") + item + QLatin1String("/manifests"))));
    expect("trash restore", {6}, "the trash has lost a manifest");
    expect("clean --free 1G --yes", {0});
    expect("trash", {0}, "The trash is empty.");
    QVERIFY(QFileInfo::exists(elsewhere + QLatin1String("/manifests/a/1")));
}

QTEST_GUILESS_MAIN(TestForeignFiles)
#include "tst_foreignfiles.moc"
