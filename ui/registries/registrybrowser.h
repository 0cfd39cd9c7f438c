#pragma once

#include <QObject>
#include <QStringList>

#include <memory>
#include <stop_token>

#include "core/registry/registryclient.h"

namespace dip::ui {

/// Asks a registry in the background for its repositories, a repository's tags, or how far it can be
/// reached. For the main thread.
class RegistryBrowser final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~RegistryBrowser() override; ///< stops what is asked

    void listRepositories(const std::shared_ptr<Registry> &registry);
    void listTags(const std::shared_ptr<Registry> &registry, const RepositoryName &repository);
    void check(const std::shared_ptr<Registry> &registry);
    void cancel(); ///< no signal follows for what was asked before

signals:
    void repositories(const QStringList &names);
    void tags(const QString &repository, const QStringList &tags);
    void checked(const QList<dip::CheckStep> &steps);
    void failed(const dip::Error &error);

private:
    std::stop_source m_stop;
};

} // namespace dip::ui
