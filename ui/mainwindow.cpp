#include "ui/mainwindow.h"

#include <QAction>
#include <QCloseEvent>
#include <QFileDialog>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStorageInfo>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/archives/archivesniff.h"
#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/views/cachepage.h"
#include "ui/views/importsheet.h"
#include "ui/views/jobspage.h"
#include "ui/views/pullsheet.h"
#include "ui/views/pushsheet.h"
#include "ui/views/registriespage.h"
#include "ui/views/settingspage.h"
#include "ui/views/statusrow.h"
#include "ui/widgets/dropoverlay.h"
#include "ui/widgets/messagestrip.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr QSize firstSize(1240, 780);
constexpr QSize smallestSize(880, 560);
constexpr int sheetHeight = 340;

QStringList pathsOf(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

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
    , m_settingsPage(new SettingsPage(workspace, this))
    , m_importSheet(new ImportSheet(workspace, this))
    , m_pushSheet(new PushSheet(workspace, this))
    , m_pullSheet(new PullSheet(workspace, this))
    , m_status(new StatusRow(workspace, this))
    , m_overlay(new DropOverlay(this))
    , m_notice(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_noticeClose(m_notice->addButton())
    , m_quitQuestion(new MessageStrip(MessageStrip::Kind::Warning, this))
    , m_quitNow(m_quitQuestion->addButton())
    , m_quitStay(m_quitQuestion->addButton())
    , m_fileMenu(menuBar()->addMenu(QString()))
    , m_imageMenu(menuBar()->addMenu(QString()))
    , m_viewMenu(menuBar()->addMenu(QString()))
{
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    makeActions();
    build();
    connectPages();
    connectWorkspace();
    retranslate();
    restoreState();
}

MainWindow::~MainWindow() = default;

QAction *MainWindow::addAction(QMenu *menu, QLatin1StringView iconName, const QKeySequence &keys,
                               void (MainWindow::*slot)())
{
    QAction *action = menu->addAction(icon(iconName), QString());
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void MainWindow::makeActions()
{
    m_add = addAction(m_fileMenu, QLatin1StringView("add"), QKeySequence::Open, &MainWindow::chooseFiles);
    m_addFolder = addAction(m_fileMenu, QLatin1StringView("folder"),
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), &MainWindow::chooseFolder);
    m_pull = addAction(m_fileMenu, QLatin1StringView("pull"), QKeySequence(Qt::CTRL | Qt::Key_D),
                       &MainWindow::beginPull);
    m_fileMenu->addSeparator();
    m_quit = m_fileMenu->addAction(QString());
    m_quit->setShortcut(QKeySequence::Quit);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    m_push = addAction(m_imageMenu, QLatin1StringView("push"), QKeySequence(Qt::CTRL | Qt::Key_P),
                       &MainWindow::beginPush);
    const QList<QAction *> others = m_cachePage->imageActions().sliced(1);
    m_imageMenu->addActions(others);
    makeSectionActions();
    m_viewMenu->addSeparator();
    m_find = addAction(m_viewMenu, QLatin1StringView("search"), QKeySequence::Find, &MainWindow::focusFilter);
    m_refresh =
        addAction(m_viewMenu, QLatin1StringView("refresh"), QKeySequence::Refresh, &MainWindow::refresh);
}

void MainWindow::makeSectionActions()
{
    for (int section = 0; section < Sidebar::SectionCount; ++section) {
        QAction *action = m_viewMenu->addAction(QString());
        QList<QKeySequence> keys{QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_1 + section)))};
        if (section == Sidebar::Settings)
            keys.append(QKeySequence(Qt::CTRL | Qt::Key_Comma));
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this,
                [this, section] { m_sidebar->choose(Sidebar::Section(section)); });
        m_sections.append(action);
    }
}

QWidget *MainWindow::makeTopRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(18, 10, 18, 0);
    for (QAction *action : {m_add, m_push, m_pull}) {
        auto *button = new QToolButton(row);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({18, 18});
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    layout->addStretch();
    return row;
}

