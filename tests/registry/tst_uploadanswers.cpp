#include "tests/support/uploadfaults.h"

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

using Registry = ScriptedRegistry;
using Run = UploadRun;
using Bench = UploadBench;

QList<UploadFault> locationRows()
{
    return {
        {.name = "plain: four chunks",
         .check =
             [](Registry &r, const Run &run, Bench &) {
                 QCOMPARE(bodies(r, "PATCH"), Sizes({1000, 1000, 1000, 500}));
                 QCOMPARE(bodies(r, "PUT"), Sizes({0}));
                 QCOMPARE(count(r, "GET"), 0);
                 QCOMPARE(run.result->sentBytes, fourChunks);
                 QCOMPARE(run.retries, 0);
             }},
        {.name = "plain: one piece",
         .size = small,
         .check =
             [](Registry &r, const Run &, Bench &) {
                 QCOMPARE(r.requests({}, QStringLiteral("/blobs/")).size(), 3); // HEAD, POST, PUT
                 QCOMPARE(bodies(r, "PUT"), Sizes({small}));
             }},
        {.name = "fact 7: no bytes at all",
         .size = 0,
         .check =
             [](Registry &r, const Run &, Bench &) {
                 QCOMPARE(count(r, "PATCH"), 0);
                 QCOMPARE(r.requests("PUT").constFirst().header("Content-Length"), "0");
             }},
        {.name = "fact 7: Content-Range has no unit and no total",
         .check =
             [](Registry &r, const Run &, Bench &) {
                 QCOMPARE(r.requests("PATCH").constFirst().header("Content-Range"), "0-999");
                 QCOMPARE(r.requests("PATCH").constLast().header("Content-Range"), "3000-3499");
                 QCOMPARE(r.requests("POST").constFirst().header("Content-Length"), "0");
             }},
        {.name = "fact 1: absolute Location on another host, which gets no Authorization",
         .registry =
             [](MemoryRegistry &memory) {
                 memory.basic = "user:secret";
                 memory.openHost = "localhost";
                 memory.location = [realm = memory.realm](const QByteArray &path) {
                     const QByteArray port = realm.split(':').at(2).split('/').constFirst();
                     return "http://localhost:" + port + path;
                 };
             },
         .bench =
             [](Bench &bench) {
                 bench.settings.credentials = {.username = QStringLiteral("user"),
                                               .password = QStringLiteral("secret"),
                                               .identityToken = {}};
             },
         .check =
             [](Registry &r, const Run &, Bench &) {
                 for (const SeenRequest &seen : r.requests("PATCH"))
                     QVERIFY(seen.header("Host").startsWith("localhost") &&
                             seen.header("Authorization").isEmpty());
                 QVERIFY(r.requests("PUT").constFirst().header("Authorization").isEmpty());
                 QVERIFY(!r.requests("POST").constLast().header("Authorization").isEmpty());
             }},
        {.name = "fact 2: Location without the port",
         .registry =
             [](MemoryRegistry &memory) {
                 memory.location = [](const QByteArray &path) {
                     return "http://127.0.0.1" + path;
                 };
             }},
        {.name = "POST without a Location",
         .rules = {on("POST", Fault::amended([](Answer &answer) { answer.without("Location"); }))},
         .error = ErrorCode::ProtocolViolation},
        {.name = "POST answered 201 without a mount",
         .rules = {on("POST", withStatus(201))},
         .error = ErrorCode::ProtocolViolation},
    };
}

QList<UploadFault> rangeRows()
{
    const auto fourBodies = [](Registry &r, const Run &, Bench &) {
        QCOMPARE(bodies(r, "PATCH"), Sizes({1000, 1000, 1000, 500}));
    };
    const auto onePut = [](Registry &r, const Run &, Bench &bench) {
        QCOMPARE(bodies(r, "PUT").constLast(), fourChunks);
        QVERIFY(remembered(r, bench).noChunks);
        QVERIFY(count(r, "DELETE") <= 1);
        const qsizetype before = count(r, "PATCH");
        bench.upload.skipExisting = false;
        QVERIFY(bench.run(r.url()).result); // the next run knows
        QCOMPARE(count(r, "PATCH"), before);
    };
    return {
        {.name = "fact 6: Range of POST is 0--1",
         .rules = {on("POST", withRange("0--1"))},
         .check = fourBodies},
        {.name = "fact 6: Range with a unit",
         .rules = {on("PATCH", withRange("bytes=0-999"))},
         .check = fourBodies},
        {.name = "fact 6: no Range",
         .rules = {on("PATCH", Fault::amended([](Answer &a) { a.without("Range"); }), -1)},
         .check = fourBodies},
        {.name = "fact 8: PATCH answered 201",
         .rules = {on("PATCH", withStatus(201), -1)},
         .check = fourBodies},
        {.name = "fact 8: PATCH answered 204",
         .rules = {on("PATCH", withStatus(204), -1)},
         .check = fourBodies},
        {.name = "fact 8: PUT answered 200", .rules = {on("PUT", withStatus(200))}, .check = fourBodies},
        {.name = "fact 8: PUT answered 202", .rules = {on("PUT", withStatus(202))}, .check = fourBodies},
        {.name = "fact 8: PUT answered 204", .rules = {on("PUT", withStatus(204))}, .check = fourBodies},
        {.name = "fact 8: Range beyond what was sent",
         .rules = {on("PATCH", withRange("0-99999"), -1)},
         .check = fourBodies},
        {.name = "fact 8: Range does not advance",
         .rules = {on("PATCH", withRange("0-0"), -1)},
         .check = onePut},
        {.name = "fact 8: Range freezes later",
         .rules = {on("PATCH", withRange("0-999"), -1)},
         .check = onePut},
        {.name = "fact 10: PATCH is refused, 405", .rules = {on("PATCH", refused(405), -1)}, .check = onePut},
        {.name = "fact 10: PATCH is refused, 404", .rules = {on("PATCH", refused(404), -1)}, .check = onePut},
        {.name = "fact 10: PATCH is refused, UNSUPPORTED",
         .rules = {on("PATCH", refused(400, "UNSUPPORTED"), -1)},
         .check = onePut},
    };
}

