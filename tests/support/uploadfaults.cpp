#include "tests/support/uploadfaults.h"

namespace dip::test {

namespace {

const QString &uploadsPath()
{
    static const QString path = QStringLiteral("/blobs/uploads/");
    return path;
}

} // namespace

Rule on(const QByteArray &method, Fault fault, int times, int skip)
{
    return {.method = method, .path = uploadsPath(), .fault = std::move(fault), .times = times, .skip = skip};
}

Rule onHead(Fault fault, int times)
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

Rule onMount(Fault fault, int times)
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

Fault refused(int status, const QByteArray &code)
{
    return Fault::reply(code.isEmpty() ? Answer{status, {{"Content-Type", "text/html"}}, "<html>no</html>"}
                                       : errorAnswer(status, code));
}

Sizes bodies(ScriptedRegistry &registry, const QByteArray &method)
{
    Sizes sizes;
    for (const SeenRequest &seen : registry.requests(method, uploadsPath()))
        sizes.append(seen.bodySize);
    return sizes;
}

qsizetype count(ScriptedRegistry &registry, const QByteArray &method)
{
    return registry.requests(method, uploadsPath()).size();
}

RegistryMemory::Traits remembered(ScriptedRegistry &registry, const UploadBench &bench)
{
    return RegistryMemory(bench.settings.memoryFile, registry.hostAndPort()).traits();
}

qsizetype openUploads(ScriptedRegistry &registry)
{
    return registry.with([](MemoryRegistry &memory) { return memory.uploads.size(); });
}

QByteArray stored(ScriptedRegistry &registry, const UploadBench &bench)
{
    return registry.with([&](MemoryRegistry &memory) {
        return memory.blobs.value(QStringLiteral("team/app")).value(bench.digest());
    });
}

void mountFromBase(UploadBench &bench)
{
    bench.upload.mountCandidates = {RepositoryName::parse(u"team/base").value()};
}

void addRows(const QList<UploadFault> &faults)
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < faults.size(); ++i)
        QTest::newRow(faults.at(i).name) << i;
}

void tryFault(const UploadFault &fault)
{
    ScriptedRegistry registry;
    UploadBench bench(fault.size);
    bench.settings.uploadChunk = chunk;
    if (fault.bench)
        fault.bench(bench);
    if (fault.registry)
        registry.with(fault.registry);
    for (const Rule &rule : fault.rules)
        registry.add(rule);

    const UploadRun run = bench.run(registry.url());
    QVERIFY(fault.rules.isEmpty() || registry.faultsUsed() > 0);
    if (fault.error) {
        QVERIFY(!run.result);
        QCOMPARE(errorCodeName(run.result.error().code), errorCodeName(*fault.error));
        QCOMPARE(run.phase, Phase::Failed);
    } else {
        QVERIFY2(run.result, run.result ? "" : qPrintable(run.result.error().detail));
        QCOMPARE(run.phase, Phase::Done);
        QCOMPARE(run.done, fault.size);
        QCOMPARE(stored(registry, bench), bench.bytes);
        QCOMPARE(bench.journalFiles(), QStringList());
    }
    if (fault.check)
        fault.check(registry, run, bench);
}

} // namespace dip::test
