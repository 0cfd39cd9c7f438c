#pragma once

#include "ui/jobs/job.h"

namespace dip::ui {

/// "app/web:2.1 → harbor.cn/prod/web:2.1"
[[nodiscard]] QString jobTitle(const Job &job);
[[nodiscard]] QString stateText(JobState state);
/// What is to be said at the right of the bar: "62 %  12.4 MB/s  about 3 min left", or the state.
[[nodiscard]] QString jobStatus(const Job &job);
/// Whether all that is left of it waits to be tried again.
[[nodiscard]] bool jobPauses(const Job &job);
/// The line below the title: amounts while it runs, the reason where it failed.
[[nodiscard]] QString jobSummary(const Job &job);

[[nodiscard]] QString lineTitle(const JobLine &line);
[[nodiscard]] QString lineStatus(const JobLine &line);
/// Whether the line has a bar to show.
[[nodiscard]] bool lineMoves(const JobLine &line);

} // namespace dip::ui
