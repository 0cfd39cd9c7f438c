#pragma once

#include "ui/errortext.h"
#include "ui/jobs/job.h"

namespace dip::ui {

/// What stands in the way of a job: it failed, needs a person, or waits to try something again.
struct JobTrouble
{
    ErrorText text;
    QString id;           ///< "E413-BODY-TOO-LARGE"; empty while it only waits
    QString report;       ///< for a ticket, without secrets
    bool isPause = false; ///< it goes on by itself
};

/// Nothing where all is well.
[[nodiscard]] std::optional<JobTrouble> troubleOf(const Job &job);
/// For explain(): the registry that the job is about.
[[nodiscard]] ErrorPlace placeOf(const Job &job);

} // namespace dip::ui
