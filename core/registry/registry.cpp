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

Registry::Registry(RegistrySettings settings)
    : m_shared(std::make_shared<Shared>(std::move(settings)))
    , m_limiter(std::make_shared<RateLimiter>(m_shared->settings.limiter))
{}

Registry::Registry(std::shared_ptr<Shared> shared, std::shared_ptr<RateLimiter> limiter)
    : m_shared(std::move(shared)), m_limiter(std::move(limiter))
{}

Registry::~Registry() = default;

const RegistrySettings &Registry::settings() const
{
    return m_shared->settings;
}

void Registry::setRateLimit(qint64 bytesPerSecond)
{
    m_limiter->setRate(bytesPerSecond);
}

std::shared_ptr<Registry> Registry::forOneJob() const
{
    return std::shared_ptr<Registry>(new Registry(m_shared, std::make_shared<RateLimiter>(m_limiter)));
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
