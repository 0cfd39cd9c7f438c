#include "app/cli/optionreader.h"

#include "app/cli/language.h"
#include "app/cli/optionvalues.h"

#include <QCoreApplication>

namespace dip::cli {

namespace {

struct Usage
{
    Q_DECLARE_TR_FUNCTIONS(Usage)
};

constexpr int mostConcurrent = 64;
constexpr int mostAttempts = 1000;
constexpr int mostSeconds = 86'400;

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

Read<RegistryOptions> readRegistry(const RawArguments &raw, const QString &host = {})
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

Read<QualifiedName> readPulledImage(const RawArguments &raw)
{
    if (!raw.subject.empty()) {
        if (!raw.repository.empty() || !raw.reference.empty())
            return wrong(
                Usage::tr("The image is named twice: by -r and -t, and as “%1”.").arg(textOf(raw.subject)));
        return readImage(raw.subject);
    }
    if (raw.repository.empty())
        return missing(QStringLiteral("--repository <REPOSITORY>"));
    if (raw.reference.empty())
        return missing(QStringLiteral("--reference <REFERENCE>"));
    const auto repository = readRepository(raw.repository);
    if (!repository)
        return wrong(repository.error());
    const auto reference = readReference(raw.reference);
    if (!reference)
        return wrong(reference.error());
    return QualifiedName{{}, {*repository, *reference}};
}

Read<CommandOptions> readPull(const RawArguments &raw)
{
    const auto image = readPulledImage(raw);
    if (!image)
        return wrong(image.error());
    const auto registry = readRegistry(raw, image->host);
    if (!registry)
        return wrong(registry.error());
    const auto folder = readCacheFolder(raw);
    if (!folder)
        return wrong(folder.error());
    const auto platforms = readPlatforms(raw.platforms);
    if (!platforms)
        return wrong(platforms.error());
    if (raw.allPlatforms && !platforms->isEmpty())
        return conflict(QStringLiteral("--platform"), QStringLiteral("--all-platforms"));
    const auto concurrent =
        readCount(QStringLiteral("--max-concurrent"), raw.maxConcurrent, 1, mostConcurrent);
    if (!concurrent)
        return wrong(concurrent.error());
    std::optional<ImageName> saveAs;
    if (!raw.as.empty()) {
        const auto name = readCachedImage(raw.as);
        if (!name)
            return wrong(name.error());
        saveAs = *name;
    }
    return PullOptions{*registry, *folder, image->name, saveAs, *platforms, raw.allPlatforms, *concurrent};
}

/// -r and -t, neither of which must be given.
Read<std::pair<std::optional<RepositoryName>, std::optional<Reference>>> readNames(const RawArguments &raw)
{
    std::pair<std::optional<RepositoryName>, std::optional<Reference>> names;
    if (!raw.repository.empty()) {
        const auto repository = readRepository(raw.repository);
        if (!repository)
            return wrong(repository.error());
        names.first = *repository;
    }
    if (!raw.reference.empty()) {
        const auto reference = readReference(raw.reference);
        if (!reference)
            return wrong(reference.error());
        names.second = *reference;
    }
    return names;
}

Read<CommandOptions> readExtract(const RawArguments &raw)
{
    if (raw.files.empty())
        return missing(QStringLiteral("--file <FILE>"));
    const auto names = readNames(raw);
    if (!names)
        return wrong(names.error());
    if (raw.files.size() > 1 && (names->first || names->second))
        return wrong(Usage::tr("-r and -t name one image; they cannot be given with several files."));
    if (raw.list && (names->first || names->second))
        return conflict(QStringLiteral("--list"),
                        names->first ? QStringLiteral("--repository") : QStringLiteral("--reference"));
    const auto folder = readCacheFolder(raw);
    if (!folder)
        return wrong(folder.error());
    return ExtractOptions{*folder,       textsOf(raw.files),  names->first,
                          names->second, textsOf(raw.images), raw.list};
}

Read<CommandOptions> readPush(const RawArguments &raw)
{
    if (raw.source.empty())
        return missing(QStringLiteral("--source <SOURCE>"));
    if (raw.skipExisting && raw.forceUpload)
        return conflict(QStringLiteral("--skip-existing"), QStringLiteral("--force-upload"));
    if (!raw.prefix.empty() && !raw.repository.empty())
        return conflict(QStringLiteral("--prefix"), QStringLiteral("--repository"));
    const auto names = readNames(raw);
    if (!names)
        return wrong(names.error());
    if (!raw.prefix.empty()) {
        if (const auto prefix = readRepository(raw.prefix); !prefix)
            return wrong(prefix.error());
    }
    const auto registry = readRegistry(raw);
    if (!registry)
        return wrong(registry.error());
    const auto folder = readCacheFolder(raw);
    if (!folder)
        return wrong(folder.error());
    const auto concurrent =
        readCount(QStringLiteral("--max-concurrent"), raw.maxConcurrent, 1, mostConcurrent);
    if (!concurrent)
        return wrong(concurrent.error());
    return PushOptions{
        *registry,           *folder,     textOf(raw.source), names->first, names->second, textOf(raw.prefix),
        textsOf(raw.images), *concurrent, raw.forceUpload,    raw.dryRun};
}

Read<CommandOptions> readClean(const RawArguments &raw)
{
    const auto folder = readCacheFolder(raw);
    if (!folder)
        return wrong(folder.error());
    CleanOptions options{*folder, {}, raw.dryRun, raw.yes};
    options.request.all = raw.all;
    for (const std::string &text : raw.images) {
        const auto image = readCachedImage(text);
        if (!image)
            return wrong(image.error());
        options.request.images.append(*image);
    }
    if (!raw.olderThan.empty()) {
        const auto age = readAge(raw.olderThan);
        if (!age)
            return wrong(age.error());
        options.request.unusedSince = QDateTime::currentDateTimeUtc().addSecs(-age->count());
    }
    options.request.untagged = raw.untagged;
    options.request.pushed = raw.pushed;
    options.request.matchAll = raw.matchAll;
    options.request.unreferenced = raw.unreferenced;
    options.request.unfinished = raw.unfinished;
    if (raw.matchAll && !options.request.hasConditions())
        return wrong(Usage::tr("--match-all needs conditions, for example --pushed."));
    if (!raw.free.empty()) {
        const auto size = readSize(raw.free);
        if (!size)
            return wrong(size.error());
        options.request.free = *size;
    }
    options.toTrash = raw.trash;
    if (raw.trash && !options.request.hasConditions())
        return wrong(Usage::tr("--trash needs to know which images, for example --image."));
    if (raw.trash && (options.request.free || options.request.unreferenced || options.request.unfinished))
        return wrong(Usage::tr("--trash moves images and frees nothing yet; it does not go with --free, "
                               "--unreferenced and --unfinished."));
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

Read<CommandOptions> readVerify(const RawArguments &raw)
{
    const auto folder = readCacheFolder(raw);
    if (!folder)
        return wrong(folder.error());
    const auto images = readSubjects(raw);
    if (!images)
        return wrong(images.error());
    const auto registry = readRegistry(raw);
    if (!registry)
        return wrong(registry.error());
    VerifyOptions options{*registry, *folder, *images, raw.repair, 0};
    if (!raw.threads.empty()) {
        const auto threads = readCount(QStringLiteral("--threads"), raw.threads, 1, 64);
        if (!threads)
            return wrong(threads.error());
        options.threads = *threads;
    }
    return options;
}

Read<CommandOptions> readExport(const RawArguments &raw)
{
    static const QStringList formats{QStringLiteral("docker-archive"), QStringLiteral("oci-archive"),
                                     QStringLiteral("oci")};
    if (raw.output.empty())
        return missing(QStringLiteral("--output <FILE>"));
    if (raw.subjects.empty() && !raw.all)
        return missing(QStringLiteral("<IMAGE>"));
    if (!raw.subjects.empty() && raw.all)
        return conflict(QStringLiteral("<IMAGE>"), QStringLiteral("--all"));
    const auto folder = readCacheFolder(raw);
    if (!folder)
        return wrong(folder.error());
    const auto images = readSubjects(raw);
    if (!images)
        return wrong(images.error());
    const qsizetype format = formats.indexOf(textOf(raw.format));
    if (format < 0)
        return wrong(wrongChoice(QStringLiteral("--format"), textOf(raw.format), formats));
    const auto platforms = readPlatforms(raw.platforms);
    if (!platforms)
        return wrong(platforms.error());
    if (platforms->size() > 1 || (!platforms->isEmpty() && format != 0))
        return wrong(
            Usage::tr("--platform names the one platform of a docker-archive; the OCI formats hold all."));
    ExportFromCache request{*images, textOf(raw.output), static_cast<ExportFormat>(format), {}, raw.force};
    if (!platforms->isEmpty())
        request.platform = platforms->first();
    return ExportOptions{*folder, request, raw.all};
}

Read<CommandOptions> readTrash(const RawArguments &raw)
{
    static const QStringList actions{QStringLiteral("list"), QStringLiteral("restore"),
                                     QStringLiteral("empty")};
    const auto folder = readCacheFolder(raw);
    if (!folder)
        return wrong(folder.error());
    QStringList words = textsOf(raw.subjects);
    const QString action = words.isEmpty() ? actions.first() : words.takeFirst();
    if (!actions.contains(action))
        return wrong(wrongChoice(QStringLiteral("<ACTION>"), action, actions));
    return TrashOptions{*folder, static_cast<TrashOptions::Action>(actions.indexOf(action)), words, raw.yes};
}

Read<CommandOptions> readPins(const RawArguments &raw, bool pinned)
{
    if (raw.subjects.empty())
        return missing(QStringLiteral("<IMAGE>"));
    const auto folder = readCacheFolder(raw);
    if (!folder)
        return wrong(folder.error());
    const auto images = readSubjects(raw);
    if (!images)
        return wrong(images.error());
    return PinOptions{*folder, *images, pinned};
}

Read<CommandOptions> readTags(const RawArguments &raw)
{
    if (raw.subject.empty())
        return missing(QStringLiteral("<REPOSITORY>"));
    const QString subject = textOf(raw.subject);
    if (subject.sliced(subject.lastIndexOf(u'/') + 1).contains(u':') || subject.contains(u'@'))
        return wrong(Usage::tr("“%1” names a tag or digest; write the repository alone.").arg(subject));
    const auto image = readImage(raw.subject);
    if (!image)
        return wrong(image.error());
    const auto registry = readRegistry(raw, image->host);
    if (!registry)
        return wrong(registry.error());
    return TagsOptions{*registry, image->name.repository};
}

Read<CommandOptions> readInspect(const RawArguments &raw)
{
    if (raw.subject.empty())
        return missing(QStringLiteral("<IMAGE>"));
    const auto folder = readCacheFolder(raw);
    if (!folder)
        return wrong(folder.error());
    return InspectOptions{*folder, textOf(raw.subject)};
}

} // namespace

Read<CommonOptions> readCommon(const RawArguments &raw)
{
    static const QStringList modes{QStringLiteral("auto"), QStringLiteral("bar"), QStringLiteral("plain"),
                                   QStringLiteral("json"), QStringLiteral("none")};
    static const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};
    const qsizetype mode = modes.indexOf(textOf(raw.progress));
    if (mode < 0)
        return wrong(wrongChoice(QStringLiteral("--progress"), textOf(raw.progress), modes));
    const qsizetype format = formats.indexOf(textOf(raw.logFormat));
    if (format < 0)
        return wrong(wrongChoice(QStringLiteral("--log-format"), textOf(raw.logFormat), formats));
    if (!raw.language.empty() && !languages().contains(textOf(raw.language)))
        return wrong(wrongChoice(QStringLiteral("--lang"), textOf(raw.language), languages()));
    if (raw.quiet && raw.verbose > 0)
        return conflict(QStringLiteral("--quiet"), QStringLiteral("--verbose"));
    return CommonOptions{raw.verbose,
                         raw.quiet,
                         raw.json,
                         static_cast<ProgressMode>(mode),
                         textOf(raw.logFile),
                         static_cast<LogFormat>(format)};
}

Read<CommandOptions> readCommand(const QString &command, const RawArguments &raw)
{
    if (command == QLatin1String("pull"))
        return readPull(raw);
    if (command == QLatin1String("extract"))
        return readExtract(raw);
    if (command == QLatin1String("push"))
        return readPush(raw);
    if (command == QLatin1String("clean"))
        return readClean(raw);
    if (command == QLatin1String("pin") || command == QLatin1String("unpin"))
        return readPins(raw, command == QLatin1String("pin"));
    if (command == QLatin1String("verify"))
        return readVerify(raw);
    if (command == QLatin1String("export"))
        return readExport(raw);
    if (command == QLatin1String("trash"))
        return readTrash(raw);
    if (command == QLatin1String("tags"))
        return readTags(raw);
    if (command == QLatin1String("inspect"))
        return readInspect(raw);
    if (command == QLatin1String("gui"))
        return GuiOptions{textsOf(raw.files)};
    if (command == QLatin1String("check")) {
        return readRegistry(raw).transform(
            [](const RegistryOptions &registry) -> CommandOptions { return CheckOptions{registry}; });
    }
    return readCacheFolder(raw).transform(
        [&](const QString &folder) -> CommandOptions { return ListOptions{folder, raw.usage}; });
}

} // namespace dip::cli
