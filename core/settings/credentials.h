#pragma once

#include "core/registry/credentials.h"
#include "core/registry/registryaddress.h"

#include <QProcessEnvironment>

#include <optional>

namespace dip {

/// Where docker's client configuration lies: $DOCKER_CONFIG, else ~/.docker.
[[nodiscard]] QString dockerConfigFolder(const QProcessEnvironment &environment);

/// From the environment: DOCKER_IMAGE_PUSHER_USERNAME, DOCKER_IMAGE_PUSHER_PASSWORD.
[[nodiscard]] std::optional<Credentials> credentialsFromEnvironment(const QProcessEnvironment &environment);

/// From docker's config.json: credHelpers for this registry, then credsStore, then auths; where docker has
/// nothing, from the auth.json of podman and skopeo ($REGISTRY_AUTH_FILE, $XDG_RUNTIME_DIR/containers).
/// Nothing there or no such file: nullopt. A helper that fails, or a damaged file: an error that names it.
/// Runs docker-credential-… programs; blocking, for any thread.
[[nodiscard]] Result<std::optional<Credentials>>
credentialsFromDocker(const RegistryAddress &address, const QProcessEnvironment &environment);

/// The hosts that docker's config.json (or podman's auth.json) has credentials for, each once, in order;
/// docker.io for Docker Hub. No such file: none. InvalidArgument for a damaged one.
[[nodiscard]] Result<QStringList> registriesInDockerConfig(const QProcessEnvironment &environment);

} // namespace dip
