#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include "core/image/manifest.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/program.h"
#include "tests/support/testregistry.h"

using namespace dip;
using namespace dip::test;

/// The main job as a user does it: real archives go by the real program through the cache into a real
/// registry and back; skopeo says whether the result is right.
class TestMainJob final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void archivesReachTheRegistry_data();
    void archivesReachTheRegistry();
    void gzipLayersKeepTheirManifest();
    void twoImagesByOneCommand();
    void aPrefixGoesBeforeEveryName();
    void pullGivesTheSameBytes();
    void indexHasTheSpecifiedNames();
    void handWrittenIndexIsRead();
    void aRepeatedPushSendsNothing();
    void forceUploadSendsAgain();
    void dryRunSendsNothing();
    void secondRepositoryIsMounted();
    void anIndexTravelsUnchanged();
    void onePlatformOfAnIndex();
    void cleaningFreesWhatItSays();

private:
    [[nodiscard]] QString data(const QString &name) const { return QStringLiteral(TEST_DATA_DIR "/") + name; }
    [[nodiscard]] QString cache(const QString &name = QStringLiteral("cache")) const
    {
        return m_folder->filePath(name);
    }
    [[nodiscard]] QStringList to(const TestRegistry &registry) const
    {
        return {QStringLiteral("--registry"), registry.url().toString(), QStringLiteral("--cache-dir"),
                cache()};
    }
    void makeIndex(const QString &name);

    std::unique_ptr<TestRegistry> m_registry;
    std::unique_ptr<TestRegistry> m_second;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Names and hashes of all blob files of a cache.
QMap<QString, QString> blobsIn(const QString &cacheFolder)
{
    QMap<QString, QString> blobs;
    for (const QString &name : QDir(cacheFolder + QStringLiteral("/blobs/sha256")).entryList(QDir::Files))
        blobs.insert(name,
                     Digest::of(contentOf(cacheFolder + QStringLiteral("/blobs/sha256/") + name)).hex());
    return blobs;
}

qint64 sizeOnDisk(const QString &folder)
{
    qint64 sum = 0;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        sum += QFileInfo(it.next()).size();
    return sum;
}

} // namespace

void TestMainJob::initTestCase()
{
    m_registry = std::make_unique<TestRegistry>();
    m_registry->start();
    m_second = std::make_unique<TestRegistry>();
    m_second->start();
}

void TestMainJob::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMainJob::archivesReachTheRegistry_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("configDigest");
    const QString one =
        QStringLiteral("sha256:a1198d62d404d6f8958cecfc847b9482a30a6251f0b99e25c35bf48a932c9b60");
    const QString two =
        QStringLiteral("sha256:f2d8541afc6a3f8223faa37c5a675f02ee1408232d367bb0e92046007fec9a26");
    QTest::newRow("docker 20, first") << "docker20-multi.tar" << "1.0" << one;
    QTest::newRow("docker 20, second") << "docker20-multi.tar" << "2.0" << two;
    QTest::newRow("docker 26") << "docker26-single.tar" << "1.0" << one;
    QTest::newRow("podman, first") << "podman-multi.tar" << "1.0" << one;
    QTest::newRow("podman, second") << "podman-multi.tar" << "2.0" << two;
    QTest::newRow("oci, gzip") << "oci-gzip.tar" << "1.0" << "";
}

