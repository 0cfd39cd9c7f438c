#include "core/base/retry.h"
#include "core/registry/errorfromresponse.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace dip;

class TestErrorFromResponse final : public QObject
{
    Q_OBJECT

private slots:
    void means_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("registryCode");
        QTest::addColumn<QString>("said"); // in the detail
        const auto row = [](const char *name, int status, const QByteArray &body, ErrorCode code,
                            const char *registryCode, const char *said) {
            QTest::newRow(name) << status << body << code << QString::fromLatin1(registryCode)
                                << QString::fromUtf8(said);
        };
        const auto list = [](const QByteArray &code, const QByteArray &message, const QByteArray &more = {}) {
            return "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"" + more + "}]}";
        };
        row("401", 401, list("UNAUTHORIZED", "authentication required"), ErrorCode::AuthFailed,
            "UNAUTHORIZED", "r.cn:8443 answered 401 UNAUTHORIZED: authentication required");
        row("403", 403, list("DENIED", "requested access is denied"), ErrorCode::Denied, "DENIED",
            "requested access");
        row("denied by code", 400, list("DENIED", "no"), ErrorCode::Denied, "DENIED", "no");
        row("404", 404, list("MANIFEST_UNKNOWN", "manifest unknown"), ErrorCode::NotFound, "MANIFEST_UNKNOWN",
            "manifest unknown");
        row("404 without body", 404, {}, ErrorCode::NotFound, "", "r.cn:8443 answered 404");
        row("blobs missing", 400, list("MANIFEST_BLOB_UNKNOWN", "blob unknown"), ErrorCode::NotFound,
            "MANIFEST_BLOB_UNKNOWN", "blob unknown");
        row("413 of nginx", 413,
            "<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>…",
            ErrorCode::BodyTooLarge, "", "answered 413: 413 Request Entity Too Large");
        row("416", 416, list("RANGE_INVALID", "invalid content range"), ErrorCode::ServerFailed,
            "RANGE_INVALID", "invalid content range");
        row("429", 429, list("TOOMANYREQUESTS", "pull rate limit"), ErrorCode::RateLimited, "TOOMANYREQUESTS",
            "pull rate limit");
        row("500", 500, "Internal Server Error\nmore", ErrorCode::ServerFailed, "",
            "answered 500: Internal Server Error");
        row("502, HTML without title", 502, "<html><body>\n<h1>Bad Gateway</h1>\n</body></html>",
            ErrorCode::ServerFailed, "", "502: Bad Gateway");
        row("400", 400,
            list("DIGEST_INVALID", "provided digest did not match", ",\"detail\":{\"reason\":\"x\"}"),
            ErrorCode::ServerFailed, "DIGEST_INVALID", "did not match ({\"reason\":\"x\"})");
        row("token server", 400, "{\"error\":\"invalid_grant\",\"error_description\":\"expired\"}",
            ErrorCode::ServerFailed, "", "expired");
        row("token server, details", 401, "{\"details\":\"incorrect username or password\"}",
            ErrorCode::AuthFailed, "", "incorrect username");
        row("407", 407, {}, ErrorCode::ProxyFailed, "", "407");
        row("unexpected success", 206, {}, ErrorCode::ProtocolViolation, "", "206");
        row("redirect", 302, {}, ErrorCode::ProtocolViolation, "", "302");
        // Storage behind the registry.
        row("docker-registry, disk full", 500,
            "{\"errors\":[{\"code\":\"UNKNOWN\",\"message\":\"unknown "
            "error\",\"detail\":{\"DriverName\":\"filesystem\",\"Enclosed\":{\"Op\":\"mkdir\",\"Err\":28}}}]"
            "}",
            ErrorCode::RegistryStorage, "UNKNOWN", "DriverName");
        row("no space", 503, "write /data/x: no space left on device", ErrorCode::RegistryStorage, "",
            "no space left on device");
        row("507", 507, {}, ErrorCode::RegistryStorage, "", "507");
        row("harbor quota", 403,
            list("DENIED",
                 "Quota exceeded when processing the request of adding 21.5 MiB of storage resource"),
            ErrorCode::RegistryStorage, "DENIED", "Quota exceeded");
        row("harbor quota, 412", 412,
            list("PRECONDITION", "adding 1 MiB of storage resource will exceed the upper limit"),
            ErrorCode::RegistryStorage, "PRECONDITION", "upper limit");
        row("S3", 503,
            "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>",
            ErrorCode::RegistryStorage, "", "SlowDown");
        row("s3 driver", 500, list("UNKNOWN", "s3aws: AccessDenied"), ErrorCode::RegistryStorage, "UNKNOWN",
            "s3aws");
        row("quota in a 404 is none", 404, list("NAME_UNKNOWN", "repository quota unknown"),
            ErrorCode::NotFound, "NAME_UNKNOWN", "quota");
    }

    void means()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        QFETCH(QString, registryCode);
        QFETCH(QString, said);
        const auto error = errorFromResponse(responseOf(status, body), QStringLiteral("a/b:1"));
        QCOMPARE(errorCodeName(error.code), errorCodeName(code));
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.registryCode, registryCode);
        QCOMPARE(error.where, QStringLiteral("a/b:1"));
        QVERIFY2(error.detail.contains(said), qPrintable(error.detail));
    }

    void staysOnOneShortLine()
    {
        const auto nasty =
            QByteArray(
                "{\"errors\":[{\"code\":\"X\\u001b[31m\\nY\",\"message\":\"a\\u0007\\n\\u001b]0;b\\u202e") +
            QByteArray(2000, 'x') + "\"}]}";
        const auto error = errorFromResponse(responseOf(500, nasty), {});
        QVERIFY2(error.detail.size() < 400, qPrintable(error.detail));
        for (const auto c : error.detail + error.registryCode)
            QVERIFY(c.isPrint() || c == u' ');
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("least"); // -1: none
        QTest::addColumn<qint64>("most");
        const auto date = [](qint64 seconds, const QString &format) {
            return QLocale::c().toString(QDateTime::currentDateTimeUtc().addSecs(seconds), format).toLatin1();
        };
        const auto imf = QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'");
        QTest::newRow("none") << QByteArray() << -1LL << -1LL;
        QTest::newRow("seconds") << QByteArrayLiteral("120") << 120'000LL << 120'000LL;
        QTest::newRow("spaces") << QByteArrayLiteral(" 5 ") << 5'000LL << 5'000LL;
        QTest::newRow("zero") << QByteArrayLiteral("0") << 0LL << 0LL;
        QTest::newRow("negative") << QByteArrayLiteral("-7") << 0LL << 0LL;
        QTest::newRow("huge") << QByteArrayLiteral("999999999999999") << 365LL * 86'400'000
                              << 365LL * 86'400'000;
        QTest::newRow("words") << QByteArrayLiteral("soon") << -1LL << -1LL;
        QTest::newRow("fraction") << QByteArrayLiteral("1.5") << -1LL << -1LL;
        QTest::newRow("date") << date(100, imf) << 90'000LL << 100'000LL;
        QTest::newRow("past date") << QByteArrayLiteral("Wed, 21 Oct 2015 07:28:00 GMT") << 0LL << 0LL;
        QTest::newRow("old date form")
            << date(100, QStringLiteral("dddd, dd-MMM-yy hh:mm:ss 'GMT'")) << 90'000LL << 100'000LL;
        QTest::newRow("asctime") << date(100, QStringLiteral("ddd MMM d hh:mm:ss yyyy")) << 90'000LL
                                 << 100'000LL;
    }

    void retryAfter()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, least);
        QFETCH(qint64, most);
        const auto found = parseRetryAfter(value);
        QCOMPARE(found.has_value(), least >= 0);
        if (found)
            QVERIFY2(*found >= least && *found <= most, QByteArray::number(*found));
    }

    void carriesRetryAfter()
    {
        auto response = responseOf(429, {});
        response.headers.add("retry-after", "3");
        const auto error = errorFromResponse(response, {});
        QCOMPARE(error.retryAfterMs, std::optional<qint64>(3000));
        QVERIFY(isTransient(error));
    }

private:
    static HttpResponse responseOf(int status, const QByteArray &body)
    {
        HttpResponse response;
        response.status = status;
        response.url = QUrl(QStringLiteral("https://r.cn:8443/v2/a/b/manifests/1?secret=1"));
        response.body = body;
        return response;
    }
};

QTEST_GUILESS_MAIN(TestErrorFromResponse)
#include "tst_errorfromresponse.moc"
