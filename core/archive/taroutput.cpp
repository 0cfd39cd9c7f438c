#include "core/archive/taroutput.h"

#include <algorithm>
#include <numeric>

#include "core/archive/tarheader.h"
#include "core/base/files.h"

namespace dip {

namespace {

constexpr qint64 largestOctal = (qint64(1) << 33) - 1;

void put(QByteArray &block, qsizetype at, const QByteArray &text)
{
    block.replace(at, text.size(), text);
}

/// `width` - 1 octal digits and a zero byte.
QByteArray octal(qint64 number, int width)
{
    return QByteArray::number(number, 8).rightJustified(width - 1, '0') + '\0';
}

QByteArray sizeField(qint64 size)
{
    if (size <= largestOctal)
        return octal(size, 12);
    QByteArray field(12, '\0');
    field[0] = char(0x80);
    for (int i = 11; i > 3; --i, size >>= 8)
        field[i] = char(size & 0xff);
    return field;
}

} // namespace

Result<void> TarOutput::writeHeader(const QString &name, char type, qint64 size)
{
    const QByteArray bytes = name.toLatin1();
    if (bytes.size() > 99)
        return fail(ErrorCode::Internal, QStringLiteral("a name too long for a tar header"), name);
    QByteArray block(tarBlock, '\0');
    put(block, 0, bytes);
    put(block, 100, type == '5' ? QByteArray("0000755\0", 8) : QByteArray("0000644\0", 8));
    put(block, 108, octal(0, 8));
    put(block, 116, octal(0, 8));
    put(block, 124, sizeField(size));
    put(block, 136, octal(0, 12));
    put(block, 148, QByteArray(8, ' ')); // counts as spaces in its own sum
    block[156] = type;
    put(block, 257, QByteArray("ustar\00000", 8));
    const int sum = std::accumulate(block.cbegin(), block.cend(), 0,
                                    [](int total, char c) { return total + static_cast<unsigned char>(c); });
    put(block, 148, octal(sum, 7) + ' ');
    return files::writeAll(m_file, block);
}

Result<void> TarOutput::addFolder(const QString &name)
{
    return writeHeader(name + u'/', '5', 0);
}

Result<void> TarOutput::beginFile(const QString &name, qint64 size)
{
    m_left = m_size = size;
    return writeHeader(name, '0', size);
}

Result<void> TarOutput::write(QByteArrayView bytes)
{
    if (bytes.size() > m_left)
        return fail(ErrorCode::Internal, QStringLiteral("more bytes than the tar header promises"));
    m_left -= bytes.size();
    return files::writeAll(m_file, bytes);
}

Result<void> TarOutput::endFile()
{
    if (m_left != 0)
        return fail(ErrorCode::Internal, QStringLiteral("fewer bytes than the tar header promises"));
    const qint64 padding = (tarBlock - m_size % tarBlock) % tarBlock;
    return files::writeAll(m_file, QByteArray(padding, '\0'));
}

Result<void> TarOutput::finish()
{
    return files::writeAll(m_file, QByteArray(2 * tarBlock, '\0'));
}

} // namespace dip
