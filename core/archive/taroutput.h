#pragma once

#include "core/base/result.h"

class QFileDevice;

namespace dip {

/// Writes a tar file as a stream (POSIX.1-1988 ustar; sizes from 8 GiB on in base 256, as GNU tar and Go do).
/// The same content gives the same bytes: no times, no owners. Errors: DiskFull, DiskFailed.
class TarOutput final
{
public:
    explicit TarOutput(QFileDevice &file) : m_file(file) {} ///< open, to outlive this
    Q_DISABLE_COPY_MOVE(TarOutput)

    /// Names are of at most 99 bytes of ASCII.
    [[nodiscard]] Result<void> addFolder(const QString &name);
    /// Then exactly `size` bytes by write(), and endFile().
    [[nodiscard]] Result<void> beginFile(const QString &name, qint64 size);
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    [[nodiscard]] Result<void> endFile();
    /// The two zero blocks at the end.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> writeHeader(const QString &name, char type, qint64 size);

    QFileDevice &m_file;
    qint64 m_left = 0; ///< bytes of the current file that are to come
    qint64 m_size = 0;
};

} // namespace dip
