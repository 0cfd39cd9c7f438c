#include "app/cli/cacheoptionreader.h"

#include "app/cli/optionvalues.h"

namespace dip::cli {

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

Read<CommandOptions> readInspect(const RawArguments &raw)
{
    if (raw.subject.empty())
        return missing(QStringLiteral("<IMAGE>"));
    const auto folder = readCacheFolder(raw);
    if (!folder)
        return wrong(folder.error());
    return InspectOptions{*folder, textOf(raw.subject)};
}

} // namespace dip::cli
