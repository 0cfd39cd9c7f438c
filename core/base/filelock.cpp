#include "core/base/filelock.h"

#include "core/base/retry.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

using namespace std::chrono_literals;

namespace dip {

namespace {

enum class Attempt { Locked, Busy, Failed };

#ifdef Q_OS_WIN
qintptr openForLock(const QString &path)
{
    const HANDLE handle =
        CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_READ | GENERIC_WRITE,
                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_ALWAYS,
                    FILE_ATTRIBUTE_NORMAL, nullptr);
    return reinterpret_cast<qintptr>(handle); // INVALID_HANDLE_VALUE is -1
}

Attempt lockHandle(qintptr handle)
{
    OVERLAPPED range{};
    if (LockFileEx(reinterpret_cast<HANDLE>(handle), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0,
                   1, 0, &range))
        return Attempt::Locked;
    return GetLastError() == ERROR_LOCK_VIOLATION ? Attempt::Busy : Attempt::Failed;
}

void closeHandle(qintptr handle)
{
    CloseHandle(reinterpret_cast<HANDLE>(handle));
}

Error lastProblem(const QString &path)
{
    return {ErrorCode::DiskFailed, qt_error_string(int(GetLastError())), path, 0, {}, {}};
}
#else
qintptr openForLock(const QString &path)
{
    return ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

Attempt lockHandle(qintptr handle)
{
    if (::flock(int(handle), LOCK_EX | LOCK_NB) == 0)
        return Attempt::Locked;
    return errno == EWOULDBLOCK || errno == EINTR ? Attempt::Busy : Attempt::Failed;
}

void closeHandle(qintptr handle)
{
    ::close(int(handle)); // lets the lock go, too
}

Error lastProblem(const QString &path)
{
    const ErrorCode code = errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::DiskFailed;
    return {code, qt_error_string(errno), path, 0, {}, {}};
}
#endif

} // namespace

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    if (this != &other) {
        unlock();
        m_handle = std::exchange(other.m_handle, invalid);
    }
    return *this;
}

Result<std::optional<FileLock>> FileLock::tryAcquire(const QString &path)
{
    const qintptr handle = openForLock(path);
    if (handle == invalid)
        return std::unexpected(lastProblem(path));
    switch (lockHandle(handle)) {
    case Attempt::Locked:
        return FileLock(handle);
    case Attempt::Busy:
        closeHandle(handle);
        return std::optional<FileLock>();
    case Attempt::Failed:
        break;
    }
    Error problem = lastProblem(path);
    closeHandle(handle);
    return std::unexpected(std::move(problem));
}

Result<FileLock> FileLock::acquire(const QString &path, const std::stop_token &stop)
{
    // Polled, so that a stop is honoured; a holder keeps the lock for milliseconds.
    for (auto pause = 1ms;; pause = std::min(pause * 2, 20ms)) {
        auto lock = tryAcquire(path);
        if (!lock)
            return failure(lock);
        if (*lock)
            return std::move(**lock);
        if (!sleepFor(pause, stop))
            return fail(ErrorCode::Cancelled, QStringLiteral("stopped while waiting for a lock"), path);
    }
}

void FileLock::unlock()
{
    if (m_handle != invalid)
        closeHandle(std::exchange(m_handle, invalid));
}

} // namespace dip
