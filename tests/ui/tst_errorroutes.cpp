#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QtTest>

#include "tests/support/archivebuilder.h"
#include "tests/ui/support/jobbench.h"

using namespace dip;
using namespace dip::test;
using ui::JobState;

/// Stands for the programs that the system opens addresses with.
class Opener final : public QObject
{
    Q_OBJECT

public:
    Opener()
    {
        for (const char *scheme : {"file", "http", "https"})
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "open");
    }
    ~Opener() override
    {
        for (const char *scheme : {"file", "http", "https"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }
    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened.append(url); }
};

/// The buttons beside a job in trouble that lead somewhere else lead there.
class TestErrorRoutes final : public QObject
{
    Q_OBJECT

private slots:
    void theFileIsShown();
    void theRegistryIsOpenedAndEdited();
    void anotherTargetIsChosen();
    void anotherCacheFolderIsChosen();
    void theReportCanBeRead();
    void theCauseOutlivesTheProgram();

private:
    static QString deny(JobBench &bench);
};

/// A push that fails for want of a right.
QString TestErrorRoutes::deny(JobBench &bench)
{
    bench.breakDown("POST", QStringLiteral("/blobs/uploads/"), Fault::reply(errorAnswer(403, "DENIED")));
    const QString job = bench.push();
    return bench.reaches(job, JobState::Failed) ? job : QString();
}

void TestErrorRoutes::theFileIsShown()
{
    const Opener opener;
    JobBench bench;
    const QString file = bench.path(QStringLiteral("web.tar"));
    ArchiveBuilder::writeFile(file, "these are no layers");
    QVERIFY(bench.reaches(bench.import(file), JobState::Failed));
    QVERIFY(bench.press("show-file"));
    QCOMPARE(opener.opened, QList<QUrl>{QUrl::fromLocalFile(QFileInfo(file).path())});
}

void TestErrorRoutes::theRegistryIsOpenedAndEdited()
{
    const Opener opener;
    JobBench bench;
    QVERIFY(!deny(bench).isEmpty());
    QVERIFY(bench.press("open-registry"));
    QCOMPARE(opener.opened, QList<QUrl>{QUrl(bench.registry().url())});

    bench.mend();
    const QString wrong =
        bench.fixture().addRegistry(bench.registry().hostAndPort(), ui::TlsChoice::PlainHttp,
                                    QStringLiteral("robot"), QStringLiteral("wrong"));
    bench.registry().with([](MemoryRegistry &memory) { memory.basic = "robot:another"; });
    QVERIFY(bench.reaches(bench.push(wrong, bench.registry().hostAndPort()), JobState::NeedsYou));
    QVERIFY(bench.press("edit-registry"));
    QCOMPARE(bench.fixture().window().findChild<ui::Sidebar *>()->currentRow(), int(ui::Sidebar::Registries));
    const auto *address = bench.fixture().find<QLineEdit>(QStringLiteral("registryAddress"));
    QVERIFY(address);
    QCOMPARE(address->text(), bench.registry().hostAndPort());
}

void TestErrorRoutes::anotherTargetIsChosen()
{
    JobBench bench;
    QVERIFY(!deny(bench).isEmpty());
    QVERIFY(bench.press("change-target"));
    const auto *table = bench.fixture().find<QTreeView>(QStringLiteral("pushTable"));
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("site/app:1.0"));
}

/// Where the disk of the one is too small.
void TestErrorRoutes::anotherCacheFolderIsChosen()
{
    constexpr qint64 huge = 8'000'000'000'000;
    JobBench bench;
    const QString file = bench.path(QStringLiteral("huge.tar"));
    bench.writeHugeArchive(file, huge);
    QVERIFY(bench.reaches(bench.import(file), JobState::Failed));
    QVERIFY(bench.press("choose-cache"));
    auto *dialog = bench.fixture().window().findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString folder = bench.path(QStringLiteral("other"));
    emit dialog->fileSelected(folder);
    dialog->close();
    QTRY_COMPARE(bench.fixture().workspace().cache()->folder(), folder);
}

void TestErrorRoutes::theReportCanBeRead()
{
    JobBench bench;
    QVERIFY(!deny(bench).isEmpty());
    QVERIFY(!bench.fixture().find<QLabel>(QStringLiteral("attentionDetail")));
    QVERIFY(bench.fixture().press(QStringLiteral("rawError")));
    const auto *detail = bench.fixture().find<QLabel>(QStringLiteral("attentionDetail"));
    QVERIFY(detail);
    QVERIFY(detail->text().contains(QLatin1String("E403-DENIED")));
    QVERIFY(detail->text().contains(QLatin1String("registry code: DENIED")));
    QVERIFY(bench.fixture().press(QStringLiteral("rawError")));
    QVERIFY(!bench.fixture().find<QLabel>(QStringLiteral("attentionDetail")));
}

void TestErrorRoutes::theCauseOutlivesTheProgram()
{
    JobBench bench;
    const Answer echo = errorAnswer(403, "DENIED", "Authorization: Basic cm9ib3Q6czNjcjN0LXBhc3M=");
    bench.breakDown("POST", QStringLiteral("/blobs/uploads/"), Fault::reply(echo));
    const QString job = bench.push();
    QVERIFY(bench.reaches(job, JobState::Failed));
    const QString cause = bench.cause();
    const QStringList steps = bench.steps();
    bench.fixture().restart();
    bench.fixture().window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Jobs);
    bench.choose(job);
    QVERIFY(cause.contains(QLatin1String("robot may not push to prod/app")));
    QCOMPARE(bench.cause(), cause);
    QCOMPARE(bench.id(), QStringLiteral("E403-DENIED"));
    QCOMPARE(bench.steps(), steps);
    QFile queue(bench.fixture().folder() + QStringLiteral("/queue.json"));
    QVERIFY(queue.open(QIODevice::ReadOnly));
    const QByteArray kept = queue.readAll();
    QVERIFY(kept.contains("DENIED") && !kept.contains("cm9ib3Q6czNjcjN0LXBhc3M="));
    bench.mend();
    QVERIFY(bench.press("retry"));
}

QTEST_MAIN(TestErrorRoutes)
#include "tst_errorroutes.moc"
