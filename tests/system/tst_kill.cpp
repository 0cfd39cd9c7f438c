#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

#include "core/image/manifest.h"
#include "tests/support/program.h"
#include "tests/support/testregistry.h"

using namespace dip;
using namespace dip::test;

/// Kills the real program at random moments (kill -9, seeded) in pull, extract and push against the real
/// docker-registry. After each kill the cache must be valid; the next run must finish, move no finished blob
/// again, and end with the right digests.
class TestKill final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void extract();
    void pull();
    void push();

private:
    static constexpr int layers = 6;
    static constexpr qint64 layerSize = 6 * 1024 * 1024;
    static constexpr int rounds = 17; ///< of each kind, so about fifty in all

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString cache() const { return file(QStringLiteral("cache")); }
    [[nodiscard]] qint64 timeFor(const QStringList &arguments);
    void killSomewhere(const QStringList &arguments, qint64 usualMs);
    void verifyCache() const;
    [[nodiscard]] QSet<QString> blobsInCache() const;
    [[nodiscard]] QSet<QString> blobsInRegistry() const;
    [[nodiscard]] QString remoteDigest() const;

    QTemporaryDir m_folder;
    QRandomGenerator m_random{20261125};
    std::unique_ptr<TestRegistry> m_registry;
    QString m_digest; ///< of the image's manifest
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray randomBytes(QRandomGenerator &random, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), size / 4);
    return bytes;
}

int moved(const Outcome &outcome)
{
    return outcome.json()[QLatin1String("moved")][QLatin1String("blobs")].toInt(-1);
}

} // namespace

void TestKill::initTestCase()
{
    const QString tree = file(QStringLiteral("tree"));
    QVERIFY(QDir().mkpath(tree));
    QJsonArray ids;
    QJsonArray names;
    for (int i = 0; i < layers; ++i) {
        const QByteArray layer = randomBytes(m_random, layerSize);
        names.append(QStringLiteral("layer%1.tar").arg(i));
        ids.append(Digest::of(layer).toString());
        write(tree + u'/' + names.last().toString(), layer);
    }
    const QJsonObject config{
        {QStringLiteral("os"), QStringLiteral("linux")},
        {QStringLiteral("architecture"), QStringLiteral("amd64")},
        {QStringLiteral("rootfs"),
         QJsonObject{{QStringLiteral("type"), QStringLiteral("layers")}, {QStringLiteral("diff_ids"), ids}}}};
    write(tree + QStringLiteral("/config.json"), QJsonDocument(config).toJson());
    const QJsonObject image{{QStringLiteral("Config"), QStringLiteral("config.json")},
                            {QStringLiteral("RepoTags"), QJsonArray{QStringLiteral("kill/app:1")}},
                            {QStringLiteral("Layers"), names}};
    write(tree + QStringLiteral("/manifest.json"), QJsonDocument(QJsonArray{image}).toJson());
    QCOMPARE(run(QStringLiteral("tar"), {QStringLiteral("-C"), tree, QStringLiteral("-cf"),
                                         file(QStringLiteral("image.tar")), QStringLiteral(".")})
                 .exitCode,
             0);

    m_registry = std::make_unique<TestRegistry>();
    m_registry->start();
    const Outcome pushed =
        pusher({QStringLiteral("push"), QStringLiteral("-s"), file(QStringLiteral("image.tar")),
                QStringLiteral("--json"), QStringLiteral("--registry"), m_registry->url().toString(),
                QStringLiteral("--cache-dir"), cache()});
    QVERIFY2(pushed.exitCode == 0, pushed.all());
    m_digest = pushed.json()[QLatin1String("images")][0][QLatin1String("digest")].toString();
    QCOMPARE(remoteDigest(), m_digest);
}

QString TestKill::remoteDigest() const
{
    const QByteArray manifest = m_registry->manifest(QStringLiteral("kill/app:1"));
    return manifest.isEmpty() ? QString() : Digest::of(manifest).toString();
}

QSet<QString> TestKill::blobsInCache() const
{
    const QStringList names = QDir(cache() + QStringLiteral("/blobs/sha256")).entryList(QDir::Files);
    return {names.begin(), names.end()};
}

/// Finished, that is linked into the repository.
QSet<QString> TestKill::blobsInRegistry() const
{
    QSet<QString> blobs;
    const QDir links(m_registry->folder() +
                     QStringLiteral("/docker/registry/v2/repositories/kill/app/_layers/sha256"));
    for (const QString &name : links.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (links.exists(name + QStringLiteral("/link")))
            blobs.insert(name);
    }
    return blobs;
}

void TestKill::verifyCache() const
{
    for (const QString &name : blobsInCache())
        QCOMPARE(Digest::of(contentOf(cache() + QStringLiteral("/blobs/sha256/") + name)).hex(), name);
    const QByteArray index = contentOf(cache() + QStringLiteral("/index.json"));
    if (index.isEmpty()) {
        QVERIFY(!QFileInfo::exists(cache() + QStringLiteral("/index.json")));
        return;
    }
    QJsonParseError error;
    const QJsonObject entries = QJsonDocument::fromJson(index, &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, index);
    for (const QString &key : entries.keys()) {
        QVERIFY(QFileInfo::exists(cache() + u'/' + entries[key][QLatin1String("manifest_path")].toString()));
        for (const QString &digest : entries[key][QLatin1String("blobs")].toObject().keys())
            QVERIFY(blobsInCache().contains(digest.sliced(7)));
    }
}

