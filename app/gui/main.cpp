#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QStyleHints>

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/mainwindow.h"
#include "ui/settings/language.h"
#include "ui/workspace.h"

using namespace dip::ui;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("docker-image-pusher"));
    QApplication::setApplicationVersion(QLatin1String(PROJECT_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("docker-image-pusher"));
    QApplication::setWindowIcon(applicationIcon());

    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                           QStringLiteral("/docker-image-pusher");
    QDir().mkpath(folder);
    QLoggingCategory::setFilterRules(QStringLiteral("pusher.*.info=true"));
    Workspace workspace(folder);
    const LogCapture capture(workspace.log());
    Language language;
    language.use(workspace.settings().language);
    applyTheme(workspace.settings().theme);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("files"), MainWindow::filesHelp(), QStringLiteral("[FILE…]"));
    parser.process(application);

    QObject::connect(&workspace, &Workspace::settingsChanged, &application, [&] {
        language.use(workspace.settings().language);
        applyTheme(workspace.settings().theme);
    });
    QObject::connect(QApplication::styleHints(), &QStyleHints::colorSchemeChanged, &application,
                     [&] { applyTheme(workspace.settings().theme); });

    MainWindow window(workspace);
    window.show();
    workspace.openCache();
    if (const QStringList files = parser.positionalArguments(); !files.isEmpty())
        window.offer(files);
    return QApplication::exec();
}
