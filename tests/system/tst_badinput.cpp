#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include "core/image/digest.h"
#include "tests/support/httpstub.h"
#include "tests/support/program.h"
#include "tests/support/testregistry.h"
#include "tests/support/tinycache.h"

using namespace dip;
using namespace dip::test;

/// Bad input to the real program: each gets its own message of two lines, its exit code, and leaves the cache
/// as it was.
class TestBadInput final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void badArchives_data();
    void badArchives();
    void badNames_data();
    void badNames();
    void badUsage_data();
    void badUsage();
    void noSuchTag();
    void notInTheCache();
    void unwritableCache();
    void damagedIndex();
    void interrupted();

private:
    [[nodiscard]] QString data(const QString &name) const { return QStringLiteral(TEST_DATA_DIR "/") + name; }
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString cache() const { return file(QStringLiteral("cache")); }
    void repack(const QString &archive, const std::function<void(const QString &folder)> &change);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestRegistry> m_plain;
};

namespace {

constexpr const char *layerName = "953f8b9c48c6f7c0993c8c7d04cd416c7916015c29bbfec0fdac37e3d19d1bb6";

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

void tool(const QString &program, const QStringList &arguments)
{
    const Outcome outcome = run(program, arguments);
    QVERIFY2(outcome.exitCode == 0, outcome.all());
}

/// unshare's option for mounts of one's own; only root may have them without a user namespace, and only
/// others may make one from inside a changed root.
QString ownMounts()
{
    return run(QStringLiteral("id"), {QStringLiteral("-u")}).out.trimmed() == "0" ? QStringLiteral("-m")
                                                                                  : QStringLiteral("-rm");
}

} // namespace

void TestBadInput::initTestCase()
{
    m_plain = std::make_unique<TestRegistry>();
    m_plain->start();
}

void TestBadInput::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    makeTinyCache(cache());
}

/// An archive like docker26-single.tar, changed.
void TestBadInput::repack(const QString &archive, const std::function<void(const QString &folder)> &change)
{
    const QString folder = file(QStringLiteral("tree"));
    QVERIFY(QDir().mkpath(folder));
    tool(QStringLiteral("tar"),
         {QStringLiteral("-C"), folder, QStringLiteral("-xf"), data(QStringLiteral("docker26-single.tar"))});
    change(folder);
    tool(QStringLiteral("tar"),
         {QStringLiteral("-C"), folder, QStringLiteral("-cf"), archive, QStringLiteral(".")});
}

