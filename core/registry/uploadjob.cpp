#include "core/registry/uploadjob.h"

#include "core/base/log.h"
#include "core/registry/uploadlocation.h"

// How one blob goes up (OCI distribution-spec, Pushing blobs). What a registry may answer, and why a step is
// as it is, says the table of facts about registries that the tests of this class go through.
//
//              present
//    prepare: (may have been done before, by another thread)
//    isThere ───────────────────────────────────────────────────────────────▶ AlreadyThere
//      │ absent, or no clear answer
//      ▼       201
//    mounted ───────────────────────────────────────────────────────────────▶ Mounted
//      │ 202: a session to spare; anything else: none, or one by POST where it is asked for
//      ▼
//    recallSession: did an earlier run note a session?
//      │
//      │   ┌────────────────────────────────────────────────────────────────────────┐
//      ▼   ▼                                                                        │
//    step:                                                                          │
//      no session ──────────▶ beginSession   the spare one, or POST                 │
//      offset not known ────▶ askSession     GET: goes on there, or forgets it      │
//      bytes are left ──────▶ sendChunk      PATCH; the answer's Range is believed  │ overcome:
//      all sent, or all fit ▶ commit         PUT ──────────────────▶ Uploaded       │  Again      pause, then
//      ask in the last request      │                                                   │  Forgotten  from
//      byte 0
//                               │ unclear: is the blob there? ────▶ Uploaded        │  Replanned  another way
//                               ▼                                                   │
//                            Setback ───────────────────────────────────────────────┤
//                                                                                   │ Final, or too many in a
//                                                                                   row ▼
//                                                                                 failed
//
// On a stop the session and its note are kept, so that the next run goes on from there; so they are when the
// line stays dead. A session that will never be used is deleted.

