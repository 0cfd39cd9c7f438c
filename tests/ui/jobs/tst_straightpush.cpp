#include <QtTest>

#include "core/cache/cache.h"
#include "tests/support/archivebuilder.h"
#include "tests/ui/support/jobbench.h"
#include "ui/jobs/jobjson.h"
#include "ui/jobs/straightpush.h"

using namespace dip;
using namespace dip::test;
using ui::JobState;

/// Pushes that waited for an import for which the disk has no room go straight from the archive.
class TestStraightPush final : public QObject
{
    Q_OBJECT

private slots:
    void theImageIsPicked();
    void aNewNameIsKept();
    void whatCannotBeMeantIsRefused();
    void itIsKeptOnDisk();
    void theButtonSendsTheArchive();
    void nobodyWaits();
};

namespace {

const QString file = QStringLiteral("images.tar");

ImageName image(const char *name)
{
    return *ImageName::parse(QString::fromLatin1(name));
}

ui::JobRequest importOf(const QList<ArchiveSelection> &selections)
{
    ui::JobRequest request{ui::JobKind::Import, file, {}, {}, {}, {}};
    for (const ArchiveSelection &selection : selections)
        request.steps.append(ExtractAndCache{file, selection, 2});
    return request;
}

ui::JobRequest pushOf(const char *name, const QString &after = QStringLiteral("import"))
{
    PushFromCacheUsingManifest step{image(name), {}};
    step.target.repository = *RepositoryName::parse(u"prod/app");
    step.target.reference = *Reference::parse(u"7");
    step.target.maxConcurrent = 3;
    return {
        ui::JobKind::Push, QString::fromLatin1(name), QStringLiteral("host/prod/app:7"), {}, after, {step}};
}

ArchiveSelection renamed(const char *number, const char *name)
{
    return {{QString::fromLatin1(number)}, image(name).repository, image(name).reference};
}

} // namespace

void TestStraightPush::theImageIsPicked()
{
    const auto straight = ui::straightPush(
        importOf({renamed("#1", "other/name:1"), {{QStringLiteral("#2"), QStringLiteral("#3")}, {}, {}}}),
        pushOf("app/web:2"));
    QVERIFY(straight);
    QVERIFY(straight->after.isEmpty());
    QCOMPARE(straight->target, QStringLiteral("host/prod/app:7"));
    const auto step = std::get<PushFromCacheUsingTar>(straight->steps.first());
    QCOMPARE(step.file, file);
    QCOMPARE(step.selection.images, QStringList{QStringLiteral("app/web:2")});
    QVERIFY(!step.selection.repository);
    QCOMPARE(step.target.repository->toString(), QStringLiteral("prod/app"));
    QCOMPARE(step.target.maxConcurrent, 3);
    QVERIFY(!step.keepInCache);
}

void TestStraightPush::aNewNameIsKept()
{
    const auto straight = ui::straightPush(
        importOf({{{QStringLiteral("#1")}, {}, {}}, renamed("#2", "new/name:1")}), pushOf("new/name:1"));
    QVERIFY(straight);
    const auto step = std::get<PushFromCacheUsingTar>(straight->steps.first());
    QCOMPARE(step.selection.images, QStringList{QStringLiteral("#2")});
    QCOMPARE(step.selection.repository->toString(), QStringLiteral("new/name"));
}

void TestStraightPush::whatCannotBeMeantIsRefused()
{
    QVERIFY(!ui::straightPush(importOf({renamed("#1", "other/name:1")}), pushOf("app/web:2")));
    ui::JobRequest onePlatform = pushOf("app/web:2");
    std::get<PushFromCacheUsingManifest>(onePlatform.steps.first()).platforms = {
        *Platform::parse(u"linux/arm64")};
    QVERIFY(!ui::straightPush(importOf({{}}), onePlatform));
    QVERIFY(!ui::straightPush(pushOf("app/web:2"), pushOf("app/web:2")));
    QVERIFY(!ui::straightPush(importOf({{}}), importOf({{}})));
}

void TestStraightPush::itIsKeptOnDisk()
{
    ui::Job job;
    job.id = QStringLiteral("id");
    job.request = *ui::straightPush(importOf({{}}), pushOf("app/web:2"));
    const auto read = ui::jobFromJson(ui::jobToJson(job));
    QVERIFY(read);
    QVERIFY(!std::get<PushFromCacheUsingTar>(read->request.steps.first()).keepInCache);
}

void TestStraightPush::theButtonSendsTheArchive()
{
    JobBench bench;
    const QString archive = bench.path(QStringLiteral("huge.tar"));
    JobBench::writeHugeArchive(archive, 8'000'000'000'000);
    const QString import = bench.import(archive);
    ui::JobRequest request = pushOf("a/huge:1", import);
    request.profile = bench.profile();
    const QString push = bench.jobs().add(request);
    QVERIFY(bench.reaches(import, JobState::Failed));
    QCOMPARE(bench.jobs().find(push)->state, JobState::Waiting);
    QVERIFY(bench.steps().contains(QStringLiteral("push-without-cache")));

    // The same archive with a layer that a test can send.
    ArchiveBuilder builder;
    const QByteArray layer = ArchiveBuilder::bigLayer(50'000);
    builder.addImage({.names = {QStringLiteral("a/huge:1")}, .layers = {layer}});
    builder.writeDockerSave(archive);
    QVERIFY(bench.press("push-without-cache"));
    QVERIFY(!bench.jobs().find(import));
    QVERIFY2(bench.reaches(push, JobState::Done), qPrintable(bench.cause()));
    const ui::Job *done = bench.jobs().find(push);
    QCOMPARE(done->alreadyThere, 0);
    QCOMPARE(done->moved, done->total);
    QCOMPARE(done->moved, layer.size() + builder.config(0).size());
    bench.registry().with([](MemoryRegistry &memory) {
        QVERIFY(memory.manifests[QStringLiteral("prod/app")].contains(QStringLiteral("7")));
    });
    QVERIFY(!bench.fixture().workspace().cache()->find(image("a/huge:1")));
}

/// Without a push there is nothing that the button could do.
void TestStraightPush::nobodyWaits()
{
    JobBench bench;
    const QString archive = bench.path(QStringLiteral("huge.tar"));
    JobBench::writeHugeArchive(archive, 8'000'000'000'000);
    QVERIFY(bench.reaches(bench.import(archive), JobState::Failed));
    QVERIFY(bench.steps().contains(QStringLiteral("clean-cache")));
    QVERIFY(!bench.steps().contains(QStringLiteral("push-without-cache")));
}

QTEST_MAIN(TestStraightPush)
#include "tst_straightpush.moc"
