#pragma once

#include "core/base/error.h"

namespace dip::cli {

/// What the program says to the one that called it.
enum class ExitCode {
    Done = 0,
    Other = 1,
    Usage = 2,
    NotFound = 3,
    Access = 4, ///< authentication, or not allowed
    Network = 5,
    Integrity = 6,
    RegistryStorage = 7,
    LocalDisk = 8,
    Interrupted = 130,
};

[[nodiscard]] ExitCode exitCodeOf(ErrorCode code);

} // namespace dip::cli
