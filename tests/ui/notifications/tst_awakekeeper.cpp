#include <QtTest>

#include "tests/ui/support/jobbench.h"
#include "ui/notifications/awakekeeper.h"

using namespace dip;
using namespace dip::test;

namespace {

struct Calls
{
    bool holds = false;
    int times = 0;
};

class FakeInhibitor final : public ui::SleepInhibitor
{
public:
    explicit FakeInhibitor(Calls &calls) : m_calls(calls) {}
    ~FakeInhibitor() override { m_calls.holds = false; }
    void hold(const QString &why) override
    {
        m_calls.holds = !why.isEmpty();
        ++m_calls.times;
    }
    void release() override { m_calls.holds = false; }

private:
    Calls &m_calls;
};

} // namespace

/// The system stays awake while jobs run, and not longer.
class TestAwakeKeeper final : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhileJobsRun();
};

void TestAwakeKeeper::holdsWhileJobsRun()
{
    JobBench bench;
    QVERIFY(bench.fixture().waitForJobs({ui::JobState::Done}));
    Calls calls;
    auto keeper = std::make_unique<ui::AwakeKeeper>(bench.fixture().workspace(),
                                                    std::make_unique<FakeInhibitor>(calls));
    QVERIFY(!calls.holds);
    bench.breakDown("PUT", QStringLiteral("/blobs/uploads/"),
                    Fault::reply(errorAnswer(503, "UNAVAILABLE").with("Retry-After", "3600")));
    const QString job = bench.push();
    QTRY_VERIFY_WITH_TIMEOUT(calls.holds, 20'000);
    ui::AppSettings settings = bench.fixture().workspace().settings();
    settings.keepAwake = false;
    bench.fixture().workspace().change(settings);
    QVERIFY(!calls.holds);
    settings.keepAwake = true;
    bench.fixture().workspace().change(settings);
    QVERIFY(calls.holds);
    QCOMPARE(calls.times, 2);
    bench.jobs().pause(job);
    QTRY_VERIFY_WITH_TIMEOUT(!calls.holds, 20'000);
    bench.jobs().resume(job);
    QTRY_VERIFY_WITH_TIMEOUT(calls.holds, 20'000);
    keeper.reset();
    QVERIFY(!calls.holds);
}

QTEST_MAIN(TestAwakeKeeper)
#include "tst_awakekeeper.moc"
