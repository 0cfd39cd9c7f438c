#pragma once

#include "app/cli/commands/command.h"

namespace dip::cli {

// One function and one file for each command.

[[nodiscard]] CommandResult run(const PullOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const ExtractOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const PushOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const ListOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const CleanOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const PinOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const VerifyOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const ExportOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const TrashOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const TagsOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const CheckOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const InspectOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const GuiOptions &options, CommandContext &context);
[[nodiscard]] CommandResult run(const ShowText &options, CommandContext &context); ///< help and version

} // namespace dip::cli
