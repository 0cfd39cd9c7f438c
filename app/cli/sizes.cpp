#include "app/cli/sizes.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace dip::cli {

namespace {

struct Sizes
{
    Q_DECLARE_TR_FUNCTIONS(Sizes)
};

constexpr qint64 largestSize = 1'000'000'000'000'000'000;

double powerOf(QChar letter, double base)
{
    const qsizetype power = QStringLiteral("kmgtp").indexOf(letter.toLower()) + 1;
    return std::pow(base, static_cast<double>(power));
}

} // namespace

QString sizeText(qint64 bytes)
{
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB", "PB"};
    if (bytes < 1000)
        return QStringLiteral("%1 B").arg(bytes);
    double value = static_cast<double>(bytes);
    size_t unit = 0;
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    const int decimals = value < 99.95 ? 1 : 0;
    return QStringLiteral("%1 %2").arg(QString::number(value, 'f', decimals), QLatin1String(units.at(unit)));
}

QString rateText(qint64 bytesPerSecond)
{
    return sizeText(bytesPerSecond) + QLatin1String("/s");
}

QString durationText(std::chrono::milliseconds time)
{
    const qint64 seconds = std::chrono::round<std::chrono::seconds>(time).count();
    if (time.count() < 99'950)
        return Sizes::tr("%1 s").arg(
            QString::number(static_cast<double>(time.count()) / 1000, 'f', time.count() < 950 ? 2 : 1));
    if (seconds < 3600)
        return Sizes::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    if (seconds < 48 * 3600)
        return Sizes::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    return Sizes::tr("%1 d %2 h").arg(seconds / 86400).arg(seconds / 3600 % 24);
}

std::optional<qint64> parseSize(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral(R"(\A(\d{1,15}(?:\.\d{1,6})?)\s?(?:([kmgtp])(i)?)?b?(?:/s)?\z)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.matchView(text);
    if (!match.hasMatch())
        return {};
    double value = match.capturedView(1).toDouble();
    if (match.hasCaptured(2))
        value *= powerOf(match.capturedView(2).front(), match.hasCaptured(3) ? 1024 : 1000);
    if (value < 1 || value > static_cast<double>(largestSize))
        return {};
    return std::llround(value);
}

std::optional<std::chrono::seconds> parseDuration(QStringView text)
{
    static const QRegularExpression form(QStringLiteral(R"(\A(\d{1,6})([smhdw])\z)"));
    const auto match = form.matchView(text);
    if (!match.hasMatch())
        return {};
    const std::chrono::seconds::rep count = match.capturedView(1).toLongLong();
    switch (match.capturedView(2).front().unicode()) {
    case u's':
        return std::chrono::seconds(count);
    case u'm':
        return std::chrono::minutes(count);
    case u'h':
        return std::chrono::hours(count);
    case u'd':
        return std::chrono::days(count);
    default:
        return std::chrono::weeks(count);
    }
}

} // namespace dip::cli
