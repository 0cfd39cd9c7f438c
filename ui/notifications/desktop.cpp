#include "ui/notifications/desktop.h"

#include <QAction>
#include <QMenu>

#ifdef HAVE_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#endif

#include "ui/look/icons.h"

namespace dip::ui {

namespace {

/// Desktop Notifications Specification, org.freedesktop.Notifications.Notify. Whether there is a bus to send
/// it to; nobody waits for the answer.
bool notifyByBus(const QString &title, const QString &text)
{
#ifdef HAVE_DBUS
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    auto message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    message.setArguments(
        {QStringLiteral("Docker Image Pusher"), quint32(0), QStringLiteral("docker-image-pusher"), title,
         text.toHtmlEscaped(), QStringList(),
         QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("docker-image-pusher")},
                     {QStringLiteral("suppress-sound"), true}},
         -1});
    return bus.send(message);
#else
    Q_UNUSED(title)
    Q_UNUSED(text)
    return false;
#endif
}

} // namespace

Desktop::Desktop(QObject *parent) : QObject(parent) {}

Desktop::~Desktop() = default;

void Desktop::notify(const QString &title, const QString &text)
{
    if (!notifyByBus(title, text) && m_tray)
        m_tray->showMessage(title, text, applicationIcon());
}

void Desktop::showTray(bool on)
{
    if (on == hasTray() || (on && !QSystemTrayIcon::isSystemTrayAvailable()))
        return;
    if (!on) {
        m_tray.reset();
        m_menu.reset();
        return;
    }
    m_menu = std::make_unique<QMenu>();
    m_window = m_menu->addAction(QString(), this, &Desktop::windowRequested);
    m_pause = m_menu->addAction(QString(), this, &Desktop::pauseRequested);
    m_menu->addSeparator();
    m_quit = m_menu->addAction(QString(), this, &Desktop::quitRequested);
    m_tray = std::make_unique<QSystemTrayIcon>(applicationIcon());
    m_tray->setContextMenu(m_menu.get());
    connect(m_tray.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    emit windowRequested();
            });
    retranslate();
    m_tray->show();
}

void Desktop::setTrayText(const QString &text)
{
    if (m_tray)
        m_tray->setToolTip(text);
}

void Desktop::retranslate()
{
    if (!m_tray)
        return;
    m_window->setText(tr("Show the window"));
    m_pause->setText(tr("Pause all"));
    m_quit->setText(tr("Pause and quit"));
}

} // namespace dip::ui
