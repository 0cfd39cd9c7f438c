#include "core/transfer/verifier.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/files.h"
#include "core/registry/registry.h"
#include "core/transfer/imagemanager.h"
#include "tests/support/sampleimages.h"
#include "tests/support/testregistry.h"

using namespace dip;
using namespace dip::test;
using Kind = AuditFinding::Kind;
using Mend = AuditFinding::Outcome;

/// Everything that can be wrong with a cache is found, told apart, and mended as far as its sources allow.
class TestVerifier final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void soundCache();
    void damage_data();
    void damage();
    void foreignThings();
    void manifests();
    void entryThatCannotBeRead();
    void entryThatLacksABlob();
    void someImagesOnly();
    void repairFromArchive_data();
    void repairFromArchive();
    void repairFromRegistry();
    void repairWithoutSource();
    void folderInTheWay();
    void stops();

private:
    QString root() const { return m_folder->filePath(QStringLiteral(".cache")); }
    void add(int seed, const char *name) { QVERIFY(store(*m_cache, sampleImage(seed), QLatin1String(name))); }
    QString blob(int seed, int layer) const
    {
        return m_cache->blobPath(Digest::of(sampleImage(seed).layers[layer]));
    }
    VerifyReport verify(const VerifyRequest &request = {})
    {
        ProgressSink sink;
        VerifyReport report;
        const auto done = Verifier(*m_cache, sink, {}).verify(request, report);
        [&] {
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }();
        return report;
    }
    VerifyReport repair() { return verify({.repair = true}); }
    void extract(const QString &archive);

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

namespace {

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly | QIODevice::Truncate), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

QList<Kind> kinds(const VerifyReport &report)
{
    QList<Kind> list;
    for (const AuditFinding &finding : report.findings)
        list.append(finding.kind);
    return list;
}

} // namespace

void TestVerifier::init()
{
    m_cache.reset();
    m_folder.emplace();
    m_cache = std::move(*Cache::open(root()));
}

void TestVerifier::extract(const QString &archive)
{
    ProgressSink sink;
    OperationReport report;
    const auto done =
        ImageManager(*m_cache).executeOperation(ExtractAndCache{archive, {}}, {}, sink, report, {});
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
}

void TestVerifier::soundCache()
{
    QVERIFY(verify().isSound());
    add(1, "a:1");
    add(1, "b:1");
    const VerifyReport report = verify();
    QVERIFY(report.isSound());
    QCOMPARE(report.findings.size(), 0);
    QCOMPARE(report.images, 2);
    QCOMPARE(report.blobs, 3);
    QCOMPARE(report.bytes, m_cache->find(imageName(QStringLiteral("a:1")))->totalSize());
}

void TestVerifier::damage_data()
{
    QTest::addColumn<std::function<void(const QString &)>>("harm");
    QTest::addColumn<Kind>("kind");
    using Harm = std::function<void(const QString &)>;
    QTest::newRow("gone") << Harm([](const QString &path) { QVERIFY(QFile::remove(path)); })
                          << Kind::BlobMissing;
    QTest::newRow("other bytes") << Harm([](const QString &path) { overwrite(path, QByteArray(3000, 'x')); })
                                 << Kind::BlobDamaged;
    QTest::newRow("shorter") << Harm([](const QString &path) { overwrite(path, "x"); }) << Kind::BlobDamaged;
    QTest::newRow("a folder") << Harm([](const QString &path) {
        QVERIFY(QFile::remove(path) && QDir().mkpath(path));
    }) << Kind::BlobDamaged;
    QTest::newRow("a link") << Harm([](const QString &path) {
        QVERIFY(QFile::rename(path, path + QLatin1String("-moved")));
        QVERIFY(QFile::link(path + QLatin1String("-moved"), path));
    }) << Kind::BlobDamaged;
}

void TestVerifier::damage()
{
    QFETCH(std::function<void(const QString &)>, harm);
    QFETCH(Kind, kind);
    add(1, "a:1");
    add(2, "b:1");
    harm(blob(1, 0));
    const VerifyReport report = verify();
    QVERIFY(!report.isSound());
    const AuditFinding &finding = report.findings.first();
    QCOMPARE(finding.kind, kind);
    QCOMPARE(finding.digest, Digest::of(sampleImage(1).layers[0]));
    QCOMPARE(finding.images, QList{imageName(QStringLiteral("a:1"))});
    // Nothing is known of where it came from: what is damaged goes, what is whole stays.
    const VerifyReport repaired = repair();
    QVERIFY(!repaired.isSound());
    QVERIFY(!QFileInfo::exists(blob(1, 0)) && !QFileInfo(blob(1, 0)).isSymLink());
    QVERIFY(QFileInfo::exists(blob(1, 1)) && QFileInfo::exists(blob(2, 0)));
    QCOMPARE(kinds(verify()).count(Kind::BlobMissing), 1);
    add(1, "a:1"); // once more from its source
    QVERIFY(verify().isSound());
}

