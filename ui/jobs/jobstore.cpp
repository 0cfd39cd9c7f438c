#include "ui/jobs/jobstore.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include "core/base/files.h"
#include "core/base/log.h"
#include "ui/jobs/jobjson.h"

namespace dip::ui {

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

bool wasUnderWay(JobState state)
{
    return state == JobState::Running || state == JobState::Waiting || state == JobState::NeedsYou;
}

} // namespace

QList<Job> JobStore::load() const
{
    const auto bytes = files::readAll(m_file, largestFile);
    if (!bytes)
        return {};
    QList<Job> jobs;
    for (const auto &entry : QJsonDocument::fromJson(*bytes).object()[u"jobs"].toArray()) {
        auto job = jobFromJson(entry.toObject());
        if (!job) {
            qCWarning(logTransfer) << "a job of an earlier run could not be understood and is left out";
            continue;
        }
        if (wasUnderWay(job->state)) {
            job->state = JobState::Paused;
            job->interrupted = true;
            job->error.reset();
        }
        jobs.append(*job);
    }
    return jobs;
}

void JobStore::save(const QList<Job> &jobs) const
{
    QJsonArray list;
    for (const Job &job : jobs)
        list.append(jobToJson(job));
    const QJsonObject document{{QStringLiteral("jobs"), list}};
    Result<void> written = files::makeFolder(QFileInfo(m_file).path());
    if (written)
        written = files::writeAtomically(m_file, QJsonDocument(document).toJson(QJsonDocument::Compact));
    if (!written)
        qCWarning(logTransfer) << "the queue could not be written:" << written.error().detail;
}

} // namespace dip::ui
