#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <thread>

#include "core/image/mediatype.h"
#include "core/registry/registryclient.h"
#include "core/transfer/tagdeletion.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/scriptedregistry.h"
#include "tests/support/testregistry.h"

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

const RepositoryName app = RepositoryName::parse(u"team/app").value();

std::shared_ptr<Registry> at(const QString &url)
{
    RegistrySettings settings{.address = RegistryAddress::parse(url).value()};
    settings.retry = {.attempts = 0, .first = 1ms, .longest = 1ms};
    return std::make_shared<Registry>(settings);
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

/// 1.0 and 1 are one image, 2.0 is another, multi an index of both.
struct Filled
{
    TestRegistry registry;
    std::shared_ptr<Registry> way;
    QTemporaryDir folder;
    ArchiveBuilder archive;

    Filled()
    {
        const ImageSpec amd{.layers = {ArchiveBuilder::layer("a", "A")}};
        const ImageSpec arm{.layers = {ArchiveBuilder::layer("b", "B")},
                            .architecture = QStringLiteral("arm64")};
        archive.addIndex({.names = {QStringLiteral("team/app:multi")}, .platforms = {amd, arm}});
        archive.writeOci(folder.filePath(QStringLiteral("multi.tar")));
        way = at(registry.url().toString());
        const QString from = QStringLiteral("oci-archive:") + folder.filePath(QStringLiteral("multi.tar"));
        copy({QStringLiteral("--all"), from, name(QStringLiteral("multi"))});
        const QString digest = childDigest(0);
        for (const auto &tag : {QStringLiteral("1.0"), QStringLiteral("1")})
            copy({name(QStringLiteral("multi")).chopped(6) + u'@' + digest, name(tag)});
        copy({name(QStringLiteral("multi")).chopped(6) + u'@' + childDigest(1), name(QStringLiteral("2.0"))});
    }

    [[nodiscard]] QString name(const QString &tag) const
    {
        return QStringLiteral("docker://%1/team/app:%2").arg(registry.host(), tag);
    }
    [[nodiscard]] QString childDigest(qsizetype at) const
    {
        const auto index = Manifest::parse(archive.manifest(0)).value();
        return index.children().at(at).digest.toString();
    }
    static void copy(const QStringList &what)
    {
        (void)run(QStringLiteral("skopeo"),
                  QStringList{QStringLiteral("copy"), QStringLiteral("--insecure-policy"),
                              QStringLiteral("--preserve-digests"), QStringLiteral("--src-tls-verify=false"),
                              QStringLiteral("--dest-tls-verify=false")} +
                      what);
    }
    [[nodiscard]] QStringList tags() const
    {
        const QByteArray json =
            run(QStringLiteral("skopeo"), {QStringLiteral("list-tags"), QStringLiteral("--tls-verify=false"),
                                           QStringLiteral("docker://%1/team/app").arg(registry.host())});
        QStringList tags;
        for (const auto &tag : QJsonDocument::fromJson(json).object()[u"Tags"].toArray())
            tags.append(tag.toString());
        return sorted(tags);
    }
};

} // namespace

/// What goes with tags that are deleted, and the deleting.
class TestTagDeletion final : public QObject
{
    Q_OBJECT

private slots:
    void namesWhatSharesTheDigest()
    {
        const Filled filled;
        ProgressSink progress;
        const auto plan = planTagDeletion(filled.way, app, {QStringLiteral("1.0")}, progress, {});
        QVERIFY(plan);
        QCOMPARE(plan->tags, QStringList{QStringLiteral("1.0")});
        QCOMPARE(plan->others, QStringList{QStringLiteral("1")});
        QCOMPARE(plan->narrowed, QStringList{QStringLiteral("multi")});
        QCOMPARE(plan->digests.size(), 1);
        QCOMPARE(plan->digests.first().toString(), filled.childDigest(0));
        QCOMPARE(plan->unknown, 0);
        QCOMPARE(progress.lines().first()->done(), progress.lines().first()->total());

        QVERIFY(deleteManifests(filled.way, app, plan->digests, progress, {}));
        QCOMPARE(filled.tags(), (QStringList{QStringLiteral("2.0"), QStringLiteral("multi")}));
        QVERIFY(deleteManifests(filled.way, app, plan->digests, progress, {})); // again, and all is well
        const auto again = planTagDeletion(filled.way, app, {QStringLiteral("1.0")}, progress, {});
        QVERIFY(again && again->tags.isEmpty() && again->digests.isEmpty());
    }

