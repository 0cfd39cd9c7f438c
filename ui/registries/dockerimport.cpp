#include "ui/registries/dockerimport.h"

#include "core/settings/credentials.h"
#include "ui/registries/registrydirectory.h"

namespace dip::ui {

DockerImport::DockerImport(RegistryDirectory &registries, QObject *parent)
    : QObject(parent), m_registries(registries)
{}

DockerImport::~DockerImport() = default;

void DockerImport::start()
{
    m_background.cancel();
    const std::stop_token stop = m_background.stop();
    m_background.run([stop] { return read(stop); })
        .then(this, [this, stop](const Result<QList<Found>> &found) {
            if (stop.stop_requested())
                return;
            if (found)
                take(*found);
            else
                emit failed(found.error());
        });
}

Result<QList<DockerImport::Found>> DockerImport::read(const std::stop_token &stop)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    auto hosts = registriesInDockerConfig(environment);
    if (!hosts)
        return failure(hosts);
    QList<Found> found;
    for (const QString &host : std::as_const(*hosts)) {
        const auto address = RegistryAddress::parse(host);
        if (!address || stop.stop_requested())
            continue;
        // One helper that fails must not keep the other registries back.
        const auto credentials = credentialsFromDocker(*address, environment);
        found.append({host, credentials ? credentials->value_or(Credentials()) : Credentials()});
    }
    return found;
}

void DockerImport::take(const QList<Found> &found)
{
    Summary summary;
    for (const Found &entry : found) {
        const bool isKnown =
            std::ranges::any_of(m_registries.profiles(), [&entry](const RegistryProfile &profile) {
                return profile.address == entry.host;
            });
        if (isKnown) {
            ++summary.known;
            continue;
        }
        RegistryProfile profile = RegistryProfile::create(entry.host);
        profile.username = entry.credentials.username;
        m_registries.save(profile);
        summary.added.append(entry.host);
        if (entry.credentials.password.isEmpty())
            summary.withoutPassword.append(entry.host);
        else
            m_registries.setPassword(profile.id, profile.username, entry.credentials.password, true);
    }
    emit finished(summary);
}

} // namespace dip::ui
