#pragma once

#include "core/base/result.h"
#include "ui/jobs/job.h"

namespace dip::ui {

/// Keeps the queue in a JSON file, without progress and without secrets, so that it lives through the end of
/// the program, however that comes.
class JobStore final
{
public:
    explicit JobStore(QString file) : m_file(std::move(file)) {}

    /// Jobs that were running come back as Paused and interrupted. A missing or damaged file is an empty
    /// queue.
    [[nodiscard]] QList<Job> load() const;
    void save(const QList<Job> &jobs) const;

private:
    QString m_file;
};

} // namespace dip::ui
