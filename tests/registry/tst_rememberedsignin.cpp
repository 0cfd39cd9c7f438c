#include "core/registry/registryclient.h"
#include "tests/support/scriptedregistry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

/// A registry that asked for no sign-in is not asked about that again by the next run; one that asks now is
/// heard.
class TestRememberedSignIn final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_server.emplace();
        m_server->with([](MemoryRegistry &memory) {
            memory.manifests[QStringLiteral("team/app")][QStringLiteral("1")] = {"application/json", "{}"};
        });
    }

    void openRegistry()
    {
        QCOMPARE(tagsSeenBy(settings()), 1);
        QCOMPARE(pings(), 1);
        QCOMPARE(tagsSeenBy(settings()), 1);
        QCOMPARE(pings(), 0);
    }

    void oneThatAsksNow()
    {
        QCOMPARE(tagsSeenBy(settings()), 1);
        close();
        m_server->forgetRequests();
        RegistrySettings given = settings();
        QCOMPARE(tagsSeenBy(given), -1);
        given.credentials = {.username = QStringLiteral("user"), .password = QStringLiteral("secret")};
        QCOMPARE(tagsSeenBy(given), 1);
        m_server->forgetRequests();
        QCOMPARE(tagsSeenBy(given), 1);
        QCOMPARE(pings(), 1); // what it asks for is not remembered, only that it asked for nothing
    }

    /// With a body, too: the first request of a push must not be lost.
    void oneThatAsksNowForAnUpload()
    {
        QCOMPARE(tagsSeenBy(settings()), 1);
        close();
        RegistrySettings given = settings();
        given.credentials = {.username = QStringLiteral("user"), .password = QStringLiteral("secret")};
        ProgressSink sink;
        RegistryClient client(std::make_shared<dip::Registry>(given), sink, {});
        const auto manifest = Manifest::parse(
            R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]})");
        QVERIFY(manifest);
        const auto put = client.uploadManifestWithToken(*RepositoryName::parse(u"team/app"),
                                                        *Reference::parse(u"2"), *manifest);
        QVERIFY2(put, put ? "" : qPrintable(put.error().detail));
        QVERIFY(m_server->with([](MemoryRegistry &memory) {
            return memory.manifests[QStringLiteral("team/app")].contains(QStringLiteral("2"));
        }));
    }

    /// Whether it speaks TLS is found out by that question.
    void askedWhereTlsIsSkipped()
    {
        QCOMPARE(tagsSeenBy(settings()), 1);
        m_server->forgetRequests();
        RegistrySettings given = settings();
        given.skipTls = true;
        QCOMPARE(tagsSeenBy(given), 1);
        QCOMPARE(pings(), 1);
    }

private:
    RegistrySettings settings() const
    {
        return {.address = RegistryAddress::parse(m_server->url()).value(),
                .idleTimeout = 5s,
                .memoryFile = m_folder->filePath(QStringLiteral("registries.json"))};
    }
    void close()
    {
        m_server->with([](MemoryRegistry &memory) { memory.basic = "user:secret"; });
    }
    /// As a run of its own: how many tags it finds; -1 where it is not let in.
    qsizetype tagsSeenBy(const RegistrySettings &given) const
    {
        ProgressSink sink;
        RegistryClient client(std::make_shared<dip::Registry>(given), sink, {});
        const auto tags = client.listTags(*RepositoryName::parse(u"team/app"));
        return tags ? tags->tags.size() : -1;
    }
    qsizetype pings()
    {
        const qsizetype count = m_server->requests("GET", QStringLiteral("^/v2/$")).size();
        m_server->forgetRequests();
        return count;
    }

    std::optional<QTemporaryDir> m_folder;
    std::optional<ScriptedRegistry> m_server;
};

QTEST_GUILESS_MAIN(TestRememberedSignIn)
#include "tst_rememberedsignin.moc"
