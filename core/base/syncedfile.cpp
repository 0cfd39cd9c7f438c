#include "core/base/syncedfile.h"

#include "core/base/files.h"

#include <algorithm>
#include <cstring>
#include <new>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace dip {

namespace {

constexpr qint64 blockSize = 1024 * 1024;
/// What disks want addresses, places and lengths to be multiples of.
constexpr qint64 alignment = 4096;

} // namespace

void SyncedFile::Free::operator()(char *block) const
{
    ::operator delete[](block, std::align_val_t(alignment));
}

Result<void> SyncedFile::open()
{
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return std::unexpected(files::errorOf(m_file));
    const qint64 size = m_file.size();
    m_filled = size % alignment;
    m_written = size - m_filled;
    if (m_filled == 0)
        return {};
    // What is more than whole multiples is taken back into the block, so that the next one lies well.
    makeBlock();
    if (!m_file.seek(m_written) || m_file.read(m_block.get(), m_filled) != m_filled)
        return std::unexpected(files::errorOf(m_file));
    return {};
}

Result<void> SyncedFile::write(QByteArrayView bytes)
{
    makeBlock();
    while (!bytes.isEmpty()) {
        const qint64 count = std::min<qint64>(bytes.size(), blockSize - m_filled);
        std::memcpy(m_block.get() + m_filled, bytes.data(), size_t(count));
        m_filled += count;
        bytes = bytes.sliced(count);
        if (m_filled < blockSize)
            continue;
        if (m_mayBeDirect && !m_isDirect)
            setDirect(true);
        if (auto put = this->put(blockSize); !put)
            return put;
        m_written += std::exchange(m_filled, 0);
    }
    return {};
}

Result<void> SyncedFile::clear()
{
    m_written = m_filled = 0;
    if (!m_file.resize(0))
        return std::unexpected(files::errorOf(m_file));
    return {};
}

Result<void> SyncedFile::flush()
{
    if (m_filled == 0)
        return {};
    setDirect(false);
    return put(m_filled);
}

Result<void> SyncedFile::sync()
{
    if (auto flushed = flush(); !flushed)
        return flushed;
    return files::sync(m_file);
}

void SyncedFile::makeBlock()
{
    if (!m_block)
        m_block.reset(static_cast<char *>(::operator new[](size_t(blockSize), std::align_val_t(alignment))));
}

/// Writes the block's first bytes where they belong; they stay in the block.
Result<void> SyncedFile::put(qint64 count)
{
    if (m_file.pos() != m_written && !m_file.seek(m_written))
        return std::unexpected(files::errorOf(m_file));
    const QByteArrayView bytes(m_block.get(), count);
    auto written = files::writeAll(m_file, bytes);
    if (written || !m_isDirect)
        return written;
    // Some file systems find out only now that they cannot; and one that is full has room for a part.
    setDirect(false);
    m_mayBeDirect = false;
    if (!m_file.seek(m_written))
        return std::unexpected(files::errorOf(m_file));
    return files::writeAll(m_file, bytes);
}

void SyncedFile::setDirect(bool direct)
{
#ifdef O_DIRECT
    if (m_isDirect == direct)
        return;
    const int flags = ::fcntl(m_file.handle(), F_GETFL);
    if (flags >= 0 && ::fcntl(m_file.handle(), F_SETFL, direct ? flags | O_DIRECT : flags & ~O_DIRECT) == 0)
        m_isDirect = direct;
    else
        m_mayBeDirect = false;
#else
    Q_UNUSED(direct)
    m_mayBeDirect = false;
#endif
}

} // namespace dip
