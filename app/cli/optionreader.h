#pragma once

#include "app/cli/definitions.h"
#include "app/cli/options.h"

#include <expected>

namespace dip::cli {

/// A message about wrong options, in the user's language.
template<typename T> using Read = std::expected<T, QString>;

[[nodiscard]] Read<CommonOptions> readCommon(const RawArguments &raw);
/// The options of a command other than help.
[[nodiscard]] Read<CommandOptions> readCommand(const QString &command, const RawArguments &raw);

} // namespace dip::cli
