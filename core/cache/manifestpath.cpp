#include "core/cache/manifestpath.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace dip::manifestpath {

namespace {

constexpr QLatin1StringView folder("manifests/");
constexpr QLatin1StringView digestPrefix("sha256+");
constexpr QLatin1StringView pendingEnding("+new");

QString fileOfDigest(const Digest &digest)
{
    return digestPrefix + digest.hex();
}

QString capitalsOf(const QString &tag)
{
    QByteArray bits((tag.size() + 7) / 8, '\0');
    for (qsizetype i = 0; i < tag.size(); ++i) {
        if (tag[i].isUpper())
            bits[i / 8] = char(bits[i / 8] | (1 << (i % 8)));
    }
    while (bits.endsWith('\0'))
        bits.chop(1);
    return QString::fromLatin1(bits.toHex());
}

QString withCapitals(QStringView tag, QStringView capitals)
{
    const QByteArray bits = QByteArray::fromHex(capitals.toLatin1());
    QString text = tag.toString();
    for (qsizetype i = 0; i < std::min(text.size(), bits.size() * 8); ++i) {
        if (bits[i / 8] & (1 << (i % 8)))
            text[i] = text[i].toUpper();
    }
    return text;
}

/// The reference that a file name without a leading "+" stands for.
QString referenceOf(QStringView file, bool isEscaped)
{
    if (file.startsWith(digestPrefix) && file.size() == digestPrefix.size() + 64)
        return QLatin1String("sha256:") + file.sliced(digestPrefix.size()).toString();
    if (!isEscaped)
        return file.toString();
    const qsizetype plus = file.lastIndexOf(u'+');
    return plus < 0 ? QString() : withCapitals(file.first(plus), file.sliced(plus + 1));
}

} // namespace

QString plain(const ImageName &name)
{
    const QString file =
        name.reference.isDigest() ? fileOfDigest(*name.reference.digest()) : name.reference.toString();
    return folder + name.repository.toString() + u'/' + file;
}

QString escaped(const ImageName &name)
{
    const QString reference = name.reference.toString();
    const QString file = name.reference.isDigest() ? fileOfDigest(*name.reference.digest())
                                                   : reference.toLower() + u'+' + capitalsOf(reference);
    QString repository = name.repository.toString();
    return folder + u'+' + repository.replace(u'/', QLatin1String("/+")) + QLatin1String("/+") + file;
}

QString pending(const QString &path)
{
    return path + pendingEnding;
}

bool isPending(QStringView path)
{
    return path.endsWith(pendingEnding);
}

bool isPortable(QStringView path)
{
    static const QRegularExpression refused(
        QStringLiteral(R"((?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|/|$)|\.(?:/|$))"),
        QRegularExpression::CaseInsensitiveOption);
    return !refused.matchView(path).hasMatch();
}

std::optional<ImageName> nameOf(QStringView path)
{
    if (!path.startsWith(folder))
        return std::nullopt;
    path = path.sliced(folder.size());
    if (isPending(path))
        path.chop(pendingEnding.size());
    auto parts = path.split(u'/');
    const bool isEscaped = path.startsWith(u'+');
    if (isEscaped) {
        if (!std::ranges::all_of(parts, [](QStringView part) { return part.startsWith(u'+'); }))
            return std::nullopt;
        std::ranges::transform(parts, parts.begin(), [](QStringView part) { return part.sliced(1); });
    }
    QStringList repository;
    for (const QStringView part : std::as_const(parts).first(parts.size() - 1))
        repository.append(part.toString());
    auto name = ImageName::parse(repository.join(u'/'), referenceOf(parts.last(), isEscaped));
    return name ? std::optional(std::move(*name)) : std::nullopt;
}

} // namespace dip::manifestpath
