#pragma once

#include "core/base/progress.h"
#include "core/registry/authorizedsession.h"
#include "core/registry/registryclient.h"

#include <QFile>

namespace dip {

class RateLimiter;

/// The single requests of one blob's upload (OCI distribution-spec, Pushing blobs), each sent once and judged
/// by nobody here: any answer comes back as it is. Moves the blob's progress as bytes go out.
class UploadRequests final
{
public:
    /// All must outlive this.
    UploadRequests(AuthorizedSession &session, RateLimiter &limiter, const BlobUpload &upload,
                   BlobProgress &progress);

    /// Opens the blob's file. FileMissing, DiskFailed; SizeMismatch where it is not as long as the descriptor
    /// says.
    [[nodiscard]] Result<void> open();

    [[nodiscard]] Result<HttpResponse> head();                                                   ///< end-2
    [[nodiscard]] Result<HttpResponse> begin();                                                  ///< end-4a
    [[nodiscard]] Result<HttpResponse> mount(const RepositoryName &from);                        ///< end-11
    [[nodiscard]] Result<HttpResponse> status(const QUrl &location);                             ///< end-13
    [[nodiscard]] Result<HttpResponse> patch(const QUrl &location, qint64 start, qint64 length); ///< end-5
    /// With the bytes from `start` on, if there are any left (end-6).
    [[nodiscard]] Result<HttpResponse> put(const QUrl &location, qint64 start);
    [[nodiscard]] Result<HttpResponse> abandon(const QUrl &location); ///< end-14

    /// Whether the file still has the digest it is sent under; Cancelled, DiskFailed.
    [[nodiscard]] Result<bool> fileIsIntact();

    [[nodiscard]] qint64 sentBytes() const { return m_sentBytes; } ///< of blobs, repetitions included

private:
    [[nodiscard]] qint64 offset() const { return m_upload.offset.value_or(0); }
    [[nodiscard]] HttpRequest request(const QByteArray &method, const QUrl &url) const;
    [[nodiscard]] QUrl apiUrl(const QString &path, const QString &query = {}) const;
    [[nodiscard]] Result<HttpResponse> sendBody(HttpRequest request, qint64 start, qint64 length,
                                                Phase whenSent);

    AuthorizedSession &m_session;
    RateLimiter &m_limiter;
    const BlobUpload &m_upload;
    BlobProgress &m_progress;
    const Scopes m_scopes;
    QFile m_file;
    qint64 m_sentBytes = 0;
};

} // namespace dip
