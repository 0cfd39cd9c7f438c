#include "app/cli/commandline.h"

#include "app/cli/definitions.h"
#include "app/cli/helptext.h"
#include "app/cli/optionreader.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace dip::cli {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// How many letters differ (Levenshtein), to guess what was meant.
int distance(const QString &a, const QString &b)
{
    QList<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.last();
}

QString nearest(const QString &word, const QStringList &known)
{
    const auto best = std::ranges::min_element(
        known, {}, [&](const QString &candidate) { return distance(word, candidate); });
    return best != known.end() && distance(word, *best) <= 2 ? *best : QString();
}

QStringList longOptions(const CLI::App &app)
{
    QStringList names;
    for (const CLI::Option *option : app.get_options()) {
        for (const std::string &name : option->get_lnames())
            names.append(QLatin1String("--") + QString::fromStdString(name));
    }
    return names;
}

/// The command that was named, or null.
const CLI::App *givenCommand(const CLI::App &app)
{
    const auto given = app.get_subcommands();
    return given.empty() ? nullptr : given.front();
}

QString hintFor(const CLI::App *command)
{
    if (!command)
        return CommandLine::tr("See `docker-image-pusher help`.");
    return CommandLine::tr("See `docker-image-pusher help %1`.")
        .arg(QString::fromStdString(command->get_name()));
}

QString unknownWord(const CLI::App &app, const QString &word)
{
    const CLI::App *command = givenCommand(app);
    const bool isOption = word.startsWith(u'-');
    QStringList known = isOption ? longOptions(app) : commandNames();
    if (isOption && command)
        known += longOptions(*command);
    QString message;
    if (isOption)
        message = CommandLine::tr("There is no option %1.").arg(word);
    else if (command)
        message = CommandLine::tr("“%1” is one argument too many.").arg(word);
    else
        message = CommandLine::tr("There is no command “%1”.").arg(word);
    const QString guess = nearest(word.section(u'=', 0, 0), known);
    if (!guess.isEmpty() && (isOption || !command))
        message += u' ' + CommandLine::tr("Is %1 meant?").arg(guess);
    return message;
}

/// CLI11's English errors in the user's language, as far as they are of a common kind.
QString parseFailure(const CLI::App &app, const CLI::ParseError &error)
{
    const QString text = QString::fromStdString(error.what());
    if (dynamic_cast<const CLI::ExtrasError *>(&error)) {
        const auto extras = app.remaining(true);
        return unknownWord(app, extras.empty() ? text : QString::fromStdString(extras.front()));
    }
    if (dynamic_cast<const CLI::ArgumentMismatch *>(&error) && text.contains(u':'))
        return CommandLine::tr("%1 needs a value.").arg(text.section(u':', 0, 0));
    return text;
}

UsageError usageError(const QStringList &arguments, const QString &message, const CLI::App *command)
{
    return {message, hintFor(command), arguments.contains(QLatin1String("--json"))};
}

std::expected<Options, QString> helpAbout(const CLI::App &app, const QString &name,
                                          const CommonOptions &common, int width)
{
    if (name.isEmpty())
        return Options{common, ShowText{programHelp(app, width)}};
    const auto named = app.get_subcommands(
        [&](const CLI::App *command) { return command->get_name() == name.toStdString(); });
    if (named.empty())
        return std::unexpected(CommandLine::tr("There is no command “%1”.").arg(name));
    return Options{common, ShowText{commandHelp(app, *named.front(), width)}};
}

std::expected<Options, QString> meaning(const CLI::App &app, const RawArguments &raw, int width)
{
    const auto common = readCommon(raw);
    if (!common)
        return std::unexpected(common.error());
    if (raw.version)
        return Options{*common, ShowText{QStringLiteral("docker-image-pusher " PROJECT_VERSION "\n")}};
    const CLI::App *command = givenCommand(app);
    const QString name = command ? QString::fromStdString(command->get_name()) : QString();
    if (raw.help || name == QLatin1String("help"))
        return helpAbout(app, name == QLatin1String("help") ? QString::fromStdString(raw.subject) : name,
                         *common, width);
    if (!command)
        return std::unexpected(CommandLine::tr("A command is missing."));
    return readCommand(name, raw).transform(
        [&](const CommandOptions &options) { return Options{*common, options}; });
}

} // namespace

std::expected<Options, UsageError> parseCommandLine(const QStringList &arguments, int width)
{
    RawArguments raw;
    CLI::App app;
    defineCommands(app, raw);
    std::vector<std::string> reversed; // as CLI11 takes them
    for (const QString &argument : arguments)
        reversed.insert(reversed.begin(), argument.toStdString());
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError &error) {
        return std::unexpected(usageError(arguments, parseFailure(app, error), givenCommand(app)));
    }
    return meaning(app, raw, width).transform_error([&](const QString &message) {
        return usageError(arguments, message, givenCommand(app));
    });
}

} // namespace dip::cli
