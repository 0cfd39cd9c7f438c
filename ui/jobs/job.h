#pragma once

#include <QDateTime>

#include <algorithm>

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/cache/audit.h"
#include "ui/jobs/jobstep.h"

namespace dip::ui {

enum class JobKind { Import, Push, Pull, Export, Verify, Delete };

enum class JobState {
    Waiting,
    Running,
    Paused,
    NeedsYou, ///< a person must answer first: a password, trust in a certificate
    Done,
    DoneWithWarnings,
    Failed,
    Cancelled,
};

[[nodiscard]] inline bool isFinished(JobState state)
{
    return state == JobState::Done || state == JobState::DoneWithWarnings || state == JobState::Failed ||
           state == JobState::Cancelled;
}

/// What is wanted.
struct JobRequest
{
    JobKind kind = JobKind::Push;
    QString source;         ///< as shown: an image's name or a file's
    QString target;         ///< as shown; may be empty
    QString profile;        ///< id of the registry's profile; empty for what needs none
    QString after;          ///< id of a job that must be done first; may be empty
    QList<JobStep> steps;   ///< one after another
    QString digest{};       ///< of the image's manifest, where it is known
    QString deliveryList{}; ///< the name of the one that it was pushed by; may be empty
};

/// One line of progress, as it was when last looked at.
struct JobLine
{
    QString label;
    Phase phase = Phase::Waiting;
    qint64 done = 0;  ///< bytes
    qint64 total = 0; ///< bytes; -1 while unknown
    qint64 retryAtMs = 0;
    bool isBlob = true;
    QString note;
    bool stopped = false; ///< it ended as the job was told to stop, and so failed at nothing

    friend bool operator==(const JobLine &, const JobLine &) = default;
};

/// A job as it was when last looked at. Plain data.
struct Job
{
    QString id;
    quint32 key = 0; ///< of this session, for models
    JobRequest request;
    JobState state = JobState::Waiting;
    bool stopping = false;    ///< was told to stop, and has not yet
    bool interrupted = false; ///< was running when the program ended
    QString account;          ///< the user name that it ran with last; empty: none
    qint64 rateLimit = 0;     ///< bytes a second; 0: none but that of all
    std::optional<Error> error;
    QStringList notices;
    QList<AuditFinding> findings; ///< of a verification, what harms images first
    QDateTime finished;           ///< UTC

    QList<JobLine> lines;
    qint64 moved = 0;        ///< bytes
    qint64 alreadyThere = 0; ///< bytes that had not to be moved
    qint64 total = 0;        ///< bytes, of both kinds
    double share = 0;        ///< that a bar shows, 0 to 1; see SteadyShare
    int linesDone = 0;
    double speed = 0;                  ///< bytes a second
    std::optional<qint64> remainingMs; ///< where it can be told
    QStringList digests;               ///< of the images, when done

    /// Things found by a verification that images suffer from.
    [[nodiscard]] int harms() const { return int(std::ranges::count_if(findings, &AuditFinding::isHarm)); }
};

/// Whether its place in the queue counts.
[[nodiscard]] inline bool isInLine(const Job &job)
{
    return job.state == JobState::Waiting || job.state == JobState::Paused;
}

} // namespace dip::ui
