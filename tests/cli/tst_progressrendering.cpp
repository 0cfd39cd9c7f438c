#include "app/cli/displaywidth.h"
#include "app/cli/language.h"
#include "app/cli/progress/barrenderer.h"
#include "app/cli/progress/jsonrenderer.h"
#include "app/cli/progress/plainrenderer.h"
#include "app/cli/progress/progresstext.h"
#include "app/cli/screen.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace dip;
using namespace dip::cli;

namespace {

const QString digestA = QStringLiteral("sha256:") + QString(64, u'a');
const QString digestB = QStringLiteral("sha256:") + QString(64, u'b');
constexpr qint64 start = 1'700'000'000'000;

/// What a terminal shows after all that was written: enough of one for our few sequences.
QStringList shown(const QString &written)
{
    QStringList rows{QString()};
    qsizetype row = 0;
    for (qsizetype i = 0; i < written.size(); ++i) {
        if (written[i] == u'\n') {
            if (++row == rows.size())
                rows.append(QString());
        } else if (written[i] == u'\r') {
            continue; // lines are always written whole
        } else if (written[i] == u'\x1b') {
            const qsizetype end = written.indexOf(QRegularExpression(QStringLiteral("[A-Za-z]")), i);
            if (written[end] == u'A')
                row -= written.mid(i + 2, end - i - 2).toInt();
            else if (written[end] == u'J')
                rows.resize(row + 1), rows[row].clear();
            i = end;
        } else {
            rows[row] += written[i];
        }
    }
    rows.removeLast();
    return rows;
}

} // namespace

class TestProgressRendering final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void barsAreDrawnAndTakenAway();
    void barsFitAnyWindow_data();
    void barsFitAnyWindow();
    void logLinesGoAboveTheBars();
    void aNarrowedWindowIsErasedWhole();
    void waitsAreCountedDown();
    void remarksOnABlobAreToldOnce();
    void coloursOnlyWhereWanted();
    void plainSpeaksEveryFewSeconds();
    void plainTellsAWaitOnce();
    void jsonTellsChangesOnly();
    void whatWasThereIsNoSpeed();
    void percentIsHundredOnlyAtTheEnd();

private:
    QString m_written;
    int m_columns = 80;
    std::unique_ptr<Screen> m_screen;
    std::unique_ptr<ProgressSink> m_sink;
};

void TestProgressRendering::init()
{
    m_written.clear();
    m_columns = 80;
    m_screen = std::make_unique<Screen>([this](const QString &text) { m_written += text; },
                                        [this] { return m_columns; });
    m_sink = std::make_unique<ProgressSink>();
}

void TestProgressRendering::barsAreDrawnAndTakenAway()
{
    BarRenderer bars(*m_screen, 24, false);
    const auto a = m_sink->addBlob(digestA, 1'000'000);
    const auto b = m_sink->addBlob(digestB, 3'000'000);
    a->setPhase(Phase::Uploading);
    bars.update(*m_sink, start);
    a->setDone(500'000);
    bars.update(*m_sink, start + 1000);
    QStringList rows = shown(m_written);
    QCOMPARE(rows.size(), 2); // one at work, and the whole
    QVERIFY2(rows[0].contains(QLatin1String("aaaaaaaaaaaa")) && rows[0].contains(QLatin1String(" 50 %")) &&
                 rows[0].contains(QLatin1String("500 kB/s")) && rows[0].contains(u'['),
             qPrintable(rows[0]));
    QVERIFY2(rows[1].contains(QLatin1String("0 of 2")) && rows[1].contains(QLatin1String(" 12 %")) &&
                 rows[1].contains(QLatin1String("about 7 s left")),
             qPrintable(rows[1]));

    a->setPhase(Phase::Done);
    b->setPhase(Phase::AlreadyThere);
    bars.finish(*m_sink, start + 2000);
    rows = shown(m_written);
    QCOMPARE(rows.size(), 2);
    QVERIFY2(rows[0].startsWith(QStringLiteral("✓ aaaaaaaaaaaa")) &&
                 rows[0].contains(QLatin1String("1.0 MB  sent")),
             qPrintable(rows[0]));
    QVERIFY2(rows[1].contains(QLatin1String("already there")), qPrintable(rows[1]));
}

void TestProgressRendering::barsFitAnyWindow_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("columns");
    for (const QString &language : languages()) {
        for (const int columns : {40, 60, 80, 200})
            QTest::addRow("%s %d", qPrintable(language), columns) << language << columns;
    }
}

