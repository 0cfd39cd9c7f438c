#include "ui/jobs/jobqueue.h"

#include <QUuid>
#include <QtConcurrentRun>

#include "core/base/log.h"
#include "core/cache/cache.h"
#include "ui/jobs/stepjson.h"
#include "ui/registries/registrydirectory.h"

namespace dip::ui {

namespace {

constexpr std::chrono::milliseconds sampleEvery(250);
constexpr std::chrono::milliseconds saveAfter(200);
constexpr int mostThreads = 64;

bool asksAPerson(const Error &error)
{
    return error.code == ErrorCode::AuthRequired || error.code == ErrorCode::AuthFailed ||
           error.code == ErrorCode::TlsUntrusted || error.code == ErrorCode::TlsChanged;
}

/// The same work, or a push of the same image to the same name, however that is called here.
bool wantsTheSame(const JobRequest &a, const JobRequest &b)
{
    if (a.kind != b.kind || a.profile != b.profile)
        return false;
    const bool sameGoal = a.kind == JobKind::Push && !a.digest.isEmpty() && a.digest == b.digest &&
                          !a.target.isEmpty() && a.target == b.target;
    return sameGoal || stepsToJson(a.steps) == stepsToJson(b.steps);
}

JobState stateAfter(JobRun::Wish wish)
{
    switch (wish) {
    case JobRun::Wish::Pause:
        return JobState::Paused;
    case JobRun::Wish::Restart:
        return JobState::Waiting;
    default:
        return JobState::Cancelled;
    }
}

bool repairs(const JobStep &step)
{
    const auto *verified = std::get_if<VerifyImages>(&step);
    return verified && verified->repair;
}

} // namespace

JobQueue::JobQueue(const QString &storeFile, RegistryDirectory &registries, QObject *parent)
    : QObject(parent), m_store(storeFile), m_registries(registries), m_jobs(m_store.load())
{
    for (Job &job : m_jobs)
        job.key = ++m_lastKey;
    m_pool.setMaxThreadCount(mostThreads);
    m_sampler.setInterval(sampleEvery);
    connect(&m_sampler, &QTimer::timeout, this, &JobQueue::sample);
    m_saver.setInterval(saveAfter);
    m_saver.setSingleShot(true);
    m_storePool.setMaxThreadCount(1); // one after another
    connect(&m_saver, &QTimer::timeout, this, &JobQueue::save);
}

JobQueue::~JobQueue()
{
    m_storePool.waitForDone();
    m_store.save(m_jobs); // what runs is offered again at the next start
    for (const auto &run : std::as_const(m_runs))
        run->stop(JobRun::Wish::Pause);
    m_pool.waitForDone();
}

void JobQueue::setCache(std::shared_ptr<Cache> cache)
{
    m_cache = std::move(cache);
    startMore();
}

void JobQueue::setJobsAtOnce(int jobs)
{
    m_jobsAtOnce = jobs;
    startMore();
}

const Job *JobQueue::find(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_jobs[row];
}

QString JobQueue::add(const JobRequest &request)
{
    for (const Job &job : std::as_const(m_jobs)) {
        if (!isFinished(job.state) && wantsTheSame(job.request, request)) {
            emit joined(job.id);
            return job.id;
        }
    }
    Job job;
    job.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    job.key = ++m_lastKey;
    job.request = request;
    m_jobs.append(job);
    emit added(int(m_jobs.size()) - 1);
    saveSoon();
    startMore();
    return job.id;
}

void JobQueue::pause(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    const JobState state = m_jobs[row].state;
    if (state == JobState::Running)
        stop(row, JobRun::Wish::Pause);
    else if (state == JobState::Waiting)
        setState(row, JobState::Paused);
}

void JobQueue::resume(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0 || (m_jobs[row].state != JobState::Paused && m_jobs[row].state != JobState::NeedsYou))
        return;
    m_jobs[row].error.reset();
    setState(row, JobState::Waiting);
    startMore();
}

QStringList JobQueue::cancel(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0 || isFinished(m_jobs[row].state))
        return {};
    QStringList cancelled{id};
    if (m_jobs[row].state == JobState::Running)
        stop(row, JobRun::Wish::Cancel);
    else
        setState(row, JobState::Cancelled);
    for (qsizetype i = 0; i < m_jobs.size(); ++i) {
        if (m_jobs[i].request.after == id)
            cancelled += cancel(m_jobs[i].id);
    }
    return cancelled;
}

void JobQueue::start(const QString &id)
{
    if (canStart(id))
        run(rowOf(id));
}

bool JobQueue::canStart(const QString &id) const
{
    const Job *job = find(id);
    return job && m_cache && !m_runs.contains(id) && !isFinished(job->state) && isReady(*job);
}

void JobQueue::remove(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0 || !isFinished(m_jobs[row].state))
        return;
    m_jobs.removeAt(row);
    emit removed(row);
    saveSoon();
}

void JobQueue::removeFinished()
{
    for (qsizetype row = m_jobs.size() - 1; row >= 0; --row) {
        if (isFinished(m_jobs[row].state))
            remove(m_jobs[row].id);
    }
}

void JobQueue::pauseAll()
{
    // Waiting ones first, or they would take the places of those that stop.
    for (const JobState state : {JobState::Waiting, JobState::Running}) {
        for (qsizetype row = 0; row < m_jobs.size(); ++row) {
            if (m_jobs[row].state == state)
                pause(m_jobs[row].id);
        }
    }
}

