#include "core/base/filelock.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <iostream>
#include <thread>

using namespace dip;
using namespace std::chrono_literals;

class TestFileLock final : public QObject
{
    Q_OBJECT

private slots:
    void oneAtATimeInAProcess();
    void movedLockStaysHeld();
    void acquireWaits();
    void acquireStops();
    void folderMissing();
    void killedHolderLetsGo();

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("a.lock"));
};

void TestFileLock::oneAtATimeInAProcess()
{
    auto first = FileLock::tryAcquire(m_path);
    QVERIFY(first && *first && (*first)->isLocked());
    const auto second = FileLock::tryAcquire(m_path);
    QVERIFY(second && !*second);
    (*first)->unlock();
    QVERIFY(!(*first)->isLocked());
    const auto third = FileLock::tryAcquire(m_path);
    QVERIFY(third && *third);
}

void TestFileLock::movedLockStaysHeld()
{
    auto lock = FileLock::acquire(m_path);
    QVERIFY(lock);
    FileLock moved(std::move(*lock));
    QVERIFY(!lock->isLocked());
    FileLock assigned;
    assigned = std::move(moved);
    const auto other = FileLock::tryAcquire(m_path);
    QVERIFY(other && !*other);
}

void TestFileLock::acquireWaits()
{
    auto held = FileLock::acquire(m_path);
    QVERIFY(held);
    std::atomic<bool> had = false;
    std::jthread waiter([&] { had = FileLock::acquire(m_path).has_value(); });
    std::this_thread::sleep_for(50ms);
    QVERIFY(!had);
    held->unlock();
    waiter.join();
    QVERIFY(had);
}

void TestFileLock::acquireStops()
{
    const auto held = FileLock::acquire(m_path);
    QVERIFY(held);
    std::stop_source source;
    source.request_stop();
    const auto other = FileLock::acquire(m_path, source.get_token());
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::Cancelled);
}

void TestFileLock::folderMissing()
{
    const auto lock = FileLock::acquire(m_folder.filePath(QStringLiteral("none/a.lock")));
    QVERIFY(!lock);
    QCOMPARE(lock.error().code, ErrorCode::DiskFailed);
}

void TestFileLock::killedHolderLetsGo()
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), m_path});
    QVERIFY(child.waitForReadyRead(30'000));
    QCOMPARE(child.readAll().trimmed(), QByteArray("held"));
    const auto busy = FileLock::tryAcquire(m_path);
    QVERIFY(busy && !*busy);
    child.kill();
    QVERIFY(child.waitForFinished(30'000));
    const auto free = FileLock::tryAcquire(m_path);
    QVERIFY(free && *free);
}

/// The test's other process: holds the lock until it is killed.
static int holdLock(const QString &path)
{
    const auto lock = FileLock::acquire(path);
    std::cout << (lock ? "held" : "failed") << std::endl;
    std::this_thread::sleep_for(1min);
    return 1;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == QLatin1String("--hold"))
        return holdLock(arguments.value(2));
    TestFileLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_filelock.moc"
