#include "ui/notifications/sleepinhibitor.h"

#ifdef HAVE_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#endif

#include "core/base/log.h"

namespace dip::ui {

namespace {

#ifndef HAVE_DBUS

class NoInhibitor final : public SleepInhibitor
{
public:
    void hold(const QString &) override {}
    void release() override {}
};

#else

const QString appName = QStringLiteral("Docker Image Pusher");
const QString screenSaver = QStringLiteral("org.freedesktop.ScreenSaver");
const QString screenSaverPath = QStringLiteral("/org/freedesktop/ScreenSaver");

/// logind gives a descriptor that holds as long as it is open (systemd, Inhibitor Locks); a desktop gives a
/// number that is handed back (Idle Inhibition Service). An answer that comes after release() is undone.
class BusInhibitor final : public QObject, public SleepInhibitor
{
public:
    ~BusInhibitor() override { release(); }

    void hold(const QString &why) override
    {
        if (m_wanted)
            return;
        m_wanted = true;
        ++m_times;
        askSystem(why);
    }

    void release() override
    {
        m_wanted = false;
        m_descriptor = {};
        if (const auto cookie = std::exchange(m_cookie, std::nullopt))
            handBack(*cookie);
    }

private:
    /// A call on a bus that is not there is never answered.
    void askSystem(const QString &why)
    {
        const QDBusConnection bus = QDBusConnection::systemBus();
        if (!bus.isConnected()) {
            askDesktop(why);
            return;
        }
        auto call = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
            QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
        call.setArguments({QStringLiteral("sleep:idle"), appName, why, QStringLiteral("block")});
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, why, time = m_times] {
            watcher->deleteLater();
            const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
            if (!m_wanted || time != m_times)
                return;
            if (reply.isValid())
                m_descriptor = reply.value();
            else
                askDesktop(why);
        });
    }

    void askDesktop(const QString &why)
    {
        const QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        auto call = QDBusMessage::createMethodCall(screenSaver, screenSaverPath, screenSaver,
                                                   QStringLiteral("Inhibit"));
        call.setArguments({appName, why});
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, time = m_times] {
            watcher->deleteLater();
            const QDBusPendingReply<quint32> reply = *watcher;
            if (!reply.isValid())
                qCInfo(logSettings) << "nothing here keeps the system awake:" << reply.error().message();
            else if (m_wanted && time == m_times)
                m_cookie = reply.value();
            else
                handBack(reply.value());
        });
    }

    static void handBack(quint32 cookie)
    {
        auto call = QDBusMessage::createMethodCall(screenSaver, screenSaverPath, screenSaver,
                                                   QStringLiteral("UnInhibit"));
        call.setArguments({cookie});
        QDBusConnection::sessionBus().send(call);
    }

    bool m_wanted = false;
    int m_times = 0; ///< that it was to hold; an answer to an earlier time comes too late
    QDBusUnixFileDescriptor m_descriptor;
    std::optional<quint32> m_cookie;
};

#endif

} // namespace

std::unique_ptr<SleepInhibitor> SleepInhibitor::make()
{
#ifdef HAVE_DBUS
    return std::make_unique<BusInhibitor>();
#else
    return std::make_unique<NoInhibitor>();
#endif
}

} // namespace dip::ui
