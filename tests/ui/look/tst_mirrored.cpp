#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTreeView>
#include <QtTest>

#include "ui/delegates/jobdelegate.h"
#include "ui/delegates/registrydelegate.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/look/theme.h"
#include "ui/models/jobmodel.h"
#include "ui/views/sidebar.h"
#include "ui/widgets/messagestrip.h"

using namespace dip;
using namespace dip::ui;

namespace {

/// The smallest rectangle around all pixels of that colour; letters have some of it in their middle.
QRect boxOf(const QImage &image, const QColor &color, const QRect &within)
{
    constexpr int tolerance = 24;
    QRect box;
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (std::abs(pixel.red() - color.red()) <= tolerance &&
                std::abs(pixel.green() - color.green()) <= tolerance &&
                std::abs(pixel.blue() - color.blue()) <= tolerance)
                box |= QRect(x, y, 1, 1);
        }
    }
    return box;
}

QRect boxOf(const QImage &image, const QColor &color)
{
    return boxOf(image, color, image.rect());
}

QImage picture(QWidget &widget, Qt::LayoutDirection direction)
{
    QApplication::setLayoutDirection(direction);
    QTest::qWait(20);
    return widget.grab().toImage();
}

QString text(const QRect &rect)
{
    return QStringLiteral("%1…%2").arg(rect.left()).arg(rect.right());
}

} // namespace

/// Where a language is written from right to left, what is painted stands at the other side, and nothing over
/// something else.
class TestMirrored final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sections();
    void jobs();
    void linesOfJobs();
    void headings();
    void registries();
    void chips();
    void strips();
    void spinBoxes();

private:
    void isTurnedRound(const QImage &left, const QImage &right, const QColor &color, int near = 16);
    [[nodiscard]] ThemeColors colors() const { return themeColors(QApplication::palette()); }
    [[nodiscard]] static QColor textColor() { return QApplication::palette().color(QPalette::Text); }
    std::unique_ptr<QTreeView> show(QAbstractItemDelegate *delegate, const QVariantMap &roles);
};

void TestMirrored::initTestCase()
{
    applyTheme(ThemeChoice::Light);
}

/// To within so many pixels: icons and letters are no mirror images of themselves.
void TestMirrored::isTurnedRound(const QImage &left, const QImage &right, const QColor &color, int near)
{
    const QRect a = boxOf(left, color);
    const QRect b = boxOf(right, color);
    QVERIFY(a.isValid());
    const int width = left.width() - 1;
    QVERIFY2(std::abs(width - a.right() - b.left()) <= near && std::abs(width - a.left() - b.right()) <= near,
             qPrintable(QStringLiteral("%1 and %2 of %3").arg(text(a), text(b)).arg(width)));
}

void TestMirrored::sections()
{
    Sidebar sidebar;
    sidebar.resize(sidebar.width(), 300);
    sidebar.setBadge(Sidebar::Cache, QStringLiteral("10000"));
    sidebar.setBadge(Sidebar::Jobs, QStringLiteral("3/12"), true);
    sidebar.setFocusPolicy(Qt::NoFocus); // the frame has the icon's colour
    sidebar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&sidebar));
    const QImage left = picture(sidebar, Qt::LeftToRight);
    const QImage right = picture(sidebar, Qt::RightToLeft);
    isTurnedRound(left, right, colors().warning, 2); // the mark
    isTurnedRound(left, right, colors().accent, 5);  // the chosen section's icon
    isTurnedRound(left, right, colors().faint, 5);   // the numbers
    const QRect row = sidebar.visualItemRect(sidebar.item(Sidebar::Cache));
    QRect end = row; // where the number stands
    end.setLeft(row.left() + row.width() * 2 / 3);
    for (const QImage *image : {&left, &right}) {
        const QRect icon = boxOf(*image, colors().accent, row);
        const QRect name = boxOf(*image, sidebar.palette().color(QPalette::WindowText), row);
        QVERIFY2(icon.isValid() && name.isValid() && !icon.intersects(name),
                 qPrintable(text(icon) + u' ' + text(name)));
        QVERIFY(boxOf(*image, colors().faint, end).isValid());
        QVERIFY(!icon.intersects(end) && !name.intersects(end));
        end.moveLeft(sidebar.width() - 1 - end.right());
    }
}

