#pragma once

#include <optional>

#include "ui/jobs/job.h"

namespace dip::ui {

/// The push as one that needs no import before it: the image goes straight from the archive to the registry.
/// Nothing where it cannot: the image is none of the import's, or only some of its platforms are to be sent.
[[nodiscard]] std::optional<JobRequest> straightPush(const JobRequest &import, const JobRequest &push);

} // namespace dip::ui
