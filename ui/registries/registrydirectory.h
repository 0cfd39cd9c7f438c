#pragma once

#include <QObject>

#include "core/registry/ratelimiter.h"
#include "core/registry/registry.h"
#include "ui/registries/registryprofile.h"
#include "ui/registries/secretstore.h"
#include "ui/settings/proxysettings.h"

namespace dip::ui {

/// The registries that the person uses, kept in a JSON file, and the way to talk to each. For the main
/// thread.
class RegistryDirectory final : public QObject
{
    Q_OBJECT

public:
    /// `folder` gets registries.json, certs.d and what is learnt of registries.
    explicit RegistryDirectory(QString folder, QObject *parent = nullptr);

    [[nodiscard]] const QList<RegistryProfile> &profiles() const { return m_profiles; }
    [[nodiscard]] const RegistryProfile *find(const QString &id) const;
    /// Adds it, or replaces that of the same id.
    void save(const RegistryProfile &profile);
    void remove(const QString &id);

    void setPassword(const QString &id, const QString &username, const QString &password, bool keep);
    [[nodiscard]] bool hasPassword(const QString &id) const { return !m_secrets.password(id).isEmpty(); }

    /// Puts certificates (PEM) where connections to this registry find them, and has the profile use them.
    /// DiskFailed; InvalidArgument where there is none in the text.
    [[nodiscard]] Result<void> trust(RegistryProfile profile, const QByteArray &pem);
    [[nodiscard]] bool hasTrusted(const RegistryProfile &profile) const;

    /// Exactly this certificate is taken for the registry from now on (SHA-256, 64 hexadecimal digits).
    void pin(const QString &id, const QString &fingerprint);
    /// What a test of the connection found; the product may be empty.
    void noteCheck(const QString &id, const QString &product, bool good);

    /// One object for each profile, so that its jobs share tokens and rate; made anew when the profile or its
    /// password changes. InvalidArgument.
    [[nodiscard]] Result<std::shared_ptr<Registry>> registryFor(const QString &id);
    /// Those of all profiles, by host and port.
    [[nodiscard]] QHash<QString, std::shared_ptr<Registry>> registriesByHost();
    /// The same for a profile that is being edited.
    [[nodiscard]] Result<std::shared_ptr<Registry>> connectTo(const RegistryProfile &profile,
                                                              const QString &password) const;
    /// Of all registries' jobs together, also of those under way.
    void setRateLimit(qint64 bytesPerSecond);
    /// For jobs to come.
    void setProxy(const ProxySettings &proxy);
    /// How its jobs are sent. The limit (bytes a second) takes effect at once, retries with the next job.
    void tune(const QString &id, int retries, qint64 rateLimit);

signals:
    void changed();
    void passwordNotKept(const QString &id, const QString &why);

private:
    void load();
    void store();
    [[nodiscard]] RegistryProfile *found(const QString &id);
    [[nodiscard]] QString certificateFolder() const { return m_folder + QStringLiteral("/certs.d"); }
    [[nodiscard]] Result<QString> trustFolder(const RegistryProfile &profile) const;

    QString m_folder;
    QList<RegistryProfile> m_profiles;
    SecretStore m_secrets;
    ProxySettings m_proxy;
    QHash<QString, std::shared_ptr<Registry>> m_registries;
    const std::shared_ptr<RateLimiter> m_limiter = std::make_shared<RateLimiter>();
};

} // namespace dip::ui
