#pragma once

#include "core/registry/authorizedsession.h"
#include "core/registry/registryclient.h"

namespace dip {

/// Reaches a registry step by step, to say which step fails. See RegistryClient::check.
[[nodiscard]] QList<CheckStep> checkRegistry(Registry &registry, AuthorizedSession &session);

} // namespace dip
