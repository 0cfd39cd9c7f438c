#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace dip::test {

/// Writes tar files byte by byte, also odd and broken ones.
class TarWriter final
{
public:
    enum class Magic { Ustar, Gnu, V7 };
    enum class SizeForm { Octal, Base256 };

    /// All that one entry's header can say. What is left alone is as usual.
    struct Header
    {
        QByteArray name;
        char type = '0';
        QByteArray link = {};
        QByteArray prefix = {}; ///< of ustar
        Magic magic = Magic::Ustar;
        SizeForm sizeForm = SizeForm::Octal;
        qint64 claimedSize = -1; ///< instead of the content's own size
        QByteArray rawSize = {}; ///< instead of both, as it shall stand in the field
        bool wrongChecksum = false;
        bool signedChecksum = false; ///< as some old tars summed
        bool moreSparse = false;     ///< GNU: blocks of a sparse map follow
    };

    TarWriter &file(const QByteArray &name, const QByteArray &content);
    TarWriter &folder(const QByteArray &name);
    TarWriter &symlink(const QByteArray &name, const QByteArray &target);
    TarWriter &hardlink(const QByteArray &name, const QByteArray &target);
    TarWriter &entry(const Header &header, const QByteArray &content = {});
    /// GNU's long name ('L') or long link ('K') for the next entry.
    TarWriter &gnuLong(char type, const QByteArray &text);
    /// A pax header for the next entry ('x') or all that follow ('g').
    TarWriter &pax(const QMap<QByteArray, QByteArray> &records, char type = 'x');
    TarWriter &raw(const QByteArray &bytes);

    /// Everything so far, and the end-of-archive.
    [[nodiscard]] QByteArray finished() const;
    /// Everything so far.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace dip::test
