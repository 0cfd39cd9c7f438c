#include "app/cli/commandline.h"
#include "app/cli/displaywidth.h"
#include "app/cli/language.h"

#include <QtTest>

using namespace dip;
using namespace dip::cli;

class TestCommandLine final : public QObject
{
    Q_OBJECT

private slots:
    void defaultsAreThoseOfTheSpecification();
    void pullTakesEverything();
    void pullByOneWord_data();
    void pullByOneWord();
    void extractTakesSeveralFiles_data();
    void extractTakesSeveralFiles();
    void pushTakesEverything();
    void cleanTakesEverything();
    void commonOptionsStandAnywhere_data();
    void commonOptionsStandAnywhere();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void jsonIsNoticedInMistakes();
    void helpFitsTheWindow_data();
    void helpFitsTheWindow();
    void helpNamesEveryOption();
    void versionIsShown();
};

namespace {

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

template<typename T> T parsed(const QString &line)
{
    const auto options = parseCommandLine(words(line));
    if (!options)
        qFatal("%s", qPrintable(options.error().message));
    return std::get<T>(options->command);
}

QString helpOf(const QString &line, int width = 80)
{
    const auto options = parseCommandLine(words(line), width);
    return options ? std::get<ShowText>(options->command).text : options.error().message;
}

} // namespace

void TestCommandLine::defaultsAreThoseOfTheSpecification()
{
    const auto push = parsed<PushOptions>(QStringLiteral("push -s a:1 -r b -t 2"));
    QCOMPARE(push.registry.address, QStringLiteral("https://registry-1.docker.io"));
    QCOMPARE(push.cacheFolder, QStringLiteral(".cache"));
    QCOMPARE(push.registry.retryAttempts, 3);
    QCOMPARE(push.maxConcurrent, 1);
    QCOMPARE(push.registry.skipTls, false);
    QCOMPARE(push.forceUpload, false);
    QCOMPARE(push.registry.idleTimeout, std::chrono::seconds(60));
    QCOMPARE(push.registry.commitTimeout, std::chrono::seconds(600));
    QCOMPARE(push.registry.rateLimit, 0);
}

void TestCommandLine::pullTakesEverything()
{
    const auto pull =
        parsed<PullOptions>(QStringLiteral("pull --repository library/ubuntu --reference 22.04 -u me "
                                           "--password secret --registry http://h:5000 --skip-tls "
                                           "--cache-dir /c --platform linux/amd64 --platform linux/arm64/v8 "
                                           "--max-concurrent 4 --retry-attempts 7 --as my/ubuntu:x "
                                           "--limit-rate 20M --idle-timeout 5 --commit-timeout 9"));
    QCOMPARE(pull.image.toString(), QStringLiteral("library/ubuntu:22.04"));
    QCOMPARE(pull.registry.username, QStringLiteral("me"));
    QCOMPARE(pull.registry.password, QStringLiteral("secret"));
    QCOMPARE(pull.registry.address, QStringLiteral("http://h:5000"));
    QVERIFY(pull.registry.skipTls);
    QCOMPARE(pull.cacheFolder, QStringLiteral("/c"));
    QCOMPARE(pull.platforms.size(), 2);
    QCOMPARE(pull.platforms[1].toString(), QStringLiteral("linux/arm64/v8"));
    QCOMPARE(pull.maxConcurrent, 4);
    QCOMPARE(pull.registry.retryAttempts, 7);
    QCOMPARE(pull.saveAs->toString(), QStringLiteral("my/ubuntu:x"));
    QCOMPARE(pull.registry.rateLimit, 20'000'000);
    QCOMPARE(pull.registry.idleTimeout, std::chrono::seconds(5));
    QCOMPARE(pull.registry.commitTimeout, std::chrono::seconds(9));
}

