#include <QElapsedTimer>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTreeView>
#include <QtTest>

#include "tests/ui/support/jobbench.h"
#include "ui/models/jobmodel.h"

using namespace dip;
using namespace dip::test;
using namespace dip::ui;

namespace {

constexpr int jobCount = 6;
constexpr int layers = 8;
constexpr qint64 rate = 400'000; // bytes a second for all: they run long enough to be looked at

/// Counts what a widget is asked to paint.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget *widget) : QObject(widget) { widget->installEventFilter(this); }
    int paints = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint;
        return false;
    }
};

} // namespace

/// Running jobs cost little: what they tell comes in one piece at each look, and only what is seen is
/// painted.
class TestJobTicks final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void oneChangeForEachLook();
    void looksAreFew();
    void onlyWhatIsSeenIsPainted();

private:
    [[nodiscard]] bool waitForTicks(int ticks) const;

    std::unique_ptr<JobBench> m_bench;
    int m_ticks = 0;
};

void TestJobTicks::init()
{
    m_bench = std::make_unique<JobBench>(layers, 400'000);
    AppSettings settings = m_bench->fixture().workspace().settings();
    settings.rateLimit = rate;
    settings.jobsAtOnce = jobCount;
    m_bench->fixture().workspace().change(settings);
    for (int number = 0; number < jobCount; ++number) {
        PushFromCacheUsingManifest step{*ImageName::parse(u"site/app:1.0"), {}};
        step.target.repository = *RepositoryName::parse(QStringLiteral("prod/app%1").arg(number));
        step.target.forceUpload = true;
        m_bench->jobs().add({JobKind::Push,
                             QStringLiteral("site/app:1.0"),
                             step.target.repository->toString(),
                             m_bench->profile(),
                             {},
                             {step}});
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->jobs().counts().running, jobCount, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs().jobs().last().lines.size() >= layers, 20'000);
    m_ticks = 0;
    connect(&m_bench->jobs(), &JobQueue::changed, this, [this] { ++m_ticks; });
}

void TestJobTicks::cleanup()
{
    disconnect(&m_bench->jobs(), nullptr, this, nullptr);
    m_bench.reset();
}

bool TestJobTicks::waitForTicks(int ticks) const
{
    const int wanted = m_ticks + ticks;
    return QTest::qWaitFor([&] { return m_ticks >= wanted; }, 30'000);
}

void TestJobTicks::oneChangeForEachLook()
{
    int jobs = 0;          // changes of rows since the last look
    QHash<int, int> lines; // of the lines of each
    int most = 0;
    int mostLines = 0;
    const QObject context;
    connect(&m_bench->jobs(), &JobQueue::changed, &context, [&] {
        jobs = 0;
        lines.clear();
    });
    const JobModel model(m_bench->jobs());
    connect(&model, &QAbstractItemModel::dataChanged, &context, [&](const QModelIndex &first) {
        if (first.parent().isValid())
            mostLines = std::max(mostLines, ++lines[first.parent().row()]);
        else
            most = std::max(most, ++jobs);
    });
    QVERIFY(waitForTicks(8));
    QCOMPARE(most, 1);
    QCOMPARE(mostLines, 1);
}

/// At most ten a second, and a few for jobs that begin or end.
void TestJobTicks::looksAreFew()
{
    QElapsedTimer clock;
    clock.start();
    m_ticks = 0;
    QVERIFY(waitForTicks(10));
    QVERIFY2(m_ticks <= clock.elapsed() / 100 + 2 * jobCount,
             qPrintable(QStringLiteral("%1 in %2 ms").arg(m_ticks).arg(clock.elapsed())));
}

void TestJobTicks::onlyWhatIsSeenIsPainted()
{
    auto *tree = m_bench->fixture().find<QTreeView>(QStringLiteral("jobTree"));
    for (int number = 0; number < 40; ++number) // what waits stands below what runs
        m_bench->import(QStringLiteral("%1.tar").arg(number));
    tree->scrollToTop();
    QTest::qWait(300);
    const PaintCounter counter(tree->viewport());
    const auto paintsIn = [&](int ticks) {
        const int before = counter.paints;
        const int ticksBefore = m_ticks;
        if (!waitForTicks(ticks))
            return -1;
        return (counter.paints - before) - (m_ticks - ticksBefore - ticks);
    };
    const int seen = paintsIn(6);
    QVERIFY2(seen > 0 && seen <= 7, qPrintable(QString::number(seen)));

    tree->verticalScrollBar()->setValue(tree->verticalScrollBar()->maximum());
    QVERIFY(tree->indexAt(QPoint(30, 10)).data().toString().endsWith(QStringLiteral(".tar")));
    QTest::qWait(300);
    const int unseen = paintsIn(6);
    QVERIFY2(unseen <= 0, qPrintable(QString::number(unseen)));

    m_bench->fixture().window().findChild<Sidebar *>()->choose(Sidebar::Settings);
    QTest::qWait(300);
    QVERIFY(paintsIn(6) <= 0);
}

QTEST_MAIN(TestJobTicks)
#include "tst_jobticks.moc"
