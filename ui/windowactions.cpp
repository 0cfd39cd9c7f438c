#include "ui/windowactions.h"

#include <QAction>
#include <QMainWindow>
#include <QMenuBar>

#include "ui/look/icons.h"
#include "ui/views/sidebar.h"

namespace dip::ui {

namespace {

QString withKeys(const QString &text, const QAction *action)
{
    return text.arg(action->shortcut().toString(QKeySequence::NativeText));
}

} // namespace

WindowActions::WindowActions(QMainWindow *window, const QList<QAction *> &image, const QList<QAction *> &job,
                             const QList<QAction *> &tag)
    : QObject(window)
    , m_fileMenu(window->menuBar()->addMenu(QString()))
    , m_imageMenu(window->menuBar()->addMenu(QString()))
    , m_jobMenu(window->menuBar()->addMenu(QString()))
    , m_viewMenu(window->menuBar()->addMenu(QString()))
    , m_helpMenu(window->menuBar()->addMenu(QString()))
{
    add = make(m_fileMenu, QLatin1StringView("add"), QKeySequence::Open);
    addFolder = make(m_fileMenu, QLatin1StringView("folder"), Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    openList = make(m_fileMenu, QLatin1StringView("archive"));
    pull = make(m_fileMenu, QLatin1StringView("pull"), Qt::CTRL | Qt::Key_D);
    m_fileMenu->addSeparator();
    quit = make(m_fileMenu, {}, QKeySequence::Quit);
    push = make(m_imageMenu, QLatin1StringView("push"), Qt::CTRL | Qt::Key_P);
    m_imageMenu->addActions(image);
    m_imageMenu->addSeparator();
    undo = make(m_imageMenu, QLatin1StringView("undo"), QKeySequence::Undo);
    trash = make(m_imageMenu, QLatin1StringView("delete"));
    verifyAll = make(m_imageMenu, QLatin1StringView("verify"));
    clean = make(m_imageMenu, QLatin1StringView("disk"));
    m_imageMenu->addSeparator();
    m_imageMenu->addActions(tag);
    pauseAll = make(m_jobMenu, QLatin1StringView("pause"));
    resumeAll = make(m_jobMenu, QLatin1StringView("resume"));
    retryFailed = make(m_jobMenu, QLatin1StringView("retry"));
    clearFinished = make(m_jobMenu, {});
    m_jobMenu->addSeparator();
    m_jobMenu->addActions(job);
    makeSections();
    m_viewMenu->addSeparator();
    find = make(m_viewMenu, QLatin1StringView("search"), QKeySequence::Find);
    refresh = make(m_viewMenu, QLatin1StringView("refresh"), QKeySequence::Refresh);
    log = make(m_viewMenu, QLatin1StringView("info"), Qt::CTRL | Qt::Key_L);
    log->setCheckable(true);
    palette = make(m_viewMenu, {}, Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    help = make(m_helpMenu, QLatin1StringView("question"), QKeySequence::HelpContents);
    firstSteps = make(m_helpMenu, {});
}

QAction *WindowActions::make(QMenu *menu, QLatin1StringView iconName, const QKeySequence &keys)
{
    QAction *action = menu->addAction(QString());
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(keys);
    return action;
}

void WindowActions::makeSections()
{
    for (int section = 0; section < Sidebar::SectionCount; ++section) {
        QAction *action = m_viewMenu->addAction(QString());
        QList<QKeySequence> keys{QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_1 + section)))};
        if (section == Sidebar::Settings)
            keys.append(QKeySequence(Qt::CTRL | Qt::Key_Comma));
        action->setShortcuts(keys);
        sections.append(action);
    }
}

QList<QAction *> WindowActions::all() const
{
    QList<QAction *> actions;
    for (const QMenu *menu : {m_fileMenu, m_imageMenu, m_jobMenu, m_viewMenu, m_helpMenu})
        actions += menu->actions();
    return actions;
}

void WindowActions::retranslate()
{
    m_fileMenu->setTitle(tr("&File"));
    m_imageMenu->setTitle(tr("&Image"));
    m_jobMenu->setTitle(tr("&Jobs"));
    m_viewMenu->setTitle(tr("&View"));
    m_helpMenu->setTitle(tr("&Help"));
    add->setText(tr("&Add images…"));
    add->setIconText(tr("Add images…"));
    add->setToolTip(withKeys(tr("Choose image archives to import (%1)"), add));
    addFolder->setText(tr("Add a f&older…"));
    openList->setText(tr("Open &delivery list…"));
    push->setText(tr("&Push…"));
    push->setIconText(tr("Push…"));
    push->setToolTip(withKeys(tr("Push the chosen images (%1)"), push));
    undo->setText(tr("&Undo the last deletion"));
    trash->setText(tr("Show the &trash"));
    verifyAll->setText(tr("&Verify the whole cache"));
    pull->setText(tr("Pu&ll…"));
    pull->setIconText(tr("Pull…"));
    pull->setToolTip(withKeys(tr("Pull an image into the cache (%1)"), pull));
    clean->setText(tr("Cl&ean the cache…"));
    quit->setText(tr("&Quit"));
    pauseAll->setText(tr("Pause &all"));
    resumeAll->setText(tr("&Resume all"));
    retryFailed->setText(tr("Retry &failed"));
    clearFinished->setText(tr("&Clear finished"));
    const QStringList names{tr("&Cache"), tr("&Jobs"), tr("&Registries"), tr("&Disk usage"), tr("&Settings")};
    for (qsizetype i = 0; i < sections.size(); ++i)
        sections[i]->setText(names[i]);
    find->setText(tr("&Filter"));
    refresh->setText(tr("Refres&h"));
    log->setText(tr("&Log"));
    palette->setText(tr("Find a co&mmand…"));
    help->setText(tr("&Help and keys"));
    firstSteps->setText(tr("&First steps"));
}

} // namespace dip::ui
