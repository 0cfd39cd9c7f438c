#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

/// `docker-image-pusher gui`: the window's program is looked for beside the program and on PATH.
class TestGuiCommand final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void opensWithFiles_data();
    void opensWithFiles();
    void saysWhenItIsAbsent();

private:
    /// A program in place of the window's, which writes down what it was given.
    void putWindowInto(const QString &folder) const;
    void run(const QStringList &arguments, const QString &path);

    QTemporaryDir m_folder;
    QProcess m_process;
};

void TestGuiCommand::init()
{
    for (const auto &name : {QStringLiteral("bin"), QStringLiteral("other")}) {
        QDir(m_folder.filePath(name)).removeRecursively();
        QVERIFY(QDir(m_folder.path()).mkpath(name));
    }
    QVERIFY(
        QFile::copy(QStringLiteral(PROGRAM), m_folder.filePath(QStringLiteral("bin/docker-image-pusher"))));
    QFile::remove(m_folder.filePath(QStringLiteral("given")));
}

void TestGuiCommand::putWindowInto(const QString &folder) const
{
    QFile file(m_folder.filePath(folder + QStringLiteral("/docker-image-pusher-gui")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString given = m_folder.filePath(QStringLiteral("given"));
    file.write(QStringLiteral("#!/bin/sh\nprintf '%s\\n' \"$@\" > '%1.new'; mv '%1.new' '%1'\n")
                   .arg(given)
                   .toUtf8());
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestGuiCommand::run(const QStringList &arguments, const QString &path)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), path);
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(m_folder.path());
    m_process.start(m_folder.filePath(QStringLiteral("bin/docker-image-pusher")),
                    QStringList{QStringLiteral("--lang"), QStringLiteral("en")} + arguments);
    QVERIFY(m_process.waitForFinished(30'000));
}

void TestGuiCommand::opensWithFiles_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("beside the program") << "bin";
    QTest::newRow("on PATH") << "other";
}

void TestGuiCommand::opensWithFiles()
{
    QFETCH(QString, folder);
    putWindowInto(folder);
    run({QStringLiteral("gui"), QStringLiteral("a b.tar"), QStringLiteral("/c.tar")},
        m_folder.filePath(QStringLiteral("other")) + QStringLiteral(":/usr/bin:/bin"));
    QCOMPARE(m_process.exitCode(), 0);
    QFile given(m_folder.filePath(QStringLiteral("given")));
    QTRY_VERIFY(given.exists());
    QVERIFY(given.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(given.readAll()),
             m_folder.filePath(QStringLiteral("a b.tar")) + QStringLiteral("\n/c.tar\n"));
}

void TestGuiCommand::saysWhenItIsAbsent()
{
    run({QStringLiteral("gui")}, QStringLiteral("/nonexistent"));
    QCOMPARE(m_process.exitCode(), 3);
    const QByteArray told = m_process.readAllStandardError();
    QVERIFY2(told.contains("docker-image-pusher-gui is not installed"), told);
}

QTEST_GUILESS_MAIN(TestGuiCommand)
#include "tst_guicommand.moc"