void TestMainJob::archivesReachTheRegistry()
{
    QFETCH(QString, file);
    QFETCH(QString, tag);
    QFETCH(QString, configDigest);
    const Outcome extracted = pusher({QStringLiteral("extract"), QStringLiteral("-f"), data(file),
                                      QStringLiteral("--cache-dir"), cache()});
    QVERIFY2(extracted.exitCode == 0, extracted.all());

    const QString target = QStringLiteral("arrived/") + QFileInfo(file).baseName();
    const Outcome pushed =
        pusher(QStringList{QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("tiny/app:") + tag,
                           QStringLiteral("-r"), target, QStringLiteral("-t"), tag} +
               to(*m_registry));
    QVERIFY2(pushed.exitCode == 0, pushed.all());

    const auto manifest = Manifest::parse(m_registry->manifest(target + u':' + tag));
    QVERIFY2(manifest, qPrintable(manifest ? QString() : manifest.error().detail));
    if (!configDigest.isEmpty())
        QCOMPARE(manifest->config().digest.toString(), configDigest);

    // skopeo reads every blob and checks it.
    const Outcome copied =
        skopeo({QStringLiteral("copy"), QStringLiteral("--src-tls-verify=false"),
                QStringLiteral("docker://") + m_registry->host() + u'/' + target + u':' + tag,
                QStringLiteral("dir:") + m_folder->filePath(QStringLiteral("copy"))});
    QVERIFY2(copied.exitCode == 0, copied.all());
}

void TestMainJob::gzipLayersKeepTheirManifest()
{
    const Outcome pushed =
        pusher(QStringList{QStringLiteral("push"), QStringLiteral("-s"), data(QStringLiteral("oci-gzip.tar")),
                           QStringLiteral("-r"), QStringLiteral("same/digest")} +
               to(*m_registry));
    QVERIFY2(pushed.exitCode == 0, pushed.all());
    QCOMPARE(Digest::of(m_registry->manifest(QStringLiteral("same/digest:1.0"))).toString(),
             QStringLiteral("sha256:95994720350c035a68c25ec50684f13fa1e7ede35c82d24cd68abe53f6e0af47"));
}

void TestMainJob::twoImagesByOneCommand()
{
    const Outcome pushed = pusher(
        QStringList{QStringLiteral("push"), QStringLiteral("-s"), data(QStringLiteral("docker20-multi.tar")),
                    QStringLiteral("--json"), QStringLiteral("--max-concurrent"), QStringLiteral("3")} +
        to(*m_registry));
    QVERIFY2(pushed.exitCode == 0, pushed.all());
    QCOMPARE(pushed.json()[QLatin1String("images")].toArray().size(), 2);
    for (const char *tag : {"1.0", "2.0"})
        QVERIFY(Manifest::parse(m_registry->manifest(QStringLiteral("tiny/app:") + QLatin1String(tag))));
}

void TestMainJob::aPrefixGoesBeforeEveryName()
{
    const Outcome pushed = pusher(QStringList{QStringLiteral("push"), QStringLiteral("-s"),
                                              data(QStringLiteral("podman-multi.tar")),
                                              QStringLiteral("--prefix"), QStringLiteral("project/sub")} +
                                  to(*m_registry));
    QVERIFY2(pushed.exitCode == 0, pushed.all());
    QVERIFY(Manifest::parse(m_registry->manifest(QStringLiteral("project/sub/tiny/app:1.0"))));
    QVERIFY(Manifest::parse(m_registry->manifest(QStringLiteral("project/sub/tiny/app:2.0"))));
}

void TestMainJob::pullGivesTheSameBytes()
{
    const Outcome pushed = pusher(QStringList{QStringLiteral("push"), QStringLiteral("-s"),
                                              data(QStringLiteral("docker20-multi.tar"))} +
                                  to(*m_registry));
    QVERIFY2(pushed.exitCode == 0, pushed.all());
    for (const char *tag : {"1.0", "2.0"}) {
        const Outcome pulled = pusher({QStringLiteral("pull"), QStringLiteral("-r"),
                                       QStringLiteral("tiny/app"), QStringLiteral("-t"), QLatin1String(tag),
                                       QStringLiteral("--registry"), m_registry->url().toString(),
                                       QStringLiteral("--cache-dir"), cache(QStringLiteral("pulled"))});
        QVERIFY2(pulled.exitCode == 0, pulled.all());
        QCOMPARE(contentOf(cache(QStringLiteral("pulled/manifests/tiny/app/")) + QLatin1String(tag)),
                 contentOf(cache(QStringLiteral("cache/manifests/tiny/app/")) + QLatin1String(tag)));
    }
    const auto blobs = blobsIn(cache(QStringLiteral("pulled")));
    QCOMPARE(blobs, blobsIn(cache()));
    QCOMPARE(blobs.size(), 5);
    for (auto it = blobs.begin(); it != blobs.end(); ++it)
        QCOMPARE(it.value(), it.key());
}

