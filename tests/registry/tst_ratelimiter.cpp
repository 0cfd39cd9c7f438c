#include "core/registry/ratelimiter.h"

#include "core/registry/registry.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace dip;
using namespace std::chrono_literals;

namespace {

/// Takes until nothing more is granted.
qint64 empty(RateLimiter &limiter, qint64 atOnce = 16 * 1024)
{
    qint64 total = 0;
    while (const qint64 got = limiter.take(atOnce).bytes)
        total += got;
    return total;
}

} // namespace

class TestRateLimiter final : public QObject
{
    Q_OBJECT

private slots:
    void grantsEverythingWithoutALimit()
    {
        RateLimiter limiter;
        QCOMPARE(limiter.rate(), 0);
        QCOMPARE(limiter.take(1'000'000'000).bytes, 1'000'000'000);
        QCOMPARE(limiter.take(1'000'000'000).wait, 0ms);
    }

    /// A job's own limit is beside that of its registry, and that of all registries around both.
    void oneJobIsLimitedAlone()
    {
        const auto all = std::make_shared<RateLimiter>();
        const Registry registry(
            {.address = RegistryAddress::parse(QStringLiteral("registry.example")).value(), .limiter = all});
        const auto slow = registry.forOneJob();
        const auto other = registry.forOneJob();
        QCOMPARE(&slow->shared(), &registry.shared());
        slow->setRateLimit(1000);
        (void)empty(slow->limiter());
        QCOMPARE(slow->limiter().take(16 * 1024).bytes, 0);
        QCOMPARE(other->limiter().take(1'000'000'000).bytes, 1'000'000'000);
        QCOMPARE(registry.limiter().take(1'000'000'000).bytes, 1'000'000'000);
        slow->setRateLimit(0);
        QCOMPARE(slow->limiter().take(1'000'000'000).bytes, 1'000'000'000);
        all->setRate(1000);
        (void)empty(other->limiter());
        QCOMPARE(other->limiter().take(16 * 1024).bytes, 0);
        QCOMPARE(slow->limiter().take(16 * 1024).bytes, 0);
    }

    void grantsABurstAndThenAsksToWait_data()
    {
        QTest::addColumn<qint64>("rate");
        QTest::addColumn<qint64>("burst");
        QTest::newRow("slow lines burst by 64 KiB") << qint64(1000) << qint64(64 * 1024);
        QTest::newRow("fast lines burst by a quarter of a second") << qint64(8'000'000) << qint64(2'000'000);
    }

    void grantsABurstAndThenAsksToWait()
    {
        QFETCH(qint64, rate);
        QFETCH(qint64, burst);
        RateLimiter limiter;
        limiter.setRate(rate);
        QElapsedTimer clock;
        clock.start();
        const qint64 got = empty(limiter);
        // What flows in while the bucket is emptied may come on top, and the last crumbs stay inside.
        QCOMPARE_LE(got, burst + rate * (clock.elapsed() + 1) / 1000);
        QCOMPARE_GE(got, burst - 16 * 1024);
        const auto grant = limiter.take(16 * 1024);
        if (grant.bytes == 0)
            QCOMPARE_GT(grant.wait, 0ms);
        else
            QCOMPARE_GT(clock.elapsed(), 1); // preempted for so long that more flowed in
    }

    void neverGrantsMoreThanWanted()
    {
        RateLimiter limiter;
        limiter.setRate(1'000'000);
        QCOMPARE(limiter.take(1).bytes, 1);
        QCOMPARE(limiter.take(100).bytes, 100);
        QCOMPARE(limiter.take(0).bytes, 0);
    }

    void givesNoSingleTakerTheWholeBucket()
    {
        RateLimiter limiter;
        limiter.setRate(100'000'000);
        QCOMPARE_LE(limiter.take(1'000'000'000).bytes, 64 * 1024);
    }

    void keepsTheRateForAllThreadsTogether()
    {
        constexpr qint64 rate = 400'000;
        RateLimiter limiter;
        limiter.setRate(rate);
        QElapsedTimer clock;
        clock.start();
        std::atomic<qint64> total = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    for (int round = 0; round < 20; ++round) {
                        const auto grant = limiter.take(8 * 1024);
                        total += grant.bytes;
                        std::this_thread::sleep_for(grant.wait);
                    }
                });
            }
        }
        QCOMPARE_LE(total.load(), 100'000 + rate * (clock.elapsed() + 1) / 1000);
        QCOMPARE_GE(total.load(), 80'000);
    }

    void followsAChangeAtOnce()
    {
        RateLimiter limiter;
        limiter.setRate(1);
        empty(limiter);
        QCOMPARE(limiter.take(1000).bytes, 0);
        limiter.setRate(0);
        QCOMPARE(limiter.take(1000).bytes, 1000);
        limiter.setRate(2000);
        QCOMPARE(limiter.rate(), 2000);
        QCOMPARE_LE(empty(limiter), 64 * 1024 + 2000);
    }

    void theOuterOneGrantsAsWell()
    {
        const auto outer = std::make_shared<RateLimiter>();
        RateLimiter first(outer);
        RateLimiter second(outer);
        QCOMPARE(first.take(1'000'000).bytes, 1'000'000);
        outer->setRate(1000);
        const qint64 both = empty(first) + empty(second);
        QCOMPARE_GE(both, 64 * 1024 - 1000);
        QCOMPARE_LE(both, 64 * 1024 + 2000);
        outer->setRate(0);
        first.setRate(1000);
        QCOMPARE_LE(empty(first), 64 * 1024 + 2000);
        QCOMPARE(second.take(1'000'000).bytes, 1'000'000);
    }

    void aLowerRateDoesNotKeepTheGreaterBurst()
    {
        RateLimiter limiter;
        limiter.setRate(80'000'000);
        limiter.setRate(1000);
        QCOMPARE_LE(empty(limiter), 64 * 1024 + 1000);
    }
};

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
