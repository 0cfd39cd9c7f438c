#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTreeView>
#include <QtTest>

#include "core/base/log.h"
#include "ui/models/logmodel.h"
#include "ui/views/logpanel.h"

using namespace dip::ui;

/// The log in the window: what is kept of it, what is taken out, what is shown.
class TestLogPanel final : public QObject
{
    Q_OBJECT

private slots:
    void secretsAreTakenOut_data();
    void secretsAreTakenOut();
    void theOldestGoFirst();
    void linesReachTheFile();
    void loggingIsCaptured();
    void levelAndWordsFilter();
};

namespace {

LogEntry entry(QtMsgType level, const QString &text)
{
    return {QDateTime::currentDateTimeUtc(), level, QStringLiteral("pusher.http"), text};
}

} // namespace

void TestLogPanel::secretsAreTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("bearer") << "Authorization: Bearer abcd.efgh" << "Authorization: Bearer ***";
    QTest::newRow("basic") << "authorization: basic dXNlcjpwdw==" << "authorization: basic ***";
    QTest::newRow("json") << "{\"access_token\":\"abcdef\"}" << "{\"access_token\":\"***\"}";
    QTest::newRow("form") << "grant=x&password=hunter22&b" << "grant=x&password=***&b";
    QTest::newRow("address") << "GET https://me:secret@host/v2/" << "GET https://me:***@host/v2/";
    QTest::newRow("harmless") << "pushed app/web:2.1, 3 blobs" << "pushed app/web:2.1, 3 blobs";
}

void TestLogPanel::secretsAreTakenOut()
{
    QFETCH(QString, text);
    QTEST(withoutSecrets(text), "clean");
}

void TestLogPanel::theOldestGoFirst()
{
    LogStore store({});
    LogModel model(store);
    const QAbstractItemModelTester tester(&model);
    const QSignalSpy arrived(&store, &LogStore::arrived);
    for (int i = 0; i < 30; ++i)
        store.append(entry(QtInfoMsg, QString::number(i)));
    QTRY_COMPARE(model.rowCount(), 30);
    QCOMPARE(arrived.count(), 1); // many lines, one signal
    for (int i = 30; i < LogStore::mostEntries + 10; ++i)
        store.append(entry(QtInfoMsg, QString::number(i)));
    QTRY_COMPARE(model.rowCount(), LogStore::mostEntries);
    QCOMPARE(model.entry(0).text, QStringLiteral("10"));
    QCOMPARE(model.entry(model.rowCount() - 1).text, QString::number(LogStore::mostEntries + 9));
}

void TestLogPanel::linesReachTheFile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("log"));
    LogStore store(file);
    store.append(entry(QtWarningMsg, QStringLiteral("two\nlines, password=topsecret")));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray line = written.readAll();
    QVERIFY2(line.endsWith(" warning pusher.http: two lines, password=***\n"), line);
}

void TestLogPanel::loggingIsCaptured()
{
    LogStore store({});
    {
        const LogCapture capture(store);
        qCDebug(dip::logHttp) << "not wanted";
        qCWarning(dip::logTransfer) << "a line";
        QTest::ignoreMessage(QtWarningMsg, "echo: password=***"); // also on the standard error
        qCWarning(dip::logTransfer) << "echo: password=hunter22";
    }
    qCWarning(dip::logTransfer) << "after";
    QStringList texts;
    for (const LogEntry &line : store.takeNew())
        texts.append(line.text);
    QVERIFY(texts.contains(QStringLiteral("a line")));
    QVERIFY(!texts.contains(QStringLiteral("after")));
}

void TestLogPanel::levelAndWordsFilter()
{
    LogStore store({});
    LogPanel panel(store);
    store.append(entry(QtDebugMsg, QStringLiteral("detail")));
    store.append(entry(QtInfoMsg, QStringLiteral("pushed web")));
    store.append(entry(QtWarningMsg, QStringLiteral("lost the line to web")));
    store.append(entry(QtCriticalMsg, QStringLiteral("disk full")));
    auto *table = panel.findChild<QTreeView *>(QStringLiteral("logTable"));
    auto *level = panel.findChild<QComboBox *>();
    QTRY_COMPARE(table->model()->rowCount(), 3); // information and worse
    level->setCurrentIndex(0);
    QCOMPARE(table->model()->rowCount(), 4);
    level->setCurrentIndex(2);
    QCOMPARE(table->model()->rowCount(), 2);
    panel.search(QStringLiteral("WEB"));
    QCOMPARE(table->model()->rowCount(), 1);
}

QTEST_MAIN(TestLogPanel)
#include "tst_logpanel.moc"
