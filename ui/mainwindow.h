#pragma once

#include <QMainWindow>

#include "ui/models/pushmodel.h"
#include "ui/registries/remotetags.h"
#include "ui/views/sidebar.h"

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace dip::ui {

class ActionPalette;
class CachePage;
class Desktop;
class DiskPage;
class DropOverlay;
class FirstSteps;
class HelpSheet;
class ImportSheet;
class JobsPage;
class LogPanel;
class MessageStrip;
class PullSheet;
class PushSheet;
class RegistriesPage;
class SettingsPage;
class Sheet;
class StatusRow;
class TrashSheet;
class WindowActions;
class Workspace;

/// The window: sections at the left, the chosen one's page, and below it a sheet where a form is open.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Workspace &workspace, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Looks into archives and offers to import them.
    void offer(const QStringList &paths);
    /// What files on the command line are for.
    [[nodiscard]] static QString filesHelp();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *makeTopRow();
    void connectActions();
    void connectPages();
    void connectSheets();
    void connectWorkspace();
    void connectDesktop();
    void openSheet(Sheet *sheet);
    void shareHeight();
    void closeSheet();
    void showPage(int section);
    void chooseFiles();
    void chooseFolder();
    void chooseCacheFolder();
    void beginPush();
    void beginPull();
    void takeDrop(const QString &profile, const QStringList &paths);
    void beginCopy(const RemoteTags &tags, const QString &target);
    void openDeliveryList();
    void addRegistryFor(Sheet *sheet);
    void registrySaved(const QString &profile);
    void focusFilter();
    void showLog(bool shown);
    void showHelp();
    void showTrash();
    void showJob(const QString &id);
    void showImages(const QList<ImageName> &images);
    void endFirstSteps();
    void showBadges();
    void applySettings();
    void askToQuit(int running);
    void comeForward();
    void saveState();
    void restoreState();
    void retranslate();

    Workspace &m_workspace;
    Sidebar *m_sidebar;
    QStackedWidget *m_pages;
    QSplitter *m_splitter;
    QStackedWidget *m_sheets;
    CachePage *m_cachePage;
    JobsPage *m_jobsPage;
    RegistriesPage *m_registriesPage;
    DiskPage *m_diskPage;
    SettingsPage *m_settingsPage;
    ImportSheet *m_importSheet;
    PushSheet *m_pushSheet;
    PullSheet *m_pullSheet;
    HelpSheet *m_helpSheet;
    TrashSheet *m_trashSheet;
    LogPanel *m_log;
    FirstSteps *m_firstSteps;
    StatusRow *m_status;
    DropOverlay *m_overlay;
    MessageStrip *m_notice;
    QPushButton *m_noticeClose;
    MessageStrip *m_quitQuestion;
    QPushButton *m_quitNow;
    QPushButton *m_quitTray;
    QPushButton *m_quitStay;
    WindowActions *m_actions;
    ActionPalette *m_palette;
    Desktop *m_desktop;
    Sheet *m_waitingForRegistry = nullptr; ///< the form that goes on when a registry was added
    bool m_quitting = false;
};

} // namespace dip::ui