void TestBadInput::badArchives_data()
{
    using Make = std::function<void(TestBadInput &, const QString &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const char *said, Make make) {
        QTest::newRow(name) << make << QByteArray(said);
    };

    row("truncated", "too early", [](TestBadInput &t, const QString &path) {
        write(path, contentOf(t.data(QStringLiteral("docker26-single.tar"))).first(20000));
    });
    row("no image", "image", [](TestBadInput &t, const QString &path) {
        write(t.file(QStringLiteral("letter.txt")), "hello");
        tool(QStringLiteral("tar"),
             {QStringLiteral("-C"), t.file({}), QStringLiteral("-cf"), path, QStringLiteral("letter.txt")});
    });
    row("no archive", "image", [](TestBadInput &, const QString &path) {
        write(path, QByteArray("just some text\n").repeated(200));
    });
    row("empty", "empty", [](TestBadInput &, const QString &path) { write(path, {}); });
    row("utf-16", "PowerShell", [](TestBadInput &t, const QString &path) {
        QByteArray wide("\xff\xfe");
        for (const char c : contentOf(t.data(QStringLiteral("docker26-single.tar"))))
            wide.append(c).append('\0');
        write(path, wide);
    });
    row("zip of junk", "image", [](TestBadInput &t, const QString &path) {
        write(t.file(QStringLiteral("junk.bin")), QByteArray(5000, 'j'));
        tool(QStringLiteral("zip"),
             {QStringLiteral("-qj"), t.file(QStringLiteral("junk.zip")), t.file(QStringLiteral("junk.bin"))});
        QVERIFY(QFile::rename(t.file(QStringLiteral("junk.zip")), path));
    });
    row("wrong digest in a blob", "sha256:", [](TestBadInput &t, const QString &path) {
        t.repack(path, [](const QString &folder) {
            const QString layer = folder + QStringLiteral("/blobs/sha256/") + QLatin1String(layerName);
            QByteArray bytes = contentOf(layer);
            bytes[700] = char(bytes[700] ^ 1);
            QFile::remove(layer);
            write(layer, bytes);
        });
    });
    row("wrong diff_id", "sha256:", [](TestBadInput &t, const QString &path) {
        t.repack(path, [](const QString &folder) {
            // Docker save alone, with a config whose second diff_id is another one.
            QFile::remove(folder + QStringLiteral("/index.json"));
            QFile::remove(folder + QStringLiteral("/oci-layout"));
            QByteArray manifest = contentOf(folder + QStringLiteral("/manifest.json"));
            const QString oldConfig =
                QJsonDocument::fromJson(manifest)[0][QLatin1String("Config")].toString();
            QByteArray config = contentOf(folder + u'/' + oldConfig);
            const qsizetype second = config.lastIndexOf("sha256:") + 7;
            config[second] = config[second] == '0' ? '1' : '0';
            const QString newConfig = QStringLiteral("blobs/sha256/") + Digest::of(config).hex();
            write(folder + u'/' + newConfig, config);
            QFile::remove(folder + QStringLiteral("/manifest.json"));
            write(folder + QStringLiteral("/manifest.json"),
                  manifest.replace(oldConfig.toLatin1(), newConfig.toLatin1()));
        });
    });
    row("manifest of 5 MiB", "MiB", [](TestBadInput &t, const QString &path) {
        t.repack(path, [](const QString &folder) {
            QFile::remove(folder + QStringLiteral("/manifest.json"));
            QByteArray manifest =
                R"({"schemaVersion":2,"annotations":{"x":")" + QByteArray(5 * 1024 * 1024, 'x') + R"("}})";
            const Digest digest = Digest::of(manifest);
            write(folder + QStringLiteral("/blobs/sha256/") + digest.hex(), manifest);
            QFile::remove(folder + QStringLiteral("/index.json"));
            write(
                folder + QStringLiteral("/index.json"),
                R"({"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")" +
                    digest.toString().toLatin1() + R"(","size":)" + QByteArray::number(manifest.size()) +
                    "}]}");
        });
    });
    row("climbs out", "outside", [](TestBadInput &t, const QString &path) {
        write(t.file(QStringLiteral("secret")), QByteArray(3000, 's'));
        t.repack(path, [](const QString &folder) {
            QFile::remove(folder + QStringLiteral("/index.json"));
            QFile::remove(folder + QStringLiteral("/manifest.json"));
            write(folder + QStringLiteral("/manifest.json"),
                  R"([{"Config":"../secret","RepoTags":["a:1"],"Layers":["../secret"]}])");
        });
    });
    row("link cycle", "link", [](TestBadInput &t, const QString &path) {
        t.repack(path, [](const QString &folder) {
            QFile::remove(folder + QStringLiteral("/index.json"));
            const QString layer = folder + QStringLiteral("/blobs/sha256/") + QLatin1String(layerName);
            QFile::remove(layer);
            QVERIFY(QFile::link(QStringLiteral("other"), layer));
            QVERIFY(QFile::link(QLatin1String(layerName), folder + QStringLiteral("/blobs/sha256/other")));
        });
    });
    row("missing layer", "not", [](TestBadInput &t, const QString &path) {
        t.repack(path, [](const QString &folder) {
            QFile::remove(folder + QStringLiteral("/blobs/sha256/") + QLatin1String(layerName));
        });
    });
}

void TestBadInput::badArchives()
{
    using Make = std::function<void(TestBadInput &, const QString &)>;
    QFETCH(Make, make);
    QFETCH(QByteArray, said);
    const QString archive = file(QStringLiteral("archive.tar"));
    make(*this, archive);
    const Outcome outcome = pusher(
        {QStringLiteral("extract"), QStringLiteral("-f"), archive, QStringLiteral("--cache-dir"), cache()});
    verifyMessage(outcome, 6);
    QVERIFY2(outcome.err.contains("archive.tar"), outcome.err);
    QVERIFY2(outcome.err.contains(said), outcome.err);
    verifyTinyCache(cache());
    // A push of it ends the same way, though senders wait for what will never come.
    const Outcome pushed =
        pusher({QStringLiteral("push"), QStringLiteral("-s"), archive, QStringLiteral("--registry"),
                m_plain->url().toString(), QStringLiteral("--cache-dir"), cache()});
    verifyMessage(pushed, 6);
    verifyTinyCache(cache());
}

void TestBadInput::badNames_data()
{
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("reference");
    QTest::newRow("upper case") << "Library/Ubuntu" << "latest";
    QTest::newRow("climbs") << "../../etc" << "latest";
    QTest::newRow("empty part") << "a//b" << "latest";
    QTest::newRow("space") << "a b" << "latest";
    QTest::newRow("tag with a slash") << "a/b" << "la/test";
    QTest::newRow("tag that climbs") << "a/b" << "..";
    QTest::newRow("long tag") << "a/b" << QString(129, u'x');
    QTest::newRow("short digest") << "a/b" << "sha256:1234";
}

void TestBadInput::badNames()
{
    QFETCH(QString, repository);
    QFETCH(QString, reference);
    for (const QString &command : {QStringLiteral("pull"), QStringLiteral("push")}) {
        QStringList arguments{command,
                              QStringLiteral("-r"),
                              repository,
                              QStringLiteral("-t"),
                              reference,
                              QStringLiteral("--registry"),
                              m_plain->url().toString(),
                              QStringLiteral("--cache-dir"),
                              cache()};
        if (command == QLatin1String("push"))
            arguments += {QStringLiteral("-s"), QStringLiteral("tiny/app:1.0")};
        verifyMessage(pusher(arguments), 2);
    }
    verifyTinyCache(cache());
}

