#include "core/registry/errorfromresponse.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace dip {

namespace {

constexpr qsizetype maxMessage = 300;

struct Said
{
    QString code;
    QString message;
};

/// One line, without control characters (a server could colour or erase a terminal by them), not too long.
QString oneLine(QString text)
{
    for (auto &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.isSpace())
            c = u' ';
    }
    text = text.simplified();
    return text.size() > maxMessage ? text.first(maxMessage - 1) + u'…' : text;
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return {};
}

/// The registry's error list (OCI distribution-spec, Error Codes), or the shapes that token servers use.
std::optional<Said> fromJson(const QByteArray &body)
{
    const auto json = QJsonDocument::fromJson(body);
    if (!json.isObject())
        return {};
    const auto object = json.object();
    const auto first = object.value(u"errors").toArray().first().toObject();
    if (!first.isEmpty()) {
        auto message = first.value(u"message").toString();
        if (const auto detail = textOf(first.value(u"detail")); !detail.isEmpty())
            message += message.isEmpty() ? detail : QStringLiteral(" (%1)").arg(detail);
        return Said{first.value(u"code").toString(), message};
    }
    for (const auto *key : {"message", "error_description", "details", "error"}) {
        if (const auto text = textOf(object.value(QLatin1String(key))); !text.isEmpty())
            return Said{{}, text};
    }
    return {};
}

/// A page's title, or else the first line that is no markup.
QString fromText(const QByteArray &body)
{
    static const QRegularExpression title(QStringLiteral("<title[^>]*>(.*?)</title>"),
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    auto text = QString::fromUtf8(body);
    if (const auto match = title.match(text); match.hasMatch() && !match.capturedView(1).trimmed().isEmpty())
        return match.captured(1);
    text.remove(tag);
    for (const auto &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            return line;
    }
    return {};
}

/// How registries word it that what they store on has failed or is full (registry-protocol, Storage errors).
bool speaksOfStorage(int status, const QByteArray &body)
{
    const auto text = body.toLower();
    const auto says = [&text](const auto &words) {
        return std::ranges::any_of(words, [&text](const char *word) { return text.contains(word); });
    };
    static constexpr std::array quota{"quota", "storage limit", "storage resource"};
    static constexpr std::array full{"no space left", "disk full", "not enough space",
                                     "insufficient storage"};
    static constexpr std::array driver{"drivername",
                                       "filesystem:",
                                       "s3aws:",
                                       "azure:",
                                       "gcs:",
                                       "swift:",
                                       "oss:",
                                       "slowdown",
                                       "storage driver",
                                       "storagedriver",
                                       "storage backend",
                                       "read-only file system",
                                       "input/output error"};
    switch (status) {
    case 507:
        return true;
    case 500:
    case 503:
        return says(quota) || says(full) || says(driver);
    case 400:
    case 403:
    case 405:
    case 412:
    case 413:
        return says(quota) || says(full);
    default:
        return false;
    }
}

ErrorCode codeOf(const HttpResponse &response, const QString &registryCode)
{
    if (speaksOfStorage(response.status, response.body))
        return ErrorCode::RegistryStorage;
    if (registryCode == u"MANIFEST_BLOB_UNKNOWN")
        return ErrorCode::NotFound;
    if (registryCode == u"TOOMANYREQUESTS")
        return ErrorCode::RateLimited;
    switch (response.status) {
    case 401:
        return ErrorCode::AuthFailed;
    case 403:
        return ErrorCode::Denied;
    case 404:
        return ErrorCode::NotFound;
    case 407:
        return ErrorCode::ProxyFailed;
    case 413:
        return ErrorCode::BodyTooLarge;
    case 429:
        return ErrorCode::RateLimited;
    default:
        break;
    }
    if (registryCode == u"DENIED")
        return ErrorCode::Denied;
    return response.status >= 400 ? ErrorCode::ServerFailed : ErrorCode::ProtocolViolation;
}

std::optional<QDateTime> parseHttpDate(const QString &text)
{
    static const QStringList forms{QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"),
                                   QStringLiteral("dddd, dd-MMM-yy hh:mm:ss 'GMT'"),
                                   QStringLiteral("ddd MMM d hh:mm:ss yyyy")};
    for (const auto &form : forms) {
        // Years of two digits are those of this century: a date to wait for is not in the last one.
        auto time = QLocale::c().toDateTime(text, form, 2000);
        if (time.isValid()) {
            time.setTimeZone(QTimeZone::UTC);
            return time;
        }
    }
    return {};
}

} // namespace

Error errorFromResponse(const HttpResponse &response, const QString &what)
{
    const auto said = fromJson(response.body).value_or(Said{{}, fromText(response.body)});
    const auto code = oneLine(said.code);
    const auto message = oneLine(said.message);
    auto detail =
        QStringLiteral("%1 answered %2").arg(response.url.authority(QUrl::FullyEncoded)).arg(response.status);
    if (!code.isEmpty())
        detail += u' ' + code;
    if (!message.isEmpty())
        detail += QStringLiteral(": ") + message;
    return {codeOf(response, code), detail, what,
            response.status,        code,   parseRetryAfter(response.headers.value("Retry-After"))};
}

std::optional<qint64> parseRetryAfter(QByteArrayView value)
{
    const auto text = value.trimmed();
    bool isNumber = false;
    const auto seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return std::clamp<qint64>(seconds, 0, 365 * 86'400) * 1000;
    const auto time = parseHttpDate(QString::fromLatin1(text).simplified());
    if (!time)
        return {};
    return std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(*time));
}

} // namespace dip
