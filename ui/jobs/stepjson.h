#pragma once

#include <QJsonArray>

#include "ui/jobs/jobstep.h"

namespace dip::ui {

[[nodiscard]] QJsonArray stepsToJson(const QList<JobStep> &steps);
/// Nothing where one of them is not ours.
[[nodiscard]] std::optional<QList<JobStep>> stepsFromJson(const QJsonArray &list);

} // namespace dip::ui