void TestCommandLine::pullByOneWord_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("address");
    const QString hub = QStringLiteral("https://registry-1.docker.io");
    QTest::newRow("tag") << "library/ubuntu:22.04" << "library/ubuntu:22.04" << hub;
    QTest::newRow("no tag") << "library/ubuntu" << "library/ubuntu:latest" << hub;
    QTest::newRow("named like a command") << "list" << "list:latest" << hub;
    QTest::newRow("host") << "harbor.cn:8443/prod/web:2.1" << "prod/web:2.1" << "harbor.cn:8443";
}

void TestCommandLine::pullByOneWord()
{
    QFETCH(QString, word);
    const auto pull = parsed<PullOptions>(QStringLiteral("pull ") + word);
    QTEST(pull.image.toString(), "image");
    QTEST(pull.registry.address, "address");
}

void TestCommandLine::extractTakesSeveralFiles_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("in a row") << "extract -f a.tar b.tar --cache-dir c";
    QTest::newRow("repeated") << "extract -f a.tar --cache-dir c --file b.tar";
    QTest::newRow("with equals sign") << "extract --cache-dir=c --file=a.tar --file=b.tar";
}

void TestCommandLine::extractTakesSeveralFiles()
{
    QFETCH(QString, line);
    const auto extract = parsed<ExtractOptions>(line);
    QCOMPARE(extract.files, (QStringList{QStringLiteral("a.tar"), QStringLiteral("b.tar")}));
    QCOMPARE(extract.cacheFolder, QStringLiteral("c"));
}

void TestCommandLine::pushTakesEverything()
{
    const auto push =
        parsed<PushOptions>(QStringLiteral("push --source images.tar --prefix prod/x --image a:1 --image #2 "
                                           "--dry-run --force-upload --max-concurrent 8 "
                                           "-u me --password-stdin --registry h"));
    QCOMPARE(push.source, QStringLiteral("images.tar"));
    QCOMPARE(push.prefix, QStringLiteral("prod/x"));
    QCOMPARE(push.images, (QStringList{QStringLiteral("a:1"), QStringLiteral("#2")}));
    QVERIFY(push.dryRun);
    QVERIFY(push.forceUpload);
    QVERIFY(push.registry.passwordFromStdin);
    QCOMPARE(push.maxConcurrent, 8);
    QVERIFY(!push.repository);
    QVERIFY(!push.reference);
}

void TestCommandLine::cleanTakesEverything()
{
    const auto clean = parsed<CleanOptions>(
        QStringLiteral("clean --image a:1 --image b@sha256:%1 --older-than 2w --yes").arg(QString(64, u'a')));
    QCOMPARE(clean.request.images.size(), 2);
    QVERIFY(clean.yes);
    QVERIFY(!clean.dryRun);
    QVERIFY(!clean.request.all);
    const qint64 seconds = clean.request.unusedSince->secsTo(QDateTime::currentDateTimeUtc());
    QVERIFY2(qAbs(seconds - 14 * 86400) < 60, qPrintable(QString::number(seconds)));
    QVERIFY(parsed<CleanOptions>(QStringLiteral("clean --all --dry-run")).request.all);
    QVERIFY(!parsed<CleanOptions>(QStringLiteral("clean")).request.namesImages());
}

void TestCommandLine::commonOptionsStandAnywhere_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("before the command") << "-vv --json --progress json --log-file l --log-format json list";
    QTest::newRow("behind it") << "list -v -v --json --progress=json --log-file l --log-format json";
}

void TestCommandLine::commonOptionsStandAnywhere()
{
    QFETCH(QString, line);
    const auto options = parseCommandLine(words(line));
    QVERIFY2(options, qPrintable(options ? QString() : options.error().message));
    QCOMPARE(options->common.verbose, 2);
    QVERIFY(options->common.json);
    QVERIFY(options->common.progress == ProgressMode::Json);
    QVERIFY(options->common.logFormat == LogFormat::Json);
    QCOMPARE(options->common.logFile, QStringLiteral("l"));
}

