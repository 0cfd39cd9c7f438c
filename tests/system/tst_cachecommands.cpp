#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include "core/image/digest.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/program.h"
#include "tests/support/testregistry.h"

using namespace dip;
using namespace dip::test;

/// The commands around the cache as people and programs use them: what they say, what they do, and the keys
/// of their JSON, which stay.
class TestCacheCommands final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void usage();
    void cleanChooses_data();
    void cleanChooses();
    void cleanSaysAndDoes();
    void cleanAsksFirst();
    void pins();
    void trash();
    void verifyAndRepair();
    void exports_data();
    void exports();
    void emptyCache();
    void unknownThings_data();
    void unknownThings();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] Outcome tell(const QString &line) const;
    [[nodiscard]] QJsonObject json(const QString &line) const;
    [[nodiscard]] QStringList names() const;

    QByteArray m_shared = ArchiveBuilder::bigLayer(40'000, 1);
    QByteArray m_own = ArchiveBuilder::bigLayer(10'000, 2);
    QTemporaryDir m_archives;
    std::unique_ptr<TestRegistry> m_registry;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue value : array.toArray())
        list.append(value.toString());
    return list;
}

QStringList sorted(const char *words)
{
    QStringList list = QString::fromLatin1(words).split(u' ');
    list.sort();
    return list;
}

} // namespace

void TestCacheCommands::initTestCase()
{
    m_registry = std::make_unique<TestRegistry>();
    ArchiveBuilder builder;
    builder.addImage({.names = {QStringLiteral("app/one:1")}, .layers = {m_shared}});
    builder.addImage({.names = {QStringLiteral("app/two:1")}, .layers = {m_shared, m_own}});
    builder.addImage(
        {.names = {QStringLiteral("app/three:1")}, .layers = {ArchiveBuilder::bigLayer(5000, 3)}});
    builder.writeDockerSave(m_archives.filePath(QStringLiteral("in.tar")));
}

/// app/one and app/two share a layer; app/two was pushed; app/three has only a digest for a name.
void TestCacheCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *line :
         {"extract -f ARCHIVE --image app/one:1 --image app/two:1", "push -s app/two:1 --registry REGISTRY",
          "push -s ARCHIVE --image app/three:1 --registry REGISTRY"}) {
        const Outcome outcome = tell(QString::fromLatin1(line));
        QVERIFY2(outcome.exitCode == 0, outcome.all());
    }
    const QString digest =
        json(QStringLiteral("inspect app/three:1"))[QLatin1String("images")][0][QLatin1String("digest")]
            .toString();
    QVERIFY(digest.startsWith(QLatin1String("sha256:")));
    QCOMPARE(tell(QStringLiteral("pull app/three@%1 --registry REGISTRY").arg(digest)).exitCode, 0);
    QCOMPARE(tell(QStringLiteral("clean --yes --image app/three:1")).exitCode, 0);
}

Outcome TestCacheCommands::tell(const QString &line) const
{
    QStringList arguments = line.split(u' ');
    arguments.replaceInStrings(QStringLiteral("ARCHIVE"), m_archives.filePath(QStringLiteral("in.tar")));
    arguments.replaceInStrings(QStringLiteral("FOLDER"), m_folder->path());
    arguments.replaceInStrings(QStringLiteral("REGISTRY"), m_registry->url().toString());
    return pusher(arguments + QStringList{QStringLiteral("--cache-dir"), file(QStringLiteral("cache"))});
}

QJsonObject TestCacheCommands::json(const QString &line) const
{
    const Outcome outcome = tell(line + QLatin1String(" --json"));
    [&] {
        QVERIFY2(outcome.exitCode == 0, outcome.all());
    }();
    return outcome.json();
}

/// Names in the cache, without tags and digests.
QStringList TestCacheCommands::names() const
{
    QStringList list;
    for (const QJsonValue image : json(QStringLiteral("list"))[QLatin1String("images")].toArray())
        list.append(image[QLatin1String("repository")].toString().section(u'/', 1));
    return list;
}

