#pragma once

#include <QJsonObject>

#include "ui/jobs/job.h"

namespace dip::ui {

[[nodiscard]] QJsonObject jobToJson(const Job &job);
/// Nothing where the text is not one of ours.
[[nodiscard]] std::optional<Job> jobFromJson(const QJsonObject &json);

} // namespace dip::ui
