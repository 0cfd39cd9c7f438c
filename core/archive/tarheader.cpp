#include "core/archive/tarheader.h"

#include <algorithm>
#include <limits>

namespace dip {

namespace {

std::unexpected<Error> damaged(const QString &detail)
{
    return fail(ErrorCode::ArchiveDamaged, detail);
}

QByteArray textField(QByteArrayView block, qsizetype offset, qsizetype length)
{
    const QByteArrayView field = block.sliced(offset, length);
    const qsizetype end = field.indexOf('\0');
    return (end < 0 ? field : field.first(end)).toByteArray();
}

/// GNU's form for numbers that octal digits cannot hold: big-endian after a first byte of 0x80.
Result<qint64> base256(QByteArrayView field)
{
    quint64 number = static_cast<unsigned char>(field.front()) & 0x7f;
    for (const char c : field.sliced(1)) {
        if (number > (quint64(std::numeric_limits<qint64>::max()) >> 8))
            return damaged(QStringLiteral("a number in a tar header is out of range"));
        number = number << 8 | static_cast<unsigned char>(c);
    }
    return qint64(number);
}

Result<qint64> numberField(QByteArrayView block, qsizetype offset, qsizetype length)
{
    const QByteArrayView field = block.sliced(offset, length);
    if (static_cast<unsigned char>(field.front()) & 0x80)
        return base256(field);
    qint64 number = 0;
    bool begun = false;
    for (const char c : field) {
        if (c == '\0' || (c == ' ' && begun))
            break;
        if (c == ' ')
            continue;
        if (c < '0' || c > '7')
            return damaged(QStringLiteral("a number in a tar header has other than octal digits"));
        begun = true;
        number = number * 8 + (c - '0'); // twelve digits at most, so no overflow
    }
    return number;
}

/// The sum of all bytes with the checksum field taken as blanks; some old tars added them as signed ones.
bool checksumIsRight(QByteArrayView block)
{
    constexpr qsizetype offset = 148;
    constexpr qsizetype length = 8;
    auto expected = numberField(block, offset, length);
    if (!expected)
        return false;
    qint64 unsignedSum = 0;
    qint64 signedSum = 0;
    for (qsizetype i = 0; i < block.size(); ++i) {
        const char c = i >= offset && i < offset + length ? ' ' : block[i];
        unsignedSum += static_cast<unsigned char>(c);
        signedSum += static_cast<signed char>(c);
    }
    return *expected == unsignedSum || *expected == signedSum;
}

} // namespace

Result<TarHeader> TarHeader::parse(QByteArrayView block)
{
    if (!checksumIsRight(block))
        return damaged(QStringLiteral("a tar header's checksum is wrong"));
    auto size = numberField(block, 124, 12);
    if (!size)
        return failure(size);

    TarHeader header{textField(block, 0, 100), textField(block, 157, 100), *size, block[156], false};
    if (header.type == '\0')
        header.type = '0';
    // "ustar" and NUL is POSIX, whose prefix field GNU ("ustar" and blanks) uses for other things.
    if (block.sliced(257, 6) == QByteArrayView("ustar\0", 6)) {
        const QByteArray prefix = textField(block, 345, 155);
        if (!prefix.isEmpty())
            header.name = prefix + '/' + header.name;
    }
    header.sparseContinues = header.type == 'S' && block[482] != '\0';
    return header;
}

Result<QHash<QByteArray, QByteArray>> parsePaxRecords(QByteArrayView payload)
{
    // Each record is "LENGTH KEY=VALUE\n", its length counting all of it.
    QHash<QByteArray, QByteArray> records;
    while (!payload.isEmpty() && payload.front() != '\0') {
        const qsizetype blank = payload.first(std::min<qsizetype>(payload.size(), 20)).indexOf(' ');
        bool isNumber = false;
        const qsizetype length = blank > 0 ? payload.first(blank).toByteArray().toLongLong(&isNumber) : 0;
        if (!isNumber || length <= blank + 1 || length > payload.size() || payload[length - 1] != '\n')
            return damaged(QStringLiteral("a pax header's record has a wrong length"));
        const QByteArrayView record = payload.sliced(blank + 1, length - blank - 2);
        const qsizetype equals = record.indexOf('=');
        if (equals <= 0)
            return damaged(QStringLiteral("a pax header's record has no name"));
        records.insert(record.first(equals).toByteArray(), record.sliced(equals + 1).toByteArray());
        payload = payload.sliced(length);
    }
    return records;
}

Result<qint64> parsePaxSize(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 size = text.toLongLong(&isNumber);
    if (!isNumber || size < 0)
        return damaged(QStringLiteral("a pax header gives a size that is none"));
    return size;
}

} // namespace dip
