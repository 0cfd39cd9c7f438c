#include <QDBusConnection>
#include <QProcess>
#include <QtTest>

#include "ui/notifications/taskbar.h"

/// Over a real bus: what a dock hears of the program.
class TestTaskbarEntry final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void tellsDocksBarAndNumber();

public slots:
    void hear(const QString &application, const QVariantMap &properties)
    {
        m_application = application;
        m_properties = properties;
    }

private:
    QProcess m_bus;
    QString m_application;
    QVariantMap m_properties;
};

void TestTaskbarEntry::initTestCase()
{
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY2(m_bus.waitForReadyRead(20'000), qPrintable(m_bus.errorString()));
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    auto bus = QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("dock"));
    QVERIFY(bus.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"),
                        this, SLOT(hear(QString, QVariantMap))));
}

void TestTaskbarEntry::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("dock"));
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestTaskbarEntry::tellsDocksBarAndNumber()
{
    QTest::failOnWarning();
    QGuiApplication::setDesktopFileName(QStringLiteral("docker-image-pusher"));
    auto entry = dip::ui::TaskbarEntry::make();
    entry->show({40, 3});
    QTRY_COMPARE(m_application, QStringLiteral("application://docker-image-pusher.desktop"));
    QCOMPARE(m_properties[QStringLiteral("progress")].toDouble(), 0.4);
    QCOMPARE(m_properties[QStringLiteral("progress-visible")], QVariant(true));
    QCOMPARE(m_properties[QStringLiteral("count")], QVariant(qint64(3)));
    QCOMPARE(m_properties[QStringLiteral("count-visible")], QVariant(true));
    QCOMPARE(m_properties[QStringLiteral("urgent")], QVariant(true));
    entry.reset(); // nothing stays when the program ends
    QTRY_COMPARE(m_properties[QStringLiteral("count-visible")], QVariant(false));
    QCOMPARE(m_properties[QStringLiteral("progress-visible")], QVariant(false));
}

QTEST_MAIN(TestTaskbarEntry)
#include "tst_taskbarentry.moc"
