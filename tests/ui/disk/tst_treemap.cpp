#include "tests/support/sampleimages.h"
#include "ui/disk/disktree.h"
#include "ui/disk/squarify.h"
#include "ui/disk/treemaplayout.h"
#include "ui/disk/treemappainter.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace dip;
using namespace dip::test;
using ui::DiskTree;
using Kind = ui::DiskTree::Kind;
using View = ui::DiskTree::View;

namespace {

constexpr qreal tolerance = 0.01; // square pixels, for every hundred of them

qreal areaOf(const QRectF &rect)
{
    return rect.width() * rect.height();
}

qreal overlap(const QRectF &a, const QRectF &b)
{
    return areaOf(a.intersected(b));
}

/// By WCAG 2.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

/// The picture of the disk shows every byte once, in areas as the bytes, whatever images share.
class TestTreemap final : public QObject
{
    Q_OBJECT

private slots:
    void squaresAreExact_data();
    void squaresAreExact();
    void filesAreToldApart();
    void everyByteIsThereOnce();
    void areasAreAsBytes_data();
    void areasAreAsBytes();
    void mirrored();
    void neighbours();
    void textsStandOut_data();
    void textsStandOut();

private:
    ui::DiskFacts makeFacts(int seed, int images);
    std::unique_ptr<Cache> newCache();
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTreemap::squaresAreExact_data()
{
    QTest::addColumn<QRectF>("area");
    QTest::addColumn<int>("count");
    QTest::newRow("one") << QRectF(0, 0, 300, 200) << 1;
    QTest::newRow("few") << QRectF(10, 20, 300, 200) << 7;
    QTest::newRow("many") << QRectF(0, 0, 900, 700) << 3000;
    QTest::newRow("high") << QRectF(0, 0, 20, 4000) << 50;
    QTest::newRow("flat") << QRectF(-5, -5, 4000, 3) << 50;
}

void TestTreemap::squaresAreExact()
{
    QFETCH(QRectF, area);
    QFETCH(int, count);
    QRandomGenerator random{quint32(count)};
    std::vector<double> sizes(size_t(count), 1.);
    for (double &size : sizes)
        size = std::exp2(random.bounded(30.));
    std::ranges::sort(sizes, std::ranges::greater());
    const double sum = std::accumulate(sizes.begin(), sizes.end(), 0.);
    const QList<QRectF> parts = ui::squarified(area, sizes);
    QCOMPARE(parts.size(), count);
    const qreal whole = areaOf(area);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QVERIFY(std::abs(areaOf(parts[i]) - whole * sizes[size_t(i)] / sum) <= tolerance * whole / 100);
        QVERIFY(area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(parts[i]) || parts[i].isEmpty());
    }
    qreal overlapping = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(parts.size(), 300); ++i) {
        for (qsizetype j = i + 1; j < parts.size(); ++j)
            overlapping += overlap(parts[i], parts[j]);
    }
    QVERIFY(overlapping <= tolerance * whole / 100);
    QVERIFY(ui::squarified(area, {}).isEmpty());
    QCOMPARE(ui::squarified(QRectF(), sizes).size(), count);
}

/// In memory where that can be, as nothing here is about the disk's speed.
std::unique_ptr<Cache> TestTreemap::newCache()
{
    const QString memory = QStringLiteral("/dev/shm");
    m_folder = QFileInfo(memory).isWritable()
                   ? std::make_unique<QTemporaryDir>(memory + QLatin1String("/treemap-XXXXXX"))
                   : std::make_unique<QTemporaryDir>();
    return std::move(*Cache::open(m_folder->filePath(QStringLiteral("cache"))));
}

/// Images of some repositories, of layers that one image, several of a repository or anybody has.
ui::DiskFacts TestTreemap::makeFacts(int seed, int images)
{
    const auto cache = newCache();
    QRandomGenerator random{quint32(seed)};
    for (int i = 0; i < images; ++i) {
        const int repository = random.bounded(4);
        QList<SampleLayer> layers{{1000 + i, 500 + random.bounded(4000)}};
        for (int shared = random.bounded(3); shared > 0; --shared) {
            const int number = random.bounded(3);
            layers.append({100 + 10 * repository + number, 1000 + 700 * number});
            layers.append({random.bounded(4), 2500});
        }
        if (!store(*cache, imageOfLayers(seed * 1000 + i, layers),
                   QStringLiteral("team/r%1:%2").arg(repository).arg(i)))
            qFatal("an image cannot be stored");
    }
    return ui::makeDiskFacts(*cache->usage());
}

