#include "core/registry/registryclient.h"

#include "core/base/log.h"
#include "core/image/mediatype.h"
#include "core/registry/authorizedsession.h"
#include "core/registry/blobdownloader.h"
#include "core/registry/blobuploader.h"
#include "core/registry/location.h"
#include "core/registry/registrycheck.h"
#include "core/registry/uploadlocation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dip {

struct RegistryClient::Private
{
    Private(std::shared_ptr<Registry> given, ProgressSink &sink, std::stop_token stop)
        : registry(std::move(given))
        , progress(sink)
        , session(registry, std::move(stop))
        , uploader(*registry, session, sink)
        , downloader(*registry, session, sink)
    {
        session.setWarningHandler(
            [this](const QString &text) { progress.notice(registry->host() + QStringLiteral(": ") + text); });
    }

    Result<HttpResponse> sendPatiently(const HttpRequest &request, const Scopes &scopes, const QString &what);
    Result<TagPage> listPage(const QString &path, const QString &key, const Scopes &scopes);
    [[nodiscard]] HttpRequest request(const QByteArray &method, const QString &path) const;

    const std::shared_ptr<Registry> registry;
    ProgressSink &progress;
    AuthorizedSession session;
    BlobUploader uploader;
    BlobDownloader downloader;
};

namespace {

QString manifestPath(const RepositoryName &repository, const Reference &reference)
{
    return QStringLiteral("/v2/%1/manifests/%2").arg(repository.toString(), reference.toString());
}

QString nameOf(const RepositoryName &repository, const Reference &reference)
{
    return ImageName{repository, reference}.toString();
}

/// All kinds of manifests that we understand, asked for in one (registry-protocol, fact 16).
QByteArray manifestTypes()
{
    QByteArrayList types;
    for (const auto type :
         {mediatype::ociIndex, mediatype::ociManifest, mediatype::dockerIndex, mediatype::dockerManifest})
        types << QByteArray(type.data(), type.size());
    return types.join(", ");
}

/// The target of the Link header with rel="next" (RFC 8288): <…>; rel="next"
std::optional<QByteArray> nextLink(const HttpHeaders &headers)
{
    for (const auto &header : headers.values("Link")) {
        const auto begin = header.indexOf('<');
        const auto end = header.indexOf('>');
        const auto parameters = header.mid(end + 1).toLower().replace(' ', "");
        if (begin >= 0 && end > begin + 1 &&
            (parameters.contains("rel=\"next\"") || parameters.contains("rel=next")))
            return header.sliced(begin + 1, end - begin - 1);
    }
    return {};
}

Result<std::optional<QString>> nextPage(const HttpResponse &response)
{
    const auto link = nextLink(response.headers);
    if (!link)
        return std::nullopt;
    auto target = resolveLocation(response.url, *link);
    if (!target)
        return failure(target);
    // A registry behind a proxy may not know its own port, so the host is what has to agree.
    if (target->host() != response.url.host())
        return fail(ErrorCode::ProtocolViolation,
                    QStringLiteral("the list goes on at another host, %1").arg(target->host()),
                    urlForPeople(response.url));
    return QString::fromLatin1(
        target->toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment));
}

} // namespace

HttpRequest RegistryClient::Private::request(const QByteArray &method, const QString &path) const
{
    return {.method = method, .url = QUrl(path), .idleTimeout = registry->settings().idleTimeout};
}

/// Sends until there is an answer that another try would not change. Such an answer is given as it is, also
/// an unsuccessful one.
Result<HttpResponse> RegistryClient::Private::sendPatiently(const HttpRequest &request, const Scopes &scopes,
                                                            const QString &what)
{
    for (int repetition = 1;; ++repetition) {
        auto response = session.send(request, scopes);
        if (response && response->isSuccess())
            return response;
        const auto error = response ? errorFromResponse(*response, what) : response.error();
        if (!isTransient(error) || repetition > registry->settings().retry.attempts)
            return response;
        const auto time = pauseBefore(repetition, registry->settings().retry, error);
        progress.countRetry();
        qCWarning(logRegistry).noquote() << request.method << what << errorCodeName(error.code)
                                         << error.detail << "- again in" << time.count() << "ms";
        if (!progress.pause().sleepFor(time, session.stopToken()))
            return fail(ErrorCode::Cancelled, {});
    }
}

