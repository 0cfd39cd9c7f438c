// windowbench DATA_FOLDER prepare
// windowbench DATA_FOLDER BEGUN_AT [jobs]
//
// The first puts ten images of thirty blobs into the data folder's cache. The second
// opens the real window over the folder, whose cache is full, and prints one "name value" a line: how long it
// takes to be usable and to list the images (from BEGUN_AT, nanoseconds since the epoch), memory at rest,
// filtering, sorting and selecting all. With `jobs` it then pushes the ten images to a real registry, while
// the list is scrolled and filtered and the jobs are looked at, and prints how long the turns of the event
// loop were.

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QThread>
#include <QTimer>
#include <QTreeView>

#include <chrono>
#include <cstdio>
#include <ctime>

#include "core/cache/cache.h"
#include "tests/support/sampleimages.h"
#include "tests/support/testregistry.h"
#include "ui/look/theme.h"
#include "ui/mainwindow.h"
#include "ui/settings/language.h"
#include "ui/views/cachepage.h"
#include "ui/views/jobspage.h"
#include "ui/workspace.h"

using namespace dip;
using namespace std::chrono_literals;

namespace {

constexpr int jobs = 10;
constexpr int blobsOfEach = 30;
constexpr qsizetype blobSize = 150'000;
constexpr qint64 rate = 1'500'000; // bytes a second: the jobs run for half a minute
constexpr auto phase = 10s;
constexpr double slow = 16; // ms: an event that takes longer is named on the standard error
constexpr int patienceMs = 60'000;

void print(const char *name, double value)
{
    std::printf("%s %.1f\n", name, value);
    std::fflush(stdout);
}

double msSince(qint64 epochNs)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return double(std::chrono::nanoseconds(now).count() - epochNs) / 1e6;
}

/// MB, a field of /proc/self/status; 0 where there is none.
double memory(const char *field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(qstrlen(field) + 1).simplified().split(' ').first().toDouble() * 1024 / 1e6;
    }
    return 0;
}

/// Of this thread.
double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// An application that knows how long each turn of its event loop took: all that was done for events between
/// one look for more of them and the next, without the time that it slept.
class WatchedApplication final : public QApplication
{
public:
    WatchedApplication(int &argc, char **argv) : QApplication(argc, argv)
    {
        connect(eventDispatcher(), &QAbstractEventDispatcher::aboutToBlock, this, [this] { rest(); });
        connect(eventDispatcher(), &QAbstractEventDispatcher::awake, this, [this] {
            rest();
            if (m_watching && m_turn > 0) {
                m_turns.push_back(m_turn);
                m_mostCpu = std::max(m_mostCpu, m_turnCpu);
            }
            m_turn = m_turnCpu = 0;
        });
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!QThread::isMainThread()) // events of workers pass here, too
            return QApplication::notify(receiver, event);
        if (!std::exchange(m_isBusy, true)) {
            m_clock.start();
            m_cpuBefore = cpuMs();
        }
        if (m_depth > 0 || !m_watching)
            return QApplication::notify(receiver, event);
        const QByteArray what = receiver->metaObject()->className() + QByteArray(" ") +
                                receiver->objectName().toUtf8() + " event " +
                                QByteArray::number(event->type());
        const double cpuBefore = cpuMs();
        QElapsedTimer clock;
        clock.start();
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        if (const double ms = double(clock.nsecsElapsed()) / 1e6; ms > slow)
            std::fprintf(stderr, "%s: %.1f ms, %.1f ms of them CPU\n", what.constData(), ms,
                         cpuMs() - cpuBefore);
        return taken;
    }

    void watch() { m_watching = true; }
    [[nodiscard]] double mostCpu() const { return m_mostCpu; } ///< ms, of one turn
    std::vector<double> stopWatching()
    {
        m_watching = false;
        std::ranges::sort(m_turns);
        return std::exchange(m_turns, {});
    }

