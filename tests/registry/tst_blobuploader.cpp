#include "core/registry/registrymemory.h"
#include "tests/support/uploadbench.h"

#include <QDateTime>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <thread>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 chunk = 1000;
constexpr qint64 fourChunks = 3500;
constexpr qint64 small = 700;

const QString uploadsPath = QStringLiteral("/blobs/uploads/");

/// One row of the fault matrix: what goes wrong, and what shows that it was overcome as it should be.
struct Row
{
    const char *name;
    qint64 size = fourChunks;
    QList<Rule> rules{};
    std::function<void(MemoryRegistry &)> registry{};
    std::function<void(UploadBench &)> bench{};
    std::optional<ErrorCode> error{};
    std::function<void(ScriptedRegistry &, const UploadRun &, UploadBench &)> check{};
};

Rule on(const QByteArray &method, Fault fault, int times = 1, int skip = 0)
{
    return {.method = method, .path = uploadsPath, .fault = std::move(fault), .times = times, .skip = skip};
}

Rule onHead(Fault fault, int times = 1)
{
    return {.method = "HEAD",
            .path = QStringLiteral("/blobs/sha256:"),
            .fault = std::move(fault),
            .times = times};
}

/// Bodies above `limit` meet the fault.
Rule onLarge(const QByteArray &method, qint64 limit, Fault fault)
{
    Rule rule = on(method, std::move(fault), -1);
    rule.headIs = [limit](const SeenRequest &seen) {
        return seen.header("Content-Length").toLongLong() > limit;
    };
    return rule;
}

Rule onMount(Fault fault, int times = 1)
{
    Rule rule = on("POST", std::move(fault), times);
    rule.headIs = [](const SeenRequest &seen) {
        return seen.query.hasQueryItem(QStringLiteral("mount"));
    };
    return rule;
}

Fault withRange(const QByteArray &range)
{
    return Fault::amended([range](Answer &answer) { answer.with("Range", range); });
}

Fault withStatus(int status)
{
    return Fault::amended([status](Answer &answer) { answer.status = status; });
}

Fault actedBut(const Answer &said)
{
    return Fault::amended([said](Answer &answer) { answer = said; });
}

Fault refused(int status, const QByteArray &code = {})
{
    return Fault::reply(code.isEmpty() ? Answer{status, {{"Content-Type", "text/html"}}, "<html>no</html>"}
                                       : errorAnswer(status, code));
}

QList<qint64> bodies(ScriptedRegistry &registry, const QByteArray &method)
{
    QList<qint64> sizes;
    for (const SeenRequest &seen : registry.requests(method, uploadsPath))
        sizes.append(seen.bodySize);
    return sizes;
}

qsizetype count(ScriptedRegistry &registry, const QByteArray &method)
{
    return registry.requests(method, uploadsPath).size();
}

RegistryMemory::Traits remembered(ScriptedRegistry &registry, const UploadBench &bench)
{
    return RegistryMemory(bench.settings.memoryFile, registry.hostAndPort()).traits();
}

using Registry = ScriptedRegistry;
using Run = UploadRun;
using Bench = UploadBench;
using Sizes = QList<qint64>;

void source(MemoryRegistry &memory, const Bench &bench)
{
    memory.blobs[QStringLiteral("team/base")].insert(bench.digest(), bench.bytes);
}

void mountFromBase(Bench &bench)
{
    bench.upload.mountCandidates = {RepositoryName::parse(u"team/base").value()};
}

// Facts are those of the registry-protocol table.

QList<Row> locationRows()
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

QList<Row> rangeRows()
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

QList<Row> sizeRows()
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
                 QCOMPARE(remembered(r, bench),
                          RegistryMemory::Traits{}); // nothing worked, so nothing is learnt
                 QCOMPARE(r.with([](MemoryRegistry &memory) { return memory.uploads.size(); }), 0);
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

