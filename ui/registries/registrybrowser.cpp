#include "ui/registries/registrybrowser.h"

namespace dip::ui {

namespace {

constexpr qsizetype mostNames = 5000;

Result<QStringList> readCatalogue(RegistryClient &client)
{
    QStringList names;
    RegistryBrowser::Page next;
    do {
        auto page = client.listRepositories(next);
        if (!page)
            return failure(page);
        names += page->tags;
        next = page->next;
    } while (next && names.size() < mostNames);
    return names;
}

Result<QStringList> readPlatforms(RegistryClient &client, const ImageName &image)
{
    auto manifest = client.getManifest(image.repository, image.reference);
    if (!manifest)
        return failure(manifest);
    QStringList platforms;
    if (!manifest->isIndex())
        return platforms;
    for (const Descriptor &child : manifest->children()) {
        if (child.platform && child.platform->isMachine())
            platforms.append(child.platform->toString());
    }
    platforms.removeDuplicates();
    return platforms;
}

} // namespace

RegistryBrowser::~RegistryBrowser() = default;

void RegistryBrowser::cancel()
{
    m_background.cancel();
}

/// `work` gets a client of its own on a worker thread, `take` its answer on this one.
template<typename Work, typename Take> void RegistryBrowser::ask(Work work, Take take)
{
    using Answer = std::invoke_result_t<Work, ProgressSink &, const std::stop_token &>;
    const std::stop_token stop = m_background.stop();
    m_background
        .run([work, stop] {
            ProgressSink progress;
            return work(progress, stop);
        })
        .then(this, [stop, take](const Answer &answer) {
            if (!stop.stop_requested())
                take(answer);
        });
}

void RegistryBrowser::listRepositories(const std::shared_ptr<Registry> &registry)
{
    ask(
        [registry](ProgressSink &progress, const std::stop_token &stop) {
            RegistryClient client(registry, progress, stop);
            return readCatalogue(client);
        },
        [this](const Result<QStringList> &names) {
            if (names)
                emit repositories(*names);
        });
}

void RegistryBrowser::readRepositories(const std::shared_ptr<Registry> &registry, const Page &page)
{
    ask(
        [registry, page](ProgressSink &progress, const std::stop_token &stop) {
            return RegistryClient(registry, progress, stop).listRepositories(page);
        },
        [this](const Result<TagPage> &read) {
            if (read)
                emit repositoryPage(read->tags, read->next);
            else
                emit failed({}, read.error());
        });
}

void RegistryBrowser::readTags(const std::shared_ptr<Registry> &registry, const RepositoryName &repository,
                               const Page &page)
{
    ask(
        [registry, repository, page](ProgressSink &progress, const std::stop_token &stop) {
            return RegistryClient(registry, progress, stop).listTags(repository, page);
        },
        [this, name = repository.toString()](const Result<TagPage> &read) {
            if (read)
                emit tagPage(name, read->tags, read->next);
            else
                emit failed(name, read.error());
        });
}

void RegistryBrowser::listPlatforms(const std::shared_ptr<Registry> &registry, const ImageName &image)
{
    ask(
        [registry, image](ProgressSink &progress, const std::stop_token &stop) {
            RegistryClient client(registry, progress, stop);
            return readPlatforms(client, image);
        },
        [this, name = image.toString()](const Result<QStringList> &names) {
            if (names && !names->isEmpty())
                emit platforms(name, *names);
        });
}

void RegistryBrowser::check(const std::shared_ptr<Registry> &registry)
{
    ask([registry](ProgressSink &progress,
                   const std::stop_token &stop) { return RegistryClient(registry, progress, stop).check(); },
        [this](const QList<CheckStep> &steps) { emit checked(steps); });
}

} // namespace dip::ui
