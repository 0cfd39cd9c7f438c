#include "core/settings/credentials.h"

#include "core/base/files.h"
#include "core/base/log.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>

namespace dip {

namespace {

constexpr qint64 maxConfigSize = 4 * 1024 * 1024;
constexpr int helperTimeoutMs = 30'000;

/// "https://harbor.cn/v2/" and "harbor.cn" mean the same registry; Docker Hub's key has a path of its own.
QString normalisedKey(QString key)
{
    for (const auto &scheme : {QLatin1String("https://"), QLatin1String("http://")}) {
        if (key.startsWith(scheme))
            key.slice(scheme.size());
    }
    return key.section(u'/', 0, 0);
}

QJsonValue valueFor(const QJsonObject &byRegistry, const RegistryAddress &address)
{
    const QString exact = address.credentialsKey();
    if (byRegistry.contains(exact))
        return byRegistry[exact];
    for (auto it = byRegistry.begin(); it != byRegistry.end(); ++it) {
        if (normalisedKey(it.key()) == normalisedKey(exact))
            return it.value();
    }
    return QJsonValue::Undefined;
}

Result<std::optional<Credentials>> fromAuthEntry(const QJsonObject &entry, const QString &file)
{
    Credentials found{entry[QLatin1String("username")].toString(),
                      entry[QLatin1String("password")].toString(),
                      entry[QLatin1String("identitytoken")].toString()};
    if (const QString packed = entry[QLatin1String("auth")].toString(); !packed.isEmpty()) {
        const auto decoded =
            QByteArray::fromBase64Encoding(packed.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        const QByteArray plain = decoded ? *decoded : QByteArray();
        const auto colon = plain.indexOf(':');
        if (colon < 0)
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("an entry of auths is not \"user:password\" in base64"), file);
        found.username = QString::fromUtf8(plain.first(colon));
        found.password = QString::fromUtf8(plain.sliced(colon + 1));
        while (found.password.endsWith(QChar(0)))
            found.password.chop(1); // old clients padded it
    }
    if (found.isEmpty())
        return std::optional<Credentials>();
    return found;
}

/// The protocol of docker-credential-helpers: the registry's key in, JSON out.
Result<std::optional<Credentials>> fromHelper(const QString &name, const QString &key,
                                              const QProcessEnvironment &environment)
{
    static const QRegularExpression sound(QStringLiteral(R"(\A[A-Za-z0-9._-]+\z)"));
    const QString program = QStringLiteral("docker-credential-") + name;
    if (!sound.match(name).hasMatch())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("the credential helper's name is not sound"),
                    program.left(100));
    QProcess helper;
    helper.setProcessEnvironment(environment);
    helper.start(program, {QStringLiteral("get")});
    if (!helper.waitForStarted())
        return fail(ErrorCode::FileMissing,
                    QStringLiteral("the credential helper cannot be started: ") + helper.errorString(),
                    program);
    helper.write(key.toUtf8());
    helper.closeWriteChannel();
    if (!helper.waitForFinished(helperTimeoutMs)) {
        helper.kill();
        helper.waitForFinished();
        return fail(ErrorCode::Timeout, QStringLiteral("the credential helper does not answer"), program);
    }
    const QByteArray answer = helper.readAllStandardOutput();
    if (helper.exitStatus() != QProcess::NormalExit || helper.exitCode() != 0) {
        if (answer.contains("credentials not found"))
            return std::optional<Credentials>();
        return fail(ErrorCode::AuthFailed,
                    QStringLiteral("the credential helper failed with exit code %1").arg(helper.exitCode()),
                    program);
    }
    const QJsonObject object = QJsonDocument::fromJson(answer).object();
    const QString user = object[QLatin1String("Username")].toString();
    const QString secret = object[QLatin1String("Secret")].toString();
    if (secret.isEmpty())
        return fail(ErrorCode::AuthFailed, QStringLiteral("the credential helper's answer holds no secret"),
                    program);
    if (user == QLatin1String("<token>"))
        return Credentials{{}, {}, secret};
    return Credentials{user, secret, {}};
}

Result<std::optional<Credentials>> fromFile(const QString &file, const RegistryAddress &address,
                                            const QProcessEnvironment &environment)
{
    const auto bytes = files::readAll(file, maxConfigSize);
    if (!bytes && bytes.error().code == ErrorCode::FileMissing)
        return std::optional<Credentials>();
    if (!bytes)
        return std::unexpected(bytes.error());
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isObject())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("the file with docker's credentials is no JSON object"), file);
    const QJsonObject root = document.object();

    QString helper = valueFor(root[QLatin1String("credHelpers")].toObject(), address).toString();
    if (helper.isEmpty())
        helper = root[QLatin1String("credsStore")].toString();
    if (!helper.isEmpty()) {
        auto found = fromHelper(helper, address.credentialsKey(), environment);
        if (!found || *found)
            return found;
    }
    return fromAuthEntry(valueFor(root[QLatin1String("auths")].toObject(), address).toObject(), file);
}

} // namespace

QString dockerConfigFolder(const QProcessEnvironment &environment)
{
    const QString folder = environment.value(QStringLiteral("DOCKER_CONFIG"));
    if (!folder.isEmpty())
        return folder;
    return environment.value(QStringLiteral("HOME"), QDir::homePath()) + QStringLiteral("/.docker");
}

std::optional<Credentials> credentialsFromEnvironment(const QProcessEnvironment &environment)
{
    const Credentials found{environment.value(QStringLiteral("DOCKER_IMAGE_PUSHER_USERNAME")),
                            environment.value(QStringLiteral("DOCKER_IMAGE_PUSHER_PASSWORD")),
                            {}};
    if (found.isEmpty())
        return {};
    return found;
}

Result<std::optional<Credentials>> credentialsFromDocker(const RegistryAddress &address,
                                                         const QProcessEnvironment &environment)
{
    QStringList candidates{dockerConfigFolder(environment) + QStringLiteral("/config.json")};
    if (const QString given = environment.value(QStringLiteral("REGISTRY_AUTH_FILE")); !given.isEmpty())
        candidates.append(given);
    if (const QString runtime = environment.value(QStringLiteral("XDG_RUNTIME_DIR")); !runtime.isEmpty())
        candidates.append(runtime + QStringLiteral("/containers/auth.json"));
    for (const QString &file : std::as_const(candidates)) {
        auto found = fromFile(file, address, environment);
        if (!found || *found) {
            if (found)
                qCInfo(logSettings).noquote()
                    << "credentials for" << address.hostAndPort() << "come from" << file;
            return found;
        }
    }
    return std::optional<Credentials>();
}

} // namespace dip
