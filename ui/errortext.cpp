#include "ui/errortext.h"

#include "ui/errorsentences.h"
#include "ui/log/logstore.h"

namespace dip::ui {

namespace {

/// Answers are about a digest or a name there; a person knows the registry.
Error atRegistry(Error error, const ErrorPlace &place)
{
    if (!place.host.isEmpty())
        error.where = place.host;
    return error;
}

} // namespace

ErrorText explain(const Error &error, const ErrorPlace &place)
{
    using enum ErrorCode;
    switch (error.code) {
    case AuthRequired:
    case AuthFailed:
    case TlsUntrusted:
    case TlsChanged:
        return ErrorSentences::account(error, place);
    case Denied:
        return ErrorSentences::account(atRegistry(error, place), place);
    case HostNotFound:
    case ConnectionRefused:
    case ConnectionLost:
    case Timeout:
    case ProxyFailed:
    case TlsFailed:
        return ErrorSentences::line(error);
    case RateLimited:
    case BodyTooLarge:
    case RegistryStorage:
    case NotFound:
    case ProtocolViolation:
    case ServerFailed:
        return ErrorSentences::server(atRegistry(error, place), place);
    case ArchiveTruncated:
    case ArchiveNotImage:
    case ArchiveUtf16:
    case ArchiveUnsafe:
    case ArchiveIncomplete:
    case ArchiveDamaged:
    case FileMissing:
        return ErrorSentences::archive(error);
    case DiskFull:
    case DiskFailed:
        return ErrorSentences::disk(error);
    case Unsupported:
        return error.httpStatus != 0 ? ErrorSentences::server(atRegistry(error, place), place)
                                     : ErrorSentences::content(error);
    default:
        return ErrorSentences::content(error);
    }
}

ErrorText explainPause(qint64 done, qint64 total, qint64 seconds, const QString &why)
{
    return ErrorSentences::pause(done, total, seconds, why);
}

QString errorReport(const Error &error)
{
    QStringList lines{QStringLiteral("docker-image-pusher %1").arg(QLatin1String(PROJECT_VERSION)),
                      QStringLiteral("error: %1").arg(errorId(error)),
                      QStringLiteral("where: %1").arg(error.where),
                      QStringLiteral("detail: %1").arg(error.detail)};
    if (error.httpStatus != 0)
        lines.append(QStringLiteral("http status: %1").arg(error.httpStatus));
    if (!error.registryCode.isEmpty())
        lines.append(QStringLiteral("registry code: %1").arg(error.registryCode));
    return withoutSecrets(lines.join(u'\n'));
}

QString errorId(const Error &error)
{
    const QString name = ErrorSentences::isUploadForgotten(error)
                             ? QString(error.registryCode).replace(u'_', u'-')
                             : errorCodeName(error.code).toUpper();
    return error.httpStatus != 0 ? QStringLiteral("E%1-%2").arg(QString::number(error.httpStatus), name)
                                 : QStringLiteral("E-") + name;
}

QString textForAdmin(const Error &error, const ErrorPlace &place)
{
    return ErrorSentences::forAdmin(atRegistry(error, place)) + QStringLiteral("\n\n") + errorReport(error);
}

} // namespace dip::ui