void TestProgressRendering::barsFitAnyWindow()
{
    QFETCH(QString, language);
    QFETCH(int, columns);
    const auto translator = translation(language);
    QVERIFY(translator);
    QVERIFY(QCoreApplication::installTranslator(translator.get()));
    m_columns = columns;
    BarRenderer bars(*m_screen, 10, true);
    const QList<Phase> phases{Phase::Checking,  Phase::Unpacking,  Phase::Extracting,    Phase::Downloading,
                              Phase::Uploading, Phase::Committing, Phase::WaitingToRetry};
    for (const Phase phase : phases) {
        const auto line =
            m_sink->addBlob(phase == Phase::Unpacking
                                ? QStringLiteral("/很长的/文件夹名称/一个名字非常长的镜像归档文件.tar.gz")
                                : digestA,
                            820'000'000'000);
        line->setPhase(phase);
        line->setDone(640'000'000'000);
        if (phase == Phase::WaitingToRetry)
            line->waitForRetry(
                start + 9000,
                QStringLiteral(
                    "connection reset by peer while sending a chunk of the layer to the registry"));
    }
    m_sink->addBlob(digestB, -1)->setPhase(Phase::Downloading);
    bars.update(*m_sink, start);
    bars.update(*m_sink, start + 500);
    const QStringList rows = shown(m_written);
    QVERIFY(rows.size() >= 8);
    for (const QString &row : rows)
        QVERIFY2(displayWidth(row) < columns, qPrintable(row));
}

void TestProgressRendering::logLinesGoAboveTheBars()
{
    BarRenderer bars(*m_screen, 24, false);
    m_sink->addBlob(digestA, 100)->setPhase(Phase::Uploading);
    bars.update(*m_sink, start);
    m_screen->line(QStringLiteral("warning: something"));
    bars.notice(QStringLiteral("a remark"));
    const QStringList rows = shown(m_written);
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0], QStringLiteral("warning: something"));
    QCOMPARE(rows[1], QStringLiteral("a remark"));
    QVERIFY(rows[2].contains(QLatin1String("aaaaaaaaaaaa")));
}

void TestProgressRendering::aNarrowedWindowIsErasedWhole()
{
    m_screen->setLive({QString(70, u'x')});
    m_columns = 40;
    m_written.clear();
    m_screen->setLive({});
    QVERIFY2(m_written.startsWith(QLatin1String("\x1b[2A")), qPrintable(m_written));
}

void TestProgressRendering::waitsAreCountedDown()
{
    BarRenderer bars(*m_screen, 24, false);
    const auto line = m_sink->addBlob(digestA, 100);
    line->waitForRetry(start + 8000, QStringLiteral("connection lost"));
    bars.update(*m_sink, start);
    QVERIFY(shown(m_written)[0].contains(QLatin1String("waiting 8 s, then once more: connection lost")));
    bars.update(*m_sink, start + 5500);
    QVERIFY(shown(m_written)[0].contains(QLatin1String("waiting 3 s")));
}

void TestProgressRendering::remarksOnABlobAreToldOnce()
{
    BarRenderer bars(*m_screen, 24, false);
    const auto line = m_sink->addBlob(digestA, 100);
    line->setPhase(Phase::Uploading);
    line->setNote(QStringLiteral("the registry forgot the partial upload"));
    bars.update(*m_sink, start);
    bars.update(*m_sink, start + 100);
    line->setPhase(Phase::Done);
    bars.finish(*m_sink, start + 200);
    const QStringList rows = shown(m_written);
    QCOMPARE(rows.size(), 2);
    QVERIFY2(rows[0].contains(QLatin1String("aaaaaaaaaaaa  the registry forgot")), qPrintable(rows[0]));
}

void TestProgressRendering::coloursOnlyWhereWanted()
{
    LineState line;
    line.label = QStringLiteral("aaaaaaaaaaaa");
    line.phase = Phase::Failed;
    QVERIFY(finishedText(line, true).contains(u'\x1b'));
    QVERIFY(!finishedText(line, false).contains(u'\x1b'));
    QCOMPARE(withoutColour(finishedText(line, true)), finishedText(line, false));
}

