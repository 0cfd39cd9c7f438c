#include <QtTest>

#include "core/base/retry.h"
#include "core/transfer/team.h"

using namespace dip;
using namespace std::chrono_literals;

/// Threads that stop together, and the queue that feeds them.
class TestTeam final : public QObject
{
    Q_OBJECT

private slots:
    void doesAllJobsOnce();
    void firstErrorStopsTheOthers();
    void aRealErrorGoesBeforeCancellation();
    void outerStopCancels();
    void queueEndsWhenClosed();
    void queueEndsOnStop();
};

namespace {

Result<void> waitForStop(const std::stop_token &stop)
{
    if (sleepFor(30s, stop))
        return fail(ErrorCode::Internal, QStringLiteral("nobody stopped it"));
    return fail(ErrorCode::Cancelled, QStringLiteral("stopped"));
}

} // namespace

void TestTeam::doesAllJobsOnce()
{
    JobQueue<int> queue;
    for (int i = 1; i <= 1000; ++i)
        queue.add(i);
    queue.close();
    std::atomic<int> sum = 0;
    Team team(4, {});
    for (int i = 0; i < 4; ++i) {
        team.run([&]() -> Result<void> {
            while (const auto job = queue.next(team.stop()))
                sum += *job;
            return {};
        });
    }
    QVERIFY(team.wait());
    QCOMPARE(sum.load(), 500'500);
}

void TestTeam::firstErrorStopsTheOthers()
{
    Team team(2, {});
    team.run([&] { return waitForStop(team.stop()); });
    team.run([]() -> Result<void> { return fail(ErrorCode::NotFound, QStringLiteral("gone")); });
    const auto result = team.wait();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NotFound);
}

void TestTeam::aRealErrorGoesBeforeCancellation()
{
    Team team(1, {});
    team.fail({ErrorCode::Cancelled, {}, {}, 0, {}, {}});
    team.fail({ErrorCode::DiskFull, {}, {}, 0, {}, {}});
    team.fail({ErrorCode::NotFound, {}, {}, 0, {}, {}});
    QCOMPARE(team.wait().error().code, ErrorCode::DiskFull);
}

void TestTeam::outerStopCancels()
{
    std::stop_source outer;
    Team team(1, outer.get_token());
    team.run([&] { return waitForStop(team.stop()); });
    outer.request_stop();
    QCOMPARE(team.wait().error().code, ErrorCode::Cancelled);
}

void TestTeam::queueEndsWhenClosed()
{
    JobQueue<int> queue;
    queue.add(7);
    queue.close();
    QCOMPARE(queue.next({}), std::optional<int>(7));
    QCOMPARE(queue.next({}), std::nullopt);
}

void TestTeam::queueEndsOnStop()
{
    JobQueue<int> queue;
    queue.add(7);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(queue.next(stop.get_token()), std::nullopt);
}

QTEST_GUILESS_MAIN(TestTeam)
#include "tst_team.moc"
