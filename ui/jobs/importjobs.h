#pragma once

#include "ui/archives/importrow.h"
#include "ui/models/pushmodel.h"

namespace dip::ui {

class JobQueue;

/// One job for each archive: one step for each renamed image, and one for all others.
[[nodiscard]] QList<JobRequest> importRequests(const QList<ImportRow> &rows, int layersAtOnce);
/// Queues them. The images as rows of a push, each with the job that it waits for.
QList<PushModel::Row> addImports(JobQueue &jobs, const QList<ImportRow> &rows);

} // namespace dip::ui
