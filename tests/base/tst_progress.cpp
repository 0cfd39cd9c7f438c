#include "core/base/progress.h"

#include <QtTest>

#include <thread>

using namespace dip;

class TestProgress final : public QObject
{
    Q_OBJECT

private slots:
    void linesKeepTheirOrder();
    void lineTellsWhatWasSet();
    void sameNoticeIsKeptOnce();
    void countsOfManyThreadsAddUp();
};

void TestProgress::linesKeepTheirOrder()
{
    ProgressSink sink;
    sink.addBlob(QStringLiteral("a"), 10);
    sink.addStep(QStringLiteral("b"), -1);
    const auto lines = sink.lines();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0]->label(), QStringLiteral("a"));
    QCOMPARE(lines[0]->total(), 10);
    QVERIFY(lines[0]->isBlob());
    QCOMPARE(lines[0]->phase(), Phase::Waiting);
    QCOMPARE(lines[1]->label(), QStringLiteral("b"));
    QCOMPARE(lines[1]->total(), -1);
    QVERIFY(!lines[1]->isBlob());
}

void TestProgress::lineTellsWhatWasSet()
{
    BlobProgress line(QStringLiteral("x"), -1, true);
    line.setTotal(100);
    line.setDone(40);
    line.addDone(2);
    line.setPhase(Phase::Uploading);
    line.setNote(QStringLiteral("chunk 2"));
    QCOMPARE(line.total(), 100);
    QCOMPARE(line.done(), 42);
    QCOMPARE(line.phase(), Phase::Uploading);
    QCOMPARE(line.note(), QStringLiteral("chunk 2"));
    line.waitForRetry(12345, QStringLiteral("busy"));
    QCOMPARE(line.phase(), Phase::WaitingToRetry);
    QCOMPARE(line.retryAtMs(), 12345);
    QCOMPARE(line.note(), QStringLiteral("busy"));
}

void TestProgress::sameNoticeIsKeptOnce()
{
    ProgressSink sink;
    for (const char16_t *text : {u"one", u"two", u"one"})
        sink.notice(QString(text));
    QCOMPARE(sink.notices(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
}

void TestProgress::countsOfManyThreadsAddUp()
{
    ProgressSink sink;
    const auto shared = sink.addBlob(QStringLiteral("shared"), 40'000);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 10'000; ++i)
                    shared->addDone(1);
                sink.countRetry();
                sink.addBlob(QStringLiteral("own"), 1);
            });
        }
    }
    QCOMPARE(shared->done(), 40'000);
    QCOMPARE(sink.retries(), 4);
    QCOMPARE(sink.lines().size(), 5);
}

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
