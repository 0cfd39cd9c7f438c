#include "app/cli/commands/commands.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace dip::cli {

namespace {

struct Gui
{
    Q_DECLARE_TR_FUNCTIONS(Gui)
};

const QString windowProgram = QStringLiteral("docker-image-pusher-gui");

/// Beside this program, or else on PATH; empty where it is in neither place.
QString findWindowProgram(const CommandContext &context)
{
    const QString beside =
        QStandardPaths::findExecutable(windowProgram, {QCoreApplication::applicationDirPath()});
    if (!beside.isEmpty())
        return beside;
    const QString path = context.environment.value(QStringLiteral("PATH"));
    return QStandardPaths::findExecutable(windowProgram, path.split(QDir::listSeparator()));
}

} // namespace

CommandResult run(const GuiOptions &options, CommandContext &context)
{
    CommandResult result;
    const QString program = findWindowProgram(context);
    if (program.isEmpty()) {
        result.failure = Failure(ErrorCode::FileMissing,
                                 Gui::tr("The window's program %1 is not installed.").arg(windowProgram),
                                 Gui::tr("It belongs into the folder of docker-image-pusher, or on PATH."));
        return result;
    }
    QStringList files;
    for (const QString &file : options.files)
        files.append(QFileInfo(file).absoluteFilePath());
    if (!QProcess::startDetached(program, files)) {
        result.failure = Failure(ErrorCode::Internal, Gui::tr("%1 could not be started.").arg(program),
                                 Gui::tr("Start it by hand to see why."));
        return result;
    }
    result.text = Gui::tr("The window is opening.") + u'\n';
    result.json = {{QStringLiteral("started"), program}};
    result.isAccount = true;
    return result;
}

} // namespace dip::cli