void JobQueue::resumeAll()
{
    for (qsizetype row = 0; row < m_jobs.size(); ++row) {
        if (m_jobs[row].state == JobState::Paused)
            resume(m_jobs[row].id);
    }
}

void JobQueue::resumeInterrupted()
{
    for (qsizetype row = 0; row < m_jobs.size(); ++row) {
        if (m_jobs[row].interrupted)
            resume(m_jobs[row].id);
    }
}

void JobQueue::answer(const QString &profile)
{
    for (qsizetype row = 0; row < m_jobs.size(); ++row) {
        if (m_jobs[row].state == JobState::NeedsYou && m_jobs[row].request.profile == profile)
            resume(m_jobs[row].id);
    }
}

int JobQueue::rowOf(const QString &id) const
{
    const auto place = std::ranges::find(m_jobs, id, &Job::id);
    return place == m_jobs.end() ? -1 : int(place - m_jobs.begin());
}

/// Whether the job that it builds on is done.
bool JobQueue::isReady(const Job &job) const
{
    const Job *before = job.request.after.isEmpty() ? nullptr : find(job.request.after);
    return !before || before->state == JobState::Done || before->state == JobState::DoneWithWarnings;
}

void JobQueue::startMore()
{
    if (!m_cache)
        return;
    for (qsizetype row = 0; row < m_jobs.size() && m_runs.size() < m_jobsAtOnce; ++row) {
        if (m_jobs[row].state == JobState::Waiting && isReady(m_jobs[row]))
            run(int(row));
    }
}

void JobQueue::run(int row)
{
    Job &job = m_jobs[row];
    forgetProgress(job);
    JobRun::Means means{m_cache, {}, {}};
    if (!job.request.profile.isEmpty()) {
        auto made = m_registries.registryFor(job.request.profile);
        if (!made) {
            job.error = made.error();
            setState(row, JobState::Failed);
            return;
        }
        means.registry = (*made)->forOneJob();
        means.registry->setRateLimit(job.rateLimit);
        job.account = m_registries.find(job.request.profile)->username;
    }
    if (std::ranges::any_of(job.request.steps, repairs))
        means.allByHost = m_registries.registriesByHost();
    auto run = std::make_shared<JobRun>(means.registry);
    m_runs.insert(job.id, run);
    setState(row, JobState::Running);
    m_sampler.start();
    QtConcurrent::run(&m_pool, [run, means, steps = job.request.steps, id = job.id] {
        const LogScope scope(id);
        return run->work(means, steps);
    }).then(this, [this, id = job.id](const Result<void> &result) {
        // Work that is over by now would be told of from within run(), and the list of jobs change under its
        // feet.
        QMetaObject::invokeMethod(this, [this, id, result] { ended(id, result); }, Qt::QueuedConnection);
    });
}

void JobQueue::ended(const QString &id, const Result<void> &result)
{
    const auto run = m_runs.take(id);
    const int row = rowOf(id);
    if (m_runs.isEmpty())
        m_sampler.stop();
    Job &job = m_jobs[row];
    run->sample(job);
    job.speed = 0;
    job.remainingMs.reset();
    job.stopping = false;
    job.digests = run->digests();
    job.findings = run->findings();
    const bool stopped = !result && result.error().code == ErrorCode::Cancelled;
    if (result && job.harms() > 0) {
        setState(row, JobState::Failed);
    } else if (result) {
        setState(row, job.notices.isEmpty() ? JobState::Done : JobState::DoneWithWarnings);
    } else if (stopped) {
        setState(row, stateAfter(run->wish()));
    } else {
        const LogScope scope(id);
        qCWarning(logTransfer) << "a job failed:" << errorCodeName(result.error().code)
                               << result.error().detail;
        job.error = result.error();
        setState(row, asksAPerson(result.error()) ? JobState::NeedsYou : JobState::Failed);
    }
    emit finished(id);
    startMore();
}

void JobQueue::stop(int row, JobRun::Wish wish)
{
    Job &job = m_jobs[row];
    job.stopping = true;
    m_runs.value(job.id)->stop(wish);
    emit changed({row});
}

void JobQueue::forgetProgress(Job &job)
{
    job.lines.clear();
    job.notices.clear();
    job.findings.clear();
    job.error.reset();
    job.moved = job.alreadyThere = job.total = 0;
    job.share = 0;
    job.linesDone = 0;
    job.finished = {};
}

void JobQueue::setState(int row, JobState state)
{
    m_jobs[row].state = state;
    m_jobs[row].interrupted = m_jobs[row].interrupted && state == JobState::Paused;
    if (isFinished(state))
        m_jobs[row].finished = QDateTime::currentDateTimeUtc();
    emit changed({row});
    saveSoon();
}

void JobQueue::sample()
{
    QList<int> rows;
    for (auto run = m_runs.cbegin(); run != m_runs.cend(); ++run) {
        const int row = rowOf(run.key());
        if (run.value()->sample(m_jobs[row]))
            rows.append(row);
    }
    if (!rows.isEmpty())
        emit changed(rows);
}

/// A disk may take long to be sure of what it was given, and the window does not wait for it.
void JobQueue::save()
{
    m_storePool.start([store = m_store, jobs = m_jobs] { store.save(jobs); });
}

void JobQueue::saveSoon()
{
    m_saver.start();
}

} // namespace dip::ui