RegistryClient::RegistryClient(std::shared_ptr<Registry> registry, ProgressSink &progress,
                               std::stop_token stop)
    : d(std::make_unique<Private>(std::move(registry), progress, std::move(stop)))
{}

RegistryClient::~RegistryClient() = default;

Result<void> RegistryClient::ping()
{
    auto response = d->sendPatiently(d->request("GET", QStringLiteral("/v2/")), {}, d->registry->host());
    if (!response)
        return failure(response);
    if (response->status != 200)
        return std::unexpected(errorFromResponse(*response, d->registry->host()));
    return {};
}

QList<CheckStep> RegistryClient::check()
{
    return checkRegistry(*d->registry, d->session);
}

Result<Manifest> RegistryClient::getManifest(const RepositoryName &repository, const Reference &reference)
{
    const auto name = nameOf(repository, reference);
    auto request = d->request("GET", manifestPath(repository, reference));
    request.headers.add("Accept", manifestTypes());
    request.followRedirects = true;
    request.bodyLimit = Manifest::maxSize;
    auto response = d->sendPatiently(request, pullScope(repository), name);
    if (!response)
        return failure(response);
    if (response->status != 200)
        return std::unexpected(errorFromResponse(*response, name));
    // What the registry says of the digest is a hint; the bytes are what counts (registry-protocol, fact 17).
    if (const auto actual = Digest::of(response->body); reference.isDigest() && actual != *reference.digest())
        return fail(ErrorCode::DigestMismatch, QStringLiteral("the registry gave %1").arg(actual.toString()),
                    name);
    auto manifest =
        Manifest::parse(response->body, QString::fromLatin1(response->headers.value("Content-Type")));
    if (!manifest && manifest.error().where.isEmpty())
        manifest.error().where = name;
    return manifest;
}

Result<std::optional<ManifestHead>> RegistryClient::headManifest(const RepositoryName &repository,
                                                                 const Reference &reference)
{
    const auto name = nameOf(repository, reference);
    auto request = d->request("HEAD", manifestPath(repository, reference));
    request.headers.add("Accept", manifestTypes());
    request.followRedirects = true;
    auto response = d->sendPatiently(request, pullScope(repository), name);
    if (!response)
        return failure(response);
    if (response->status == 404)
        return std::nullopt;
    if (response->status != 200)
        return std::unexpected(errorFromResponse(*response, name));
    ManifestHead head;
    if (const auto digest =
            Digest::parse(QString::fromLatin1(response->headers.value("Docker-Content-Digest"))))
        head.digest = *digest;
    head.mediaType =
        mediatype::withoutParameters(QString::fromLatin1(response->headers.value("Content-Type")));
    bool hasLength = false;
    const auto length = response->headers.value("Content-Length").toLongLong(&hasLength);
    head.size = hasLength ? length : -1;
    return head;
}

Result<void> RegistryClient::uploadManifestWithToken(const RepositoryName &repository,
                                                     const Reference &reference, const Manifest &manifest)
{
    const auto name = nameOf(repository, reference);
    auto request = d->request("PUT", manifestPath(repository, reference));
    request.headers.add("Content-Type", manifest.mediaType().toLatin1());
    request.body = manifest.bytes();
    auto response = d->sendPatiently(request, pushScope(repository), name);
    if (!response)
        return failure(response);
    if (!response->isSuccess())
        return std::unexpected(errorFromResponse(*response, name));
    logEvent(logRegistry(), QStringLiteral("manifest uploaded as ") + name,
             {.operation = QStringLiteral("upload-manifest"),
              .digest = manifest.digest().toString(),
              .bytes = manifest.bytes().size(),
              .durationMs = {}});
    return {};
}