namespace dip {

namespace {

bool isUploadGone(const Error &error)
{
    return error.httpStatus == 404 || error.httpStatus == 410 ||
           error.registryCode == u"BLOB_UPLOAD_UNKNOWN" || error.registryCode == u"BLOB_UPLOAD_INVALID" ||
           error.registryCode == u"RANGE_INVALID" || error.registryCode == u"SIZE_INVALID";
}

} // namespace

UploadJob::UploadJob(Registry &registry, AuthorizedSession &session, ProgressSink &sink,
                     const BlobUpload &upload, BlobProgress &progress)
    : m_shared(registry.shared())
    , m_session(session)
    , m_sink(sink)
    , m_upload(upload)
    , m_progress(progress)
    , m_size(upload.blob.size)
    , m_requests(session, registry.limiter(), upload, progress)
    , m_plan(m_size, session.settings().uploadChunk, m_shared.memory.traits())
{}

bool UploadJob::isNotSupported(const Error &error)
{
    return error.httpStatus == 405 || error.httpStatus == 501 || error.registryCode == u"UNSUPPORTED";
}

Result<UploadReport> UploadJob::run(const UploadStart *start)
{
    QElapsedTimer clock;
    clock.start();
    auto outcome = work(start);
    end(outcome);
    if (!outcome)
        return failure(outcome);
    logEvent(
        logRegistry(), QStringLiteral("blob is in the registry"),
        {QStringLiteral("upload"), m_upload.blob.digest.toString(), m_requests.sentBytes(), clock.elapsed()});
    return UploadReport{*outcome, m_requests.sentBytes(), m_resumedFrom};
}

Result<UploadOutcome> UploadJob::work(const UploadStart *given)
{
    if (given && given->outcome)
        return *given->outcome; // the file is not needed
    if (auto opened = m_requests.open(); !opened)
        return failure(opened);
    auto start = given ? Result<UploadStart>(*given) : prepare(false);
    if (!start)
        return failure(start);
    if (start->outcome)
        return *start->outcome;
    takeUp(*start);
    recallSession();
    if (auto sent = transfer(); !sent)
        return failure(sent);
    rememberWhatWorked();
    return UploadOutcome::Uploaded;
}

Result<void> UploadJob::transfer()
{
    for (;;) {
        const Step outcome = step();
        if (outcome && *outcome == Progressed::Committed)
            return {};
        if (outcome)
            continue;
        if (auto overcame = overcome(outcome.error()); !overcame)
            return overcame;
    }
}

UploadJob::Step UploadJob::step()
{
    if (m_upSession && !m_isUnsure && !m_plan.canGoOnFrom(m_upSession->offset))
        abandon(m_upSession);
    if (!m_upSession)
        return beginSession();
    if (m_isUnsure)
        return askSession();
    if (m_upSession->offset == m_size || m_plan.isOnePut(m_upSession->offset))
        return commit();
    return sendChunk();
}

UploadJob::Step UploadJob::beginSession()
{
    m_stalls = 0;
    m_isUnsure = m_isRecalled = false;
    if (m_spare) {
        m_upSession = std::exchange(m_spare, {});
        return Progressed::Onward;
    }
    m_progress.setDone(0);
    m_progress.setPhase(Phase::Uploading);
    const auto answer = m_requests.begin();
    if (!answer)
        return setBackBy(answer.error());
    if (!answer->isSuccess())
        return setBackBy(errorOf(*answer));
    adopt(*answer);
    if (answer->status == 202 && m_upSession)
        return Progressed::Onward;
    m_upSession.reset();
    return setBackBy(protocolError(QStringLiteral("no upload session was opened"), answer->status));
}

/// OCI distribution-spec, Pushing a blob in chunks: GET on the session tells how much of it is there.
UploadJob::Step UploadJob::askSession()
{
    const auto answer = m_requests.status(m_upSession->location);
    if (!answer)
        return setBackBy(answer.error());
    m_isUnsure = false;
    const auto held = parseUploadRange(answer->headers.value("Range"), m_size);
    if (answer->isSuccess() && held && *held <= m_size) {
        adopt(*answer);
        m_upSession->offset = *held;
        if (m_isRecalled)
            m_resumedFrom = m_highest = *held;
        if (m_isRecalled && m_spare)
            abandon(m_spare);
        m_isRecalled = false;
        m_progress.setDone(*held);
        return Progressed::Onward;
    }
    if (!answer->isSuccess() && isTransient(errorOf(*answer))) {
        m_isUnsure = true;
        return setBackBy(errorOf(*answer));
    }
    forgetSession();
    return Progressed::Onward;
}

UploadJob::Step UploadJob::sendChunk()
{
    const qint64 start = m_upSession->offset;
    const qint64 length = m_plan.pieceAt(start);
    const auto answer = m_requests.patch(m_upSession->location, start, length);
    if (!answer)
        return setBackBy(answer.error());
    return answer->isSuccess() ? judgeChunk(*answer, start, length) : chunkRefused(*answer, start, length);
}

/// Goes to where the registry says it is; not beyond what was sent, and where it says nothing all has
/// arrived.
UploadJob::Step UploadJob::judgeChunk(const HttpResponse &answer, qint64 start, qint64 length)
{
    adopt(answer);
    const qint64 end = start + length;
    const qint64 held = std::min(parseUploadRange(answer.headers.value("Range"), end).value_or(end), end);
    if (held > start) {
        m_stalls = 0;
        advanceTo(held);
        return Progressed::Onward;
    }
    m_upSession->offset = held;
    m_progress.setDone(held);
    if (++m_stalls < 2)
        return Progressed::Onward;
    abandon(m_upSession);
    return replan(
        m_plan.refuseChunks(),
        protocolError(QStringLiteral("the registry takes chunks but does not advance"), answer.status));
}

UploadJob::Step UploadJob::chunkRefused(const HttpResponse &answer, qint64 start, qint64 length)
{
    const Error error = errorOf(answer);
    if (error.code == ErrorCode::RegistryStorage)
        return setBackBy(error);
    if (answer.status == 413) {
        m_isUnsure = true;
        return replan(m_plan.refuseSize(length), error);
    }
    if (answer.status == 416)
        return rangeRefused(error, start, length);
    // A 404 that does not name the session, for one that was opened just now: there is no such method here.
    const bool isNoMethod =
        isNotSupported(error) || (answer.status == 404 && start == 0 && error.registryCode.isEmpty());
    if (isNoMethod && m_plan.refuseChunks()) {
        abandon(m_upSession);
        return replan(true, error);
    }
    if (isUploadGone(error))
        return std::unexpected(Setback{Setback::Kind::Forgotten, error});
    return setBackBy(error);
}

/// 416 says that the registry is elsewhere, or (on some) that the chunk is too large. It is asked which.
UploadJob::Step UploadJob::rangeRefused(const Error &error, qint64 start, qint64 length)
{
    const Step asked = askSession();
    if (!asked)
        return asked;
    if (m_upSession && m_upSession->offset != start)
        return std::unexpected(Setback{Setback::Kind::Again, error});
    return replan(m_plan.refuseSize(length), error);
}

UploadJob::Step UploadJob::commit()
{
    const qint64 start = m_upSession->offset;
    const auto answer = m_requests.put(m_upSession->location, start);
    if (answer && answer->isSuccess())
        return Progressed::Committed;
    return commitFailed(answer ? errorOf(*answer) : answer.error(), start);
}

UploadJob::Step UploadJob::commitFailed(const Error &error, qint64 start)
{
    if (error.registryCode == u"DIGEST_INVALID")
        return digestRefused(error);
    const bool hadBody = start < m_size;
    if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::RegistryStorage ||
        error.httpStatus == 401 || error.httpStatus == 403)
        return std::unexpected(Setback{Setback::Kind::Final, error});
    if (hadBody && (error.httpStatus == 413 || error.httpStatus == 416)) {
        abandon(m_upSession);
        return replan(m_plan.refuseSize(m_size - start), error);
    }
    const bool isUnclear = error.httpStatus != 0 || isTransient(error);
    if (isUnclear) {
        const auto there = m_requests.head();
        if (there && there->isSuccess())
            return Progressed::Committed;
    }
    if (isTransient(error) || error.httpStatus == 416)
        return std::unexpected(Setback{Setback::Kind::Again, error});
    const bool isBodyRefused = error.httpStatus == 400 || error.httpStatus == 411 ||
                               error.httpStatus == 415 || isNotSupported(error);
    if (hadBody && isBodyRefused && !isUploadGone(error) && m_plan.refuseOnePut()) {
        abandon(m_upSession);
        return replan(true, error);
    }
    if (isUploadGone(error))
        return std::unexpected(Setback{Setback::Kind::Forgotten, error});
    return std::unexpected(
        Setback{error.httpStatus == 400 ? Setback::Kind::Again : Setback::Kind::Final, error});
}

/// The session is gone with that. Either what we hold is not what its name says, or the line has changed it.
UploadJob::Step UploadJob::digestRefused(const Error &error)
{
    m_upSession.reset();
    m_page.erase();
    auto intact = m_requests.fileIsIntact();
    if (!intact)
        return std::unexpected(Setback{Setback::Kind::Final, intact.error()});
    if (!*intact) {
        Error damaged{ErrorCode::DigestMismatch,
                      QStringLiteral("the local copy of this blob is damaged"),
                      m_upload.file,
                      0,
                      {},
                      {}};
        return std::unexpected(Setback{Setback::Kind::Final, std::move(damaged)});
    }
    return replan(!std::exchange(m_digestWasRefused, true), error);
}

} // namespace dip