void TestCacheCommands::usage()
{
    const Outcome listed = tell(QStringLiteral("list --usage"));
    QVERIFY2(listed.out.contains("SHARED") && listed.out.contains("UNIQUE"), listed.out);
    QVERIFY2(listed.out.contains("3 images"), listed.out);
    for (const QByteArray &line : listed.out.split('\n'))
        QVERIFY2(QString::fromUtf8(line).size() <= 80, line);

    const QJsonObject object = json(QStringLiteral("list --usage"));
    QCOMPARE(object.keys(), sorted("bytes cache images usage"));
    QCOMPARE(object[QLatin1String("usage")].toObject().keys(),
             sorted("images unreferenced unfinished uploads in_transfer trash"));
    QCOMPARE(object[QLatin1String("usage")][QLatin1String("trash")].toObject().keys(), sorted("bytes files"));
    const QJsonObject two = object[QLatin1String("images")][2].toObject();
    QCOMPARE(two[QLatin1String("name")].toString(), QStringLiteral("app/two:1"));
    const QJsonObject share = two[QLatin1String("usage")].toObject();
    QCOMPARE(share.keys(), sorted("shared total unique"));
    QCOMPARE(share[QLatin1String("shared")].toInteger(), m_shared.size());
    QCOMPARE(share[QLatin1String("total")].toInteger(),
             share[QLatin1String("shared")].toInteger() + share[QLatin1String("unique")].toInteger());
}

void TestCacheCommands::cleanChooses_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("chosen"); // short names
    const auto row = [](const char *options, const char *chosen) {
        QTest::newRow(options) << QString::fromLatin1(options) << QString::fromLatin1(chosen);
    };
    row("--all", "one three two");
    row("--image app/one:1", "one");
    row("--image app/one:1 --image app/two:1", "one two");
    row("--untagged", "three");
    row("--pushed", "two");
    row("--untagged --pushed", "three two");
    row("--untagged --pushed --match-all", "");
    row("--older-than 1d", "");
    row("--older-than 0h", "one three two");
    row("--older-than 0h --pushed --match-all", "two");
    row("--older-than 1d --pushed --match-all", "");
    row("--older-than 1d --untagged", "three");
    row("--image app/two:1 --pushed --match-all", "two");
    row("--image app/one:1 --pushed --match-all", "");
    row("--free 1", "one");
    row("--free 1 --untagged", "three");
    row("--free 1G", "one three two");
    row("--free 1G --pushed --match-all", "two");
    row("--unreferenced", "");
    row("--unfinished", "");
    row("--unreferenced --unfinished --pushed", "two");
}

/// The same by --dry-run, by --trash and for good.
void TestCacheCommands::cleanChooses()
{
    QFETCH(QString, options);
    QFETCH(QString, chosen);
    const auto shortNames = [](const QJsonObject &object) {
        QStringList list;
        for (const QString &name : texts(object[QLatin1String("images")]))
            list.append(name.section(u'/', 1).section(u':', 0, 0).section(u'@', 0, 0));
        return list.join(u' ');
    };
    const QJsonObject plan = json(QStringLiteral("clean --dry-run ") + options);
    QCOMPARE(plan.keys(), sorted("blobs bytes dry_run files images kept_for_transfers missing_bytes pinned"));
    QCOMPARE(plan[QLatin1String("dry_run")].toBool(), true);
    QCOMPARE(shortNames(plan), chosen);
    QCOMPARE(names().size(), 3);
    const bool mayBeTrashed =
        !options.contains(QLatin1String("free")) && !options.contains(QLatin1String("un"));
    if (mayBeTrashed) {
        const QJsonObject wouldGo = json(QStringLiteral("clean --trash --dry-run ") + options);
        QCOMPARE(shortNames(wouldGo), chosen);
        QCOMPARE(wouldGo[QLatin1String("bytes")].toInteger(-1), 0);
        QCOMPARE(names().size(), 3);
        QCOMPARE(shortNames(json(QStringLiteral("clean --trash ") + options)), chosen);
        QCOMPARE(tell(QStringLiteral("trash restore")).exitCode, 0);
        QCOMPARE(names().size(), 3);
    }
    const QJsonObject done = json(QStringLiteral("clean --yes ") + options);
    QCOMPARE(done[QLatin1String("dry_run")].toBool(true), false);
    for (const char *key : {"images", "bytes", "blobs", "missing_bytes"})
        QCOMPARE(done[QLatin1String(key)], plan[QLatin1String(key)]);
    QCOMPARE(names().size(), 3 - chosen.split(u' ', Qt::SkipEmptyParts).size());
}

void TestCacheCommands::cleanSaysAndDoes()
{
    const Outcome plan = tell(QStringLiteral("clean --dry-run --image app/two:1"));
    QVERIFY2(plan.out.startsWith("To be removed: 1 image with 3 files ("), plan.out);
    const Outcome toTrash = tell(QStringLiteral("clean --trash --dry-run --image app/two:1"));
    QCOMPARE(toTrash.out, QByteArray("To be moved to the trash: 1 image:\n  app/two:1\n"));
    const Outcome done = tell(QStringLiteral("clean --yes --image app/two:1"));
    QVERIFY2(done.out.startsWith("Freed 1") && done.out.contains(": 1 image removed.\n  app/two:1\n"),
             done.out);
    QCOMPARE(tell(QStringLiteral("clean")).out, QByteArray("There is nothing to clean.\n"));
    const Outcome little = tell(QStringLiteral("clean --dry-run --free 1G"));
    QVERIFY2(little.out.contains("less than wanted"), little.out);
}

