#include "ui/push/preflight.h"

#include <QtConcurrentRun>

#include "core/transfer/imagemanager.h"

namespace dip::ui {

namespace {

constexpr std::chrono::milliseconds patience(500);

void add(Tally &sum, const Tally &more)
{
    sum.blobs += more.blobs;
    sum.bytes += more.bytes;
}

Result<Preflight::Outcome> run(const std::shared_ptr<Cache> &cache, const std::shared_ptr<Registry> &registry,
                               const QList<PushFromCacheUsingManifest> &pushes, const std::stop_token &stop)
{
    Preflight::Outcome outcome;
    ImageManager manager(*cache);
    for (PushFromCacheUsingManifest push : pushes) {
        push.target.dryRun = true;
        ProgressSink progress;
        OperationReport report;
        if (auto asked = manager.executeOperation(push, registry, progress, report, stop); !asked)
            return failure(asked);
        add(outcome.wouldMove, report.wouldMove);
        add(outcome.alreadyThere, report.alreadyThere);
    }
    return outcome;
}

} // namespace

Preflight::Preflight(QObject *parent) : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(patience);
    connect(&m_delay, &QTimer::timeout, this, &Preflight::begin);
}

Preflight::~Preflight()
{
    m_stop.request_stop();
}

void Preflight::ask(const std::shared_ptr<Cache> &cache, const std::shared_ptr<Registry> &registry,
                    const QList<PushFromCacheUsingManifest> &pushes)
{
    cancel();
    m_cache = cache;
    m_registry = registry;
    m_pushes = pushes;
    m_delay.start();
}

void Preflight::cancel()
{
    ++m_asked;
    m_delay.stop();
    m_stop.request_stop();
    m_stop = {};
}

void Preflight::begin()
{
    const int asked = m_asked;
    QtConcurrent::run(run, m_cache, m_registry, m_pushes, m_stop.get_token())
        .then(this, [this, asked](const Result<Outcome> &outcome) {
            if (asked != m_asked)
                return;
            if (outcome)
                emit answered(*outcome);
            else
                emit failed(outcome.error());
        });
}

} // namespace dip::ui
