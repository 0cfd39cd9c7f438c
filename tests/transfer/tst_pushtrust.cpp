#include "core/cache/cache.h"
#include "core/image/mediatype.h"
#include "core/transfer/imagemanager.h"
#include "core/transfer/imagetree.h"
#include "tests/support/scriptedregistry.h"
#include "tests/support/uploadbench.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

/// What a push believes of a registry's answers (fact 15: "Exists" can be wrong).
class TestPushTrust final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sendsWhatTheRegistryOnlySaidItHad();
    void sendsItOnlyOnce();

private:
    [[nodiscard]] Result<void> push(ScriptedRegistry &server);
    static Rule lyingHead();
    static Rule missing(int times);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    ImageName m_name{RepositoryName::parse(u"team/app").value(), Reference::parse(u"1").value()};
    OperationReport m_report;
};

void TestPushTrust::init()
{
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = Cache::open(m_folder->filePath(QStringLiteral("cache"))).value();
    const auto blob = [this](const QByteArray &bytes, const QString &type) {
        return Descriptor{type, m_cache->writeBlob(bytes).value(), bytes.size(), {}, {}, {}};
    };
    const auto config = blob("{\"os\":\"linux\",\"architecture\":\"amd64\"}", mediatype::dockerConfig);
    const auto manifest = Manifest::makeDocker(config, {blob(patternBytes(900, 1), mediatype::dockerLayer),
                                                        blob(patternBytes(800, 2), mediatype::dockerLayer)});
    const ImageTree tree{manifest, {}, {}};
    QVERIFY(m_cache->addImage(tree.entry(m_name), manifest));
    m_report = {};
}

Result<void> TestPushTrust::push(ScriptedRegistry &server)
{
    RegistrySettings settings{.address = RegistryAddress::parse(server.url()).value()};
    settings.retry = {.attempts = 1, .first = 1ms, .longest = 1ms};
    ProgressSink progress;
    PushFromCacheUsingManifest request{m_name, {}};
    request.target.maxConcurrent = 2;
    return ImageManager(*m_cache).executeOperation(request, std::make_shared<Registry>(settings), progress,
                                                   m_report, {});
}

Rule TestPushTrust::lyingHead()
{
    return {.method = "HEAD",
            .path = QStringLiteral("/blobs/"),
            .fault = Fault::reply({200, {{"Content-Length", "900"}}, {}}),
            .times = -1};
}

Rule TestPushTrust::missing(int times)
{
    return {.method = "PUT",
            .path = QStringLiteral("/manifests/"),
            .fault = Fault::reply(errorAnswer(400, "MANIFEST_BLOB_UNKNOWN")),
            .times = times};
}

void TestPushTrust::sendsWhatTheRegistryOnlySaidItHad()
{
    ScriptedRegistry server;
    server.add(lyingHead());
    server.add(missing(1));
    QVERIFY(push(server));
    QCOMPARE(m_report.alreadyThere.blobs, 3);
    QCOMPARE(m_report.moved.blobs, 3);
    server.with([](MemoryRegistry &memory) {
        QCOMPARE(memory.blobs.value(QStringLiteral("team/app")).size(), 3);
        QVERIFY(memory.manifests.value(QStringLiteral("team/app")).contains(QStringLiteral("1")));
    });
}

void TestPushTrust::sendsItOnlyOnce()
{
    ScriptedRegistry server;
    server.add(lyingHead());
    server.add(missing(-1));
    const auto pushed = push(server);
    QVERIFY(!pushed);
    QCOMPARE(pushed.error().registryCode, QStringLiteral("MANIFEST_BLOB_UNKNOWN"));
    QCOMPARE(server.requests("PUT", QStringLiteral("/blobs/uploads/")).size(), 3);
    QCOMPARE(server.requests("PUT", QStringLiteral("/manifests/")).size(), 2);
}

QTEST_GUILESS_MAIN(TestPushTrust)
#include "tst_pushtrust.moc"
