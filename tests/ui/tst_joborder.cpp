#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QTemporaryDir>
#include <QtTest>

#include "ui/jobs/jobqueue.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobsorter.h"
#include "ui/registries/registrydirectory.h"

using namespace dip;
using namespace dip::ui;

/// The line of jobs without anything that runs: order, search, cancelling taken back, the same wanted twice.
class TestJobOrder final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void movesAmongWhatWaits();
    void dropsIntoPlace();
    void sameIsWantedOnce();
    void cancellingIsTakenBack();
    void waitsForItsImport();
    void searches_data();
    void searches();

private:
    QString add(const QString &image, const QString &after = {});
    [[nodiscard]] QString order() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryDirectory> m_registries;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<JobModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestJobOrder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registries = std::make_unique<RegistryDirectory>(m_folder->path());
    m_queue = std::make_unique<JobQueue>(m_folder->filePath(QStringLiteral("queue.json")), *m_registries);
    m_model = std::make_unique<JobModel>(*m_queue);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    for (const char *name : {"a:1", "b:1", "c:1", "d:1"})
        add(QLatin1String(name));
}

void TestJobOrder::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_queue.reset();
}

QString TestJobOrder::add(const QString &image, const QString &after)
{
    const PushFromCacheUsingManifest step{*ImageName::parse(image), {}};
    return m_queue->add({JobKind::Push, image, QStringLiteral("host/") + image, {}, after, {step}});
}

/// The images' first letters.
QString TestJobOrder::order() const
{
    QString letters;
    for (int row = 0; row < m_model->rowCount(); ++row)
        letters += m_model->jobAt(m_model->index(row, 0))->request.source[0];
    return letters;
}

void TestJobOrder::movesAmongWhatWaits()
{
    const QString b = m_queue->jobs()[1].id;
    const QString d = m_queue->jobs()[3].id;
    m_queue->moveUp(d);
    QCOMPARE(order(), QStringLiteral("abdc"));
    m_queue->moveDown(b);
    QCOMPARE(order(), QStringLiteral("adbc"));
    m_queue->moveToTop(b);
    QCOMPARE(order(), QStringLiteral("badc"));
    m_queue->moveToBottom(b);
    QCOMPARE(order(), QStringLiteral("adcb"));
    m_queue->cancel(m_queue->jobs()[2].id); // c is no longer in line, so b passes it
    m_queue->moveUp(b);
    QCOMPARE(order(), QStringLiteral("abdc"));
}

void TestJobOrder::dropsIntoPlace()
{
    const std::unique_ptr<QMimeData> dragged(m_model->mimeData({m_model->index(2, 0), m_model->index(3, 0)}));
    QVERIFY(m_model->flags(m_model->index(2, 0)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!m_model->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {})); // moved, nothing to remove
    QCOMPARE(order(), QStringLiteral("cdab"));
    m_model->dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, {});
    QCOMPARE(order(), QStringLiteral("abcd"));
}

void TestJobOrder::sameIsWantedOnce()
{
    const QSignalSpy joined(m_queue.get(), &JobQueue::joined);
    const QString again = add(QStringLiteral("b:1"));
    QCOMPARE(again, m_queue->jobs()[1].id);
    QCOMPARE(joined.count(), 1);
    QCOMPARE(m_queue->jobs().size(), 4);
}

void TestJobOrder::cancellingIsTakenBack()
{
    const QString first = m_queue->jobs()[0].id;
    const QString follower = add(QStringLiteral("e:1"), first);
    const QStringList cancelled = m_queue->cancel(first);
    QCOMPARE(cancelled, QStringList({first, follower}));
    QCOMPARE(m_queue->find(follower)->state, JobState::Cancelled);
    for (const QString &id : cancelled)
        m_queue->restart(id);
    QCOMPARE(m_queue->find(first)->state, JobState::Waiting);
    QCOMPARE(m_queue->find(follower)->state, JobState::Waiting);
}

void TestJobOrder::waitsForItsImport()
{
    const QString follower = add(QStringLiteral("e:1"), m_queue->jobs()[0].id);
    QVERIFY(!m_queue->canStart(follower));
    m_queue->start(follower);
    QCOMPARE(m_queue->find(follower)->state, JobState::Waiting);
}

void TestJobOrder::searches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<JobSorter::Show>("show");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << "" << JobSorter::Show::All << 4;
    QTest::newRow("source") << "B:1" << JobSorter::Show::All << 1;
    QTest::newRow("two words") << "host c" << JobSorter::Show::All << 1;
    QTest::newRow("none") << "nothing" << JobSorter::Show::All << 0;
    QTest::newRow("unfinished") << "" << JobSorter::Show::Unfinished << 3;
    QTest::newRow("history") << "" << JobSorter::Show::Finished << 1;
    QTest::newRow("failed") << "" << JobSorter::Show::NeedsYouOrFailed << 0;
}

void TestJobOrder::searches()
{
    QFETCH(QString, text);
    QFETCH(JobSorter::Show, show);
    m_queue->cancel(m_queue->jobs()[0].id);
    JobSorter sorter;
    sorter.setSourceModel(m_model.get());
    sorter.setFilter(text, show);
    QTEST(sorter.rowCount(), "count");
}

QTEST_MAIN(TestJobOrder)
#include "tst_joborder.moc"
