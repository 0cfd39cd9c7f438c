#include "core/archive/tarindex.h"

#include "core/archive/tarheader.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace dip {

namespace {

/// Walks over one tar file:
///
///     header [data, padded] header [data, padded] … zero block, zero block
///
/// where headers of type L, K, x and g carry, as data, what does not fit into the header after them.
class TarScanner final
{
public:
    TarScanner(const QString &path, const std::stop_token &stop) : m_file(path), m_stop(stop) {}

    Result<TarIndex> scan();

private:
    using Records = QHash<QByteArray, QByteArray>;
    enum class Step { Going, AtEnd };

    Result<Step> step();
    Result<Step> zeroBlock(bool whole);
    Result<void> take(TarHeader header);
    Result<QByteArray> payload(const TarHeader &header);
    Result<void> keepForNext(const TarHeader &header);
    Result<void> applyRecords(TarHeader &header, bool &sparse);
    Result<void> skipSparseMap(const TarHeader &header);
    Result<void> addEntry(const TarHeader &header, bool sparse);
    Result<void> checkInside(const TarHeader &header) const;
    Result<QByteArray> readBlock();
    void skipData(qint64 size);

    std::unexpected<Error> problem(ErrorCode code, const QString &detail) const
    {
        return fail(code, detail, m_file.fileName());
    }

    QFile m_file;
    std::stop_token m_stop;
    qint64 m_fileSize = 0;
    qint64 m_at = 0;
    int m_zeroBlocks = 0;
    bool m_sawHeader = false;
    QByteArray m_longName;
    QByteArray m_longLink;
    Records m_globalRecords;
    Records m_records;
    TarIndex m_index;
};

Result<TarIndex> TarScanner::scan()
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return problem(ErrorCode::FileMissing, m_file.errorString());
    m_fileSize = m_file.size();
    if (m_fileSize == 0)
        return problem(ErrorCode::ArchiveTruncated, QStringLiteral("the file is empty"));
    for (;;) {
        if (m_stop.stop_requested())
            return problem(ErrorCode::Cancelled, QStringLiteral("cancelled"));
        auto stepped = step();
        if (!stepped)
            return failure(stepped);
        if (*stepped == Step::AtEnd)
            return std::move(m_index);
    }
}

Result<TarScanner::Step> TarScanner::step()
{
    if (m_at >= m_fileSize)
        return Step::AtEnd;
    auto block = readBlock();
    if (!block)
        return failure(block);
    const bool whole = block->size() == tarBlock;
    if (std::ranges::all_of(*block, [](char c) { return c == '\0'; }))
        return zeroBlock(whole);
    m_zeroBlocks = 0;
    if (!whole) {
        return problem(!m_sawHeader ? ErrorCode::ArchiveNotImage : ErrorCode::ArchiveTruncated,
                       QStringLiteral("the file ends inside a tar header, %1 bytes of %2 are there")
                           .arg(block->size())
                           .arg(tarBlock));
    }
    auto header = TarHeader::parse(*block);
    if (!header) {
        return !m_sawHeader
                   ? problem(ErrorCode::ArchiveNotImage, QStringLiteral("the file is no tar archive"))
                   : problem(ErrorCode::ArchiveDamaged,
                             header.error().detail + QStringLiteral(", at byte %1").arg(m_at - tarBlock));
    }
    m_sawHeader = true;
    return take(std::move(*header)).transform([] { return Step::Going; });
}

Result<TarScanner::Step> TarScanner::zeroBlock(bool whole)
{
    if (!whole)
        return Step::AtEnd;
    m_index.hasEnd = ++m_zeroBlocks == 2;
    return m_index.hasEnd ? Step::AtEnd : Step::Going;
}

Result<void> TarScanner::take(TarHeader header)
{
    if (QByteArrayView("LKxXg").contains(header.type))
        return keepForNext(header);
    bool sparse = header.type == 'S';
    if (auto applied = applyRecords(header, sparse); !applied)
        return applied;
    if (header.type >= '1' && header.type <= '6')
        header.size = 0; // links, folders and devices have no data, whatever their size field says
    if (auto skipped = skipSparseMap(header); !skipped)
        return skipped;
    if (auto inside = checkInside(header); !inside)
        return inside;
    if (auto added = addEntry(header, sparse); !added)
        return added;
    skipData(header.size);
    return {};
}

