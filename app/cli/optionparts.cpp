#include "app/cli/optionparts.h"

#include "app/cli/optionvalues.h"

namespace dip::cli {

namespace {

constexpr int mostAttempts = 1000;
constexpr int mostSeconds = 86'400;

/// Who signs in where. `host`: the registry that an image's name began with, where it did.
Read<RegistryOptions> readAccount(const RawArguments &raw, const QString &host)
{
    static const QString passwordOption = QStringLiteral("--password");
    static const QString stdinOption = QStringLiteral("--password-stdin");
    if (raw.passwordStdin && !raw.password.empty())
        return conflict(passwordOption, stdinOption);
    if ((raw.passwordStdin || !raw.password.empty()) && raw.username.empty())
        return wrong(
            Usage::tr("%1 needs %2.")
                .arg(raw.passwordStdin ? stdinOption : passwordOption, QStringLiteral("--username")));
    if (!host.isEmpty() && !raw.registry.empty())
        return wrong(
            Usage::tr("The registry is named twice: by --registry and in the image's name (%1).").arg(host));
    RegistryOptions options;
    if (!host.isEmpty())
        options.address = host;
    else if (!raw.registry.empty())
        options.address = textOf(raw.registry);
    options.username = textOf(raw.username);
    options.password = textOf(raw.password);
    options.passwordFromStdin = raw.passwordStdin;
    options.skipTls = raw.skipTls;
    return options;
}

} // namespace

std::unexpected<QString> wrong(const QString &message)
{
    return std::unexpected(message);
}

std::unexpected<QString> missing(const QString &option)
{
    return wrong(Usage::tr("%1 is missing.").arg(option));
}

std::unexpected<QString> conflict(const QString &one, const QString &other)
{
    return wrong(Usage::tr("%1 and %2 cannot be given together.").arg(one, other));
}

Read<QString> readCacheFolder(const RawArguments &raw)
{
    if (raw.cacheDir.empty())
        return wrong(Usage::tr("%1 must not be empty.").arg(QStringLiteral("--cache-dir")));
    return textOf(raw.cacheDir);
}

Read<RegistryOptions> readRegistry(const RawArguments &raw, const QString &host)
{
    auto options = readAccount(raw, host);
    if (!options)
        return options;
    const auto attempts = readCount(QStringLiteral("--retry-attempts"), raw.retryAttempts, 0, mostAttempts);
    const auto idle = readCount(QStringLiteral("--idle-timeout"), raw.idleTimeout, 1, mostSeconds);
    const auto commit = readCount(QStringLiteral("--commit-timeout"), raw.commitTimeout, 1, mostSeconds);
    for (const auto &number : {attempts, idle, commit}) {
        if (!number)
            return wrong(number.error());
    }
    const auto rate = readRate(raw.limitRate);
    if (!rate)
        return wrong(rate.error());
    options->retryAttempts = *attempts;
    options->idleTimeout = std::chrono::seconds(*idle);
    options->commitTimeout = std::chrono::seconds(*commit);
    options->rateLimit = *rate;
    return options;
}

Read<QList<ImageName>> readSubjects(const RawArguments &raw)
{
    QList<ImageName> images;
    for (const std::string &text : raw.subjects) {
        const auto image = readCachedImage(text);
        if (!image)
            return wrong(image.error());
        images.append(*image);
    }
    return images;
}

} // namespace dip::cli
