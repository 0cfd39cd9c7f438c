#include "core/registry/uploadrequests.h"

#include "core/base/files.h"
#include "core/registry/uploadlocation.h"
#include "core/registry/uploadwindow.h"

namespace dip {

UploadRequests::UploadRequests(AuthorizedSession &session, RateLimiter &limiter, const BlobUpload &upload,
                               BlobProgress &progress)
    : m_session(session)
    , m_limiter(limiter)
    , m_upload(upload)
    , m_progress(progress)
    , m_scopes(pushScope(upload.repository))
    , m_file(upload.file)
{}

Result<void> UploadRequests::open()
{
    if (!m_file.exists())
        return fail(ErrorCode::FileMissing, QStringLiteral("no such file"), m_upload.file);
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::DiskFailed, m_file.errorString(), m_upload.file);
    const qint64 end = offset() + m_upload.blob.size;
    if (m_upload.offset ? m_file.size() < end : m_file.size() != end) {
        return fail(ErrorCode::SizeMismatch,
                    QStringLiteral("the file has %1 bytes, not %2").arg(m_file.size()).arg(end),
                    m_upload.file);
    }
    return {};
}

Result<HttpResponse> UploadRequests::head()
{
    HttpRequest head = request("HEAD", apiUrl(m_upload.blob.digest.toString()));
    head.followRedirects = true;
    return m_session.send(head, m_scopes);
}

Result<HttpResponse> UploadRequests::begin()
{
    return m_session.send(request("POST", apiUrl(QStringLiteral("uploads/"))), m_scopes);
}

Result<HttpResponse> UploadRequests::mount(const RepositoryName &from)
{
    const QString query =
        QStringLiteral("mount=%1&from=%2").arg(m_upload.blob.digest.toString(), from.toString());
    return m_session.send(request("POST", apiUrl(QStringLiteral("uploads/"), query)),
                          pushScope(m_upload.repository, {from}));
}

Result<HttpResponse> UploadRequests::status(const QUrl &location)
{
    return m_session.send(request("GET", location), m_scopes);
}

Result<HttpResponse> UploadRequests::patch(const QUrl &location, qint64 start, qint64 length)
{
    HttpRequest patch = request("PATCH", location);
    // Without unit and total, unlike HTTP's own (OCI distribution-spec, Pushing a blob in chunks).
    patch.headers.add("Content-Range",
                      QByteArray::number(start) + '-' + QByteArray::number(start + length - 1));
    return sendBody(std::move(patch), start, length, Phase::Uploading);
}

Result<HttpResponse> UploadRequests::put(const QUrl &location, qint64 start)
{
    HttpRequest put = request("PUT", withDigest(location, m_upload.blob.digest));
    put.answerTimeout = m_session.settings().commitTimeout;
    if (start == m_upload.blob.size) // all of this request is waiting for its answer
        put.idleTimeout = m_session.settings().commitTimeout;
    return sendBody(std::move(put), start, m_upload.blob.size - start, Phase::Committing);
}

Result<HttpResponse> UploadRequests::abandon(const QUrl &location)
{
    return m_session.send(request("DELETE", location), m_scopes);
}

Result<bool> UploadRequests::fileIsIntact()
{
    Sha256 sum;
    QByteArray block(1024 * 1024, Qt::Uninitialized);
    if (!m_file.seek(offset()))
        return std::unexpected(files::errorOf(m_file));
    qint64 got = 0;
    for (qint64 left = m_upload.blob.size; left > 0; left -= got) {
        got = m_file.read(block.data(), std::min<qint64>(left, block.size()));
        if (got < 0)
            return std::unexpected(files::errorOf(m_file));
        if (got == 0)
            return false;
        if (m_session.stopToken().stop_requested())
            return fail(ErrorCode::Cancelled, QStringLiteral("stopped while checking a file"), m_upload.file);
        sum.add(QByteArrayView(block).first(got));
    }
    return Digest::fromSum(sum.finish()) == m_upload.blob.digest;
}

HttpRequest UploadRequests::request(const QByteArray &method, const QUrl &url) const
{
    HttpRequest request{.method = method, .url = url};
    request.idleTimeout = m_session.settings().idleTimeout;
    return request;
}

QUrl UploadRequests::apiUrl(const QString &path, const QString &query) const
{
    QUrl url = m_session.baseUrl();
    url.setPath(QStringLiteral("/v2/%1/blobs/%2").arg(m_upload.repository.toString(), path));
    url.setQuery(query);
    return url;
}

Result<HttpResponse> UploadRequests::sendBody(HttpRequest request, qint64 start, qint64 length,
                                              Phase whenSent)
{
    UploadWindow window(m_file, offset() + start, length, m_limiter);
    window.onPosition([&](qint64 position) {
        m_progress.setDone(start + position);
        m_progress.setPhase(position < length ? Phase::Uploading : whenSent);
    });
    m_progress.setDone(start);
    m_progress.setPhase(length > 0 ? Phase::Uploading : whenSent);
    request.headers.add("Content-Type", "application/octet-stream");
    if (length > 0)
        request.device = &window;
    auto answer = m_session.send(request, m_scopes);
    m_sentBytes += window.bytesRead();
    if (window.failed()) {
        return fail(ErrorCode::DiskFailed,
                    QStringLiteral("the file could not be read: %1").arg(window.errorString()),
                    m_upload.file);
    }
    return answer;
}

} // namespace dip
