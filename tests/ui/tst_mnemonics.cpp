#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QtTest>

#include "tests/ui/support/windowfixture.h"
#include "ui/settings/language.h"

using namespace dip;
using namespace dip::test;

namespace {

using Owners = QMap<QString, QStringList>;

/// A label stands for the field beside it.
QString textOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget); label && label->buddy())
        return label->text();
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button ? button->text() : QString();
}

void take(Owners &owners, const QString &text)
{
    if (const QKeySequence keys = QKeySequence::mnemonic(text); !keys.isEmpty())
        owners[keys.toString()].append(text);
}

QStringList shared(const Owners &owners, const QString &where)
{
    QStringList shared;
    for (const auto &[keys, texts] : owners.asKeyValueRange()) {
        if (texts.size() > 1)
            shared.append(where + QStringLiteral(": ") + keys + QStringLiteral(" is ") +
                          texts.join(QStringLiteral(" and ")));
    }
    return shared;
}

} // namespace

/// Alt and a letter do one thing: within a menu, and on a page or sheet together with the menu bar.
class TestMnemonics final : public QObject
{
    Q_OBJECT

private slots:
    void areNotShared_data();
    void areNotShared();
};

void TestMnemonics::areNotShared_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en");
    QTest::newRow("zh_CN") << QStringLiteral("zh_CN");
}

void TestMnemonics::areNotShared()
{
    QFETCH(QString, language);
    ui::Language chosen;
    chosen.use(language);
    WindowFixture fixture;
    const QMenuBar &bar = *fixture.window().menuBar();
    Owners menus;
    QStringList wrong;
    for (const QAction *menu : bar.actions()) {
        take(menus, menu->text());
        Owners items;
        for (const QAction *item : menu->menu()->actions())
            take(items, item->text());
        wrong += shared(items, menu->text());
    }
    QWidgetList places;
    for (QWidget *widget : fixture.window().findChildren<QWidget *>()) {
        for (const char *place : {"dip::ui::Sheet", "dip::ui::CachePage", "dip::ui::JobsPage",
                                  "dip::ui::RegistriesPage", "dip::ui::DiskPage", "dip::ui::SettingsPage"}) {
            if (widget->inherits(place))
                places.append(widget);
        }
    }
    QCOMPARE(places.size(), 10);
    int letters = 0;
    for (const QWidget *place : std::as_const(places)) {
        Owners owners = menus;
        for (const QWidget *widget : place->findChildren<QWidget *>())
            take(owners, textOf(*widget));
        letters += int(owners.size() - menus.size());
        wrong += shared(owners, QString::fromLatin1(place->metaObject()->className()));
    }
    QCOMPARE_GE(letters, 30);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
