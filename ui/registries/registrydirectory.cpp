#include "ui/registries/registrydirectory.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSslCertificate>

#include "core/base/files.h"
#include "core/base/log.h"

namespace dip::ui {

namespace {
constexpr qint64 largestFile = 8 * 1024 * 1024;
const QString fileName = QStringLiteral("/registries.json");
const QString certificateName = QStringLiteral("/ca.crt");
} // namespace

RegistryDirectory::RegistryDirectory(QString folder, QObject *parent)
    : QObject(parent), m_folder(std::move(folder))
{
    connect(&m_secrets, &SecretStore::arrived, this, [this](const QString &id) { m_registries.remove(id); });
    connect(&m_secrets, &SecretStore::notKept, this, [this](const QString &id, const QString &why) {
        if (RegistryProfile *profile = found(id)) {
            profile->keepPassword = false;
            store();
            emit changed();
        }
        emit passwordNotKept(id, why);
    });
    load();
    for (const RegistryProfile &profile : std::as_const(m_profiles)) {
        if (profile.keepPassword)
            m_secrets.fetch(profile.id);
    }
}

const RegistryProfile *RegistryDirectory::find(const QString &id) const
{
    for (const RegistryProfile &profile : m_profiles) {
        if (profile.id == id)
            return &profile;
    }
    return nullptr;
}

RegistryProfile *RegistryDirectory::found(const QString &id)
{
    const auto place = std::ranges::find(m_profiles, id, &RegistryProfile::id);
    return place == m_profiles.end() ? nullptr : &*place;
}

void RegistryDirectory::save(const RegistryProfile &profile)
{
    const auto place = std::ranges::find(m_profiles, profile.id, &RegistryProfile::id);
    if (place == m_profiles.end())
        m_profiles.append(profile);
    else
        *place = profile;
    m_registries.remove(profile.id);
    store();
    emit changed();
}

void RegistryDirectory::remove(const QString &id)
{
    m_profiles.removeIf([&id](const RegistryProfile &profile) { return profile.id == id; });
    m_registries.remove(id);
    m_secrets.forget(id);
    store();
    emit changed();
}

void RegistryDirectory::setPassword(const QString &id, const QString &username, const QString &password,
                                    bool keep)
{
    m_secrets.setPassword(id, password, keep);
    m_registries.remove(id);
    const RegistryProfile *known = find(id);
    if (!known)
        return;
    RegistryProfile profile = *known;
    profile.username = username;
    profile.keepPassword = keep;
    save(profile);
}

/// The layout of docker's certs.d.
Result<QString> RegistryDirectory::trustFolder(const RegistryProfile &profile) const
{
    const auto address = profile.parsedAddress();
    if (!address)
        return std::unexpected(address.error());
    return QString(certificateFolder() + u'/' + address->hostAndPort());
}

Result<void> RegistryDirectory::trust(RegistryProfile profile, const QByteArray &pem)
{
    const auto folder = trustFolder(profile);
    if (!folder)
        return std::unexpected(folder.error());
    if (QSslCertificate::fromData(pem, QSsl::Pem).isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("there is no PEM certificate in it"));
    if (auto made = files::makeFolder(*folder); !made)
        return made;
    if (auto written = files::writeAtomically(*folder + certificateName, pem); !written)
        return written;
    profile.tls = TlsChoice::CaFile;
    save(profile);
    return {};
}

void RegistryDirectory::pin(const QString &id, const QString &fingerprint)
{
    const RegistryProfile *known = find(id);
    if (!known)
        return;
    RegistryProfile profile = *known;
    profile.tls = TlsChoice::Pinned;
    profile.fingerprint = fingerprint;
    save(profile);
}

void RegistryDirectory::noteCheck(const QString &id, const QString &product, bool good)
{
    RegistryProfile *profile = found(id);
    if (!profile)
        return; // a new one that was only tried out
    if (!product.isEmpty())
        profile->product = product;
    profile->checked = QDateTime::currentDateTimeUtc();
    profile->checkedGood = good;
    store();
    emit changed();
}

bool RegistryDirectory::hasTrusted(const RegistryProfile &profile) const
{
    const auto folder = trustFolder(profile);
    return folder && QFile::exists(*folder + certificateName);
}

Result<std::shared_ptr<Registry>> RegistryDirectory::registryFor(const QString &id)
{
    if (const auto known = m_registries.value(id))
        return known;
    const RegistryProfile *profile = find(id);
    if (!profile)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("this registry is no longer in the list"), id);
    auto registry = connectTo(*profile, m_secrets.password(id));
    if (registry)
        m_registries.insert(id, *registry);
    return registry;
}

