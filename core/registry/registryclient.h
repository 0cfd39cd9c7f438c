#pragma once

#include "core/base/progress.h"
#include "core/image/manifest.h"
#include "core/registry/registry.h"

#include <functional>
#include <memory>
#include <stop_token>

#include <QDeadlineTimer>

namespace dip {

/// A manifest as a registry gave it.
struct FetchedManifest
{
    Manifest manifest; ///< digest computed by us
};

/// What HEAD on a manifest says.
struct ManifestHead
{
    std::optional<Digest> digest; ///< Docker-Content-Digest, a hint
    QString mediaType;
    qint64 size = -1;
};

/// What HEAD on a blob says; Unknown for any answer that is neither yes nor no (registry-protocol, Upload).
enum class BlobPresence { Present, Absent, Unknown };

/// A blob to be uploaded, from a file that is the blob or holds it.
struct BlobUpload
{
    RepositoryName repository;
    Descriptor blob;
    QString file;
    bool skipExisting = true;                ///< ask first, and send nothing where it is there
    QList<RepositoryName> mountCandidates{}; ///< repositories of this registry that hold it
    std::optional<qint64> offset{};          ///< where in the file it begins; absent: the file is the blob
};

enum class UploadOutcome { Uploaded, AlreadyThere, Mounted };

struct HttpResponse;

/// What was found out and opened for an upload before any of its bytes move (see prepareUpload).
struct UploadStart
{
    std::optional<UploadOutcome> outcome{};             ///< AlreadyThere or Mounted: there is nothing to send
    std::shared_ptr<const HttpResponse> opening{};      ///< the answer that opened a session, if one is open
    QDeadlineTimer freshUntil{QDeadlineTimer::Forever}; ///< a session that waited longer is not used
};

struct UploadReport
{
    UploadOutcome outcome = UploadOutcome::Uploaded;
    qint64 sentBytes = 0;   ///< over the line, repetitions included
    qint64 resumedFrom = 0; ///< bytes that an earlier run had sent already
};

struct TagPage
{
    QStringList tags;
    std::optional<QString> next; ///< opaque, for the next call
};

/// The steps of reaching a registry, for `check` and the window's ladder.
struct CheckStep
{
    enum class Kind { Resolve, Connect, Tls, Api, Authenticate } kind;
    std::optional<Error> error; ///< absent: the step went well
    QString detail;             ///< for example the addresses, the certificate's issuer, the scheme
    QString product{};          ///< Api only: what seems to answer, "Harbor"; may be empty
};

/// Speaks the OCI distribution specification with one registry, one function for each endpoint. Belongs to
/// the thread that made it (which must not be the main thread: calls block, in an event loop of their own).
/// Every call honours `stop` within a moment and then returns Cancelled. Tokens are fetched, cached and
/// renewed as the registry asks; a pull asks only for pull scope.
class RegistryClient final
{
public:
    /// `progress` gets retries and the registry's Warning headers; it must outlive the client.
    RegistryClient(std::shared_ptr<Registry> registry, ProgressSink &progress, std::stop_token stop);
    ~RegistryClient();
    Q_DISABLE_COPY_MOVE(RegistryClient)

    /// GET /v2/ (end-1), with authentication.
    [[nodiscard]] Result<void> ping();
    /// Reaches the registry step by step; ends at the first step that fails.
    [[nodiscard]] QList<CheckStep> check();

    /// GET /v2/<name>/manifests/<reference> (end-3). NotFound, ManifestTooLarge, DigestMismatch …
    [[nodiscard]] Result<Manifest> getManifest(const RepositoryName &repository, const Reference &reference);
    /// HEAD of the same; nullopt where there is none.
    [[nodiscard]] Result<std::optional<ManifestHead>> headManifest(const RepositoryName &repository,
                                                                   const Reference &reference);
    /// PUT of the exact bytes (end-7). The only way up for a manifest. Where the registry says that blobs are
    /// missing (MANIFEST_BLOB_UNKNOWN): NotFound with registryCode set.
    [[nodiscard]] Result<void> uploadManifestWithToken(const RepositoryName &repository,
                                                       const Reference &reference, const Manifest &manifest);

    /// DELETE of the same by digest (end-9): the manifest goes, and with it all tags that stand for it.
    /// Unsupported where the registry does not allow that; NotFound; Denied, AuthRequired, AuthFailed. Space
    /// comes back only when the registry collects its garbage.
    [[nodiscard]] Result<void> deleteManifest(const RepositoryName &repository, const Digest &digest);

    /// HEAD /v2/<name>/blobs/<digest> (end-2).
    [[nodiscard]] Result<BlobPresence> headBlob(const RepositoryName &repository, const Digest &digest);
    /// GET of the same from byte `offset` on, in blocks, with retries that continue where the line broke.
    /// `restart` is called where the registry can only begin again from byte 0. Never takes more than
    /// blob.size bytes. The caller checks the digest.
    struct BlobSink
    {
        qint64 offset = 0; ///< bytes already there
        std::function<Result<void>(QByteArrayView)> write;
        std::function<Result<void>()> restart;
    };
    [[nodiscard]] Result<qint64> downloadBlob(const RepositoryName &repository, const Descriptor &blob,
                                              const BlobSink &sink,
                                              BlobProgress &progress); ///< bytes received over the line

    /// What precedes an upload's bytes, so that it can run ahead of them on another thread: HEAD and mount as
    /// the upload asks for (end-2, end-11), and with `openSession` POST (end-4a). Fails only with Cancelled;
    /// what goes wrong here is left for the upload to meet again.
    [[nodiscard]] Result<UploadStart> prepareUpload(const BlobUpload &upload, bool openSession,
                                                    BlobProgress &progress);
    /// POST, PATCH, PUT (end-4 to end-6, end-11). The only way up for a blob. Retries, resumes, mounts and
    /// looks for the blob after an unclear end, as the registry allows. Goes on from `start` where given.
    [[nodiscard]] Result<UploadReport> uploadBlobWithToken(const BlobUpload &upload, BlobProgress &progress,
                                                           const UploadStart *start = nullptr);

    /// Whether this account may push there, before anything is sent: opens an upload session (end-4a) and
    /// cancels it. Denied, AuthRequired, AuthFailed, NotFound (no such project), RegistryStorage where the
    /// registry says so; any other answer is an error that tells nothing of the right to push.
    [[nodiscard]] Result<void> checkPush(const RepositoryName &repository);

    /// GET /v2/<name>/tags/list (end-8), one page; `page` from the page before.
    [[nodiscard]] Result<TagPage> listTags(const RepositoryName &repository,
                                           const std::optional<QString> &page = {});
    /// GET /v2/_catalog (not in the OCI specification; docker-registry and Harbor have it).
    [[nodiscard]] Result<TagPage> listRepositories(const std::optional<QString> &page = {});

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dip
