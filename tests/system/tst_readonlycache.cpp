#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include "core/image/digest.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/program.h"
#include "tests/support/smalldisk.h"
#include "tests/support/testregistry.h"

using namespace dip;
using namespace dip::test;

/// The real program with a cache on a disk that is mounted read-only: what only looks, or takes images from
/// there, works; all else says that the disk cannot be written to.
class TestReadOnlyCache final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void works_data();
    void works();
    void isRefused_data();
    void isRefused();
    void soundCacheNeedsNoRepair();

private:
    [[nodiscard]] QString cache() const { return m_disk->path(QStringLiteral("cache")); }
    [[nodiscard]] Outcome tell(const QString &line) const;

    QTemporaryDir m_folder;
    std::unique_ptr<SmallDisk> m_disk;
    std::unique_ptr<TestRegistry> m_registry;
};

Outcome TestReadOnlyCache::tell(const QString &line) const
{
    QStringList arguments = line.split(u' ');
    arguments.replaceInStrings(QStringLiteral("FOLDER"), m_folder.path());
    arguments.replaceInStrings(QStringLiteral("REGISTRY"), m_registry->url().toString());
    return pusher(arguments + QStringList{QStringLiteral("--cache-dir"), cache()});
}

/// Two images, one of which has a damaged layer; one in the trash; an image in the registry.
void TestReadOnlyCache::initTestCase()
{
    m_registry = std::make_unique<TestRegistry>();
    m_disk = std::make_unique<SmallDisk>("size=16m");
    const auto make = [&](const QString &name, quint32 seed) {
        ArchiveBuilder builder;
        builder.addImage({.names = {name}, .layers = {ArchiveBuilder::bigLayer(3000, seed)}});
        builder.writeDockerSave(m_folder.filePath(name.section(u':', 0, 0) + QLatin1String(".tar")));
    };
    make(QStringLiteral("whole:1"), 1);
    make(QStringLiteral("harmed:1"), 2);
    make(QStringLiteral("gone:1"), 3);
    make(QStringLiteral("other:1"), 4);
    for (const char *line :
         {"push -s FOLDER/other.tar --registry REGISTRY", "clean --yes --all",
          "extract -f FOLDER/whole.tar FOLDER/harmed.tar FOLDER/gone.tar", "clean --trash --image gone:1"}) {
        const Outcome outcome = tell(QString::fromLatin1(line));
        QVERIFY2(outcome.exitCode == 0, line + outcome.all());
    }
    const QByteArray layer = ArchiveBuilder::bigLayer(3000, 2);
    ArchiveBuilder::writeFile(cache() + QLatin1String("/blobs/sha256/") + Digest::of(layer).hex(),
                              QByteArray(layer.size(), 'x'));
    const QByteArray stray = "stray";
    ArchiveBuilder::writeFile(cache() + QLatin1String("/blobs/sha256/") + Digest::of(stray).hex(), stray);
    m_disk->makeReadOnly();
}

void TestReadOnlyCache::works_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *line, const char *said) {
        QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(said);
    };
    row("list", "whole:1");
    row("list --usage", "whole:1");
    row("list --json", "\"whole:1\"");
    row("inspect whole:1", "sha256:");
    row("verify whole:1", "All is as it should be.");
    row("clean --dry-run --image whole:1", "whole:1");
    row("trash", "gone:1");
    row("push -s whole:1 --registry REGISTRY", "");
    row("export whole:1 -o FOLDER/out.tar", "out.tar");
    row("export whole:1 --format oci -o FOLDER/out", "out");
    row("pull --help", "pull");
}

void TestReadOnlyCache::works()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, said);
    const Outcome outcome = tell(line);
    QVERIFY2(outcome.exitCode == 0, outcome.all());
    QVERIFY2(outcome.all().contains(said), outcome.all());
}

void TestReadOnlyCache::isRefused_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"extract -f FOLDER/other.tar", "pull other:1 --registry REGISTRY",
          "push -s FOLDER/other.tar --registry REGISTRY -r another", "clean", "clean --yes --all",
          "clean --yes --image whole:1", "clean --trash --image whole:1", "pin whole:1", "trash restore",
          "trash empty --yes", "verify --repair"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestReadOnlyCache::isRefused()
{
    QFETCH(QString, line);
    const Outcome outcome = tell(line);
    QVERIFY2(outcome.exitCode == 8, QByteArray::number(outcome.exitCode) + outcome.all());
    QVERIFY2(outcome.err.contains("cannot be written"), outcome.err);
    QVERIFY2(outcome.err.contains("Read-only file system"), outcome.err);
    QVERIFY2(outcome.err.contains(cache().toUtf8()), outcome.err);
    QVERIFY2(outcome.err.trimmed().count('\n') >= 1, outcome.err);
}

void TestReadOnlyCache::soundCacheNeedsNoRepair()
{
    const Outcome verified = tell(QStringLiteral("verify"));
    QVERIFY2(verified.exitCode == 6 && verified.all().contains("harmed:1"), verified.all());
    const Outcome repaired = tell(QStringLiteral("verify --repair whole:1"));
    QVERIFY2(repaired.exitCode == 0, repaired.all());
}

int main(int argc, char **argv)
{
    enterOwnMounts(argv);
    const QCoreApplication application(argc, argv);
    TestReadOnlyCache test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_readonlycache.moc"
