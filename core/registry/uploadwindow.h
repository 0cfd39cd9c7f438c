#pragma once

#include <QIODevice>

#include <functional>

class QFile;

namespace dip {

class RateLimiter;

/// A piece of a file, [offset, offset + length), as a seekable device that a request's body is read from, so
/// that no body is ever held in memory. Counts what is read and keeps to the rate limit: where nothing may
/// move yet a read gives 0 bytes, and readyRead follows when it may. For one thread, which needs an event
/// loop while it is read under a limit.
class UploadWindow final : public QIODevice
{
public:
    /// `file` must be open for reading; it and the limiter must outlive this.
    UploadWindow(QFile &file, qint64 offset, qint64 length, RateLimiter &limiter);

    /// Is told how far into the window reading has come, also when it goes back for a repetition.
    void onPosition(std::function<void(qint64 position)> callback) { m_onPosition = std::move(callback); }
    /// All bytes that were read, repetitions included.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    /// Whether the file could not be read or is shorter than the window.
    [[nodiscard]] bool failed() const { return m_failed; }

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_length; }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    void wakeAfter(std::chrono::milliseconds time);

    QFile &m_file;
    const qint64 m_offset;
    const qint64 m_length;
    RateLimiter &m_limiter;
    std::function<void(qint64)> m_onPosition;
    qint64 m_position = 0;
    qint64 m_bytesRead = 0;
    bool m_failed = false;
    bool m_waiting = false;
};

} // namespace dip
