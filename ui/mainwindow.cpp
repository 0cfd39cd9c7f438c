#include "ui/mainwindow.h"

#include <QAction>
#include <QFileDialog>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/look/icons.h"
#include "ui/notifications/desktop.h"
#include "ui/push/copyrows.h"
#include "ui/views/actionpalette.h"
#include "ui/views/cachepage.h"
#include "ui/views/diskpage.h"
#include "ui/views/firststeps.h"
#include "ui/views/helpsheet.h"
#include "ui/views/importsheet.h"
#include "ui/views/jobspage.h"
#include "ui/views/logpanel.h"
#include "ui/views/pullsheet.h"
#include "ui/views/pushsheet.h"
#include "ui/views/registriespage.h"
#include "ui/views/settingspage.h"
#include "ui/views/statusrow.h"
#include "ui/views/trashsheet.h"
#include "ui/widgets/dropoverlay.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/ratebutton.h"
#include "ui/windowactions.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr QSize smallestSize(880, 480); // a laptop's screen at 200 % is not much higher
constexpr int pageHeight = 260;         // beside a sheet
constexpr int leastPage = 110;          // where there is no room for both
constexpr int sheetHeight = 390;
constexpr int logHeight = 200;

} // namespace

MainWindow::MainWindow(Workspace &workspace, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_sidebar(new Sidebar(this))
    , m_pages(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_sheets(new QStackedWidget(this))
    , m_cachePage(new CachePage(workspace, this))
    , m_jobsPage(new JobsPage(workspace, this))
    , m_registriesPage(new RegistriesPage(workspace, this))
    , m_diskPage(new DiskPage(workspace, this))
    , m_settingsPage(new SettingsPage(workspace, this))
    , m_importSheet(new ImportSheet(workspace, this))
    , m_pushSheet(new PushSheet(workspace, this))
    , m_pullSheet(new PullSheet(workspace, this))
    , m_helpSheet(new HelpSheet(this))
    , m_trashSheet(new TrashSheet(workspace.trash(), this))
    , m_log(new LogPanel(workspace.log(), this))
    , m_firstSteps(new FirstSteps(workspace, this))
    , m_status(new StatusRow(workspace, this))
    , m_overlay(new DropOverlay(this))
    , m_notice(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_noticeClose(m_notice->addButton())
    , m_quitQuestion(new MessageStrip(MessageStrip::Kind::Warning, this))
    , m_quitNow(m_quitQuestion->addButton())
    , m_quitTray(m_quitQuestion->addButton())
    , m_quitStay(m_quitQuestion->addWayOut())
    , m_actions(new WindowActions(this, m_cachePage->imageActions().sliced(1), m_jobsPage->jobActions(),
                                  m_registriesPage->tagActions()))
    , m_palette(new ActionPalette(this))
    , m_desktop(new Desktop(this))
{
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    build();
    connectActions();
    connectPages();
    connectSheets();
    connectWorkspace();
    connectDesktop();
    retranslate();
    restoreState();
    applySettings();
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makeTopRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(18, 10, 18, 0);
    for (QAction *action : {m_actions->add, m_actions->push, m_actions->pull}) {
        auto *button = new QToolButton(row);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({18, 18});
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    layout->addStretch();
    layout->addWidget(new RateButton(m_workspace, row));
    return row;
}

void MainWindow::build()
{
    for (QWidget *page : {static_cast<QWidget *>(m_cachePage), static_cast<QWidget *>(m_jobsPage),
                          static_cast<QWidget *>(m_registriesPage), static_cast<QWidget *>(m_diskPage),
                          static_cast<QWidget *>(m_settingsPage)})
        m_pages->addWidget(page);
    for (Sheet *sheet : {static_cast<Sheet *>(m_importSheet), static_cast<Sheet *>(m_pushSheet),
                         static_cast<Sheet *>(m_pullSheet), static_cast<Sheet *>(m_helpSheet),
                         static_cast<Sheet *>(m_trashSheet)}) {
        m_sheets->addWidget(sheet);
        connect(sheet, &Sheet::closed, this, &MainWindow::closeSheet);
    }
    m_sheets->hide();
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_sheets);
    m_splitter->addWidget(m_log);
    m_log->hide();
    m_firstSteps->hide();
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({pageHeight, sheetHeight, logHeight});
    m_sheets->resize(width(), sheetHeight);
    m_log->resize(width(), logHeight);
    m_pages->setMinimumHeight(leastPage); // the highest page would else leave forms too little

    auto *strips = new QVBoxLayout;
    strips->setContentsMargins(18, 4, 18, 0);
    strips->setSpacing(6);
    strips->addWidget(m_quitQuestion);
    strips->addWidget(m_notice);
    strips->addWidget(m_firstSteps);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(makeTopRow());
    right->addLayout(strips);
    right->addWidget(m_splitter, 1);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, 10, 0, 0);
    left->addWidget(m_sidebar);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addLayout(left);
    columns->addLayout(right, 1);
    auto *middle = new QWidget(this);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(columns, 1);
    layout->addWidget(m_status);
    setCentralWidget(middle);
    setMinimumSize(smallestSize);
}

void MainWindow::openSheet(Sheet *sheet)
{
    m_sheets->setCurrentWidget(sheet);
    m_sheets->show();
    m_cachePage->setCompact(true);
    shareHeight();
    if (!sheet->isAncestorOf(focusWidget()))
        sheet->setFocus();
}

/// A sheet keeps its height as long as that leaves the page enough; in a low window both get half.
void MainWindow::shareHeight()
{
    const int log = m_log->isVisibleTo(this) ? std::min(m_log->height(), m_splitter->height() / 4) : 0;
    const int room = m_splitter->height() - log;
    const int sheet = std::min(m_sheets->height(), std::max(room - pageHeight, room / 2));
    m_splitter->setSizes({room - sheet, sheet, log});
}

/// The focus does not fall to whatever comes next, but goes back to the page.
void MainWindow::closeSheet()
{
    const bool hadFocus = m_sheets->isAncestorOf(focusWidget());
    m_sheets->hide();
    if (hadFocus)
        m_pages->currentWidget()->setFocus();
    m_cachePage->setCompact(false);
    m_waitingForRegistry = nullptr;
}

void MainWindow::showPage(int section)
{
    const bool hadFocus = m_pages->isAncestorOf(focusWidget());
    m_pages->setCurrentIndex(section);
    if (hadFocus)
        m_pages->currentWidget()->setFocus();
}

QString MainWindow::filesHelp()
{
    return tr("Image archives to import");
}

void MainWindow::chooseFiles()
{
    auto *dialog = new QFileDialog(
        this, tr("Image archives"), {},
        tr("Image archives (*.tar *.tar.gz *.tgz *.tar.xz *.tar.zst *.tar.bz2 *.zip);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::offer);
    dialog->open();
}

void MainWindow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of image archives"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::offer);
    dialog->open();
}

void MainWindow::chooseCacheFolder()
{
    auto *dialog = new QFileDialog(this, tr("Cache folder"), m_workspace.cacheFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        AppSettings settings = m_workspace.settings();
        settings.cacheFolder = folder;
        m_workspace.change(settings);
    });
    dialog->open();
}

void MainWindow::beginPush()
{
    QList<PushModel::Row> rows;
    for (const CacheRow &row : m_cachePage->chosenRows())
        rows.append({row.image.name, row.size, {}, false});
    if (rows.isEmpty())
        return;
    openSheet(m_pushSheet);
    m_pushSheet->begin(rows);
}

void MainWindow::beginPull()
{
    openSheet(m_pullSheet);
    m_pullSheet->begin();
}

/// Where no target is named, any but the one that the images are in.
void MainWindow::beginCopy(const RemoteTags &tags, const QString &target)
{
    const RegistryProfile *from = m_workspace.registries().find(tags.profile);
    if (!from)
        return;
    const QList<PushModel::Row> rows =
        copyRows(tags, *from, m_workspace.images(), m_workspace.settings().blobsAtOnce);
    openSheet(m_pushSheet);
    m_pushSheet->chooseRegistry(target);
    m_pushSheet->chooseOtherThan(tags.profile);
    m_pushSheet->begin(rows);
}

void MainWindow::openDeliveryList()
{
    openSheet(m_pushSheet);
    m_pushSheet->begin({});
    m_pushSheet->chooseListToOpen();
}

void MainWindow::addRegistryFor(Sheet *sheet)
{
    m_waitingForRegistry = sheet;
    m_sidebar->choose(Sidebar::Registries);
    m_registriesPage->beginNew();
}

void MainWindow::registrySaved(const QString &profile)
{
    if (m_waitingForRegistry == m_pushSheet)
        m_pushSheet->chooseRegistry(profile);
    else if (m_waitingForRegistry == m_pullSheet)
        m_pullSheet->chooseRegistry(profile);
    m_waitingForRegistry = nullptr;
}

void MainWindow::focusFilter()
{
    if (m_pages->currentIndex() == Sidebar::Jobs) {
        m_jobsPage->focusFilter();
        return;
    }
    m_sidebar->choose(Sidebar::Cache);
    m_cachePage->focusFilter();
}

void MainWindow::showLog(bool shown)
{
    m_actions->log->setChecked(shown);
    m_log->setVisible(shown);
    if (m_sheets->isVisibleTo(this))
        shareHeight();
}

void MainWindow::showHelp()
{
    openSheet(m_helpSheet);
    m_helpSheet->begin(m_actions->all(), m_workspace.log().fileName());
}

void MainWindow::showTrash()
{
    m_sidebar->choose(Sidebar::Cache);
    openSheet(m_trashSheet);
    m_trashSheet->begin();
}

void MainWindow::showJob(const QString &id)
{
    m_sidebar->choose(Sidebar::Jobs);
    m_jobsPage->showJob(id);
}

void MainWindow::showImages(const QList<ImageName> &images)
{
    m_sidebar->choose(Sidebar::Cache);
    m_cachePage->choose(images);
}

void MainWindow::applySettings()
{
    m_desktop->showTray(m_workspace.settings().tray);
}

void MainWindow::comeForward()
{
    show();
    raise();
    activateWindow();
}

void MainWindow::showBadges()
{
    const JobQueue::Counts counts = m_workspace.jobs().counts();
    const auto jobs = m_workspace.jobs().jobs().size();
    const int images = m_workspace.images().rowCount();
    const auto registries = m_workspace.registries().profiles().size();
    m_sidebar->setBadge(Sidebar::Cache, images == 0 ? QString() : QString::number(images));
    m_sidebar->setBadge(
        Sidebar::Jobs,
        counts.unfinished() > 0 ? tr("%1/%2", "jobs: running/all").arg(counts.running).arg(jobs) : QString(),
        counts.needsYou > 0);
    m_sidebar->setBadge(Sidebar::Registries, registries == 0 ? QString() : QString::number(registries));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_overlay->setGeometry(rect());
    QMainWindow::resizeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Docker Image Pusher"));
    m_actions->retranslate();
    m_desktop->retranslate();
    m_noticeClose->setText(tr("Close"));
    m_quitNow->setText(tr("Pause and quit"));
    m_quitTray->setText(tr("Keep running in the tray"));
    m_quitStay->setText(tr("Stay"));
    showBadges();
}

} // namespace dip::ui