private:
    void rest()
    {
        if (!std::exchange(m_isBusy, false))
            return;
        m_turn += double(m_clock.nsecsElapsed()) / 1e6;
        m_turnCpu += cpuMs() - m_cpuBefore;
    }

    QElapsedTimer m_clock;
    double m_turn = 0;    ///< ms of the present one
    double m_turnCpu = 0; ///< the same without what others had the processor for
    double m_cpuBefore = 0;
    double m_mostCpu = 0; ///< of a turn
    std::vector<double> m_turns;
    bool m_isBusy = false;
    int m_depth = 0; ///< events within an event
    bool m_watching = false;
};

bool waitUntil(const std::function<bool()> &done)
{
    QEventLoop loop;
    QTimer timer;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (done() || clock.elapsed() > patienceMs)
            loop.quit();
    });
    timer.start(5ms);
    loop.exec();
    return done();
}

void waitFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Until all that was asked for is done and painted.
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(0, &loop, [&loop] { QTimer::singleShot(0, &loop, &QEventLoop::quit); });
    loop.exec();
}

int prepare(const QString &folder)
{
    const auto cache = Cache::open(folder + QStringLiteral("/cache"));
    for (int number = 0; cache && number < jobs; ++number) {
        const auto stored = test::store(**cache, test::sampleImage(number + 1, blobsOfEach - 1, blobSize),
                                        QStringLiteral("bench/job:%1").arg(number));
        if (!stored)
            return 1;
    }
    return cache ? 0 : 1;
}

class Bench final
{
public:
    Bench(WatchedApplication &application, const QString &folder, qint64 begunAt)
        : m_application(application), m_workspace(folder), m_begunAt(begunAt)
    {
        m_language.use(m_workspace.settings().language);
        ui::applyTheme(m_workspace.settings().theme);
        QObject::connect(&m_workspace.images(), &ui::CacheModel::loaded, &m_application,
                         [this] { m_listed = true; });
    }

    void start();
    void search();
    void work();

private:
    QString push(const QString &profile, const QString &host, int number);
    void scroll(QTreeView *view);

    WatchedApplication &m_application;
    ui::Workspace m_workspace;
    ui::Language m_language;
    std::unique_ptr<ui::MainWindow> m_window;
    qint64 m_begunAt;
    bool m_listed = false;
};

void Bench::start()
{
    m_window = std::make_unique<ui::MainWindow>(m_workspace);
    m_window->show();
    m_workspace.openCache();
    settle();
    print("usable", msSince(m_begunAt));
    if (!waitUntil([this] { return m_listed; }))
        qFatal("the images were not listed");
    settle();
    print("listed", msSince(m_begunAt));
    print("images", m_workspace.images().rowCount());
    waitFor(3s);
    print("idle-memory", memory("VmRSS:"));
    const double before = cpuMs();
    waitFor(3s);
    print("idle-cpu", (cpuMs() - before) / 3000 * 100);
}

void Bench::search()
{
    auto *table = m_window->findChild<QTreeView *>(QStringLiteral("imageTable"));
    auto *page = m_window->findChild<ui::CachePage *>();
    auto *field = page->findChild<QLineEdit *>();
    double slowest = 0;
    for (const char *text :
         {"service7", "project9 service7", "size>1k", "arch:amd64 unpushed", "", "zzz", ""}) {
        QElapsedTimer clock;
        const int rows = table->model()->rowCount();
        clock.start();
        field->setText(QLatin1String(text));
        settle();
        slowest = std::max(slowest, double(clock.nsecsElapsed()) / 1e6);
        waitFor(300ms);
        if (rows == table->model()->rowCount() && *text == 'z')
            qFatal("the filter does nothing");
    }
    print("filter", slowest);
    slowest = 0;
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        for (const auto order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
            QElapsedTimer clock;
            clock.start();
            table->sortByColumn(column, order);
            settle();
            slowest = std::max(slowest, double(clock.nsecsElapsed()) / 1e6);
        }
    }
    print("sort", slowest);
    table->sortByColumn(0, Qt::AscendingOrder);
    settle();
    QElapsedTimer clock;
    clock.start();
    table->selectAll();
    settle();
    print("select-all", double(clock.nsecsElapsed()) / 1e6);
    table->setCurrentIndex(table->model()->index(0, 0));
    settle();
}