QHash<QString, std::shared_ptr<Registry>> RegistryDirectory::registriesByHost()
{
    QHash<QString, std::shared_ptr<Registry>> registries;
    for (const RegistryProfile &profile : std::as_const(m_profiles)) {
        const auto address = profile.parsedAddress();
        const auto registry = registryFor(profile.id);
        if (address && registry)
            registries.insert(address->hostAndPort(), *registry);
    }
    return registries;
}

Result<std::shared_ptr<Registry>> RegistryDirectory::connectTo(const RegistryProfile &profile,
                                                               const QString &password) const
{
    auto address = profile.parsedAddress();
    if (!address)
        return std::unexpected(address.error());
    RegistrySettings settings{.address = std::move(*address)};
    const QString secret = password.isEmpty() ? m_secrets.password(profile.id) : password;
    if (!profile.username.isEmpty() && !secret.isEmpty())
        settings.credentials = Credentials{profile.username, secret, {}};
    settings.pinnedCertificate = profile.pinned();
    if (profile.tls == TlsChoice::Pinned && !settings.pinnedCertificate)
        return fail(ErrorCode::TlsUntrusted, QStringLiteral("no certificate has been trusted yet"),
                    settings.address.hostAndPort());
    settings.environment = m_proxy.applyTo(QProcessEnvironment::systemEnvironment());
    settings.certificateFolders = defaultCertificateFolders(settings.environment);
    if (profile.tls == TlsChoice::CaFile)
        settings.certificateFolders.prepend(certificateFolder());
    settings.retry.attempts = profile.retries;
    settings.memoryFile = m_folder + QStringLiteral("/registry-memory.json");
    settings.journalFolder = m_folder + QStringLiteral("/uploads");
    settings.limiter = m_limiter;
    auto registry = std::make_shared<Registry>(std::move(settings));
    registry->setRateLimit(profile.rateLimit);
    return registry;
}

void RegistryDirectory::setRateLimit(qint64 bytesPerSecond)
{
    m_limiter->setRate(bytesPerSecond);
}

void RegistryDirectory::setProxy(const ProxySettings &proxy)
{
    if (m_proxy == proxy)
        return;
    m_proxy = proxy;
    m_registries.clear();
}

void RegistryDirectory::tune(const QString &id, int retries, qint64 rateLimit)
{
    RegistryProfile *profile = found(id);
    if (!profile)
        return;
    if (profile->retries != retries)
        m_registries.remove(id);
    profile->retries = retries;
    profile->rateLimit = rateLimit;
    if (const auto registry = m_registries.value(id))
        registry->setRateLimit(rateLimit);
    store();
}

void RegistryDirectory::load()
{
    const auto bytes = files::readAll(m_folder + fileName, largestFile);
    if (!bytes)
        return; // the first start has none
    const QJsonArray list = QJsonDocument::fromJson(*bytes).object()[u"registries"].toArray();
    for (const auto &entry : list)
        m_profiles.append(RegistryProfile::fromJson(entry.toObject()));
}

void RegistryDirectory::store()
{
    QJsonArray list;
    for (const RegistryProfile &profile : std::as_const(m_profiles))
        list.append(profile.toJson());
    const QJsonObject document{{QStringLiteral("registries"), list}};
    Result<void> written = files::makeFolder(m_folder);
    if (written)
        written = files::writeAtomically(m_folder + fileName, QJsonDocument(document).toJson());
    if (!written)
        qCWarning(logSettings) << "the list of registries could not be written:" << written.error().detail;
}

} // namespace dip::ui
