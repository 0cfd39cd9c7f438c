#include "core/archive/decompress.h"
#include "core/archive/parseimageinfo.h"

#include <QFile>

#include <algorithm>

namespace dip {

Result<void> readRegion(const FileRegion &region, const std::stop_token &stop,
                        const std::function<Result<void>(QByteArrayView)> &take)
{
    constexpr qint64 blockSize = 1024 * 1024;
    QFile file(region.file);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileMissing, file.errorString(), region.file);
    if (!file.seek(region.offset))
        return fail(ErrorCode::DiskFailed, file.errorString(), region.file);
    QByteArray block(std::min(blockSize, region.size), Qt::Uninitialized);
    for (qint64 left = region.size; left > 0;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, QStringLiteral("cancelled"), region.file);
        const qint64 count = file.read(block.data(), std::min<qint64>(left, block.size()));
        if (count < 0)
            return fail(ErrorCode::DiskFailed, file.errorString(), region.file);
        if (count == 0)
            return fail(ErrorCode::ArchiveTruncated,
                        QStringLiteral("%1 bytes are missing at its end").arg(left), region.file);
        if (auto taken = take(QByteArrayView(block).first(count)); !taken)
            return taken;
        left -= count;
    }
    return {};
}

Result<Digest> unpackedDigest(const FileRegion &region, mediatype::Compression compression,
                              const std::stop_token &stop)
{
    Sha256 hash;
    const auto take = [&](QByteArrayView bytes) {
        hash.add(bytes);
        return Result<void>();
    };
    auto outcome = compression == mediatype::Compression::None ? readRegion(region, stop, take)
                                                               : decompress(region, compression, stop, take);
    if (outcome)
        return Digest::fromSum(hash.finish());
    // A layer is wholly inside its archive; where its stream has no end, it was made so.
    if (compression != mediatype::Compression::None && outcome.error().code == ErrorCode::ArchiveTruncated)
        outcome.error().code = ErrorCode::ArchiveDamaged;
    return failure(outcome);
}

} // namespace dip
