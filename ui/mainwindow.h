#pragma once

#include <QMainWindow>

#include "ui/models/pushmodel.h"
#include "ui/views/sidebar.h"

class QAction;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace dip::ui {

class CachePage;
class DropOverlay;
class ImportSheet;
class JobsPage;
class MessageStrip;
class PullSheet;
class PushSheet;
class RegistriesPage;
class SettingsPage;
class Sheet;
class StatusRow;
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
    void makeActions();
    QAction *addAction(QMenu *menu, QLatin1StringView iconName, const QKeySequence &keys,
                       void (MainWindow::*slot)());
    void makeSectionActions();
    QWidget *makeTopRow();
    void connectPages();
    void connectWorkspace();
    void openSheet(Sheet *sheet);
    void closeSheet();
    void chooseFiles();
    void chooseFolder();
    void chooseCacheFolder();
    void beginPush();
    void beginPull();
    void addRegistryFor(Sheet *sheet);
    void registrySaved(const QString &profile);
    void focusFilter();
    void refresh();
    void showBadges();
    void askToQuit();
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
    SettingsPage *m_settingsPage;
    ImportSheet *m_importSheet;
    PushSheet *m_pushSheet;
    PullSheet *m_pullSheet;
    StatusRow *m_status;
    DropOverlay *m_overlay;
    MessageStrip *m_notice;
    QPushButton *m_noticeClose;
    MessageStrip *m_quitQuestion;
    QPushButton *m_quitNow;
    QPushButton *m_quitStay;
    Sheet *m_waitingForRegistry = nullptr; ///< the form that goes on when a registry was added
    bool m_quitting = false;

    QMenu *m_fileMenu;
    QMenu *m_imageMenu;
    QMenu *m_viewMenu;
    QAction *m_add = nullptr;
    QAction *m_addFolder = nullptr;
    QAction *m_push = nullptr;
    QAction *m_pull = nullptr;
    QAction *m_find = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_quit = nullptr;
    QList<QAction *> m_sections;
};

} // namespace dip::ui