QList<Row> sessionRows()
{
    const auto startedAgain = [](Registry &r, const Run &run, Bench &) {
        QCOMPARE(count(r, "POST"), 2);
        QCOMPARE(run.retries, 1);
        QVERIFY(run.note.contains(u"starts again"));
        QCOMPARE_GT(run.result->sentBytes, fourChunks);
    };
    const auto wentOn = [](Registry &r, const Run &run, Bench &) {
        QCOMPARE(count(r, "POST"), 1);
        QCOMPARE(count(r, "GET"), 1);
        QCOMPARE(run.retries, 1);
    };
    const auto noRetry = [](Registry &r, const Run &run, Bench &) {
        QCOMPARE(run.retries, 0);
        QCOMPARE(count(r, "POST"), 1);
    };
    return {
        {.name = "fact 11: BLOB_UPLOAD_UNKNOWN",
         .rules = {on("PATCH", refused(404, "BLOB_UPLOAD_UNKNOWN"), 1, 1)},
         .check = startedAgain},
        {.name = "fact 11: BLOB_UPLOAD_INVALID",
         .rules = {on("PATCH", refused(400, "BLOB_UPLOAD_INVALID"), 1, 1)},
         .check = startedAgain},
        {.name = "fact 11: 404 without a word",
         .rules = {on("PATCH", refused(404), 1, 1)},
         .check = startedAgain},
        {.name = "fact 11: 404 in the end",
         .rules = {on("PUT", refused(404, "BLOB_UPLOAD_UNKNOWN"))},
         .check = startedAgain},
        {.name = "fact 11: always forgotten",
         .rules = {on("PATCH", refused(404, "BLOB_UPLOAD_UNKNOWN"), -1, 1)},
         .error = ErrorCode::NotFound,
         .check =
             [](Registry &r, const Run &run, Bench &) {
                 QCOMPARE(run.retries, 3);
                 QCOMPARE(count(r, "POST"), 4);
             }},
        {.name = "fact 11: asked where to go on",
         .rules = {on("PATCH", refused(503), 1, 1)},
         .check = wentOn},
        {.name = "fact 11: asked, 404",
         .rules = {on("PATCH", refused(503), 1, 1), on("GET", refused(404))},
         .check = startedAgain},
        {.name = "fact 11: asked, 405",
         .rules = {on("PATCH", refused(503), 1, 1), on("GET", refused(405))},
         .check = startedAgain},
        {.name = "fact 11: asked, offset beyond the blob",
         .rules = {on("PATCH", refused(503), 1, 1), on("GET", withRange("0-9999"))},
         .check = startedAgain},
        {.name = "fact 11: asked, no Range",
         .rules = {on("PATCH", refused(503), 1, 1),
                   on("GET", Fault::amended([](Answer &a) { a.without("Range"); }))},
         .check = startedAgain},
        {.name = "fact 11: the registry took it and answered 502",
         .rules = {on("PATCH", actedBut(refused(502).answer.value()), 1, 1)},
         .registry = [](MemoryRegistry &memory) { memory.onlyNewest = false; },
         .check =
             [](Registry &r, const Run &run, Bench &) {
                 QCOMPARE(bodies(r, "PATCH"), Sizes({1000, 1000, 1000, 500}));
                 QCOMPARE(run.result->sentBytes, fourChunks);
             }},
        {.name = "fact 12: a torn PATCH spoils the session",
         .rules = {on("PATCH", Fault::cutRequest(400), 1, 1)},
         .registry = [](MemoryRegistry &memory) { memory.tornKills = true; },
         .check =
             [](Registry &r, const Run &run, Bench &bench) {
                 QCOMPARE(count(r, "POST"), 2);
                 QVERIFY(run.note.contains(u"starts again"));
                 QVERIFY(!remembered(r, bench).noChunks);
             }},
        {.name = "a torn PATCH that was thrown away",
         .rules = {on("PATCH", Fault::cutRequest(400), 1, 1)},
         .check =
             [](Registry &r, const Run &, Bench &) {
                 QCOMPARE(count(r, "POST"), 1);
             }},
        {.name = "fact 12: DIGEST_INVALID once",
         .rules = {on("PUT", actedBut(errorAnswer(400, "DIGEST_INVALID")))},
         .check =
             [](Registry &r, const Run &run, Bench &) {
                 QCOMPARE(count(r, "POST"), 2);
                 QCOMPARE(run.retries, 0);
             }},
        {.name = "fact 12: DIGEST_INVALID twice",
         .rules = {on("PUT", refused(400, "DIGEST_INVALID"), -1)},
         .error = ErrorCode::ServerFailed,
         .check =
             [](Registry &r, const Run &, Bench &) {
                 QCOMPARE(count(r, "POST"), 2);
             }},
        {.name = "fact 12: DIGEST_INVALID because the file is damaged",
         .bench = [](Bench &bench) { bench.damageFile(); },
         .error = ErrorCode::DigestMismatch,
         .check =
             [](Registry &r, const Run &run, Bench &bench) {
                 QCOMPARE(run.result.error().where, bench.upload.file);
                 QCOMPARE(count(r, "POST"), 1);
             }},
        {.name = "fact 13: PUT was done, answered 500",
         .rules = {on("PUT", actedBut(refused(500).answer.value()))},
         .check = noRetry},
        {.name = "fact 13: PUT was done, answered 504",
         .rules = {on("PUT", actedBut(refused(504).answer.value()))},
         .check = noRetry},
        {.name = "fact 13: PUT was done, Nexus answered 400",
         .rules = {on("PUT", actedBut(refused(400).answer.value()))},
         .check = noRetry},
        {.name = "fact 13: PUT was done, the line cut",
         .rules = {on("PUT", Fault::cutAnswer(0))},
         .check = noRetry},
        {.name = "fact 13: PUT was done, no answer",
         .rules = {on("PUT", Fault::actAndHang())},
         .bench = [](Bench &bench) { bench.settings.commitTimeout = 300ms; },
         .check = noRetry},
        {.name = "fact 13: PUT in one piece was done, answered 500",
         .size = small,
         .rules = {on("PUT", actedBut(refused(500).answer.value()))},
         .check = noRetry},
        {.name = "fact 13: PUT was not done",
         .rules = {on("PUT", refused(500))},
         .check =
             [](Registry &r, const Run &run, Bench &) {
                 QCOMPARE(bodies(r, "PATCH"), Sizes({1000, 1000, 1000, 500}));
                 QCOMPARE(bodies(r, "PUT"), Sizes({0, 0}));
                 QCOMPARE(run.retries, 1);
             }},
        {.name = "fact 13: a commit may take longer than an answer",
         .rules = {on("PUT", Fault::amended([](Answer &) { QThread::msleep(600); }))},
         .bench = [](Bench &bench) { bench.settings.idleTimeout = 300ms; },
         .check = noRetry},
        {.name = "fact 13: a commit in one piece, too",
         .size = small,
         .rules = {on("PUT", Fault::amended([](Answer &) { QThread::msleep(600); }))},
         .bench = [](Bench &bench) { bench.settings.idleTimeout = 300ms; },
         .check = noRetry},
        {.name = "fact 13: but its body is not waited for so long",
         .size = 20'000'000,
         .rules = {on("PUT", Fault::stallRequest(1000))},
         .bench =
             [](Bench &bench) {
                 bench.settings.uploadChunk = 20'000'000;
                 bench.settings.idleTimeout = 300ms;
                 bench.settings.commitTimeout = 60s;
             },
         .check = [](Registry &, const Run &run, Bench &) { QCOMPARE(run.retries, 1); }},
    };
}

