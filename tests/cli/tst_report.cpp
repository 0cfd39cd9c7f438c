#include "app/cli/language.h"
#include "app/cli/output.h"
#include "app/cli/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace dip;
using namespace dip::cli;

class TestReport final : public QObject
{
    Q_OBJECT

private slots:
    void accountIsASentence_data();
    void accountIsASentence();
    void accountHasStableKeys();
    void resultIsOneObject();
    void reportsAreAdded();
};

namespace {

OperationReport someReport()
{
    OperationReport report;
    const ImageName name = *ImageName::parse(u"prod/web:2.1");
    report.images = {{name,
                      *ImageName::parse(u"web:2.1"),
                      Digest::of("x"),
                      QStringLiteral("type"),
                      {QStringLiteral("linux/amd64")},
                      1'900'000'000}};
    report.moved = {3, 1'200'000'000};
    report.mounted = {1, 5'000'000};
    report.alreadyThere = {18, 700'000'000};
    report.lineBytes = 1'202'800'000;
    report.retries = 2;
    report.elapsedMs = 12'400;
    return report;
}

} // namespace

void TestReport::accountIsASentence_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("deed");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("pushed") << "en" << static_cast<int>(Deed::Pushed)
                            << "Pushed 1 image to harbor.cn: 3 blobs sent (1.2 GB), 1 mounted (5.0 MB), 18 "
                               "already there (700 MB); "
                               "2 retries; 12.4 s, 97.0 MB/s.";
    QTest::newRow("pulled") << "en" << static_cast<int>(Deed::Pulled)
                            << "Pulled 1 image from harbor.cn: 3 blobs received (1.2 GB), 1 mounted (5.0 "
                               "MB), 18 already there (700 MB); "
                               "2 retries; 12.4 s, 97.0 MB/s.";
    QTest::newRow("chinese") << "zh_CN" << static_cast<int>(Deed::Pushed)
                             << "已向 harbor.cn 推送 1 个镜像：发送 3 个 blob（1.2 GB），挂载 1 个（5.0 "
                                "MB），18 个已存在（700 MB）；"
                                "重试 2 次；12.4 秒，97.0 MB/s。";
}

void TestReport::accountIsASentence()
{
    QFETCH(QString, language);
    QFETCH(int, deed);
    const auto translator = translation(language);
    QVERIFY(translator);
    QVERIFY(QCoreApplication::installTranslator(translator.get()));
    const QString text = accountText(static_cast<Deed>(deed), someReport(), QStringLiteral("harbor.cn"));
    QTEST(text.section(u'\n', 0, 0), "sentence");
    QVERIFY(text.contains(QLatin1String("prod/web:2.1")));
    QVERIFY(text.contains(Digest::of("x").toString()));
}

void TestReport::accountHasStableKeys()
{
    const QJsonObject json = accountJson(someReport());
    QCOMPARE(json.keys(),
             (QStringList{QStringLiteral("already_there"), QStringLiteral("bytes_per_second"),
                          QStringLiteral("dry_run"), QStringLiteral("elapsed_ms"), QStringLiteral("images"),
                          QStringLiteral("line_bytes"), QStringLiteral("mounted"), QStringLiteral("moved"),
                          QStringLiteral("resumed_bytes"), QStringLiteral("retries"),
                          QStringLiteral("would_move")}));
    QCOMPARE(json[QLatin1String("moved")][QLatin1String("blobs")].toInt(), 3);
    QCOMPARE(json[QLatin1String("moved")][QLatin1String("bytes")].toInteger(), 1'200'000'000);
    const QJsonValue image = json[QLatin1String("images")][0];
    QCOMPARE(image[QLatin1String("name")].toString(), QStringLiteral("prod/web:2.1"));
    QCOMPARE(image[QLatin1String("cache_name")].toString(), QStringLiteral("web:2.1"));
    QCOMPARE(image[QLatin1String("digest")].toString(), Digest::of("x").toString());
}

void TestReport::resultIsOneObject()
{
    CommandResult result;
    result.json = accountJson(someReport());
    result.failure = Error{ErrorCode::NotFound, {}, QStringLiteral("harbor.cn/a:1"), 404, {}, {}};
    const QJsonObject json = QJsonDocument::fromJson(jsonText(result).toUtf8()).object();
    QCOMPARE(json[QLatin1String("error")][QLatin1String("code")].toString(), QStringLiteral("not-found"));
    QCOMPARE(json[QLatin1String("error")][QLatin1String("exit_code")].toInt(), 3);
    QCOMPARE(json[QLatin1String("retries")].toInt(), 2);
}

void TestReport::reportsAreAdded()
{
    OperationReport sum = someReport();
    add(sum, someReport());
    QCOMPARE(sum.images.size(), 2);
    QCOMPARE(sum.moved.blobs, 6);
    QCOMPARE(sum.alreadyThere.bytes, 1'400'000'000);
    QCOMPARE(sum.elapsedMs, 24'800);
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
