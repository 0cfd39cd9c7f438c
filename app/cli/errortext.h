#pragma once

#include "core/base/error.h"

namespace dip::cli {

/// A failure in the user's language: each one line.
struct ErrorText
{
    QString what; ///< what failed and where, with the server's own words where they help
    QString hint; ///< the likely cause or the next step
};

/// The one place of this face where errors become sentences.
[[nodiscard]] ErrorText errorText(const Error &error);

} // namespace dip::cli
