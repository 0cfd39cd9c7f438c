#include "ui/push/preflight.h"

#include "core/registry/registryclient.h"
#include "core/transfer/imagemanager.h"

namespace dip::ui {

namespace {

constexpr std::chrono::milliseconds patience(400);
constexpr int questionsAtOnce = 4;
constexpr qsizetype mostRepositories = 8; // are asked about; others have the rights of their project

/// A blob counts as missing as soon as one of the repositories lacks it; it is sent once for all of them.
struct Blobs
{
    struct Blob
    {
        qint64 size = 0;
        bool missing = false;
    };
    QHash<QString, Blob> byDigest;

    void add(const ProgressSink &progress)
    {
        for (const auto &line : progress.lines()) {
            if (!line->isBlob())
                continue;
            Blob &blob = byDigest[line->label()];
            blob.size = line->total();
            blob.missing = blob.missing || line->phase() != Phase::AlreadyThere;
        }
    }
};

Preflight::Tag tagOf(const OperationReport &report)
{
    const ImageReport *image = report.images.isEmpty() ? nullptr : &report.images.first();
    if (!image || !image->before)
        return Preflight::Tag::Absent;
    return image->before == image->digest ? Preflight::Tag::Same : Preflight::Tag::Other;
}

/// What an answer says of the right to push; other errors say nothing of it.
bool isRefusal(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Denied:
    case ErrorCode::AuthRequired:
    case ErrorCode::AuthFailed:
    case ErrorCode::NotFound:
    case ErrorCode::RegistryStorage:
        return true;
    default:
        return false;
    }
}

/// One of each project, since rights are mostly given by project; then others, as long as they are few.
QStringList worthAsking(const QStringList &repositories)
{
    QStringList first;
    QStringList others;
    QSet<QString> projects;
    for (const QString &repository : repositories) {
        const QString project = repository.section(u'/', 0, 0);
        (projects.contains(project) ? others : first).append(repository);
        projects.insert(project);
    }
    return first + others.first(std::clamp<qsizetype>(mostRepositories - first.size(), 0, others.size()));
}

/// Asks for the right to push to the repositories, unless nothing will be sent.
void askForRight(RegistryClient &client, const QStringList &repositories, Preflight::Outcome &outcome)
{
    const bool sends = outcome.wouldMove.blobs > 0 || std::ranges::any_of(outcome.tags, [](auto tag) {
                           return tag != Preflight::Tag::Same;
                       });
    if (!sends)
        return;
    outcome.mayPush = !repositories.isEmpty();
    const QStringList asked = worthAsking(repositories);
    for (const QString &name : asked) {
        const auto repository = RepositoryName::parse(name);
        const auto allowed = client.checkPush(*repository);
        if (allowed)
            continue;
        outcome.mayPush = false;
        if (!isRefusal(allowed.error()))
            continue;
        outcome.refusal = allowed.error();
        outcome.refusedAt = *repository;
        return;
    }
}

Result<Preflight::Outcome> run(const std::shared_ptr<Cache> &cache, const std::shared_ptr<Registry> &registry,
                               const QList<PushFromCacheUsingManifest> &pushes, const std::stop_token &stop)
{
    Preflight::Outcome outcome;
    Blobs blobs;
    QStringList repositories;
    ImageManager manager(*cache);
    for (PushFromCacheUsingManifest push : pushes) {
        push.target.dryRun = true;
        push.target.maxConcurrent = questionsAtOnce;
        ProgressSink progress;
        OperationReport report;
        if (auto asked = manager.executeOperation(push, registry, progress, report, stop); !asked)
            return failure(asked);
        blobs.add(progress);
        outcome.tags.append(tagOf(report));
        if (push.target.repository)
            repositories.append(push.target.repository->toString());
    }
    for (const Blobs::Blob &blob : std::as_const(blobs.byDigest)) {
        Tally &tally = blob.missing ? outcome.wouldMove : outcome.alreadyThere;
        ++tally.blobs;
        tally.bytes += blob.size;
    }
    repositories.removeDuplicates();
    ProgressSink progress;
    RegistryClient client(registry, progress, stop);
    askForRight(client, repositories, outcome);
    return outcome;
}

} // namespace

Preflight::Preflight(QObject *parent) : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(patience);
    connect(&m_delay, &QTimer::timeout, this, &Preflight::begin);
}

Preflight::~Preflight() = default;

void Preflight::ask(const std::shared_ptr<Cache> &cache, const std::shared_ptr<Registry> &registry,
                    const QList<PushFromCacheUsingManifest> &pushes)
{
    cancel();
    m_cache = cache;
    m_registry = registry;
    m_pushes = pushes;
    m_asking = true;
    m_delay.start();
}

void Preflight::cancel()
{
    ++m_asked;
    m_asking = false;
    m_delay.stop();
    m_background.cancel();
}

void Preflight::begin()
{
    const auto work = [cache = m_cache, registry = m_registry, pushes = m_pushes,
                       stop = m_background.stop()] {
        return run(cache, registry, pushes, stop);
    };
    m_background.run(work).then(this, [this, asked = m_asked](const Result<Outcome> &outcome) {
        if (asked != m_asked)
            return;
        m_asking = false;
        if (outcome)
            emit answered(*outcome);
        else
            emit failed(outcome.error());
    });
}

} // namespace dip::ui