void TestVerifier::foreignThings()
{
    add(1, "a:1");
    QVERIFY(m_cache->writeBlob("stray"));
    m_cache.reset();
    m_cache = std::move(*Cache::open(root()));
    overwrite(root() + QLatin1String("/blobs/sha256/notes.txt"), "mine");
    overwrite(root() + QLatin1String("/blobs/sha256/") + Digest::of("a").hex(), "b");
    const VerifyReport report = verify();
    QVERIFY(!report.isSound());
    QCOMPARE(report.findings.first().kind, Kind::BlobDamaged);
    QCOMPARE(report.findings.size(), 3);
    QVERIFY(kinds(report).contains(Kind::BlobSurplus) && kinds(report).contains(Kind::BlobMisnamed));
    QVERIFY(repair().isSound());
    QVERIFY(QFileInfo::exists(root() + QLatin1String("/blobs/sha256/notes.txt")));
    QVERIFY(m_cache->blobSize(Digest::of("stray")) && !m_cache->blobSize(Digest::of("a")));
}

void TestVerifier::manifests()
{
    add(1, "a:1");
    add(2, "b:1");
    overwrite(root() + QLatin1String("/manifests/a/1"), "{}");
    QVERIFY(QFile::remove(root() + QLatin1String("/manifests/b/1")));
    overwrite(root() + QLatin1String("/manifests/orphan"), "{}");
    const VerifyReport report = verify();
    QCOMPARE(kinds(report).count(Kind::ManifestDamaged), 2);
    QCOMPARE(kinds(report).count(Kind::ManifestSurplus), 1);
    QVERIFY(repair().isSound()); // ours can be made again from their parts
    QVERIFY(verify().isSound());
    QCOMPARE(m_cache->manifest(*m_cache->find(imageName(QStringLiteral("a:1"))))->digest(),
             sampleImage(1).manifest.digest());
}

void TestVerifier::entryThatCannotBeRead()
{
    add(1, "a:1");
    add(2, "b:1");
    QByteArray index = *files::readAll(root() + QLatin1String("/index.json"), 1 << 20);
    index.replace("\"manifests/a/1\"", "\"../../elsewhere\"");
    overwrite(root() + QLatin1String("/index.json"), index);
    const VerifyReport report = verify();
    QCOMPARE(kinds(report), QList{Kind::EntryDamaged});
    QVERIFY(!report.isSound());
    const VerifyReport repaired = repair();
    QVERIFY(repaired.isSound());
    QCOMPARE(repaired.findings.first().outcome, Mend::Rebuilt);
    QCOMPARE(m_cache->find(imageName(QStringLiteral("a:1")))->blobs.size(), 3);
    QVERIFY(verify().isSound());
}

void TestVerifier::entryThatLacksABlob()
{
    SampleImage image = sampleImage(1);
    QVERIFY(storeBlobs(*m_cache, image));
    CachedImage entry = entryFor(image, QStringLiteral("a:1"));
    entry.blobs.removeLast();
    entry.source = QStringLiteral("somewhere");
    QVERIFY(m_cache->addImage(entry, image.manifest));
    QVERIFY(m_cache->setPinned({entry.name}, true));
    QVERIFY(kinds(verify()).contains(Kind::EntryDamaged));
    QVERIFY(repair().isSound());
    const auto now = m_cache->find(entry.name);
    QVERIFY(now && now->pinned);
    QCOMPARE(now->blobs.size(), 3);
    QCOMPARE(now->source, QStringLiteral("somewhere"));
}

void TestVerifier::someImagesOnly()
{
    add(1, "a:1");
    add(2, "b:1");
    QVERIFY(QFile::remove(blob(2, 0)));
    QVERIFY(verify({.images = {imageName(QStringLiteral("a:1"))}}).isSound());
    QVERIFY(!verify({.images = {imageName(QStringLiteral("b:1"))}}).isSound());
    ProgressSink sink;
    VerifyReport report;
    const auto unknown =
        Verifier(*m_cache, sink, {}).verify({.images = {imageName(QStringLiteral("c:1"))}}, report);
    QCOMPARE(unknown.error().code, ErrorCode::NotInCache);
}

