#include "tests/support/memoryregistry.h"

#include "core/image/digest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace dip::test {

namespace {

const QRegularExpression &repositoryPath()
{
    static const QRegularExpression pattern(
        QStringLiteral("^/v2/(?<name>.+?)/(?<kind>blobs|manifests|tags)/(?<rest>.*)$"));
    return pattern;
}

bool isWrite(const QByteArray &method)
{
    return method != "GET" && method != "HEAD";
}

} // namespace

QByteArray headerIn(const HeaderList &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Answer &Answer::without(QByteArrayView name)
{
    headers.removeIf(
        [&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    return *this;
}

Answer errorAnswer(int status, const QByteArray &code, const QByteArray &message)
{
    return {status,
            {{"Content-Type", "application/json"}},
            "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}"};
}

Answer MemoryRegistry::handle(const SeenRequest &request)
{
    if (request.path == u"/token")
        return giveToken(request);
    if (auto refusal = refuse(request))
        return *refusal;
    return route(request);
}

Answer MemoryRegistry::route(const SeenRequest &request)
{
    if (request.path == u"/v2/" || request.path == u"/v2")
        return {200, {{"Docker-Distribution-Api-Version", "registry/2.0"}}, "{}"};
    if (request.path == u"/v2/_catalog")
        return list(request, QStringLiteral("repositories"), manifests.keys());
    const auto match = repositoryPath().match(request.path);
    if (!match.hasMatch())
        return errorAnswer(404, "NOT_FOUND");
    const QString name = match.captured(u"name");
    const QString rest = match.captured(u"rest");
    if (match.captured(u"kind") == u"manifests")
        return manifest(request, name, rest);
    if (match.captured(u"kind") == u"tags")
        return list(request, QStringLiteral("tags"), manifests.value(name).keys());
    if (!rest.startsWith(u"uploads/"))
        return blob(request, name, rest);
    if (request.method == "POST")
        return startUpload(request, name);
    return upload(request, name, rest.sliced(8));
}

// --- Authentication (Docker distribution, Token Authentication) ---

std::optional<Answer> MemoryRegistry::refuse(const SeenRequest &request) const
{
    const QByteArray asked = request.header("Host").split(':').constFirst();
    if (!wantsSignIn() || (!openHost.isEmpty() && asked == openHost))
        return {};
    const QByteArray authorization = request.header("Authorization");
    if (!bearer)
        return authorization == "Basic " + basic.toBase64() ? std::nullopt
                                                            : std::optional(challenge(request));
    const QByteArray token = authorization.startsWith("Bearer ") ? authorization.sliced(7) : QByteArray();
    if (!m_tokens.contains(token))
        return challenge(request);
    const auto match = repositoryPath().match(request.path);
    if (!match.hasMatch())
        return {};
    const QString action = isWrite(request.method) ? QStringLiteral("push") : QStringLiteral("pull");
    const QString source = request.argument(QStringLiteral("from"));
    const bool allowed = mayAct(token, match.captured(u"name"), action) &&
                         (source.isEmpty() || mayAct(token, source, QStringLiteral("pull")));
    return allowed ? std::nullopt : std::optional(challenge(request));
}

Answer MemoryRegistry::challenge(const SeenRequest &request) const
{
    Answer answer = errorAnswer(401, "UNAUTHORIZED");
    if (!bearer)
        return answer.with("WWW-Authenticate", "Basic realm=\"scripted\"");
    QByteArray value = "Bearer realm=\"" + realm + "\",service=\"scripted\"";
    const auto match = repositoryPath().match(request.path);
    if (match.hasMatch()) {
        value += ",scope=\"repository:" + match.captured(u"name").toUtf8() +
                 (isWrite(request.method) ? ":pull,push\"" : ":pull\"");
    }
    return answer.with("WWW-Authenticate", value);
}

Answer MemoryRegistry::giveToken(const SeenRequest &request)
{
    if (!basic.isEmpty() && request.header("Authorization") != "Basic " + basic.toBase64())
        return errorAnswer(401, "UNAUTHORIZED");
    const QByteArray token = "token-" + QByteArray::number(++tokensGiven);
    m_tokens.insert(token, request.query.allQueryItemValues(QStringLiteral("scope"), QUrl::FullyDecoded));
    return {200, {{"Content-Type", "application/json"}}, "{\"token\":\"" + token + "\",\"expires_in\":300}"};
}

bool MemoryRegistry::mayAct(const QByteArray &token, const QString &repository, const QString &action) const
{
    const QString prefix = QStringLiteral("repository:%1:").arg(repository);
    for (const QString &scopes : m_tokens.value(token)) {
        for (const QString &scope : scopes.split(u' ')) {
            if (scope.startsWith(prefix) && scope.sliced(prefix.size()).split(u',').contains(action))
                return true;
        }
    }
    return false;
}

// --- Blobs (OCI distribution-spec, Pulling blobs, Pushing blobs) ---

Answer MemoryRegistry::blob(const SeenRequest &request, const QString &repository,
                            const QString &digest) const
{
    const auto &held = blobs.value(repository);
    if (!held.contains(digest))
        return errorAnswer(404, "BLOB_UNKNOWN");
    const QByteArray bytes = held.value(digest);
    Answer answer{200,
                  {{"Content-Type", "application/octet-stream"}, {"Docker-Content-Digest", digest.toUtf8()}},
                  bytes};
    answer.with("Accept-Ranges", "bytes");
    static const QRegularExpression range(QStringLiteral("^bytes=(\\d+)-(\\d*)$"));
    const auto match = range.match(QString::fromLatin1(request.header("Range")));
    if (!match.hasMatch())
        return answer;
    const qint64 from = match.captured(1).toLongLong();
    const QByteArray size = QByteArray::number(bytes.size());
    if (from >= bytes.size())
        return errorAnswer(416, "RANGE_INVALID").with("Content-Range", "bytes */" + size);
    const qint64 to = match.captured(2).isEmpty() ? bytes.size() - 1
                                                  : qMin(match.captured(2).toLongLong(), bytes.size() - 1);
    answer.status = 206;
    answer.body = bytes.sliced(from, to - from + 1);
    return answer.with("Content-Range",
                       "bytes " + QByteArray::number(from) + '-' + QByteArray::number(to) + '/' + size);
}

Answer MemoryRegistry::startUpload(const SeenRequest &request, const QString &repository)
{
    if (request.header("Content-Length").isEmpty())
        return errorAnswer(411, "SIZE_INVALID");
    const QString mount = request.argument(QStringLiteral("mount"));
    const QString from = request.argument(QStringLiteral("from"));
    if (!mount.isEmpty() && !mountsAnswer202 && blobs.value(from).contains(mount)) {
        blobs[repository].insert(mount, blobs.value(from).value(mount));
        return {201, {{"Location", location("/v2/" + repository.toUtf8() + "/blobs/" + mount.toUtf8())}}, {}};
    }
    const QString id = QStringLiteral("session-%1").arg(m_nextUpload++);
    uploads.insert(id, Upload{repository, {}, false});
    Answer answer = uploadAnswer(202, id);
    answer.headers += uploadHeaders;
    return answer;
}

Answer MemoryRegistry::upload(const SeenRequest &request, const QString &repository, const QString &id)
{
    const auto found = uploads.constFind(id);
    if (found == uploads.cend() || found->repository != repository)
        return errorAnswer(404, "BLOB_UPLOAD_UNKNOWN");
    const bool newest = request.argument(QStringLiteral("_state")) == QString::number(found->bytes.size());
    if (found->spoilt || (onlyNewest && !newest))
        return errorAnswer(404, "BLOB_UPLOAD_INVALID");
    if (request.method == "GET")
        return uploadAnswer(204, id);
    if (request.method == "DELETE") {
        uploads.remove(id);
        return {204};
    }
    if (request.header("Content-Length").isEmpty())
        return errorAnswer(411, "SIZE_INVALID");
    if (request.method == "PATCH")
        return patch(request, id);
    return request.method == "PUT" ? commit(request, id) : errorAnswer(405, "UNSUPPORTED");
}

Answer MemoryRegistry::patch(const SeenRequest &request, const QString &id)
{
    Upload &session = uploads[id];
    const QByteArray range = request.header("Content-Range");
    const qint64 start = session.bytes.size();
    const QByteArray wanted =
        QByteArray::number(start) + '-' + QByteArray::number(start + request.body.size() - 1);
    if (!range.isEmpty() && range != wanted) {
        Answer answer = uploadAnswer(416, id);
        answer.body = errorAnswer(416, "RANGE_INVALID").body;
        return answer;
    }
    session.bytes += request.body;
    return uploadAnswer(202, id);
}

Answer MemoryRegistry::commit(const SeenRequest &request, const QString &id)
{
    const Upload session = uploads.take(id);
    const QByteArray bytes = session.bytes + request.body;
    const QString digest = request.argument(QStringLiteral("digest"));
    if (Digest::of(bytes).toString() != digest)
        return errorAnswer(400, "DIGEST_INVALID");
    blobs[session.repository].insert(digest, bytes);
    return {201,
            {{"Location", location("/v2/" + session.repository.toUtf8() + "/blobs/" + digest.toUtf8())}},
            {}};
}

Answer MemoryRegistry::uploadAnswer(int status, const QString &id) const
{
    const Upload &session = *uploads.constFind(id);
    const qint64 last = qMax<qint64>(0, session.bytes.size() - 1);
    const QByteArray path = "/v2/" + session.repository.toUtf8() + "/blobs/uploads/" + id.toUtf8() +
                            "?_state=" + QByteArray::number(session.bytes.size());
    return {status, {{"Location", location(path)}, {"Range", "0-" + QByteArray::number(last)}}, {}};
}

void MemoryRegistry::takeTorn(const SeenRequest &request)
{
    const auto match = repositoryPath().match(request.path);
    const QString rest = match.captured(u"rest");
    const auto session = rest.startsWith(u"uploads/") ? uploads.find(rest.sliced(8)) : uploads.end();
    if (session == uploads.end() || request.method != "PATCH" || !tornKills)
        return;
    session->bytes += request.body;
    session->spoilt = true;
}

// --- Manifests and lists (OCI distribution-spec, Pushing Manifests, Listing Tags) ---

Answer MemoryRegistry::manifest(const SeenRequest &request, const QString &repository,
                                const QString &reference)
{
    auto &held = manifests[repository];
    if (request.method == "PUT") {
        const StoredManifest stored{request.header("Content-Type"), request.body};
        const QString digest = Digest::of(request.body).toString();
        held.insert(digest, stored);
        held.insert(reference, stored);
        return {201, {{"Docker-Content-Digest", digest.toUtf8()}}, {}};
    }
    const auto found = held.constFind(reference);
    if (found == held.cend())
        return errorAnswer(404, "MANIFEST_UNKNOWN");
    return {200,
            {{"Content-Type", found->mediaType},
             {"Docker-Content-Digest", Digest::of(found->bytes).toString().toUtf8()}},
            found->bytes};
}

Answer MemoryRegistry::list(const SeenRequest &request, const QString &field, const QStringList &all) const
{
    QStringList names = all;
    names.removeIf([](const QString &name) { return name.startsWith(u"sha256:"); });
    names.sort();
    const QString last = request.argument(QStringLiteral("last"));
    names.removeIf([&](const QString &name) { return !last.isEmpty() && name <= last; });
    const qsizetype count =
        request.query.hasQueryItem(QStringLiteral("n")) ? request.argument(QStringLiteral("n")).toInt() : 100;
    Answer answer{200, {{"Content-Type", "application/json"}}, {}};
    if (names.size() > count) {
        names.resize(count);
        answer.with("Link", '<' + request.path.toUtf8() + "?last=" + names.constLast().toUtf8() +
                                "&n=" + QByteArray::number(count) + ">; rel=\"next\"");
    }
    QJsonObject object{{field, QJsonArray::fromStringList(names)}};
    if (field == u"tags")
        object.insert(QStringLiteral("name"), repositoryPath().match(request.path).captured(u"name"));
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

} // namespace dip::test
