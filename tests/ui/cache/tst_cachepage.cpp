#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTreeView>

#include <QtTest>

#include "tests/support/archivebuilder.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/cache/cachequery.h"
#include "ui/models/cachemodel.h"
#include "ui/settings/language.h"
#include "ui/views/cachepage.h"
#include "ui/views/sidebar.h"
#include "ui/widgets/chiplabel.h"

using namespace dip;
using namespace dip::test;
using ui::CacheModel;

namespace {

constexpr int patienceMs = 20'000;
const QString app = QStringLiteral("team/app:1.0-RC");
const QString web = QStringLiteral("team/web:2.0");
const QString multi = QStringLiteral("team/multi:3");

void makeArchives(const QString &folder)
{
    ArchiveBuilder images;
    const QByteArray shared = ArchiveBuilder::bigLayer(300'000, 5);
    images.addImage({.names = {app}, .layers = {shared, ArchiveBuilder::bigLayer(40'000, 6)}});
    images.addImage({.names = {web}, .layers = {shared, ArchiveBuilder::bigLayer(50'000, 7)}});
    images.writeDockerSave(folder + QStringLiteral("/images.tar"));
    ArchiveBuilder index;
    index.addIndex({.names = {multi},
                    .platforms = {{.layers = {ArchiveBuilder::bigLayer(400'000, 3)}},
                                  {.layers = {ArchiveBuilder::bigLayer(120'000, 4)},
                                   .architecture = QStringLiteral("arm64")}}});
    index.writeOci(folder + QStringLiteral("/multi.tar"));
}

ui::CacheRow row(const char *name)
{
    return {.image = {*ImageName::parse(QString::fromLatin1(name)), {}, {}, {}, {}, {}, {}, {}, {}},
            .platforms = {QStringLiteral("linux/amd64")}};
}

} // namespace

/// The list of images and what is done with one in place: names, pins, filters, details.
class TestCachePage final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void renames();
    void saysWhatIsWrongWithAName_data();
    void saysWhatIsWrongWithAName();
    void addsASecondName();
    void pinsAndUnpins();
    void copiesTheDigest();
    void queries_data();
    void queries();
    void chipsAndFieldSayTheSame();
    void columnsTellOfTheDisk();
    void platformsWithTheirOwnSizes();
    void allThatMatchAreChosen();

private:
    [[nodiscard]] QTreeView *choose(const QString &image) const;
    [[nodiscard]] QStringList shown() const;
    [[nodiscard]] QString cell(const QString &image, int column) const;
    [[nodiscard]] bool waitForNames(const QStringList &names) const;

    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestCachePage::init()
{
    makeArchives(m_folder.path());
    QApplication::setFont(QFont(QStringLiteral("Noto Sans CJK SC"), 10));
    m_fixture = std::make_unique<WindowFixture>();
    for (const char *file : {"/images.tar", "/multi.tar"})
        m_fixture->workspace().jobs().add({ui::JobKind::Import,
                                           QLatin1String(file),
                                           {},
                                           {},
                                           {},
                                           {ExtractAndCache{m_folder.path() + QLatin1String(file), {}, 2}}});
    QVERIFY(m_fixture->waitForImages(3));
}

void TestCachePage::cleanup()
{
    m_fixture.reset();
}

QStringList TestCachePage::shown() const
{
    QStringList names;
    const auto *table = m_fixture->window().findChild<QTreeView *>(QStringLiteral("imageTable"));
    for (int row = 0; row < table->model()->rowCount(); ++row)
        names.append(table->model()->index(row, 0).data().toString());
    return names;
}

QString TestCachePage::cell(const QString &image, int column) const
{
    const auto *table = m_fixture->find<QTreeView>(QStringLiteral("imageTable"));
    const auto at = int(shown().indexOf(image));
    return table->model()->index(at, column).data().toString();
}

QTreeView *TestCachePage::choose(const QString &image) const
{
    auto *table = m_fixture->find<QTreeView>(QStringLiteral("imageTable"));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(int(shown().indexOf(image)), 0));
    return table;
}

bool TestCachePage::waitForNames(const QStringList &names) const
{
    return QTest::qWaitFor([&] { return shown() == names; }, patienceMs);
}

void TestCachePage::renames()
{
    QTest::keyClick(choose(app), Qt::Key_F2);
    auto *field = m_fixture->find<QLineEdit>(QStringLiteral("newName"));
    QVERIFY(field);
    QCOMPARE(field->text(), app);
    QCOMPARE(field->selectedText(), QStringLiteral("1.0-RC")); // the tag is what changes most
    QTest::keyClicks(field, QStringLiteral("1.1"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(waitForNames({QStringLiteral("team/app:1.1"), multi, web}));
    const auto *table = m_fixture->find<QTreeView>(QStringLiteral("imageTable"));
    QTRY_COMPARE(table->currentIndex().data().toString(), QStringLiteral("team/app:1.1"));
    QVERIFY(!m_fixture->find<QLineEdit>(QStringLiteral("newName")));
}

void TestCachePage::saysWhatIsWrongWithAName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("problem");
    QTest::newRow("taken")
        << web << QStringLiteral("%1 is there already. Delete or rename that image first.").arg(web);
    QTest::newRow("capitals") << QStringLiteral("Team/App:1") << QStringLiteral("This is no image name.");
    QTest::newRow("blank") << QStringLiteral("team/app:1 0") << QStringLiteral("This is no image name.");
    QTest::newRow("digest") << QStringLiteral("team/app@sha256:") + QString(64, u'a')
                            << QStringLiteral("A name needs a tag");
}

void TestCachePage::saysWhatIsWrongWithAName()
{
    QFETCH(QString, name);
    QFETCH(QString, problem);
    QTest::keyClick(choose(app), Qt::Key_F2);
    QVERIFY(m_fixture->type(QStringLiteral("newName"), name));
    const auto *label = m_fixture->find<QLabel>(QStringLiteral("renameProblem"));
    QVERIFY(label);
    QVERIFY2(label->text().startsWith(problem), qPrintable(label->text()));
    QVERIFY(!m_fixture->press(QStringLiteral("renameButton")));
    QVERIFY(!m_fixture->press(QStringLiteral("addNameButton")));
    QTest::keyClick(m_fixture->find<QLineEdit>(QStringLiteral("newName")), Qt::Key_Escape);
    QVERIFY(!m_fixture->find<QLineEdit>(QStringLiteral("newName")));
    QCOMPARE(shown(), (QStringList{app, multi, web}));
}

void TestCachePage::addsASecondName()
{
    QTest::keyClick(choose(web), Qt::Key_F2);
    QVERIFY(m_fixture->type(QStringLiteral("newName"), QStringLiteral("team/web:latest")));
    QVERIFY(m_fixture->press(QStringLiteral("addNameButton")));
    QVERIFY(waitForNames({app, multi, web, QStringLiteral("team/web:latest")}));
}

void TestCachePage::pinsAndUnpins()
{
    const auto press = [this](const QString &text) {
        const QList<QAction *> actions = choose(web)->actions();
        const auto action = std::ranges::find(actions, text, &QAction::text);
        if (action != actions.end())
            (*action)->trigger();
        return action != actions.end();
    };
    const auto pinned = [this] {
        return m_fixture->workspace().images().find(*ImageName::parse(web))->image.pinned;
    };
    QVERIFY(press(QStringLiteral("Pin 1 image(s)")));
    QVERIFY(QTest::qWaitFor(pinned, patienceMs));
    QVERIFY(m_fixture->workspace().cache()->find(*ImageName::parse(web))->pinned);
    const auto *table = m_fixture->find<QTreeView>(QStringLiteral("imageTable"));
    const QModelIndex index = table->model()->index(int(shown().indexOf(web)), 0);
    QVERIFY(!index.data(Qt::DecorationRole).isNull());
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("pinned")));
    QVERIFY(QTest::qWaitFor([&] { return press(QStringLiteral("Unpin 1 image(s)")); }, patienceMs));
    QVERIFY(QTest::qWaitFor([&] { return !pinned(); }, patienceMs));
}

void TestCachePage::copiesTheDigest()
{
    QTest::keyClick(choose(web), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const auto image = m_fixture->workspace().cache()->find(*ImageName::parse(web));
    QCOMPARE(QGuiApplication::clipboard()->text(), image->manifestDigest->toString());
}

void TestCachePage::queries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("found"); // first letters
    QTest::newRow("all") << "" << "abcd";
    QTest::newRow("name") << "b" << "b";
    QTest::newRow("name, whatever case") << "rc" << "a";
    QTest::newRow("larger") << "size>1G" << "b";
    QTest::newRow("larger, with unit") << "SIZE>1.5gb" << "b";
    QTest::newRow("smaller") << "size<500M" << "acd";
    QTest::newRow("architecture") << "arch:arm64" << "c";
    QTest::newRow("untagged") << "untagged" << "d";
    QTest::newRow("tagged") << "tagged" << "abc";
    QTest::newRow("unpushed") << "unpushed" << "bcd";
    QTest::newRow("pushed") << "pushed" << "a";
    QTest::newRow("incomplete") << "incomplete" << "c";
    QTest::newRow("pinned") << "pinned" << "b";
    QTest::newRow("unpinned") << "unpinned" << "acd";
    QTest::newRow("older, days") << "older:30d" << "cd";
    QTest::newRow("older, weeks") << "older:2w" << "bcd";
    QTest::newRow("older, hours") << "older:1h" << "abcd";
    QTest::newRow("older, years") << "older:1y" << "d";
    QTest::newRow("all must hold") << "older:30d arch:arm64 incomplete unpushed" << "c";
    QTest::newRow("no such age is a name") << "older:30x" << "";
    QTest::newRow("no such size is a name") << "size>big" << "";
}

void TestCachePage::queries()
{
    QFETCH(QString, query);
    QFETCH(QString, found);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<ui::CacheRow> rows{
        row("a:1-RC"), row("b:1"), row("c:1"),
        row("d@sha256:eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee")};
    rows[0].image.manifestDigest = Digest::of("a");
    rows[0].image.copies.append({QStringLiteral("host"), rows[0].image.name, Digest::of("a"), now});
    rows[0].image.added = now.addDays(-90);
    rows[0].image.lastUsed = now.addSecs(-7200);
    rows[1].size = 2'000'000'000;
    rows[1].image.pinned = true;
    rows[1].image.added = now.addDays(-20);
    // Another image of this name was pushed: this one was not.
    rows[1].image.manifestDigest = Digest::of("b");
    rows[1].image.copies.append({QStringLiteral("host"), rows[1].image.name, Digest::of("other"), now});
    rows[2].platforms = {QStringLiteral("linux/arm64")};
    rows[2].complete = false;
    rows[2].image.added = now.addDays(-60);
    rows[3].image.added = now.addYears(-2);
    QString letters;
    for (const ui::CacheRow &row : std::as_const(rows)) {
        if (ui::CacheQuery::parse(query).matches(row))
            letters += row.image.name.toString().front();
    }
    QCOMPARE(letters, found);
}

void TestCachePage::chipsAndFieldSayTheSame()
{
    QVERIFY(m_fixture->press(QStringLiteral("chip:arch:arm64")));
    const auto *chip = m_fixture->find<QAbstractButton>(QStringLiteral("chip:arch:arm64"));
    QVERIFY(QTest::qWaitFor([&] { return chip->width() == chip->sizeHint().width(); },
                            patienceMs)); // with its mark
    const auto *field = m_fixture->find<QLineEdit>(QStringLiteral("imageFilter"));
    QCOMPARE(field->text(), QStringLiteral("arch:arm64"));
    QCOMPARE(shown(), QStringList{multi});
    QVERIFY(m_fixture->press(QStringLiteral("chip:unpushed")));
    QCOMPARE(field->text(), QStringLiteral("arch:arm64 unpushed"));
    QVERIFY(m_fixture->press(QStringLiteral("chip:arch:amd64"))); // instead of the other
    QCOMPARE(field->text(), QStringLiteral("unpushed arch:amd64"));
    QCOMPARE(shown(), (QStringList{app, multi, web}));
    QVERIFY(m_fixture->type(QStringLiteral("imageFilter"), QStringLiteral("web UNPUSHED")));
    QVERIFY(m_fixture->find<QAbstractButton>(QStringLiteral("chip:unpushed"))->isChecked());
    QVERIFY(!m_fixture->find<QAbstractButton>(QStringLiteral("chip:arch:amd64"))->isChecked());
    QVERIFY(m_fixture->press(QStringLiteral("chip:unpushed")));
    QCOMPARE(field->text(), QStringLiteral("web"));
    for (const char *word : {"untagged", "incomplete", "pinned", "older:30d", "size>1G"}) {
        QVERIFY2(m_fixture->press(QStringLiteral("chip:") + QLatin1String(word)), word);
        QVERIFY(field->text().contains(QLatin1String(word)));
    }
    QCOMPARE(shown(), QStringList());
}

/// Unique and shared bytes as the disk has them: what the trash keeps is not freed by deleting the other
/// image.
void TestCachePage::columnsTellOfTheDisk()
{
    const auto unique = [this] {
        return m_fixture->workspace().images().find(*ImageName::parse(web))->unique;
    };
    const auto share = [this] {
        const auto usage = m_fixture->workspace().cache()->usage();
        return usage->share(usage->indexOf(*ImageName::parse(web)));
    };
    QVERIFY(unique() > 40'000 && unique() < 100'000);
    QVERIFY(QTest::qWaitFor([&] { return cell(web, CacheModel::Shared).startsWith(QStringLiteral("30")); },
                            patienceMs));
    m_fixture->workspace().trash().move({*ImageName::parse(app)});
    QVERIFY(m_fixture->waitForImages(2));
    QVERIFY(QTest::qWaitFor([&] { return unique() == share().unique; }, patienceMs));
    QVERIFY(unique() < 100'000); // by the entries alone it would be all of it
    QCOMPARE(cell(web, CacheModel::Source), QStringLiteral("images.tar"));
    QVERIFY(cell(web, CacheModel::Added).startsWith(QStringLiteral("today")));
}

void TestCachePage::platformsWithTheirOwnSizes()
{
    (void)choose(multi);
    const auto chips = [this] {
        QStringList names;
        for (const auto *chip : m_fixture->window().findChildren<ui::ChipLabel *>())
            names.append(chip->accessibleName());
        return names;
    };
    QVERIFY(QTest::qWaitFor([&] { return chips().size() == 2; }, patienceMs));
    QVERIFY2(chips()[0].startsWith(QStringLiteral("linux/amd64, 40")), qPrintable(chips()[0]));
    QVERIFY2(chips()[1].startsWith(QStringLiteral("linux/arm64, 12")), qPrintable(chips()[1]));
    // Where they do not fit beside each other there is a line for each.
    const auto allAreSeen = [this] {
        const auto all = m_fixture->window().findChildren<ui::ChipLabel *>();
        return std::ranges::all_of(all, [](const ui::ChipLabel *chip) {
            return chip->isVisible() && chip->parentWidget()->width() < 300 &&
                   chip->parentWidget()->rect().contains(chip->geometry());
        });
    };
    m_fixture->window().resize(1280, 560);
    auto *splitter = m_fixture->window().findChild<QTreeView *>(QStringLiteral("imageTable"))->parentWidget();
    QVERIFY(qobject_cast<QSplitter *>(splitter));
    qobject_cast<QSplitter *>(splitter)->setSizes({900, 290});
    QVERIFY(QTest::qWaitFor(allAreSeen, patienceMs));
}

void TestCachePage::allThatMatchAreChosen()
{
    ui::Language language;
    language.use(QStringLiteral("en"));
    auto *table = choose(multi);
    const auto action = [&] {
        for (QAction *one : m_fixture->window().findChild<ui::CachePage *>()->imageActions()) {
            if (one->objectName() == u"chooseAll")
                return one;
        }
        return static_cast<QAction *>(nullptr);
    };
    QVERIFY(action());
    QCOMPARE(action()->text(), QStringLiteral("Select all 3 images"));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 3);
    QVERIFY(m_fixture->type(QStringLiteral("imageFilter"), QStringLiteral("arch:amd64 1.0")));
    QCOMPARE(action()->text(), QStringLiteral("Select the image that matches the filter"));
    QVERIFY(m_fixture->type(QStringLiteral("imageFilter"), QStringLiteral("size<430k")));
    QCOMPARE(action()->text(), QStringLiteral("Select all 2 images that match the filter"));
    table->setFocus();
    action()->trigger();
    QCOMPARE(table->selectionModel()->selectedRows().size(), 2);
    const QList<ui::CacheRow> rows = m_fixture->window().findChild<ui::CachePage *>()->chosenRows();
    QVERIFY(std::ranges::none_of(rows,
                                 [](const ui::CacheRow &row) { return row.image.name.toString() == multi; }));
    QVERIFY(m_fixture->type(QStringLiteral("imageFilter"), QStringLiteral("nothing")));
    QVERIFY(!action()->isEnabled());
}

QTEST_MAIN(TestCachePage)
#include "tst_cachepage.moc"
