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
    QFile &file = m_file.file();
    if (m_keepUnfinished && (size() > 0 || !file.isOpen())) {
        if (file.isOpen())
            (void)m_file.flush(); // what cannot be kept is loaded again
        file.close();
        return;
    }
    file.remove();
    m_store.endDownload(file.fileName(), m_lock);
}

Result<void> BlobWriter::open(qint64 longest, const std::stop_token &stop)
{
    if (auto opened = m_file.open(); !opened)
        return opened;
    if (size() == 0)
        return {};
    return size() > longest ? restart() : hashWhatIsThere(stop);
}

Result<void> BlobWriter::hashWhatIsThere(const std::stop_token &stop)
{
    QFile &file = m_file.file();
    if (!file.seek(0))
        return std::unexpected(files::errorOf(file));
    QByteArray block(1 << 20, Qt::Uninitialized);
    for (qint64 left = size(); left > 0;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, QStringLiteral("stopped while hashing an unfinished download"),
                        file.fileName());
        const qint64 count = file.read(block.data(), std::min<qint64>(left, block.size()));
        if (count <= 0)
            return std::unexpected(files::errorOf(file));
        m_hash.add(QByteArrayView(block).first(count));
        left -= count;
    }
    return {};
}

Result<void> BlobWriter::write(QByteArrayView data)
{
    m_hash.add(data);
    return m_file.write(data);
}

Result<void> BlobWriter::restart()
{
    m_hash = Sha256();
    return m_file.clear();
}

std::unexpected<Error> BlobWriter::discard(Error error)
{
    m_file.file().remove();
    m_store.endDownload(m_file.file().fileName(), m_lock);
    return std::unexpected(std::move(error));
}

Result<Digest> BlobWriter::commit(const std::optional<Digest> &expected, std::optional<qint64> expectedSize)
{
    m_finished = true;
    const Digest digest = Digest::fromSum(m_hash.finish());
    if (expectedSize && *expectedSize != size())
        return discard({ErrorCode::SizeMismatch,
                        QStringLiteral("%1 bytes where %2 were promised").arg(size()).arg(*expectedSize),
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
    if (auto published = m_store.publish(m_file, digest); !published) {
        if (m_keepUnfinished) {
            m_file.file().close();
            return failure(published);
        }
        return discard(std::move(published.error()));
    }
    m_store.endDownload(m_file.file().fileName(), m_lock);
    return digest;
}

} // namespace dip
