#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include "core/cache/cache.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/program.h"
#include "tests/support/testregistry.h"

using namespace dip;
using namespace dip::test;

/// Four processes at once extract, push, clean, and verify or export in one cache, and now and then one is
/// killed: no entry is lost, no blob that is needed goes, no file is torn, no lock stays. STRESS_SECONDS sets
/// how long (default: 12; the thorough run takes 30).
class TestStress final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fourProcesses();

private:
    struct Worker
    {
        std::unique_ptr<QProcess> process;
        QStringList arguments;
        QSet<int> allowed;
        bool killed = false;
    };
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString cache() const { return file(QStringLiteral("cache")); }
    void choose(int kind, Worker &worker);
    void start(int kind, Worker &worker);
    void judge(Worker &worker);
    void verifyEverything();

    QTemporaryDir m_folder;
    QRandomGenerator m_random{20261125};
    std::unique_ptr<TestRegistry> m_registry;
    int m_runs = 0;
    int m_kills = 0;
};

namespace {
constexpr int archives = 3;
}

void TestStress::initTestCase()
{
    const QByteArray shared = ArchiveBuilder::bigLayer(400'000, 9);
    for (int i = 0; i < archives; ++i) {
        ArchiveBuilder builder;
        builder.addImage({.names = {QStringLiteral("stress/app%1:1").arg(i)},
                          .layers = {shared, ArchiveBuilder::bigLayer(200'000, quint32(i))}});
        builder.addImage({.names = {QStringLiteral("stress/base:%1").arg(i)}, .layers = {shared}});
        builder.writeDockerSave(file(QStringLiteral("%1.tar").arg(i)));
    }
    m_registry = std::make_unique<TestRegistry>();
    m_registry->start();
}

void TestStress::choose(int kind, Worker &worker)
{
    const auto words = [](const QString &text) {
        return text.split(u' ');
    };
    const int number = m_random.bounded(archives);
    const QString app = QStringLiteral("stress/app%1:1").arg(number);
    worker.allowed = {0};
    switch (kind) {
    case 0:
        worker.arguments = words(QStringLiteral("extract -f "));
        worker.arguments.last() = file(QStringLiteral("%1.tar").arg(number));
        return;
    case 1:
        worker.arguments = words(QStringLiteral("push -s %1 --max-concurrent 2 --registry %2")
                                     .arg(app, m_registry->url().toString()));
        worker.allowed.insert(3); // cleaned before
        return;
    case 2:
        worker.arguments = words(m_random.bounded(2) == 0   ? QStringLiteral("clean")
                                 : m_random.bounded(2) == 0 ? QStringLiteral("clean --yes --image ") + app
                                 : m_random.bounded(2) == 0 ? QStringLiteral("clean --trash --image ") + app
                                                            : QStringLiteral("trash restore"));
        worker.allowed += {2, 3}; // not there, or there again
        return;
    default:
        if (m_random.bounded(3) > 0) {
            worker.arguments = words(QStringLiteral("verify --threads 2"));
        } else {
            worker.arguments = words(QStringLiteral("export %1 --force -o ").arg(app));
            worker.arguments.last() = file(QStringLiteral("out.tar"));
            worker.allowed.insert(3); // cleaned before, or meanwhile
        }
        return;
    }
}

void TestStress::start(int kind, Worker &worker)
{
    choose(kind, worker);
    worker.arguments +=
        {QStringLiteral("--cache-dir"), cache(), QStringLiteral("--progress"), QStringLiteral("none")};
    worker.process = std::make_unique<QProcess>();
    worker.process->setProcessEnvironment(cleanEnvironment());
    worker.process->setProcessChannelMode(QProcess::MergedChannels);
    worker.process->start(QStringLiteral(PROGRAM), worker.arguments);
    QVERIFY(worker.process->waitForStarted());
    worker.killed = m_random.bounded(6) == 0;
    if (worker.killed) {
        QTest::qSleep(m_random.bounded(60));
        worker.process->kill();
        ++m_kills;
    }
}

void TestStress::judge(Worker &worker)
{
    ++m_runs;
    if (worker.killed)
        return;
    QVERIFY2(worker.process->exitStatus() == QProcess::NormalExit &&
                 worker.allowed.contains(worker.process->exitCode()),
             worker.arguments.join(u' ').toUtf8() + " gave " +
                 QByteArray::number(worker.process->exitCode()) + ": " + worker.process->readAll());
}

void TestStress::verifyEverything()
{
    const Outcome verified = pusher({QStringLiteral("verify"), QStringLiteral("--cache-dir"), cache()});
    QVERIFY2(verified.exitCode == 0, verified.all());
    const auto opened = Cache::open(cache());
    QVERIFY(opened);
    QCOMPARE((*opened)->notices(), QStringList());
    const auto images = (*opened)->images();
    QVERIFY(images);
    for (const CachedImage &image : *images) {
        QVERIFY((*opened)->manifest(image));
        for (const CachedBlob &blob : image.blobs)
            QVERIFY((*opened)->hasBlob(blob.digest, blob.size));
    }
    // Nothing of a dead process is left once somebody has looked.
    QCOMPARE(QDir(cache() + QStringLiteral("/leases")).entryList(QDir::Files).size(), 0);
    QCOMPARE(QDir(cache() + QStringLiteral("/tmp")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 0);
    // The base images were never cleaned by name, so none of those extracted to the end is lost.
    for (int i = 0; i < archives; ++i) {
        QCOMPARE(pusher({QStringLiteral("extract"), QStringLiteral("-f"),
                         file(QStringLiteral("%1.tar").arg(i)), QStringLiteral("--cache-dir"), cache()})
                     .exitCode,
                 0);
        QVERIFY((*opened)->find(*ImageName::parse(QStringLiteral("stress/base:%1").arg(i))));
    }
}

void TestStress::fourProcesses()
{
    const int seconds = qEnvironmentVariableIntValue("STRESS_SECONDS");
    const qint64 until = (seconds > 0 ? seconds : 12) * 1000;
    std::array<Worker, 4> workers;
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < until) {
        for (size_t kind = 0; kind < workers.size(); ++kind) {
            Worker &worker = workers[kind];
            if (worker.process && !worker.process->waitForFinished(5))
                continue;
            if (worker.process)
                judge(worker);
            start(int(kind), worker);
        }
    }
    for (Worker &worker : workers) {
        QVERIFY(worker.process->state() == QProcess::NotRunning || worker.process->waitForFinished(60'000));
        judge(worker);
    }
    QVERIFY(m_runs > 4 && m_kills > 0);
    verifyEverything();
    qInfo("%d runs, %d of them killed", m_runs, m_kills);
}

QTEST_GUILESS_MAIN(TestStress)
#include "tst_stress.moc"
