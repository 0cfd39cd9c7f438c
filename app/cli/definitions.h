#pragma once

#include <QStringList>

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace dip::cli {

/// The words as they were given; what they mean is read by OptionReader. One for all commands, of which only
/// one is given at a time.
struct RawArguments
{
    // everywhere
    bool help = false;
    bool version = false;
    int verbose = 0;
    bool quiet = false;
    bool json = false;
    std::string progress = "auto";
    std::string logFile;
    std::string logFormat = "text";
    std::string language;
    // registry
    std::string registry;
    std::string username;
    std::string password;
    bool passwordStdin = false;
    bool skipTls = false;
    std::string retryAttempts = "3";
    std::string idleTimeout = "60";
    std::string commitTimeout = "600";
    std::string limitRate;
    // what and where
    std::string cacheDir = ".cache";
    std::string repository;
    std::string reference;
    std::string subject; ///< IMAGE, REPOSITORY or SUBCOMMAND, the argument without an option
    std::string as;
    std::vector<std::string> platforms;
    bool allPlatforms = false;
    std::string maxConcurrent = "1";
    std::vector<std::string> files;
    std::vector<std::string> images;
    bool list = false;
    std::string source;
    std::string prefix;
    bool skipExisting = false;
    bool forceUpload = false;
    bool noCache = false;
    bool dryRun = false;
    bool all = false;
    std::string olderThan;
    bool untagged = false;
    bool pushed = false;
    bool matchAll = false;
    bool unreferenced = false;
    bool unfinished = false;
    std::string free;
    bool usage = false;
    bool repair = false;
    std::string output;
    std::string format = "docker-archive";
    bool force = false;
    bool trash = false;
    std::string threads;
    std::vector<std::string> subjects; ///< IMAGE..., of commands that take several
    bool yes = false;
};

/// Describes every command and option, in the user's language, and binds them to `raw`.
void defineCommands(CLI::App &app, RawArguments &raw);

/// The commands' names in the order of the help.
[[nodiscard]] QStringList commandNames();

} // namespace dip::cli
