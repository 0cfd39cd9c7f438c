#include "core/image/platform.h"

#include <QRegularExpression>
#include <QSysInfo>

namespace dip {

namespace {

QString goArchitecture(const QString &qtName)
{
    if (qtName == QLatin1String("x86_64"))
        return QStringLiteral("amd64");
    if (qtName == QLatin1String("i386"))
        return QStringLiteral("386");
    if (qtName == QLatin1String("power64"))
        return QStringLiteral("ppc64le");
    return qtName; // arm64, arm, riscv64, s390x, loongarch64 read the same
}

QString effectiveVariant(const Platform &platform)
{
    return platform.variant.isEmpty() && platform.architecture == QLatin1String("arm64")
               ? QStringLiteral("v8")
               : platform.variant;
}

} // namespace

Result<Platform> Platform::parse(QStringView text)
{
    static const QRegularExpression grammar(
        QStringLiteral(R"(\A([a-z0-9]+)/([a-z0-9_]+)(?:/([a-z0-9.]+))?\z)"));
    const auto match = grammar.matchView(text);
    if (!match.hasMatch())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("a platform is os/arch or os/arch/variant, for example linux/arm64"),
                    text.left(100).toString());
    return Platform{match.captured(1), match.captured(2), match.captured(3), {}};
}

Platform Platform::host()
{
    return {QStringLiteral("linux"), goArchitecture(QSysInfo::currentCpuArchitecture()), {}, {}};
}

QString Platform::toString() const
{
    QString text = os + u'/' + architecture;
    if (!variant.isEmpty())
        text += u'/' + variant;
    return text;
}

QString shortPlatform(const QString &platform)
{
    constexpr QLatin1StringView usual("linux/");
    return platform.startsWith(usual) ? platform.sliced(usual.size()) : platform;
}

bool Platform::serves(const Platform &wanted) const
{
    return os == wanted.os && architecture == wanted.architecture &&
           (wanted.variant.isEmpty() || effectiveVariant(*this) == effectiveVariant(wanted));
}

} // namespace dip
