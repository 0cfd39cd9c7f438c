#pragma once

#include "app/cli/options.h"

#include <expected>

namespace dip::cli {

/// What is wrong with a command line, in the user's language.
struct UsageError
{
    QString message;
    QString hint;      ///< for example "See `docker-image-pusher help push`."
    bool json = false; ///< whether --json was among the arguments
};

/// Reads a command line without the program's name. Nothing is done yet; `width` is for help texts.
[[nodiscard]] std::expected<Options, UsageError> parseCommandLine(const QStringList &arguments,
                                                                  int width = 80);

} // namespace dip::cli