QString Bench::push(const QString &profile, const QString &host, int number)
{
    const QString name = QStringLiteral("bench/job:%1").arg(number);
    PushFromCacheUsingManifest step{*ImageName::parse(name), {}};
    step.target.maxConcurrent = 4;
    return m_workspace.jobs().add({ui::JobKind::Push, name, host + u'/' + name, profile, {}, {step}});
}

/// From top to bottom and back, a page each time the screen could show another.
void Bench::scroll(QTreeView *view)
{
    QScrollBar *bar = view->verticalScrollBar();
    const int step = std::max(1, bar->pageStep());
    bar->setValue(bar->value() + step >= bar->maximum() ? 0 : bar->value() + step);
}

void Bench::work()
{
    const test::TestRegistry registry;
    auto profile = ui::RegistryProfile::create(registry.host());
    profile.tls = ui::TlsChoice::PlainHttp;
    m_workspace.registries().save(profile);
    ui::AppSettings settings = m_workspace.settings();
    settings.jobsAtOnce = jobs;
    settings.rateLimit = rate;
    m_workspace.change(settings);
    for (int number = 0; number < jobs; ++number)
        push(profile.id, registry.host(), number);
    if (!waitUntil([this] { return m_workspace.jobs().counts().running == jobs; }))
        qFatal("the jobs do not run");
    waitFor(1s);

    auto *sidebar = m_window->findChild<ui::Sidebar *>();
    auto *table = m_window->findChild<QTreeView *>(QStringLiteral("imageTable"));
    auto *field = m_window->findChild<ui::CachePage *>()->findChild<QLineEdit *>();
    auto *tree = m_window->findChild<QTreeView *>(QStringLiteral("jobTree"));
    QTimer scroller;
    QTimer typist;
    QTreeView *scrolled = table;
    int typed = 0;
    QObject::connect(&scroller, &QTimer::timeout, m_window.get(), [&] { scroll(scrolled); });
    QObject::connect(&typist, &QTimer::timeout, m_window.get(), [&] {
        const QString word = QStringLiteral("service7");
        field->setText(word.first(typed++ % (word.size() + 1)));
    });
    const double cpuBefore = cpuMs();
    m_application.watch();
    sidebar->choose(ui::Sidebar::Cache);
    scroller.start(16ms);
    waitFor(phase);
    typist.start(400ms);
    waitFor(phase / 2);
    typist.stop();
    scrolled = tree;
    sidebar->choose(ui::Sidebar::Jobs);
    tree->expandAll();
    waitFor(phase / 2);
    scroller.stop();
    const std::vector<double> turns = m_application.stopWatching();
    print("busy-cpu-scrolling", (cpuMs() - cpuBefore) / (20 * 1000) * 100);
    const double cpuAtRest = cpuMs();
    waitFor(5s);
    print("busy-cpu", (cpuMs() - cpuAtRest) / 5000 * 100);
    print("still-running", m_workspace.jobs().counts().running);
    print("turns", double(turns.size()));
    print("turns-p99", turns.at(turns.size() * 99 / 100));
    print("turns-longest", turns.back());
    print("turns-longest-cpu", m_application.mostCpu());
    print("turns-over-16", 100. * double(std::ranges::count_if(turns, [](double ms) { return ms > 16; })) /
                               double(turns.size()));
    print("peak-memory", memory("VmHWM:"));
}

} // namespace

int main(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3) {
        std::fputs("usage: windowbench DATA_FOLDER prepare | BEGUN_AT [jobs]\n", stderr);
        return 2;
    }
    if (arguments[2] == u"prepare")
        return prepare(arguments[1]);
    Bench bench(application, arguments[1], arguments[2].toLongLong());
    bench.start();
    bench.search();
    if (arguments.value(3) == u"jobs")
        bench.work();
    return 0;
}
