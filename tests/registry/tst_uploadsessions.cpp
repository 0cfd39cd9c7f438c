#include "tests/support/uploadfaults.h"

#include <QThread>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

using Registry = ScriptedRegistry;
using Run = UploadRun;
using Bench = UploadBench;

QList<UploadFault> sessionRows()
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
                 bench.settings.idleTimeout = 1500ms;
                 bench.settings.commitTimeout = 60s;
             },
         .check =
             [](Registry &, const Run &run, Bench &) {
                 QCOMPARE(run.retries, 1);
             }},
    };
}

QList<UploadFault> presenceRows()
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
                 QCOMPARE(openUploads(r), 0);
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

} // namespace

class TestUploadSessions final : public QObject
{
    Q_OBJECT

private slots:
    void keepsSessions_data() { addRows(sessionRows()); }

    void keepsSessions()
    {
        QFETCH(qsizetype, index);
        tryFault(sessionRows().at(index));
    }

    void asksFirst_data() { addRows(presenceRows()); }

    void asksFirst()
    {
        QFETCH(qsizetype, index);
        tryFault(presenceRows().at(index));
    }
};

QTEST_GUILESS_MAIN(TestUploadSessions)
#include "tst_uploadsessions.moc"
