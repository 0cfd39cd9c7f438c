#pragma once

#include "core/archive/archivesource.h"

namespace dip {

/// One entry of a docker-save archive's manifest.json.
struct DockerSaveEntry
{
    QString config;
    QStringList repoTags;
    QStringList layers;
};

/// What manifest.json lists. ArchiveNotImage where it lists nothing or is something else.
[[nodiscard]] Result<QList<DockerSaveEntry>> readDockerSaveList(const ArchiveSource &source);

/// The image that an entry names: docker ≤ 24 and podman (layers behind links), docker 25+, skopeo, kaniko
/// (compressed layers, a config called "sha256:…"). Without a manifest; that is made by whoever stores it.
[[nodiscard]] Result<ArchivedImage> readDockerSaveImage(const ArchiveSource &source,
                                                        const DockerSaveEntry &entry, QStringList &remarks);

} // namespace dip
