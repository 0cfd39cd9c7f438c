#include "ui/registries/registrybrowser.h"

#include <QtConcurrentRun>

namespace dip::ui {

namespace {

constexpr qsizetype mostNames = 5000;

template<typename Page> Result<QStringList> readPages(Page readPage)
{
    QStringList names;
    std::optional<QString> next;
    do {
        auto page = readPage(next);
        if (!page)
            return failure(page);
        names += page->tags;
        next = page->next;
    } while (next && names.size() < mostNames);
    return names;
}

} // namespace

RegistryBrowser::~RegistryBrowser()
{
    m_stop.request_stop();
}

void RegistryBrowser::cancel()
{
    m_stop.request_stop();
    m_stop = {};
}

void RegistryBrowser::listRepositories(const std::shared_ptr<Registry> &registry)
{
    const std::stop_token stop = m_stop.get_token();
    QtConcurrent::run([registry, stop] {
        ProgressSink progress;
        RegistryClient client(registry, progress, stop);
        return readPages(
            [&client](const std::optional<QString> &page) { return client.listRepositories(page); });
    }).then(this, [this, stop](const Result<QStringList> &names) {
        // Many registries offer no catalogue; then there is nothing to complete from.
        if (names && !stop.stop_requested())
            emit repositories(*names);
    });
}

void RegistryBrowser::listTags(const std::shared_ptr<Registry> &registry, const RepositoryName &repository)
{
    const std::stop_token stop = m_stop.get_token();
    QtConcurrent::run([registry, repository, stop] {
        ProgressSink progress;
        RegistryClient client(registry, progress, stop);
        return readPages([&client, &repository](const std::optional<QString> &page) {
            return client.listTags(repository, page);
        });
    }).then(this, [this, stop, repository](const Result<QStringList> &list) {
        if (stop.stop_requested())
            return;
        if (list)
            emit tags(repository.toString(), *list);
        else
            emit failed(list.error());
    });
}

void RegistryBrowser::check(const std::shared_ptr<Registry> &registry)
{
    const std::stop_token stop = m_stop.get_token();
    QtConcurrent::run([registry, stop] {
        ProgressSink progress;
        return RegistryClient(registry, progress, stop).check();
    }).then(this, [this, stop](const QList<CheckStep> &steps) {
        if (!stop.stop_requested())
            emit checked(steps);
    });
}

} // namespace dip::ui
