#pragma once

#include "core/settings/credentials.h"

namespace dip {

/// Asks the program docker-credential-`name` for a server's credentials (docker's credential helper protocol:
/// `get`, the server on its input, JSON on its output). Blocking, at most 30 s. Nothing kept there: nullopt.
/// InvalidArgument for a name that could be a path, FileMissing where there is no such program, Timeout,
/// Unsupported where it fails or its answer is not understood.
[[nodiscard]] Result<std::optional<Credentials>>
askCredentialHelper(const QString &name, const QString &server, const QProcessEnvironment &environment);

} // namespace dip
