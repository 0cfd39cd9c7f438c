#include "core/archive/scratchfiles.h"

#include "core/base/files.h"

namespace dip {

Result<QString> ScratchFiles::newPath()
{
    if (!m_scratch) {
        if (!m_context.scratch)
            return fail(ErrorCode::Internal, QStringLiteral("no place to unpack an archive was given"));
        auto scratch = m_context.scratch();
        if (!scratch)
            return failure(scratch);
        m_scratch = std::move(*scratch);
    }
    return QStringLiteral("%1/unpacked-%2").arg(m_scratch->folder).arg(++m_count);
}

Result<void> ScratchWriter::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return std::unexpected(files::errorOf(m_file));
    return {};
}

Result<void> ScratchWriter::write(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return std::unexpected(files::errorOf(m_file));
    m_written += bytes.size();
    return {};
}

UnpackingStep::UnpackingStep(ProgressSink *sink, const QString &label, qint64 total)
{
    if (!sink)
        return;
    m_line = sink->addStep(label, total);
    m_line->setPhase(Phase::Unpacking);
}

UnpackingStep::~UnpackingStep()
{
    if (m_line && m_line->phase() == Phase::Unpacking)
        m_line->setPhase(Phase::Failed);
}

void UnpackingStep::setDone(qint64 bytes)
{
    if (m_line)
        m_line->setDone(bytes);
}

void UnpackingStep::addDone(qint64 bytes)
{
    if (m_line)
        m_line->addDone(bytes);
}

void UnpackingStep::done()
{
    if (m_line)
        m_line->setPhase(Phase::Done);
}

} // namespace dip