qint64 TestKill::timeFor(const QStringList &arguments)
{
    QElapsedTimer clock;
    clock.start();
    const Outcome outcome = pusher(arguments);
    return outcome.exitCode == 0 ? clock.elapsed() : -1;
}

void TestKill::killSomewhere(const QStringList &arguments, qint64 usualMs)
{
    QProcess process;
    process.setProcessEnvironment(cleanEnvironment());
    process.start(QStringLiteral(PROGRAM), arguments);
    QVERIFY(process.waitForStarted());
    QTest::qSleep(int(m_random.bounded(quint32(std::max<qint64>(usualMs, 20)))));
    process.kill();
    QVERIFY(process.waitForFinished());
}

void TestKill::extract()
{
    const QStringList command{QStringLiteral("extract"),         QStringLiteral("-f"),
                              file(QStringLiteral("image.tar")), QStringLiteral("--json"),
                              QStringLiteral("--cache-dir"),     cache()};
    QDir(cache()).removeRecursively();
    const qint64 usual = timeFor(command);
    QVERIFY(usual > 0);
    for (int round = 0; round < rounds; ++round) {
        QDir(cache()).removeRecursively();
        killSomewhere(command, usual);
        verifyCache();
        QSet<QString> there = blobsInCache();
        const Outcome finished = pusher(command);
        QVERIFY2(finished.exitCode == 0, finished.all());
        verifyCache();
        QCOMPARE(finished.json()[QLatin1String("images")][0][QLatin1String("digest")].toString(), m_digest);
        QCOMPARE(blobsInCache().size(), layers + 1);
        // The account is of layers; the config comes beside them.
        const auto manifest = Manifest::parse(contentOf(cache() + QStringLiteral("/manifests/kill/app/1")));
        QVERIFY(manifest);
        there.remove(manifest->config().digest.hex());
        QCOMPARE(moved(finished), layers - int(there.size()));
    }
}

void TestKill::pull()
{
    const QStringList command{QStringLiteral("pull"),
                              QStringLiteral("-r"),
                              QStringLiteral("kill/app"),
                              QStringLiteral("-t"),
                              QStringLiteral("1"),
                              QStringLiteral("--json"),
                              QStringLiteral("--max-concurrent"),
                              QStringLiteral("2"),
                              QStringLiteral("--registry"),
                              m_registry->url().toString(),
                              QStringLiteral("--cache-dir"),
                              cache()};
    QDir(cache()).removeRecursively();
    const qint64 usual = timeFor(command);
    QVERIFY(usual > 0);
    for (int round = 0; round < rounds; ++round) {
        QDir(cache()).removeRecursively();
        killSomewhere(command, usual);
        verifyCache();
        const QSet<QString> there = blobsInCache();
        qint64 partial = 0;
        for (QDirIterator it(cache() + QStringLiteral("/partial"), QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();)
            partial += QFileInfo(it.next()).size();
        const Outcome finished = pusher(command);
        QVERIFY2(finished.exitCode == 0, finished.all());
        verifyCache();
        QCOMPARE(moved(finished), layers + 1 - int(there.size()));
        QCOMPARE(finished.json()[QLatin1String("images")][0][QLatin1String("digest")].toString(), m_digest);
        // What lay in partial files came over the line only once.
        QCOMPARE(finished.json()[QLatin1String("resumed_bytes")].toInteger(-1), partial);
    }
}

void TestKill::push()
{
    const QStringList command{QStringLiteral("push"),
                              QStringLiteral("-s"),
                              QStringLiteral("kill/app:1"),
                              QStringLiteral("--json"),
                              QStringLiteral("--max-concurrent"),
                              QStringLiteral("2"),
                              QStringLiteral("--registry"),
                              m_registry->url().toString(),
                              QStringLiteral("--cache-dir"),
                              cache()};
    QVERIFY(QDir(m_registry->folder() + QStringLiteral("/docker")).removeRecursively());
    const qint64 usual = timeFor(command);
    QVERIFY(usual > 0);
    for (int round = 0; round < rounds; ++round) {
        QVERIFY(QDir(m_registry->folder() + QStringLiteral("/docker")).removeRecursively());
        killSomewhere(command, usual);
        verifyCache();
        const QSet<QString> there = blobsInRegistry();
        const bool done = remoteDigest() == m_digest;
        const Outcome finished = pusher(command);
        QVERIFY2(finished.exitCode == 0, finished.all());
        QCOMPARE(remoteDigest(), m_digest);
        // No finished blob again; fewer where the registry was still putting away what the killed program had
        // sent whole.
        QCOMPARE_GE(moved(finished), 0);
        QCOMPARE_LE(moved(finished), done ? 0 : layers + 1 - int(there.size()));
        verifyCache();
    }
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
