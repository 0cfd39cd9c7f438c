#pragma once

#include <QLatin1StringView>

namespace dip {

// Notes on lines of progress (BlobProgress::note) that are no error's detail, so that faces can translate
// them.

/// The registry no longer knows a partial upload, and the blob goes up from its beginning.
inline constexpr QLatin1StringView
    uploadForgotten("the registry forgot the partial upload; this blob starts again");

} // namespace dip
