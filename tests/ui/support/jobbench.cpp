#include "tests/ui/support/jobbench.h"

#include <QLabel>
#include <QLayout>
#include <QPushButton>

#include "tests/support/archivebuilder.h"
#include "tests/support/tarwriter.h"
#include "ui/views/attentionpanel.h"
#include "ui/views/jobspage.h"

namespace dip::test {

namespace {

constexpr int patienceMs = 30'000;
const QString stepPrefix = QStringLiteral("step-");

void writeImage(const QString &file, int layers, qint64 layerSize)
{
    ImageSpec image{.names = {QStringLiteral("site/app:1.0")}};
    for (int i = 0; i < layers; ++i)
        image.layers.append(ArchiveBuilder::bigLayer(layerSize, quint32(i + 1)));
    ArchiveBuilder builder;
    builder.addImage(image);
    builder.writeDockerSave(file);
}

} // namespace

JobBench::JobBench(int layers, qint64 layerSize)
    : m_profile(m_fixture.addRegistry(m_registry.hostAndPort(), ui::TlsChoice::PlainHttp,
                                      QStringLiteral("robot"), QStringLiteral("s3cr3t-pass")))
{
    m_fixture.workspace().registries().tune(m_profile, 1, 0); // one repetition, so that failures come soon
    writeImage(archive(), layers, layerSize);
    import(archive());
    if (!m_fixture.waitForImages(1))
        qFatal("the image was not imported");
    m_fixture.window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Jobs);
}

void JobBench::breakDown(const QByteArray &method, const QString &path, const Fault &fault)
{
    m_registry.add({.method = method,
                    .path = path,
                    .fault = fault,
                    .times = -1,
                    .headIs = [broken = m_broken](const SeenRequest &) {
                        return broken->load();
                    }});
}

void JobBench::limitBodies(qint64 bytes)
{
    const Answer page{413, {{"Content-Type", "text/html"}}, "<html><title>413 Too Large</title></html>"};
    m_registry.add({.method = {},
                    .path = QStringLiteral("/blobs/uploads/"),
                    .fault = Fault::reply(page),
                    .times = -1,
                    .headIs = [broken = m_broken, bytes](const SeenRequest &seen) {
                        return *broken && seen.header("Content-Length").toLongLong() > bytes;
                    }});
}

QString JobBench::push(int atOnce)
{
    PushFromCacheUsingManifest step{*ImageName::parse(u"site/app:1.0"), {}};
    step.target.repository = *RepositoryName::parse(u"prod/app");
    step.target.maxConcurrent = atOnce;
    return jobs().add({ui::JobKind::Push,
                       QStringLiteral("site/app:1.0"),
                       m_registry.hostAndPort() + QStringLiteral("/prod/app:1.0"),
                       m_profile,
                       {},
                       {step}});
}

QString JobBench::push(const QString &profile, const QString &host)
{
    PushFromCacheUsingManifest step{*ImageName::parse(u"site/app:1.0"), {}};
    return jobs().add({ui::JobKind::Push,
                       QStringLiteral("site/app:1.0"),
                       host + QStringLiteral("/site/app:1.0"),
                       profile,
                       {},
                       {step}});
}

QString JobBench::import(const QString &file, const QString &after)
{
    return jobs().add({ui::JobKind::Import, file, {}, {}, after, {ExtractAndCache{file, {}, 2}}});
}

void JobBench::writeHugeArchive(const QString &file, qint64 bytes)
{
    ArchiveBuilder builder;
    builder.addImage({.names = {QStringLiteral("a/huge:1")}, .layers = {ArchiveBuilder::layer("a", "A")}});
    TarWriter tar;
    QByteArray layer;
    for (const auto &[name, content] : builder.dockerSaveFiles()) {
        if (name.endsWith(u"layer.tar"))
            layer = name.toUtf8();
        else
            tar.file(name.toUtf8(), content);
    }
    tar.entry({.name = layer, .sizeForm = TarWriter::SizeForm::Base256, .claimedSize = bytes});
    ArchiveBuilder::writeFile(file, tar.bytes());
    if (!QFile::resize(file, tar.bytes().size() + bytes + 1024))
        qFatal("the file system has no sparse files");
}

bool JobBench::reaches(const QString &job, ui::JobState state)
{
    const bool reached =
        QTest::qWaitFor([&] { return jobs().find(job) && jobs().find(job)->state == state; }, patienceMs);
    choose(job);
    return reached;
}

void JobBench::choose(const QString &job)
{
    m_fixture.window().findChild<ui::JobsPage *>()->showJob(job);
}

QString JobBench::cause() const
{
    const auto *label = m_fixture.find<QLabel>(QStringLiteral("attentionTitle"));
    return label ? label->text() : QString();
}

QString JobBench::id() const
{
    const auto *label = m_fixture.find<QLabel>(QStringLiteral("attentionId"));
    return label ? label->text() : QString();
}

QStringList JobBench::steps() const
{
    QStringList names;
    auto *panel = m_fixture.find<ui::AttentionPanel>(QStringLiteral("attention"));
    for (const auto *button : panel ? panel->findChildren<QPushButton *>() : QList<QPushButton *>()) {
        if (button->isVisible() && button->objectName().startsWith(stepPrefix))
            names.append(button->objectName().sliced(stepPrefix.size()));
    }
    return names;
}

bool JobBench::press(const char *step) const
{
    return m_fixture.press(stepPrefix + QLatin1String(step));
}

} // namespace dip::test