void TestCommandLine::mistakesAreNamed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named");   // in the message
    QTest::addColumn<QString>("command"); // in the hint
    QTest::newRow("nothing") << "" << "command" << "help`";
    QTest::newRow("unknown command") << "pusch" << "push" << "help`";
    QTest::newRow("unknown option") << "push -s a:1 --repositroy b" << "--repository" << "help push";
    QTest::newRow("option of another command") << "list --force-upload" << "--force-upload" << "help list";
    QTest::newRow("one too many") << "list here" << "here" << "help list";
    QTest::newRow("missing value") << "push --source" << "--source" << "help push";
    QTest::newRow("no repository") << "pull -t 1" << "--repository" << "help pull";
    QTest::newRow("no reference") << "pull -r a" << "--reference" << "help pull";
    QTest::newRow("no file") << "extract" << "--file" << "help extract";
    QTest::newRow("no source") << "push -r a -t 1" << "--source" << "help push";
    QTest::newRow("no repository for tags") << "tags" << "REPOSITORY" << "help tags";
    QTest::newRow("tag for tags") << "tags a:1" << "a:1" << "help tags";
    QTest::newRow("no image for inspect") << "inspect" << "IMAGE" << "help inspect";
    QTest::newRow("wrong progress") << "list --progress fancy" << "auto, bar, plain, json, none"
                                    << "help list";
    QTest::newRow("wrong log format") << "list --log-format xml" << "text, json" << "help list";
    QTest::newRow("wrong language") << "list --lang fr" << "zh_CN" << "help list";
    QTest::newRow("quiet and verbose") << "list -q -v" << "--quiet" << "help list";
    QTest::newRow("no number") << "push -s a:1 --max-concurrent many" << "--max-concurrent" << "help push";
    QTest::newRow("number too large") << "push -s a:1 --max-concurrent 1000" << "1000" << "help push";
    QTest::newRow("number too small") << "pull a --max-concurrent 0" << "--max-concurrent" << "help pull";
    QTest::newRow("negative number") << "pull a --retry-attempts -1" << "-1" << "help pull";
    QTest::newRow("wrong rate") << "pull a --limit-rate fast" << "fast" << "help pull";
    QTest::newRow("wrong age") << "clean --older-than yesterday" << "yesterday" << "help clean";
    QTest::newRow("wrong platform") << "pull a --platform amd64" << "amd64" << "help pull";
    QTest::newRow("platform and all")
        << "pull a --platform linux/amd64 --all-platforms" << "--all-platforms" << "help pull";
    QTest::newRow("upper case") << "pull -r Library/Ubuntu -t 1" << "Library/Ubuntu" << "help pull";
    QTest::newRow("climbing repository") << "pull -r ../x -t 1" << "../x" << "help pull";
    QTest::newRow("wrong tag") << "pull -r a -t .." << ".." << "help pull";
    QTest::newRow("wrong digest") << "pull -r a -t sha256:12" << "sha256:12" << "help pull";
    QTest::newRow("named twice") << "pull a:1 -r b" << "a:1" << "help pull";
    QTest::newRow("registry twice") << "pull h.cn/a:1 --registry g.cn" << "h.cn" << "help pull";
    QTest::newRow("skip and force") << "push -s a:1 --skip-existing --force-upload" << "--force-upload"
                                    << "help push";
    QTest::newRow("prefix and repository") << "push -s a:1 --prefix p -r b" << "--prefix" << "help push";
    QTest::newRow("wrong prefix") << "push -s a:1 --prefix /P" << "/P" << "help push";
    QTest::newRow("two passwords") << "pull a -u me -p x --password-stdin" << "--password-stdin"
                                   << "help pull";
    QTest::newRow("password without user") << "pull a -p secret" << "--username" << "help pull";
    QTest::newRow("one name, two files") << "extract -f a b -r c" << "-r" << "help extract";
    QTest::newRow("list and name") << "extract -f a --list -r c" << "--list" << "help extract";
    QTest::newRow("conditions to match") << "clean --match-all" << "--match-all" << "help clean";
    QTest::newRow("what to trash") << "clean --trash" << "--trash" << "help clean";
    QTest::newRow("trash frees nothing") << "clean --all --trash --free 1G" << "--free" << "help clean";
    QTest::newRow("no size") << "clean --free lots" << "lots" << "help clean";
    QTest::newRow("nothing to pin") << "pin" << "IMAGE" << "help pin";
    QTest::newRow("nothing to unpin") << "unpin" << "IMAGE" << "help unpin";
    QTest::newRow("wrong threads") << "verify --threads 0" << "--threads" << "help verify";
    QTest::newRow("no output") << "export a:1" << "--output" << "help export";
    QTest::newRow("nothing to export") << "export -o x" << "IMAGE" << "help export";
    QTest::newRow("images and all") << "export a:1 --all -o x" << "--all" << "help export";
    QTest::newRow("wrong format") << "export a:1 --format zip -o x" << "docker-archive, oci-archive, oci"
                                  << "help export";
    QTest::newRow("platform of an index") << "export a:1 --format oci --platform linux/amd64 -o x"
                                          << "--platform" << "help export";
    QTest::newRow("unknown action") << "trash dance" << "list, restore, empty" << "help trash";
    QTest::newRow("unknown help") << "help dance" << "dance" << "help help";
}

