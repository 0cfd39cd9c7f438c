#pragma once

#include "core/registry/registryaddress.h"

#include <QProcessEnvironment>

#include <optional>

namespace dip {

/// How to sign in. Never logged; has no debug output.
struct Credentials
{
    QString username{};
    QString password{};
    QString identityToken{};///< an OAuth2 refresh token instead of a password

    [[nodiscard]] bool isEmpty() const { return username.isEmpty() && password.isEmpty() && identityToken.isEmpty(); }
};

/// Where docker's client configuration lies: $DOCKER_CONFIG, else ~/.docker.
[[nodiscard]] QString dockerConfigFolder(const QProcessEnvironment &environment);

/// From the environment: DOCKER_IMAGE_PUSHER_USERNAME, DOCKER_IMAGE_PUSHER_PASSWORD.
[[nodiscard]] std::optional<Credentials> credentialsFromEnvironment(const QProcessEnvironment &environment);

/// From docker's config.json: credHelpers for this registry, then credsStore, then auths. Nothing there or no
/// such file: nullopt. A helper that fails, or a damaged file: an error that names it. Runs
/// docker-credential-… programs; blocking, for any thread.
[[nodiscard]] Result<std::optional<Credentials>> credentialsFromDocker(const RegistryAddress &address,
                                                                       const QProcessEnvironment &environment);

} // namespace dip
