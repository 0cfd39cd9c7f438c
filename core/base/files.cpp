#include "core/base/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace dip::files {

namespace {

Error diskError(int systemError, const QString &where)
{
    const bool full = systemError == ENOSPC
#ifdef EDQUOT
                      || systemError == EDQUOT
#endif
        ;
    return {
        full ? ErrorCode::DiskFull : ErrorCode::DiskFailed, qt_error_string(systemError), where, 0, {}, {}};
}

} // namespace

Error errorOf(const QFileDevice &file)
{
    // Qt tells a full disk from other troubles in writing, but not in the making of a file; and it calls too
    // many open files the same.
    const QString problem = file.errorString();
    return {isFullDisk(problem) ? ErrorCode::DiskFull : ErrorCode::DiskFailed,
            problem,
            file.fileName(),
            0,
            {},
            {}};
}

bool isFullDisk(const QString &problem)
{
    return problem == qt_error_string(ENOSPC)
#ifdef EDQUOT
           || problem == qt_error_string(EDQUOT)
#endif
        ;
}

Result<void> writeAll(QFileDevice &file, QByteArrayView bytes)
{
    // A disk that fills up takes a part without a complaint; the next write then says why.
    while (!bytes.isEmpty()) {
        const qint64 written = file.write(bytes.data(), bytes.size());
        if (written <= 0)
            return std::unexpected(errorOf(file));
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<void> sync(QFileDevice &file)
{
    if (!file.flush())
        return std::unexpected(errorOf(file));
#ifdef Q_OS_WIN
    if (!FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()))))
        return fail(ErrorCode::DiskFailed, qt_error_string(int(GetLastError())), file.fileName());
#else
    if (::fsync(file.handle()) != 0)
        return std::unexpected(diskError(errno, file.fileName()));
#endif
    return {};
}

Result<void> syncFolder(const QString &folder)
{
#ifndef Q_OS_WIN
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return std::unexpected(diskError(errno, folder));
    const int outcome = ::fsync(handle);
    const int systemError = errno;
    ::close(handle);
    // Some network file systems refuse to sync folders and do it by themselves.
    if (outcome != 0 && systemError != EINVAL && systemError != EROFS)
        return std::unexpected(diskError(systemError, folder));
#else
    Q_UNUSED(folder)
#endif
    return {};
}

Result<void> replace(const QString &from, const QString &to)
{
#ifdef Q_OS_WIN
    if (!MoveFileExW(reinterpret_cast<const wchar_t *>(from.utf16()),
                     reinterpret_cast<const wchar_t *>(to.utf16()),
                     MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return fail(ErrorCode::DiskFailed, qt_error_string(int(GetLastError())), to);
#else
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return std::unexpected(diskError(errno, to));
#endif
    return {};
}

Result<void> writeAtomically(const QString &path, QByteArrayView bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(errorOf(file));
    if (auto written = writeAll(file, bytes); !written)
        return written;
    if (auto synced = sync(file); !synced)
        return synced;
    if (!file.commit())
        return std::unexpected(errorOf(file));
    return syncFolder(QFileInfo(path).path());
}

Result<void> makeFolder(const QString &path)
{
    if (QDir().mkpath(path))
        return {};
    const int systemError = errno;
    return std::unexpected(diskError(systemError, path));
}

Result<QByteArray> readAll(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileMissing, QStringLiteral("no such file"), path);
    if (!info.isFile()) // to open a pipe is to wait for its other end
        return fail(ErrorCode::DiskFailed, QStringLiteral("it is no regular file"), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::DiskFailed, file.errorString(), path);
    if (file.size() > limit)
        return fail(ErrorCode::ManifestTooLarge, QStringLiteral("larger than %1 bytes").arg(limit), path);
    // Room is made for all that is asked for, so not for all that would be allowed.
    QByteArray bytes = file.read(std::min(file.size(), limit) + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::DiskFailed, file.errorString(), path);
    return bytes;
}

} // namespace dip::files
