#include "core/image/digest.h"

#include <QByteArray>

namespace dip {

namespace {
constexpr QLatin1StringView prefix("sha256:");

int hexValue(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    return u >= u'a' && u <= u'f' ? u - u'a' + 10 : -1;
}
} // namespace

Result<Digest> Digest::parse(QStringView text)
{
    if (!text.startsWith(prefix)) {
        const bool otherAlgorithm = text.startsWith(QLatin1String("sha512:"));
        return fail(otherAlgorithm ? ErrorCode::Unsupported : ErrorCode::ManifestInvalid,
                    QStringLiteral("not a sha256 digest"), text.left(140).toString());
    }
    const QStringView digits = text.sliced(prefix.size());
    Sha256::Sum sum{};
    bool good = digits.size() == qsizetype(2 * sum.size());
    for (size_t i = 0; good && i < sum.size(); ++i) {
        const int high = hexValue(digits[qsizetype(2 * i)]);
        const int low = hexValue(digits[qsizetype(2 * i + 1)]);
        good = high >= 0 && low >= 0;
        if (good)
            sum[i] = static_cast<unsigned char>(high * 16 + low);
    }
    if (!good)
        return fail(ErrorCode::ManifestInvalid,
                    QStringLiteral("a sha256 digest has 64 lower-case hexadecimal digits"),
                    text.left(140).toString());
    return Digest(sum);
}

QString Digest::hex() const
{
    return QString::fromLatin1(
        QByteArray::fromRawData(reinterpret_cast<const char *>(m_sum.data()), qsizetype(m_sum.size()))
            .toHex());
}

QString Digest::toString() const
{
    return prefix + hex();
}

QString Digest::shortHex() const
{
    return hex().left(12);
}

} // namespace dip
