#pragma once

#include "app/cli/commandline.h"
#include "app/cli/commands/command.h"

namespace dip::cli {

class Redactor;
class Screen;

/// Says what came of a command: the result on standard output, as text or as one JSON object, and a failure
/// as two lines on standard error.
class Output final
{
public:
    Output(const CommonOptions &options, Screen &screen, const Redactor &redactor)
        : m_options(options), m_screen(screen), m_redactor(redactor)
    {}
    Q_DISABLE_COPY_MOVE(Output)

    [[nodiscard]] int show(const CommandResult &result) const; ///< gives the exit code

private:
    void showFailure(const CommandResult &result) const;

    const CommonOptions &m_options;
    Screen &m_screen;
    const Redactor &m_redactor;
};

/// The same for a command line that means nothing.
[[nodiscard]] int showUsageError(const UsageError &error);

/// The result as --json gives it: the command's keys, and "error" after a failure.
[[nodiscard]] QString jsonText(const CommandResult &result);

} // namespace dip::cli