Result<void> RegistryClient::deleteManifest(const RepositoryName &repository, const Digest &digest)
{
    const auto reference = Reference::fromDigest(digest);
    const auto name = nameOf(repository, reference);
    const auto request = d->request("DELETE", manifestPath(repository, reference));
    auto response = d->sendPatiently(request, deleteScope(repository), name);
    // Quay's token server knows no such action, and takes the request for a broken one.
    if (!response && response.error().httpStatus == 400)
        response = d->sendPatiently(request, pushScope(repository), name);
    if (!response)
        return failure(response);
    if (!response->isSuccess()) {
        auto error = errorFromResponse(*response, name);
        if (response->status == 405 || error.registryCode == u"UNSUPPORTED")
            error.code = ErrorCode::Unsupported;
        return std::unexpected(error);
    }
    logEvent(logRegistry(), QStringLiteral("manifest deleted: ") + name,
             {.operation = QStringLiteral("delete-manifest"),
              .digest = digest.toString(),
              .bytes = {},
              .durationMs = {}});
    return {};
}

Result<BlobPresence> RegistryClient::headBlob(const RepositoryName &repository, const Digest &digest)
{
    auto request =
        d->request("HEAD", QStringLiteral("/v2/%1/blobs/%2").arg(repository.toString(), digest.toString()));
    auto response = d->session.send(request, pullScope(repository));
    if (!response)
        return failure(response);
    // A redirect to where the blob lies is a yes too; the signed address may not take a HEAD.
    if (response->status == 200 || response->status / 100 == 3)
        return BlobPresence::Present;
    return response->status == 404 ? BlobPresence::Absent : BlobPresence::Unknown;
}

Result<qint64> RegistryClient::downloadBlob(const RepositoryName &repository, const Descriptor &blob,
                                            const BlobSink &sink, BlobProgress &progress)
{
    return d->downloader.download(repository, blob, sink, progress);
}

Result<UploadStart> RegistryClient::prepareUpload(const BlobUpload &upload, bool openSession,
                                                  BlobProgress &progress)
{
    return d->uploader.prepare(upload, openSession, progress);
}

Result<UploadReport> RegistryClient::uploadBlobWithToken(const BlobUpload &upload, BlobProgress &progress,
                                                         const UploadStart *start)
{
    return d->uploader.upload(upload, progress, start);
}

Result<void> RegistryClient::checkPush(const RepositoryName &repository)
{
    const auto scopes = pushScope(repository);
    auto response = d->session.send(
        d->request("POST", QStringLiteral("/v2/%1/blobs/uploads/").arg(repository.toString())), scopes);
    if (!response)
        return failure(response);
    if (!response->isSuccess())
        return std::unexpected(errorFromResponse(*response, repository.toString()));
    // Best effort: a registry also sweeps such sessions by itself.
    auto location = uploadLocation(response->url, response->headers.value("Location"), d->session.baseUrl());
    if (location)
        (void)d->session.send(
            {.method = "DELETE", .url = *location, .idleTimeout = d->registry->settings().idleTimeout},
            scopes);
    return {};
}

Result<TagPage> RegistryClient::Private::listPage(const QString &path, const QString &key,
                                                  const Scopes &scopes)
{
    auto response = sendPatiently(request("GET", path), scopes, path.section(u'?', 0, 0));
    if (!response)
        return failure(response);
    if (response->status != 200)
        return std::unexpected(errorFromResponse(*response, path.section(u'?', 0, 0)));
    const auto json = QJsonDocument::fromJson(response->body);
    if (!json.isObject())
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("the list is no JSON object"),
                    urlForPeople(response->url));
    TagPage page;
    for (const auto &value : json.object().value(key).toArray())
        page.tags << value.toString();
    auto next = nextPage(*response);
    if (!next)
        return failure(next);
    page.next = *next;
    return page;
}

Result<TagPage> RegistryClient::listTags(const RepositoryName &repository, const std::optional<QString> &page)
{
    const auto first = QStringLiteral("/v2/%1/tags/list").arg(repository.toString());
    return d->listPage(page.value_or(first), QStringLiteral("tags"), pullScope(repository));
}

Result<TagPage> RegistryClient::listRepositories(const std::optional<QString> &page)
{
    return d->listPage(page.value_or(QStringLiteral("/v2/_catalog")), QStringLiteral("repositories"),
                       {QStringLiteral("registry:catalog:*")});
}

} // namespace dip
