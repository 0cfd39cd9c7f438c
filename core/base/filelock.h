#pragma once

#include "core/base/result.h"

#include <stop_token>

namespace dip {

/// An advisory lock on a file that the operating system itself lets go when the process ends, however it
/// ends (flock on Unix, LockFileEx on Windows), so none is ever left behind by a killed process. The file is
/// made if need be and stays. Locks of one process exclude each other too. Movable, not thread-safe.
class FileLock final
{
public:
    FileLock() = default;
    ~FileLock() { unlock(); }
    FileLock(FileLock &&other) noexcept : m_handle(std::exchange(other.m_handle, invalid)) {}
    FileLock &operator=(FileLock &&other) noexcept;

    /// Waits until the lock is had. DiskFailed where the file cannot be made, Cancelled on a stop.
    [[nodiscard]] static Result<FileLock> acquire(const QString &path, const std::stop_token &stop = {});
    /// Null where somebody else has it.
    [[nodiscard]] static Result<std::optional<FileLock>> tryAcquire(const QString &path);

    void unlock();
    [[nodiscard]] bool isLocked() const { return m_handle != invalid; }

private:
    static constexpr qintptr invalid = -1;
    explicit FileLock(qintptr handle) : m_handle(handle) {}
    qintptr m_handle = invalid;
};

} // namespace dip
