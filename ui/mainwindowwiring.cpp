// How the parts of the window talk to each other.

#include "ui/mainwindow.h"

#include <QAction>
#include <QCoreApplication>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/jobs/cachejobs.h"
#include "ui/notifications/announcer.h"
#include "ui/notifications/awakekeeper.h"
#include "ui/notifications/batchnotice.h"
#include "ui/notifications/desktop.h"
#include "ui/notifications/taskbar.h"
#include "ui/views/actionpalette.h"
#include "ui/views/cachepage.h"
#include "ui/views/diskpage.h"
#include "ui/views/firststeps.h"
#include "ui/views/importsheet.h"
#include "ui/views/jobspage.h"
#include "ui/views/logpanel.h"
#include "ui/views/pullsheet.h"
#include "ui/views/pushsheet.h"
#include "ui/views/registriespage.h"
#include "ui/views/settingspage.h"
#include "ui/views/statusrow.h"
#include "ui/widgets/dropoverlay.h"
#include "ui/widgets/messagestrip.h"
#include "ui/windowactions.h"
#include "ui/workspace.h"

namespace dip::ui {

void MainWindow::connectActions()
{
    const WindowActions &actions = *m_actions;
    connect(actions.add, &QAction::triggered, this, &MainWindow::chooseFiles);
    connect(actions.addFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(actions.openList, &QAction::triggered, this, &MainWindow::openDeliveryList);
    connect(actions.pull, &QAction::triggered, this, &MainWindow::beginPull);
    connect(actions.push, &QAction::triggered, this, &MainWindow::beginPush);
    TrashBin &trash = m_workspace.trash();
    connect(actions.undo, &QAction::triggered, &trash, &TrashBin::undo);
    connect(&trash, &TrashBin::changed, actions.undo,
            [this] { m_actions->undo->setEnabled(m_workspace.trash().canUndo()); });
    connect(actions.trash, &QAction::triggered, this, &MainWindow::showTrash);
    connect(actions.verifyAll, &QAction::triggered, this,
            [this] { showJob(m_workspace.jobs().add(verifyRequest({}))); });
    m_jobsPage->setVerifyAction(actions.verifyAll);
    connect(actions.clean, &QAction::triggered, this, [this] {
        m_sidebar->choose(Sidebar::Disk);
        m_diskPage->showCleaning(DiskPage::Purpose::Any);
    });
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    JobQueue &jobs = m_workspace.jobs();
    connect(actions.pauseAll, &QAction::triggered, &jobs, &JobQueue::pauseAll);
    connect(actions.resumeAll, &QAction::triggered, &jobs, &JobQueue::resumeAll);
    connect(actions.retryFailed, &QAction::triggered, &jobs, &JobQueue::retryFailed);
    connect(actions.clearFinished, &QAction::triggered, &jobs, &JobQueue::removeFinished);
    for (int section = 0; section < Sidebar::SectionCount; ++section)
        connect(actions.sections[section], &QAction::triggered, this,
                [this, section] { m_sidebar->choose(Sidebar::Section(section)); });
    connect(actions.find, &QAction::triggered, this, &MainWindow::focusFilter);
    connect(actions.refresh, &QAction::triggered, &m_workspace.images(), &CacheModel::reload);
    connect(actions.refresh, &QAction::triggered, &trash, &TrashBin::reload);
    connect(actions.log, &QAction::triggered, this, &MainWindow::showLog);
    connect(actions.palette, &QAction::triggered, this, [this] { m_palette->open(m_actions->all()); });
    connect(actions.help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(actions.firstSteps, &QAction::triggered, m_firstSteps, &FirstSteps::begin);
}

void MainWindow::connectPages()
{
    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::showPage);
    connect(m_cachePage, &CachePage::addRequested, this, &MainWindow::chooseFiles);
    connect(m_cachePage, &CachePage::pullRequested, this, &MainWindow::beginPull);
    connect(m_cachePage, &CachePage::pushRequested, this, &MainWindow::beginPush);
    connect(m_cachePage, &CachePage::folderRequested, this, &MainWindow::chooseCacheFolder);
    connect(m_cachePage, &CachePage::trashRequested, this, &MainWindow::showTrash);
    connect(m_diskPage, &DiskPage::trashRequested, this, &MainWindow::showTrash);
    connect(m_cachePage, &CachePage::jobAdded, this, &MainWindow::showJob);
    connect(m_jobsPage, &JobsPage::imagesRequested, this, &MainWindow::showImages);
    connect(m_settingsPage, &SettingsPage::folderRequested, this, &MainWindow::chooseCacheFolder);
    connect(m_jobsPage, &JobsPage::folderRequested, this, &MainWindow::chooseCacheFolder);
    connect(m_cachePage, &CachePage::choiceChanged, m_actions,
            [this](int count) { m_actions->push->setEnabled(count > 0); });
    connect(m_jobsPage, &JobsPage::editRegistryRequested, this, [this](const QString &profile) {
        m_sidebar->choose(Sidebar::Registries);
        m_registriesPage->edit(profile);
    });
    connect(m_jobsPage, &JobsPage::cleanRequested, this, [this] {
        m_sidebar->choose(Sidebar::Disk);
        m_diskPage->showCleaning(DiskPage::Purpose::FreeRoom);
    });
    connect(m_jobsPage, &JobsPage::logRequested, this, [this](const QString &job, const QString &title) {
        showLog(true);
        m_log->showJob(job, title);
    });
    connect(m_jobsPage, &JobsPage::anotherTargetRequested, this, [this](const QList<ImageName> &images) {
        m_cachePage->choose(images);
        beginPush();
    });
    connect(m_registriesPage, &RegistriesPage::saved, this, &MainWindow::registrySaved);
    connect(m_registriesPage, &RegistriesPage::pullRequested, this,
            [this](const QString &profile, const QString &repository, const QStringList &tags) {
                openSheet(m_pullSheet);
                m_pullSheet->begin(profile, repository, tags);
            });
    connect(m_registriesPage, &RegistriesPage::copyRequested, this, &MainWindow::beginCopy);
    connect(m_registriesPage, &RegistriesPage::jobRequested, this, &MainWindow::showJob);
    connect(m_registriesPage, &RegistriesPage::dropped, this, &MainWindow::takeDrop);
    connect(m_status, &StatusRow::jobsRequested, this, [this] { m_sidebar->choose(Sidebar::Jobs); });
    connect(m_status, &StatusRow::cacheRequested, this, [this] { m_sidebar->choose(Sidebar::Disk); });
    connect(m_status, &StatusRow::logRequested, m_actions->log, &QAction::trigger);
    connect(m_status, &StatusRow::needsYouRequested, this, [this] {
        m_sidebar->choose(Sidebar::Jobs);
        m_jobsPage->showWaitingForYou();
    });
    connect(m_log, &LogPanel::closed, this, [this] { showLog(false); });
    connect(m_firstSteps, &FirstSteps::folderRequested, this, &MainWindow::chooseCacheFolder);
    connect(m_firstSteps, &FirstSteps::registryRequested, this, [this] { addRegistryFor(nullptr); });
    connect(m_firstSteps, &FirstSteps::ended, this, &MainWindow::endFirstSteps);
}

void MainWindow::connectSheets()
{
    const auto showJobs = [this] {
        closeSheet();
        m_sidebar->choose(Sidebar::Jobs);
        m_jobsPage->showWaitingForYou(); // what was begun is at the top, or soon asks something there
    };
    connect(m_importSheet, &ImportSheet::imported, this, showJobs);
    connect(m_importSheet, &ImportSheet::pushRequested, this, [this](const QList<PushModel::Row> &rows) {
        openSheet(m_pushSheet);
        m_pushSheet->begin(rows);
    });
    connect(m_pushSheet, &PushSheet::pushed, this, showJobs);
    connect(m_pullSheet, &PullSheet::pulled, this, showJobs);
    connect(m_pushSheet, &PushSheet::addRegistryRequested, this, [this] { addRegistryFor(m_pushSheet); });
    connect(m_pullSheet, &PullSheet::addRegistryRequested, this, [this] { addRegistryFor(m_pullSheet); });
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace, &Workspace::cacheOpened, this, [this](const QStringList &notices) {
        m_notice->setText(notices.join(u'\n'));
        m_notice->setVisible(!notices.isEmpty());
    });
    connect(m_noticeClose, &QPushButton::clicked, m_notice, &QWidget::hide);
    connect(&m_workspace, &Workspace::settingsChanged, this, &MainWindow::applySettings);
    connect(&m_workspace.jobs(), &JobQueue::added, this, &MainWindow::showBadges);
    connect(&m_workspace.jobs(), &JobQueue::removed, this, &MainWindow::showBadges);
    connect(&m_workspace.jobs(), &JobQueue::changed, this, &MainWindow::showBadges);
    connect(&m_workspace.images(), &CacheModel::loaded, this, &MainWindow::showBadges);
    connect(&m_workspace.registries(), &RegistryDirectory::changed, this, &MainWindow::showBadges);
}

void MainWindow::connectDesktop()
{
    const auto quit = [this] {
        m_quitting = true;
        close();
    };
    connect(m_quitNow, &QPushButton::clicked, this, quit);
    connect(m_quitStay, &QPushButton::clicked, this, [this] {
        m_quitQuestion->hide();
        m_pages->currentWidget()->setFocus();
    });
    connect(m_quitTray, &QPushButton::clicked, this, [this] {
        m_quitQuestion->hide();
        hide();
    });
    connect(m_desktop, &Desktop::windowRequested, this, &MainWindow::comeForward);
    connect(m_desktop, &Desktop::pauseRequested, &m_workspace.jobs(), &JobQueue::pauseAll);
    connect(m_desktop, &Desktop::quitRequested, this, [quit] {
        quit();
        QCoreApplication::quit(); // the window may be hidden, and then closing it does not end the program
    });
    new AwakeKeeper(m_workspace, SleepInhibitor::make(), this);
    new Taskbar(m_workspace, TaskbarEntry::make(), this);
    auto *notices = new BatchNotice(m_workspace.jobs(), this);
    new Announcer(*notices, this);
    connect(notices, &BatchNotice::batchEnded, this, [this](const QString &title, const QString &text) {
        if (m_workspace.settings().notifyDone && !isActiveWindow())
            m_desktop->notify(title, text);
    });
    connect(notices, &BatchNotice::personNeeded, this, [this](const QString &title, const QString &text) {
        if (m_workspace.settings().notifyNeedsYou && !isActiveWindow())
            m_desktop->notify(title, text);
    });
}

} // namespace dip::ui