void TestTreemap::filesAreToldApart()
{
    const auto cache = newCache();
    QVERIFY(store(*cache, imageOfLayers(1, {{1, 4000}, {2, 300}, {3, 500}}), QStringLiteral("a:1")));
    QVERIFY(store(*cache, imageOfLayers(2, {{1, 4000}, {2, 300}, {4, 600}, {5, 50}}), QStringLiteral("a:2")));
    QVERIFY(store(*cache, imageOfLayers(3, {{5, 50}}), QStringLiteral("b:1")));
    const ui::DiskFacts facts = ui::makeDiskFacts(*cache->usage());
    QCOMPARE(facts.repositories, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(facts.imagesOf(0), QList<int>({0, 1}));
    QCOMPARE(facts.imagesOf(1), QList<int>{2});
    QCOMPARE(facts.groups.size(), 2);
    const auto pair = std::ranges::find(facts.groups, 4300, &ui::DiskFacts::Group::bytes);
    QVERIFY(pair != facts.groups.end());
    QCOMPARE(pair->files.size(), 2);
    QCOMPARE(pair->images, QList<int>({0, 1}));
    QCOMPARE(pair->repository, 0);
    const auto other = std::ranges::find(facts.groups, 50, &ui::DiskFacts::Group::bytes);
    QVERIFY(other != facts.groups.end());
    QCOMPARE(other->images, QList<int>({1, 2}));
    QCOMPARE(other->repository, -1);
    QCOMPARE(facts.shared, 4350);
    for (int image = 0; image < 3; ++image)
        QCOMPARE(facts.own[image], facts.usage.share(image).unique);
}

void TestTreemap::everyByteIsThereOnce()
{
    for (int seed = 1; seed <= 5; ++seed) {
        const ui::DiskFacts facts = makeFacts(seed, 30);
        const DiskTree tree(facts, {});
        QCOMPARE(tree[0].bytes, facts.usage.bytes());
        QMap<std::pair<Kind, int>, int> seen;
        qint64 leaves = 0;
        for (int node = 1; node < tree.nodes().size(); ++node) {
            QVERIFY(tree[node].parent < node && tree[node].bytes > 0);
            ++seen[{tree[node].kind, tree[node].subject}];
            leaves += tree.isLeaf(node) ? tree[node].bytes : 0;
        }
        QCOMPARE(leaves, facts.usage.bytes());
        QVERIFY(std::ranges::all_of(seen, [](int count) { return count == 1; }));
        for (int group = 0; group < facts.groups.size(); ++group) {
            const int node = tree.nodeOfGroup(group);
            QVERIFY(node > 0);
            QCOMPARE(tree[node].bytes, facts.groups[group].bytes);
            const Kind around = tree[tree[node].parent].kind;
            QCOMPARE(around, facts.groups[group].repository < 0 ? Kind::SharedRegion : Kind::Repository);
        }
        // Seen alone, a repository has all that its images need.
        for (int repository = 0; repository < facts.repositories.size(); ++repository) {
            const QList<int> images = facts.imagesOf(repository);
            const auto sum = facts.usage.selection(QList<qsizetype>(images.begin(), images.end()));
            QCOMPARE(DiskTree(facts, {View::Scope::Repository, repository})[0].bytes, sum.total);
        }
    }
}

void TestTreemap::areasAreAsBytes_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<View>("view");
    QTest::newRow("all") << QSizeF(800, 600) << View{};
    QTest::newRow("small") << QSizeF(90, 60) << View{};
    QTest::newRow("one repository") << QSizeF(500, 700) << View{View::Scope::Repository, 1};
    QTest::newRow("shared") << QSizeF(500, 700) << View{View::Scope::Shared, -1};
}

