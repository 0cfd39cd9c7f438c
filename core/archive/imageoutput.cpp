#include "core/archive/imageoutput.h"

#include "core/base/files.h"

#include <QDir>
#include <QFileInfo>

namespace dip {

namespace {

std::unexpected<Error> isThere(const QString &path)
{
    return fail(ErrorCode::InvalidArgument, QStringLiteral("the target is there already"), path);
}

class TarFile final : public ImageOutput
{
public:
    explicit TarFile(const QString &path) : m_file(path), m_tar(m_file) {}

    Result<void> open()
    {
        return m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
                   ? Result<void>()
                   : std::unexpected(files::errorOf(m_file));
    }
    Result<void> addFolder(const QString &name) override { return m_tar.addFolder(name); }
    Result<void> beginFile(const QString &name, qint64 size) override { return m_tar.beginFile(name, size); }
    Result<void> write(QByteArrayView bytes) override { return m_tar.write(bytes); }
    Result<void> endFile() override { return m_tar.endFile(); }
    Result<void> commit() override
    {
        if (auto finished = m_tar.finish(); !finished)
            return finished;
        if (auto synced = files::sync(m_file); !synced)
            return synced;
        if (!m_file.commit())
            return std::unexpected(files::errorOf(m_file));
        return files::syncFolder(QFileInfo(m_file.fileName()).absolutePath());
    }

private:
    QSaveFile m_file;
    TarOutput m_tar;
};

class Folder final : public ImageOutput
{
public:
    explicit Folder(const QString &path)
        : m_path(path)
        , m_temporary(QFileInfo(path).absolutePath() + QLatin1String("/.") + QFileInfo(path).fileName() +
                      QLatin1String("-XXXXXX"))
    {}

    Result<void> open()
    {
        if (m_temporary.isValid())
            return {};
        return fail(files::isFullDisk(m_temporary.errorString()) ? ErrorCode::DiskFull
                                                                 : ErrorCode::DiskFailed,
                    m_temporary.errorString(), m_path);
    }
    Result<void> addFolder(const QString &name) override
    {
        return files::makeFolder(m_temporary.filePath(name));
    }
    Result<void> beginFile(const QString &name, qint64) override
    {
        m_file.setFileName(m_temporary.filePath(name));
        return m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)
                   ? Result<void>()
                   : std::unexpected(files::errorOf(m_file));
    }
    Result<void> write(QByteArrayView bytes) override { return files::writeAll(m_file, bytes); }
    Result<void> endFile() override
    {
        auto synced = files::sync(m_file);
        m_file.close();
        return synced;
    }
    Result<void> commit() override
    {
        // The temporary folder was for us alone; the layout is for whoever may read its place.
        QFile::setPermissions(m_temporary.path(), QFile::permissions(m_temporary.path()) | QFile::ReadGroup |
                                                      QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
        QDir().rmdir(m_path); // an empty one makes room
        if (auto renamed = files::replace(m_temporary.path(), m_path); !renamed)
            return renamed;
        m_temporary.setAutoRemove(false);
        return files::syncFolder(QFileInfo(m_path).absolutePath());
    }

private:
    QString m_path;
    QTemporaryDir m_temporary;
    QFile m_file;
};

} // namespace

Result<std::unique_ptr<ImageOutput>> ImageOutput::tarFile(const QString &path, bool overwrite)
{
    const QFileInfo info(path);
    if (info.isDir() || (info.exists() && !overwrite))
        return isThere(path);
    auto output = std::make_unique<TarFile>(path);
    if (auto opened = output->open(); !opened)
        return failure(opened);
    return output;
}

Result<std::unique_ptr<ImageOutput>> ImageOutput::folder(const QString &path)
{
    const QFileInfo info(QDir::cleanPath(path));
    const bool isEmptyFolder =
        info.isDir() && QDir(info.filePath()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    if (info.exists() && !isEmptyFolder)
        return isThere(path);
    auto output = std::make_unique<Folder>(info.filePath());
    if (auto opened = output->open(); !opened)
        return failure(opened);
    return output;
}

} // namespace dip
