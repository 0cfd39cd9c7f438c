#include "tests/screenshots/scene.h"

#include <QDir>

#include "core/cache/trash.h"
#include "tests/support/archivebuilder.h"
#include "ui/jobs/cachejobs.h"

namespace dip::test {

const QStringList names{
    QStringLiteral("platform/gateway:4.2.0"),
    QStringLiteral("platform/identity:4.2.0"),
    QStringLiteral("platform/web:4.2.1"),
    QStringLiteral("data/postgres:16.4"),
    QStringLiteral("data/redis:7.4"),
    QStringLiteral("data/minio:2026-01"),
    QStringLiteral("ml/inference:0.9.3"),
    QStringLiteral("ml/model-server:0.9.3"),
    QStringLiteral("monitoring/prometheus:3.0"),
    QStringLiteral("monitoring/grafana:11.3"),
    QStringLiteral("edge/collector:1.8"),
    QStringLiteral("edge/updater:1.8"),
    QStringLiteral("library/alpine:3.21"),
};

const QStringList older{
    QStringLiteral("platform/web:4.2.0"), QStringLiteral("platform/web:4.1.7"),
    QStringLiteral("ml/inference:0.9.2"), QStringLiteral("ml/inference:0.9.1"),
    QStringLiteral("data/postgres:16.3"), QStringLiteral("platform/gateway:4.1.9"),
};

qsizetype imageCount()
{
    return names.size() + older.size();
}

QStringList makeArchives(const QString &folder)
{
    ArchiveBuilder images;
    const QByteArray base = ArchiveBuilder::bigLayer(900'000, 7);
    for (qsizetype i = 0; i < names.size() - 1; ++i) {
        images.addImage(
            {.names = {names[i]},
             .layers = {base, ArchiveBuilder::bigLayer(200'000 + 350'000 * (i % 5), quint32(20 + i)),
                        ArchiveBuilder::layer("app.txt", names[i].toUtf8())},
             .architecture = i % 4 == 3 ? QStringLiteral("arm64") : QStringLiteral("amd64")});
    }
    for (qsizetype i = 0; i < older.size(); ++i) {
        const auto next = std::ranges::find_if(
            names, [&](const QString &name) { return name.startsWith(older[i].section(u':', 0, 0)); });
        const auto seed = next - names.begin();
        images.addImage(
            {.names = {older[i]},
             .layers = {base, ArchiveBuilder::bigLayer(200'000 + 350'000 * (seed % 5), quint32(20 + seed)),
                        ArchiveBuilder::bigLayer(150'000 + 90'000 * i, quint32(60 + i))}});
    }
    ArchiveBuilder index;
    index.addIndex({.names = {names.last()},
                    .platforms = {{.layers = {ArchiveBuilder::bigLayer(400'000, 3)}},
                                  {.layers = {ArchiveBuilder::bigLayer(420'000, 4)},
                                   .architecture = QStringLiteral("arm64")}}});
    const QStringList paths{folder + QStringLiteral("/site-delivery-2026-01.tar"),
                            folder + QStringLiteral("/alpine-multi.tar")};
    images.writeDockerSave(paths[0]);
    index.writeOci(paths[1]);
    return paths;
}

namespace {

QString push(WindowFixture &fixture, const QString &profile, const QString &host, const QString &image)
{
    PushFromCacheUsingManifest step{*ImageName::parse(image), {}};
    step.target.prefix = QStringLiteral("prod");
    step.target.maxConcurrent = 3;
    return fixture.workspace().jobs().add(
        {ui::JobKind::Push, image, host + QStringLiteral("/prod/") + image, profile, {}, {step}});
}

void waitFor(WindowFixture &fixture, const QString &job, ui::JobState state)
{
    if (!QTest::qWaitFor([&] { return fixture.workspace().jobs().find(job)->state == state; }, 20'000))
        qWarning("a job did not come to the state wanted, but to %d",
                 int(fixture.workspace().jobs().find(job)->state));
}

} // namespace

void makeTroubles(WindowFixture &fixture, ScriptedRegistry &registry)
{
    const auto refuse = [&registry](const QString &repository, const QByteArray &method,
                                    const Answer &answer) {
        registry.add({.method = method,
                      .path = repository + QStringLiteral("/blobs/uploads/"),
                      .fault = Fault::reply(answer),
                      .times = -1});
    };
    refuse(QStringLiteral("platform/gateway"), "PUT",
           {413, {{"Content-Type", "text/html"}}, "<html></html>"});
    refuse(QStringLiteral("data/postgres"), "POST", errorAnswer(403, "DENIED", "requested access is denied"));
    refuse(QStringLiteral("ml/inference"), "POST", errorAnswer(507, "UNKNOWN", "insufficient storage"));
    refuse(QStringLiteral("data/minio"), "POST",
           errorAnswer(503, "UNAVAILABLE", "in maintenance").with("Retry-After", "180"));
    const QString id = fixture.addRegistry(registry.hostAndPort(), ui::TlsChoice::PlainHttp,
                                           QStringLiteral("robot"), QStringLiteral("secret"));
    fixture.workspace().registries().tune(id, 1, 0);
    for (const int image : {0, 3, 6})
        waitFor(fixture, push(fixture, id, registry.hostAndPort(), names[image]), ui::JobState::Failed);
}

void makePause(WindowFixture &fixture, const ScriptedRegistry &registry)
{
    for (const ui::RegistryProfile &profile : fixture.workspace().registries().profiles()) {
        if (profile.address == registry.hostAndPort())
            fixture.workspace().jobs().start(push(fixture, profile.id, registry.hostAndPort(), names[5]));
    }
    QTest::qWait(1500);
}

void makeJobs(WindowFixture &fixture, const TestRegistry &open, const TestRegistry &closed)
{
    ui::JobQueue &jobs = fixture.workspace().jobs();
    ui::AppSettings settings = fixture.workspace().settings();
    settings.jobsAtOnce = 1;
    const QString harbor = fixture.addRegistry(open.host(), ui::TlsChoice::PlainHttp);
    auto profile = *fixture.workspace().registries().find(harbor);
    profile.name = QStringLiteral("Site registry");
    profile.project = QStringLiteral("prod");
    profile.username = QStringLiteral("robot$prod+delivery");
    profile.pushAtOnce = true;
    fixture.workspace().registries().save(profile);
    fixture.workspace().registries().noteCheck(harbor, QStringLiteral("Harbor"), true);
    const QString locked = fixture.addRegistry(closed.host(), ui::TlsChoice::PlainHttp,
                                               QStringLiteral("robot$delivery"), QStringLiteral("wrong"));
    const QString absent = fixture.addRegistry(QStringLiteral("127.0.0.1:9"), ui::TlsChoice::Verify);

    waitFor(fixture, push(fixture, harbor, open.host(), names[0]), ui::JobState::Done);
    waitFor(fixture, push(fixture, absent, QStringLiteral("127.0.0.1:9"), names[3]), ui::JobState::Failed);
    waitFor(fixture, push(fixture, locked, closed.host(), names[4]), ui::JobState::NeedsYou);
    settings.rateLimit = 60'000;
    fixture.workspace().change(settings);
    const QString cancelled = push(fixture, harbor, open.host(), names[5]);
    waitFor(fixture, cancelled, ui::JobState::Running);
    jobs.cancel(cancelled);
    waitFor(fixture, cancelled, ui::JobState::Cancelled);
    const QString running = push(fixture, harbor, open.host(), names[2]);
    const QString second = push(fixture, harbor, open.host(), names[8]);
    jobs.start(second);
    const QString paused = push(fixture, harbor, open.host(), names[6]);
    jobs.pause(paused);
    push(fixture, harbor, open.host(), names[7]);
    waitFor(fixture, running, ui::JobState::Running);
    QTest::qWait(3500);
}

void makeLeftovers(WindowFixture &fixture)
{
    Cache &cache = *fixture.workspace().cache();
    const auto write = [&cache](const QString &path, qsizetype size) {
        QFile file(cache.folder() + u'/' + path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(size, 'x')) != size)
            qFatal("%s cannot be written", qPrintable(file.fileName()));
    };
    write(QLatin1String("blobs/sha256/") + Digest::of("nobody's").hex(), 1'400'000);
    write(QLatin1String("partial/") + Digest::of("half").hex(), 620'000);
    if (!cache.setPinned({*ImageName::parse(names[1])}, true) ||
        !Trash(cache).move({.images = {*ImageName::parse(older.last())}}))
        qFatal("the cache cannot be changed");
    fixture.workspace().images().reload();
    if (!fixture.waitForImages(int(imageCount()) - 1))
        qFatal("the image is not in the trash");
}

void makeCacheJobs(WindowFixture &fixture, const QString &folder)
{
    ui::JobQueue &jobs = fixture.workspace().jobs();
    const QList<ImageName> images{*ImageName::parse(names[1]), *ImageName::parse(names[9])};
    const QString exported = jobs.add(
        ui::exportRequest({images, folder + QStringLiteral("/site-delivery.tar"), ExportFormat::OciArchive}));
    waitFor(fixture, exported, ui::JobState::Done);
    const QString sound = jobs.add(ui::verifyRequest({images.first()}));
    waitFor(fixture, sound, ui::JobState::Done);
    const auto image = fixture.workspace().cache()->find(*ImageName::parse(names[10]));
    QFile blob(fixture.workspace().cache()->blobPath(image->blobs.last().digest));
    const QByteArray bytes = blob.open(QIODevice::ReadWrite) ? blob.read(1) : QByteArray();
    if (!blob.seek(0) || blob.write("?") != 1 || !blob.flush())
        qFatal("a blob cannot be spoilt");
    const QString damaged = jobs.add(ui::verifyRequest({}));
    waitFor(fixture, damaged, ui::JobState::Failed);
    if (!blob.seek(0) || blob.write(bytes) != 1)
        qFatal("a blob cannot be mended");
    if (!fixture.workspace().cache()->setPinned({*ImageName::parse(names[12]), *ImageName::parse(names[3])},
                                                true))
        qFatal("images cannot be pinned");
}

} // namespace dip::test
