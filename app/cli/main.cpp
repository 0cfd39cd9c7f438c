#include "app/cli/commandline.h"
#include "app/cli/commands/commands.h"
#include "app/cli/exitcode.h"
#include "app/cli/interrupt.h"
#include "app/cli/language.h"
#include "app/cli/logging.h"
#include "app/cli/output.h"
#include "app/cli/progress/progressview.h"
#include "app/cli/redactor.h"
#include "app/cli/screen.h"
#include "app/cli/secretarguments.h"
#include "app/cli/terminal.h"
#include "core/base/threadstate.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QLocale>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

using namespace dip;
using namespace dip::cli;

namespace {

using terminal::Stream;

constexpr int narrowest = 40;
constexpr int widest = 120;

int textWidth()
{
    return std::clamp(terminal::columns(Stream::Output), narrowest, widest);
}

ProgressMode progressMode(const CommonOptions &options)
{
    if (options.quiet)
        return ProgressMode::None;
    if (options.progress != ProgressMode::Auto)
        return options.progress;
    const bool dumb = qEnvironmentVariable("TERM") == QLatin1String("dumb");
    return terminal::isTerminal(Stream::Error) && !dumb ? ProgressMode::Bar : ProgressMode::Plain;
}

std::unique_ptr<ProgressRenderer> makeRenderer(const CommonOptions &options, Screen &screen)
{
    const bool colour = terminal::isTerminal(Stream::Error) && qEnvironmentVariableIsEmpty("NO_COLOR");
    return makeProgressRenderer(progressMode(options), screen, terminal::rows(Stream::Error), colour);
}

/// The command on a thread of its own, progress and signals in this one's event loop.
///
///     main thread:    event loop ── timer: ProgressView ── signal: Interrupt → stop
///     worker thread:  run(options, context) ── result
CommandResult runCommand(QCoreApplication &application, const Options &options, Screen &screen,
                         Redactor &redactor)
{
    std::stop_source stop;
    const Interrupt interrupt(stop);
    ProgressSink sink;
    ProgressView view(sink, makeRenderer(options.common, screen), !options.common.quiet);
    CommandContext context{options.common.json,
                           textWidth(),
                           terminal::isTerminal(Stream::Input) && terminal::isTerminal(Stream::Error),
                           QProcessEnvironment::systemEnvironment(),
                           sink,
                           redactor,
                           stop.get_token()};
    QThreadPool pool; // the global one is for those that a command employs
    QFutureWatcher<CommandResult> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &application, &QCoreApplication::quit);
    watcher.setFuture(QtConcurrent::run(&pool, [&] {
        CommandResult result =
            std::visit([&](const auto &command) { return run(command, context); }, options.command);
        releaseThreadState();
        return result;
    }));
    QCoreApplication::exec();
    view.finish();
    return watcher.result();
}

int execute(QCoreApplication &application, const Options &options)
{
    Redactor redactor;
    if (const RegistryOptions *registry = registryOf(options.command))
        redactor.add(registry->username, registry->password);
    Screen screen(
        [&redactor](const QString &text) { terminal::write(Stream::Error, redactor.redacted(text)); },
        [] { return terminal::columns(Stream::Error); });
    const Output output(options.common, screen, redactor);
    const auto logging = Logging::start(options.common, screen, redactor);
    if (!logging)
        return output.show(CommandResult{{}, {}, Failure(logging.error()), {}, false});
    return output.show(runCommand(application, options, screen, redactor));
}

} // namespace

int main(int argc, char *argv[])
{
    Logging::silence();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("docker-image-pusher"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PROJECT_VERSION));
    terminal::prepare();

    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    QString language = languageOption(arguments);
    if (language.isEmpty())
        language = chooseLanguage(QLocale::system().uiLanguages());
    const auto translator = translation(language);
    if (translator)
        QCoreApplication::installTranslator(translator.get());

    const auto options = parseCommandLine(arguments, textWidth());
    if (!options)
        return showUsageError(options.error());
    if (const RegistryOptions *registry = registryOf(options->command))
        hideInArguments(argc, argv, registry->password);
    return execute(application, *options);
}
