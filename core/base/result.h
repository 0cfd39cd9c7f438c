#pragma once

#include "core/base/error.h"

#include <expected>

namespace dip {

/// The value, or why there is none. Every fallible call of the core returns one; no exceptions cross its API.
template<typename T = void> using Result = std::expected<T, Error>;

/// `return fail(ErrorCode::NotFound, "...", where);`
inline std::unexpected<Error> fail(ErrorCode code, QString detail, QString where = {})
{
    return std::unexpected(Error{code, std::move(detail), std::move(where), 0, {}, {}});
}

/// Hands an error on: `if (!value) return failure(value);`
template<typename T> std::unexpected<Error> failure(Result<T> &result)
{
    return std::unexpected(std::move(result.error()));
}

} // namespace dip
