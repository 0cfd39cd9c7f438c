#include "tests/support/sampleimages.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/disk/treemap.h"
#include "ui/models/diskmodel.h"
#include "ui/views/jobspage.h"
#include "ui/views/sidebar.h"
#include "ui/views/statusrow.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>

#include <QtTest>

using namespace dip;
using namespace dip::test;
using Kind = ui::DiskTree::Kind;
using Scope = ui::DiskTree::View::Scope;

namespace {
constexpr int patienceMs = 30'000;
} // namespace

/// The page of the disk's use in the real window: list and picture are linked in both directions, and all of
/// it goes by keyboard.
class TestDiskPage final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void figuresAreTheCores();
    void statusOpensThePage();
    void listChoosesInThePicture();
    void pictureChoosesInTheList();
    void sharedBlockChoosesAllThatNeedIt();
    void arrowsMove();
    void zoom();
    void choiceOutlivesChanges();
    void drawnForTheChoice();
    void modelKeepsItsContract();

private:
    void add(int seed, const char *name, const QList<SampleLayer> &layers);
    void reload(int images);
    QStringList chosen() const;
    int nodeOf(const char *name) const;
    int nodeOf(Kind kind) const;
    void click(int node, Qt::KeyboardModifiers modifiers = {});
    QTreeView *table() const { return m_fixture->find<QTreeView>(QStringLiteral("diskTable")); }
    ui::Treemap *picture() const { return m_fixture->find<ui::Treemap>(QStringLiteral("diskPicture")); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::shared_ptr<const ui::DiskFacts> m_facts; ///< as the page has read them
};

void TestDiskPage::add(int seed, const char *name, const QList<SampleLayer> &layers)
{
    QVERIFY(store(*m_fixture->workspace().cache(), imageOfLayers(seed, layers), QLatin1StringView(name)));
}

/// As the page does it, so that numbers are the same here.
void TestDiskPage::reload(int images)
{
    m_fixture->workspace().images().reload();
    QVERIFY(QTest::qWaitFor([&] { return table() && table()->model()->rowCount() == images; }, patienceMs));
    m_facts = *ui::readDiskFacts(*m_fixture->workspace().cache());
}