QList<Row> presenceRows()
{
    const auto pushed = [](Registry &r, const Run &run, Bench &) {
        QCOMPARE(run.result->outcome, UploadOutcome::Uploaded);
        QCOMPARE(r.requests("HEAD").size(), 1);
    };
    const auto plainPost = [](Registry &r, const Run &run, Bench &) {
        QCOMPARE(run.result->outcome, UploadOutcome::Uploaded);
        QCOMPARE(count(r, "POST"), 2);
        QVERIFY(!r.requests("POST").constLast().query.hasQueryItem(QStringLiteral("mount")));
    };
    return {
        {.name = "fact 15: HEAD answered 401",
         .rules = {onHead(refused(401), 2)},
         .check =
             [](Registry &, const Run &run, Bench &) {
                 QCOMPARE(run.result->outcome, UploadOutcome::Uploaded);
             }},
        {.name = "fact 15: HEAD answered 403", .rules = {onHead(refused(403))}, .check = pushed},
        {.name = "fact 15: HEAD answered 500", .rules = {onHead(refused(500))}, .check = pushed},
        {.name = "fact 15: HEAD answered 405, which is remembered",
         .rules = {onHead(refused(405))},
         .check =
             [](Registry &r, const Run &run, Bench &bench) {
                 QCOMPARE(run.result->outcome, UploadOutcome::Uploaded);
                 QVERIFY(remembered(r, bench).noHead);
                 QVERIFY(bench.run(r.url()).result);
                 QCOMPARE(r.requests("HEAD").size(), 1);
             }},
        {.name = "fact 15: without asking",
         .bench = [](Bench &bench) { bench.upload.skipExisting = false; },
         .check =
             [](Registry &r, const Run &, Bench &) {
                 QCOMPARE(r.requests("HEAD").size(), 0);
             }},
        {.name = "fact 14: mount answered 202, whose session is used",
         .registry = [](MemoryRegistry &m) { m.mountsAnswer202 = true; },
         .bench = mountFromBase,
         .check =
             [](Registry &r, const Run &run, Bench &) {
                 QCOMPARE(run.result->outcome, UploadOutcome::Uploaded);
                 QCOMPARE(count(r, "POST"), 1);
                 QCOMPARE(r.requests("POST").constFirst().argument(QStringLiteral("from")),
                          QStringLiteral("team/base"));
                 QCOMPARE(r.with([](MemoryRegistry &m) { return m.uploads.size(); }), 0);
             }},
        {.name = "fact 14: mount answered 400",
         .rules = {onMount(refused(400))},
         .bench = mountFromBase,
         .check = plainPost},
        {.name = "fact 14: mount answered 404",
         .rules = {onMount(refused(404))},
         .bench = mountFromBase,
         .check = plainPost},
        {.name = "fact 14: mount answered 500",
         .rules = {onMount(refused(500))},
         .bench = mountFromBase,
         .check = plainPost},
        {.name = "fact 14: mount answered 401",
         .rules = {onMount(refused(401), 2)},
         .bench = mountFromBase,
         .check =
             [](Registry &, const Run &run, Bench &) {
                 QCOMPARE(run.result->outcome, UploadOutcome::Uploaded);
             }},
        {.name = "fact 14: mount answered 405, which is remembered",
         .rules = {onMount(refused(405))},
         .bench = mountFromBase,
         .check =
             [](Registry &r, const Run &, Bench &bench) {
                 QVERIFY(remembered(r, bench).noMount);
             }},
    };
}