/// A list of one row.
std::unique_ptr<QTreeView> TestMirrored::show(QAbstractItemDelegate *delegate, const QVariantMap &roles)
{
    auto view = std::make_unique<QTreeView>();
    auto *model = new QStandardItemModel(1, 1, view.get());
    for (auto role = roles.cbegin(); role != roles.cend(); ++role)
        model->setData(model->index(0, 0), role.value(), role.key().toInt());
    delegate->setParent(view.get());
    view->setItemDelegate(delegate);
    view->setRootIsDecorated(false);
    view->setHeaderHidden(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setModel(model);
    view->resize(700, 90);
    view->show();
    return view;
}

void TestMirrored::jobs()
{
    Job job;
    job.request.source = QStringLiteral("app/web:2.1");
    job.request.target = QStringLiteral("harbor.example.com/prod/web:2.1");
    job.state = JobState::Running;
    job.total = 1000;
    job.moved = 300;
    const auto view = show(new JobDelegate, {{QString::number(JobModel::JobRole), QVariant::fromValue(job)}});
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    const QImage left = picture(*view, Qt::LeftToRight);
    const QImage right = picture(*view, Qt::RightToLeft);
    isTurnedRound(left, right, colors().track, 2); // the rest of the bar
    isTurnedRound(left, right, textColor());       // the title
    isTurnedRound(left, right, colors().faint);    // the amounts
    QVERIFY(boxOf(right, textColor()).left() > right.width() / 3);
}

void TestMirrored::linesOfJobs()
{
    const JobLine line{QStringLiteral("sha256:0123456789abcdef"), Phase::Uploading, 300, 1000, 0, true, {}};
    const auto view =
        show(new JobDelegate, {{QString::number(JobModel::JobRole), QVariant::fromValue(Job())},
                               {QString::number(JobModel::LineRole), QVariant::fromValue(line)}});
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    const QImage left = picture(*view, Qt::LeftToRight);
    const QImage right = picture(*view, Qt::RightToLeft);
    isTurnedRound(left, right, colors().track, 2);
    isTurnedRound(left, right, textColor());
    isTurnedRound(left, right, colors().accent);
}

void TestMirrored::headings()
{
    const JobHeading heading{QStringLiteral("harbor.example.com"), QStringLiteral("all of them done"), false};
    const auto view =
        show(new JobDelegate, {{QString::number(JobModel::HeadingRole), QVariant::fromValue(heading)}});
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    const QImage left = picture(*view, Qt::LeftToRight);
    const QImage right = picture(*view, Qt::RightToLeft);
    isTurnedRound(left, right, textColor());
    isTurnedRound(left, right, colors().faint);
    QVERIFY(boxOf(right, textColor()).left() > right.width() / 2);
}

void TestMirrored::registries()
{
    const auto view = show(new RegistryDelegate,
                           {{QString::number(Qt::DisplayRole), QStringLiteral("harbor.example.com")}});
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    const QImage left = picture(*view, Qt::LeftToRight);
    const QImage right = picture(*view, Qt::RightToLeft);
    isTurnedRound(left, right, colors().accent);
    isTurnedRound(left, right, textColor());
}

void TestMirrored::chips()
{
    const auto view =
        show(new ChipDelegate, {{QString::number(Qt::DisplayRole), QStringLiteral("amd64, arm64")}});
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    isTurnedRound(picture(*view, Qt::LeftToRight), picture(*view, Qt::RightToLeft), textColor());
}

/// Margins are turned round when it is made.
void TestMirrored::strips()
{
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        MessageStrip strip(MessageStrip::Kind::Danger);
        strip.setText(QStringLiteral("It went wrong."));
        auto *button = strip.addButton();
        strip.resize(500, 50);
        strip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&strip));
        const QRect icon = boxOf(strip.grab().toImage(), colors().danger);
        QVERIFY(icon.isValid());
        QCOMPARE(icon.left() < strip.width() / 2, direction == Qt::LeftToRight);
        QCOMPARE(button->x() < strip.width() / 2, direction == Qt::RightToLeft);
        for (const QWidget *part : strip.findChildren<QWidget *>())
            QVERIFY(!part->geometry().intersects(icon));
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

/// The arrows are drawn where they are pressed.
void TestMirrored::spinBoxes()
{
    QSpinBox box;
    QApplication::setLayoutDirection(Qt::RightToLeft);
    box.setRange(0, 10);
    box.setValue(5);
    box.resize(140, box.sizeHint().height());
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    const QImage image = box.grab().toImage();
    const QRect arrows = boxOf(image, box.palette().color(QPalette::ButtonText),
                               QRect(0, 0, 24, image.height()).adjusted(3, 3, 0, -3));
    QVERIFY(arrows.isValid());
    QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(arrows.center().x(), box.height() / 4));
    QCOMPARE(box.value(), 6);
}

QTEST_MAIN(TestMirrored)
#include "tst_mirrored.moc"
