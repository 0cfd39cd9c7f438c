#include "core/registry/blobdownloader.h"

#include "core/base/log.h"
#include "core/registry/registryshared.h"

namespace dip {

/*
            ┌──────────── GET, from the offset by Range ◀───────────┐
            │ 206 from there    │ 200, or a 206 of something else   │ the line broke:
            ▼                   ▼                                   │ wait, go on where it broke
         go on             begin again from byte 0                  │ (what has come resets the count)
            └─────────┬─────────┘                                   │
                      ▼                                             │
            blocks, at the common rate ─────────────────────────────┘
                      │ blob.size bytes
                      ▼
                    done                            more bytes than that: SizeMismatch
*/
struct BlobDownloader::Job
{
    const RepositoryName &repository;
    const Descriptor &blob;
    const RegistryClient::BlobSink &sink;
    BlobProgress &progress;
    qint64 offset = 0;    ///< bytes that the sink has
    qint64 received = 0;  ///< bytes over the line
    bool noRange = false; ///< the registry has answered a Range with something else
};

namespace {

/// "bytes 5-9/10"
struct ContentRange
{
    qint64 first;
    qint64 total;
};

std::optional<ContentRange> parseContentRange(QByteArrayView value)
{
    value = value.trimmed();
    if (!value.startsWith("bytes "))
        return {};
    value = value.sliced(6).trimmed();
    const auto dash = value.indexOf('-');
    const auto slash = value.indexOf('/');
    if (dash < 1 || slash < dash)
        return {};
    bool isFirst = false;
    bool isTotal = false;
    const ContentRange range{value.first(dash).toLongLong(&isFirst),
                             value.sliced(slash + 1).toLongLong(&isTotal)};
    return isFirst && isTotal ? std::optional(range) : std::nullopt;
}

} // namespace

Result<qint64> BlobDownloader::download(const RepositoryName &repository, const Descriptor &blob,
                                        const RegistryClient::BlobSink &sink, BlobProgress &progress)
{
    Job job{repository, blob, sink, progress, sink.offset};
    int failures = 0;
    while (job.offset < blob.size) {
        const auto before = job.offset;
        progress.setPhase(Phase::Downloading);
        progress.setDone(job.offset);
        auto result = attempt(job);
        if (result)
            continue;
        if (job.offset > before)
            failures = 0;
        if (!isTransient(result.error()) || ++failures > m_registry.settings().retry.attempts)
            return failure(result);
        if (auto paused = pause(job, failures, result.error()); !paused)
            return failure(paused);
    }
    logEvent(logRegistry(), QStringLiteral("downloaded"),
             {.operation = QStringLiteral("download"),
              .digest = blob.digest.toString(),
              .bytes = job.received,
              .durationMs = {}});
    return job.received;
}

Result<void> BlobDownloader::attempt(Job &job)
{
    HttpRequest request{
        .method = "GET",
        .url = QUrl(
            QStringLiteral("/v2/%1/blobs/%2").arg(job.repository.toString(), job.blob.digest.toString())),
        .followRedirects = true,
        .idleTimeout = m_registry.settings().idleTimeout};
    const bool isPart = job.offset > 0 && !job.noRange;
    if (isPart)
        request.headers.add("Range", "bytes=" + QByteArray::number(job.offset) + '-');
    request.onHead = [&](const HttpResponse &head) {
        return takeHead(job, head);
    };
    request.onBody = [&](QByteArrayView block) {
        return takeBlock(job, block);
    };
    auto response = m_session.send(request, pullScope(job.repository));
    if (response && response->status == 416)
        job.noRange = true;
    // Its parts are not to be had or not to be trusted, so the whole is asked for.
    if (isPart && job.noRange)
        return startOver(job);
    if (!response)
        return failure(response);
    if (!response->isSuccess())
        return std::unexpected(errorFromResponse(*response, job.blob.digest.toString()));
    // Only a chunked body can end early here, and then its line was cut (see HttpSession).
    if (job.offset < job.blob.size)
        return fail(
            ErrorCode::ConnectionLost,
            QStringLiteral("the answer ended after %1 of %2 bytes").arg(job.offset).arg(job.blob.size),
            job.blob.digest.toString());
    return {};
}

Result<void> BlobDownloader::takeHead(Job &job, const HttpResponse &head)
{
    const auto what = job.blob.digest.toString();
    if (head.status == 206) {
        const auto range = parseContentRange(head.headers.value("Content-Range"));
        if (range && range->first == job.offset && range->total == job.blob.size)
            return {};
        job.noRange = true;
        return fail(ErrorCode::ProtocolViolation,
                    QStringLiteral("the registry gave another part than was asked for"), what);
    }
    if (head.status != 200)
        return std::unexpected(errorFromResponse(head, what));
    bool hasLength = false;
    const auto length = head.headers.value("Content-Length").toLongLong(&hasLength);
    if (hasLength && length != job.blob.size)
        return fail(ErrorCode::SizeMismatch,
                    QStringLiteral("the registry has %1 bytes instead of %2").arg(length).arg(job.blob.size),
                    what);
    return job.offset > 0 ? startOver(job) : Result<void>();
}

Result<void> BlobDownloader::startOver(Job &job)
{
    if (auto restarted = job.sink.restart(); !restarted)
        return restarted;
    job.offset = 0;
    job.progress.setDone(0);
    return {};
}

Result<void> BlobDownloader::takeBlock(Job &job, QByteArrayView block)
{
    if (block.size() > job.blob.size - job.offset)
        return fail(ErrorCode::SizeMismatch,
                    QStringLiteral("the registry gave more than %1 bytes").arg(job.blob.size),
                    job.blob.digest.toString());
    while (!block.isEmpty()) {
        const auto grant = m_registry.limiter().take(block.size());
        if (grant.bytes == 0) {
            if (!sleepFor(grant.wait, m_session.stopToken()))
                return fail(ErrorCode::Cancelled, {});
            continue;
        }
        if (auto written = job.sink.write(block.first(grant.bytes)); !written)
            return written;
        block.slice(grant.bytes);
        job.offset += grant.bytes;
        job.received += grant.bytes;
        job.progress.setDone(job.offset);
    }
    return m_session.stopToken().stop_requested() ? fail(ErrorCode::Cancelled, {}) : Result<void>();
}

Result<void> BlobDownloader::pause(Job &job, int repetition, const Error &error)
{
    const auto time = pauseBefore(repetition, m_registry.settings().retry, error);
    m_progress.countRetry();
    qCWarning(logRegistry).noquote() << "download of" << job.blob.digest.toString() << "stopped at"
                                     << job.offset << "bytes:" << errorCodeName(error.code) << error.detail
                                     << "- again in" << time.count() << "ms";
    return job.progress.pauseForRetry(time, error.detail, m_session.stopToken())
               ? Result<void>()
               : fail(ErrorCode::Cancelled, {});
}

} // namespace dip
