#include "app/cli/commands/command.h"
#include "app/cli/errortext.h"
#include "app/cli/exitcode.h"
#include "app/cli/language.h"

#include <QRegularExpression>
#include <QtTest>

using namespace dip;
using namespace dip::cli;

class TestErrorText final : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasBothSentences_data();
    void everyCodeHasBothSentences();
    void whatHelpsIsInIt();
    void exitCodes_data();
    void exitCodes();
    void failureAsJson();
};

namespace {

constexpr auto lastCode = ErrorCode::Internal;

void eachCode(const std::function<void(ErrorCode)> &take)
{
    for (int code = 0; code <= static_cast<int>(lastCode); ++code)
        take(static_cast<ErrorCode>(code));
}

} // namespace

void TestErrorText::everyCodeHasBothSentences_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("code");
    for (const QString &language : languages()) {
        eachCode([&](ErrorCode code) {
            QTest::addRow("%s %s", qPrintable(language), qPrintable(errorCodeName(code)))
                << language << static_cast<int>(code);
        });
    }
}

void TestErrorText::everyCodeHasBothSentences()
{
    QFETCH(QString, language);
    QFETCH(int, code);
    const auto translator = translation(language);
    QVERIFY(translator);
    QVERIFY(QCoreApplication::installTranslator(translator.get()));
    const ErrorText text =
        errorText({static_cast<ErrorCode>(code), {}, QStringLiteral("harbor.cn"), 0, {}, {}});
    QVERIFY(text.what.startsWith(QLatin1String("harbor.cn")));
    QVERIFY(text.what.size() > QStringLiteral("harbor.cn: ").size());
    QVERIFY(!text.hint.isEmpty());
    QVERIFY(!text.what.contains(u'\n') && !text.hint.contains(u'\n'));
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    QCOMPARE(text.what.contains(han), language == QLatin1String("zh_CN"));
    QCOMPARE(text.hint.contains(han), language == QLatin1String("zh_CN"));
    // The general sentence is for the general code alone.
    const ErrorText general = errorText({ErrorCode::Internal, {}, QStringLiteral("harbor.cn"), 0, {}, {}});
    QCOMPARE(text.what == general.what, static_cast<ErrorCode>(code) == ErrorCode::Internal);
}

void TestErrorText::whatHelpsIsInIt()
{
    const ErrorText text = errorText({ErrorCode::Denied,
                                      QStringLiteral("requested access\nto the resource is denied"),
                                      QStringLiteral("harbor.cn/prod/web"),
                                      403,
                                      QStringLiteral("DENIED"),
                                      {}});
    for (const char *part :
         {"harbor.cn/prod/web", "403", "DENIED", "requested access to the resource is denied"})
        QVERIFY2(text.what.contains(QLatin1String(part)), qPrintable(text.what));
}

void TestErrorText::exitCodes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("exitCode");
    const auto row = [](ErrorCode code, int exitCode) {
        QTest::newRow(qPrintable(errorCodeName(code))) << static_cast<int>(code) << exitCode;
    };
    row(ErrorCode::Cancelled, 130);
    row(ErrorCode::InvalidArgument, 2);
    for (const ErrorCode code : {ErrorCode::NotFound, ErrorCode::NotInCache, ErrorCode::FileMissing})
        row(code, 3);
    for (const ErrorCode code : {ErrorCode::AuthRequired, ErrorCode::AuthFailed, ErrorCode::Denied})
        row(code, 4);
    for (const ErrorCode code :
         {ErrorCode::HostNotFound, ErrorCode::ConnectionRefused, ErrorCode::ConnectionLost,
          ErrorCode::Timeout, ErrorCode::TlsUntrusted, ErrorCode::TlsChanged, ErrorCode::TlsFailed,
          ErrorCode::ProxyFailed, ErrorCode::RateLimited, ErrorCode::BodyTooLarge, ErrorCode::ServerFailed,
          ErrorCode::ProtocolViolation})
        row(code, 5);
    for (const ErrorCode code :
         {ErrorCode::DigestMismatch, ErrorCode::SizeMismatch, ErrorCode::DiffIdMismatch,
          ErrorCode::ManifestInvalid, ErrorCode::ManifestTooLarge, ErrorCode::ArchiveTruncated,
          ErrorCode::ArchiveNotImage, ErrorCode::ArchiveUtf16, ErrorCode::ArchiveUnsafe,
          ErrorCode::ArchiveIncomplete, ErrorCode::ArchiveDamaged, ErrorCode::CacheDamaged})
        row(code, 6);
    row(ErrorCode::RegistryStorage, 7);
    row(ErrorCode::DiskFull, 8);
    row(ErrorCode::DiskFailed, 8);
    row(ErrorCode::Unsupported, 1);
    row(ErrorCode::Internal, 1);
}

void TestErrorText::exitCodes()
{
    QFETCH(int, code);
    QTEST(static_cast<int>(exitCodeOf(static_cast<ErrorCode>(code))), "exitCode");
}

void TestErrorText::failureAsJson()
{
    const QJsonObject json = failureJson(Error{ErrorCode::RegistryStorage,
                                               QStringLiteral("no space left"),
                                               QStringLiteral("harbor.cn"),
                                               507,
                                               QStringLiteral("UNKNOWN"),
                                               {}});
    QCOMPARE(json[QLatin1String("code")].toString(), QStringLiteral("registry-storage"));
    QCOMPARE(json[QLatin1String("exit_code")].toInt(), 7);
    QCOMPARE(json[QLatin1String("where")].toString(), QStringLiteral("harbor.cn"));
    QCOMPARE(json[QLatin1String("http_status")].toInt(), 507);
    QCOMPARE(json[QLatin1String("registry_code")].toString(), QStringLiteral("UNKNOWN"));
    QCOMPARE(json[QLatin1String("detail")].toString(), QStringLiteral("no space left"));
    QVERIFY(!json[QLatin1String("message")].toString().isEmpty());
    QVERIFY(!json[QLatin1String("hint")].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