void TestCacheCommands::cleanAsksFirst()
{
    for (const char *line : {"clean --all", "clean --image app/one:1", "clean --free 1"}) {
        const Outcome outcome = tell(QString::fromLatin1(line));
        QVERIFY2(outcome.exitCode == 2 && outcome.err.contains("--yes"), outcome.all());
    }
    QCOMPARE(names().size(), 3);
}

void TestCacheCommands::pins()
{
    const QJsonObject pinned = json(QStringLiteral("pin app/one:1 app/two:1"));
    QCOMPARE(pinned.keys(), sorted("images pinned"));
    QCOMPARE(pinned[QLatin1String("pinned")].toBool(), true);
    QCOMPARE(texts(json(QStringLiteral("clean --dry-run --all"))[QLatin1String("pinned")]).size(), 2);
    const Outcome named = tell(QStringLiteral("clean --yes --image app/one:1"));
    QVERIFY2(named.exitCode == 2 && named.err.contains("unpin app/one:1"), named.all());
    const Outcome all = tell(QStringLiteral("clean --yes --all"));
    QVERIFY2(all.out.contains("2 images stay, because they are pinned."), all.out);
    QCOMPARE(names(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    QVERIFY(tell(QStringLiteral("list --usage")).out.contains("yes"));
    QVERIFY(tell(QStringLiteral("unpin app/one:1")).out.contains("1 image no longer pinned."));
    QCOMPARE(tell(QStringLiteral("clean --yes --all")).exitCode, 0);
    QCOMPARE(names(), QStringList{QStringLiteral("two")});
}

void TestCacheCommands::trash()
{
    const QJsonObject first = json(QStringLiteral("clean --trash --image app/one:1"));
    const QString item = first[QLatin1String("trash_item")].toString();
    QVERIFY(!item.isEmpty());
    const QJsonObject second = json(QStringLiteral("clean --trash --image app/two:1"));
    const QJsonArray items = json(QStringLiteral("trash"))[QLatin1String("items")].toArray();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0].toObject().keys(), sorted("bytes id images when"));
    QCOMPARE(items[0][QLatin1String("id")].toString(), item);
    const Outcome listed = tell(QStringLiteral("trash list"));
    QVERIFY2(listed.out.contains("app/one:1") && listed.out.contains(item.toUtf8()), listed.out);
    // The last one by itself, another by its name.
    const QJsonObject restored = json(QStringLiteral("trash restore"));
    QCOMPARE(restored.keys(), sorted("restored"));
    QCOMPARE(texts(restored[QLatin1String("restored")]), QStringList{QStringLiteral("app/two:1")});
    QCOMPARE(tell(QStringLiteral("trash empty")).exitCode, 2);
    QCOMPARE(texts(json(QStringLiteral("trash restore ") + item)[QLatin1String("restored")]),
             QStringList{QStringLiteral("app/one:1")});
    // A name that has got another image is not overwritten.
    QCOMPARE(tell(QStringLiteral("clean --trash --image app/one:1")).exitCode, 0);
    QCOMPARE(tell(QStringLiteral("extract -f ARCHIVE --image app/three:1 -r app/one -t 1")).exitCode, 0);
    const Outcome taken = tell(QStringLiteral("trash restore"));
    QVERIFY2(taken.exitCode == 2 && taken.err.contains("another image named app/one:1"), taken.all());
    const QJsonObject emptied = json(QStringLiteral("trash empty --yes"));
    QCOMPARE(emptied.keys(), sorted("bytes images"));
    QCOMPARE(texts(emptied[QLatin1String("images")]), QStringList{QStringLiteral("app/one:1")});
    QCOMPARE(tell(QStringLiteral("trash")).out, QByteArray("The trash is empty.\n"));
    QCOMPARE(tell(QStringLiteral("trash restore")).out, QByteArray("The trash is empty.\n"));
}