void TestTreemap::areasAreAsBytes()
{
    QFETCH(QSizeF, size);
    QFETCH(View, view);
    const ui::DiskFacts facts = makeFacts(7, 60);
    const DiskTree tree(facts, view);
    const QRectF area(QPointF(), size);
    const ui::TreemapLayout layout(tree, area, {.head = 20});
    QVERIFY(tree.nodes().size() > 3);
    QCOMPARE(layout.rect(0), area);
    for (int node = 0; node < tree.nodes().size(); ++node) {
        const QRectF room = layout.room(node).adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
        QVERIFY(layout.rect(node).adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(layout.room(node)));
        const int end = tree[node].firstChild + tree[node].childCount;
        for (int child = tree[node].firstChild; child < end; ++child) {
            const QRectF rect = layout.rect(child);
            const qreal wanted =
                areaOf(layout.room(node)) * double(tree[child].bytes) / double(tree[node].bytes);
            QVERIFY(std::abs(areaOf(rect) - wanted) <= tolerance * areaOf(area) / 100);
            QVERIFY(room.contains(rect));
            for (int other = child + 1; other < end; ++other)
                QVERIFY(overlap(rect, layout.rect(other)) < 1e-3);
        }
        if (tree.isLeaf(node) && layout.rect(node).width() > 1 && layout.rect(node).height() > 1)
            QCOMPARE(layout.nodeAt(layout.rect(node).center()), node);
    }
    QCOMPARE(layout.nodeAt({-5, 5}), -1);
}

void TestTreemap::mirrored()
{
    const ui::DiskFacts facts = makeFacts(3, 20);
    const DiskTree tree(facts, {});
    const QRectF area(0, 0, 700, 500);
    const ui::TreemapLayout layout(tree, area, {.head = 20});
    const ui::TreemapLayout mirror(tree, area, {.head = 20, .mirrored = true});
    for (int node = 0; node < tree.nodes().size(); ++node) {
        const QRectF rect = layout.rect(node);
        QVERIFY(std::abs(mirror.rect(node).right() - (area.right() - rect.left())) < 1e-6);
        QCOMPARE(mirror.rect(node).top(), rect.top());
        QCOMPARE(mirror.head(node).size(), layout.head(node).size());
    }
}

/// From every box in each direction one comes to a box that begins there, or the picture ends.
void TestTreemap::neighbours()
{
    const ui::DiskFacts facts = makeFacts(5, 25);
    const DiskTree tree(facts, {});
    const ui::TreemapLayout layout(tree, {0, 0, 800, 600}, {.head = 20});
    int found = 0;
    for (int node = 1; node < tree.nodes().size(); ++node) {
        if (!tree.isLeaf(node))
            continue;
        const QRectF from = layout.rect(node);
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
            const int next = layout.neighbour(node, key);
            if (next < 0)
                continue;
            ++found;
            QVERIFY(next != node && tree.isLeaf(next));
            const QRectF to = layout.rect(next);
            QVERIFY(key == Qt::Key_Left    ? to.left() < from.left()
                    : key == Qt::Key_Right ? to.right() > from.right()
                    : key == Qt::Key_Up    ? to.top() < from.top()
                                           : to.bottom() > from.bottom());
        }
    }
    QVERIFY(found > 50);
}

void TestTreemap::textsStandOut_data()
{
    QTest::addColumn<ui::ThemeChoice>("theme");
    QTest::newRow("light") << ui::ThemeChoice::Light;
    QTest::newRow("dark") << ui::ThemeChoice::Dark;
}

void TestTreemap::textsStandOut()
{
    QFETCH(ui::ThemeChoice, theme);
    ui::applyTheme(theme);
    const auto colors = ui::TreemapColors::of(QApplication::palette());
    for (const QColor &ground : {colors.tile, colors.shared, colors.chosen, colors.head})
        QVERIFY(contrast(colors.text, ground) >= 4.5);
    // Marks are no text: 3:1.
    for (const QColor &ground : {colors.tile, colors.shared})
        QVERIFY(contrast(colors.outline, ground) >= 3);
    QVERIFY(contrast(colors.doomed, colors.tile) >= 3);
}

QTEST_MAIN(TestTreemap)
#include "tst_treemap.moc"
