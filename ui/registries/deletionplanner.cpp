#include "ui/registries/deletionplanner.h"

namespace dip::ui {

namespace {

constexpr std::chrono::milliseconds sampleEvery(250);

using Plans = QList<TagDeletion>;

/// The repositories of the images, each once.
QList<RepositoryName> repositoriesOf(const QList<ImageName> &images)
{
    QList<RepositoryName> repositories;
    for (const ImageName &image : images) {
        if (!repositories.contains(image.repository))
            repositories.append(image.repository);
    }
    return repositories;
}

Result<Plans> planAll(const std::shared_ptr<Registry> &registry, const QList<ImageName> &images,
                      ProgressSink &progress, const std::stop_token &stop)
{
    Plans plans;
    for (const RepositoryName &repository : repositoriesOf(images)) {
        QStringList tags;
        for (const ImageName &image : images) {
            if (image.repository == repository)
                tags.append(image.reference.toString());
        }
        auto plan = planTagDeletion(registry, repository, tags, progress, stop);
        if (!plan)
            return failure(plan);
        plans.append(std::move(*plan));
    }
    return plans;
}

} // namespace

DeletionPlanner::DeletionPlanner(QObject *parent) : QObject(parent)
{
    m_sampler.setInterval(sampleEvery);
    connect(&m_sampler, &QTimer::timeout, this, &DeletionPlanner::tellProgress);
}

DeletionPlanner::~DeletionPlanner() = default;

void DeletionPlanner::ask(const std::shared_ptr<Registry> &registry, const QList<ImageName> &images)
{
    cancel();
    m_progress = std::make_shared<ProgressSink>();
    m_sampler.start();
    const std::stop_token stop = m_background.stop();
    m_background
        .run([registry, images, progress = m_progress, stop] {
            return planAll(registry, images, *progress, stop);
        })
        .then(this, [this, stop](const Result<Plans> &plans) {
            if (stop.stop_requested())
                return;
            m_sampler.stop();
            if (plans)
                emit planned(*plans);
            else
                emit failed(plans.error());
        });
}

void DeletionPlanner::cancel()
{
    m_sampler.stop();
    m_background.cancel();
}

void DeletionPlanner::tellProgress()
{
    qint64 asked = 0;
    qint64 all = 0;
    for (const auto &line : m_progress->lines()) {
        asked += line->done();
        all += line->total();
    }
    if (all > 0)
        emit progressed(asked, all);
}

} // namespace dip::ui
