#include "core/registry/ratelimiter.h"
#include "tests/support/uploadfaults.h"

#include <QDateTime>

#include <thread>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

using Registry = ScriptedRegistry;
using Run = UploadRun;
using Bench = UploadBench;

QList<UploadFault> paceRows()
{
    QList<UploadFault> rows;
    const auto once = [](Registry &r, const Run &run, Bench &) {
        QCOMPARE(run.retries, 1);
        QCOMPARE(count(r, "POST") + count(r, "PATCH"), 6);
    };
    for (const int status : {408, 425, 429, 500, 502, 503, 504}) {
        static const QHash<int, const char *> names{
            {408, "fact 23: 408"}, {425, "fact 23: 425"}, {429, "fact 23: 429"}, {500, "fact 23: 500"},
            {502, "fact 23: 502"}, {503, "fact 23: 503"}, {504, "fact 23: 504"}};
        rows.append(
            {.name = names.value(status), .rules = {on("PATCH", refused(status), 1, 2)}, .check = once});
    }
    const auto final = [](Registry &r, const Run &run, Bench &) {
        QCOMPARE(run.retries, 0);
        QCOMPARE(openUploads(r), 0); // the session was deleted
    };
    rows += QList<UploadFault>{
        {.name = "fact 23: POST answered 503", .rules = {on("POST", refused(503))}, .check = once},
        {.name = "fact 23: POST without an answer",
         .rules = {on("POST", Fault::hang())},
         .bench = [](Bench &b) { b.settings.idleTimeout = 300ms; },
         .check = once},
        {.name = "fact 23: PATCH without an answer",
         .rules = {on("PATCH", Fault::hang(), 1, 1)},
         .bench = [](Bench &b) { b.settings.idleTimeout = 300ms; },
         .check = once},
        {.name = "fact 23: other answers are final",
         .rules = {on("PATCH", refused(418), -1, 1)},
         .error = ErrorCode::ServerFailed,
         .check = final},
        {.name = "fact 23: not allowed",
         .rules = {on("PATCH", refused(403, "DENIED"), -1, 1)},
         .error = ErrorCode::Denied,
         .check = final},
        {.name = "fact 23: POST not allowed",
         .rules = {on("POST", refused(403, "DENIED"), -1)},
         .error = ErrorCode::Denied,
         .check = final},
        {.name = "fact 23: the number of tries is kept",
         .rules = {on("PATCH", refused(503), -1, 1)},
         .error = ErrorCode::ServerFailed,
         .check =
             [](Registry &r, const Run &run, Bench &bench) {
                 QCOMPARE(run.retries, 3);
                 QCOMPARE(count(r, "PATCH"), 5);
                 QVERIFY(!bench.journalFiles().isEmpty()); // the line may come back
                 QCOMPARE(openUploads(r), 1);
             }},
        {.name = "fact 23: success resets the count",
         .rules = {on("PATCH", refused(503), 3, 0), on("PATCH", refused(503), 3, 1),
                   on("PATCH", refused(503), 3, 2)},
         .check =
             [](Registry &, const Run &run, Bench &) {
                 QCOMPARE(run.retries, 9);
             }},
        {.name = "fact 23: Retry-After in seconds",
         .rules = {on("PATCH", Fault::reply({429, {{"Retry-After", "1"}}, {}}))},
         .check =
             [](Registry &, const Run &run, Bench &) {
                 QCOMPARE(run.retries, 1);
                 QCOMPARE_GE(QDateTime::currentMSecsSinceEpoch(), run.retryAtMs - 20);
             }},
        {.name = "fact 27: no space behind the registry",
         .rules = {on("PATCH",
                      Fault::reply(errorAnswer(500, "UNKNOWN", "write /var: no space left on device")), -1,
                      1)},
         .error = ErrorCode::RegistryStorage,
         .check =
             [](Registry &, const Run &run, Bench &) {
                 QCOMPARE(run.retries, 0);
             }},
        {.name = "fact 27: 413 for a quota is no matter of chunks",
         .rules = {on("PATCH", Fault::reply(errorAnswer(413, "DENIED", "quota exceeded")), -1)},
         .error = ErrorCode::RegistryStorage,
         .check =
             [](Registry &r, const Run &, Bench &) {
                 QCOMPARE(count(r, "PATCH"), 1);
             }},
        {.name = "fact 27: nor in one piece",
         .size = small,
         .rules = {on("PUT", Fault::reply(errorAnswer(413, "DENIED", "quota exceeded")), -1)},
         .error = ErrorCode::RegistryStorage,
         .check =
             [](Registry &r, const Run &, Bench &) {
                 QCOMPARE(count(r, "PATCH"), 0);
             }},
        {.name = "fact 27: quota",
         .rules = {on("PUT", Fault::reply(errorAnswer(403, "DENIED", "storage quota exceeded")), -1)},
         .error = ErrorCode::RegistryStorage},
        {.name = "fact 27: 507",
         .rules = {on("POST", refused(507), -1)},
         .error = ErrorCode::RegistryStorage},
    };
    return rows;
}

template<typename Condition> bool waitFor(Condition condition)
{
    for (int i = 0; i < 1000 && !condition(); ++i)
        std::this_thread::sleep_for(10ms);
    return condition();
}

} // namespace

class TestUploadPace final : public QObject
{
    Q_OBJECT

private slots:
    void keepsThePace_data() { addRows(paceRows()); }

    void keepsThePace()
    {
        QFETCH(qsizetype, index);
        tryFault(paceRows().at(index));
    }

    /// As from the window: the rate of all registries together is this one's too, and changes while blobs are
    /// on their way.
    void oneRateForAllRegistries()
    {
        ScriptedRegistry server;
        Bench bench(400'000);
        bench.settings.limiter = std::make_shared<RateLimiter>();
        bench.settings.limiter->setRate(1000);
        std::thread freeing([&] {
            if (waitFor([&] { return count(server, "POST") == 1; }))
                bench.settings.limiter->setRate(0);
        });
        const Run run = bench.run(server.url()); // at the first rate it would take minutes
        freeing.join();
        QVERIFY(run.result);
        QCOMPARE(stored(server, bench), bench.bytes);
        QCOMPARE(bench.settings.limiter->rate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestUploadPace)
#include "tst_uploadpace.moc"
