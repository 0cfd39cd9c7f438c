#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include "core/image/digest.h"
#include "tests/support/program.h"
#include "tests/support/scriptedregistry.h"

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

/// Kills the real program in the middle of a blob (kill -9, seeded), with a registry that keeps upload
/// sessions over a cut line. The next run must go on in the same session, and send at most one chunk again.
/// The docker-registry of TestKill cannot show that: a torn PATCH makes its session useless.
class TestKillResume final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void goesOnWhereItWasKilled_data();
    void goesOnWhereItWasKilled();

private:
    static constexpr qint64 chunk = 256 * 1024;
    static constexpr qint64 layerSize = 16 * chunk + 1000;

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList pushTo(const ScriptedRegistry &registry) const;

    QTemporaryDir m_folder;
    QRandomGenerator m_random{20261126};
    QByteArray m_layer;
};

namespace {

const auto uploads = QStringLiteral("/blobs/uploads/");

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Bytes that the fullest open session holds.
qint64 held(ScriptedRegistry &registry)
{
    return registry.with([](MemoryRegistry &memory) {
        qint64 most = 0;
        for (const auto &upload : std::as_const(memory.uploads))
            most = std::max<qint64>(most, upload.bytes.size());
        return most;
    });
}

} // namespace

void TestKillResume::initTestCase()
{
    m_layer.resize(layerSize);
    for (char &byte : m_layer)
        byte = char(m_random.bounded(256));
    const QString tree = file(QStringLiteral("tree"));
    QVERIFY(QDir().mkpath(tree));
    write(tree + QStringLiteral("/layer.tar"), m_layer);
    const QJsonObject config{
        {QStringLiteral("os"), QStringLiteral("linux")},
        {QStringLiteral("architecture"), QStringLiteral("amd64")},
        {QStringLiteral("rootfs"),
         QJsonObject{{QStringLiteral("type"), QStringLiteral("layers")},
                     {QStringLiteral("diff_ids"), QJsonArray{Digest::of(m_layer).toString()}}}}};
    write(tree + QStringLiteral("/config.json"), QJsonDocument(config).toJson());
    const QJsonObject image{{QStringLiteral("Config"), QStringLiteral("config.json")},
                            {QStringLiteral("RepoTags"), QJsonArray{QStringLiteral("kill/app:1")}},
                            {QStringLiteral("Layers"), QJsonArray{QStringLiteral("layer.tar")}}};
    write(tree + QStringLiteral("/manifest.json"), QJsonDocument(QJsonArray{image}).toJson());
    const Outcome packed =
        run(QStringLiteral("tar"), {QStringLiteral("-C"), tree, QStringLiteral("-cf"),
                                    file(QStringLiteral("image.tar")), QStringLiteral(".")});
    QCOMPARE(packed.exitCode, 0);
    const Outcome extracted =
        pusher({QStringLiteral("extract"), QStringLiteral("-f"), file(QStringLiteral("image.tar")),
                QStringLiteral("--cache-dir"), file(QStringLiteral("cache"))});
    QVERIFY2(extracted.exitCode == 0, extracted.all());
}

QStringList TestKillResume::pushTo(const ScriptedRegistry &registry) const
{
    return {QStringLiteral("push"),        QStringLiteral("-s"),         QStringLiteral("kill/app:1"),
            QStringLiteral("--json"),      QStringLiteral("--registry"), registry.url(),
            QStringLiteral("--cache-dir"), file(QStringLiteral("cache"))};
}

void TestKillResume::goesOnWhereItWasKilled_data()
{
    QTest::addColumn<int>("chunks");
    for (int round = 0; round < 10; ++round)
        QTest::addRow("round %d", round) << 1 + int(m_random.bounded(14));
}

void TestKillResume::goesOnWhereItWasKilled()
{
    QFETCH(int, chunks);
    ScriptedRegistry registry;
    registry.setDelay(10ms);
    registry.with([](MemoryRegistry &memory) {
        memory.uploadHeaders = {{"OCI-Chunk-Max-Length", QByteArray::number(chunk)}};
        memory.onlyNewest = false;
    });

    QProcess process;
    process.setProcessEnvironment(cleanEnvironment());
    process.start(QStringLiteral(PROGRAM), pushTo(registry));
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(registry.requests("PATCH", uploads).size() >= chunks, 20'000);
    QTest::qSleep(int(m_random.bounded(12)));
    process.kill();
    QVERIFY(process.waitForFinished());
    // What the dead program left in the line still arrives.
    qint64 before = held(registry);
    for (qint64 again = -1; again != before; before = held(registry)) {
        again = before;
        QTest::qSleep(50);
    }
    QCOMPARE_GE(before, chunks * chunk);

    registry.forgetRequests();
    const Outcome finished = pusher(pushTo(registry));
    QVERIFY2(finished.exitCode == 0, finished.all());
    qint64 sent = 0;
    for (const SeenRequest &patch : registry.requests("PATCH", uploads))
        sent += patch.bodySize;
    QCOMPARE_GE(sent, layerSize - before);
    QCOMPARE_LE(sent, layerSize - before + chunk);
    QCOMPARE_GE(finished.json()[QLatin1String("resumed_bytes")].toInteger(-1), before - chunk);
    const auto stored = registry.with([&](MemoryRegistry &memory) {
        return memory.blobs.value(QStringLiteral("kill/app")).value(Digest::of(m_layer).toString());
    });
    QVERIFY(stored == m_layer);
    // Of the dead program there may be a session left that it opened ahead for the config; no other.
    QCOMPARE(held(registry), 0);
    QCOMPARE_LE(registry.with([](MemoryRegistry &memory) { return memory.uploads.size(); }), 1);
}

QTEST_GUILESS_MAIN(TestKillResume)
#include "tst_killresume.moc"
