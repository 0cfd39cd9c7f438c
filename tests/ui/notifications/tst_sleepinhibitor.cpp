#include <QDBusConnection>
#include <QProcess>
#include <QSet>
#include <QtTest>

#include "ui/notifications/sleepinhibitor.h"

/// A desktop's part of the matter (Idle Inhibition Service).
class ScreenSaver final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public:
    [[nodiscard]] qsizetype held() const { return m_held.size(); }
    [[nodiscard]] uint given() const { return m_given; }
    [[nodiscard]] QString why() const { return m_why; }

public slots:
    uint Inhibit(const QString &, const QString &why)
    {
        m_why = why;
        m_held.insert(++m_given);
        return m_given;
    }
    void UnInhibit(uint cookie) { m_held.remove(cookie); }

private:
    QSet<uint> m_held;
    uint m_given = 0;
    QString m_why;
};

/// Over a real bus without logind, where a desktop answers; and over none.
class TestSleepInhibitor final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void holdsAndLetsGo();
    void lateAnswersAreUndone();

private:
    QProcess m_bus;
    ScreenSaver m_desktop;
};

void TestSleepInhibitor::initTestCase()
{
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY2(m_bus.waitForReadyRead(20'000), qPrintable(m_bus.errorString()));
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere");
    auto bus = QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("desktop"));
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), &m_desktop,
                               QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.ScreenSaver")));
}

void TestSleepInhibitor::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestSleepInhibitor::holdsAndLetsGo()
{
    auto inhibitor = dip::ui::SleepInhibitor::make();
    inhibitor->hold(QStringLiteral("a long push"));
    QTRY_COMPARE(m_desktop.held(), 1);
    QCOMPARE(m_desktop.why(), QStringLiteral("a long push"));
    inhibitor->hold(QStringLiteral("another")); // it holds already
    QTest::qWait(100);
    QCOMPARE(m_desktop.held(), 1);
    inhibitor->release();
    QTRY_COMPARE(m_desktop.held(), 0);
    inhibitor->hold(QStringLiteral("once more"));
    QTRY_COMPARE(m_desktop.held(), 1);
    QTest::qWait(100); // the answer is here
    inhibitor.reset();
    QTRY_COMPARE(m_desktop.held(), 0);
}

void TestSleepInhibitor::lateAnswersAreUndone()
{
    const auto inhibitor = dip::ui::SleepInhibitor::make();
    const uint before = m_desktop.given();
    for (int i = 0; i < 3; ++i) {
        inhibitor->hold(QStringLiteral("short"));
        inhibitor->release();
    }
    inhibitor->hold(QStringLiteral("short"));
    QTRY_COMPARE(m_desktop.given(), before + 4);
    QTRY_COMPARE(m_desktop.held(), 1);
    inhibitor->release();
    QTRY_COMPARE(m_desktop.held(), 0);
}

QTEST_GUILESS_MAIN(TestSleepInhibitor)
#include "tst_sleepinhibitor.moc"
