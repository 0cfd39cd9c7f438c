#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "core/cache/cache.h"
#include "core/transfer/imagemanager.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/scriptedregistry.h"
#include "ui/push/preflight.h"

using namespace dip;
using namespace dip::test;
using ui::Preflight;

/// What the form learns before anything is sent, of many images at once.
class TestPreflight final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyProjectIsAskedAbout();
    void ofOneProjectAFewAreEnough();

private:
    [[nodiscard]] Preflight::Outcome ask(ScriptedRegistry &registry, const QStringList &targets) const;

    QTemporaryDir m_folder;
    std::shared_ptr<Cache> m_cache;
};

namespace {

const QString source = QStringLiteral("site/app:1");

QStringList repositoriesIn(const QString &project, int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(QStringLiteral("%1/app%2").arg(project).arg(i));
    return names;
}

/// Repositories that the right to push was asked for, each once.
QSet<QString> askedFor(ScriptedRegistry &registry)
{
    QSet<QString> names;
    for (const SeenRequest &request : registry.requests("POST"))
        names.insert(request.path.section(u'/', 2).section(QStringLiteral("/blobs"), 0, 0));
    return names;
}

} // namespace

void TestPreflight::initTestCase()
{
    ArchiveBuilder builder;
    builder.addImage({.names = {source}, .layers = {ArchiveBuilder::layer("a", "A")}});
    builder.writeDockerSave(m_folder.filePath(QStringLiteral("app.tar")));
    m_cache = std::shared_ptr<Cache>(Cache::open(m_folder.filePath(QStringLiteral("cache"))).value());
    ProgressSink progress;
    OperationReport report;
    QVERIFY(ImageManager(*m_cache).executeOperation(
        ExtractAndCache{m_folder.filePath(QStringLiteral("app.tar")), {}, 1}, {}, progress, report, {}));
}

Preflight::Outcome TestPreflight::ask(ScriptedRegistry &registry, const QStringList &targets) const
{
    QList<PushFromCacheUsingManifest> pushes;
    for (const QString &target : targets) {
        PushFromCacheUsingManifest push{*ImageName::parse(source), {}};
        push.target.repository = *RepositoryName::parse(target);
        pushes.append(push);
    }
    Preflight preflight;
    std::optional<Preflight::Outcome> outcome;
    connect(&preflight, &Preflight::answered, this,
            [&outcome](const Preflight::Outcome &answer) { outcome = answer; });
    const auto client = std::make_shared<Registry>(
        RegistrySettings{.address = RegistryAddress::parse(registry.url()).value()});
    preflight.ask(m_cache, client, pushes);
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 30'000) ? *outcome
                                                                               : Preflight::Outcome();
}

/// Also about the last one, behind many of another.
void TestPreflight::everyProjectIsAskedAbout()
{
    ScriptedRegistry registry;
    registry.add({.method = "POST",
                  .path = QStringLiteral("/v2/closed/"),
                  .fault = Fault::reply(errorAnswer(403, "DENIED")),
                  .times = -1});
    const auto outcome = ask(registry, repositoriesIn(QStringLiteral("open"), 20) +
                                           repositoriesIn(QStringLiteral("closed"), 1));
    QCOMPARE(outcome.tags.size(), 21);
    QVERIFY(!outcome.mayPush);
    QVERIFY(outcome.refusedAt);
    QCOMPARE(outcome.refusedAt->toString(), QStringLiteral("closed/app0"));
    QCOMPARE(outcome.refusal->code, ErrorCode::Denied);
}

void TestPreflight::ofOneProjectAFewAreEnough()
{
    ScriptedRegistry registry;
    const auto outcome = ask(registry, repositoriesIn(QStringLiteral("open"), 20));
    QVERIFY(outcome.mayPush);
    QCOMPARE(outcome.wouldMove.blobs, 2);
    const QSet<QString> asked = askedFor(registry);
    QCOMPARE(asked.size(), 8);
    QVERIFY(registry.with([](MemoryRegistry &memory) { return memory.uploads.isEmpty(); }));
}

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
