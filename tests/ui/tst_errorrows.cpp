#include <QtTest>

#include "tests/support/archivebuilder.h"
#include "tests/support/tarwriter.h"
#include "tests/support/testregistry.h"
#include "tests/ui/support/jobbench.h"
#include "ui/jobs/cachejobs.h"

using namespace dip;
using namespace dip::test;
using ui::JobState;

/// What may go wrong with a job, made to happen by a registry, an archive or a disk: its row says what
/// happened, has a name to search for, and offers what helps.
class TestErrorRows final : public QObject
{
    Q_OBJECT

private slots:
    void registriesRefuse_data();
    void registriesRefuse();
    void aCertificateIsNotTrusted();
    void aPasswordIsWrong();
    void aLineIsLost();
    void archivesAreBad_data();
    void archivesAreBad();
    void aLayerIsDamagedOnDisk();
    void theDiskIsFull();
    void otherThingsFail_data();
    void otherThingsFail();
};

namespace {

QStringList list(const char *names)
{
    return QString::fromLatin1(names).split(u' ');
}

const QString uploads = QStringLiteral("/blobs/uploads/");
const QString manifests = QStringLiteral("/manifests/");

Fault says(int status, const QByteArray &code, const QByteArray &message)
{
    return Fault::reply(errorAnswer(status, code, message));
}

QByteArray imageTar()
{
    ArchiveBuilder builder;
    builder.addImage({.names = {QStringLiteral("a/b:1")}, .layers = {ArchiveBuilder::bigLayer(50'000)}});
    return ArchiveBuilder::tar(builder.dockerSaveFiles());
}

/// As PowerShell's > writes it.
QByteArray inUtf16(const QByteArray &bytes)
{
    QByteArray text("\xff\xfe");
    for (const char c : bytes)
        text.append(c).append('\0');
    return text;
}

} // namespace

void TestErrorRows::registriesRefuse_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("cause"); // %1 is the registry
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("steps");
    const QStringList denied = list("sign-in change-target open-registry retry copy-report");
    const QStringList full = list("change-target copy-for-admin retry copy-report");
    const QByteArray quota =
        "adding 12.5 MiB of storage resource, which when updated to current usage of 1015.0 MiB will exceed "
        "the configured upper limit of 1.0 GiB.";
    QTest::newRow("may not push") << QByteArray("POST") << uploads << says(403, "DENIED", "no right")
                                  << "Signed in, but robot may not push to prod/app, or it does not exist."
                                  << "E403-DENIED" << denied;
    QTest::newRow("no such project") << QByteArray("POST") << uploads
                                     << says(404, "NAME_UNKNOWN", "no project prod")
                                     << "%1 has no project for prod/app." << "E404-NOT-FOUND"
                                     << list("change-target open-registry retry copy-report");
    QTest::newRow("body too large") << QByteArray("PUT") << uploads
                                    << Fault::reply({413, {{"Content-Type", "text/html"}}, "<html></html>"})
                                    << "A proxy before %1 refuses uploads of this size."
                                    << "E413-BODY-TOO-LARGE"
                                    << list("retry-smaller copy-for-admin copy-report");
    QTest::newRow("upload forgotten")
        << QByteArray("PUT") << uploads << says(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown")
        << "%1 forgot the partial upload several times." << "E404-BLOB-UPLOAD-UNKNOWN"
        << list("continue retry-slowly copy-report");
    QTest::newRow("quota of the project")
        << QByteArray("PUT") << manifests << says(412, "PRECONDITION", quota)
        << "The project's quota in %1 is used up: 1015.0 MiB of 1.0 GiB are taken, and 12.5 MiB more are "
           "needed."
        << "E412-REGISTRY-STORAGE" << full;
    QTest::newRow("no space there") << QByteArray("POST") << uploads
                                    << says(507, "UNKNOWN", "insufficient storage")
                                    << "The storage of %1 is full or not working." << "E507-REGISTRY-STORAGE"
                                    << full;
    QTest::newRow("fewer requests") << QByteArray("POST") << uploads
                                    << says(429, "TOOMANYREQUESTS", "slow down")
                                    << "%1 asks for fewer requests." << "E429-RATE-LIMITED"
                                    << list("retry retry-slowly copy-report");
    QTest::newRow("out of order") << QByteArray("POST") << uploads << says(500, "UNKNOWN", "oops")
                                  << "%1 reports an error (HTTP 500)." << "E500-SERVER-FAILED"
                                  << list("retry copy-report");
}

void TestErrorRows::registriesRefuse()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(Fault, fault);
    QFETCH(QString, cause);
    JobBench bench;
    bench.breakDown(method, path, fault);
    const QString job = bench.push();
    QVERIFY(bench.reaches(job, JobState::Failed));
    QCOMPARE(bench.cause(), cause.replace(QLatin1String("%1"), bench.registry().hostAndPort()));
    QTEST(bench.id(), "id");
    QTEST(bench.steps(), "steps");
    bench.mend();
    QVERIFY(bench.press(bench.steps().contains(u"retry") ? "retry" : "copy-report"));
}

void TestErrorRows::aCertificateIsNotTrusted()
{
    const TestRegistry registry({.tls = true});
    JobBench bench;
    const QString profile = bench.fixture().addRegistry(registry.host(), ui::TlsChoice::Verify);
    QVERIFY(bench.reaches(bench.push(profile, registry.host()), JobState::NeedsYou));
    const QString cause = bench.cause();
    QVERIFY2(
        cause.startsWith(
            QStringLiteral("The certificate of %1 is not trusted here (issued by ").arg(registry.host())),
        qPrintable(cause));
    QVERIFY2(cause.contains(QLatin1String(", valid until ")), qPrintable(cause));
    QCOMPARE(bench.id(), QStringLiteral("E-TLS-UNTRUSTED"));
    QCOMPARE(bench.steps(), list("trust add-ca retry edit-registry copy-report"));
}

void TestErrorRows::aPasswordIsWrong()
{
    JobBench bench;
    bench.registry().with([](MemoryRegistry &memory) { memory.basic = "robot:another"; });
    QVERIFY(bench.reaches(bench.push(), JobState::NeedsYou));
    QCOMPARE(
        bench.cause(),
        QStringLiteral("%1 does not accept this user name or password.").arg(bench.registry().hostAndPort()));
    QCOMPARE(bench.id(), QStringLiteral("E401-AUTH-FAILED"));
    QCOMPARE(bench.steps(), list("edit-registry copy-report")); // and the fields themselves
}

void TestErrorRows::aLineIsLost()
{
    JobBench bench;
    bench.breakDown("PUT", uploads, Fault::cutRequest(100));
    QVERIFY(bench.reaches(bench.push(), JobState::Failed));
    QCOMPARE(
        bench.cause(),
        QStringLiteral("The connection to %1 was lost several times.").arg(bench.registry().hostAndPort()));
    QCOMPARE(bench.id(), QStringLiteral("E-CONNECTION-LOST"));
    QCOMPARE(bench.steps(), list("retry retry-slowly copy-report"));
}

void TestErrorRows::archivesAreBad_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("id");
    const QByteArray whole = imageTar();
    QTest::newRow("cut off") << whole.first(40'000)
                             << "^web\\.tar ends too early: the last part of it has \\d+ kB of \\d+ kB\\.$"
                             << "E-ARCHIVE-TRUNCATED";
    QTest::newRow("text of PowerShell")
        << inUtf16(whole) << "^web\\.tar was turned into text by PowerShell\\.$"
        << "E-ARCHIVE-UTF16";
    QTest::newRow("no image") << TarWriter().file("readme.txt", "hello").finished()
                              << "^web\\.tar is no image archive\\.$" << "E-ARCHIVE-NOT-IMAGE";
}

void TestErrorRows::archivesAreBad()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, cause);
    JobBench bench;
    const QString file = bench.path(QStringLiteral("web.tar"));
    ArchiveBuilder::writeFile(file, bytes);
    QVERIFY(bench.reaches(bench.import(file), JobState::Failed));
    QVERIFY2(QRegularExpression(cause).match(bench.cause()).hasMatch(), qPrintable(bench.cause()));
    QTEST(bench.id(), "id");
    QCOMPARE(bench.steps(), list("retry show-file skip copy-report"));
}

void TestErrorRows::aLayerIsDamagedOnDisk()
{
    JobBench bench;
    const auto images = bench.fixture().workspace().cache()->images();
    const auto layer = std::ranges::find(images->first().blobs, false, &CachedBlob::isConfig);
    QFile file(bench.fixture().workspace().cache()->blobPath(layer->digest));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write("damaged") == 7);
    file.close();
    QVERIFY(bench.reaches(bench.push(), JobState::Failed));
    QCOMPARE(bench.cause(), QStringLiteral("The layer %1 is damaged on the disk of the cache.")
                                .arg(layer->digest.hex().first(12)));
    QCOMPARE(bench.id(), QStringLiteral("E-DIGEST-MISMATCH"));
    QCOMPARE(bench.steps(), list("fetch-again verify-all retry copy-report"));
}

