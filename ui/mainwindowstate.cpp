// The window's end and its next beginning: what is asked before it closes, and what it finds again.

#include "ui/mainwindow.h"

#include <QAction>
#include <QCloseEvent>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>

#include "ui/notifications/desktop.h"
#include "ui/views/cachepage.h"
#include "ui/views/diskpage.h"
#include "ui/views/firststeps.h"
#include "ui/widgets/messagestrip.h"
#include "ui/windowactions.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr QSize firstSize(1280, 800);
constexpr QSize frame(16, 40); // about what the desktop draws around a window
constexpr QLatin1StringView firstStepsKey("window/firstStepsDone");

} // namespace

/// With work under way the person is asked once, in the window.
void MainWindow::closeEvent(QCloseEvent *event)
{
    const int running = m_workspace.jobs().counts().running;
    if (running > 0 && !m_quitting) {
        askToQuit(running);
        event->ignore();
        return;
    }
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::askToQuit(int running)
{
    m_quitQuestion->setText(tr(
        "%n job(s) are running. Quitting pauses them; they can go on at the next start.", nullptr, running));
    m_quitTray->setVisible(m_desktop->hasTray());
    m_quitQuestion->show();
    m_quitStay->setFocus();
}

void MainWindow::saveState()
{
    QSettings &store = m_workspace.store();
    store.setValue(QStringLiteral("window/geometry"), saveGeometry());
    store.setValue(QStringLiteral("window/section"), m_pages->currentIndex());
    store.setValue(QStringLiteral("window/log"), m_actions->log->isChecked());
    m_cachePage->saveState();
    m_diskPage->saveState();
}

void MainWindow::restoreState()
{
    const QSettings &store = m_workspace.store();
    if (!restoreGeometry(store.value(QStringLiteral("window/geometry")).toByteArray()))
        resize(firstSize.boundedTo(screen()->availableSize() - frame));
    const int section = store.value(QStringLiteral("window/section")).toInt();
    if (section > 0 && section < Sidebar::SectionCount)
        m_sidebar->choose(Sidebar::Section(section));
    m_actions->push->setEnabled(!m_cachePage->chosenRows().isEmpty());
    m_actions->undo->setEnabled(false);
    showLog(store.value(QStringLiteral("window/log")).toBool());
    if (!store.value(firstStepsKey).toBool())
        m_firstSteps->begin();
    showBadges();
}

void MainWindow::endFirstSteps()
{
    m_firstSteps->hide();
    m_workspace.store().setValue(firstStepsKey, true);
}

} // namespace dip::ui