void TestMainJob::indexHasTheSpecifiedNames()
{
    QCOMPARE(pusher({QStringLiteral("extract"), QStringLiteral("-f"),
                     data(QStringLiteral("docker26-single.tar")), QStringLiteral("--cache-dir"), cache()})
                 .exitCode,
             0);
    const QJsonObject index =
        QJsonDocument::fromJson(contentOf(cache() + QStringLiteral("/index.json"))).object();
    QCOMPARE(index.keys(), QStringList{QStringLiteral("tiny/app/1.0")});
    const QJsonObject entry = index[QLatin1String("tiny/app/1.0")].toObject();
    QCOMPARE(entry[QLatin1String("repository")].toString(), QStringLiteral("tiny/app"));
    QCOMPARE(entry[QLatin1String("reference")].toString(), QStringLiteral("1.0"));
    QCOMPARE(entry[QLatin1String("manifest_path")].toString(), QStringLiteral("manifests/tiny/app/1.0"));
    const QString config = entry[QLatin1String("config_digest")].toString();
    const QJsonObject blobs = entry[QLatin1String("blobs")].toObject();
    QCOMPARE(blobs.size(), 3);
    for (auto it = blobs.begin(); it != blobs.end(); ++it) {
        const QJsonObject blob = it.value().toObject();
        QCOMPARE(blob[QLatin1String("digest")].toString(), it.key());
        QCOMPARE(blob[QLatin1String("path")].toString(),
                 QStringLiteral("blobs/sha256/") + it.key().sliced(7));
        QCOMPARE(blob[QLatin1String("size")].toInteger(),
                 QFileInfo(cache() + u'/' + blob[QLatin1String("path")].toString()).size());
        QCOMPARE(blob[QLatin1String("is_config")].toBool(), it.key() == config);
        QCOMPARE(blob[QLatin1String("compressed")], QJsonValue(false));
        QVERIFY(!blob[QLatin1String("media_type")].toString().isEmpty());
    }
}

void TestMainJob::handWrittenIndexIsRead()
{
    QCOMPARE(pusher({QStringLiteral("extract"), QStringLiteral("-f"),
                     data(QStringLiteral("docker26-single.tar")), QStringLiteral("--cache-dir"), cache()})
                 .exitCode,
             0);
    // Only the names of the specification, written by somebody else, in another order.
    const QString path = cache() + QStringLiteral("/index.json");
    const QJsonObject entry =
        QJsonDocument::fromJson(contentOf(path)).object()[QLatin1String("tiny/app/1.0")].toObject();
    QJsonObject plain;
    for (const char *name : {"blobs", "config_digest", "manifest_path", "reference", "repository"})
        plain.insert(QLatin1String(name), entry[QLatin1String(name)]);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        QJsonDocument(QJsonObject{{QStringLiteral("tiny/app/1.0"), plain}}).toJson(QJsonDocument::Indented));
    file.close();

    const Outcome pushed =
        pusher(QStringList{QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("tiny/app:1.0"),
                           QStringLiteral("-r"), QStringLiteral("by/hand")} +
               to(*m_registry));
    QVERIFY2(pushed.exitCode == 0, pushed.all());
    QVERIFY(Manifest::parse(m_registry->manifest(QStringLiteral("by/hand:1.0"))));
}

void TestMainJob::aRepeatedPushSendsNothing()
{
    const QStringList command =
        QStringList{
            QStringLiteral("push"), QStringLiteral("-s"),        data(QStringLiteral("docker26-single.tar")),
            QStringLiteral("-r"),   QStringLiteral("again/app"), QStringLiteral("--json")} +
        to(*m_registry);
    const Outcome first = pusher(command);
    QVERIFY2(first.exitCode == 0, first.all());
    QVERIFY(first.json()[QLatin1String("moved")][QLatin1String("blobs")].toInt() > 0);
    for (const QString &source :
         {data(QStringLiteral("docker26-single.tar")), QStringLiteral("tiny/app:1.0")}) {
        QStringList again = command;
        again[2] = source;
        const Outcome second = pusher(again);
        QVERIFY2(second.exitCode == 0, second.all());
        QCOMPARE(second.json()[QLatin1String("moved")][QLatin1String("blobs")].toInt(-1), 0);
        QCOMPARE(second.json()[QLatin1String("already_there")][QLatin1String("blobs")].toInt(), 3);
    }
}

