#include "app/cli/commands/commands.h"

namespace dip::cli {

CommandResult run(const ShowText &options, CommandContext &)
{
    return {options.text, {{QStringLiteral("text"), options.text}}, {}, {}, false};
}

} // namespace dip::cli
