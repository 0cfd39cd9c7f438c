#pragma once

#include "core/archive/parseimageinfo.h"

#include <QFile>

namespace dip {

/// New files for what must be unpacked, in the context's scratch folder, which is asked for at the first one.
/// Their names are numbers: nothing in an archive decides a path.
class ScratchFiles final
{
public:
    explicit ScratchFiles(const ArchiveContext &context) : m_context(context) {}
    Q_DISABLE_COPY_MOVE(ScratchFiles)

    [[nodiscard]] Result<QString> newPath();
    /// What keeps the folder alive; null where nothing was unpacked.
    [[nodiscard]] std::shared_ptr<void> keep() const { return m_scratch ? m_scratch->keep : nullptr; }

private:
    const ArchiveContext &m_context;
    std::optional<ArchiveContext::Scratch> m_scratch;
    int m_count = 0;
};

/// A file that is written in blocks; every failure is an Error.
class ScratchWriter final
{
public:
    explicit ScratchWriter(const QString &path) : m_file(path) {}

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> write(QByteArrayView bytes); ///< DiskFull, DiskFailed
    [[nodiscard]] FileRegion region() const { return {m_file.fileName(), 0, m_written}; }

private:
    QFile m_file;
    qint64 m_written = 0;
};

/// A line of the context's progress for one thing that is unpacked; ends as failed unless done() was called.
class UnpackingStep final
{
public:
    UnpackingStep(ProgressSink *sink, const QString &label, qint64 total);
    ~UnpackingStep();
    Q_DISABLE_COPY_MOVE(UnpackingStep)

    void setDone(qint64 bytes);
    void addDone(qint64 bytes);
    void done();

private:
    std::shared_ptr<BlobProgress> m_line;
};

} // namespace dip