void MainWindow::build()
{
    for (QWidget *page : {static_cast<QWidget *>(m_cachePage), static_cast<QWidget *>(m_jobsPage),
                          static_cast<QWidget *>(m_registriesPage), static_cast<QWidget *>(m_settingsPage)})
        m_pages->addWidget(page);
    for (Sheet *sheet : {static_cast<Sheet *>(m_importSheet), static_cast<Sheet *>(m_pushSheet),
                         static_cast<Sheet *>(m_pullSheet)}) {
        m_sheets->addWidget(sheet);
        connect(sheet, &Sheet::closed, this, &MainWindow::closeSheet);
    }
    m_sheets->hide();
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_sheets);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({500, sheetHeight});

    auto *strips = new QVBoxLayout;
    strips->setContentsMargins(18, 0, 18, 0);
    strips->addWidget(m_quitQuestion);
    strips->addWidget(m_notice);
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

void MainWindow::connectPages()
{
    connect(m_sidebar, &Sidebar::chosen, this,
            [this](Sidebar::Section section) { m_pages->setCurrentIndex(section); });
    connect(m_cachePage, &CachePage::addRequested, this, &MainWindow::chooseFiles);
    connect(m_cachePage, &CachePage::pullRequested, this, &MainWindow::beginPull);
    connect(m_cachePage, &CachePage::pushRequested, this, &MainWindow::beginPush);
    connect(m_cachePage, &CachePage::folderRequested, this, &MainWindow::chooseCacheFolder);
    connect(m_settingsPage, &SettingsPage::folderRequested, this, &MainWindow::chooseCacheFolder);
    connect(m_jobsPage, &JobsPage::folderRequested, this, &MainWindow::chooseCacheFolder);
    connect(m_cachePage, &CachePage::choiceChanged, m_push,
            [this](int count) { m_push->setEnabled(count > 0); });
    connect(m_jobsPage, &JobsPage::editRegistryRequested, this, [this](const QString &profile) {
        m_sidebar->choose(Sidebar::Registries);
        m_registriesPage->edit(profile);
    });
    connect(m_registriesPage, &RegistriesPage::saved, this, &MainWindow::registrySaved);
    const auto showJobs = [this] {
        closeSheet();
        m_sidebar->choose(Sidebar::Jobs);
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
    connect(m_status, &StatusRow::jobsRequested, this, [this] { m_sidebar->choose(Sidebar::Jobs); });
    connect(m_status, &StatusRow::cacheRequested, this, [this] { m_sidebar->choose(Sidebar::Cache); });
    connect(m_status, &StatusRow::needsYouRequested, this, [this] {
        m_sidebar->choose(Sidebar::Jobs);
        m_jobsPage->showWaitingForYou();
    });
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace, &Workspace::cacheOpened, this, [this](const QStringList &notices) {
        m_notice->setText(notices.join(u'\n'));
        m_notice->setVisible(!notices.isEmpty());
    });
    connect(m_noticeClose, &QPushButton::clicked, m_notice, &QWidget::hide);
    connect(m_quitStay, &QPushButton::clicked, m_quitQuestion, &QWidget::hide);
    connect(m_quitNow, &QPushButton::clicked, this, [this] {
        m_quitting = true;
        close();
    });
    connect(&m_workspace.jobs(), &JobQueue::added, this, &MainWindow::showBadges);
    connect(&m_workspace.jobs(), &JobQueue::removed, this, &MainWindow::showBadges);
    connect(&m_workspace.jobs(), &JobQueue::changed, this, &MainWindow::showBadges);
    connect(&m_workspace.images(), &CacheModel::loaded, this, &MainWindow::showBadges);
    connect(&m_workspace.registries(), &RegistryDirectory::changed, this, &MainWindow::showBadges);
}

void MainWindow::openSheet(Sheet *sheet)
{
    m_sheets->setCurrentWidget(sheet);
    m_sheets->show();
    m_cachePage->setCompact(true);
}

void MainWindow::closeSheet()
{
    m_sheets->hide();
    m_cachePage->setCompact(false);
    m_waitingForRegistry = nullptr;
}

