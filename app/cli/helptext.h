#pragma once

#include <QString>

namespace CLI {
class App;
}

namespace dip::cli {

/// The whole program's help, in the user's language.
[[nodiscard]] QString programHelp(const CLI::App &app, int width);
/// One command's help with its options, those that exist everywhere, and examples.
[[nodiscard]] QString commandHelp(const CLI::App &app, const CLI::App &command, int width);

} // namespace dip::cli
