#include <QAccessible>
#include <QtTest>

#include "tests/ui/support/jobbench.h"
#include "ui/settings/language.h"

using namespace dip;
using namespace dip::test;
using namespace dip::ui;

namespace {

struct Announcement
{
    QString text;
    QAccessible::AnnouncementPoliteness politeness;
};

QList<Announcement> &heard()
{
    static QList<Announcement> all;
    return all;
}

void listen(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Announcement) {
        const auto *announcement = static_cast<QAccessibleAnnouncementEvent *>(event);
        heard().append({announcement->message(), announcement->politeness()});
    }
}

QStringList heardTexts()
{
    QStringList texts;
    for (const Announcement &announcement : std::as_const(heard()))
        texts.append(announcement.text);
    return texts;
}

const QString uploads = QStringLiteral("/blobs/uploads/");

} // namespace

/// What screen readers say by themselves: that jobs began, need someone, failed or are over; never progress.
class TestAnnouncer final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { QAccessible::installUpdateHandler(nullptr); }
    void aBatchBeginsAndEnds();
    void whatNeedsAPersonIsSaidAtOnce();
    void aFailureIsSaidAtOnce();

private:
    Language m_language;
};

void TestAnnouncer::initTestCase()
{
    m_language.use(QStringLiteral("en"));
    QAccessible::installUpdateHandler(listen);
}

void TestAnnouncer::aBatchBeginsAndEnds()
{
    JobBench bench(4, 600'000);
    QTRY_VERIFY(!heard().isEmpty() && heardTexts().last().startsWith(QStringLiteral("All jobs are done")));
    heard().clear();
    bench.jobs().setJobsAtOnce(1);
    const QString first = bench.push();
    const QString second = bench.import(bench.archive());
    bench.jobs().setRateLimit(first, 1'000'000); // several looks at it
    int looks = 0;
    connect(&bench.jobs(), &JobQueue::changed, this, [&looks] { ++looks; });
    QVERIFY(bench.reaches(first, JobState::Done));
    QVERIFY(bench.reaches(second, JobState::Done));
    disconnect(&bench.jobs(), nullptr, this, nullptr);
    QVERIFY(looks > 4);
    QCOMPARE(heardTexts().size(), 2);
    QVERIFY2(heardTexts()[0].startsWith(QStringLiteral("Jobs have begun: site/app:1.0, ")),
             qPrintable(heardTexts()[0]));
    QCOMPARE(heardTexts()[1], QStringLiteral("All jobs are done: 2 jobs done"));
    QCOMPARE(heard()[0].politeness, QAccessible::AnnouncementPoliteness::Polite);
}

void TestAnnouncer::whatNeedsAPersonIsSaidAtOnce()
{
    JobBench bench;
    bench.registry().with([](MemoryRegistry &memory) { memory.basic = "robot:another"; });
    heard().clear();
    QVERIFY(bench.reaches(bench.push(), JobState::NeedsYou));
    const auto asked = std::ranges::find_if(heard(), [](const Announcement &a) {
        return a.text.startsWith(QStringLiteral("A job needs you: "));
    });
    QVERIFY(asked != heard().end());
    QVERIFY(asked->text.contains(QStringLiteral("does not accept this user name or password")));
    QCOMPARE(asked->politeness, QAccessible::AnnouncementPoliteness::Assertive);
    QCOMPARE(std::ranges::count(heardTexts(), asked->text), 1);
}

void TestAnnouncer::aFailureIsSaidAtOnce()
{
    JobBench bench;
    bench.breakDown("POST", uploads, Fault::reply(errorAnswer(403, "DENIED")));
    heard().clear();
    const QString job = bench.push();
    QVERIFY(bench.reaches(job, JobState::Failed));
    const auto isFailure = [](const Announcement &a) {
        return a.text.startsWith(QStringLiteral("A job failed: site/app:1.0, "));
    };
    QCOMPARE(std::ranges::count_if(heard(), isFailure), 1);
    QCOMPARE(std::ranges::find_if(heard(), isFailure)->politeness,
             QAccessible::AnnouncementPoliteness::Assertive);
    bench.jobs().retry(job); // fails again, which is news again
    QVERIFY(QTest::qWaitFor([&] { return std::ranges::count_if(heard(), isFailure) == 2; }, 20'000));
}

QTEST_MAIN(TestAnnouncer)
#include "tst_announcer.moc"
