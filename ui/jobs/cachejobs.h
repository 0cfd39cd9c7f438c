#pragma once

#include "ui/jobs/job.h"

namespace dip::ui {

[[nodiscard]] JobRequest exportRequest(const ExportFromCache &what);
/// Of the whole cache where no images are named.
[[nodiscard]] JobRequest verifyRequest(const QList<ImageName> &images, bool repair = false);

} // namespace dip::ui
