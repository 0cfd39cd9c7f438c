#pragma once

#include "app/cli/optionparts.h"

namespace dip::cli {

[[nodiscard]] Read<CommonOptions> readCommon(const RawArguments &raw);
/// The options of a command other than help.
[[nodiscard]] Read<CommandOptions> readCommand(const QString &command, const RawArguments &raw);

} // namespace dip::cli
