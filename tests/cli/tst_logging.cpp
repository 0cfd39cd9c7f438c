#include "app/cli/logging.h"
#include "app/cli/redactor.h"
#include "app/cli/screen.h"
#include "app/cli/secretarguments.h"
#include "core/base/log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace dip;
using namespace dip::cli;

class TestLogging final : public QObject
{
    Q_OBJECT

private slots:
    void secretsAreTakenOut_data();
    void secretsAreTakenOut();
    void otherWordsStay();
    void argumentsAreHidden_data();
    void argumentsAreHidden();
    void levelsFollowTheOptions_data();
    void levelsFollowTheOptions();
    void fileHasTheFields();
    void anUnwritableFileIsAnError();
};

void TestLogging::secretsAreTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("as it is") << "sent p4ss word! along";
    QTest::newRow("basic") << "header Basic cm9ib3Q6cDRzcyB3b3JkIQ==";
    QTest::newRow("in a form") << "grant_type=password&x=p4ss%20word%21";
    QTest::newRow("authorization header") << "Authorization: Bearer abc.def.ghi-p4ss";
    QTest::newRow("token in JSON") << R"({"token": "abc.def.ghi-p4ss", "a": 1})";
    QTest::newRow("refresh token") << "refresh_token=abcdef-p4ss&scope=x";
}

void TestLogging::secretsAreTakenOut()
{
    QFETCH(QString, text);
    Redactor redactor;
    redactor.add(QStringLiteral("robot"), QStringLiteral("p4ss word!"));
    const QString clean = redactor.redacted(text);
    QVERIFY2(clean.contains(QLatin1String("***")), qPrintable(clean));
    QVERIFY2(!clean.contains(QLatin1String("p4ss")) && !clean.contains(QLatin1String("cm9ib3Q6cDRzc")),
             qPrintable(clean));
}

void TestLogging::otherWordsStay()
{
    Redactor redactor;
    redactor.add(QStringLiteral("robot"), QStringLiteral("abc")); // too short to be looked for
    for (const char *text : {"blob is in the registry digest=sha256:abc bytes=12", "abc",
                             "Give --username and --password-stdin."})
        QCOMPARE(redactor.redacted(QLatin1String(text)), QLatin1String(text));
}

void TestLogging::argumentsAreHidden_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QByteArray>("hidden");
    QTest::newRow("alone") << QByteArray("s3cret") << QByteArray("******");
    QTest::newRow("attached") << QByteArray("-ps3cret") << QByteArray("-p******");
    QTest::newRow("equals sign") << QByteArray("--password=s3cret") << QByteArray("--password=******");
    QTest::newRow("another") << QByteArray("--password") << QByteArray("--password");
}

void TestLogging::argumentsAreHidden()
{
    QFETCH(QByteArray, argument);
    QByteArray program("program");
    char *arguments[] = {program.data(), argument.data(), nullptr};
    hideInArguments(2, arguments, QStringLiteral("s3cret"));
    QTEST(argument, "hidden");
    QCOMPARE(program, QByteArray("program"));
}

void TestLogging::levelsFollowTheOptions_data()
{
    QTest::addColumn<int>("verbose");
    QTest::addColumn<bool>("quiet");
    QTest::addColumn<QStringList>("lines");
    const QString error = QStringLiteral("error: c");
    const QString warning = QStringLiteral("warning: w");
    const QString info = QStringLiteral("info: i");
    const QString debug = QStringLiteral("debug: d");
    QTest::newRow("usual") << 0 << false << QStringList{warning, error};
    QTest::newRow("-v") << 1 << false << QStringList{info, warning, error};
    QTest::newRow("-vv") << 2 << false
                         << QStringList{debug, info, warning, QStringLiteral("warning: of Qt"), error};
    QTest::newRow("-q") << 0 << true << QStringList{error};
}

void TestLogging::levelsFollowTheOptions()
{
    QFETCH(int, verbose);
    QFETCH(bool, quiet);
    QString written;
    Screen screen([&](const QString &text) { written += text; }, [] { return 80; });
    const Redactor redactor;
    {
        const auto logging = Logging::start({verbose, quiet, false, ProgressMode::None, {}, LogFormat::Text},
                                            screen, redactor);
        QVERIFY(logging);
        qCDebug(logCache) << "d";
        qCInfo(logCache) << "i";
        qCWarning(logCache) << "w";
        qWarning() << "of Qt";
        qCCritical(logCache) << "c";
    }
    QTEST(written.split(u'\n', Qt::SkipEmptyParts), "lines");
}

void TestLogging::fileHasTheFields()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log"));
    Screen screen([](const QString &) {}, [] { return 80; });
    Redactor redactor;
    redactor.add(QStringLiteral("robot"), QStringLiteral("s3cret"));
    {
        const auto logging =
            Logging::start({0, false, false, ProgressMode::None, path, LogFormat::Json}, screen, redactor);
        QVERIFY(logging);
        logEvent(logTransfer(), QStringLiteral("blob arrived with s3cret"),
                 {QStringLiteral("push"), QStringLiteral("sha256:12"), 34, 56});
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject line = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(line[QLatin1String("level")].toString(), QStringLiteral("info"));
    QCOMPARE(line[QLatin1String("category")].toString(), QStringLiteral("pusher.transfer"));
    QCOMPARE(line[QLatin1String("message")].toString(), QStringLiteral("blob arrived with ***"));
    QCOMPARE(line[QLatin1String("operation")].toString(), QStringLiteral("push"));
    QCOMPARE(line[QLatin1String("digest")].toString(), QStringLiteral("sha256:12"));
    QCOMPARE(line[QLatin1String("bytes")].toInt(), 34);
    QCOMPARE(line[QLatin1String("duration_ms")].toInt(), 56);
    QVERIFY(QDateTime::fromString(line[QLatin1String("time")].toString(), Qt::ISODateWithMs).isValid());
}

void TestLogging::anUnwritableFileIsAnError()
{
    Screen screen([](const QString &) {}, [] { return 80; });
    const Redactor redactor;
    const auto logging = Logging::start(
        {0, false, false, ProgressMode::None, QStringLiteral("/no/such/folder/log"), LogFormat::Text}, screen,
        redactor);
    QVERIFY(!logging);
    QVERIFY(logging.error().code == ErrorCode::DiskFailed);
}

QTEST_GUILESS_MAIN(TestLogging)
#include "tst_logging.moc"