QList<Row> paceRows()
{
    QList<Row> rows;
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
        QCOMPARE(r.with([](MemoryRegistry &m) { return m.uploads.size(); }), 0); // the session was deleted
    };
    rows += QList<Row>{
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
                 QCOMPARE(r.with([](MemoryRegistry &m) { return m.uploads.size(); }), 1);
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
        {.name = "fact 27: quota",
         .rules = {on("PUT", Fault::reply(errorAnswer(403, "DENIED", "storage quota exceeded")), -1)},
         .error = ErrorCode::RegistryStorage},
        {.name = "fact 27: 507",
         .rules = {on("POST", refused(507), -1)},
         .error = ErrorCode::RegistryStorage},
    };
    return rows;
}

const QList<Row> &rows()
{
    static const QList<Row> all =
        locationRows() + rangeRows() + sizeRows() + sessionRows() + presenceRows() + paceRows();
    return all;
}

} // namespace

class TestBlobUploader final : public QObject
{
    Q_OBJECT

private slots:
    void faults_data()
    {
        QTest::addColumn<qsizetype>("index");
        for (qsizetype i = 0; i < rows().size(); ++i)
            QTest::newRow(rows().at(i).name) << i;
    }

    void faults()
    {
        QFETCH(qsizetype, index);
        const Row &row = rows().at(index);
        ScriptedRegistry registry;
        UploadBench bench(row.size);
        bench.settings.uploadChunk = chunk;
        if (row.bench)
            row.bench(bench);
        if (row.registry)
            registry.with(row.registry);
        for (const Rule &rule : row.rules)
            registry.add(rule);

        const UploadRun run = bench.run(registry.url());
        QVERIFY(row.rules.isEmpty() || registry.faultsUsed() > 0);
        if (row.error) {
            QVERIFY(!run.result);
            QCOMPARE(errorCodeName(run.result.error().code), errorCodeName(*row.error));
            QCOMPARE(run.phase, Phase::Failed);
        } else {
            QVERIFY2(run.result, run.result ? "" : qPrintable(run.result.error().detail));
            QCOMPARE(run.phase, Phase::Done);
            QCOMPARE(run.done, row.size);
            QCOMPARE(stored(registry, bench), bench.bytes);
            QCOMPARE(bench.journalFiles(), QStringList());
        }
        if (row.check)
            row.check(registry, run, bench);
    }

