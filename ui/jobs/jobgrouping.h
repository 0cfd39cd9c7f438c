#pragma once

#include "ui/jobs/job.h"

namespace dip::ui {

/// What jobs are put together by.
enum class JobGrouping { None, Target, DeliveryList };

/// What stands above a group of jobs.
struct JobHeading
{
    QString title;
    QString summary; ///< "4 of 6 done  ·  1 needs you"
    bool needsYou = false;
};

/// The same for all jobs of a group: the registry's host, or the delivery list's name. Empty for what is done
/// on this computer, or by no list.
[[nodiscard]] QString groupOf(const JobRequest &request, JobGrouping by);
[[nodiscard]] JobHeading headingOf(const QString &group, JobGrouping by, const QList<const Job *> &jobs);
/// For screen readers.
[[nodiscard]] QString headingSpoken(const JobHeading &heading);

} // namespace dip::ui
