#include "tests/support/tarwriter.h"

namespace dip::test {

namespace {

constexpr qsizetype block = 512;

void put(QByteArray &header, qsizetype offset, const QByteArray &bytes)
{
    header.replace(offset, bytes.size(), bytes);
}

QByteArray octal(qint64 number, int digits)
{
    return QByteArray::number(number, 8).rightJustified(digits, '0');
}

QByteArray base256(qint64 number)
{
    QByteArray field(12, '\0');
    for (qsizetype i = 11; i > 3; --i, number >>= 8)
        field[i] = static_cast<char>(number & 0xff);
    field[0] = '\x80';
    return field;
}

QByteArray magicOf(TarWriter::Magic magic)
{
    switch (magic) {
    case TarWriter::Magic::Ustar:
        return QByteArray("ustar\00000", 8);
    case TarWriter::Magic::Gnu:
        return QByteArray("ustar  \0", 8);
    case TarWriter::Magic::V7:
        break;
    }
    return QByteArray(8, '\0');
}

qint64 checksum(const QByteArray &header, bool asSigned)
{
    qint64 sum = 0;
    for (const char c : header)
        sum += asSigned ? static_cast<signed char>(c) : static_cast<unsigned char>(c);
    return sum;
}

} // namespace

TarWriter &TarWriter::file(const QByteArray &name, const QByteArray &content)
{
    return entry({.name = name}, content);
}

TarWriter &TarWriter::folder(const QByteArray &name)
{
    return entry({.name = name, .type = '5'});
}

TarWriter &TarWriter::symlink(const QByteArray &name, const QByteArray &target)
{
    return entry({.name = name, .type = '2', .link = target});
}

TarWriter &TarWriter::hardlink(const QByteArray &name, const QByteArray &target)
{
    return entry({.name = name, .type = '1', .link = target});
}

TarWriter &TarWriter::entry(const Header &wanted, const QByteArray &content)
{
    QByteArray header(block, '\0');
    const qint64 size = wanted.claimedSize >= 0 ? wanted.claimedSize : content.size();
    put(header, 0, wanted.name.first(qMin<qsizetype>(wanted.name.size(), 100)));
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, wanted.sizeForm == SizeForm::Base256 ? base256(size) : octal(size, 11));
    if (!wanted.rawSize.isEmpty())
        put(header, 124, wanted.rawSize);
    put(header, 136, "00000000000");
    put(header, 148, QByteArray(8, ' '));
    header[156] = wanted.type;
    put(header, 157, wanted.link.first(qMin<qsizetype>(wanted.link.size(), 100)));
    put(header, 257, magicOf(wanted.magic));
    put(header, 345, wanted.prefix);
    if (wanted.moreSparse)
        header[482] = '\1';
    const qint64 sum = checksum(header, wanted.signedChecksum) + (wanted.wrongChecksum ? 1 : 0);
    put(header, 148, octal(sum, 6) + QByteArray("\0 ", 2));
    m_bytes += header + content + QByteArray((block - content.size() % block) % block, '\0');
    return *this;
}

TarWriter &TarWriter::gnuLong(char type, const QByteArray &text)
{
    return entry({.name = "././@LongLink", .type = type, .magic = Magic::Gnu}, text + '\0');
}

TarWriter &TarWriter::pax(const QMap<QByteArray, QByteArray> &records, char type)
{
    QByteArray payload;
    for (auto it = records.begin(); it != records.end(); ++it) {
        const QByteArray rest = ' ' + it.key() + '=' + it.value() + '\n';
        qsizetype length = rest.size() + 1;
        while (QByteArray::number(length).size() + rest.size() != length)
            ++length;
        payload += QByteArray::number(length) + rest;
    }
    return entry({.name = "PaxHeaders/next", .type = type}, payload);
}

TarWriter &TarWriter::raw(const QByteArray &bytes)
{
    m_bytes += bytes;
    return *this;
}

QByteArray TarWriter::finished() const
{
    return m_bytes + QByteArray(2 * block, '\0');
}

} // namespace dip::test
