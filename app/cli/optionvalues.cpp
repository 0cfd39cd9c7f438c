#include "app/cli/optionvalues.h"

#include "app/cli/sizes.h"

#include <QCoreApplication>

namespace dip::cli {

namespace {

struct Usage
{
    Q_DECLARE_TR_FUNCTIONS(Usage)
};

QString notAnImage(const QString &text)
{
    return Usage::tr(
               "“%1” is not an image's name: write repository:tag or repository@sha256:…, in lower case.")
        .arg(text);
}

} // namespace

QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

QStringList textsOf(const std::vector<std::string> &texts)
{
    QStringList result;
    for (const std::string &text : texts)
        result.append(textOf(text));
    return result;
}

std::expected<int, QString> readCount(const QString &option, const std::string &text, int least, int most)
{
    bool ok = false;
    const int count = textOf(text).toInt(&ok);
    if (!ok || count < least || count > most) {
        return std::unexpected(Usage::tr("“%1” is not a valid value for %2: it takes a number from %3 to %4.")
                                   .arg(textOf(text), option)
                                   .arg(least)
                                   .arg(most));
    }
    return count;
}

std::expected<RepositoryName, QString> readRepository(const std::string &text)
{
    auto name = RepositoryName::parse(textOf(text));
    if (!name) {
        return std::unexpected(
            Usage::tr("“%1” is not a repository's name: it is made of lower-case letters, digits and "
                      ". _ - between slashes.")
                .arg(textOf(text)));
    }
    return *name;
}

std::expected<Reference, QString> readReference(const std::string &text)
{
    auto reference = Reference::parse(textOf(text));
    if (!reference) {
        return std::unexpected(
            Usage::tr("“%1” is neither a tag (up to 128 letters, digits and _ . -) nor a digest "
                      "(sha256: and 64 digits).")
                .arg(textOf(text)));
    }
    return *reference;
}

std::expected<QualifiedName, QString> readImage(const std::string &text)
{
    const auto name = QualifiedName::parse(textOf(text));
    if (!name)
        return std::unexpected(notAnImage(textOf(text)));
    return *name;
}

std::expected<ImageName, QString> readCachedImage(const std::string &text)
{
    const auto name = ImageName::parse(textOf(text));
    if (!name)
        return std::unexpected(notAnImage(textOf(text)));
    return *name;
}

std::expected<QList<Platform>, QString> readPlatforms(const std::vector<std::string> &texts)
{
    QList<Platform> platforms;
    for (const std::string &text : texts) {
        auto platform = Platform::parse(textOf(text));
        if (!platform) {
            return std::unexpected(
                Usage::tr("“%1” is not a platform: write os/arch or os/arch/variant, for example "
                          "linux/arm64.")
                    .arg(textOf(text)));
        }
        if (!platforms.contains(*platform))
            platforms.append(*platform);
    }
    return platforms;
}

std::expected<qint64, QString> readRate(const std::string &text)
{
    if (text.empty())
        return 0;
    const auto rate = parseSize(textOf(text));
    if (!rate) {
        return std::unexpected(
            Usage::tr("“%1” is not a rate: write bytes a second, for example 800k, 20M or 1.5G.")
                .arg(textOf(text)));
    }
    return *rate;
}

std::expected<qint64, QString> readSize(const std::string &text)
{
    const auto size = parseSize(textOf(text));
    if (!size || textOf(text).endsWith(QLatin1String("/s"), Qt::CaseInsensitive)) {
        return std::unexpected(
            Usage::tr("“%1” is not a size: write for example 800M, 20G or 1.5T.").arg(textOf(text)));
    }
    return *size;
}

std::expected<std::chrono::seconds, QString> readAge(const std::string &text)
{
    const auto age = parseDuration(textOf(text));
    if (!age) {
        return std::unexpected(
            Usage::tr("“%1” is not a length of time: write for example 12h, 30d or 2w.").arg(textOf(text)));
    }
    return *age;
}

QString wrongChoice(const QString &option, const QString &given, const QStringList &choices)
{
    return Usage::tr("“%1” is not a valid value for %2: it takes one of %3.")
        .arg(given, option, choices.join(QLatin1String(", ")));
}

} // namespace dip::cli