QList<UploadFault> sizeRows()
{
    const auto halved = [](Registry &r, const Run &run, Bench &bench) {
        QCOMPARE(remembered(r, bench).maxChunk, 250);
        QCOMPARE(run.retries, 0);
        r.forgetRequests();
        bench.upload.skipExisting = false;
        QVERIFY(bench.run(r.url()).result); // the next run knows
        QCOMPARE(count(r, "PATCH"), 14);
    };
    const auto needsPatch = [](Registry &r, const Run &, Bench &bench) {
        QCOMPARE(bodies(r, "PATCH"), Sizes({small}));
        QVERIFY(remembered(r, bench).needsPatch);
        r.forgetRequests();
        bench.upload.skipExisting = false;
        QVERIFY(bench.run(r.url()).result);
        QCOMPARE(bodies(r, "PUT"), Sizes({0}));
    };
    return {
        {.name = "fact 9: 416 means too large a chunk",
         .rules = {onLarge("PATCH", 250, refused(416))},
         .check = halved},
        {.name = "fact 9: 413 on PATCH", .rules = {onLarge("PATCH", 250, refused(413))}, .check = halved},
        {.name = "fact 9: 413 before the body was read",
         .size = 1'000'000,
         .rules = {onLarge("PATCH", 300'000, Fault::refuseEarly({413, {}, "<html>too large</html>"}))},
         .bench = [](Bench &bench) { bench.settings.uploadChunk = 500'000; },
         .check =
             [](Registry &r, const Run &, Bench &bench) {
                 QCOMPARE(remembered(r, bench).maxChunk, 250'000);
             }},
        {.name = "fact 9: 413 on a PUT in one piece",
         .size = small,
         .rules = {onLarge("PUT", 300, refused(413))},
         .check =
             [](Registry &r, const Run &, Bench &bench) {
                 QCOMPARE(bodies(r, "PATCH"), Sizes({350, 350}));
                 QCOMPARE(remembered(r, bench).maxChunk, 350);
                 QCOMPARE(count(r, "DELETE"), 1);
             }},
        {.name = "fact 9: all sizes are too large",
         .rules = {onLarge("PATCH", 0, refused(413)), onLarge("PUT", 0, refused(413))},
         .error = ErrorCode::BodyTooLarge,
         .check =
             [](Registry &r, const Run &, Bench &bench) {
                 RegistryMemory::Traits nothing; // worked, so nothing is learnt of sizes
                 nothing.asksNothing = true;
                 QCOMPARE(remembered(r, bench), nothing);
                 QCOMPARE(openUploads(r), 0);
             }},
        {.name = "fact 9: OCI-Chunk-Min-Length",
         .registry = [](MemoryRegistry &m) { m.uploadHeaders = {{"OCI-Chunk-Min-Length", "1500"}}; },
         .check =
             [](Registry &r, const Run &, Bench &bench) {
                 QCOMPARE(bodies(r, "PATCH"), Sizes({1500, 1500, 500}));
                 QCOMPARE(remembered(r, bench).minChunk, 1500);
             }},
        {.name = "fact 9: OCI-Chunk-Max-Length",
         .registry = [](MemoryRegistry &m) { m.uploadHeaders = {{"OCI-Chunk-Max-Length", "900"}}; },
         .check =
             [](Registry &r, const Run &, Bench &bench) {
                 QCOMPARE(bodies(r, "PATCH"), Sizes({900, 900, 900, 800}));
                 QCOMPARE(remembered(r, bench).maxChunk, 900);
             }},
        {.name = "fact 10: a body in PUT is refused, 400",
         .size = small,
         .rules = {onLarge("PUT", 0, refused(400))},
         .check = needsPatch},
        {.name = "fact 10: a body in PUT is refused, 405",
         .size = small,
         .rules = {onLarge("PUT", 0, refused(405))},
         .check = needsPatch},
        {.name = "fact 10: a body in PUT is refused, 411",
         .size = small,
         .rules = {onLarge("PUT", 0, refused(411))},
         .check = needsPatch},
    };
}

} // namespace

class TestUploadAnswers final : public QObject
{
    Q_OBJECT

private slots:
    void readsAnswers_data() { addRows(locationRows()); }

    void readsAnswers()
    {
        QFETCH(qsizetype, index);
        tryFault(locationRows().at(index));
    }

    void believesRanges_data() { addRows(rangeRows()); }

    void believesRanges()
    {
        QFETCH(qsizetype, index);
        tryFault(rangeRows().at(index));
    }

    void findsTheWay_data() { addRows(sizeRows()); }

    void findsTheWay()
    {
        QFETCH(qsizetype, index);
        tryFault(sizeRows().at(index));
    }
};

QTEST_GUILESS_MAIN(TestUploadAnswers)
#include "tst_uploadanswers.moc"
