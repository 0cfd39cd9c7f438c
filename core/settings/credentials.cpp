#include "core/settings/credentials.h"

#include "core/base/files.h"
#include "core/base/log.h"
#include "core/settings/credentialhelper.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace dip {

namespace {

constexpr qint64 maxFile = 4 * 1024 * 1024;

QString homeFolder(const QProcessEnvironment &environment)
{
    return environment.value(QStringLiteral("HOME"), QDir::homePath());
}

/// docker's own first, then those of podman and skopeo, which have the same form.
QStringList configFiles(const QProcessEnvironment &environment)
{
    QStringList files{dockerConfigFolder(environment) + QStringLiteral("/config.json")};
    if (const auto file = environment.value(QStringLiteral("REGISTRY_AUTH_FILE")); !file.isEmpty())
        files << file;
    if (const auto folder = environment.value(QStringLiteral("XDG_RUNTIME_DIR")); !folder.isEmpty())
        files << folder + QStringLiteral("/containers/auth.json");
    return files;
}

Result<std::optional<QJsonObject>> readConfig(const QString &path)
{
    if (!QFileInfo::exists(path))
        return std::nullopt;
    auto bytes = files::readAll(path, maxFile);
    if (!bytes)
        return failure(bytes);
    QJsonParseError error;
    const auto json = QJsonDocument::fromJson(*bytes, &error);
    if (!json.isObject())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("not valid JSON: ") + error.errorString(),
                    path);
    return json.object();
}

/// A key of `auths` as a host: "https://harbor.cn/v2/" is an older way of writing "harbor.cn".
QString hostOfKey(const QString &key)
{
    auto host = key.contains(QLatin1String("://")) ? key.section(QLatin1String("://"), 1) : key;
    return host.section(u'/', 0, 0).toLower();
}

bool isHost(const RegistryAddress &address, const QString &host)
{
    if (host == address.hostAndPort())
        return true;
    return address.isDockerHub() && (host == u"docker.io" || host == u"index.docker.io");
}

QJsonValue findEntry(const QJsonObject &entries, const RegistryAddress &address)
{
    for (const auto &exact : {address.credentialsKey(), address.hostAndPort()}) {
        if (const auto it = entries.constFind(exact); it != entries.constEnd())
            return *it;
    }
    for (auto it = entries.constBegin(); it != entries.constEnd(); ++it) {
        if (isHost(address, hostOfKey(it.key())))
            return *it;
    }
    return {};
}

Result<std::optional<Credentials>> parseEntry(const QJsonObject &entry, const QString &path)
{
    Credentials credentials{.username = entry.value(u"username").toString(),
                            .password = entry.value(u"password").toString(),
                            .identityToken = entry.value(u"identitytoken").toString()};
    if (const auto text = entry.value(u"auth").toString(); !text.isEmpty()) {
        const auto decoded =
            QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        const auto pair = QString::fromUtf8(decoded.decoded);
        const auto colon = pair.indexOf(u':');
        if (!decoded || colon < 1)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("an entry of auths is damaged"), path);
        credentials.username = pair.first(colon);
        credentials.password = pair.sliced(colon + 1).remove(QChar::Null);
    }
    return credentials.isEmpty() ? std::optional<Credentials>() : credentials;
}

Result<std::optional<Credentials>> fromConfig(const QJsonObject &config, const QString &path,
                                              const RegistryAddress &address,
                                              const QProcessEnvironment &environment)
{
    QStringList helpers{findEntry(config.value(u"credHelpers").toObject(), address).toString(),
                        config.value(u"credsStore").toString()};
    helpers.removeAll(QString());
    for (const auto &helper : std::as_const(helpers)) {
        auto found = askCredentialHelper(helper, address.credentialsKey(), environment);
        if (!found || *found)
            return found;
    }
    return parseEntry(findEntry(config.value(u"auths").toObject(), address).toObject(), path);
}

} // namespace

QString dockerConfigFolder(const QProcessEnvironment &environment)
{
    const auto named = environment.value(QStringLiteral("DOCKER_CONFIG"));
    return named.isEmpty() ? homeFolder(environment) + QStringLiteral("/.docker") : named;
}

std::optional<Credentials> credentialsFromEnvironment(const QProcessEnvironment &environment)
{
    const Credentials credentials{
        .username = environment.value(QStringLiteral("DOCKER_IMAGE_PUSHER_USERNAME")),
        .password = environment.value(QStringLiteral("DOCKER_IMAGE_PUSHER_PASSWORD"))};
    return credentials.isEmpty() ? std::optional<Credentials>() : credentials;
}

Result<std::optional<Credentials>> credentialsFromDocker(const RegistryAddress &address,
                                                         const QProcessEnvironment &environment)
{
    for (const auto &path : configFiles(environment)) {
        auto config = readConfig(path);
        if (!config)
            return failure(config);
        if (!*config)
            continue;
        auto found = fromConfig(**config, path, address, environment);
        if (!found || *found) {
            if (found)
                qCInfo(logSettings).noquote()
                    << "credentials for" << address.hostAndPort() << "by way of" << path;
            return found;
        }
    }
    return std::nullopt;
}

Result<QStringList> registriesInDockerConfig(const QProcessEnvironment &environment)
{
    QStringList hosts;
    for (const auto &path : configFiles(environment)) {
        auto config = readConfig(path);
        if (!config)
            return failure(config);
        if (!*config)
            continue;
        for (const auto *list : {"auths", "credHelpers"}) {
            for (const auto &key : (*config)->value(QLatin1String(list)).toObject().keys()) {
                const auto host = hostOfKey(key);
                hosts << (host == u"index.docker.io" ? QStringLiteral("docker.io") : host);
            }
        }
    }
    hosts.removeDuplicates();
    hosts.removeAll(QString());
    return hosts;
}

} // namespace dip
