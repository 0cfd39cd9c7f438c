#pragma once

#include "core/base/result.h"

#include <QFile>

#include <memory>

namespace dip {

/// A file that is written from front to end, in pieces of any size, and is to be on the disk in the end.
/// Collects blocks of 1 MiB and, where the system can (Linux: O_DIRECT), writes them to the disk itself and
/// not into its memory: what is going to be synced anyway does not have to be copied there first, which costs
/// more than all the rest of the work. For one thread. All members: DiskFull, DiskFailed.
class SyncedFile final
{
public:
    explicit SyncedFile(const QString &path) : m_file(path) {}
    Q_DISABLE_COPY_MOVE(SyncedFile)

    /// Makes the file, or opens it to go on at its end.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] qint64 size() const { return m_written + m_filled; }

    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Throws away all that is there.
    [[nodiscard]] Result<void> clear();
    /// Writes what was collected and does not fill a block yet; write() may go on after it.
    [[nodiscard]] Result<void> flush();
    /// Flushes, and has the disk keep it.
    [[nodiscard]] Result<void> sync();

    /// For its name, reading, closing and removing. Not for writing; flush() before reading.
    [[nodiscard]] QFile &file() { return m_file; }
    [[nodiscard]] bool writesPastTheCache() const { return m_isDirect; }

private:
    struct Free
    {
        void operator()(char *block) const;
    };
    void makeBlock();
    [[nodiscard]] Result<void> put(qint64 count);
    void setDirect(bool direct);

    QFile m_file;
    std::unique_ptr<char[], Free> m_block;
    qint64 m_written = 0; ///< bytes in the file that are no longer in the block
    qint64 m_filled = 0;  ///< bytes in the block
    bool m_isDirect = false;
    bool m_mayBeDirect = true;
};

} // namespace dip