void TestCacheCommands::verifyAndRepair()
{
    const QJsonObject sound = json(QStringLiteral("verify"));
    QCOMPARE(sound.keys(), sorted("blobs bytes elapsed_ms findings images sound"));
    QVERIFY(sound[QLatin1String("sound")].toBool());
    const QString layer = file(QLatin1String("cache/blobs/sha256/") + Digest::of(m_own).hex());
    ArchiveBuilder::writeFile(layer, QByteArray(m_own.size(), 'x'));
    const Outcome found = tell(QStringLiteral("verify --json"));
    QCOMPARE(found.exitCode, 6);
    const QJsonObject finding = found.json()[QLatin1String("findings")][0].toObject();
    QCOMPARE(finding.keys(), sorted("detail digest harm images kind outcome path size"));
    QCOMPARE(finding[QLatin1String("kind")].toString(), QStringLiteral("blob_damaged"));
    const Outcome told = tell(QStringLiteral("verify app/two:1"));
    QVERIFY2(told.exitCode == 6 && told.err.contains("damaged blob: blobs/sha256/") &&
                 told.err.contains("verify --repair"),
             told.all());
    QCOMPARE(tell(QStringLiteral("verify app/one:1")).exitCode, 0);
    const Outcome repaired = tell(QStringLiteral("verify --repair"));
    QVERIFY2(repaired.exitCode == 0 && repaired.out.contains("repaired: fetched again"), repaired.all());
    QCOMPARE(tell(QStringLiteral("verify")).exitCode, 0);
}

void TestCacheCommands::exports_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("transport");
    QTest::newRow("docker-archive") << "docker-archive" << "docker-archive:";
    QTest::newRow("oci-archive") << "oci-archive" << "oci-archive:";
    QTest::newRow("oci") << "oci" << "oci:";
}

void TestCacheCommands::exports()
{
    QFETCH(QString, format);
    QFETCH(QString, transport);
    const QString line = QStringLiteral("export app/one:1 app/two:1 -o FOLDER/out --format ") + format;
    const QJsonObject done = json(line);
    QCOMPARE(done[QLatin1String("file")].toString(), file(QStringLiteral("out")));
    QCOMPARE(done[QLatin1String("moved")][QLatin1String("blobs")].toInt(), 4); // the shared layer once
    const Outcome again = tell(line);
    QVERIFY2(again.exitCode == 2 && again.err.contains("is there already"), again.all());
    QCOMPARE(tell(line + QLatin1String(" --force")).exitCode, format == QLatin1String("oci") ? 2 : 0);
    for (const char *name : {"app/one:1", "app/two:1"}) {
        const Outcome seen =
            skopeo({QStringLiteral("inspect"), QStringLiteral("--config"), QStringLiteral("--raw"),
                    transport + file(QStringLiteral("out")) + u':' + QLatin1String(name)});
        QVERIFY2(seen.exitCode == 0, seen.all());
        QVERIFY2(QString::fromUtf8(tell(QStringLiteral("inspect %1 --json").arg(QLatin1String(name))).out)
                     .contains(Digest::of(seen.out).toString()),
                 name);
    }
    QCOMPARE(tell(QStringLiteral("export --all -o FOLDER/all --format ") + format).exitCode, 0);
}

void TestCacheCommands::emptyCache()
{
    QCOMPARE(tell(QStringLiteral("clean --yes --all")).exitCode, 0);
    for (const char *line : {"list", "list --usage"}) {
        const Outcome listed = tell(QString::fromLatin1(line));
        QVERIFY2(listed.exitCode == 0 && listed.out.contains("holds no image.\n") &&
                     !listed.out.contains("IMAGE"),
                 listed.all());
    }
    QCOMPARE(tell(QStringLiteral("verify")).exitCode, 0);
    QCOMPARE(tell(QStringLiteral("trash")).out, QByteArray("The trash is empty.\n"));
    QCOMPARE(tell(QStringLiteral("export --all -o FOLDER/x")).exitCode, 3);
}

void TestCacheCommands::unknownThings_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *line, const char *said) {
        QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(said);
    };
    row("clean --yes --image no:1", "no:1");
    row("clean --trash --image no:1", "no:1");
    row("pin no:1", "no:1");
    row("unpin no:1", "no:1");
    row("verify no:1", "no:1");
    row("export no:1 -o FOLDER/x", "no:1");
    row("trash restore no", "The trash has no item no.");
    row("trash empty --yes no", "The trash has no item no.");
}

/// Exit code 3, nothing on standard output, and what to look at.
void TestCacheCommands::unknownThings()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, said);
    const Outcome outcome = tell(line);
    QVERIFY2(outcome.exitCode == 3, outcome.all());
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(said) && outcome.err.contains("shows what is"), outcome.err);
}

QTEST_GUILESS_MAIN(TestCacheCommands)
#include "tst_cachecommands.moc"
