#include "app/cli/optionreader.h"

#include "app/cli/cacheoptionreader.h"
#include "app/cli/language.h"
#include "app/cli/optionvalues.h"

namespace dip::cli {

namespace {

constexpr int mostConcurrent = 64;
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
        textsOf(raw.images), *concurrent, raw.forceUpload,    raw.dryRun,   !raw.noCache};
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
