#include "core/registry/registry.h"

#include "core/registry/registryshared.h"

#include <QDir>

namespace dip {

QStringList defaultCertificateFolders(const QProcessEnvironment &environment)
{
    const auto home = QDir::homePath();
    const auto config =
        environment.value(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/.config"));
    QStringList folders{config + QStringLiteral("/docker/certs.d"), home + QStringLiteral("/.docker/certs.d"),
                        config + QStringLiteral("/containers/certs.d")};
#ifdef Q_OS_WIN
    folders << environment.value(QStringLiteral("ProgramData")) + QStringLiteral("/docker/certs.d");
#else
    folders << QStringLiteral("/etc/docker/certs.d") << QStringLiteral("/etc/containers/certs.d");
#endif
    return folders;
}

Registry::Registry(RegistrySettings settings) : m_shared(std::make_unique<Shared>(std::move(settings))) {}

Registry::~Registry() = default;

const RegistrySettings &Registry::settings() const
{
    return m_shared->settings;
}

void Registry::setRateLimit(qint64 bytesPerSecond)
{
    m_shared->limiter->setRate(bytesPerSecond);
}

} // namespace dip
