#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QtTest>

#include "ui/views/actionpalette.h"

using namespace dip::ui;

/// Commands are found by a few of their letters.
class TestActionPalette final : public QObject
{
    Q_OBJECT

private slots:
    void lettersAreFound_data();
    void lettersAreFound();
    void betterOnesComeFirst();
    void mnemonicsAreLeftOut();
    void enterRunsTheCommand();
};

void TestActionPalette::lettersAreFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    QTest::newRow("nothing typed") << "" << true;
    QTest::newRow("beginnings") << "cdpl" << true;
    QTest::newRow("wrong order") << "lpdc" << false;
    QTest::newRow("another case") << "PULL" << true;
    QTest::newRow("with a space") << "cop li" << true;
    QTest::newRow("absent letter") << "copyx" << false;
}

void TestActionPalette::lettersAreFound()
{
    QFETCH(QString, typed);
    QTEST(fuzzyScore(typed, QStringLiteral("Copy docker pull line")) >= 0, "found");
}

void TestActionPalette::betterOnesComeFirst()
{
    const QString typed = QStringLiteral("pa");
    QVERIFY(fuzzyScore(typed, QStringLiteral("Pause all")) > fuzzyScore(typed, QStringLiteral("Copy name")));
    QVERIFY(fuzzyScore(typed, QStringLiteral("Pause")) > fuzzyScore(typed, QStringLiteral("Open a cache")));
}

void TestActionPalette::mnemonicsAreLeftOut()
{
    QAction action;
    action.setText(QStringLiteral("推送(&P)…"));
    QCOMPARE(plainText(&action), QStringLiteral("推送…"));
    action.setText(QStringLiteral("Pu&ll…"));
    QCOMPARE(plainText(&action), QStringLiteral("Pull…"));
}

void TestActionPalette::enterRunsTheCommand()
{
    QWidget window;
    window.resize(800, 600);
    QAction push(QStringLiteral("&Push…"));
    QAction pull(QStringLiteral("Pu&ll…"));
    QAction off(QStringLiteral("Pull nothing"));
    off.setEnabled(false);
    const QSignalSpy pulled(&pull, &QAction::triggered);
    ActionPalette palette(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    palette.open({&push, &pull, &off});
    auto *list = palette.findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    auto *field = palette.findChild<QLineEdit *>();
    QTest::keyClicks(field, QStringLiteral("ll"));
    QCOMPARE(list->count(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(pulled.count(), 1);
    QVERIFY(!palette.isVisible());
}

QTEST_MAIN(TestActionPalette)
#include "tst_actionpalette.moc"