    /// An index goes without its images, and nothing has to be read for what it might be part of.
    void anIndexGoesAlone()
    {
        const Filled filled;
        ProgressSink progress;
        const auto plan =
            planTagDeletion(filled.way, app, {QStringLiteral("multi"), QStringLiteral("2.0")}, progress, {});
        QVERIFY(plan);
        QCOMPARE(plan->others, QStringList());
        QCOMPARE(plan->narrowed, QStringList()); // it goes as well
        QCOMPARE(plan->digests.size(), 2);
        QVERIFY(deleteManifests(filled.way, app, plan->digests, progress, {}));
        QCOMPARE(filled.tags(), (QStringList{QStringLiteral("1"), QStringLiteral("1.0")}));
    }

    void whatCannotBeAskedIsCounted()
    {
        ScriptedRegistry server;
        fill(server, 40);
        server.add({.method = "HEAD",
                    .path = QStringLiteral("/manifests/t(7|8)$"),
                    .fault = Fault::reply(errorAnswer(500, "UNKNOWN")),
                    .times = -1});
        ProgressSink progress;
        const auto plan = planTagDeletion(at(server.url()), app, {QStringLiteral("t1")}, progress, {});
        QVERIFY(plan);
        QCOMPARE(plan->unknown, 2);
        QCOMPARE(plan->others.size(), 18); // all odd ones but t1 and t7
        QCOMPARE(sorted(plan->others).first(3),
                 (QStringList{QStringLiteral("t11"), QStringLiteral("t13"), QStringLiteral("t15")}));
        QCOMPARE(server.requests("HEAD", QStringLiteral("/manifests/")).size(), 40);

        const auto failed = planTagDeletion(at(server.url()), app, {QStringLiteral("t7")}, progress, {});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::ServerFailed);
    }

    /// Some registries send no Docker-Content-Digest.
    void withoutTheHeaderTheManifestIsRead()
    {
        ScriptedRegistry server;
        fill(server, 4);
        server.add({.method = "HEAD",
                    .path = QStringLiteral("/manifests/"),
                    .fault = Fault::amended([](Answer &answer) { answer.without("Docker-Content-Digest"); }),
                    .times = -1});
        ProgressSink progress;
        const auto plan = planTagDeletion(at(server.url()), app, {QStringLiteral("t0")}, progress, {});
        QVERIFY(plan);
        QCOMPARE(plan->others, QStringList{QStringLiteral("t2")});
        QCOMPARE(plan->unknown, 0);
    }

    void canBeStopped()
    {
        ScriptedRegistry server;
        fill(server, 60);
        std::stop_source stop;
        server.add(
            {.method = "HEAD", .path = QStringLiteral("/manifests/"), .fault = Fault::hang(), .times = -1});
        const auto stopper = std::jthread([&] {
            while (server.requests("HEAD").isEmpty())
                QThread::msleep(5);
            stop.request_stop();
        });
        ProgressSink progress;
        const auto plan =
            planTagDeletion(at(server.url()), app, {QStringLiteral("t1")}, progress, stop.get_token());
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::Cancelled);
        QVERIFY(server.requests("HEAD").size() <= 16);
    }

    /// A 404 counts as done only where nothing is left.
    void aLyingAnswerIsNoSuccess()
    {
        ScriptedRegistry server;
        fill(server, 1);
        server.add({.method = "DELETE",
                    .path = QStringLiteral("/manifests/"),
                    .fault = Fault::reply(errorAnswer(404, "MANIFEST_UNKNOWN")),
                    .times = -1});
        ProgressSink progress;
        const auto there = deleteManifests(at(server.url()), app, {Digest::of(bytesOf(0))}, progress, {});
        QVERIFY(!there);
        QCOMPARE(there.error().code, ErrorCode::NotFound);
        QVERIFY(deleteManifests(at(server.url()), app, {Digest::of("none")}, progress, {}));
    }

private:
    static QByteArray bytesOf(int kind)
    {
        const Descriptor config{mediatype::dockerConfig, Digest::of(QByteArray::number(kind)), 1, {}, {}, {}};
        return Manifest::makeDocker(config, {}).bytes();
    }

    /// Tags t0, t1 … that stand for two images in turn.
    static void fill(ScriptedRegistry &server, int count)
    {
        server.with([count](MemoryRegistry &registry) {
            for (int i = 0; i < count; ++i)
                registry.manifests[app.toString()].insert(
                    QStringLiteral("t%1").arg(i),
                    {QByteArray(mediatype::dockerManifest.data(), mediatype::dockerManifest.size()),
                     bytesOf(i % 2)});
            for (int kind = 0; kind < 2; ++kind)
                registry.manifests[app.toString()].insert(
                    Digest::of(bytesOf(kind)).toString(),
                    {QByteArray(mediatype::dockerManifest.data(), mediatype::dockerManifest.size()),
                     bytesOf(kind)});
        });
    }
};

QTEST_GUILESS_MAIN(TestTagDeletion)
#include "tst_tagdeletion.moc"
