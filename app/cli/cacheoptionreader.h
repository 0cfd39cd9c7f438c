#pragma once

#include "app/cli/optionparts.h"

namespace dip::cli {

// The options of the commands that look after the cache.

[[nodiscard]] Read<CommandOptions> readClean(const RawArguments &raw);
[[nodiscard]] Read<CommandOptions> readVerify(const RawArguments &raw);
[[nodiscard]] Read<CommandOptions> readExport(const RawArguments &raw);
[[nodiscard]] Read<CommandOptions> readTrash(const RawArguments &raw);
[[nodiscard]] Read<CommandOptions> readPins(const RawArguments &raw, bool pinned);
[[nodiscard]] Read<CommandOptions> readInspect(const RawArguments &raw);

} // namespace dip::cli
