// Archives that come to the window: dropped on it, or given on the command line.

#include "ui/mainwindow.h"

#include <QDragEnterEvent>

#include "ui/archives/archivesniff.h"
#include "ui/look/format.h"
#include "ui/push/dropdelivery.h"
#include "ui/views/importsheet.h"
#include "ui/views/pushsheet.h"
#include "ui/widgets/dropoverlay.h"
#include "ui/widgets/messagestrip.h"
#include "ui/workspace.h"

namespace dip::ui {

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

/// Archives that were dropped on a registry, or beside all of them.
void MainWindow::takeDrop(const QString &profile, const QStringList &paths)
{
    m_overlay->hide();
    const RegistryProfile *target = m_workspace.registries().find(profile);
    if (!target || !target->pushAtOnce || !m_workspace.cache()) {
        m_pushSheet->chooseRegistry(profile);
        offer(paths);
        return;
    }
    m_notice->setText(tr("Looking into what was dropped on %1…").arg(target->title()));
    m_notice->show();
    auto *delivery = new DropDelivery(m_workspace, profile, paths, this);
    connect(delivery, &DropDelivery::pushed, this, [this, delivery] {
        m_notice->hide();
        m_sidebar->choose(Sidebar::Jobs);
        delivery->deleteLater();
    });
    connect(delivery, &DropDelivery::decisionNeeded, this, [this, delivery, profile, paths] {
        m_notice->hide();
        m_pushSheet->chooseRegistry(profile);
        offer(paths);
        delivery->deleteLater();
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList paths = localPaths(*event->mimeData());
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
    const Offer offered = lookAt(localPaths(*event->mimeData()));
    if (offered.paths.isEmpty())
        return;
    event->acceptProposedAction();
    offer(offered.paths);
}

} // namespace dip::ui