void TestErrorRows::theDiskIsFull()
{
    constexpr qint64 huge = 8'000'000'000'000;
    JobBench bench;
    const QString file = bench.path(QStringLiteral("huge.tar"));
    JobBench::writeHugeArchive(file, huge);
    QVERIFY(bench.reaches(bench.import(file), JobState::Failed));
    const QRegularExpression cause(
        QStringLiteral("^8\\.0 TB are needed, and [\\d.]+ [kMGT]B are free in .*/cache\\.$"));
    QVERIFY2(cause.match(bench.cause()).hasMatch(), qPrintable(bench.cause()));
    QCOMPARE(bench.id(), QStringLiteral("E-DISK-FULL"));
    QCOMPARE(bench.steps(), list("clean-cache choose-cache retry copy-report"));
}

/// With the rows above more than twenty: whatever it is, there is a sentence, a name, and a way on.
void TestErrorRows::otherThingsFail_data()
{
    using Begin = std::function<QString(JobBench &)>;
    QTest::addColumn<Begin>("begin");
    QTest::addColumn<QString>("id");
    QTest::addColumn<JobState>("state");
    QTest::addColumn<QString>("cause"); // how it begins; %1 is the registry
    QTest::newRow("nobody listens") << Begin([](JobBench &bench) {
        const QString host = QStringLiteral("127.0.0.1:9");
        return bench.push(bench.fixture().addRegistry(host, ui::TlsChoice::PlainHttp), host);
    }) << "E-CONNECTION-REFUSED" << JobState::Failed
                                    << "Nothing answers at 127.0.0.1:9.";
    QTest::newRow("no such host") << Begin([](JobBench &bench) {
        const QString host = QStringLiteral("registry.invalid");
        return bench.push(bench.fixture().addRegistry(host, ui::TlsChoice::PlainHttp), host);
    }) << "E-HOST-NOT-FOUND" << JobState::Failed
                                  << "There is no host named registry.invalid.";
    QTest::newRow("no TLS there") << Begin([plain = std::make_shared<TestRegistry>()](JobBench &bench) {
        return bench.push(bench.fixture().addRegistry(plain->host(), ui::TlsChoice::Verify), plain->host());
    }) << "E-TLS-FAILED" << JobState::Failed
                                  << "No secure connection to ";
    QTest::newRow("password never given") << Begin([](JobBench &bench) {
        bench.registry().with([](MemoryRegistry &memory) { memory.basic = "robot:another"; });
        const QString host = bench.registry().hostAndPort();
        return bench.push(bench.fixture().addRegistry(host, ui::TlsChoice::PlainHttp), host);
    }) << "E401-AUTH-REQUIRED" << JobState::NeedsYou
                                          << "%1 ";
    const auto pushes = [](const char *method, const QString &path, const Fault &fault) {
        return Begin([method = QByteArray(method), path, fault](JobBench &bench) {
            bench.breakDown(method, path, fault);
            return bench.push();
        });
    };
    QTest::newRow("manifest refused")
        << pushes("PUT", manifests, says(400, "MANIFEST_INVALID", "no")) << "E400-SERVER-FAILED"
        << JobState::Failed << "%1 does not accept the manifest of this image.";
    QTest::newRow("digest refused") << pushes("PUT", uploads, says(400, "DIGEST_INVALID", "no"))
                                    << "E400-SERVER-FAILED" << JobState::Failed
                                    << "%1 received other bytes than were sent.";
    QTest::newRow("a page instead of a registry")
        << pushes("POST", uploads, Fault::reply({200, {{"Content-Type", "text/html"}}, "<html></html>"}))
        << "E200-PROTOCOL-VIOLATION" << JobState::Failed << "%1 answered in a way that no registry should.";
    QTest::newRow("read only") << pushes("POST", uploads, says(405, "UNSUPPORTED", "read only"))
                               << "E405-SERVER-FAILED" << JobState::Failed << "%1 takes no pushes.";
    const auto imports = [](const char *name) {
        return Begin([name](JobBench &bench) { return bench.import(bench.path(QLatin1String(name))); });
    };
    QTest::newRow("file is gone") << imports("absent.tar") << "E-FILE-MISSING" << JobState::Failed << "";
    const auto pulls = [](const char *image, const QList<Platform> &platforms) {
        return Begin([image, platforms](JobBench &bench) {
            PullAndCache step{*ImageName::parse(QLatin1String(image).toString()), {}, platforms};
            const QString source = bench.registry().hostAndPort() + u'/' + QLatin1String(image);
            return bench.jobs().add({ui::JobKind::Pull, source, {}, bench.profile(), {}, {step}});
        });
    };
    QTest::newRow("no such image there")
        << pulls("nobody/nothing:1", {}) << "E404-NOT-FOUND" << JobState::Failed << "%1 has no such image.";
    QTest::newRow("not in the cache") << Begin([](JobBench &bench) {
        const PushFromCacheUsingManifest step{*ImageName::parse(u"nobody/nothing:1"), {}};
        return bench.jobs().add({ui::JobKind::Push,
                                 QStringLiteral("nobody/nothing:1"),
                                 QStringLiteral("host/x:1"),
                                 bench.profile(),
                                 {},
                                 {step}});
    }) << "E-NOT-IN-CACHE" << JobState::Failed
                                      << "";
    QTest::newRow("the target is there already") << Begin([](JobBench &bench) {
        return bench.jobs().add(ui::exportRequest({{*ImageName::parse(u"site/app:1.0")}, bench.archive()}));
    }) << "E-INVALID-ARGUMENT" << JobState::Failed
                                                 << "";
}

void TestErrorRows::otherThingsFail()
{
    QFETCH(std::function<QString(JobBench &)>, begin);
    QFETCH(JobState, state);
    JobBench bench;
    const QString job = begin(bench);
    QVERIFY(bench.reaches(job, state));
    QTEST(bench.id(), "id");
    QFETCH(QString, cause);
    cause.replace(QLatin1String("%1"), bench.registry().hostAndPort());
    QVERIFY2(bench.cause().startsWith(cause) && bench.cause().endsWith(u'.'), qPrintable(bench.cause()));
    QVERIFY(bench.jobs().find(job)->error->code != ErrorCode::Internal);
    const QStringList steps = bench.steps();
    QVERIFY2(steps.size() > 1 && steps.contains(QStringLiteral("copy-report")), qPrintable(steps.join(u' ')));
}

QTEST_MAIN(TestErrorRows)
#include "tst_errorrows.moc"
