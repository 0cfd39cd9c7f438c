#include "core/archive/decompress.h"

#include <KCompressionDevice>
#include <KFilterBase>

#include <QFile>

#include <algorithm>

namespace dip {

namespace {

constexpr qint64 inputBlock = 256 * 1024;
constexpr qint64 outputBlock = 1024 * 1024;

KCompressionDevice::CompressionType karchiveType(mediatype::Compression compression)
{
    switch (compression) {
    case mediatype::Compression::Gzip:
        return KCompressionDevice::GZip;
    case mediatype::Compression::Bzip2:
        return KCompressionDevice::BZip2;
    case mediatype::Compression::Xz:
        return KCompressionDevice::Xz;
    case mediatype::Compression::Zstd:
        return KCompressionDevice::Zstd;
    case mediatype::Compression::None:
        break;
    }
    return KCompressionDevice::None;
}

/// No format's stream begins with a zero byte; xz allows them between streams.
QByteArrayView withoutPadding(QByteArrayView bytes)
{
    const auto begin = std::ranges::find_if(bytes, [](char c) { return c != '\0'; });
    return bytes.sliced(begin - bytes.begin());
}

/// KArchive's filter for one format, driven by hand: KCompressionDevice stops after the first bzip2, xz or
/// zstd stream where the rest is already in its buffer, and does not tell a stream without its end.
class FilterLoop final
{
public:
    using Take = std::function<Result<void>(QByteArrayView)>;

    FilterLoop(mediatype::Compression compression, const Take &take)
        : m_filter(KCompressionDevice::filterForCompressionType(karchiveType(compression)))
        , m_take(take)
        , m_output(outputBlock, Qt::Uninitialized)
    {}
    ~FilterLoop()
    {
        if (m_open)
            m_filter->terminate();
    }
    Q_DISABLE_COPY_MOVE(FilterLoop)

    [[nodiscard]] bool isSupported() const { return m_filter != nullptr; }
    [[nodiscard]] bool atStreamEnd() const { return m_atStreamEnd; }

    /// Unpacks all of the input, going on to the next stream where one ends inside it.
    Result<void> feed(QByteArrayView input);

private:
    Result<qint64> feedStream(QByteArrayView input);
    Result<void> restart();
    Result<void> handOver(qint64 count);

    std::unique_ptr<KFilterBase> m_filter;
    const Take &m_take;
    QByteArray m_output;
    bool m_open = false;
    bool m_atStreamEnd = true;
};

Result<void> FilterLoop::restart()
{
    m_open = m_filter->init(QIODevice::ReadOnly);
    m_atStreamEnd = false;
    return m_open ? Result<void>()
                  : fail(ErrorCode::Internal, QStringLiteral("the decompressor does not start"));
}

Result<void> FilterLoop::feed(QByteArrayView input)
{
    while (!input.isEmpty()) {
        if (m_atStreamEnd) {
            input = withoutPadding(input);
            if (input.isEmpty())
                return {};
            if (auto restarted = restart(); !restarted)
                return restarted;
        }
        auto rest = feedStream(input);
        if (!rest)
            return failure(rest);
        input = input.last(*rest);
    }
    return {};
}

/// Until the input or the stream ends; gives the number of bytes that are left then.
Result<qint64> FilterLoop::feedStream(QByteArrayView input)
{
    qint64 left = input.size();
    m_filter->setInBuffer(input.data(), uint(left));
    while (left > 0 && !m_atStreamEnd) {
        m_filter->setOutBuffer(m_output.data(), uint(m_output.size()));
        const KFilterBase::Result outcome = m_filter->uncompress();
        const qint64 produced = m_output.size() - m_filter->outBufferAvailable();
        const qint64 before = std::exchange(left, m_filter->inBufferAvailable());
        const bool stuck = outcome == KFilterBase::Ok && produced == 0 && left == before;
        if (outcome == KFilterBase::Error || stuck)
            return fail(ErrorCode::ArchiveDamaged, QStringLiteral("the compressed data is damaged"));
        if (auto taken = handOver(produced); !taken)
            return failure(taken);
        m_atStreamEnd = outcome == KFilterBase::End;
    }
    return left;
}

Result<void> FilterLoop::handOver(qint64 count)
{
    return count > 0 ? m_take(QByteArrayView(m_output).first(count)) : Result<void>();
}

/// Where the zero bytes at the end of the region begin. They may be padding or belong to the stream, and only
/// the stream itself can tell: so they are fed singly. KArchive's gzip filter would else take padding for the
/// begin of a damaged member.
Result<qint64> endOfContent(QFile &file, const FileRegion &region)
{
    qint64 end = region.offset + region.size;
    while (end > region.offset) {
        const qint64 begin = std::max(region.offset, end - inputBlock);
        if (!file.seek(begin))
            break;
        const QByteArray block = file.read(end - begin);
        if (block.size() != end - begin)
            break;
        const auto zeros =
            std::ranges::find_if(block.rbegin(), block.rend(), [](char c) { return c != '\0'; });
        end -= zeros - block.rbegin();
        if (end > begin)
            return end;
    }
    if (end > region.offset)
        return fail(file.error() == QFileDevice::NoError ? ErrorCode::ArchiveTruncated
                                                         : ErrorCode::DiskFailed,
                    QStringLiteral("cannot be read to its end: ") + file.errorString(), region.file);
    return end;
}

Result<void> feedAll(QFile &file, const FileRegion &region, FilterLoop &loop, const std::stop_token &stop,
                     const std::function<void(qint64)> &read)
{
    auto contentEnd = endOfContent(file, region);
    if (!contentEnd)
        return failure(contentEnd);
    if (!file.seek(region.offset))
        return fail(ErrorCode::DiskFailed, file.errorString(), region.file);
    const qint64 end = region.offset + region.size;
    for (qint64 at = region.offset; at < end && (at < *contentEnd || !loop.atStreamEnd());) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, QStringLiteral("cancelled"), region.file);
        const qint64 wanted = at < *contentEnd ? std::min(inputBlock, *contentEnd - at) : 1;
        const QByteArray input = file.read(wanted);
        if (input.size() != wanted)
            return fail(file.error() == QFileDevice::NoError ? ErrorCode::ArchiveTruncated
                                                             : ErrorCode::DiskFailed,
                        QStringLiteral("cannot be read to its end: ") + file.errorString(), region.file);
        if (auto fed = loop.feed(input); !fed)
            return fed;
        at += wanted;
        if (read)
            read(at - region.offset);
    }
    return {};
}

} // namespace

Result<void> decompress(const FileRegion &region, mediatype::Compression compression,
                        const std::stop_token &stop, const std::function<Result<void>(QByteArrayView)> &take,
                        const std::function<void(qint64)> &read)
{
    QFile file(region.file);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileMissing, file.errorString(), region.file);
    FilterLoop loop(compression, take);
    if (!loop.isSupported())
        return fail(ErrorCode::Unsupported, QStringLiteral("no decompressor for this format"), region.file);
    auto fed = feedAll(file, region, loop, stop, read);
    if (!fed && fed.error().where.isEmpty())
        fed.error().where = region.file;
    if (!fed)
        return fed;
    if (!loop.atStreamEnd())
        return fail(ErrorCode::ArchiveTruncated,
                    QStringLiteral("the compressed data ends early, after %1 bytes").arg(region.size),
                    region.file);
    return {};
}

} // namespace dip
