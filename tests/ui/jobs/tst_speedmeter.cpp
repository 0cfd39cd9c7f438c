#include <QtTest>

#include "ui/jobs/speedmeter.h"

using namespace dip::ui;

namespace {

constexpr qint64 tick = 250;           // ms, as the queue looks at its jobs
constexpr qint64 settled = 30'000;     // ms
constexpr double megabyte = 1'000'000; // bytes
constexpr double most = 0.25;          // of error, in the middle

/// A speed for each tick, bytes a second.
using Link = std::function<double(qint64 atMs)>;

/// The same numbers in each run: 0 to 1.
class Chance final
{
public:
    explicit Chance(quint32 seed) : m_state(seed) {}
    double next()
    {
        m_state = m_state * 1664525U + 1013904223U;
        return double(m_state >> 8) / double(1U << 24);
    }

private:
    quint32 m_state;
};

struct Sample
{
    qint64 atMs;
    qint64 moved;
};

/// What is seen of `total` bytes that go over the link.
QList<Sample> traceOf(const Link &link, qint64 total)
{
    QList<Sample> trace{{0, 0}};
    double moved = 0;
    for (qint64 at = tick; moved < double(total); at += tick) {
        moved = std::min(double(total), moved + link(at) * tick / 1000);
        trace.append({at, qint64(moved)});
    }
    return trace;
}

double median(QList<double> numbers)
{
    std::ranges::sort(numbers);
    return numbers[numbers.size() / 2];
}

/// The error of the remaining time, in parts of what really remained; of all samples from a time on, without
/// the last seconds, of which the window says "almost done".
double medianError(const QList<Sample> &trace, qint64 fromMs)
{
    constexpr qint64 lastSeconds = 5000;
    SpeedMeter meter;
    QList<double> errors;
    const qint64 total = trace.last().moved;
    const qint64 end = trace.last().atMs;
    for (const Sample &sample : trace) {
        meter.add(sample.atMs, sample.moved);
        if (sample.atMs < fromMs || sample.atMs > end - lastSeconds)
            continue;
        const auto told = meter.remainingMs(total - sample.moved);
        const double truth = double(end - sample.atMs);
        errors.append(told ? std::abs(double(*told) - truth) / truth : 1);
    }
    return errors.isEmpty() ? 1 : median(errors);
}

/// Megabytes moved after each second, as the window saw them when it pushed six layers of 6, 9, 4, 14, 2 and
/// 25 MB, three at a time, to docker-registry: over a line that was kept to between 0.75 and 1.25 MB/s, and
/// that another push shared in the seconds 18 to 25 and 44 to 52.
const QList<double> recorded{
    0,     0.87,  1.64,  2.56,  3.5,   4.63,  5.76,  6.58,  7.4,   8.39,  9.4,   10.61, 11.8,  12.69,
    13.57, 14.65, 15.73, 16.52, 17.27, 17.74, 18.23, 18.74, 19.49, 19.93, 20.28, 20.75, 21.77, 22.95,
    24.18, 25.1,  26.02, 27.09, 28.19, 28.98, 29.79, 30.75, 31.74, 32.89, 34.07, 34.92, 35.78, 36.8,
    37.86, 39.09, 40.32, 40.98, 41.47, 41.99, 42.45, 42.83, 43.28, 43.82, 44.18, 45.32, 46.49, 47.38,
    48.27, 49.32, 50.39, 51.17, 51.91, 52.86, 53.8,  54.91, 56.05, 56.9,  57.72, 58.73, 59.75};

} // namespace

/// What the window says of speed and remaining time, on lines of many kinds.
class TestSpeedMeter final : public QObject
{
    Q_OBJECT

private slots:
    void remainingTimeIsRight_data();
    void remainingTimeIsRight();
    void aRecordedPushIsForetold();
    void saysNothingTooSoon();
    void saysNothingWhileNothingMoves();
    void beginsAnewWhereTheCountFalls();
};

void TestSpeedMeter::remainingTimeIsRight_data()
{
    QTest::addColumn<Link>("link");
    QTest::addColumn<qint64>("from");
    const auto jitter = [](double width) {
        return [chance = std::make_shared<Chance>(7), width](qint64) {
            return 5 * megabyte * (1 + width * (2 * chance->next() - 1));
        };
    };
    QTest::newRow("steady") << Link([](qint64) { return 5 * megabyte; }) << settled;
    QTest::newRow("steady, with jitter") << Link(jitter(0.4)) << settled;
    QTest::newRow("steady, with much jitter") << Link(jitter(0.95)) << settled;
    QTest::newRow("slow waves") << Link([](qint64 at) {
        return 5 * megabyte * (1 + 0.3 * std::sin(double(at) / 1000 * 6.283 / 20));
    }) << settled;
    QTest::newRow("bursts") << Link([](qint64 at) {
        return at % 2500 < 1500 ? 8 * megabyte : 0; // stands still between them
    }) << settled;
    QTest::newRow("halves, told ten seconds later")
        << Link([](qint64 at) { return at < 40'000 ? 6 * megabyte : 3 * megabyte; }) << qint64(50'000);
    QTest::newRow("stands still for a while, told ten seconds later")
        << Link([](qint64 at) { return at > 40'000 && at < 55'000 ? 0 : 5 * megabyte; }) << qint64(65'000);
}

void TestSpeedMeter::remainingTimeIsRight()
{
    QFETCH(Link, link);
    QFETCH(qint64, from);
    const double error = medianError(traceOf(link, 500'000'000), from);
    qInfo("median error %.1f %%", error * 100);
    QVERIFY(error <= most);
}

void TestSpeedMeter::aRecordedPushIsForetold()
{
    QList<Sample> trace;
    for (const double megabytes : recorded)
        trace.append({trace.size() * 1000, qint64(megabytes * megabyte)});
    const double error = medianError(trace, settled);
    qInfo("median error %.1f %%", error * 100);
    QVERIFY(error <= most);
}

void TestSpeedMeter::saysNothingTooSoon()
{
    SpeedMeter meter;
    QVERIFY(!meter.remainingMs(1000));
    meter.add(0, 0);
    meter.add(250, 100'000);
    QVERIFY(!meter.remainingMs(1000));
    meter.add(1000, 400'000);
    QCOMPARE(meter.remainingMs(800'000), 2000);
}

void TestSpeedMeter::saysNothingWhileNothingMoves()
{
    SpeedMeter meter;
    for (qint64 at = 0; at <= 20'000; at += tick)
        meter.add(at, std::min<qint64>(at, 5000));
    QCOMPARE(meter.bytesPerSecond(), 0);
    QVERIFY(!meter.remainingMs(1000));
}

void TestSpeedMeter::beginsAnewWhereTheCountFalls()
{
    SpeedMeter meter;
    for (qint64 at = 0; at <= 10'000; at += tick)
        meter.add(at, at * 1000);
    meter.add(10'250, 100);
    QCOMPARE(meter.bytesPerSecond(), 0);
    meter.add(12'250, 2'000'100);
    QCOMPARE(meter.bytesPerSecond(), 1'000'000);
}

QTEST_GUILESS_MAIN(TestSpeedMeter)
#include "tst_speedmeter.moc"
