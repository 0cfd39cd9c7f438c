#pragma once

#include "core/cache/cleanplan.h"
#include "core/image/platform.h"
#include "core/image/reference.h"
#include "core/transfer/exportrequest.h"

#include <chrono>
#include <variant>

namespace dip::cli {

// What was asked for on the command line, checked and typed. Plain values.

enum class ProgressMode { Auto, Bar, Plain, Json, None };
enum class LogFormat { Text, Json };

struct CommonOptions
{
    int verbose = 0;
    bool quiet = false;
    bool json = false;
    ProgressMode progress = ProgressMode::Auto;
    QString logFile;
    LogFormat logFormat = LogFormat::Text;
};

struct RegistryOptions
{
    QString address = QStringLiteral("https://registry-1.docker.io");
    QString username;
    QString password;
    bool passwordFromStdin = false;
    bool skipTls = false;
    int retryAttempts = 3;
    std::chrono::seconds idleTimeout{60};
    std::chrono::seconds commitTimeout{600};
    qint64 rateLimit = 0; ///< bytes a second; 0: none
};

struct PullOptions
{
    RegistryOptions registry;
    QString cacheFolder;
    ImageName image;
    std::optional<ImageName> saveAs;
    QList<Platform> platforms;
    bool allPlatforms = false;
    int maxConcurrent = 1;
};

struct ExtractOptions
{
    QString cacheFolder;
    QStringList files;
    std::optional<RepositoryName> repository;
    std::optional<Reference> reference;
    QStringList images;
    bool listOnly = false;
};

struct PushOptions
{
    RegistryOptions registry;
    QString cacheFolder;
    QString source;
    std::optional<RepositoryName> repository;
    std::optional<Reference> reference;
    QString prefix;
    QStringList images;
    int maxConcurrent = 1;
    bool forceUpload = false;
    bool dryRun = false;
    bool keepInCache = true; ///< what comes from an archive
};

struct ListOptions
{
    QString cacheFolder;
    bool usage = false;
};

/// pin and unpin.
struct PinOptions
{
    QString cacheFolder;
    QList<ImageName> images;
    bool pinned = true;
};

struct VerifyOptions
{
    RegistryOptions registry; ///< for a repair
    QString cacheFolder;
    QList<ImageName> images;
    bool repair = false;
    int threads = 0;
};

struct ExportOptions
{
    QString cacheFolder;
    ExportFromCache request;
    bool all = false; ///< every image of the cache
};

struct CleanOptions
{
    QString cacheFolder;
    CleanRequest request;
    bool dryRun = false;
    bool yes = false;
    bool toTrash = false; ///< move images to the trash in place of deleting them
};

struct TrashOptions
{
    enum class Action { List, Restore, Empty };
    QString cacheFolder;
    Action action = Action::List;
    QStringList items; ///< to be restored or emptied; none: the last one, or all
    bool yes = false;
};

struct TagsOptions
{
    RegistryOptions registry;
    RepositoryName repository;
};

struct CheckOptions
{
    RegistryOptions registry;
};

struct InspectOptions
{
    QString cacheFolder;
    QString source;
};

/// Opens the window.
struct GuiOptions
{
    QStringList files; ///< to import there
};

/// Help or the version was asked for: the text to show.
struct ShowText
{
    QString text;
};

using CommandOptions = std::variant<PullOptions, ExtractOptions, PushOptions, ListOptions, CleanOptions,
                                    PinOptions, VerifyOptions, ExportOptions, TrashOptions, TagsOptions,
                                    CheckOptions, InspectOptions, GuiOptions, ShowText>;

struct Options
{
    CommonOptions common;
    CommandOptions command;
};

/// The options of the registry that the command talks to, where it talks to one.
[[nodiscard]] const RegistryOptions *registryOf(const CommandOptions &command);

} // namespace dip::cli
