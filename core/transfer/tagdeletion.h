#pragma once

#include "core/base/progress.h"
#include "core/image/reference.h"
#include "core/registry/registry.h"

#include <memory>
#include <stop_token>

namespace dip {

/// What deleting tags of a repository comes to. Registries delete manifests, and with a manifest all tags
/// that stand for it (OCI distribution-spec, Deleting manifests).
struct TagDeletion
{
    RepositoryName repository;
    QStringList tags;      ///< those that were asked for and are still there
    QList<Digest> digests; ///< of their manifests, each once
    QStringList others;    ///< tags of the same manifests, which go with them
    QStringList narrowed;  ///< tags that stay, of indexes that name one of the manifests: a platform is lost
    int unknown = 0;       ///< tags of which the registry could not say what they stand for
};

/// Finds out by asking for every tag of the repository, several at once. `progress` gets one line that counts
/// tags. Any error of listing, or of a tag that is to be deleted; Cancelled. Blocking.
[[nodiscard]] Result<TagDeletion> planTagDeletion(const std::shared_ptr<Registry> &registry,
                                                  const RepositoryName &repository, const QStringList &tags,
                                                  ProgressSink &progress, const std::stop_token &stop);

/// Deletes these manifests, one after another, and goes on where one is gone already, so that it can be
/// repeated. Errors as of RegistryClient::deleteManifest(). Blocking.
[[nodiscard]] Result<void> deleteManifests(const std::shared_ptr<Registry> &registry,
                                           const RepositoryName &repository, const QList<Digest> &digests,
                                           ProgressSink &progress, const std::stop_token &stop);

} // namespace dip