/// a/web:1 and a/web:2 share a layer; so do all but c:1.
void TestDiskPage::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    add(1, "a/web:1", {{1, 60'000}, {2, 40'000}, {3, 30'000}});
    add(2, "a/web:2", {{1, 60'000}, {2, 40'000}, {4, 50'000}});
    add(3, "b:1", {{1, 60'000}, {5, 20'000}});
    add(4, "c:1", {{6, 90'000}});
    m_fixture->window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Disk);
    reload(4);
}

void TestDiskPage::cleanup()
{
    m_fixture.reset();
}

QStringList TestDiskPage::chosen() const
{
    QStringList names;
    for (const QModelIndex &index : table()->selectionModel()->selectedRows())
        names.append(index.data().toString());
    names.sort();
    return names;
}

int TestDiskPage::nodeOf(const char *name) const
{
    return picture()->tree().nodeOfImage(int(m_facts->usage.indexOf(imageName(QLatin1StringView(name)))));
}

int TestDiskPage::nodeOf(Kind kind) const
{
    const auto &nodes = picture()->tree().nodes();
    const auto found = std::ranges::find(nodes, kind, &ui::DiskTree::Node::kind);
    return found == nodes.end() ? -1 : int(found - nodes.begin());
}

void TestDiskPage::click(int node, Qt::KeyboardModifiers modifiers)
{
    QVERIFY(node > 0);
    QTest::mouseClick(picture(), Qt::LeftButton, modifiers, picture()->boxes().rect(node).center().toPoint());
}

void TestDiskPage::figuresAreTheCores()
{
    const auto *order = qobject_cast<QSortFilterProxyModel *>(table()->model());
    for (int row = 0; row < 4; ++row) {
        const QModelIndex index = order->index(row, 0);
        const auto share = m_facts->usage.share(order->mapToSource(index).row());
        const auto shown = [&](int column) {
            return index.siblingAtColumn(column).data(ui::DiskModel::SortRole).toLongLong();
        };
        QCOMPARE(shown(ui::DiskModel::Size), share.total);
        QCOMPARE(shown(ui::DiskModel::Shared), share.shared);
        QCOMPARE(shown(ui::DiskModel::Unique), share.unique);
    }
    QVERIFY(order->index(0, 0).data().toString().startsWith(QLatin1String("a/web"))); // the largest first
    QCOMPARE(picture()->tree()[0].bytes, m_facts->usage.bytes());
}

void TestDiskPage::statusOpensThePage()
{
    auto *sidebar = m_fixture->window().findChild<ui::Sidebar *>();
    sidebar->choose(ui::Sidebar::Cache);
    emit m_fixture->window().findChild<ui::StatusRow *>()->cacheRequested();
    QVERIFY(table());
    sidebar->choose(ui::Sidebar::Cache);
    QTest::keyClick(&m_fixture->window(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(table());
    QTest::keyClick(&m_fixture->window(), Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(sidebar->currentRow(), int(ui::Sidebar::Settings));
    // A job that found the disk full leads to the cleaning.
    emit m_fixture->window().findChild<ui::JobsPage *>()->cleanRequested();
    const auto *free = m_fixture->find<QCheckBox>(QStringLiteral("cleanFree"));
    QVERIFY(free && free->isChecked());
}

void TestDiskPage::listChoosesInThePicture()
{
    QAbstractItemModel *model = table()->model();
    const auto rows = model->match(model->index(0, 0), Qt::DisplayRole, QStringLiteral("b:1"));
    QCOMPARE(rows.size(), 1);
    table()->setCurrentIndex(rows.first());
    QCOMPARE(picture()->cursor(), nodeOf("b:1"));
    const QString details = picture()->accessibleDescription();
    QVERIFY2(details.startsWith(QLatin1String("b:1\n")), qPrintable(details));
    QVERIFY(m_fixture->find<QLabel>(QStringLiteral("diskChoice"))->text().contains(QLatin1String("20 kB")) ||
            m_fixture->find<QLabel>(QStringLiteral("diskChoice"))->text().contains(QLatin1String("21 kB")));
    table()->selectAll();
    QCOMPARE(chosen().size(), 4);
}

void TestDiskPage::pictureChoosesInTheList()
{
    click(nodeOf("a/web:2"));
    QCOMPARE(chosen(), QStringList{QStringLiteral("a/web:2")});
    QCOMPARE(table()->currentIndex().data().toString(), QStringLiteral("a/web:2"));
    click(nodeOf("c:1"), Qt::ControlModifier);
    QCOMPARE(chosen(), QStringList({QStringLiteral("a/web:2"), QStringLiteral("c:1")}));
    click(nodeOf("a/web:2"), Qt::ControlModifier);
    QCOMPARE(chosen(), QStringList{QStringLiteral("c:1")});
    click(nodeOf("b:1"), Qt::ShiftModifier);
    QCOMPARE(chosen(), QStringList({QStringLiteral("b:1"), QStringLiteral("c:1")}));
    // A repository's head stands for all of its images.
    const int web = picture()->tree()[nodeOf("a/web:1")].parent;
    const QRectF head = picture()->boxes().head(web);
    QVERIFY(!head.isEmpty());
    QTest::mouseClick(picture(), Qt::LeftButton, {}, head.center().toPoint());
    QCOMPARE(chosen(), QStringList({QStringLiteral("a/web:1"), QStringLiteral("a/web:2")}));
}

void TestDiskPage::sharedBlockChoosesAllThatNeedIt()
{
    const int region = nodeOf(Kind::SharedRegion);
    QVERIFY(region > 0);
    QCOMPARE(picture()->tree()[region].bytes, 60'000);
    click(picture()->tree()[region].firstChild);
    QCOMPARE(chosen(),
             QStringList({QStringLiteral("a/web:1"), QStringLiteral("a/web:2"), QStringLiteral("b:1")}));
}

void TestDiskPage::arrowsMove()
{
    QCOMPARE(picture()->cursor(), -1);
    picture()->setFocus();
    QVERIFY(picture()->cursor() > 0); // so that it is seen where the keyboard is
    QCOMPARE(chosen(), QStringList());
    QSet<int> seen;
    QList<int> next{picture()->cursor()};
    while (!next.isEmpty()) {
        const int from = next.takeFirst();
        if (seen.contains(from))
            continue;
        seen.insert(from);
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
            click(from);
            QTest::keyClick(picture(), key);
            QVERIFY(picture()->tree().isLeaf(picture()->cursor()));
            next.append(picture()->cursor());
        }
    }
    for (const char *name : {"a/web:1", "a/web:2", "b:1", "c:1"})
        QVERIFY2(seen.contains(nodeOf(name)), name);
    click(nodeOf("c:1"));
    QTest::keyClick(picture(), Qt::Key_Space);
    QCOMPARE(chosen(), QStringList());
    QTest::keySequence(picture(), QKeySequence::SelectAll);
    QCOMPARE(chosen().size(), 4);
}

void TestDiskPage::zoom()
{
    click(nodeOf("a/web:1"));
    QTest::keyClick(picture(), Qt::Key_Return);
    QCOMPARE(picture()->view().scope, Scope::Repository);
    QCOMPARE(picture()->cursor(), nodeOf("a/web:1")); // the place stays
    QCOMPARE(nodeOf("c:1"), -1);
    // The list leads to another one.
    QAbstractItemModel *model = table()->model();
    table()->setCurrentIndex(
        model->match(model->index(0, 0), Qt::DisplayRole, QStringLiteral("c:1")).first());
    QCOMPARE(picture()->view().scope, Scope::Repository);
    QCOMPARE(picture()->cursor(), nodeOf("c:1"));
    QVERIFY(picture()->cursor() > 0);
    QCOMPARE(nodeOf("a/web:1"), -1);
    QTest::keyClick(picture(), Qt::Key_Backspace);
    QCOMPARE(picture()->view().scope, Scope::Everything);
    const QPoint middle = picture()->boxes().rect(nodeOf("b:1")).center().toPoint();
    QTest::mouseDClick(picture(), Qt::LeftButton, {}, middle);
    QCOMPARE(picture()->view().scope, Scope::Repository);
    QVERIFY(nodeOf("b:1") > 0);
    QVERIFY(m_fixture->press(QStringLiteral("diskBack")));
    QCOMPARE(picture()->view().scope, Scope::Everything);
    click(picture()->tree()[nodeOf(Kind::SharedRegion)].firstChild);
    QTest::keyClick(picture(), Qt::Key_Enter);
    QCOMPARE(picture()->view().scope, Scope::Shared);
    QCOMPARE(picture()->tree()[0].bytes, 60'000);
}

/// What is chosen stays so when images come or go; a repository that is gone is not looked at any more.
void TestDiskPage::choiceOutlivesChanges()
{
    click(nodeOf("b:1"));
    click(nodeOf("c:1"), Qt::ControlModifier);
    QTest::keyClick(picture(), Qt::Key_Return);
    QCOMPARE(picture()->view().scope, Scope::Repository);
    add(5, "a/api:1", {{7, 10'000}});
    reload(5);
    QCOMPARE(chosen(), QStringList({QStringLiteral("b:1"), QStringLiteral("c:1")}));
    QCOMPARE(picture()->view().scope, Scope::Repository);
    QVERIFY(nodeOf("c:1") > 0);
    QVERIFY(m_fixture->workspace().cache()->clean({.images = {imageName(QStringLiteral("c:1"))}}));
    reload(4);
    QCOMPARE(chosen(), QStringList{QStringLiteral("b:1")});
    QCOMPARE(picture()->view().scope, Scope::Everything);
}

/// Choosing changes the picture where the image and what it shares is, and nowhere else.
void TestDiskPage::drawnForTheChoice()
{
    table()->setFocus();
    table()->clearSelection();
    const QImage before = picture()->grab().toImage();
    table()->selectionModel()->select(
        table()
            ->model()
            ->match(table()->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("b:1"))
            .first(),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QImage after = picture()->grab().toImage();
    const qreal ratio = after.devicePixelRatio();
    const auto changes = [&](int node) {
        const QRectF box = picture()->boxes().rect(node);
        const QRect part = QRectF(box.topLeft() * ratio, box.size() * ratio).toRect().adjusted(1, 1, -1, -1);
        return before.copy(part) != after.copy(part);
    };
    QVERIFY(changes(nodeOf("b:1")));
    QVERIFY(changes(picture()->tree()[nodeOf(Kind::SharedRegion)].firstChild));
    QVERIFY(!changes(nodeOf("c:1")));
    QVERIFY(!changes(nodeOf("a/web:1")));
    QVERIFY(!changes(picture()->tree().nodeOfGroup(0)) || !changes(picture()->tree().nodeOfGroup(1)));
}

void TestDiskPage::modelKeepsItsContract()
{
    ui::DiskModel model;
    ui::DiskSorter order;
    order.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester orderTester(&order,
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFacts(m_facts);
    QCOMPARE(order.rowCount(), 4);
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        order.sort(column, Qt::DescendingOrder);
    }
    model.setFacts(m_facts);
    model.setFacts({});
    QCOMPARE(order.rowCount(), 0);
}

QTEST_MAIN(TestDiskPage)
#include "tst_diskpage.moc"