void TestMainJob::forceUploadSendsAgain()
{
    const QStringList command =
        QStringList{
            QStringLiteral("push"), QStringLiteral("-s"),        data(QStringLiteral("docker26-single.tar")),
            QStringLiteral("-r"),   QStringLiteral("force/app"), QStringLiteral("--json")} +
        to(*m_registry);
    QCOMPARE(pusher(command).exitCode, 0);
    const Outcome forced = pusher(command + QStringList{QStringLiteral("--force-upload")});
    QVERIFY2(forced.exitCode == 0, forced.all());
    QCOMPARE(forced.json()[QLatin1String("moved")][QLatin1String("blobs")].toInt(), 3);
}

void TestMainJob::dryRunSendsNothing()
{
    const Outcome asked =
        pusher(QStringList{QStringLiteral("push"), QStringLiteral("-s"),
                           data(QStringLiteral("docker26-single.tar")), QStringLiteral("-r"),
                           QStringLiteral("dry/run"), QStringLiteral("--dry-run"), QStringLiteral("--json")} +
               to(*m_registry));
    QVERIFY2(asked.exitCode == 0, asked.all());
    QCOMPARE(asked.json()[QLatin1String("would_move")][QLatin1String("blobs")].toInt(), 3);
    QVERIFY(m_registry->manifest(QStringLiteral("dry/run:1.0")).isEmpty());
    QVERIFY(
        !QFileInfo::exists(m_registry->folder() + QStringLiteral("/docker/registry/v2/repositories/dry")));
}

void TestMainJob::secondRepositoryIsMounted()
{
    const QStringList common =
        QStringList{QStringLiteral("push"), QStringLiteral("--json")} + to(*m_registry);
    QCOMPARE(pusher(common + QStringList{QStringLiteral("-s"), data(QStringLiteral("docker26-single.tar")),
                                         QStringLiteral("-r"), QStringLiteral("mount/first")})
                 .exitCode,
             0);
    const Outcome second = pusher(common + QStringList{QStringLiteral("-s"), QStringLiteral("tiny/app:1.0"),
                                                       QStringLiteral("-r"), QStringLiteral("mount/second")});
    QVERIFY2(second.exitCode == 0, second.all());
    QCOMPARE(second.json()[QLatin1String("mounted")][QLatin1String("blobs")].toInt(), 3);
    QCOMPARE(second.json()[QLatin1String("line_bytes")].toInteger(-1), 0);
    QVERIFY(Manifest::parse(m_registry->manifest(QStringLiteral("mount/second:1.0"))));
}

/// An index of two platforms in the first registry, put there by skopeo.
void TestMainJob::makeIndex(const QString &name)
{
    ArchiveBuilder builder;
    builder.addIndex({.names = {name},
                      .platforms = {{.layers = {ArchiveBuilder::layer("a", "amd64")}},
                                    {.layers = {ArchiveBuilder::layer("a", "arm64")},
                                     .architecture = QStringLiteral("arm64")}}});
    const QString layout = m_folder->filePath(QStringLiteral("layout"));
    builder.writeOciFolder(layout);
    const Outcome copied = skopeo({QStringLiteral("copy"), QStringLiteral("--all"),
                                   QStringLiteral("--dest-tls-verify=false"), QStringLiteral("oci:") + layout,
                                   QStringLiteral("docker://") + m_registry->host() + u'/' + name});
    QVERIFY2(copied.exitCode == 0, copied.all());
}

