#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

#include "tests/ui/support/jobbench.h"
#include "ui/jobs/jobtext.h"

using namespace dip;
using namespace dip::test;
using namespace dip::ui;

namespace {

constexpr int patienceMs = 30'000; // generous: a busy machine is no failure
const QString uploads = QStringLiteral("/blobs/uploads/");

/// Connections of this machine to the port that are open at the client's end; the server may be too deaf to
/// notice that they are gone. proc(5), /proc/net/tcp.
int openSockets(quint16 port)
{
    QFile file(QStringLiteral("/proc/net/tcp"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    constexpr QByteArrayView established = "01";
    const QByteArray remote = ':' + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    int count = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        count += fields.size() > 3 && fields[2].endsWith(remote) && fields[3] == established;
    }
    return count;
}

} // namespace

/// A registry that takes connections and says nothing, or stops listening in the middle of a layer: pausing
/// and cancelling show at once, and soon nothing moves any more.
class TestHungServer final : public QObject
{
    Q_OBJECT

private slots:
    void jobsCanBeStopped_data();
    void jobsCanBeStopped();
};

void TestHungServer::jobsCanBeStopped_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("cancels");
    for (const bool cancels : {false, true}) {
        const char *what = cancels ? "cancel" : "pause";
        QTest::addRow("%s, it never answers a question", what)
            << QByteArray("POST") << Fault::hang() << cancels;
        QTest::addRow("%s, it never answers a layer", what) << QByteArray("PUT") << Fault::hang() << cancels;
        QTest::addRow("%s, it stops reading within a layer", what)
            << QByteArray("PUT") << Fault::stallRequest(100'000) << cancels;
    }
}

void TestHungServer::jobsCanBeStopped()
{
    QFETCH(QByteArray, method);
    QFETCH(Fault, fault);
    QFETCH(bool, cancels);
    JobBench bench(3, 12'000'000); // more than fits into the system's buffers
    bench.breakDown(method, uploads, fault);
    const QString id = bench.push(2);
    const quint16 port = bench.registry().port();
    QTRY_VERIFY_WITH_TIMEOUT(bench.registry().faultsUsed() > 0, patienceMs);
    QTest::qWait(600); // it hangs
    QCOMPARE(bench.jobs().find(id)->state, JobState::Running);
    QVERIFY(openSockets(port) > 0);

    QSignalSpy changed(&bench.jobs(), &JobQueue::changed);
    QElapsedTimer clock;
    clock.start();
    if (cancels)
        bench.jobs().cancel(id);
    else
        bench.jobs().pause(id);
    QCOMPARE(changed.count(), 1); // within the call: the row says so before anything else happens
    QCOMPARE(jobStatus(*bench.jobs().find(id)), QStringLiteral("Stopping…"));
    QTRY_COMPARE_WITH_TIMEOUT(openSockets(port), 0, patienceMs);
    const qint64 quietAfter = clock.elapsed();
    QTRY_COMPARE_WITH_TIMEOUT(bench.jobs().find(id)->state, cancels ? JobState::Cancelled : JobState::Paused,
                              patienceMs);
    qInfo("sockets closed after %lld ms, the worker ended after %lld ms", quietAfter, clock.elapsed());

    bench.mend();
    if (cancels)
        bench.jobs().restart(id);
    else
        bench.jobs().resume(id);
    QVERIFY(bench.reaches(id, JobState::Done));
}

QTEST_MAIN(TestHungServer)
#include "tst_hungserver.moc"
