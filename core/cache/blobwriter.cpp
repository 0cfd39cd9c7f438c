#include "core/cache/blobwriter.h"

#include "core/base/files.h"
#include "core/cache/blobstore.h"

namespace dip {

BlobWriter::BlobWriter(BlobStore &store, const QString &path, FileLock lock, bool keepUnfinished)
    : m_store(store), m_file(path), m_lock(std::move(lock)), m_keepUnfinished(keepUnfinished)
{}

BlobWriter::~BlobWriter()
{
    if (m_finished)
        return;
    if (m_keepUnfinished && (m_size > 0 || !m_file.isOpen())) {
        m_file.close();
        return;
    }
    m_file.remove();
    m_store.endDownload(m_file.fileName(), m_lock);
}

Result<void> BlobWriter::open(qint64 longest, const std::stop_token &stop)
{
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return std::unexpected(files::errorOf(m_file));
    const qint64 size = m_file.size();
    if (size == 0)
        return {};
    return size > longest ? restart() : hashWhatIsThere(size, stop);
}

Result<void> BlobWriter::hashWhatIsThere(qint64 size, const std::stop_token &stop)
{
    m_size = size; // so that it is kept when this is cut short
    QByteArray block(1 << 20, Qt::Uninitialized);
    for (qint64 left = size; left > 0;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, QStringLiteral("stopped while hashing an unfinished download"),
                        m_file.fileName());
        const qint64 count = m_file.read(block.data(), std::min<qint64>(left, block.size()));
        if (count <= 0)
            return std::unexpected(files::errorOf(m_file));
        m_hash.add(QByteArrayView(block).first(count));
        left -= count;
    }
    return {};
}

Result<void> BlobWriter::write(QByteArrayView data)
{
    if (auto written = files::writeAll(m_file, data); !written) {
        // Back to the last whole piece: size and sum stay true to the file.
        m_file.resize(m_size);
        m_file.seek(m_size);
        return written;
    }
    m_hash.add(data);
    m_size += data.size();
    return {};
}

Result<void> BlobWriter::restart()
{
    if (!m_file.resize(0) || !m_file.seek(0))
        return std::unexpected(files::errorOf(m_file));
    m_hash = Sha256();
    m_size = 0;
    return {};
}

std::unexpected<Error> BlobWriter::discard(Error error)
{
    m_file.remove();
    m_store.endDownload(m_file.fileName(), m_lock);
    return std::unexpected(std::move(error));
}

Result<Digest> BlobWriter::commit(const std::optional<Digest> &expected, std::optional<qint64> expectedSize)
{
    m_finished = true;
    const Digest digest = Digest::fromSum(m_hash.finish());
    if (expectedSize && *expectedSize != m_size)
        return discard({ErrorCode::SizeMismatch,
                        QStringLiteral("%1 bytes where %2 were promised").arg(m_size).arg(*expectedSize),
                        expected.value_or(digest).toString(),
                        0,
                        {},
                        {}});
    if (expected && *expected != digest)
        return discard({ErrorCode::DigestMismatch,
                        QStringLiteral("the content's digest is ") + digest.toString(),
                        expected->toString(),
                        0,
                        {},
                        {}});
    if (auto published = m_store.publish(m_file, digest, m_size); !published) {
        if (m_keepUnfinished) {
            m_file.close();
            return failure(published);
        }
        return discard(std::move(published.error()));
    }
    m_store.endDownload(m_file.fileName(), m_lock);
    return digest;
}

} // namespace dip