void MainWindow::offer(const QStringList &paths)
{
    if (!m_workspace.cache()) { // given on the command line; the cache is still being opened
        connect(
            &m_workspace, &Workspace::cacheOpened, this, [this, paths] { offer(paths); },
            Qt::SingleShotConnection);
        return;
    }
    openSheet(m_importSheet);
    m_importSheet->add(paths);
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
    m_sidebar->choose(Sidebar::Cache);
    m_cachePage->focusFilter();
}

void MainWindow::refresh()
{
    m_workspace.images().reload();
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

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList paths = pathsOf(event->mimeData());
    if (paths.isEmpty())
        return;
    const Offer offered = lookAt(paths);
    const int count = int(offered.paths.size());
    if (count == 0) {
        m_overlay->showFor(tr("This is no image archive"), false);
        event->setDropAction(Qt::IgnoreAction);
        event->accept(); // so that leaving is told, and the overlay can go
        return;
    }
    m_overlay->showFor(offered.bytes > 0
                           ? tr("Import %n archive(s), %1", nullptr, count).arg(formatBytes(offered.bytes))
                           : tr("Look for images in %n folder(s)", nullptr, count),
                       true);
    event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_overlay->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_overlay->hide();
    const Offer offered = lookAt(pathsOf(event->mimeData()));
    if (offered.paths.isEmpty())
        return;
    event->acceptProposedAction();
    offer(offered.paths);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_overlay->setGeometry(rect());
    QMainWindow::resizeEvent(event);
}

/// With work under way the person is asked once, in the window.
void MainWindow::closeEvent(QCloseEvent *event)
{
    const JobQueue::Counts counts = m_workspace.jobs().counts();
    if (counts.running > 0 && !m_quitting) {
        m_quitQuestion->setText(
            tr("%n job(s) are running. Quitting pauses them; they can go on at the next start.", nullptr,
               counts.running));
        m_quitQuestion->show();
        m_quitStay->setFocus();
        event->ignore();
        return;
    }
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::saveState()
{
    QSettings &store = m_workspace.store();
    store.setValue(QStringLiteral("window/geometry"), saveGeometry());
    store.setValue(QStringLiteral("window/section"), m_pages->currentIndex());
    m_cachePage->saveState();
}

void MainWindow::restoreState()
{
    const QSettings &store = m_workspace.store();
    if (!restoreGeometry(store.value(QStringLiteral("window/geometry")).toByteArray()))
        resize(firstSize);
    const int section = store.value(QStringLiteral("window/section")).toInt();
    if (section > 0 && section < Sidebar::SectionCount)
        m_sidebar->choose(Sidebar::Section(section));
    m_push->setEnabled(!m_cachePage->chosenRows().isEmpty());
    showBadges();
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
    m_fileMenu->setTitle(tr("&File"));
    m_imageMenu->setTitle(tr("&Image"));
    m_viewMenu->setTitle(tr("&View"));
    m_add->setText(tr("&Add images…"));
    m_add->setToolTip(
        tr("Choose image archives to import (%1)").arg(m_add->shortcut().toString(QKeySequence::NativeText)));
    m_addFolder->setText(tr("Add a f&older…"));
    m_push->setText(tr("&Push…"));
    m_push->setToolTip(
        tr("Push the chosen images (%1)").arg(m_push->shortcut().toString(QKeySequence::NativeText)));
    m_pull->setText(tr("Pu&ll…"));
    m_pull->setToolTip(
        tr("Pull an image into the cache (%1)").arg(m_pull->shortcut().toString(QKeySequence::NativeText)));
    m_find->setText(tr("&Filter images"));
    m_refresh->setText(tr("&Refresh"));
    m_quit->setText(tr("&Quit"));
    const QStringList names{tr("&Cache"), tr("&Jobs"), tr("&Registries"), tr("&Settings")};
    for (qsizetype i = 0; i < m_sections.size(); ++i)
        m_sections[i]->setText(names[i]);
    m_noticeClose->setText(tr("Close"));
    m_quitNow->setText(tr("Pause and quit"));
    m_quitStay->setText(tr("Stay"));
    showBadges();
}

} // namespace dip::ui
