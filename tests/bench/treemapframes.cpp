#include "core/cache/cache.h"
#include "ui/disk/imageselection.h"
#include "ui/disk/treemap.h"
#include "ui/look/theme.h"
#include "ui/models/diskmodel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>

#include <cstdio>

using namespace dip;

// treemapframes FOLDER   what the picture of a cache's disk use costs, as rows in Markdown: milliseconds to
// read and lay it out, to draw
//                        it anew, and for a frame while the pointer moves over it; at 1600 × 1000, and as
//                        QT_SCALE_FACTOR says

namespace {

constexpr QSize size(1600, 1000);
constexpr int frames = 500;

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

void print(const char *what, double value)
{
    std::printf("| %s | %.2f ms |\n", what, value);
}

/// As the window system would: into a picture of the widget's size.
class Screen
{
public:
    explicit Screen(QWidget &widget)
        : m_widget(widget), m_image(widget.size() * widget.devicePixelRatioF(), QImage::Format_RGB32)
    {
        m_image.setDevicePixelRatio(widget.devicePixelRatioF());
    }
    double frame()
    {
        QElapsedTimer clock;
        clock.start();
        m_widget.render(&m_image);
        return milliseconds(clock);
    }

private:
    QWidget &m_widget;
    QImage m_image;
};

void moveOver(QWidget &widget, Screen &screen)
{
    double worst = 0;
    double sum = 0;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer clock;
        clock.start();
        const QPointF at((i * 37) % size.width(), (i * 23) % size.height());
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(&widget, &move);
        const double one = milliseconds(clock) + screen.frame();
        worst = std::max(worst, one);
        sum += one;
    }
    print("a frame while the pointer moves", sum / frames);
    print("the slowest of them", worst);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(ui::ThemeChoice::Light);
    const auto cache =
        argc == 2 ? Cache::open(QString::fromLocal8Bit(argv[1])) : Result<std::unique_ptr<Cache>>();
    if (!cache || !*cache) {
        std::fputs("usage: treemapframes FOLDER\n", stderr);
        return 2;
    }
    QElapsedTimer clock;
    clock.start();
    const auto facts = ui::readDiskFacts(**cache);
    if (!facts)
        return 1;
    print("read the cache, in the background", milliseconds(clock));

    ui::DiskModel model;
    ui::DiskSorter order;
    order.setSourceModel(&model);
    QItemSelectionModel rows(&order);
    ui::ImageSelection selection(&rows, &order);
    ui::Treemap treemap(selection);
    treemap.resize(size);
    treemap.show();
    clock.restart();
    model.setFacts(*facts);
    order.sort(ui::DiskModel::Size, Qt::DescendingOrder);
    print("fill and sort the list", milliseconds(clock));
    clock.restart();
    treemap.setFacts(*facts);
    (void)treemap.boxes();
    print("lay out", milliseconds(clock));
    Screen screen(treemap);
    print("the first frame", screen.frame());
    moveOver(treemap, screen);
    clock.restart();
    selection.choose({1}, QItemSelectionModel::ClearAndSelect);
    print("choose one image, and the frame after it", milliseconds(clock) + screen.frame());
    clock.restart();
    selection.choose(treemap.tree().imagesOf(**facts, 0), QItemSelectionModel::ClearAndSelect);
    print("choose all, and the frame after it", milliseconds(clock) + screen.frame());
    moveOver(treemap, screen);
    return 0;
}
