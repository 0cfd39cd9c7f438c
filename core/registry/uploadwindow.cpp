#include "core/registry/uploadwindow.h"

#include "core/registry/ratelimiter.h"

#include <QFile>
#include <QTimer>

namespace dip {

UploadWindow::UploadWindow(QFile &file, qint64 offset, qint64 length, RateLimiter &limiter)
    : m_file(file), m_offset(offset), m_length(length), m_limiter(limiter)
{
    // A buffer here would read ahead of the line, and copy once more.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool UploadWindow::seek(qint64 position)
{
    if (position < 0 || position > m_length || !QIODevice::seek(position))
        return false;
    m_position = position;
    if (m_onPosition)
        m_onPosition(m_position);
    return true;
}

qint64 UploadWindow::readData(char *data, qint64 maxSize)
{
    const qint64 wanted = std::min(maxSize, m_length - m_position);
    if (wanted <= 0)
        return 0;
    const auto grant = m_limiter.take(wanted);
    if (grant.bytes == 0) {
        wakeAfter(grant.wait);
        return 0;
    }
    const qint64 place = m_offset + m_position;
    const qint64 got = m_file.pos() == place || m_file.seek(place) ? m_file.read(data, grant.bytes) : -1;
    if (got <= 0) {
        m_failed = true;
        setErrorString(m_file.errorString());
        return -1;
    }
    m_position += got;
    m_bytesRead += got;
    if (m_onPosition)
        m_onPosition(m_position);
    return got;
}

void UploadWindow::wakeAfter(std::chrono::milliseconds time)
{
    if (std::exchange(m_waiting, true))
        return;
    QTimer::singleShot(time, Qt::PreciseTimer, this, [this] {
        m_waiting = false;
        emit readyRead();
    });
}

} // namespace dip
