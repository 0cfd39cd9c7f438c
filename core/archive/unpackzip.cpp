#include "core/archive/unpackzip.h"

#include "core/archive/archivekind.h"
#include "core/archive/entryname.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>

namespace dip {

namespace {

constexpr qint64 blockSize = 1024 * 1024;
constexpr qint64 longestLink = 4096;

/// Goes through one zip twice: its directory first, which says where image archives can be, then the entries.
class ZipUnpacker final
{
public:
    ZipUnpacker(const QString &path, const QString &label, ScratchFiles &scratch,
                const ArchiveContext &context)
        : m_zip(path), m_label(label), m_scratch(scratch), m_context(context)
    {}

    Result<UnpackedZip> unpack();

private:
    Result<qint64> readDirectory();
    Result<void> unpackEntries(UnpackingStep &step);
    Result<void> unpackEntry(QuaZipFile &entry, const QuaZipFileInfo64 &info, UnpackingStep &step);
    Result<FileRegion> copy(QuaZipFile &entry, const QuaZipFileInfo64 &info, QByteArray bytes,
                            UnpackingStep &step);
    bool isInTree(const QString &name) const;

    std::unexpected<Error> problem(ErrorCode code, const QString &detail) const
    {
        return fail(code, detail, m_label);
    }

    QuaZip m_zip;
    QString m_label;
    ScratchFiles &m_scratch;
    const ArchiveContext &m_context;
    QList<QuaZipFileInfo64> m_infos; ///< names normalised
    UnpackedZip m_unpacked;
};

Result<UnpackedZip> ZipUnpacker::unpack()
{
    if (!m_zip.open(QuaZip::mdUnzip))
        return problem(ErrorCode::ArchiveTruncated,
                       QStringLiteral("the zip's directory, which is at its end, is not there"));
    auto total = readDirectory();
    if (!total)
        return failure(total);
    UnpackingStep step(m_context.progress, m_label, *total);
    if (auto unpacked = unpackEntries(step); !unpacked)
        return failure(unpacked);
    step.done();
    return std::move(m_unpacked);
}

/// The names, checked, and how many bytes all entries unpack to.
Result<qint64> ZipUnpacker::readDirectory()
{
    qint64 total = 0;
    QStringList names;
    for (bool more = m_zip.goToFirstFile(); more; more = m_zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!m_zip.getCurrentFileInfo(&info))
            break;
        const auto name = normalisedName(info.name);
        if (!name)
            return problem(ErrorCode::ArchiveUnsafe,
                           info.name.left(300) + QStringLiteral(": the name leads out of the archive"));
        if (info.isEncrypted())
            return problem(ErrorCode::Unsupported, QStringLiteral("the zip is encrypted"));
        const bool isFolder = info.name.endsWith(u'/') || info.name.endsWith(u'\\');
        info.name = isFolder ? QString() : *name; // nothing is unpacked for folders
        names.append(info.name);
        total += std::min<qint64>(qint64(info.uncompressedSize & 0x7fff'ffff'ffff'ffff),
                                  std::numeric_limits<qint64>::max() - total);
        m_infos.append(std::move(info));
    }
    if (m_zip.getZipError() != UNZ_OK || m_infos.size() != m_zip.getEntriesCount())
        return problem(ErrorCode::ArchiveDamaged, QStringLiteral("the zip's directory is damaged"));
    m_unpacked.folders = imageFolders(names);
    if (!m_unpacked.folders.isEmpty())
        m_unpacked.tree = std::make_unique<MappedSource>(m_label);
    return total;
}

Result<void> ZipUnpacker::unpackEntries(UnpackingStep &step)
{
    bool more = m_zip.goToFirstFile();
    for (const QuaZipFileInfo64 &info : std::as_const(m_infos)) {
        if (m_context.stop.stop_requested())
            return problem(ErrorCode::Cancelled, QStringLiteral("cancelled"));
        if (!more)
            return problem(ErrorCode::ArchiveDamaged, QStringLiteral("the zip's directory is damaged"));
        if (!info.name.isEmpty()) {
            QuaZipFile entry(&m_zip);
            if (!entry.open(QIODevice::ReadOnly))
                return problem(ErrorCode::ArchiveDamaged,
                               QStringLiteral("%1 in the zip cannot be read").arg(info.name.left(300)));
            if (auto unpacked = unpackEntry(entry, info, step); !unpacked)
                return unpacked;
        }
        more = m_zip.goToNextFile();
    }
    return {};
}

Result<void> ZipUnpacker::unpackEntry(QuaZipFile &entry, const QuaZipFileInfo64 &info, UnpackingStep &step)
{
    const QByteArray firstBytes = entry.read(std::max(sniffedBytes, info.isSymbolicLink() ? longestLink : 0));
    if (isInTree(info.name) && info.isSymbolicLink()) {
        m_unpacked.tree->addSymbolicLink(info.name, QString::fromUtf8(firstBytes));
        return {};
    }
    const bool isArchive = beginsAsTar(firstBytes) || sniffArchive(firstBytes) == ArchiveKind::Compressed;
    if (!isInTree(info.name) && !isArchive) {
        step.addDone(qint64(info.uncompressedSize));
        return {};
    }
    auto region = copy(entry, info, firstBytes, step);
    if (!region)
        return failure(region);
    if (isInTree(info.name))
        m_unpacked.tree->addFile(info.name, *region);
    else
        m_unpacked.archives.append({m_label + u'/' + info.name, region->file});
    return {};
}

Result<FileRegion> ZipUnpacker::copy(QuaZipFile &entry, const QuaZipFileInfo64 &info, QByteArray bytes,
                                     UnpackingStep &step)
{
    auto path = m_scratch.newPath();
    if (!path)
        return failure(path);
    ScratchWriter writer(*path);
    if (auto opened = writer.open(); !opened)
        return failure(opened);
    for (; !bytes.isEmpty(); bytes = entry.read(blockSize)) {
        if (m_context.stop.stop_requested())
            return problem(ErrorCode::Cancelled, QStringLiteral("cancelled"));
        if (auto written = writer.write(bytes); !written)
            return failure(written);
        step.addDone(bytes.size());
    }
    entry.close(); // compares the checksum
    if (entry.getZipError() != UNZ_OK || quint64(writer.region().size) != info.uncompressedSize)
        return problem(ErrorCode::ArchiveDamaged,
                       QStringLiteral("%1 in the zip is damaged").arg(info.name.left(300)));
    return writer.region();
}

bool ZipUnpacker::isInTree(const QString &name) const
{
    return std::ranges::any_of(m_unpacked.folders, [&](const QString &folder) {
        return folder.isEmpty() || name.startsWith(folder + u'/');
    });
}

} // namespace

Result<UnpackedZip> unpackZip(const QString &path, const QString &label, ScratchFiles &scratch,
                              const ArchiveContext &context)
{
    return ZipUnpacker(path, label, scratch, context).unpack();
}

} // namespace dip
