#include "core/base/retry.h"

#include <QElapsedTimer>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace dip;
using namespace std::chrono_literals;

class TestRetry final : public QObject
{
    Q_OBJECT

private slots:
    void transient_data();
    void transient();
    void pauses_data();
    void pauses();
    void retryAfterIsTheLeast();
    void pausesHaveJitter();
    void sleepEndsOnStop();
    void pausesAreEnded();
};

void TestRetry::transient_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, ErrorCode code, int status, bool expected) {
        QTest::newRow(name) << int(code) << status << expected;
    };
    row("line lost", ErrorCode::ConnectionLost, 0, true);
    row("refused", ErrorCode::ConnectionRefused, 0, true);
    row("timeout", ErrorCode::Timeout, 0, true);
    for (const int status : {408, 425, 429, 500, 502, 503, 504})
        QTest::addRow("status %d", status) << int(ErrorCode::ServerFailed) << status << true;
    for (const int status : {400, 401, 403, 404, 409, 413, 501, 505})
        QTest::addRow("status %d", status) << int(ErrorCode::ServerFailed) << status << false;
    row("storage behind the registry", ErrorCode::RegistryStorage, 500, false);
    row("no such host", ErrorCode::HostNotFound, 0, false);
    row("untrusted", ErrorCode::TlsUntrusted, 0, false);
    row("cancelled", ErrorCode::Cancelled, 0, false);
    row("digest mismatch", ErrorCode::DigestMismatch, 0, false);
    row("disk full", ErrorCode::DiskFull, 0, false);
}

void TestRetry::transient()
{
    QFETCH(int, code);
    QFETCH(int, status);
    Error error;
    error.code = ErrorCode(code);
    error.httpStatus = status;
    QTEST(isTransient(error), "expected");
}

void TestRetry::pauses_data()
{
    QTest::addColumn<int>("repetition");
    QTest::addColumn<qint64>("whole");
    QTest::newRow("first") << 1 << qint64(500);
    QTest::newRow("second") << 2 << qint64(1000);
    QTest::newRow("fifth") << 5 << qint64(8000);
    QTest::newRow("capped") << 7 << qint64(30'000);
    QTest::newRow("far beyond") << 1000 << qint64(30'000);
}

void TestRetry::pauses()
{
    QFETCH(int, repetition);
    QFETCH(qint64, whole);
    for (int i = 0; i < 200; ++i) {
        const auto pause = pauseBefore(repetition, RetryPolicy(), Error()).count();
        QVERIFY2(pause >= whole / 2 && pause <= whole, qPrintable(QString::number(pause)));
    }
}

void TestRetry::retryAfterIsTheLeast()
{
    Error error;
    error.retryAfterMs = 45'000;
    QCOMPARE(pauseBefore(1, RetryPolicy(), error), 45'000ms);
    error.retryAfterMs = 1;
    QVERIFY(pauseBefore(1, RetryPolicy(), error) >= 250ms);
}

void TestRetry::pausesHaveJitter()
{
    QSet<qint64> seen;
    for (int i = 0; i < 50; ++i)
        seen.insert(pauseBefore(6, RetryPolicy(), Error()).count());
    QVERIFY(seen.size() > 10);
}

void TestRetry::sleepEndsOnStop()
{
    QElapsedTimer clock;
    clock.start();
    QVERIFY(sleepFor(20ms, {}));
    QVERIFY(clock.elapsed() >= 19);

    std::stop_source source;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(30ms);
        source.request_stop();
    });
    clock.restart();
    QVERIFY(!sleepFor(1min, source.get_token()));
    QVERIFY(clock.elapsed() < 30'000);
    QVERIFY(!sleepFor(1min, source.get_token()));
}

void TestRetry::pausesAreEnded()
{
    Pause pause;
    pause.end(); // nobody sleeps, so nothing comes of it
    QElapsedTimer clock;
    clock.start();
    QVERIFY(pause.sleepFor(20ms, {}));
    QVERIFY(clock.elapsed() >= 19);

    std::atomic<int> awake = 0;
    std::jthread first([&] { awake += pause.sleepFor(1min, {}); });
    std::jthread second([&] { awake += pause.sleepFor(1min, {}); });
    QTRY_COMPARE_WITH_TIMEOUT((pause.end(), awake.load()), 2, 30'000);

    std::stop_source source;
    source.request_stop();
    QVERIFY(!pause.sleepFor(1min, source.get_token()));
}

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
