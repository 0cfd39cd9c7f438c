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

/// push --no-cache: the archive's bytes go straight to a real registry, checked as they are on the way
/// through the cache, and the cache stays as it was.
class TestPushWithoutCache final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theRegistryGetsTheSame_data();
    void theRegistryGetsTheSame();
    void picksImages();
    void whatIsThereIsNotSent();
    void nothingIsSentForADryRun();
    void damageIsFoundBeforeTheTag_data();
    void damageIsFoundBeforeTheTag();
    void cachedImagesCannotBeMeant();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Outcome push(const QString &archive, const QStringList &more, const QString &cache) const;
    [[nodiscard]] QStringList filesIn(const QString &folder) const;

    QTemporaryDir m_folder;
    TestRegistry m_registry;
    QString m_cache; ///< fresh for each test
    int m_tests = 0;
};

namespace {

const QString straight = QStringLiteral("--no-cache");

QString fixture(const QString &name)
{
    return QStringLiteral(TEST_DATA_DIR "/") + name;
}

} // namespace

void TestPushWithoutCache::initTestCase()
{
    m_registry.start();
    const auto write = [this](const ImageSpec &image, auto writer) {
        ArchiveBuilder builder;
        builder.addImage(image);
        writer(builder);
    };
    const QList<QByteArray> layers{ArchiveBuilder::bigLayer(90'000, 1), ArchiveBuilder::bigLayer(5'000, 2)};
    write({.names = {QStringLiteral("app/kaniko:1")}, .layers = layers, .gzip = true}, [this](const auto &b) {
        b.writeDockerSave(file(QStringLiteral("kaniko.tar")), ArchiveBuilder::DockerStyle::Kaniko);
    });
    write({.names = {QStringLiteral("app/plain:1")}, .layers = layers},
          [this](const auto &b) { b.writeDockerSave(file(QStringLiteral("plain.tar"))); });
    write({.names = {QStringLiteral("app/folder:1")}, .layers = layers},
          [this](const auto &b) { b.writeOciFolder(file(QStringLiteral("folder"))); });
    write({.names = {QStringLiteral("app/packed:1")}, .layers = layers}, [this](const auto &b) {
        ArchiveBuilder::writeFile(file(QStringLiteral("packed.tar.gz")),
                                  ArchiveBuilder::gzipped(ArchiveBuilder::tar(b.dockerSaveFiles())));
    });
    const ImageSpec amd{.layers = layers, .gzip = true};
    const ImageSpec arm{.layers = {layers[0]}, .gzip = true, .architecture = QStringLiteral("arm64")};
    ArchiveBuilder whole;
    whole.addIndex({.names = {QStringLiteral("app/multi:1")}, .platforms = {amd, arm}, .attestation = true});
    whole.writeOci(file(QStringLiteral("index.tar")));
    ArchiveBuilder partly;
    partly.addIndex({.names = {QStringLiteral("app/half:1")}, .platforms = {amd, arm}, .leaveOut = {1}});
    partly.writeOci(file(QStringLiteral("half.tar")));
}

void TestPushWithoutCache::init()
{
    m_cache = file(QStringLiteral("cache%1").arg(++m_tests));
}

Outcome TestPushWithoutCache::push(const QString &archive, const QStringList &more,
                                   const QString &cache) const
{
    return pusher(QStringList{QStringLiteral("push"), QStringLiteral("-s"), archive, QStringLiteral("--json"),
                              QStringLiteral("--registry"), m_registry.url().toString(),
                              QStringLiteral("--cache-dir"), cache} +
                  more);
}

QStringList TestPushWithoutCache::filesIn(const QString &folder) const
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
}

void TestPushWithoutCache::theRegistryGetsTheSame_data()
{
    QTest::addColumn<QString>("archive");
    for (const char *name : {"docker20-multi.tar", "docker26-single.tar", "podman-multi.tar", "oci-gzip.tar"})
        QTest::newRow(name) << fixture(QLatin1String(name));
    for (const char *name : {"kaniko.tar", "folder", "packed.tar.gz", "index.tar", "half.tar"})
        QTest::newRow(name) << file(QLatin1String(name));
}

void TestPushWithoutCache::theRegistryGetsTheSame()
{
    QFETCH(QString, archive);
    const QString prefix = QStringLiteral("t%1").arg(m_tests);
    const Outcome pushed = push(archive, {straight, QStringLiteral("--prefix"), prefix}, m_cache);
    QVERIFY2(pushed.exitCode == 0, pushed.all());
    QVERIFY(!QString::fromUtf8(pushed.err).contains(QLatin1String("could not be noted")));
    for (const char *folder : {"/blobs/sha256", "/manifests", "/tmp", "/leases"})
        QCOMPARE(filesIn(m_cache + QLatin1String(folder)), QStringList());

    const QString other = prefix + QStringLiteral("-cached");
    const Outcome cached = push(archive, {QStringLiteral("--prefix"), other}, m_cache);
    QVERIFY2(cached.exitCode == 0, cached.all());
    const QJsonArray images = pushed.json()[u"images"].toArray();
    const QJsonArray expected = cached.json()[u"images"].toArray();
    QVERIFY(!images.isEmpty());
    QCOMPARE(images.size(), expected.size());
    for (qsizetype i = 0; i < images.size(); ++i) {
        const QString name = images[i][u"name"].toString();
        QCOMPARE(images[i][u"digest"], expected[i][u"digest"]);
        QCOMPARE(images[i][u"platforms"], expected[i][u"platforms"]);
        QCOMPARE(Digest::of(m_registry.manifest(name)).toString(), images[i][u"digest"].toString());
        // skopeo reads every blob and checks it.
        const Outcome copied =
            skopeo({QStringLiteral("copy"), QStringLiteral("--all"), QStringLiteral("--src-tls-verify=false"),
                    QStringLiteral("docker://") + m_registry.host() + u'/' + name,
                    QStringLiteral("dir:") + file(QStringLiteral("copy%1-%2").arg(m_tests).arg(i))});
        QVERIFY2(copied.exitCode == 0, copied.all());
    }
}