void TestCommandLine::mistakesAreNamed()
{
    QFETCH(QString, line);
    QFETCH(QString, named);
    QFETCH(QString, command);
    const auto options = parseCommandLine(words(line));
    QVERIFY(!options);
    QVERIFY2(options.error().message.contains(named), qPrintable(options.error().message));
    QVERIFY2(options.error().hint.contains(command), qPrintable(options.error().hint));
    QVERIFY(!options.error().message.contains(QLatin1String("secret")));
}

void TestCommandLine::jsonIsNoticedInMistakes()
{
    QVERIFY(parseCommandLine(words(QStringLiteral("push --json"))).error().json);
    QVERIFY(!parseCommandLine(words(QStringLiteral("push"))).error().json);
}

void TestCommandLine::helpFitsTheWindow_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("line");
    for (const QString &language : languages()) {
        for (const char *command : {"", "pull", "extract", "push", "list", "clean", "pin", "unpin", "verify",
                                    "export", "trash", "tags", "check", "inspect", "gui", "help"})
            QTest::addRow("%s %s", qPrintable(language), command)
                << language << QStringLiteral("help ") + QLatin1String(command);
    }
}

void TestCommandLine::helpFitsTheWindow()
{
    QFETCH(QString, language);
    QFETCH(QString, line);
    const auto translator = translation(language);
    QVERIFY(translator);
    QVERIFY(QCoreApplication::installTranslator(translator.get()));
    for (const int width : {80, 100}) {
        const QString help = helpOf(line, width);
        QVERIFY(help.contains(QLatin1String("docker-image-pusher")));
        for (const QString &text : help.split(u'\n'))
            QVERIFY2(displayWidth(text) <= width, qPrintable(text));
    }
}

void TestCommandLine::helpNamesEveryOption()
{
    const QString push = helpOf(QStringLiteral("push --help"));
    for (const char *option :
         {"-s, --source",    "-r, --repository", "-t, --reference", "-u, --username",   "-p, --password",
          "--registry",      "--skip-tls",       "--cache-dir",     "--retry-attempts", "--max-concurrent",
          "--skip-existing", "--force-upload",   "--limit-rate",    "--idle-timeout",   "--commit-timeout",
          "--prefix",        "--dry-run",        "--image",         "--password-stdin", "--json",
          "--progress",      "--log-file",       "--log-format",    "-v, --verbose",    "-q, --quiet"})
        QVERIFY2(push.contains(QLatin1String(option)), option);
    QCOMPARE(helpOf(QStringLiteral("help push")), push);
    const QString all = helpOf(QStringLiteral("--help"));
    for (const char *command : {"pull", "extract", "push", "list", "clean", "pin", "unpin", "verify",
                                "export", "trash", "tags", "check", "inspect", "gui", "help"})
        QVERIFY2(all.contains(QLatin1String("  ") + QLatin1String(command)), command);
}

void TestCommandLine::versionIsShown()
{
    QCOMPARE(helpOf(QStringLiteral("--version")),
             QStringLiteral("docker-image-pusher " PROJECT_VERSION "\n"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