Result<QByteArray> TarScanner::payload(const TarHeader &header)
{
    if (header.size > TarIndex::maxHeaderPayload)
        return problem(
            ErrorCode::ArchiveDamaged,
            QStringLiteral("a tar header is followed by a name or record of %1 bytes").arg(header.size));
    if (auto inside = checkInside(header); !inside)
        return failure(inside);
    const qint64 at = m_at;
    if (!m_file.seek(at))
        return problem(ErrorCode::DiskFailed, m_file.errorString());
    QByteArray bytes = m_file.read(header.size);
    if (bytes.size() != header.size)
        return problem(ErrorCode::DiskFailed, m_file.errorString());
    skipData(header.size);
    return bytes;
}

Result<void> TarScanner::keepForNext(const TarHeader &header)
{
    auto bytes = payload(header);
    if (!bytes)
        return failure(bytes);
    if (header.type == 'L' || header.type == 'K') {
        const qsizetype end = bytes->indexOf('\0');
        (header.type == 'L' ? m_longName : m_longLink) = end < 0 ? *bytes : bytes->first(end);
        return {};
    }
    auto records = parsePaxRecords(*bytes);
    if (!records)
        return problem(records.error().code, records.error().detail);
    (header.type == 'g' ? m_globalRecords : m_records).insert(*records);
    return {};
}

/// What came before this header and belongs to it; an empty pax value takes the header's own again.
Result<void> TarScanner::applyRecords(TarHeader &header, bool &sparse)
{
    Records records = m_globalRecords;
    records.insert(std::exchange(m_records, {}));
    if (const QByteArray name = std::exchange(m_longName, {}); !name.isEmpty())
        header.name = name;
    if (const QByteArray link = std::exchange(m_longLink, {}); !link.isEmpty())
        header.linkName = link;
    if (const QByteArray path = records.value("path"); !path.isEmpty())
        header.name = path;
    if (const QByteArray link = records.value("linkpath"); !link.isEmpty())
        header.linkName = link;
    if (const QByteArray text = records.value("size"); !text.isEmpty()) {
        auto size = parsePaxSize(text);
        if (!size)
            return problem(size.error().code, size.error().detail);
        header.size = *size;
    }
    if (const QByteArray name = records.value("GNU.sparse.name"); !name.isEmpty())
        header.name = name;
    sparse = sparse || records.contains("GNU.sparse.major") || records.contains("GNU.sparse.map");
    return {};
}

Result<void> TarScanner::skipSparseMap(const TarHeader &header)
{
    bool more = header.sparseContinues;
    while (more) {
        auto block = readBlock();
        if (!block)
            return failure(block);
        if (block->size() < tarBlock)
            return problem(ErrorCode::ArchiveTruncated,
                           QStringLiteral("the file ends inside a sparse file's map"));
        more = block->at(504) != '\0';
    }
    return {};
}

Result<void> TarScanner::addEntry(const TarHeader &header, bool sparse)
{
    TarEntry entry{QString::fromUtf8(header.name), TarEntry::Kind::File, m_at, header.size,
                   QString::fromUtf8(header.linkName)};
    if (sparse)
        entry.kind = TarEntry::Kind::Sparse;
    else if (header.type == '1')
        entry.kind = TarEntry::Kind::HardLink;
    else if (header.type == '2')
        entry.kind = TarEntry::Kind::SymbolicLink;
    else if ((header.type != '0' && header.type != '7') || entry.name.endsWith(u'/'))
        return {};
    if (m_index.entries.size() == TarIndex::maxEntries)
        return problem(ErrorCode::ArchiveNotImage,
                       QStringLiteral("the archive has more than %1 entries").arg(TarIndex::maxEntries));
    m_index.entries.append(std::move(entry));
    return {};
}

Result<void> TarScanner::checkInside(const TarHeader &header) const
{
    const qint64 there = std::max<qint64>(m_fileSize - m_at, 0);
    if (header.size <= there)
        return {};
    return problem(ErrorCode::ArchiveTruncated,
                   QStringLiteral("the entry %1 has %2 bytes, only %3 of them are there")
                       .arg(QString::fromUtf8(header.name.left(200)))
                       .arg(header.size)
                       .arg(there));
}

Result<QByteArray> TarScanner::readBlock()
{
    if (!m_file.seek(m_at))
        return problem(ErrorCode::DiskFailed, m_file.errorString());
    QByteArray block = m_file.read(tarBlock);
    if (m_file.error() != QFileDevice::NoError)
        return problem(ErrorCode::DiskFailed, m_file.errorString());
    m_at += tarBlock;
    return block;
}

/// The data is known to be inside the file; only its padding may be missing.
void TarScanner::skipData(qint64 size)
{
    const qint64 padding = (tarBlock - size % tarBlock) % tarBlock;
    m_at = std::min(m_at + size, m_fileSize) + padding;
}

} // namespace

Result<TarIndex> TarIndex::scan(const QString &path, const std::stop_token &stop)
{
    return TarScanner(path, stop).scan();
}

} // namespace dip
