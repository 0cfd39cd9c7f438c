#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/cache/cache.h"
#include "core/image/digest.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/program.h"
#include "tests/support/smalldisk.h"
#include "tests/support/testregistry.h"

using namespace dip;
using namespace dip::test;

/// The real program on a disk that fills up at each point of each operation, by bytes and by files: it says
/// so, ends with exit code 8, and leaves a cache that is as good as before. What gives room back, and what
/// needs none, works on a full disk.
class TestFullDisk final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPoint_data();
    void everyPoint();
    void largePushNeedsNoRoom();

private:
    enum class End { MayFail, MustWork, MendsLater };
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString cache() const { return m_disk->path(QStringLiteral("cache")); }
    void tell(const QStringList &arguments) const;
    void setUp(const QString &preparation);
    void attempt(const QStringList &arguments, End end, const QByteArray &where);
    void verifyWhole(const QStringList &mayBeGone) const;
    [[nodiscard]] QStringList names() const;

    QTemporaryDir m_folder;
    std::unique_ptr<SmallDisk> m_disk;
    std::unique_ptr<TestRegistry> m_registry;
    QStringList m_before; ///< names of the images in the prepared cache
    int m_exitCode = 0;   ///< of the last run
    int m_pushes = 0;
};

namespace {

constexpr int pageSize = 4096;

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

void TestFullDisk::tell(const QStringList &arguments) const
{
    const Outcome outcome = pusher(arguments);
    QVERIFY2(outcome.exitCode == 0, outcome.all());
}

void TestFullDisk::initTestCase()
{
    const QByteArray shared = ArchiveBuilder::bigLayer(9'000, 1);
    ArchiveBuilder first;
    first.addImage(
        {.names = {QStringLiteral("app/one:1")}, .layers = {shared, ArchiveBuilder::bigLayer(5'000, 2)}});
    first.addImage(
        {.names = {QStringLiteral("app/two:1")}, .layers = {shared, ArchiveBuilder::bigLayer(120'000, 3)}});
    first.writeDockerSave(file(QStringLiteral("first.tar")));
    ArchiveBuilder second;
    second.addImage({.names = {QStringLiteral("app/new:1")},
                     .layers = {shared, ArchiveBuilder::bigLayer(30'000, 4)},
                     .gzip = true});
    second.writeOci(file(QStringLiteral("second.tar")));
    ArchiveBuilder large;
    large.addImage(
        {.names = {QStringLiteral("app/large:1")}, .layers = {ArchiveBuilder::bigLayer(24'000'000, 5)}});
    large.writeDockerSave(file(QStringLiteral("large.tar")));

    m_registry = std::make_unique<TestRegistry>();
    tell({QStringLiteral("extract"), QStringLiteral("-f"), file(QStringLiteral("first.tar")),
          QStringLiteral("--cache-dir"), file(QStringLiteral("prepared"))});
    const QString elsewhere = file(QStringLiteral("elsewhere"));
    tell({QStringLiteral("push"), QStringLiteral("-s"), file(QStringLiteral("second.tar")),
          QStringLiteral("--registry"), m_registry->url().toString(), QStringLiteral("--cache-dir"),
          elsewhere});
    m_before = {QStringLiteral("app/one:1"), QStringLiteral("app/two:1")};
}

/// A fresh copy of the prepared cache on the small disk, with some more done to it.
void TestFullDisk::setUp(const QString &preparation)
{
    m_disk->clear();
    QCOMPARE(QProcess::execute(QStringLiteral("cp"),
                               {QStringLiteral("-a"), file(QStringLiteral("prepared")), cache()}),
             0);
    const QStringList in{QStringLiteral("--cache-dir"), cache()};
    if (preparation == QLatin1String("trash")) {
        tell(words(QStringLiteral("clean --trash --image app/two:1")) + in);
    } else if (preparation == QLatin1String("damage")) {
        const Digest layer = Digest::of(ArchiveBuilder::bigLayer(120'000, 3));
        const QString path = cache() + QLatin1String("/blobs/sha256/") + layer.hex();
        ArchiveBuilder::writeFile(path, QByteArray(QFileInfo(path).size(), 'x'));
    } else if (preparation == QLatin1String("no index")) {
        QVERIFY(QFile::remove(cache() + QLatin1String("/index.json")));
    } else if (preparation == QLatin1String("stray")) {
        const QByteArray stray = "stray";
        ArchiveBuilder::writeFile(cache() + QLatin1String("/blobs/sha256/") + Digest::of(stray).hex(), stray);
    }
}

QStringList TestFullDisk::names() const
{
    QStringList list;
    const Outcome listed =
        pusher({QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--cache-dir"), cache()});
    const QJsonArray images = listed.json()[QLatin1String("images")].toArray();
    for (const QJsonValue image : images)
        list.append(image[QLatin1String("name")].toString());
    return list;
}

void TestFullDisk::verifyWhole(const QStringList &mayBeGone) const
{
    const QStringList there = names();
    for (const QString &name : m_before)
        QVERIFY2(there.contains(name) || mayBeGone.contains(name), qPrintable(name));
    const Outcome verified = pusher({QStringLiteral("verify"), QStringLiteral("--cache-dir"), cache()});
    QVERIFY2(verified.exitCode == 0, verified.all());
    // What was begun and not ended is swept by a plain cleaning; then there is nothing but images.
    tell({QStringLiteral("clean"), QStringLiteral("--cache-dir"), cache()});
    const Outcome clean =
        pusher({QStringLiteral("verify"), QStringLiteral("--json"), QStringLiteral("--cache-dir"), cache()});
    QVERIFY2(clean.json()[QLatin1String("findings")].toArray().isEmpty(), clean.all());
    for (const char *folder : {"/tmp", "/leases", "/partial"})
        QVERIFY2(QDir(cache() + QLatin1String(folder)).isEmpty(), folder);
}

void TestFullDisk::attempt(const QStringList &arguments, End end, const QByteArray &where)
{
    QStringList all = arguments;
    all.replaceInStrings(QStringLiteral("FIRST"), file(QStringLiteral("first.tar")));
    all.replaceInStrings(QStringLiteral("SECOND"), file(QStringLiteral("second.tar")));
    all.replaceInStrings(QStringLiteral("REGISTRY"), m_registry->url().toString());
    all.replaceInStrings(QStringLiteral("TARGET"), m_disk->path(QStringLiteral("out")));
    all.replaceInStrings(QStringLiteral("FRESH"), QStringLiteral("pushed/%1").arg(++m_pushes));
    const Outcome outcome = pusher(all + QStringList{QStringLiteral("--cache-dir"), cache()});
    m_disk->giveBack();
    m_exitCode = outcome.exitCode;
    const QByteArray said = where + ": exit code " + QByteArray::number(m_exitCode) + ": " + outcome.all();
    QVERIFY2(m_exitCode == 0 || (m_exitCode == 8 && end != End::MustWork), said);
    if (m_exitCode == 0)
        return;
    QVERIFY2(outcome.err.contains("the local disk is full"), said);
    QVERIFY2(outcome.err.trimmed().count('\n') >= 1, said);
    QVERIFY2(!QFileInfo::exists(m_disk->path(QStringLiteral("out"))), said);
    QCOMPARE(QDir(m_disk->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("cache")});
    if (end != End::MendsLater)
        return;
    const Outcome again = pusher(all + QStringList{QStringLiteral("--cache-dir"), cache()});
    QVERIFY2(again.exitCode == 0, said + again.all());
}

void TestFullDisk::everyPoint_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("preparation");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("mayBeGone");
    const auto row = [](const char *name, const char *line, End end, const char *preparation = "",
                        const char *mayBeGone = "") {
        QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(preparation) << int(end)
                            << QString::fromLatin1(mayBeGone);
    };
    row("extract", "extract -f SECOND", End::MayFail);
    row("pull", "pull app/new:1 --registry REGISTRY", End::MayFail);
    row("push", "push -s app/two:1 -r FRESH --registry REGISTRY", End::MustWork);
    row("push an archive", "push -s SECOND -r FRESH --registry REGISTRY", End::MayFail);
    row("push straight from an archive", "push -s SECOND -r FRESH --no-cache --registry REGISTRY",
        End::MustWork);
    row("export docker-archive", "export app/two:1 -o TARGET", End::MayFail);
    row("export oci-archive", "export app/two:1 --format oci-archive -o TARGET", End::MayFail);
    row("export oci", "export app/two:1 --format oci -o TARGET", End::MayFail);
    row("clean", "clean", End::MustWork, "stray");
    row("clean an image", "clean --yes --image app/two:1", End::MustWork, "", "app/two:1");
    row("clean all", "clean --yes --all", End::MustWork, "", "app/one:1 app/two:1");
    row("clean some", "clean --yes --free 10000", End::MustWork, "", "app/one:1 app/two:1");
    row("clean to the trash", "clean --trash --image app/two:1", End::MayFail, "", "app/two:1");
    row("restore", "trash restore", End::MendsLater, "trash");
    row("empty the trash", "trash empty --yes", End::MustWork, "trash", "app/two:1");
    row("pin", "pin app/two:1", End::MayFail);
    row("rebuild the index", "list", End::MayFail, "no index");
    row("verify", "verify", End::MustWork);
    row("repair", "verify --repair", End::MendsLater, "damage");
    row("list", "list --usage", End::MustWork);
}

void TestFullDisk::everyPoint()
{
    QFETCH(QString, line);
    QFETCH(QString, preparation);
    QFETCH(int, end);
    QFETCH(QString, mayBeGone);
    for (const bool byFiles : {false, true}) {
        m_disk = std::make_unique<SmallDisk>(byFiles ? "size=16m,nr_inodes=150" : "size=16m");
        int worked = 0;
        for (int step = 0; worked < 2; step += 1 + step / 8) {
            setUp(preparation);
            byFiles ? m_disk->leaveFiles(step) : m_disk->leaveBytes(step * pageSize);
            attempt(words(line), End(end), QByteArray::number(step) + (byFiles ? " files" : " pages"));
            if (QTest::currentTestFailed())
                return;
            worked += m_exitCode == 0 ? 1 : 0;
            verifyWhole(words(mayBeGone));
            if (QTest::currentTestFailed())
                return;
            QVERIFY2(step < 100, "it never works");
        }
    }
}

/// In chunks, whose offsets are noted where there is room for a note.
void TestFullDisk::largePushNeedsNoRoom()
{
    m_disk = std::make_unique<SmallDisk>("size=64m");
    tell({QStringLiteral("extract"), QStringLiteral("-f"), file(QStringLiteral("large.tar")),
          QStringLiteral("--cache-dir"), cache()});
    const QStringList push{QStringLiteral("push"),
                           QStringLiteral("-s"),
                           QStringLiteral("app/large:1"),
                           QStringLiteral("--registry"),
                           m_registry->url().toString(),
                           QStringLiteral("--cache-dir"),
                           cache(),
                           QStringLiteral("--json")};
    m_disk->leaveBytes(0);
    const Outcome pushed = pusher(push);
    QVERIFY2(pushed.exitCode == 0, pushed.all());
    QVERIFY(m_registry->storesBlob(Digest::of(ArchiveBuilder::bigLayer(24'000'000, 5)).toString()));
    m_disk->giveBack();
    QCOMPARE(pusher({QStringLiteral("verify"), QStringLiteral("--cache-dir"), cache()}).exitCode, 0);
}

int main(int argc, char **argv)
{
    enterOwnMounts(argv);
    const QCoreApplication application(argc, argv);
    TestFullDisk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fulldisk.moc"