void TestProgressRendering::plainSpeaksEveryFewSeconds()
{
    PlainRenderer plain(*m_screen);
    const auto line = m_sink->addBlob(digestA, 10'000'000);
    m_sink->addBlob(digestB, 10'000'000);
    line->setPhase(Phase::Downloading);
    for (int i = 0; i <= 120; ++i) {
        line->setDone(std::min(i, 80) * 100'000);
        plain.update(*m_sink, start + i * 100);
    }
    const QStringList rows = shown(m_written);
    QCOMPARE(rows.size(), 2); // after 5 s and after 10 s
    QVERIFY2(rows[0].contains(QLatin1String("25 % done")) &&
                 rows[0].contains(QLatin1String("5.0 MB of 20.0 MB")),
             qPrintable(rows[0]));
    plain.update(*m_sink, start + 60'000);
    QCOMPARE(shown(m_written).size(), 2); // nothing has moved
    line->setPhase(Phase::Done);
    plain.finish(*m_sink, start + 61'000);
    QCOMPARE(shown(m_written).size(), 3);
    QVERIFY(!m_written.contains(u'\x1b'));
}

void TestProgressRendering::plainTellsAWaitOnce()
{
    PlainRenderer plain(*m_screen);
    const auto line = m_sink->addBlob(digestA, 100);
    line->waitForRetry(start + 4000, QStringLiteral("HTTP 503"));
    for (int i = 0; i < 30; ++i)
        plain.update(*m_sink, start + i * 100);
    QCOMPARE(shown(m_written).size(), 1);
    line->waitForRetry(start + 9000, QStringLiteral("HTTP 503"));
    plain.update(*m_sink, start + 4500);
    QCOMPARE(shown(m_written).size(), 2);
}

void TestProgressRendering::jsonTellsChangesOnly()
{
    JsonRenderer json(*m_screen);
    const auto a = m_sink->addBlob(digestA, 1000);
    m_sink->addBlob(digestB, 1000);
    a->setPhase(Phase::Uploading);
    for (int i = 0; i < 20; ++i) {
        a->setDone(std::min(i, 10) * 10);
        json.update(*m_sink, start + i * 100);
    }
    json.notice(QStringLiteral("a remark"));
    const QStringList rows = shown(m_written);
    QCOMPARE(rows.size(), 4); // at 0, 500 and 1000 ms; and the remark
    for (const QString &row : rows)
        QVERIFY2(QJsonDocument::fromJson(row.toUtf8()).isObject(), qPrintable(row));
    const QJsonObject second = QJsonDocument::fromJson(rows[1].toUtf8()).object();
    QCOMPARE(second[QLatin1String("event")].toString(), QStringLiteral("progress"));
    QCOMPARE(second[QLatin1String("done_bytes")].toInteger(), 50);
    QCOMPARE(second[QLatin1String("total_bytes")].toInteger(), 2000);
    QCOMPARE(second[QLatin1String("total_blobs")].toInteger(), 2);
    const QJsonArray blobs = second[QLatin1String("blobs")].toArray();
    QCOMPARE(blobs.size(), 1);
    QCOMPARE(blobs[0][QLatin1String("label")].toString(), digestA);
    QCOMPARE(blobs[0][QLatin1String("phase")].toString(), QStringLiteral("uploading"));
    QCOMPARE(QJsonDocument::fromJson(rows[3].toUtf8())[QLatin1String("text")].toString(),
             QStringLiteral("a remark"));
}

void TestProgressRendering::whatWasThereIsNoSpeed()
{
    ProgressMeter meter;
    const auto resumed = m_sink->addBlob(digestA, 10'000'000'000);
    const auto there = m_sink->addBlob(digestB, 5'000'000'000);
    QCOMPARE(meter.look(*m_sink, start).bytesPerSecond, 0);
    resumed->setPhase(Phase::Uploading);
    resumed->setDone(9'000'000'000); // of an earlier run
    there->setPhase(Phase::AlreadyThere);
    QCOMPARE(meter.look(*m_sink, start + 500).bytesPerSecond, 0);
    resumed->setDone(9'000'001'000);
    const ProgressFigures figures = meter.look(*m_sink, start + 1000);
    QCOMPARE(figures.bytesPerSecond, 1000);
    QCOMPARE(figures.done, 14'000'001'000);
}

void TestProgressRendering::percentIsHundredOnlyAtTheEnd()
{
    ProgressMeter meter;
    const auto line = m_sink->addBlob(digestA, 1000);
    line->setPhase(Phase::Committing);
    line->setDone(1000);
    QCOMPARE(meter.look(*m_sink, start).percent(), 99);
    line->setPhase(Phase::Done);
    QCOMPARE(meter.look(*m_sink, start).percent(), 100);
}

QTEST_GUILESS_MAIN(TestProgressRendering)
#include "tst_progressrendering.moc"
