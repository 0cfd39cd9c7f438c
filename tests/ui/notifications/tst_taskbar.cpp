#include <QtTest>

#include "tests/ui/support/jobbench.h"
#include "ui/notifications/taskbar.h"

using namespace dip;
using namespace dip::test;

namespace {

using States = QList<ui::TaskbarEntry::State>;

class FakeEntry final : public ui::TaskbarEntry
{
public:
    explicit FakeEntry(States &states) : m_states(states) {}
    void show(const State &state) override { m_states.append(state); }

private:
    States &m_states;
};

} // namespace

/// The bar in the taskbar is there while something runs, and the number while somebody is waited for.
class TestTaskbar final : public QObject
{
    Q_OBJECT

private slots:
    void showsHowFarTheJobsAre();
    void countsWhatNeedsAPerson();
};

void TestTaskbar::showsHowFarTheJobsAre()
{
    JobBench bench(4, 50'000);
    States states;
    const ui::Taskbar taskbar(bench.fixture().workspace(), std::make_unique<FakeEntry>(states));
    bench.registry().setDelay(std::chrono::milliseconds(100));
    const QString job = bench.push();
    QVERIFY(bench.reaches(job, ui::JobState::Done));
    QTRY_VERIFY(!states.isEmpty() && states.last() == ui::TaskbarEntry::State());
    qsizetype bars = 0;
    int before = 0;
    for (const auto &state : std::as_const(states)) {
        QCOMPARE(state.needsYou, 0);
        if (!state.percent)
            continue;
        ++bars;
        QCOMPARE_GE(*state.percent, before);
        QCOMPARE_LE(*state.percent, 100);
        before = *state.percent;
    }
    QCOMPARE_GE(bars, 2);
    QCOMPARE_GT(before, 0);
}

void TestTaskbar::countsWhatNeedsAPerson()
{
    JobBench bench;
    States states;
    const ui::Taskbar taskbar(bench.fixture().workspace(), std::make_unique<FakeEntry>(states));
    bench.registry().with([](MemoryRegistry &memory) { memory.basic = "user:secret"; });
    const QString job = bench.push();
    QVERIFY(bench.reaches(job, ui::JobState::NeedsYou));
    QTRY_VERIFY(!states.isEmpty() && states.last() == (ui::TaskbarEntry::State{std::nullopt, 1}));
    bench.jobs().cancel(job);
    QTRY_COMPARE(states.last(), ui::TaskbarEntry::State());
}

QTEST_MAIN(TestTaskbar)
#include "tst_taskbar.moc"