    void sendsNothingThatIsThere()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        registry.with([&](MemoryRegistry &memory) {
            memory.blobs[QStringLiteral("team/app")].insert(bench.digest(), bench.bytes);
        });
        const UploadRun run = bench.run(registry.url());
        QCOMPARE(run.result->outcome, UploadOutcome::AlreadyThere);
        QCOMPARE(run.phase, Phase::AlreadyThere);
        QCOMPARE(run.result->sentBytes, 0);
        QCOMPARE(registry.requests({}, QStringLiteral("/blobs/")).size(), 1);
    }

    /// registry-protocol, fact 14: the scope of the token holds `pull` on the source, or the mount is
    /// refused.
    void mountsWithTheRightScope()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        mountFromBase(bench);
        registry.with([&](MemoryRegistry &memory) {
            memory.bearer = true;
            source(memory, bench);
        });
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        QCOMPARE(run.result->outcome, UploadOutcome::Mounted);
        QCOMPARE(run.phase, Phase::Mounted);
        QCOMPARE(run.done, fourChunks);
        QCOMPARE(stored(registry, bench), bench.bytes);
    }

    /// registry-protocol, fact 19: a token that ends in the middle costs one chunk, not the blob.
    void renewsTokensInTheMiddle()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        registry.with([](MemoryRegistry &memory) { memory.bearer = true; });
        registry.add(on("PATCH", Fault::amended([&](Answer &) {
                            registry.with([](MemoryRegistry &memory) { memory.expireTokens(); });
                        }),
                        1, 1));
        const UploadRun run = bench.run(registry.url());
        QVERIFY2(run.result, run.result ? "" : qPrintable(run.result.error().detail));
        QCOMPARE(run.retries, 0);
        QCOMPARE(bodies(registry, "PATCH"), Sizes({1000, 1000, 1000, 1000, 500}));
        QCOMPARE(run.result->sentBytes, fourChunks + 1000);
        QCOMPARE(stored(registry, bench), bench.bytes);
    }

    void goesOnWhereAnEarlierRunWasStopped_data()
    {
        QTest::addColumn<bool>("mountLeavesASession");
        QTest::newRow("plain") << false;
        QTest::newRow("and deletes the session that a mount has left") << true;
    }

    void goesOnWhereAnEarlierRunWasStopped()
    {
        QFETCH(bool, mountLeavesASession);
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        QVERIFY(stopAfterTwoChunks(registry, bench));

        registry.forgetRequests();
        if (mountLeavesASession)
            mountFromBase(bench);
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        QCOMPARE(run.result->resumedFrom, 2000);
        QCOMPARE(run.result->sentBytes, 1500);
        QCOMPARE(bodies(registry, "PATCH"), Sizes({1000, 500}));
        QCOMPARE(count(registry, "POST"), mountLeavesASession ? 1 : 0);
        QCOMPARE(count(registry, "DELETE"), mountLeavesASession ? 1 : 0);
        QCOMPARE(stored(registry, bench), bench.bytes);
        QCOMPARE(bench.journalFiles(), QStringList());
        QCOMPARE(registry.with([](MemoryRegistry &memory) { return memory.uploads.size(); }), 0);
    }

    void startsAgainWhereTheRegistryForgot()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        QVERIFY(stopAfterTwoChunks(registry, bench));
        registry.with([](MemoryRegistry &memory) { memory.uploads.clear(); });
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        QCOMPARE(run.result->resumedFrom, 0);
        QCOMPARE(run.result->sentBytes, fourChunks);
        QVERIFY(run.note.contains(u"starts again"));
        QCOMPARE(run.retries, 0);
        QCOMPARE(stored(registry, bench), bench.bytes);
    }

    void waitsForARegistryThatCannotAnswerForTheSessionYet()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        QVERIFY(stopAfterTwoChunks(registry, bench));
        registry.add(on("GET", refused(503)));
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        QCOMPARE(run.retries, 1);
        QCOMPARE(run.result->resumedFrom, 2000);
    }

    /// registry-protocol, fact 8: what the answer to a PATCH says goes, also where it is less than was sent.
    void resendsWhatTheRegistryDidNotTake()
    {
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        registry.add(on(
            "PATCH", Fault::amended([&](Answer &answer) {
                registry.with([&](MemoryRegistry &memory) { memory.uploads.first().bytes.truncate(1400); });
                answer.with("Range", "0-1399")
                    .with("Location", QByteArray(answer.headers.constFirst().second).replace("2000", "1400"));
            }),
            1, 1));
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        QCOMPARE(bodies(registry, "PATCH"), Sizes({1000, 1000, 1000, 1000, 100}));
        QCOMPARE(stored(registry, bench), bench.bytes);
    }

    void honoursRetryAfterInBothForms_data()
    {
        QTest::addColumn<bool>("asDate");
        QTest::newRow("seconds") << false;
        QTest::newRow("date") << true;
    }

    void honoursRetryAfterInBothForms()
    {
        QFETCH(bool, asDate);
        ScriptedRegistry registry;
        UploadBench bench(small);
        const QDateTime start = QDateTime::currentDateTimeUtc();
        const QString date =
            QLocale::c().toString(start.addSecs(3), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        registry.add(on("POST", Fault::reply({503,
                                              {{"Retry-After", asDate ? date.toLatin1() : QByteArray("2")}},
                                              "maintenance"})));
        const UploadRun run = bench.run(registry.url());
        QVERIFY(run.result);
        // A date is exact to the second only.
        QCOMPARE_GE(start.msecsTo(QDateTime::currentDateTimeUtc()), asDate ? 1950 : 1990);
        QCOMPARE_GE(run.retryAtMs, start.toMSecsSinceEpoch() + (asDate ? 1950 : 1990));
        QVERIFY(run.note.contains(u"503"));
    }

    void aStopEndsEveryWait_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("inPause");
        QTest::newRow("HEAD") << QByteArray("HEAD") << false;
        QTest::newRow("POST") << QByteArray("POST") << false;
        QTest::newRow("PATCH") << QByteArray("PATCH") << false;
        QTest::newRow("PUT") << QByteArray("PUT") << false;
        QTest::newRow("the pause before a repetition") << QByteArray("PATCH") << true;
    }

    void aStopEndsEveryWait()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, inPause);
        ScriptedRegistry registry;
        UploadBench bench(fourChunks);
        bench.settings.uploadChunk = chunk;
        std::stop_source stop;
        Rule rule{.method = method,
                  .path = {},
                  .fault = inPause ? Fault::reply({503, {{"Retry-After", "60"}}, {}}) : Fault::hang()};
        rule.headIs = [&](const SeenRequest &) {
            QTimer::singleShot(100ms, [&stop] { stop.request_stop(); });
            return true;
        };
        registry.add(rule);
        QElapsedTimer clock;
        clock.start();
        const UploadRun run = bench.run(registry.url(), stop.get_token());
        QVERIFY(!run.result);
        QCOMPARE(run.result.error().code, ErrorCode::Cancelled);
        QCOMPARE_LT(clock.elapsed(), 3000);
        QCOMPARE(registry.requests("DELETE").size(), 0);
    }

    void saysWhatIsWrongWithTheFile_data()
    {
        QTest::addColumn<bool>("missing");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("missing") << true << ErrorCode::FileMissing;
        QTest::newRow("too long") << false << ErrorCode::SizeMismatch;
    }

    void saysWhatIsWrongWithTheFile()
    {
        QFETCH(bool, missing);
        QFETCH(ErrorCode, code);
        ScriptedRegistry registry;
        UploadBench bench(small);
        QFile file(bench.upload.file);
        if (missing) {
            QVERIFY(file.remove());
        } else {
            QVERIFY(file.open(QIODevice::Append));
            file.write("more");
            file.close();
        }
        const UploadRun run = bench.run(registry.url());
        QVERIFY(!run.result);
        QCOMPARE(run.result.error().code, code);
        QCOMPARE(run.result.error().where, bench.upload.file);
        QVERIFY(registry.requests().isEmpty());
    }

    void givesUpOnADeadRegistry()
    {
        UploadBench bench(small);
        bench.settings.retry.attempts = 2;
        const UploadRun run = bench.run(QStringLiteral("http://127.0.0.1:1"));
        QVERIFY(!run.result);
        QCOMPARE(run.result.error().code, ErrorCode::ConnectionRefused);
        QCOMPARE(run.retries, 2);
        QCOMPARE(run.phase, Phase::Failed);
    }

private:
    static QByteArray stored(ScriptedRegistry &registry, const UploadBench &bench)
    {
        return registry.with([&](MemoryRegistry &memory) {
            return memory.blobs.value(QStringLiteral("team/app")).value(bench.digest());
        });
    }

    /// The first run: two chunks arrive, and at the third it is stopped.
    static bool stopAfterTwoChunks(ScriptedRegistry &registry, UploadBench &bench)
    {
        std::stop_source stop;
        Rule rule = on("PATCH", Fault::hang(), 1, 2);
        rule.bodyIs = [](const SeenRequest &) {
            return true;
        };
        registry.add(rule);
        const std::jthread watcher([&](const std::stop_token &done) {
            while (!done.stop_requested() && registry.faultsUsed() == 0)
                QThread::msleep(1);
            stop.request_stop();
        });
        const UploadRun run = bench.run(registry.url(), stop.get_token());
        return !run.result && run.result.error().code == ErrorCode::Cancelled &&
               bench.journalFiles().size() == 2;
    }
};

QTEST_GUILESS_MAIN(TestBlobUploader)
#include "tst_blobuploader.moc"
