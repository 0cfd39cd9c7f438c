// The second half of UploadJob: what it does between its steps and at the end. uploadjob.cpp draws the whole.

#include "core/base/log.h"
#include "core/registry/blobnotes.h"
#include "core/registry/uploadjob.h"
#include "core/registry/uploadlocation.h"

namespace dip {

namespace {

/// Failures after which the session may be as good as ever: when the line is well again, the storage has
/// room, or somebody has signed in.
bool mayComeBack(const Error &error)
{
    switch (error.code) {
    case ErrorCode::RegistryStorage:
    case ErrorCode::AuthRequired:
    case ErrorCode::AuthFailed:
        return true;
    default:
        return error.httpStatus == 0 || isTransient(error);
    }
}

} // namespace

Result<void> UploadJob::overcome(const Setback &setback)
{
    if (setback.kind == Setback::Kind::Final || ++m_failures > m_session.settings().retry.attempts)
        return std::unexpected(setback.error);
    qCInfo(logRegistry) << "upload of" << m_upload.blob.digest.toString()
                        << "is set back:" << setback.error.detail;
    m_sink.countRetry();
    if (setback.kind == Setback::Kind::Forgotten) {
        forgetSession();
        return {};
    }
    m_isUnsure = m_upSession.has_value();
    return pause(setback.error);
}

Result<void> UploadJob::pause(const Error &error)
{
    const auto time = pauseBefore(m_failures, m_session.settings().retry, error);
    m_progress.setDone(m_upSession ? m_upSession->offset : 0); // as far as is known to have arrived
    if (m_progress.pauseForRetry(time, error.detail, m_session.stopToken()))
        return {};
    return fail(ErrorCode::Cancelled, QStringLiteral("stopped while waiting to try again"), error.where);
}

UploadJob::Step UploadJob::setBackBy(const Error &error)
{
    return std::unexpected(Setback{isTransient(error) ? Setback::Kind::Again : Setback::Kind::Final, error});
}

UploadJob::Step UploadJob::replan(bool isPossible, const Error &refusal)
{
    if (!isPossible)
        return std::unexpected(Setback{Setback::Kind::Final, refusal});
    qCInfo(logRegistry) << "upload of" << m_upload.blob.digest.toString()
                        << "goes another way:" << refusal.detail;
    return Progressed::Onward;
}

Error UploadJob::errorOf(const HttpResponse &answer) const
{
    return errorFromResponse(answer, m_upload.blob.digest.toString());
}

Error UploadJob::protocolError(const QString &detail, int status) const
{
    return {ErrorCode::ProtocolViolation, detail, m_upload.blob.digest.toString(), status, {}, {}};
}

/// Takes what an answer says of the session: its newest Location, and the bounds of its chunks.
void UploadJob::adopt(const HttpResponse &answer)
{
    const auto number = [&](QByteArrayView name) {
        return answer.headers.value(name).toLongLong();
    };
    m_plan.bound(number("OCI-Chunk-Min-Length"), number("OCI-Chunk-Max-Length"));
    const QByteArray location = answer.headers.value("Location");
    if (location.isEmpty())
        return;
    auto url = uploadLocation(answer.url, location, m_session.baseUrl());
    if (!url) {
        qCWarning(logRegistry) << "a Location is not followed:" << url.error().detail;
        return;
    }
    m_upSession = UploadJournal::Entry{std::move(*url), m_upSession ? m_upSession->offset : 0};
}

/// The registry has acknowledged so many bytes. Only what was never acknowledged before is success.
void UploadJob::advanceTo(qint64 offset)
{
    m_upSession->offset = offset;
    m_progress.setDone(offset);
    openPage();
    m_page.note(*m_upSession);
    logEvent(logRegistry(), QStringLiteral("chunk is acknowledged"),
             {QStringLiteral("upload"), m_upload.blob.digest.toString(), offset, {}});
    if (offset <= m_highest)
        return;
    m_highest = offset;
    m_failures = 0;
}

void UploadJob::forgetSession()
{
    m_upSession.reset();
    m_progress.setNote(uploadForgotten);
    qCInfo(logRegistry) << "the registry forgot the partial upload of" << m_upload.blob.digest.toString();
}

void UploadJob::abandon(std::optional<UploadJournal::Entry> &session)
{
    // Best effort: a registry also sweeps such sessions by itself, after a week or so.
    if (session)
        (void)m_requests.abandon(session->location);
    session.reset();
}

void UploadJob::rememberWhatWorked()
{
    m_shared.memory.learn([&](RegistryMemory::Traits &traits) { m_plan.teach(traits); });
}

void UploadJob::end(const Result<UploadOutcome> &outcome)
{
    if (!outcome) {
        m_progress.setPhase(Phase::Failed);
        if (mayComeBack(outcome.error()))
            return;
        abandon(m_upSession);
        abandon(m_spare);
        m_page.erase();
        return;
    }
    abandon(m_spare);
    m_page.erase();
    m_progress.setDone(m_size);
    switch (*outcome) {
    case UploadOutcome::Uploaded:
        m_progress.setPhase(Phase::Done);
        break;
    case UploadOutcome::AlreadyThere:
        m_progress.setPhase(Phase::AlreadyThere);
        break;
    case UploadOutcome::Mounted:
        m_progress.setPhase(Phase::Mounted);
        break;
    }
}

} // namespace dip
