#include "core/registry/registry.h"

#include "core/registry/registryshared.h"
#include "core/registry/uploadplan.h"

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

qint64 Registry::useSmallerPieces()
{
    qint64 piece = 0;
    m_shared->memory.learn([&](RegistryMemory::Traits &traits) {
        piece = UploadPlan::smallerPiece(m_shared->settings.uploadChunk, traits);
        traits.maxChunk = piece;
        traits.minChunk = std::min(traits.minChunk, piece);
        traits.noChunks = false;
    });
    return piece;
}

} // namespace dip
