#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

#include "core/registry/registryclient.h"
#include "ui/background.h"

namespace dip::ui {

/// Asks a registry in the background for its repositories, a repository's tags, an image's platforms, or how
/// far it can be reached. For the main thread.
class RegistryBrowser final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~RegistryBrowser() override; ///< stops what is asked, and waits for its end

    using Page = std::optional<QString>; ///< opaque; nothing: the first one

    /// All pages of the catalogue, up to some thousands, for completion. Says nothing where there is none.
    void listRepositories(const std::shared_ptr<Registry> &registry);
    void readRepositories(const std::shared_ptr<Registry> &registry, const Page &page = {});
    void readTags(const std::shared_ptr<Registry> &registry, const RepositoryName &repository,
                  const Page &page = {});
    /// Says nothing for an image that is no index.
    void listPlatforms(const std::shared_ptr<Registry> &registry, const ImageName &image);
    void check(const std::shared_ptr<Registry> &registry);
    void cancel(); ///< no signal follows for what was asked before

signals:
    void repositories(const QStringList &names);
    void repositoryPage(const QStringList &names, const std::optional<QString> &next);
    void tagPage(const QString &repository, const QStringList &tags, const std::optional<QString> &next);
    void platforms(const QString &image, const QStringList &platforms);
    void checked(const QList<dip::CheckStep> &steps);
    /// Of reading a page; the repository is empty for the catalogue.
    void failed(const QString &repository, const dip::Error &error);

private:
    template<typename Work, typename Take> void ask(Work work, Take take);

    Background m_background;
};

} // namespace dip::ui