void TestPushWithoutCache::picksImages()
{
    const Outcome pushed =
        push(fixture(QStringLiteral("docker20-multi.tar")),
             {straight, QStringLiteral("--image"), QStringLiteral("tiny/app:2.0"), QStringLiteral("-r"),
              QStringLiteral("picked/one"), QStringLiteral("-t"), QStringLiteral("x")},
             m_cache);
    QVERIFY2(pushed.exitCode == 0, pushed.all());
    QCOMPARE(pushed.json()[u"images"].toArray().size(), 1);
    QVERIFY(!m_registry.manifest(QStringLiteral("picked/one:x")).isEmpty());
}

void TestPushWithoutCache::whatIsThereIsNotSent()
{
    const QStringList to{straight, QStringLiteral("--prefix"), QStringLiteral("twice")};
    const QString archive = file(QStringLiteral("index.tar"));
    const Outcome first = push(archive, to, m_cache);
    QVERIFY2(first.exitCode == 0, first.all());
    const Outcome second = push(archive, to, m_cache);
    QVERIFY2(second.exitCode == 0, second.all());
    QCOMPARE(second.json()[u"moved"][u"blobs"].toInt(), 0);
    QVERIFY(second.json()[u"already_there"][u"blobs"].toInt() > 0);
}

void TestPushWithoutCache::nothingIsSentForADryRun()
{
    const Outcome asked = push(
        file(QStringLiteral("kaniko.tar")),
        {straight, QStringLiteral("--dry-run"), QStringLiteral("-r"), QStringLiteral("dry/run")}, m_cache);
    QVERIFY2(asked.exitCode == 0, asked.all());
    QVERIFY(asked.json()[u"would_move"][u"blobs"].toInt() > 0);
    QVERIFY(m_registry.manifest(QStringLiteral("dry/run:1")).isEmpty());
}

void TestPushWithoutCache::damageIsFoundBeforeTheTag_data()
{
    QTest::addColumn<QString>("archive");
    QTest::addColumn<QByteArray>("layer");
    const QByteArray layer = ArchiveBuilder::bigLayer(90'000, 1);
    QTest::newRow("plain layers") << file(QStringLiteral("plain.tar")) << layer;
    QTest::newRow("packed layers, digest not said")
        << file(QStringLiteral("kaniko.tar")) << ArchiveBuilder::gzipped(layer);
    QTest::newRow("packed layers, digest said")
        << file(QStringLiteral("index.tar")) << ArchiveBuilder::gzipped(layer);
}

/// One bit in the middle of the largest layer.
void TestPushWithoutCache::damageIsFoundBeforeTheTag()
{
    QFETCH(QString, archive);
    QFETCH(QByteArray, layer);
    QFile source(archive);
    QVERIFY(source.open(QIODevice::ReadOnly));
    QByteArray bytes = source.readAll();
    const qsizetype place = bytes.indexOf(layer.sliced(layer.size() / 2, 64));
    QVERIFY(place > 0);
    bytes[place] = char(bytes[place] ^ 1);
    const QString damaged = file(QStringLiteral("damaged%1.tar").arg(m_tests));
    ArchiveBuilder::writeFile(damaged, bytes);

    const QString prefix = QStringLiteral("damaged%1").arg(m_tests);
    const Outcome pushed = push(damaged, {straight, QStringLiteral("--prefix"), prefix}, m_cache);
    QVERIFY2(pushed.exitCode == 6, pushed.all());
    for (const char *name : {"/app/plain:1", "/app/kaniko:1", "/app/multi:1"})
        QVERIFY2(m_registry.manifest(prefix + QLatin1String(name)).isEmpty(), name);
}

void TestPushWithoutCache::cachedImagesCannotBeMeant()
{
    const Outcome extracted =
        pusher({QStringLiteral("extract"), QStringLiteral("-f"),
                fixture(QStringLiteral("docker26-single.tar")), QStringLiteral("--cache-dir"), m_cache});
    QVERIFY2(extracted.exitCode == 0, extracted.all());
    const Outcome pushed = push(QStringLiteral("tiny/app:1.0"), {straight}, m_cache);
    QCOMPARE(pushed.exitCode, 2);
    QVERIFY2(pushed.all().contains("--no-cache"), pushed.all());
}

QTEST_GUILESS_MAIN(TestPushWithoutCache)
#include "tst_pushwithoutcache.moc"