void TestVerifier::repairFromArchive_data()
{
    QTest::addColumn<QString>("archive");
    for (const char *name : {"docker20-multi.tar", "docker26-single.tar", "oci-gzip.tar", "podman-multi.tar"})
        QTest::newRow(name) << QStringLiteral(TEST_DATA_DIR "/") + QLatin1String(name);
}

/// Every blob and manifest of real archives, lost at once.
void TestVerifier::repairFromArchive()
{
    QFETCH(QString, archive);
    extract(archive);
    const QList<CachedImage> images = *m_cache->images();
    QVERIFY(!images.isEmpty());
    int lost = 0;
    for (const QFileInfo &file : QDir(root() + QLatin1String("/blobs/sha256")).entryInfoList(QDir::Files)) {
        if (lost % 2 == 0)
            overwrite(file.filePath(), QByteArray(file.size(), 'x'));
        else
            QVERIFY(QFile::remove(file.filePath()));
        ++lost;
    }
    for (const CachedImage &image : images)
        QVERIFY(QFile::remove(root() + u'/' + image.manifestPath));
    const VerifyReport report = repair();
    for (const AuditFinding &finding : report.findings)
        QVERIFY2(!finding.isHarm(),
                 qPrintable(finding.path + (finding.failure ? finding.failure->detail : QString())));
    QCOMPARE(report.findings.size(), lost + images.size());
    const VerifyReport again = verify();
    QVERIFY(again.isSound());
    QCOMPARE(again.findings.size(), 0);
    QCOMPARE(again.blobs, lost);
}

void TestVerifier::repairFromRegistry()
{
    TestRegistry server;
    server.start();
    server.pushArchive(QStringLiteral(TEST_DATA_DIR "/docker26-single.tar"), QStringLiteral("app:1"));
    RegistrySettings settings{*RegistryAddress::parse(server.url().toString())};
    const auto registry = std::make_shared<Registry>(settings);
    ProgressSink sink;
    OperationReport pulled;
    const PullAndCache pull{imageName(QStringLiteral("app:1")), {}, {}, false, 1};
    QVERIFY(ImageManager(*m_cache).executeOperation(pull, registry, sink, pulled, {}));
    for (const QFileInfo &file : QDir(root() + QLatin1String("/blobs/sha256")).entryInfoList(QDir::Files))
        overwrite(file.filePath(), "damaged");
    QVERIFY(QFile::remove(root() + QLatin1String("/manifests/app/1")));
    QVERIFY(!verify().isSound());
    QVERIFY(!repair().isSound()); // nobody said how to reach it
    QStringList asked;
    const VerifyReport report = verify({.repair = true, .registryOf = [&](const QString &host) {
                                            asked.append(host);
                                            return Result<std::shared_ptr<Registry>>(registry);
                                        }});
    QVERIFY(report.isSound());
    QCOMPARE(asked, QStringList{server.host()});
    QCOMPARE(verify().findings.size(), 0);
}

void TestVerifier::repairWithoutSource()
{
    add(1, "a:1");
    QVERIFY(QFile::remove(blob(1, 0)));
    const VerifyReport report = repair();
    QVERIFY(!report.isSound());
    QVERIFY(report.findings.first().failure);
    QCOMPARE(m_cache->images()->size(), 1); // the entry still says what the image is made of
}

void TestVerifier::folderInTheWay()
{
    add(1, "a:1");
    QVERIFY(QFile::remove(blob(1, 0)) && QDir().mkpath(blob(1, 0)));
    overwrite(blob(1, 0) + QLatin1String("/precious"), "x");
    const VerifyReport report = repair();
    QVERIFY(!report.isSound());
    QCOMPARE(report.findings.first().outcome, Mend::None);
    QCOMPARE(report.findings.first().failure->code, ErrorCode::CacheDamaged);
    QVERIFY(QFileInfo::exists(blob(1, 0) + QLatin1String("/precious")));
}

void TestVerifier::stops()
{
    add(1, "a:1");
    std::stop_source stop;
    stop.request_stop();
    ProgressSink sink;
    VerifyReport report;
    const auto done = Verifier(*m_cache, sink, stop.get_token()).verify({.repair = true}, report);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(report.blobs, 0);
    QVERIFY(QFileInfo::exists(blob(1, 0)));
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
