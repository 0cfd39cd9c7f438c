#pragma once

#include "app/cli/commands/command.h"
#include "core/registry/registry.h"

namespace dip::cli {

/// The registry that the options name, with its credentials. They are looked for in this order: --password,
/// --password-stdin, the environment, docker's config.json; last, a person at a terminal is asked. What is
/// learnt of the registry and unfinished uploads are kept in `cacheFolder`; empty: nowhere.
[[nodiscard]] Outcome<std::shared_ptr<Registry>>
openRegistry(const RegistryOptions &options, const QString &cacheFolder, CommandContext &context);

} // namespace dip::cli
