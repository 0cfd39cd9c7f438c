#pragma once

#include "ui/jobs/job.h"

namespace dip::ui {

// What screen readers say: words instead of signs, arrows and short forms.

/// "app/web:2.1 to harbor.cn/prod/web:2.1"
[[nodiscard]] QString spokenTitle(const Job &job);
/// "app/web:2.1 to harbor.cn/prod/web:2.1, uploading, 62 percent, about 3 minutes left"
[[nodiscard]] QString jobSpoken(const Job &job);
[[nodiscard]] QString lineSpoken(const JobLine &line);

} // namespace dip::ui
