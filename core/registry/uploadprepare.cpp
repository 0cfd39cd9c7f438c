// The beginning of UploadJob: what it finds out before a byte goes up. uploadjob.cpp draws the whole.

#include "core/registry/uploadjob.h"

namespace dip {

namespace {

/// Registries drop sessions that nothing comes to, some soon.
constexpr std::chrono::minutes longestWait{1};

} // namespace

Result<UploadStart> UploadJob::prepare(bool openSession)
{
    UploadStart start;
    auto there = isThere();
    if (!there)
        return failure(there);
    auto taken = *there ? Result<bool>(false) : mounted();
    if (!taken)
        return failure(taken);
    if (*there)
        start.outcome = UploadOutcome::AlreadyThere;
    else if (*taken)
        start.outcome = UploadOutcome::Mounted;
    else if (openSession && !m_opening) {
        auto answer = m_requests.begin();
        if (!answer && answer.error().code == ErrorCode::Cancelled)
            return failure(answer);
        if (answer && answer->status == 202)
            keepOpening(*answer);
    }
    m_progress.setPhase(Phase::Waiting);
    start.opening = m_opening;
    start.freshUntil = QDeadlineTimer(longestWait);
    return start;
}

/// Only a clear yes counts. Anything else is left to the push itself to complain about.
Result<bool> UploadJob::isThere()
{
    if (!m_upload.skipExisting || m_plan.noHead())
        return false;
    m_progress.setPhase(Phase::Checking);
    auto answer = m_requests.head();
    if (!answer && answer.error().code == ErrorCode::Cancelled)
        return failure(answer);
    if (answer && (answer->status == 405 || answer->status == 501))
        m_shared.memory.learn([](auto &traits) { traits.noHead = true; });
    return answer && answer->isSuccess();
}

Result<bool> UploadJob::mounted()
{
    for (const RepositoryName &from : m_upload.mountCandidates) {
        if (m_shared.memory.traits().noMount || from == m_upload.repository)
            continue;
        auto answer = m_requests.mount(from);
        if (!answer && answer.error().code == ErrorCode::Cancelled)
            return failure(answer);
        if (!answer)
            return false;
        if (answer->status == 201)
            return true;
        if (answer->status == 202) {
            keepOpening(*answer);
            return false;
        }
        if (isNotSupported(errorOf(*answer)))
            m_shared.memory.learn([](auto &traits) { traits.noMount = true; });
    }
    return false;
}

void UploadJob::keepOpening(const HttpResponse &answer)
{
    m_opening = std::make_shared<const HttpResponse>(answer);
}

/// The session that was opened is one to spare, for there may be a better one, of an earlier run.
void UploadJob::takeUp(const UploadStart &start)
{
    if (!start.opening)
        return;
    adopt(*start.opening);
    m_spare = std::exchange(m_upSession, {});
    if (start.freshUntil.hasExpired())
        abandon(m_spare);
}

/// Where a blob turns out to need several pieces only when it is on its way, its page is opened then.
void UploadJob::openPage()
{
    const QString host = m_shared.settings.address.hostAndPort();
    const auto hasNote = [&] {
        return m_shared.journal.has(host, m_upload.repository, m_upload.blob.digest);
    };
    if (m_hasPage || (!m_plan.isChunked() && !hasNote()))
        return;
    m_hasPage = true;
    m_page = m_shared.journal.open(host, m_upload.repository, m_upload.blob.digest);
}

void UploadJob::recallSession()
{
    openPage();
    m_upSession = m_page.found();
    m_isRecalled = m_isUnsure = m_upSession.has_value();
}

} // namespace dip