void TestBadInput::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no command") << QStringList{};
    QTest::newRow("unknown command") << QStringList{QStringLiteral("fetch")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("list"), QStringLiteral("--colour")};
    QTest::newRow("missing option") << QStringList{QStringLiteral("extract")};
    QTest::newRow("missing value") << QStringList{QStringLiteral("extract"), QStringLiteral("-f")};
    QTest::newRow("no number") << QStringList{QStringLiteral("pull"), QStringLiteral("a:1"),
                                              QStringLiteral("--max-concurrent"), QStringLiteral("many")};
    QTest::newRow("zero at once") << QStringList{QStringLiteral("pull"), QStringLiteral("a:1"),
                                                 QStringLiteral("--max-concurrent"), QStringLiteral("0")};
    QTest::newRow("no platform") << QStringList{QStringLiteral("pull"), QStringLiteral("a:1"),
                                                QStringLiteral("--platform"), QStringLiteral("toaster")};
    QTest::newRow("no address") << QStringList{QStringLiteral("check"), QStringLiteral("--registry"),
                                               QStringLiteral("ftp://x")};
    QTest::newRow("skip and force") << QStringList{QStringLiteral("push"), QStringLiteral("-s"),
                                                   QStringLiteral("a:1"), QStringLiteral("--skip-existing"),
                                                   QStringLiteral("--force-upload")};
}

void TestBadInput::badUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = pusher(arguments);
    QVERIFY2(outcome.exitCode == 2, QByteArray::number(outcome.exitCode) + outcome.all());
    QVERIFY2(!outcome.err.isEmpty(), "nothing was said");
}

void TestBadInput::noSuchTag()
{
    const QStringList base{QStringLiteral("--registry"), m_plain->url().toString(),
                           QStringLiteral("--cache-dir"), cache()};
    verifyMessage(pusher(QStringList{QStringLiteral("pull"), QStringLiteral("-r"), QStringLiteral("no/such"),
                                     QStringLiteral("-t"), QStringLiteral("tag")} +
                         base),
                  3);
    verifyTinyCache(cache());
}

void TestBadInput::notInTheCache()
{
    const QStringList base{QStringLiteral("--registry"), m_plain->url().toString(),
                           QStringLiteral("--cache-dir"), cache()};
    verifyMessage(
        pusher(QStringList{QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("no/such:tag")} +
               base),
        3);
    verifyMessage(
        pusher(QStringList{QStringLiteral("push"), QStringLiteral("-s"), QStringLiteral("./missing.tar")} +
               base),
        3);
    verifyMessage(pusher({QStringLiteral("extract"), QStringLiteral("-f"),
                          file(QStringLiteral("missing.tar")), QStringLiteral("--cache-dir"), cache()}),
                  3);
    verifyTinyCache(cache());
}

void TestBadInput::unwritableCache()
{
    const QString script = QStringLiteral(
        "mount -t tmpfs -o ro none \"$1\" && exec \"$2\" extract -f \"$3\" --cache-dir \"$1/cache\"");
    const QString place = file(QStringLiteral("readonly"));
    QVERIFY(QDir().mkpath(place));
    const Outcome outcome =
        run(QStringLiteral("unshare"),
            {ownMounts(), QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh"), place,
             QStringLiteral(PROGRAM), data(QStringLiteral("docker26-single.tar"))},
            {}, cleanEnvironment());
    verifyMessage(outcome, 8);
    QVERIFY2(outcome.err.contains("readonly"), outcome.err);
}

void TestBadInput::damagedIndex()
{
    for (const QByteArray &junk :
         {QByteArray(), QByteArray("{\"tiny/app/1.0\": {"), QByteArray("[1,2]"), QByteArray(300, '\xff')}) {
        write(cache() + QStringLiteral("/index.json"), junk);
        const Outcome listed = pusher({QStringLiteral("list"), QStringLiteral("--cache-dir"), cache()});
        QVERIFY2(listed.exitCode == 0, listed.all());
        QVERIFY2(listed.out.contains("tiny/app"), listed.all());
        QVERIFY2(listed.err.contains("index.json"), listed.err);
        verifyTinyCache(cache());
    }
}

/// Ctrl-C in the middle of a transfer that would not end: soon over, exit code 130, a whole cache.
void TestBadInput::interrupted()
{
    HttpStub stub([](const StubRequest &request) -> StubResponse {
        if (request.path() == "/v2/")
            return {200, {}, "{}", {}, false, {}};
        return {200, {}, {}, {}, true, {}};
    });
    QProcess process;
    process.setProcessEnvironment(cleanEnvironment());
    process.start(QStringLiteral(PROGRAM), {QStringLiteral("push"), QStringLiteral("-s"),
                                            QStringLiteral("tiny/app:1.0"), QStringLiteral("--registry"),
                                            stub.url().toString(), QStringLiteral("--cache-dir"), cache()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(!stub.requests().isEmpty(), 20000);
    QVERIFY(run(QStringLiteral("kill"), {QStringLiteral("-INT"), QString::number(process.processId())})
                .exitCode == 0);
    QVERIFY2(process.waitForFinished(10000), "it goes on after Ctrl-C");
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    verifyTinyCache(cache());
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
