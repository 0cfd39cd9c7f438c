#pragma once

#include "core/base/progress.h"
#include "core/registry/registryshared.h"
#include "core/registry/uploadplan.h"
#include "core/registry/uploadrequests.h"

namespace dip {

/// The upload of one blob, from the first question to the commit. Drawn in uploadjob.cpp. Used once.
class UploadJob final
{
public:
    /// All must outlive this.
    UploadJob(Registry &registry, AuthorizedSession &session, ProgressSink &sink, const BlobUpload &upload,
              BlobProgress &progress);

    /// Only what precedes the bytes; see RegistryClient::prepareUpload.
    [[nodiscard]] Result<UploadStart> prepare(bool openSession);
    /// All of it, or what is left to do after `start`.
    [[nodiscard]] Result<UploadReport> run(const UploadStart *start);

private:
    /// What stands between a failed step and the next one.
    struct Setback
    {
        enum class Kind {
            Final,     ///< no repetition helps
            Again,     ///< after a pause, from where the registry says
            Forgotten, ///< the session is lost: a new one from byte 0, without a pause
        };
        Kind kind;
        Error error;
    };
    enum class Progressed { Onward, Committed };
    using Step = std::expected<Progressed, Setback>;

    [[nodiscard]] Result<UploadOutcome> work(const UploadStart *given);
    [[nodiscard]] Result<bool> isThere();
    [[nodiscard]] Result<bool> mounted();
    void keepOpening(const HttpResponse &answer);
    void takeUp(const UploadStart &start);
    void openPage();
    void recallSession();

    [[nodiscard]] Result<void> transfer();
    [[nodiscard]] Step step();
    [[nodiscard]] Step beginSession();
    [[nodiscard]] Step askSession();
    [[nodiscard]] Step sendChunk();
    [[nodiscard]] Step judgeChunk(const HttpResponse &answer, qint64 start, qint64 length);
    [[nodiscard]] Step chunkRefused(const HttpResponse &answer, qint64 start, qint64 length);
    [[nodiscard]] Step rangeRefused(const Error &error, qint64 start, qint64 length);
    [[nodiscard]] Step commit();
    [[nodiscard]] Step commitFailed(const Error &error, qint64 start);
    [[nodiscard]] Step digestRefused(const Error &error);

    [[nodiscard]] Result<void> overcome(const Setback &setback);
    [[nodiscard]] Result<void> pause(const Error &error);
    [[nodiscard]] static Step setBackBy(const Error &error);
    /// Another way is no failure; where there is none the refusal is final.
    [[nodiscard]] Step replan(bool isPossible, const Error &refusal);
    [[nodiscard]] static bool isNotSupported(const Error &error);
    [[nodiscard]] Error errorOf(const HttpResponse &answer) const;
    [[nodiscard]] Error protocolError(const QString &detail, int status) const;

    void adopt(const HttpResponse &answer);
    void advanceTo(qint64 offset);
    void forgetSession();
    void abandon(std::optional<UploadJournal::Entry> &session);
    void rememberWhatWorked();
    void end(const Result<UploadOutcome> &outcome);

    Registry::Shared &m_shared;
    AuthorizedSession &m_session;
    ProgressSink &m_sink;
    const BlobUpload &m_upload;
    BlobProgress &m_progress;
    const qint64 m_size;
    UploadRequests m_requests;
    UploadPlan m_plan;

    std::shared_ptr<const HttpResponse> m_opening; ///< what opened a session while preparing
    UploadJournal::Page m_page;
    bool m_hasPage = false;
    std::optional<UploadJournal::Entry> m_upSession; ///< the session in use
    std::optional<UploadJournal::Entry> m_spare;     ///< one that preparing has left
    bool m_isUnsure = false;                         ///< the session's offset must be asked for
    bool m_isRecalled = false;                       ///< the session is of an earlier run
    qint64 m_highest = 0; ///< the furthest acknowledged offset; only what is beyond it counts as success
    qint64 m_resumedFrom = 0;
    int m_failures = 0; ///< in a row
    int m_stalls = 0;   ///< answers to PATCH in a row that did not advance
    bool m_digestWasRefused = false;
};

} // namespace dip