void TestMainJob::anIndexTravelsUnchanged()
{
    makeIndex(QStringLiteral("multi/app:1"));
    const Outcome pulled =
        pusher(QStringList{QStringLiteral("pull"), QStringLiteral("-r"), QStringLiteral("multi/app"),
                           QStringLiteral("-t"), QStringLiteral("1"), QStringLiteral("--all-platforms")} +
               to(*m_registry));
    QVERIFY2(pulled.exitCode == 0, pulled.all());
    const Outcome pushed =
        pusher(QStringList{QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("multi/app:1"),
                           QStringLiteral("-r"), QStringLiteral("moved/app"), QStringLiteral("-t"),
                           QStringLiteral("1")} +
               to(*m_second));
    QVERIFY2(pushed.exitCode == 0, pushed.all());
    const QByteArray before = m_registry->manifest(QStringLiteral("multi/app:1"));
    QVERIFY(!before.isEmpty());
    QCOMPARE(m_second->manifest(QStringLiteral("moved/app:1")), before);
    const Outcome copied =
        skopeo({QStringLiteral("copy"), QStringLiteral("--all"), QStringLiteral("--src-tls-verify=false"),
                QStringLiteral("docker://") + m_second->host() + QStringLiteral("/moved/app:1"),
                QStringLiteral("dir:") + m_folder->filePath(QStringLiteral("copy"))});
    QVERIFY2(copied.exitCode == 0, copied.all());
}

void TestMainJob::onePlatformOfAnIndex()
{
    makeIndex(QStringLiteral("multi/app:2"));
    const QStringList pull =
        QStringList{QStringLiteral("pull"), QStringLiteral("-r"), QStringLiteral("multi/app"),
                    QStringLiteral("-t"),   QStringLiteral("2"),  QStringLiteral("--json")} +
        to(*m_registry);
    const Outcome arm = pusher(pull + words("--platform linux/arm64 --as multi/app:arm"));
    QVERIFY2(arm.exitCode == 0, arm.all());
    const QJsonValue image = arm.json()[QLatin1String("images")][0];
    QCOMPARE(image[QLatin1String("platforms")].toArray(), (QJsonArray{QStringLiteral("linux/arm64")}));
    const auto manifest = Manifest::parse(contentOf(cache() + QStringLiteral("/manifests/multi/app/arm")));
    QVERIFY(manifest && !manifest->isIndex());

    const Outcome none = pusher(pull + words("--platform linux/s390x"));
    QCOMPARE(none.exitCode, 3);
    QVERIFY2(none.all().contains("linux/amd64"), none.all()); // says what there is
}

void TestMainJob::cleaningFreesWhatItSays()
{
    QCOMPARE(pusher({QStringLiteral("extract"), QStringLiteral("-f"),
                     data(QStringLiteral("docker20-multi.tar")), QStringLiteral("--cache-dir"), cache()})
                 .exitCode,
             0);
    const QString blobs = cache() + QStringLiteral("/blobs");
    const qint64 before = sizeOnDisk(blobs);
    const Outcome cleaned =
        pusher({QStringLiteral("clean"), QStringLiteral("--image"), QStringLiteral("tiny/app:2.0"),
                QStringLiteral("--yes"), QStringLiteral("--json"), QStringLiteral("--cache-dir"), cache()});
    QVERIFY2(cleaned.exitCode == 0, cleaned.all());
    // 2.0 has two layers more than it shares with 1.0, less the one that 1.0 has alone.
    const qint64 freed = before - sizeOnDisk(blobs);
    QVERIFY(freed > 0);
    const auto manifest = Manifest::parse(contentOf(cache() + QStringLiteral("/manifests/tiny/app/1.0")));
    QVERIFY(manifest);
    for (const Descriptor &blob : manifest->blobs())
        QVERIFY(QFileInfo(blobs + QStringLiteral("/sha256/") + blob.digest.hex()).size() == blob.size);
    QVERIFY(!QFileInfo::exists(cache() + QStringLiteral("/manifests/tiny/app/2.0")));
    QVERIFY(cleaned.json()[QLatin1String("bytes")].toInteger() >= freed);
}

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_mainjob.moc"
