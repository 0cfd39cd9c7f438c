#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

namespace dip::cli {

namespace {

struct Help
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

std::string utf8(const QString &text)
{
    return text.toStdString();
}

void value(CLI::App &command, const char *names, std::string &target, const char *placeholder,
           const QString &text, const QString &group = {})
{
    auto *option = command.add_option(names, target, utf8(text))->type_name(placeholder);
    if (!group.isEmpty())
        option->group(utf8(group));
}

/// May be given several times, with one value each.
void values(CLI::App &command, const char *names, std::vector<std::string> &target, const char *placeholder,
            const QString &text)
{
    command.add_option(names, target, utf8(text))
        ->type_name(placeholder)
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args(false);
}

void flag(CLI::App &command, const char *names, bool &target, const QString &text, const QString &group = {})
{
    auto *option = command.add_flag(names, target, utf8(text));
    if (!group.isEmpty())
        option->group(utf8(group));
}

CLI::App &addCommand(CLI::App &app, const char *name, const QString &text, const char *usage,
                     const QString &examples)
{
    CLI::App *command = app.add_subcommand(name, utf8(text));
    command->usage(usage);
    command->footer(utf8(examples));
    command->fallthrough(); // the options that exist everywhere belong to `app`
    return *command;
}

void addCommonOptions(CLI::App &app, RawArguments &raw)
{
    const QString group = Help::tr("Options everywhere");
    flag(app, "-h,--help", raw.help, Help::tr("Show help and end"), group);
    flag(app, "--version", raw.version, Help::tr("Show the version and end"), group);
    app.add_flag("-v,--verbose", raw.verbose, utf8(Help::tr("Tell more; twice: everything")))
        ->group(utf8(group));
    flag(app, "-q,--quiet", raw.quiet, Help::tr("Tell errors only"), group);
    flag(app, "--json", raw.json, Help::tr("The result as one JSON object on standard output"), group);
    value(app, "--progress", raw.progress, "MODE",
          Help::tr("How to show progress: auto, bar, plain, json or none (default: auto)"), group);
    value(app, "--log-file", raw.logFile, "FILE", Help::tr("Append the log to this file"), group);
    value(app, "--log-format", raw.logFormat, "FORMAT",
          Help::tr("Format of the log: text or json (default: text)"), group);
    value(app, "--lang", raw.language, "LANGUAGE",
          Help::tr("Language: en or zh_CN (default: that of the system)"), group);
}

void addCacheOption(CLI::App &command, RawArguments &raw)
{
    value(command, "--cache-dir", raw.cacheDir, "CACHE_DIR", Help::tr("Cache folder (default: .cache)"));
}

void addAccountOptions(CLI::App &command, RawArguments &raw)
{
    const QString group = Help::tr("Registry");
    value(command, "--registry", raw.registry, "REGISTRY",
          Help::tr("Address of the registry (default: https://registry-1.docker.io)"), group);
    value(command, "-u,--username", raw.username, "USERNAME", Help::tr("Username at the registry"), group);
    value(command, "-p,--password", raw.password, "PASSWORD",
          Help::tr("Password at the registry; --password-stdin is safer"), group);
    flag(command, "--password-stdin", raw.passwordStdin, Help::tr("Read the password from standard input"),
         group);
    flag(command, "--skip-tls", raw.skipTls, Help::tr("Do not verify the TLS certificate"), group);
}

void addLineOptions(CLI::App &command, RawArguments &raw)
{
    const QString group = Help::tr("Transfer");
    value(command, "--retry-attempts", raw.retryAttempts, "ATTEMPTS",
          Help::tr("How often to try a blob again after a failure (default: 3)"), group);
    value(command, "--max-concurrent", raw.maxConcurrent, "MAX",
          Help::tr("Blobs to move at the same time (default: 1)"), group);
    value(command, "--limit-rate", raw.limitRate, "RATE", Help::tr("Bytes a second at most, for example 20M"),
          group);
    value(command, "--idle-timeout", raw.idleTimeout, "SECONDS",
          Help::tr("Give up a connection on which nothing moved for so long (default: 60)"), group);
    value(command, "--commit-timeout", raw.commitTimeout, "SECONDS",
          Help::tr("How long the registry may take to put an upload away (default: 600)"), group);
}

void definePull(CLI::App &app, RawArguments &raw)
{
    auto &pull = addCommand(app, "pull", Help::tr("Pull an image from a registry into the cache"),
                            "--repository <REPOSITORY> --reference <REFERENCE>",
                            QStringLiteral("pull -r library/ubuntu -t 22.04\n"
                                           "pull --registry https://harbor.cn prod/web:2.1 --all-platforms"));
    value(
        pull, "image", raw.subject, "IMAGE",
        Help::tr("Repository and tag in one word, in place of -r and -t (for example library/ubuntu:22.04)"));
    value(pull, "-r,--repository", raw.repository, "REPOSITORY",
          Help::tr("Name of the repository (for example library/ubuntu)"));
    value(pull, "-t,--reference", raw.reference, "REFERENCE",
          Help::tr("Tag or digest (for example latest or sha256:…)"));
    value(pull, "--as", raw.as, "IMAGE",
          Help::tr("Name for the image in the cache (default: as in the registry)"));
    values(pull, "--platform", raw.platforms, "OS/ARCH",
           Help::tr("Platform to pull, os/arch or os/arch/variant; repeatable (default: Linux on this "
                    "machine's processor)"));
    flag(pull, "--all-platforms", raw.allPlatforms, Help::tr("Pull the whole index with all platforms"));
    addCacheOption(pull, raw);
    addAccountOptions(pull, raw);
    addLineOptions(pull, raw);
}

void defineExtract(CLI::App &app, RawArguments &raw)
{
    auto &extract =
        addCommand(app, "extract", Help::tr("Extract images from archives into the cache"), "--file <FILE>",
                   QStringLiteral("extract -f images.tar\n"
                                  "extract -f web.tar db.tar.gz --list"));
    extract
        .add_option("-f,--file", raw.files,
                    utf8(Help::tr(
                        "Image archive: tar, also compressed, zip, or an OCI folder; several are possible")))
        ->type_name("FILE");
    value(extract, "-r,--repository", raw.repository, "REPOSITORY",
          Help::tr("Name for an untagged or single image"));
    value(extract, "-t,--reference", raw.reference, "REFERENCE",
          Help::tr("Tag for an untagged or single image"));
    values(extract, "--image", raw.images, "IMAGE",
           Help::tr("Only this image of the archive, by its name there or as #1, #2 …; repeatable"));
    flag(extract, "--list", raw.list, Help::tr("Only show what is inside"));
    addCacheOption(extract, raw);
}

void definePush(CLI::App &app, RawArguments &raw)
{
    auto &push = addCommand(
        app, "push", Help::tr("Push an image from the cache or an archive to a registry"),
        "--source <SOURCE> [--repository <REPOSITORY>] [--reference <REFERENCE>]",
        QStringLiteral("push -s library/ubuntu:22.04 --registry https://harbor.cn -r prod/ubuntu -t 22.04\n"
                       "push -s images.tar --registry https://harbor.cn --prefix prod --max-concurrent 4"));
    value(push, "-s,--source", raw.source, "SOURCE",
          Help::tr("Image in the cache (repository:tag or repository@digest), or the path of an archive"));
    value(push, "-r,--repository", raw.repository, "REPOSITORY",
          Help::tr("Name of the target repository (default: the image's own)"));
    value(push, "-t,--reference", raw.reference, "REFERENCE",
          Help::tr("Target tag (default: the image's own)"));
    value(push, "--prefix", raw.prefix, "PREFIX", Help::tr("Put this project before the images' own names"));
    values(push, "--image", raw.images, "IMAGE",
           Help::tr("Only this image of the archive, by its name there or as #1, #2 …; repeatable"));
    flag(push, "--dry-run", raw.dryRun, Help::tr("Only say what would be sent"));
    flag(push, "--skip-existing", raw.skipExisting,
         Help::tr("Skip blobs that the registry has (this is the default)"));
    flag(push, "--force-upload", raw.forceUpload,
         Help::tr("Send every blob, also where the registry has it"));
    flag(push, "--no-cache", raw.noCache,
         Help::tr("Push straight from the archive and keep nothing in the cache"));
    addCacheOption(push, raw);
    addAccountOptions(push, raw);
    addLineOptions(push, raw);
}

void definePins(CLI::App &app, RawArguments &raw)
{
    const auto define = [&](const char *name, const QString &text, const QString &examples) {
        auto &command = addCommand(app, name, text, "<IMAGE>...", examples);
        command
            .add_option("images", raw.subjects, utf8(Help::tr("Image in the cache; several are possible")))
            ->type_name("IMAGE");
        addCacheOption(command, raw);
    };
    define("pin", Help::tr("Keep images from being cleaned"), QStringLiteral("pin library/ubuntu:22.04"));
    define("unpin", Help::tr("Let cleaning take images again"), QStringLiteral("unpin library/ubuntu:22.04"));
}

void defineVerify(CLI::App &app, RawArguments &raw)
{
    auto &verify =
        addCommand(app, "verify", Help::tr("Read all blobs again and compare them with their digests"),
                   "[IMAGE]...", QStringLiteral("verify\nverify --repair --registry http://localhost:5000"));
    verify.add_option("images", raw.subjects, utf8(Help::tr("Only this image; several are possible")))
        ->type_name("IMAGE");
    flag(verify, "--repair", raw.repair,
         Help::tr("Remove what is damaged, fetch it again from where it came, and rebuild the index"));
    value(verify, "--threads", raw.threads, "COUNT",
          Help::tr("Blobs to read at the same time (default: one for each processor)"));
    addCacheOption(verify, raw);
    addAccountOptions(verify, raw);
}

void defineExport(CLI::App &app, RawArguments &raw)
{
    auto &command = addCommand(app, "export", Help::tr("Write cached images into an archive or folder"),
                               "<IMAGE>... --output <FILE>",
                               QStringLiteral("export app/web:2.1 app/db:9 -o images.tar\n"
                                              "export --all --format oci-archive -o all.tar"));
    command.add_option("images", raw.subjects, utf8(Help::tr("Image in the cache; several are possible")))
        ->type_name("IMAGE");
    value(command, "-o,--output", raw.output, "FILE", Help::tr("File to write, or folder with --format oci"));
    value(command, "--format", raw.format, "FORMAT",
          Help::tr("docker-archive, which docker load takes, oci-archive, or oci, a folder (default: "
                   "docker-archive)"));
    values(command, "--platform", raw.platforms, "OS/ARCH",
           Help::tr("Of an image with several platforms the one for a docker-archive (default: Linux on this "
                    "machine's processor)"));
    flag(command, "--all", raw.all, Help::tr("Every image of the cache"));
    flag(command, "--force", raw.force, Help::tr("Replace a file that is there"));
    addCacheOption(command, raw);
}

void defineTrash(CLI::App &app, RawArguments &raw)
{
    auto &command = addCommand(
        app, "trash", Help::tr("List, restore or empty the trash, which keeps images for 7 days"),
        "[list|restore|empty] [ITEM]...",
        QStringLiteral("clean --image app/web:2.1 --trash\ntrash\ntrash restore\ntrash empty --yes"));
    command
        .add_option(
            "action", raw.subjects,
            utf8(Help::tr("list; restore, by default what was moved there last; or empty, by default all "
                          "of it. Items are named as list shows them")))
        ->type_name("ACTION");
    flag(command, "-y,--yes", raw.yes, Help::tr("Do not ask"));
    addCacheOption(command, raw);
}

void defineLocalCommands(CLI::App &app, RawArguments &raw)
{
    auto &list = addCommand(app, "list", Help::tr("List the images in the cache"), "",
                            QStringLiteral("list\nlist --usage\nlist --json"));
    flag(list, "--usage", raw.usage,
         Help::tr("What each image takes, what it shares, and what its removal would free"));
    addCacheOption(list, raw);

    auto &clean = addCommand(
        app, "clean",
        Help::tr("Clean the cache; without options: what no image refers to, and unfinished files"), "",
        QStringLiteral("clean --dry-run\nclean --image library/ubuntu:22.04\n"
                       "clean --older-than 30d --pushed --match-all --yes\nclean --free 20G"));
    flag(clean, "--all", raw.all, Help::tr("Remove every image"));
    values(clean, "--image", raw.images, "IMAGE", Help::tr("Remove this image; repeatable"));
    value(clean, "--older-than", raw.olderThan, "TIME",
          Help::tr("Remove images not used for so long: 12h, 30d, 2w"));
    flag(clean, "--untagged", raw.untagged, Help::tr("Remove images that have only a digest for a name"));
    flag(clean, "--pushed", raw.pushed, Help::tr("Remove images that were pushed as they are to a registry"));
    flag(clean, "--match-all", raw.matchAll,
         Help::tr("Remove only images that meet all of these conditions (default: any of them)"));
    value(
        clean, "--free", raw.free, "SIZE",
        Help::tr("Free at least so much, for example 20G: first what no image refers to, then the trash, "
                 "then images, those not used for the longest first; the conditions above say which may go"));
    flag(clean, "--unreferenced", raw.unreferenced, Help::tr("Remove what no image refers to"));
    flag(clean, "--unfinished", raw.unfinished,
         Help::tr("Remove unfinished downloads and notes of unfinished uploads"));
    flag(clean, "--trash", raw.trash,
         Help::tr("Move images to the trash, from where they can be restored, in place of removing them"));
    flag(clean, "--dry-run", raw.dryRun, Help::tr("Only say what would be removed"));
    flag(clean, "-y,--yes", raw.yes, Help::tr("Do not ask"));
    addCacheOption(clean, raw);
    definePins(app, raw);
    defineVerify(app, raw);
    defineExport(app, raw);
    defineTrash(app, raw);
}

void defineLookingCommands(CLI::App &app, RawArguments &raw)
{
    auto &tags =
        addCommand(app, "tags", Help::tr("List the tags of a repository"), "<REPOSITORY>",
                   QStringLiteral("tags library/ubuntu\ntags --registry http://localhost:5000 prod/web"));
    value(tags, "repository", raw.subject, "REPOSITORY", Help::tr("Name of the repository"));
    addAccountOptions(tags, raw);

    auto &check =
        addCommand(app, "check", Help::tr("Check step by step whether a registry can be reached"), "",
                   QStringLiteral("check --registry https://harbor.cn -u robot --password-stdin"));
    addAccountOptions(check, raw);

    auto &inspect =
        addCommand(app, "inspect", Help::tr("Show what is known of a cached image or an archive"), "<IMAGE>",
                   QStringLiteral("inspect library/ubuntu:22.04\ninspect images.tar --json"));
    value(inspect, "image", raw.subject, "IMAGE", Help::tr("Image in the cache, or the path of an archive"));
    addCacheOption(inspect, raw);

    auto &gui = addCommand(app, "gui", Help::tr("Open the window"), "[FILE]…",
                           QStringLiteral("gui\ngui images.tar web.tar.gz"));
    gui.add_option("file", raw.files, utf8(Help::tr("Image archives to import there")))->type_name("FILE");

    auto &help = addCommand(app, "help", Help::tr("Show help"), "[SUBCOMMAND]", QStringLiteral("help push"));
    value(help, "subcommand", raw.subject, "SUBCOMMAND", Help::tr("The command to explain"));
}

} // namespace

void defineCommands(CLI::App &app, RawArguments &raw)
{
    app.description(utf8(Help::tr(
        "Moves container images between archives, a local cache and registries, without a Docker daemon.")));
    app.require_subcommand(0, 1); // a second command's name is an argument: help push, tags list
    app.set_help_flag("");        // help in the user's language is made by helpText
    app.footer("extract -f images.tar\n"
               "push -s images.tar --registry https://harbor.cn --prefix prod\n"
               "pull -r library/ubuntu -t 22.04");
    addCommonOptions(app, raw);
    definePull(app, raw);
    defineExtract(app, raw);
    definePush(app, raw);
    defineLocalCommands(app, raw);
    defineLookingCommands(app, raw);
}

QStringList commandNames()
{
    RawArguments raw;
    CLI::App app;
    defineCommands(app, raw);
    QStringList names;
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; }))
        names.append(QString::fromStdString(command->get_name()));
    return names;
}

} // namespace dip::cli
